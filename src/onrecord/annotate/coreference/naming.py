"""The proper name that heads a source: "the chairman, *Jan Velt*", not "spokesman for the *ministry*"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.phrases import SPLIT_AT, head_words
from onrecord.annotate.names import Name
from onrecord.annotate.roles import ROLE_NOUNS
from onrecord.annotate.rules.lexicon import SPEAKER_NOUNS
from onrecord.records import EntityKind, Span
from onrecord.text.states import state_of

# Heads that name nobody in particular.
UNNAMED_HEADS = frozenset(
    "source sources official officials insider insiders person people witness witnesses resident "
    "residents diplomat diplomats analyst analysts expert experts critic critics observer observers "
    "aide aides adviser advisers soldier soldiers worker workers farmer farmers lawmaker lawmakers "
    "voter voters protester protesters supporter supporters neighbour neighbours neighbor neighbors "
    "colleague colleagues investigator investigators reporter reporters".split()
)
LONGEST = 60  # characters of a name
FURTHER = 12  # characters behind its head words in which a body's name may still head the phrase
LOOKED_BACK = 80  # characters before "who"
CLAUSES = frozenset("who which that whose whom where when".split())
# Behind one of these a name is only told of: "the men around *Velt*".
TOLD_OF = CLAUSES | frozenset(
    "for of to with from about by toward towards against than like including after before over under between around "
    "behind opposing backing supporting".split()
)
# "Jan Velt, 24, from Quenza, who said": between a name and "who".
BETWEEN = re.compile(r"(?:, ?(?:aged )?\d{1,3})?(?:,? (?:of|from|in|at) [^,;.]{2,40})?,?\s*")
ASIDE = re.compile(r"\([^()]*\)")
# A noun behind a name makes it an adjective: "the *Quenza* baker", but not "Oram of Quenza", "Velt dressed as a pilot".
NOUN_BEHIND = re.compile(
    r"(?:['’]s)?[ -](?!(?:of|for|from|at|in|on|with|who|whom|which|that|whose|where|when|and|or|but|as|to|by|via|"
    r"the|an?|himself|herself|itself|jr|sr|[a-z]+ed|[a-z]+ing)\b)[a-z]"
)
# "The secretary of the *Council*" is who holds the office, not the body.
_OFFICE_OF = re.compile(rf"\b(?:{'|'.join(sorted(ROLE_NOUNS))})s? (?:of|for|at|in)(?: the)?$")
HOME = re.compile(r"\b(?:of|from|in|at|near|and|,) $")
JOINED = re.compile(r"(?: of [A-Z][\w ]*)?,? (?:and|&) (?:[a-z]\w* ){0,2}(?:[A-Z][\w.]* ){0,4}")


def heading(cast: Cast, source: Span) -> tuple[Name, int] | None:
    """The name, with its group, that heads the source."""
    inside = [(name, group) for name, group in cast.named_in(source) if not _is_aside(source, name)]
    people = [(name, group) for name, group in inside if cast.is_person(group) and not _qualifies(name, source)]
    return _in_first_part(cast, source, people) or _anywhere(source, people) or _body(cast, source, inside)


def with_whole_name(cast: Cast, source: Span) -> Span:
    """The source from the beginning of the name that it begins within: "*Ilse* Oram, the envoy"."""
    if source.start == 0:
        return source
    text = cast.article.text
    before = cast.named_in(Span.of(text, max(0, source.start - LONGEST), source.start))[-1:]
    if not before or not before[0][0].span.start < source.start < before[0][0].span.end:
        return source
    return Span.of(text, before[0][0].span.start, source.end)


def names_several(cast: Cast, source: Span) -> bool:
    """Whether "and" joins the name that heads the source to another of its kind: "Oram and Velt"."""
    found = heading(cast, source)
    if found is None:
        return False
    for name, group in cast.named_in(source):
        left, right = sorted((name, found[0]), key=lambda each: each.span.start)
        between = source.exact[left.span.end - source.start : right.titled.start - source.start + 1]
        behind = source.exact[right.span.end - source.start :]
        alike = cast.is_person(group) == cast.is_person(found[1]) and group != found[1]
        if alike and JOINED.fullmatch(between[:-1]) and (not behind or behind[:3] in {",", " of", ", "}):
            return True
    return False


def _in_first_part(cast: Cast, source: Span, people: list[tuple[Name, int]]) -> tuple[Name, int] | None:
    """The person that heads the first part between commas which one heads: "*Oram*, an aide of Jan Velt"."""
    for start, end in _parts(source.exact):
        here = [
            (name, group)
            for name, group in people
            if start <= name.span.start - source.start < end
            and SPLIT_AT.isdisjoint(_words(source.exact[start : name.titled.start - source.start]))
        ]
        if here:
            return here[-1]
        if start == 0 and _opening_name(cast, source) is not None:
            return _opening_name(cast, source)
    return None


def _opening_name(cast: Cast, source: Span) -> tuple[Name, int] | None:
    """The name of several words that is all there is before the first comma, whatever it was taken for."""
    first = cast.named_in(source)[:1]
    if not first or len(first[0][0].words) < 2 or first[0][0].titled.start != source.start:
        return None
    return first[0] if source.exact[first[0][0].span.end - source.start :].startswith(",") else None


def _parts(phrase: str) -> Iterator[tuple[int, int]]:
    """The parts of the phrase between commas, as offsets."""
    start = 0
    for comma in re.finditer(",", phrase):
        yield start, comma.start()
        start = comma.end()
    yield start, len(phrase)


def _anywhere(source: Span, people: list[tuple[Name, int]]) -> tuple[Name, int] | None:
    """The last person who is not only told of: "the chairman of the board Jan Velt"."""
    for name, group in reversed(people):
        words = _words(source.exact[: name.titled.start - source.start])
        if CLAUSES.isdisjoint(words) and (not words or words[-1] not in TOLD_OF):
            return name, group
    return None


def _body(cast: Cast, source: Span, inside: list[tuple[Name, int]]) -> tuple[Name, int] | None:
    """The first name that is what the phrase is about, not a body or place inside it."""
    reach = len(" ".join(head_words(source.exact))) + FURTHER
    for name, group in inside:
        if cast.is_person(group) and _words(source.exact[: name.span.start - source.start]):
            continue
        if name.span.start - source.start < reach and not _qualifies(name, source) and _is_about(source, name):
            return name, group
    return None


def _is_about(source: Span, name: Name) -> bool:
    words = _words(source.exact[: name.span.start - source.start])
    if any(word in SPLIT_AT | TOLD_OF | UNNAMED_HEADS for word in words) or _OFFICE_OF.search(" ".join(words)):
        return False
    behind = source.exact[name.span.end - source.start :].split(",")[0].lower().split()
    return not any(word.strip(".’'") in SPEAKER_NOUNS | ROLE_NOUNS for word in behind[:4])


def _words(phrase: str) -> list[str]:
    """The words in small letters, each comma one of them, without a clause's "that" before them."""
    return phrase.removeprefix("that ").lower().replace(",", " , ").split()


