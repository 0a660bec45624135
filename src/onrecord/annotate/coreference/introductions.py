"""Who a lead means that describes its speaker and is named only behind: "a judge ruled", then "Justice Ilse Oram"."""

from __future__ import annotations

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.descriptions import fitting
from onrecord.annotate.coreference.phrases import head_words
from onrecord.annotate.coreference.references import Sort, refer
from onrecord.annotate.roles import ROLE_NOUNS
from onrecord.records import EntityKind, Span, Tag

LEAD = 2  # paragraphs in which a description may stand before the name
REACH = 3  # paragraphs behind it in which the name is given
# Offices of which one holder speaks, with the words that may stand before his name.
SAME_OFFICE = {
    "judge": frozenset({"judge", "justice", "magistrate"}),
    "magistrate": frozenset({"judge", "magistrate"}),
    "minister": frozenset({"minister", "secretary"}),
    "mayor": frozenset({"mayor"}),
    "governor": frozenset({"governor", "gov", "gov."}),
    "senator": frozenset({"senator", "sen", "sen."}),
    "lawmaker": frozenset({"senator", "sen", "sen.", "rep", "rep.", "representative", "mp", "deputy", "lawmaker"}),
    "general": frozenset({"general", "gen", "gen."}),
    "bishop": frozenset({"bishop", "archbishop"}),
    "prosecutor": frozenset({"prosecutor", "attorney"}),
    "ambassador": frozenset({"ambassador"}),
    "commissioner": frozenset({"commissioner"}),
}

# What those who hold an office are called besides.
ALSO_CALLED = {
    "diplomat": frozenset({"minister", "ambassador", "envoy", "secretary"}),
    "negotiator": frozenset({"minister", "ambassador", "envoy", "adviser", "diplomat", "representative"}),
    "leader": frozenset({"president", "minister", "premier", "chair", "chairman", "chairwoman", "secretary"}),
    "chief": frozenset({"minister", "director", "commissioner", "commander", "executive", "chairman", "chairwoman"}),
    "head": frozenset({"minister", "director", "chairman", "chairwoman", "secretary"}),
}

MAY_BE_BODIES = frozenset("operator owner publisher partner broker manufacturer maker supplier".split())


def introduced(cast: Cast, tag: Tag, later: tuple[Tag, ...]) -> tuple[int, str] | None:
    """The person whom the tag's source describes before the article names him, with the reason."""
    source = tag.source
    if source is None or any(cast.is_person(group) for _, group in cast.named_in(source)):
        return None
    words = head_words(source.exact)
    if not words or words[-1] not in ROLE_NOUNS or len(words) < 2:
        return None
    return _by_quotation(cast, tag, source, later) or _by_office(cast, source, words)


def _by_quotation(cast: Cast, tag: Tag, source: Span, later: tuple[Tag, ...]) -> tuple[int, str] | None:
    """The one whom the quotation that follows names, if he may hold the office.

    "Tolls will stay, its transport minister said. “They stay,” Ilse Oram told reporters."
    """
    words, first_word = head_words(source.exact), source.exact.lower().split()[0]
    if words[-1] in MAY_BE_BODIES:
        return None
    following = _following(cast, source, later)
    if following is None or following.source is None:
        return None
    named = [group for name, group in cast.named_in(following.source) if len(name.words) > 1]
    if len(named) != 1 or not cast.is_person(named[0]):
        return None
    owned = first_word in {"its", "the", "their"} or first_word.endswith(("'s", "’s"))
    apposed = following.source.exact.lower().startswith(f"the {words[-1]}, ")
    if not apposed and not (owned and source.exact.lower().endswith(words[-1]) and _may_be(cast, named[0], words)):
        return None
    fits = set(fitting(cast, {}, refer(cast.places, source, Sort.DESCRIPTION), words)) - {named[0]}
    if any(not (first_word == "its" and _is_of_another(cast, group, source)) for group in fits):
        return None
    first = _first(cast, named[0])
    behind = first is not None and first >= min(tag.content[0].start, source.start)
    return (named[0], "named in the quotation that follows") if behind else None


def _following(cast: Cast, source: Span, later: tuple[Tag, ...]) -> Tag | None:
    """The next words that somebody is told to have said in a later sentence, of this paragraph or the next."""
    places = cast.places
    here, paragraph = places.sentence(source.start), places.paragraph(source.start)
    behind = (each for each in later if each.source and places.sentence(each.source.start) > here)
    following = next(behind, None)
    near = following is not None and places.paragraph(following.content[0].start) - paragraph <= 1
    return following if near else None


def _may_be(cast: Cast, group: int, words: list[str]) -> bool:
    """Whether nothing tells that the person is something else than the words say: a minister may be a negotiator."""
    titles = [role.title.lower().split() for role in cast.groups[group].roles]
    noun = words[-1]
    also = ALSO_CALLED.get(noun, frozenset())
    return not titles or any(
        title[-1] in also or (title[-1] == noun and (len(title) == 1 or set(title) <= set(words))) for title in titles
    )


def _is_of_another(cast: Cast, group: int, source: Span) -> bool:
    """Whether the offices of one whom "its leader" fits are of bodies that the paragraph does not name before it."""
    start = max(0, cast.article.text.rfind("\n", 0, source.start))
    before = cast.article.text[start : source.start]
    bodies = [role.of for role in cast.groups[group].roles if role.of]
    return bool(bodies) and all(body not in before for body in bodies)


def _by_office(cast: Cast, source: Span, words: list[str]) -> tuple[int, str] | None:
    """The only holder of such an office whom the article names, and does so right behind: "a judge", "Justice Oram"."""
    titles = SAME_OFFICE.get(words[-1])
    here = cast.places.paragraph(source.start)
    if titles is None or words[0] in {"another", "one", "the"} or here > LEAD:
        return None
    holders = [
        number
        for number, group in enumerate(cast.groups)
        if group.kind is EntityKind.PERSON
        and any(not titles.isdisjoint(role.title.lower().split()) for role in group.roles)
    ]
    first = _first(cast, holders[0]) if len(holders) == 1 else None
    if first is None or not source.end < first or cast.places.paragraph(first) - here > REACH:
        return None
    return holders[0], "the only one of the office, named right behind"


def _first(cast: Cast, group: int) -> int | None:
    """Where the body first names the person."""
    return next((name.span.start for name in cast.groups[group].names if name.in_body), None)
