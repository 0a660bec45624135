"""Who the source of an attribution is: a name, a description, a pronoun, or nobody the text tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from onrecord.annotate.entities import Gender, Group, make_entity, with_alias
from onrecord.annotate.names import Name
from onrecord.annotate.roles import FEMALE, ORGANIZATION_WORDS, ROLE_NOUNS
from onrecord.annotate.rules.lexicon import SPEAKER_NOUNS
from onrecord.records import Article, Entity, EntityKind, Form, Span, Tag
from onrecord.records.ids import content_id
from onrecord.text.agencies import looks_like_media
from onrecord.text.folding import fold
from onrecord.text.states import state_of

HE = frozenset({"he", "she"})
PLURAL = frozenset(
    {
        "they",
        "we",
        "i",
        "it",
        "you",
        "which",
        "that",
        "this",
        "these",
        "those",
        "others",
        "some",
        "many",
    }
)
# Heads that name nobody in particular.
UNNAMED_HEADS = frozenset(
    "source sources official officials insider insiders person people witness witnesses resident "
    "residents diplomat diplomats analyst analysts expert experts critic critics observer observers "
    "aide aides adviser advisers soldier soldiers worker workers farmer farmers lawmaker lawmakers "
    "voter voters protester protesters supporter supporters neighbour neighbours neighbor neighbors "
    "colleague colleagues investigator investigators reporter reporters".split()
)
INDEFINITE = frozenset(
    "a an one two three four five six seven some several many another other few senior unnamed "
    "unidentified anonymous".split()
)
REACH = 3  # paragraphs back that a pronoun may reach
SPLIT_AT = frozenset("of for from in at on with who that which close familiar near to".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The speaker found, or None with the reason why not."""

    entity: str | None
    name: str | None
    reasons: tuple[str, ...]
    anonymous: bool = False


@dataclass(slots=True)
class Cast:
    """The people and bodies of an article while its sources are resolved, one after the other."""

    article: Article
    names: tuple[Name, ...]
    member: dict[int, int]  # offset of a name → its group
    groups: tuple[Group, ...]
    entities: dict[int, Entity]  # group → entity
    unnamed: dict[str, Entity]  # folded words of an unnamed source → entity
    starts: tuple[int, ...]  # of the body's paragraphs
    genders: dict[int, str]  # group → as titles or earlier pronouns tell it

    @classmethod
    def of(cls, article: Article, names: tuple[Name, ...], groups: tuple[Group, ...], member: dict[int, int]) -> Cast:
        """The cast of an article from its grouped names."""
        entities = {number: make_entity(article.id, group) for number, group in enumerate(groups)}
        starts = tuple(each.start for each in article.body())
        genders = {number: group.gender for number, group in enumerate(groups) if group.gender}
        return cls(article, names, member, groups, entities, {}, starts, genders)

    def all_entities(self) -> tuple[Entity, ...]:
        """Every entity, named and unnamed, by where it first stands."""
        return tuple(sorted((*self.entities.values(), *self.unnamed.values()), key=lambda e: (e.first_start, e.id)))

    def paragraph(self, at: int) -> int:
        """The number of the body paragraph at an offset; captions and the like count as the one before."""
        return bisect_right(self.starts, at)

    def people(self) -> frozenset[str]:
        """The entities that are persons whom the article names."""
        return frozenset(each.id for each in self.entities.values() if each.kind is EntityKind.PERSON)

    def group_at(self, span: Span) -> list[tuple[Name, int]]:
        """The names inside a span with their groups, in order."""
        first = bisect_left(self.names, span.start, key=lambda name: name.span.start)
        last = bisect_left(self.names, span.end, key=lambda name: name.span.start)
        return [
            (name, self.member[name.span.start]) for name in self.names[first:last] if name.span.start in self.member
        ]


def find_speakers(cast: Cast, tags: tuple[Tag, ...]) -> tuple[Speaker, ...]:
    """The speaker of every tag, in order."""
    found: list[Speaker] = []
    for number, tag in enumerate(tags):
        speaker = _named_next(cast, tag, tags[number + 1 :]) or _speaker(cast, tag, tags[:number], found)
        found.append(speaker)
    return tuple(found)