def _is_aside(source: Span, name: Name) -> bool:
    """Whether the name stands in brackets."""
    return any(aside.start() <= name.span.start - source.start < aside.end() for aside in ASIDE.finditer(source.exact))


def _qualifies(name: Name, source: Span) -> bool:
    """Whether the name only tells of what kind or whose the noun behind it is; at the end of the source it is whose."""
    behind = source.exact[name.span.end - source.start :]
    return NOUN_BEHIND.match(behind) is not None or (behind[:2] in {"'s", "’s", "s'", "s’"} and len(behind) > 2)


def named_before_who(cast: Cast, who: Span, *, place: bool = False) -> int | None:
    """The group of the name before "who", past an age and a home, or None: nobody is a place, unless one may be."""
    text = cast.article.text
    for name, group in reversed(cast.named_in(Span.of(text, max(0, who.start - LOOKED_BACK), who.end))):
        if BETWEEN.fullmatch(text, name.span.end, who.start) is None:
            return None
        if (
            place
            or cast.groups[group].kind is not EntityKind.PLACE
            or (len(name.words) > 1 and not HOME.search(text, 0, name.span.start))
        ):
            return group
    return None


def family_alone(cast: Cast, source: Span) -> int | None:
    """The one person whose family name the source is, where it is a word for a people besides: "Cuban", "French"."""
    phrase = source.exact.strip(" ,")
    if " " in phrase or not phrase[:1].isupper() or state_of(phrase) is None:
        return None
    fits = [
        number
        for number, group in enumerate(cast.groups)
        if cast.is_person(number) and " " in group.fullest and group.fullest.split()[-1] == phrase
    ]
    return fits[0] if len(fits) == 1 else None


# Between a name and what it is called behind it.
_COMMA = re.compile(r",\s*")


def named_beside(cast: Cast, phrase: Span) -> int | None:
    """The group of the name right before the phrase that says what it is: "*Railwatch*, the passengers’ group,"."""
    if phrase.start == 0:
        return None
    text = cast.article.text
    closed = phrase.exact.rstrip().endswith(",") or text[phrase.end : phrase.end + 1] == ","
    before = cast.named_in(Span.of(text, max(0, phrase.start - LOOKED_BACK), phrase.start))
    if not closed or not before:
        return None
    name, group = before[-1]
    opens = name.opens or text[name.titled.start - 2 : name.titled.start] in {"\n\n", ". "}
    return group if opens and not name.roles and _COMMA.fullmatch(text, name.span.end, phrase.start) else None
