"""What linking looks at: one slim row for each entity, attribution and article of a reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from onrecord.link.homes import homes_of, officials_at_home
from onrecord.link.offices import goes_by_office, speaks_for_a_person, spoken_for
from onrecord.link.quoting import quoted_runs
from onrecord.records import Article, Attribution, Entity, EntityKind, MentionKind, Reading, SegmentKind, Statement
from onrecord.records.packing import compact
from onrecord.text.days import days_of
from onrecord.text.folding import fold
from onrecord.text.offices import is_held
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems

R = TypeVar("R")
CONTEXT = 40  # names that go with an entity; more tell nothing new
LEAD = 3  # paragraphs of the body that say what an article is about
PARAGRAPHS = 15  # whose words are counted; a story is told by then
LEAD_DAYS = timedelta(days=1)  # between the day of the news and its publication; a lead's older days are background
STEMS = 60  # stems that stand for an article
REACH = 100  # characters before a day in which it is told of what
_BEFORE_THE_NEWS = re.compile(r"\b(?:that|after|since|following|despite|response to)\b[^,.;:“”\"\n]{0,80}$")
QUOTED = 12  # runs of an entity's quoted words that count: those of the least hash, so that two articles keep the same


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity with its article's day and the folded names of who else stands in the article."""

    entity: Entity
    published: str | None = None
    context: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()  # who hold the offices for whose holders it speaks: "the minister's spokeswoman"
    quoted: tuple[str, ...] = ()  # keys of the runs of its words in quotation marks
    homes: tuple[
        str, ...
    ] = ()  # the country whose line it tells as its own, where the article does not say which is its
    at_home: bool = False  # an official in an article that gives none of them a country


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution with what its article and its speaker tell about it.

    `name` is the speaker's folded name in the article, `speaks_for` the folded name of the body he speaks for. `actor`,
    `party` (whose line it is: the state for its minister), `party_name` and `body` are known once actors are linked.
    `credited` tells whether words that the article gives nobody's may be those of somebody it credits, `signed` whether
    a writer of the outlet's own signs it.
    """

    attribution: Attribution
    published: str | None = None
    outlet: str | None = None
    name: str = ""
    speaks_for: str = ""
    person: bool = False
    credited: bool = False
    signed: bool = False
    actor: str | None = None
    party: str | None = None
    party_name: str | None = None
    body: str | None = None  # the actor whom the speaker speaks for
    past: bool = False  # the article gives the speaker offices, and none that is still held


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article: what it is headed, when it came out, the names and stems that say what it is about."""

    article: str
    headline: str
    headed: bool = True  # the headline is one, not the first words of an article without
    published: str | None = None
    outlet: str | None = None
    names: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()  # keys of the runs of words in quotation marks
    happened: str | None = None  # the first day that the lead tells of, that of publication or the one before


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """A statement with the attributions that report it, by attribution id."""

    statement: Statement
    said: tuple[Said, ...]


def day_of(published: str | None) -> str | None:
    """The day of a publication date that may carry a time, the interval of one that is told by its ends; or None."""
    return published if published is None or "/" in published else published[:10]


def only(kind: type[R], rows: Iterable[object]) -> Iterator[R]:
    """The rows of one kind among others."""
    return (row for row in rows if isinstance(row, kind))


def named(reading: Reading) -> Iterator[Named]:
    """The reading's entities."""
    names = _names(reading)
    holders = _holders(reading.entities)
    people, bodies = _people(reading.entities), _short_bodies(reading.entities)
    homes, at_home = homes_of(reading), officials_at_home(reading)
    words: dict[str | None, list[str]] = {}
    for attribution in reading.attributions:
        words.setdefault(attribution.entity, []).extend(part.exact for part in attribution.content)
    for entity in reading.entities:
        own = {fold(name) for name in (entity.name, *entity.names)}
        yield Named(
            entity=entity,
            published=day_of(reading.article.published),
            context=tuple(name for name in names if name not in own)[:CONTEXT],
            principals=(*_principals(entity, holders, people), *_full_bodies(entity, bodies)),
            quoted=quoted_runs(words.get(entity.id, ()))[:QUOTED],
            homes=homes.get(entity.id, ()),
            at_home=entity.id in at_home,
        )


def _holders(entities: Iterable[Entity]) -> dict[str, set[str]]:
    """Who in an article holds each office, by its last words: "transport minister" and "minister"."""
    holders: dict[str, set[str]] = {}
    for entity in entities:
        for role in entity.roles:
            words = fold(role.title).split()
            if entity.kind is EntityKind.PERSON and is_held(role.title) and not goes_by_office(entity):
                for first in range(len(words)):
                    holders.setdefault(" ".join(words[first:]), set()).add(entity.name)
    return holders


def _people(entities: Iterable[Entity]) -> dict[str, set[str]]:
    """The people of an article by their names, folded, and by the last words of these."""
    people: dict[str, set[str]] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON and not entity.anonymous:
            for name in {fold(entity.name), *fold(entity.name).split()[-1:]}:
                people.setdefault(name, set()).add(entity.name)
    return people


def _principals(entity: Entity, holders: dict[str, set[str]], people: dict[str, set[str]]) -> tuple[str, ...]:
    """The one holder of each office for whose holder the entity speaks, and whose envoy it is; of two nobody."""
    found: list[str] = []
    for role in entity.roles:
        of = spoken_for(role.title, role.of)
        named = people.get(fold(role.of or ""), set()) if speaks_for_a_person(role.title) else set()
        held = (holders.get(of or "", set()) or named) - {entity.name}
        if len(held) == 1 and is_held(role.title):
            found.extend(held)
    return tuple(dict.fromkeys(found))


