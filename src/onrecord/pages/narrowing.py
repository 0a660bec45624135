"""A part of a story: what one party said, on one issue, in one outlet or on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.pages.brief import Matter
from onrecord.pages.days import bounds
from onrecord.pages.shelf import Shelf
from onrecord.records import Discrepancy, Position, Statement
from onrecord.store import chain_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is asked for, each by its name, a day as EDTF has it; None asks for all."""

    party: str | None = None
    issue: str | None = None
    outlet: str | None = None
    day: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Narrowing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a story can be narrowed to, and how many statements are left then."""

    value: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """All that a story can be narrowed to, the most frequent first, days in order."""

    parties: tuple[Choice, ...]
    issues: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    days: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facets:
    """What a statement can be found by."""

    parties: frozenset[str]
    issues: frozenset[str]
    outlets: frozenset[str]
    days: tuple[str, str] | None

    def fits(self, wanted: Narrowing) -> bool:
        """Whether it is among what is asked for."""
        return (
            (wanted.party is None or wanted.party in self.parties)
            and (wanted.issue is None or wanted.issue in self.issues)
            and (wanted.outlet is None or wanted.outlet in self.outlets)
            and (wanted.day is None or _covers(self.days, wanted.day))
        )


def _covers(days: tuple[str, str] | None, day: str) -> bool:
    return days is not None and days[0] <= day <= days[1]


def parties_of(statement: Statement, shelf: Shelf) -> tuple[str, ...]:
    """The speaker, and up the chain those for whom he or she speaks; empty where the speaker is not told."""
    return tuple(dict.fromkeys(one.name for one in chain_of(statement.speaker, shelf.actor)))


def _facets(matter: Matter, shelf: Shelf) -> dict[str, _Facets]:
    """What each statement of the matter can be found by."""
    holders: dict[str, list[Position]] = {}
    for position in matter.positions:
        for statement in position.statements:
            holders.setdefault(statement, []).append(position)
    return {one.id: _facets_of(one, holders.get(one.id, []), shelf) for one in matter.statements}


def _facets_of(statement: Statement, positions: Iterable[Position], shelf: Shelf) -> _Facets:
    positions = tuple(positions)
    outlets = (shelf.outlet(one.article) for one in shelf.reports(statement))
    return _Facets(
        parties=frozenset((*parties_of(statement, shelf), *(one.actor_name for one in positions))),
        issues=frozenset(one.issue for one in positions),
        outlets=frozenset(outlet for outlet in outlets if outlet),
        days=bounds(statement.said_on) if statement.said_on else None,
    )


def narrow(matter: Matter, wanted: Narrowing, shelf: Shelf) -> Matter:
    """What of the matter is asked for; a position, difference or article stays where a part of it does."""
    if wanted.is_all:
        return matter
    facets = _facets(matter, shelf)
    statements = tuple(one for one in matter.statements if facets[one.id].fits(wanted))
    left = {one.id for one in statements}
    articles = {report.article for one in statements for report in shelf.reports(one)}
    days = {one.said_on for one in statements}
    return replace(
        matter,
        statements=statements,
        positions=tuple(one for one in matter.positions if _holds(one, wanted) and left & set(one.statements)),
        events=tuple(one for one in matter.events if one.on in days),
        differences=tuple(one for one in matter.differences if _tells(one, wanted, articles, shelf)),
        articles=tuple(one for one in matter.articles if one in articles),
    )


def _holds(position: Position, wanted: Narrowing) -> bool:
    return wanted.issue in (None, position.issue) and wanted.party in (None, position.actor_name)


def _tells(found: Discrepancy, wanted: Narrowing, articles: set[str], shelf: Shelf) -> bool:
    """Whether the outlet asked for tells one side of the difference; else, whether two of the articles left differ."""
    told = {article for value in found.values for article in value.articles}
    if wanted.outlet is not None:
        return wanted.outlet in {shelf.outlet(one) for one in told}
    return len(told & articles) > 1


def _is_named(statement: Statement, shelf: Shelf) -> bool:
    actor = shelf.actor(statement.speaker)
    return actor is not None and not actor.anonymous


def choices_of(matter: Matter, shelf: Shelf) -> Choices:
    """What the matter can be narrowed to."""
    facets = _facets(matter, shelf).values()
    holders = {one.actor_name for one in matter.positions}
    heads = {parties[-1] for one in matter.statements if _is_named(one, shelf) and (parties := parties_of(one, shelf))}
    days = Counter(one.days[0] for one in facets if one.days and one.days[0] == one.days[1])
    return Choices(
        parties=_ranked(name for one in facets for name in one.parties if name in holders | heads),
        issues=_ranked(name for one in facets for name in one.issues),
        outlets=_ranked(name for one in facets for name in one.outlets),
        days=tuple(Choice(value=day, statements=sum(_covers(one.days, day) for one in facets)) for day in sorted(days)),
    )


def _ranked(names: Iterable[str]) -> tuple[Choice, ...]:
    counts = Counter(names)
    return tuple(
        Choice(value=name, statements=counts[name]) for name in sorted(counts, key=lambda one: (-counts[one], one))
    )
