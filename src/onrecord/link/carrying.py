"""What earlier versions of pages report, looked for in later ones: the same report is one, what is gone is kept.

A report is the same where the sentences in which it stands, who said it and by what word among them, stand there again,
to the character and at one place only. Nothing less is taken for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeVar

from onrecord.link.page_versions import page_versions
from onrecord.link.rows import Versions
from onrecord.link.versions import statement_of
from onrecord.records import (
    ActorEntity,
    Article,
    Assigned,
    Attribution,
    Carried,
    Entity,
    Fate,
    PageVersion,
    Reading,
    Sighting,
    Span,
    Statement,
    StatementMember,
    Story,
    Successor,
)
from onrecord.records.statements import actor_id
from onrecord.text.folding import fold
from onrecord.text.sentences import sentences

R = TypeVar("R")
LEAST = 60  # characters of a context: “Yes,” he said, may have answered any question
_SAME = "the words stand there in the same context"
_UNREAD = "the words stand there in the same context, but are not read as this report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What earlier versions of pages come to.

    `articles` are those that do not count; `successor` gives for each entity and attribution of theirs that a later
    version has too the one that stands for both.
    """

    versions: tuple[PageVersion, ...] = ()
    articles: frozenset[str] = frozenset()
    carried: Mapping[str, Carried] = field(default_factory=dict)
    successor: Mapping[str, str] = field(default_factory=dict)
    stands_for: Mapping[str, Sequence[str]] = field(default_factory=dict)  # the same from there

    def same(self, one: str) -> str:
        """The entity or attribution that stands for this one, which may be itself."""
        return self.successor.get(one, one)

    def rows(self) -> Iterator[PageVersion | Carried | Successor]:
        """All of it."""
        yield from self.versions
        yield from self.carried.values()
        yield from (Successor(id=one, successor=self.successor[one]) for one in sorted(self.successor))

    def with_earlier(self, rows: Iterable[R]) -> Iterator[R | ActorEntity]:
        """The rows, and of each that says whose an entity is the same for the entities for which it stands."""
        for row in rows:
            yield row
            if isinstance(row, ActorEntity):
                yield from (replace(row, entity=one) for one in self.stands_for.get(row.entity, ()))

    def with_assigned(self, assigned: Iterable[Assigned]) -> Iterator[Assigned]:
        """The speakers that people gave, given to the same reports of earlier versions too."""
        for row in assigned:
            yield row
            yield from (replace(row, attribution=one) for one in self.stands_for.get(row.attribution, ()))

    def told(self, versions: Versions) -> Versions:
        """The statement as the versions that count report it, with its reports in the others; else as withdrawn."""
        said = versions.said
        counting = tuple(row for row in said if row.attribution.article not in self.articles)
        found = {row.attribution.id for row in said if row.attribution.article in self.articles}
        found |= {one for row in said for one in self.stands_for.get(row.attribution.id, ())}
        if not found:
            return versions
        statement = replace(versions.statement, earlier=tuple(sorted(found)))
        if not counting:
            doubted = any(self.carried[one].fate in {Fate.UNREAD, Fate.HIDDEN} for one in found)
            return Versions(statement=replace(statement, attributions=(), withdrawn=not doubted), said=())
        told = replace(statement_of("", counting), id=statement.id, earlier=statement.earlier)
        return Versions(statement=told, said=counting)


def members_of_earlier(versions: Versions) -> Iterator[StatementMember | Statement | Successor]:
    """That the statement is reported in earlier versions, and the statement itself if it is so in these alone."""
    statement = versions.statement
    yield from (StatementMember(attribution=name, statement=statement.id) for name in statement.earlier)
    if not versions.said:
        yield statement
        yield from taken_in(statement)


def actors_led_on(rows: Iterable[R]) -> Iterator[R | Successor]:
    """The rows, and of each entity that the id of the actor which it makes alone, or as the least, leads to its own."""
    for row in rows:
        yield row
        if isinstance(row, ActorEntity) and (alone := actor_id(row.entity)) != row.actor:
            yield Successor(id=alone, successor=row.actor)


def taken_in(one: Statement | Story) -> Iterator[Successor]:
    """The ids that lead to it: those of the statements, or stories, that it took in or would have."""
    return (Successor(id=each, successor=one.id) for each in one.also)