def _named_next(cast: Cast, tag: Tag, later: tuple[Tag, ...]) -> Speaker | None:
    """The speaker of a lead that describes him and is named only by the quotation that follows it.

    "Tolls will stay, its transport minister said. “They stay,” Ilse Oram told reporters."
    """
    if tag.source is None or not later or later[0].source is None or _described(cast, tag.source):
        return None
    words = tag.source.exact.lower().split()
    owned = words[0] in {"its", "the", "their"} or words[0].endswith(("'s", "’s"))
    person = any(cast.groups[group].kind is EntityKind.PERSON for _, group in cast.group_at(tag.source))
    if not owned or words[-1] not in ROLE_NOUNS or person:
        return None
    follows = _paragraphs_between(cast, tag.content[0].start, later[0].content[0].start)
    named = [group for name, group in cast.group_at(later[0].source) if len(name.words) > 1]
    if follows > 1 or len(named) != 1 or cast.groups[named[0]].roles:
        return None
    group = cast.groups[named[0]]
    first = next((name.span.start for name in group.names if name.in_body), 0)
    if group.kind is not EntityKind.PERSON or first < min(tag.content[0].start, tag.source.start):
        return None
    return _known(cast, named[0], "named in the quotation that follows", tag.source)


def _speaker(cast: Cast, tag: Tag, before: tuple[Tag, ...], found: list[Speaker]) -> Speaker:
    if tag.source is None:
        return _continued(cast, tag, before, found)
    phrase = tag.source.exact.strip()
    lower = phrase.lower()
    if lower in HE:
        return _pronoun(cast, tag, before, found)
    if lower == "who":
        return _antecedent(cast, tag.source)
    if lower in PLURAL:
        return Speaker(entity=None, name=None, reasons=(f"“{phrase}” may stand for several",))
    return _named(cast, tag.source) or _described(cast, tag.source) or _unnamed(cast, tag.source)


def _antecedent(cast: Cast, source: Span) -> Speaker:
    """The name right before "who", or nobody."""
    before = Span.of(cast.article.text, max(0, source.start - 60), source.end)
    named = cast.group_at(before)
    if named and cast.article.text[named[-1][0].span.end : source.start].strip(" ,\u00a0") == "":
        group = named[-1][1]
        return Speaker(
            entity=cast.entities[group].id, name=cast.entities[group].name, reasons=("“who” follows the name",)
        )
    return Speaker(entity=None, name=None, reasons=("“who” follows no name",))


def _continued(cast: Cast, tag: Tag, before: tuple[Tag, ...], found: list[Speaker]) -> Speaker:
    """A quotation without a source goes on with the last speaker quoted, if that was in this or the last paragraph."""
    if before and found[-1].entity and _paragraphs_between(cast, before[-1].content[-1].end, tag.content[0].start) <= 1:
        if before[-1].form is not Form.INDIRECT:
            return replace(found[-1], reasons=("goes on from the quotation before",))
        return replace(found[-1], reasons=("follows what the same paragraph or the one before reports",))
    return Speaker(entity=None, name=None, reasons=("no source is named",))


def _paragraphs_between(cast: Cast, left: int, right: int) -> int:
    return cast.paragraph(right) - cast.paragraph(left)


def _named(cast: Cast, source: Span) -> Speaker | None:
    """The speaker whose proper name heads the source."""
    inside = cast.group_at(source)
    if not inside:
        return None
    people = [(name, group) for name, group in inside if cast.groups[group].kind is EntityKind.PERSON]
    head = _head_words(source.exact)
    for name, group in [*reversed(people), *inside]:
        possessive = cast.article.text[name.span.end : name.span.end + 2] in {"'s", "’s", "s'", "s’"}
        if possessive or (
            name.span.start - source.start >= len(" ".join(head)) + 12 and name not in [n for n, _ in people]
        ):
            continue
        if _heads(cast, source, name, group):
            return _known(cast, group, f"named “{name.span.exact}”", source)
    return None


def _heads(cast: Cast, source: Span, name: Name, group: int) -> bool:
    """Whether the name is what the phrase is about, not a body or place inside it ("spokesman for the *ministry*")."""
    before = source.exact[: name.span.start - source.start]
    words = before.lower().replace(",", " , ").split()
    if cast.groups[group].kind is EntityKind.PERSON and (
        not words or words[-1] not in {"for", "of", "to", "with", "from", "about"}
    ):
        return True
    if any(word in SPLIT_AT for word in words):
        return False
    after = source.exact[name.span.end - source.start :].lower().split()
    return not any(word.strip(",.’'") in SPEAKER_NOUNS | ROLE_NOUNS for word in after[:4]) and not any(
        word in UNNAMED_HEADS for word in words
    )


