"""What earlier versions of pages report, looked for in later ones: the same report is one, what is gone is kept.

A report is the same where its words, who is said to have said them and by what word, stand between the same words
again, to the character and at one place only. Nothing less is taken for it.
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
    Successor,
)
from onrecord.text.folding import fold

R = TypeVar("R")
CONTEXT = 32  # characters on either side, no further than the paragraph; as makers of W3C text quote selectors take
_SAME = "the same words stand there between the same words"
_UNREAD = "the words stand there between the same words, but are not read as this report"


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
            unread = any(self.carried[one].fate is Fate.UNREAD for one in found)
            return Versions(statement=replace(statement, attributions=(), withdrawn=not unread), said=())
        told = replace(statement_of("", counting), id=statement.id, earlier=statement.earlier)
        return Versions(statement=told, said=counting)


def members_of_earlier(versions: Versions) -> Iterator[StatementMember | Statement]:
    """That the statement is reported in earlier versions, and the statement itself if it is so in these alone."""
    statement = versions.statement
    yield from (StatementMember(attribution=name, statement=statement.id) for name in statement.earlier)
    if not versions.said:
        yield statement


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
        last = following = find(latest)
        for row in reversed(list(rows)[:-1]):
            older = find(row.article)
            if older is None or last is None or following is None:
                continue
            if row.article in earlier and row.article not in done:
                done.add(row.article)
                told = {one.id: _carry(one, older.article, last) for one in older.attributions}
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


def _successors(
    older: Reading, told: Mapping[str, Carried], following: Reading, known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What stands for the entities and reports of a version: what the latest has, else the next one."""
    for one in older.attributions:
        to = told[one.id].to or _carry(one, older.article, following).to
        if to is not None:
            yield one.id, known.get(to, to)
    for left, right in _same_names(older.entities, following.entities):
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


def _carry(report: Attribution, article: Article, later: Reading) -> Carried:
    """What became of the report in a later version."""
    text = later.article.text
    lost = Carried(
        attribution=report.id, latest=later.article.id, fate=Fate.UNREAD, to=None, content=(), reasons=(_UNREAD,)
    )
    places = _places(report, article.text, text)
    if len(places) != 1:
        fate, reason = _not_found(report, later.article, places)
        return replace(lost, fate=fate, reasons=(reason,))
    content = tuple(Span.of(text, one.start + places[0], one.end + places[0]) for one in report.content)
    found = [one for one in later.attributions if one.content == content]
    if len(found) != 1:
        return replace(lost, content=content)
    if not _same_speaker(report, found[0]):
        given = f"{_SAME}, given to {found[0].speaker_name or 'nobody that can be told'}"
        return replace(lost, fate=Fate.CHANGED, content=content, reasons=(given,))
    return replace(lost, fate=Fate.CARRIED, to=found[0].id, content=content, reasons=(_SAME,))


def _not_found(report: Attribution, later: Article, places: Sequence[int]) -> tuple[Fate, str]:
    if places:
        return Fate.CHANGED, f"the same words stand there between the same words at {len(places)} places"
    if all(span.exact in later.text for span in report.content):
        return Fate.CHANGED, "the words stand there, but not with the same words around them"
    ends = ", which breaks off" if later.truncated else ""
    hidden = ", which is behind a paywall" if any(fact.name == "paywall" for fact in later.facts) else ""
    return Fate.GONE, f"the words do not stand in the latest version{hidden or ends}"


def _places(report: Attribution, text: str, later: str) -> list[int]:
    """How far each place in the later text at which the report stands in its context lies from where it stood."""
    spans = [span for span in (report.source, report.cue, *report.content) if span]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end) if "\n" in text[end:] else len(text)
    left, right = max(line_start, start - CONTEXT), min(line_end, end + CONTEXT)
    found = []
    at = later.find(text[left:right])
    while at >= 0:
        after = at + right - left
        begins = left > line_start or at == 0 or later[at - 1] == "\n"
        ends = right < line_end or after == len(later) or later[after] == "\n"
        if begins and ends:
            found.append(at - left)
        at = later.find(text[left:right], at + 1)
    return found


def _same_speaker(earlier: Attribution, later: Attribution) -> bool:
    """Whether both give the words to one speaker, by a name as full, fuller or less full; or the earlier to nobody."""
    if earlier.speaker_name is None:
        return True
    one, other = (set(fold(name or "").split()) for name in (earlier.speaker_name, later.speaker_name))
    return bool(other) and earlier.anonymous is later.anonymous and (one <= other or other <= one)