def _turned(successor: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in sorted(successor):
        found.setdefault(successor[one], []).append(one)
    return found


def earlier_versions(sightings: Iterable[Sighting], find: Callable[[str], Reading | None]) -> Earlier:
    """What the earlier versions of pages come to; `sightings` come by address."""

    def article(one: str) -> Article | None:
        reading = find(one)
        return reading.article if reading else None

    return carry(page_versions(sightings, article), find)


def carry(versions: Sequence[PageVersion], find: Callable[[str], Reading | None]) -> Earlier:
    """What the earlier of these versions, page by page, come to beside the next and the latest one of their page."""
    carried: dict[str, Carried] = {}
    successor: dict[str, str] = {}
    counted = {row.article for row in versions if row.stands}
    earlier = {row.article for row in versions} - counted
    done: set[str] = set()
    for latest, rows in groupby(versions, key=lambda row: row.latest):
        last = following = _found(latest, find)
        for row in reversed(list(rows)[:-1]):
            older = _found(row.article, find)
            if row.article in earlier and row.article not in done:
                done.add(row.article)
                told = {one.id: _carry(one, older, last) for one in older.reading.attributions}
                carried |= told
                successor |= _successors(older, told, following, successor)
            following = older
    return Earlier(
        versions=tuple(versions),
        articles=frozenset(earlier),
        carried=carried,
        successor=successor,
        stands_for=_turned(successor),
    )


def _found(article: str, find: Callable[[str], Reading | None]) -> _Version:
    reading = find(article)
    if reading is None:
        raise LookupError(f"the record tells of version {article} but does not have it")
    return _Version.of(reading)


def _successors(
    older: _Version, told: Mapping[str, Carried], following: _Version, known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What stands for the entities and reports of a version: what the latest has, else the next one."""
    for one in older.reading.attributions:
        to = told[one.id].to or _carry(one, older, following).to
        if to is not None:
            yield one.id, known.get(to, to)
    for left, right in _same_names(older.reading.entities, following.reading.entities):
        yield left.id, known.get(right.id, right.id)


def _same_names(left: Sequence[Entity], right: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """The entities that both have under one name, where as many of either go by it, in their order."""
    one, other = _by_name(left), _by_name(right)
    for name in one:
        if len(one[name]) == len(other.get(name, ())):
            yield from zip(one[name], other[name], strict=True)


def _by_name(entities: Sequence[Entity]) -> dict[tuple[str, str], list[Entity]]:
    found: dict[tuple[str, str], list[Entity]] = {}
    for one in sorted(entities, key=lambda one: (one.first_start, one.id)):
        found.setdefault((one.kind, one.name), []).append(one)
    return found


def _carry(report: Attribution, earlier: _Version, later: _Version) -> Carried:
    """What became of the report in a later version."""
    article = later.reading.article
    lost = Carried(attribution=report.id, latest=article.id, fate=Fate.UNREAD, to=None, content=(), reasons=(_UNREAD,))
    start, end = earlier.context(report)
    places = list(later.places(earlier.reading.article.text[start:end]))
    if len(places) != 1:
        fate, reason = _not_found(report, earlier.reading.article, article, places)
        return replace(lost, fate=fate, reasons=(reason,))
    moved = places[0] - start
    content = tuple(Span.of(article.text, one.start + moved, one.end + moved) for one in report.content)
    found = [one for one in later.reading.attributions if one.content == content]
    if len(found) != 1:
        return replace(lost, content=content)
    if not _same_speaker(report, found[0]):
        given = f"{_SAME}, given to {found[0].speaker_name or 'nobody that can be told'}"
        return replace(lost, fate=Fate.CHANGED, content=content, reasons=(given,))
    return replace(lost, fate=Fate.CARRIED, to=found[0].id, content=content, reasons=(_SAME,))


def _not_found(report: Attribution, earlier: Article, later: Article, places: Sequence[int]) -> tuple[Fate, str]:
    """What became of a report that does not stand in its context there, at one place."""
    if places:
        return Fate.CHANGED, f"the words stand there in the same context at {len(places)} places"
    if all(span.exact in later.text for span in report.content):
        return Fate.CHANGED, "the words stand there, but not in the same context"
    if _hides(later) and not _hides(earlier):
        return Fate.HIDDEN, "the words do not stand in the latest version, of which a part is not shown"
    return Fate.GONE, "the words do not stand in the latest version"


def _hides(article: Article) -> bool:
    """Whether the page breaks off, or says that it is behind a paywall."""
    return article.truncated or any(fact.name == "paywall" for fact in article.facts)


@dataclass(frozen=True, slots=True)
class _Version:
    """A version of a page, and where its sentences begin and end, paragraph by paragraph."""

    reading: Reading
    paragraphs: tuple[tuple[tuple[int, int], ...], ...]
    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> _Version:
        article = reading.article
        parts = tuple(sentences(article.text, one.start, one.end) for one in article.segments)
        starts = frozenset(start for part in parts for start, _ in part)
        return cls(reading, parts, starts, frozenset(end for part in parts for _, end in part))

    def context(self, report: Attribution) -> tuple[int, int]:
        """The sentences in which the report stands; of few words, those of its paragraph before and after them too."""
        spans = [span for span in (report.source, report.cue, *report.content) if span]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        holding = [
            (part, at) for part in self.paragraphs for at, one in enumerate(part) if start < one[1] and one[0] < end
        ]
        if not holding:
            return start, end
        (first, at), (last, to) = holding[0], holding[-1]
        if last[to][1] - first[at][0] < LEAST:
            at, to = max(at - 1, 0), min(to + 1, len(last) - 1)
        return min(start, first[at][0]), max(end, last[to][1])

    def places(self, words: str) -> Iterator[int]:
        """Where the words stand as whole sentences."""
        text = self.reading.article.text
        at = text.find(words)
        while at >= 0:
            if at in self.starts and at + len(words) in self.ends:
                yield at
            at = text.find(words, at + 1)


def _same_speaker(earlier: Attribution, later: Attribution) -> bool:
    """Whether both give the words to one speaker, by a name as full, fuller or less full; or the earlier to nobody."""
    if earlier.speaker_name is None:
        return True
    one, other = (set(fold(name or "").split()) for name in (earlier.speaker_name, later.speaker_name))
    return bool(other) and earlier.anonymous is later.anonymous and (one <= other or other <= one)