def _known(cast: Cast, group: int, reason: str, source: Span) -> Speaker:
    entity = cast.entities[group]
    if source.exact[:1].isupper() or source.exact.lower().startswith("the "):
        entity = cast.entities[group] = with_alias(entity, source.exact)
    return Speaker(entity=entity.id, name=entity.name, reasons=(reason,))


def _head_words(phrase: str) -> list[str]:
    """The words of a phrase up to its first preposition: its head stands last among them."""
    words: list[str] = []
    for word in phrase.replace(",", " ,").split():
        if word.lower() in SPLIT_AT or word == ",":
            break
        words.append(word)
    return words


def _described(cast: Cast, source: Span) -> Speaker | None:
    """The one person or body of the article that a definite description fits: "the foreign minister"."""
    words = [word.lower().strip("’'\"“”") for word in _head_words(source.exact)]
    if not words or words[0] in INDEFINITE:
        return None
    definite = words[0] in {"the", "his", "her", "its", "their", "this", "that"} or words[0].endswith(("'s", "’s"))
    if not definite or words[-1] in {"sources", "officials", "others"}:
        return None
    noun, modifiers = words[-1], words[1:-1]
    people = [
        n
        for n, group in enumerate(cast.groups)
        if group.kind is EntityKind.PERSON and _has_role(group, noun, modifiers)
    ]
    if len(people) == 1:
        return _known(cast, people[0], f"the only {' '.join([*modifiers, noun])} the article names", source)
    if len(people) > 1:
        return Speaker(
            entity=None,
            name=None,
            reasons=(f"{len(people)} people of the article could be “{source.exact}”",),
        )
    bodies = [
        n
        for n, group in enumerate(cast.groups)
        if group.kind is not EntityKind.PERSON and noun in {fold(word) for name in group.names for word in name.words}
    ]
    if len(bodies) == 1 and noun in ORGANIZATION_WORDS:
        return _known(cast, bodies[0], f"the only {noun} the article names", source)
    return _only_firm(cast, source) if noun in FIRMS and len(words) == 2 else None


FIRMS = frozenset(
    "company firm group operator manufacturer developer retailer maker insurer lender employer owner".split()
)


def _only_firm(cast: Cast, source: Span) -> Speaker | None:
    """The one body named before "the company" that is neither a news organisation nor a seat of government."""
    fits = [
        number
        for number, group in enumerate(cast.groups)
        if group.kind is EntityKind.ORGANIZATION
        and group.names[0].span.start < source.start
        and not looks_like_media(group.fullest)
        and not state_of(group.fullest)
    ]
    return _known(cast, fits[0], "the only company named so far", source) if len(fits) == 1 else None


SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _has_role(group: Group, noun: str, modifiers: list[str]) -> bool:
    for role in group.roles:
        words = [word.lower() for word in role.title.split()]
        last = words[-1] if " of " not in role.title.lower() else words[0]
        same_noun = (
            last == noun or (last in SPOKES and noun == "spokesperson") or (noun in SPOKES and last == "spokesperson")
        )
        of = fold(role.of or "").split()
        fits = all(word in words or fold(word) in of or _same_state(word, role.of) for word in modifiers)
        if same_noun and fits:
            return True
    return False


def _same_state(word: str, of: str | None) -> bool:
    return state_of(word) is not None and state_of(word) == state_of(of)


def _unnamed(cast: Cast, source: Span) -> Speaker:
    """A source that the article does not name, kept with the words it uses."""
    head = [word.lower().strip("’'\"“”") for word in _head_words(source.exact)]
    last = head[-1] if head else ""
    plural = last.endswith("s") and last.removesuffix("s") in UNNAMED_HEADS | ROLE_NOUNS | SPEAKER_NOUNS
    anonymous = last in UNNAMED_HEADS or plural or (bool(head) and head[0] in INDEFINITE)
    key = fold(source.exact)
    if key not in cast.unnamed:
        cast.unnamed[key] = Entity(
            id=content_id("entity", cast.article.id, source.exact, source.start),
            article=cast.article.id,
            name=_without_article(source.exact),
            names=(source.exact,),
            kind=EntityKind.PERSON if last in UNNAMED_HEADS or last in ROLE_NOUNS else EntityKind.ORGANIZATION,
            anonymous=anonymous,
            first_start=source.start,
        )
    entity = cast.unnamed[key]
    return Speaker(entity=entity.id, name=entity.name, reasons=("not named",), anonymous=anonymous)