# By which alone a body goes where one is told of: the "Front", but no "London" of a college's.
_BODY_NOUNS = frozenset(
    "agency alliance army association authority bank bloc board brotherhood coalition commission committee company "
    "confederation congress council federation foundation front guild institute league ministry movement party trust "
    "union".split()
)


def _short_bodies(entities: Iterable[Entity]) -> dict[str, set[str]]:
    """The bodies of an article by the last word of their names: "Front" of the Delta Front."""
    bodies: dict[str, set[str]] = {}
    for entity in entities:
        words = fold(entity.name).split()
        if entity.kind is EntityKind.ORGANIZATION and len(words) > 1 and words[-1] in _BODY_NOUNS:
            bodies.setdefault(words[-1], set()).add(entity.name)
    return bodies


def _full_bodies(entity: Entity, bodies: dict[str, set[str]]) -> tuple[str, ...]:
    """The one body whose short form the entity's office gives: "a spokesman for the Front"; of two none."""
    found = [bodies.get(fold(role.of), set()) for role in entity.roles if role.of and is_held(role.title)]
    return tuple(dict.fromkeys(name for names in found if len(names) == 1 for name in names))


def said(reading: Reading) -> Iterator[Said]:
    """The reading's attributions."""
    entities = {entity.id: entity for entity in reading.entities}
    for attribution in reading.attributions:
        speaker = entities.get(attribution.entity or "")
        yield Said(
            attribution=attribution,
            published=day_of(reading.article.published),
            outlet=reading.article.outlet,
            name=_standing_name(speaker.name) if speaker else "",
            speaks_for=_standing_name(speaker.speaks_for) if speaker and speaker.speaks_for else "",
            person=speaker is not None and speaker.kind is EntityKind.PERSON,
            credited=_credits_others(reading.article),
            signed=_is_signed(reading.article),
            past=speaker is not None and _held_once(speaker),
        )


def _credits_others(article: Article) -> bool:
    """Whether words that an article gives without their source may be another's.

    A reporter who signs it, and tells of single sentences whose they are, vouches for the others.
    """
    signed = _is_signed(article)
    return any(credit.whole or not signed for credit in article.credits)


def _is_signed(article: Article) -> bool:
    """Whether somebody signs it, rather than the outlet itself."""
    return bool(article.byline) and article.byline != article.outlet


def _held_once(speaker: Entity) -> bool:
    """Whether an article gives the speaker offices, and none that is still held."""
    return bool(speaker.roles) and not any(is_held(role.title) for role in speaker.roles)


def told(reading: Reading) -> Told:
    """The reading's article."""
    article = reading.article
    body = [article.text[segment.start : segment.end] for segment in article.body()]
    return Told(
        article=article.id,
        headline=article.headline or _first_words(article),
        headed=bool(article.headline),
        published=day_of(article.published),
        outlet=article.outlet,
        names=_names(reading),
        stems=_topic_stems(article, body),
        quoted=quoted_runs(body),
        happened=_happened(reading),
    )


def _happened(reading: Reading) -> str | None:
    """The first day that the lead tells of, if the article came out on it or on the next.

    A day of what came before the news counts only where no other is told: "stood by the ban that was made on Monday".
    """
    before = None
    lead = reading.article.body()[:LEAD]
    published = day_of(reading.article.published)
    for mention in reading.mentions:
        in_lead = any(part.start <= mention.span.start < part.end for part in lead)
        day = days_of(mention.edtf) if in_lead and mention.kind is MentionKind.DATE else None
        out = days_of(published)
        if day and out and day.length == 1 and timedelta() <= out.last - day.first <= LEAD_DAYS:
            if not _BEFORE_THE_NEWS.search(
                reading.article.text[max(0, mention.span.start - REACH) : mention.span.start]
            ):
                return day.first.isoformat()
            before = before or day.first.isoformat()
    return before


def _names(reading: Reading) -> tuple[str, ...]:
    """The folded names of the article's people, bodies and places, the oftenest mentioned first."""
    counts = Counter(mention.entity for mention in reading.mentions if mention.entity)
    ranked = sorted(
        (entity for entity in reading.entities if not entity.anonymous),
        key=lambda entity: (-counts[entity.id], entity.first_start, entity.id),
    )
    return tuple(dict.fromkeys(_standing_name(entity.name) for entity in ranked))


def _standing_name(name: str) -> str:
    """The name folded; every name of a state is one."""
    state = state_of(name)
    return fold(state or name)


def _topic_stems(article: Article, body: list[str]) -> tuple[str, ...]:
    """The stems of headline, deck and lead, then the commonest of the rest."""
    told = [content_stems(part) for part in body[:PARAGRAPHS]]
    top = [content_stems(article.headline or ""), content_stems(article.deck or ""), *told[:LEAD]]
    ranked = dict.fromkeys(stem for part in top for stem in part)
    counts = Counter(stem for part in told for stem in part)
    rest = sorted((stem for stem in counts if stem not in ranked), key=lambda stem: (-counts[stem], stem))
    return tuple([*ranked, *rest][:STEMS])


def _first_words(article: Article) -> str:
    """The first sentence or so of an article without a headline, as printed."""
    for segment in article.segments:
        if segment.kind in {SegmentKind.DECK, SegmentKind.BODY}:
            return article.text[segment.start : segment.end].split("\n")[0][:160]
    return ""