def _without_article(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() in {"a", "an", "the"} and rest else phrase


def _pronoun(cast: Cast, tag: Tag, before: tuple[Tag, ...], found: list[Speaker]) -> Speaker:
    """The person whom "he" or "she" names: the last speaker, unless another has become the subject since."""
    source = tag.source
    if source is None:
        raise ValueError("a pronoun needs a source")
    gender = _gender(source)
    number = cast.paragraph(source.start)
    last = bisect_left(cast.names, source.start, key=lambda name: name.span.start)
    first = bisect_left(cast.names, cast.starts[max(0, number - REACH - 1)], key=lambda name: name.span.start)
    people = [
        (name, cast.member[name.span.start])
        for name in cast.names[first:last]
        if name.span.start in cast.member
        and cast.groups[cast.member[name.span.start]].kind is EntityKind.PERSON
        and cast.genders.get(cast.member[name.span.start], gender) == gender
        and not any(span.covers(name.span) for span in tag.content)
    ]
    scores = _scores(cast, source, people, (before, found))
    ranked = sorted(scores.items(), key=lambda item: (-item[1][0], item[0]))
    if not ranked:
        return Speaker(entity=None, name=None, reasons=(f"nobody before fits “{source.exact}”",))
    best, (score, reasons) = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1][0] < MARGIN:
        names = f"{cast.entities[best].name} or {cast.entities[ranked[1][0]].name}"
        return Speaker(entity=None, name=None, reasons=(f"“{source.exact}” may be {names}",))
    cast.genders[best] = gender  # who was "she" once is not "he" further on
    entity = cast.entities[best]
    return Speaker(entity=entity.id, name=entity.name, reasons=(f"“{source.exact}”: {', '.join(reasons)}",))


def _gender(pronoun: Span) -> str:
    return Gender.FEMALE if pronoun.exact.lower() in FEMALE else Gender.MALE


MARGIN = 0.5


def _scores(
    cast: Cast, source: Span, people: list[tuple[Name, int]], told: tuple[tuple[Tag, ...], list[Speaker]]
) -> dict[int, tuple[float, list[str]]]:
    """A score for each candidate with what it is made of."""
    before, found = told
    scores: dict[int, tuple[float, list[str]]] = {}

    def add(group: int, points: float, reason: str) -> None:
        score, reasons = scores.get(group, (0.0, []))
        scores[group] = (score + points, [*reasons, reason])

    number = cast.paragraph(source.start)
    quoted = [span for tag in before[-20:] for span in tag.content]
    opening: dict[int, list[Name]] = {}  # distance → the subject of the last sentence there, two where joined
    for name, group in people:
        distance = number - cast.paragraph(name.span.start)
        inside = any(span.covers(name.span) for span in quoted)
        if group not in scores:
            add(group, 0.0, "named before")
        if name.opens and not inside:
            opening[distance] = [*_joined(cast, opening.get(distance, []), name), name]
        if not inside:
            scores[group] = (max(scores[group][0], 1.0 / (1 + distance)), scores[group][1])
    if opening:
        nearest = min(opening)
        for subject in opening[nearest]:
            add(
                cast.member[subject.span.start],
                2.0 if nearest == 0 else 0.75 / nearest,
                "the subject of the sentence before",
            )
    last = next((s for s in reversed(found) if s.entity), None)
    speaking = next((g for g, entity in cast.entities.items() if last and entity.id == last.entity), None)
    if speaking is not None and before:
        distance = number - cast.paragraph(before[-1].content[0].start)
        fits = cast.groups[speaking].kind is EntityKind.PERSON and (speaking in scores or distance <= REACH)
        if fits and cast.genders.get(speaking, _gender(source)) == _gender(source):
            add(speaking, 1.5 / (1 + max(0, distance - 1)), "the last speaker")
    return scores


def _joined(cast: Cast, subjects: list[Name], name: Name) -> list[Name]:
    """The subjects that "and" joins to the name, or none."""
    between = cast.article.text[subjects[-1].span.end : name.titled.start].strip() if subjects else ""
    return subjects if between in {"and", ",", ", and"} else []
