"""Questions about a page of a list: what stands on it, in order, and how much there is besides."""

# ruff: noqa: S608 - what is put into the text is SQL of `counted_queries`; values are bound

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from onrecord.records import Actor, Discrepancy, Entity, Position, Rejected, Shared, Statement
from onrecord.store import counted_queries as queries
from onrecord.store.database import Reader
from onrecord.store.extents import Extent, Side
from onrecord.store.ground_view import of_ids
from onrecord.store.rows import from_row

WHOLE_RECORD = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """So many of a list, without the first `start`."""

    start: int = 0
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySize:
    """A story and how much there is in it; `number` is its place by size, `seen_at` when its last article came."""

    id: str
    headline: str
    first: str | None
    last: str | None
    number: int
    articles: int
    outlets: int
    undated: int
    statements: int
    positions: int
    differences: int
    seen_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A position without what it is made of: whose line it is on which issue, and what it changed from."""

    position: str
    issue: str
    party: str
    changed: str | None


class CountedView:
    """What was counted and put in order when the record was derived; every answer is as long as it is asked to be."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._reported: dict[Extent, tuple[str, ...]] = {}

    def tally(self, scope: str, kind: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The values of the facet in the story or of the actor, each with its statements, the most frequent first."""
        rows = self._reader.rows(queries.TALLY, {"scope": scope, "kind": kind, "limit": limit})
        return tuple((value, statements) for value, statements in rows)

    def values(self, scope: str, kind: str) -> int:
        """How many values the facet has there."""
        return self._number(queries.VALUES, scope=scope, kind=kind)

    def counted(self, what: str) -> int:
        """How many there are in the record: articles, outlets, attributions, statements, actors, stories, earlier."""
        return self._number(queries.TALLIED, scope=WHOLE_RECORD, kind="count", value=what)

    def rejected_count(self) -> int:
        """How many captures could not be read."""
        return self._number(queries.REJECTED_COUNT)

    def rejected_page(self, part: Slice) -> tuple[Rejected, ...]:
        """Some of what could not be read, by path."""
        return tuple(from_row(Rejected, row) for row in self._page(queries.REJECTED_PAGE, part))

    def story_size(self, story: str) -> StorySize | None:
        """The story of this id, and how much there is in it."""
        return next(self._sizes(queries.STORY_SIZE, story=story), None)

    def stories_by_size(self, part: Slice) -> tuple[StorySize, ...]:
        """Some stories, the largest first."""
        return tuple(self._sizes(queries.STORIES_BY_SIZE, start=part.start, limit=part.limit))

    def stories_seen_last(self, limit: int) -> tuple[StorySize, ...]:
        """The stories that grew last, the last first."""
        return tuple(self._sizes(queries.STORIES_SEEN_LAST, limit=limit))

    def speakers(self) -> int:
        """How many say anything that counts."""
        return self._number(queries.SPEAKERS)

    def speakers_page(self, part: Slice) -> tuple[tuple[Actor, int], ...]:
        """Some of those who speak, the most quoted first, each with the statements."""
        rows = self._page(queries.SPEAKERS_PAGE, part)
        return tuple((from_row(Actor, row), statements) for statements, *row in rows)

    def articles_count(self) -> int:
        """How many articles there are of which no later version stands."""
        return self._number(queries.ARTICLES_COUNT)

    def articles_page(self, part: Slice) -> tuple[str, ...]:
        """The ids of some of them, by path."""
        return tuple(article for (article,) in self._page(queries.ARTICLES_PAGE, part))

    def statements_in(self, part: Extent) -> int:
        """How many statements the part has."""
        kind, value = part.only_facet
        row = self._reader.row(queries.TALLIED, {"scope": part.scope, "kind": kind, "value": value}) if kind else None
        return int(row[0]) if row else self._number(queries.count_of(part.condition), **part.values)

    def undated_in(self, part: Extent) -> int:
        """How many of them bear no day."""
        return self._number(queries.count_of(f"{part.condition} AND {queries.UNDATED}"), **part.values)

    def prominent(self, part: Extent, some: Slice) -> tuple[Statement, ...]:
        """Some of its statements, the most prominent first."""
        return tuple(self._statements(part, queries.BY_PLACE, some))

    def prominent_dated(self, part: Extent, some: Slice) -> tuple[Statement, ...]:
        """Some of those that bear a day, the most prominent first."""
        return tuple(self._statements(part, queries.BY_PLACE, some, queries.DATED))

    def prominent_undated(self, part: Extent, some: Slice) -> tuple[Statement, ...]:
        """Some of those that bear none, the most prominent first."""
        return tuple(self._statements(part, queries.BY_PLACE, some, queries.UNDATED))

    def in_order(self, part: Extent, some: Slice) -> tuple[Statement, ...]:
        """Some of its statements by day, in a day the most prominent first, the undated last."""
        return tuple(self._statements(part, queries.BY_DAY, some))

    def said_last(self, part: Extent, limit: int) -> tuple[Statement, ...]:
        """What was said on the last days, in a day the most prominent first."""
        return tuple(self._statements(part, queries.BY_LAST_DAY, Slice(limit=limit), queries.DATED))

    def seen_last(self, part: Extent, limit: int) -> tuple[tuple[Statement, str], ...]:
        """What came into the record last, each with when it did."""
        return tuple(self._seen(part, queries.BY_SEEN, Slice(limit=limit), queries.SEEN))

    def position(self, position: str) -> Position | None:
        """The position of this id."""
        row = self._reader.row(queries.POSITION, {"id": position})
        return None if row is None else from_row(Position, row)

    def position_reports(self, position: str) -> tuple[int, int]:
        """How many reports its statements have, and in how many articles."""
        row = self._reader.row(queries.POSITION_REPORTS, {"position": position}) or (0, 0)
        return (int(row[0]), int(row[1]))

    def position_outlets(self, position: str) -> tuple[str, ...]:
        """The outlets that report its statements, by name."""
        return tuple(outlet for (outlet,) in self._reader.rows(queries.POSITION_OUTLETS, {"position": position}))

    def position_origins(self, position: str) -> tuple[tuple[tuple[str, ...], int], ...]:
        """The origins of its statements, and how many are independent; each such pair once."""
        rows = self._reader.rows(queries.POSITION_ORIGINS, {"position": position})
        return tuple((msgspec.json.decode(names, type=tuple[str, ...]), number) for names, number in rows)

    def position_best(self, position: str) -> Statement | None:
        """The statement that shows it best: quoted before told, by what most articles report, the newest of them."""
        row = self._reader.row(queries.POSITION_BEST, {"position": position})
        return None if row is None else from_row(Statement, row)

    def position_prominent(self, position: str, limit: int) -> tuple[Statement, ...]:
        """Its most prominent statements."""
        rows = self._reader.rows(queries.POSITION_PROMINENT, {"position": position, "limit": limit})
        return tuple(from_row(Statement, row) for row in rows)

    def positions_in(self, part: Extent) -> int:
        """How many positions the part of a story shows."""
        return self._number(f"SELECT count(*) FROM {queries.positions(part)}", **part.values)

    def positions_page(self, part: Extent, some: Slice) -> tuple[Position, ...]:
        """Some of them, what changed before what did not, then the most reported first."""
        return self.positions_counted(part, some)[0]

    def positions_counted(self, part: Extent, some: Slice) -> tuple[tuple[Position, ...], int]:
        """The same, and how many there are; 0 where the slice has none."""
        rows = tuple(self._page(queries.positions_page(part), some, **part.values))
        return tuple(from_row(Position, row) for _, *row in rows), _all_of(rows)

    def positions_shown_by(self, statement: str) -> tuple[Position, ...]:
        """The positions that the statement shows."""
        rows = self._reader.rows(queries.POSITIONS_SHOWN_BY, {"statement": statement})
        return tuple(from_row(Position, row) for row in rows)

    def positions_held(self, actor: str, some: Slice) -> tuple[Position, ...]:
        """Some positions of the actor, and of those for whom it speaks, in the same order."""
        return tuple(from_row(Position, row) for row in self._page(queries.POSITIONS_HELD, some, actor=actor))

    def positions_held_by(self, actor: str) -> int:
        """How many there are."""
        return self._number(queries.POSITIONS_HELD_COUNT, actor=actor)

    def positions_changed(self, story: str, limit: int) -> tuple[Position, ...]:
        """The positions of the story that changed last, the last first."""
        rows = self._reader.rows(queries.POSITIONS_CHANGED, {"story": story, "limit": limit})
        return tuple(from_row(Position, row) for row in rows)

    def cells(self, story: str) -> Iterator[Cell]:
        """All positions of the story, without what they are made of."""
        for position, issue, party, changed in self._reader.rows(queries.POSITION_CELLS, {"story": story}):
            yield Cell(position=position, issue=issue, party=party, changed=changed)

    def names_of_actor(self, actor: str) -> int:
        """In how many articles the actor is named, each name counted."""
        return self._number(queries.CARDS, actor=actor)

    def some_entities(self, actor: str, limit: int) -> tuple[Entity, ...]:
        """Some of the actor's entities, by id."""
        rows = self._reader.rows(queries.ENTITIES_SOME, {"actor": actor, "limit": limit})
        return tuple(from_row(Entity, row) for row in rows)

    def differences_in(self, part: Extent) -> int:
        """How many differences the part of a story has."""
        if _is_told_by_two(part):
            return len(self._told_by_two(part))
        return self._number(f"SELECT count(*) FROM {queries.differences(part)}", **part.values)

    def differences_page(self, part: Extent, some: Slice) -> tuple[Discrepancy, ...]:
        """Some of them: conflicts before what is explained, figures before words, what many tell first."""
        return self.differences_counted(part, some)[0]

    def differences_counted(self, part: Extent, some: Slice) -> tuple[tuple[Discrepancy, ...], int]:
        """The same, and how many there are; 0 where the slice has none.

        Of a part without an outlet they are those of which two of the articles that report it tell something.
        """
        if _is_told_by_two(part):
            told = self._told_by_two(part)
            wanted = told[some.start : some.start + some.limit]
            named = of_ids(self._reader, queries.DIFFERENCES_NAMED, wanted)
            found = {one.id: one for one in (from_row(Discrepancy, row) for row in named)}
            return tuple(found[one] for one in wanted), len(told)
        rows = tuple(self._page(queries.differences_page(queries.differences(part)), some, **part.values))
        return tuple(from_row(Discrepancy, row) for _, *row in rows), _all_of(rows)

    def _told_by_two(self, part: Extent) -> Sequence[str]:
        reporting = frozenset(self._reporting(part))
        first: dict[str, str] = {}
        found: dict[str, None] = {}
        for difference, article in self._reader.rows(queries.TELLING, {"scope": part.scope}):
            if article in reporting and first.setdefault(difference, article) != article:
                found[difference] = None
        return tuple(found)

    def articles_in(self, part: Extent) -> int:
        """How many articles of the story report the part."""
        return self._number(queries.ARTICLES, scope=part.scope) if part.is_all else len(self._reporting(part))

    def articles_of(self, part: Extent, some: Slice) -> tuple[str, ...]:
        """The ids of some of them, by day of publication."""
        return self.articles_counted(part, some)[0]

    def articles_counted(self, part: Extent, some: Slice) -> tuple[tuple[str, ...], int]:
        """The same, and how many there are."""
        if not part.is_all:
            every = self._reporting(part)
            return every[some.start : some.start + some.limit], len(every)
        rows = self._page(queries.ARTICLES_BY_DAY, some, scope=part.scope)
        return tuple(article for (article,) in rows), self.articles_in(part)

    def articles_among(self, part: Extent, articles: Sequence[str]) -> tuple[str, ...]:
        """Those of the articles that report the part."""
        if part.is_all:
            rows = of_ids(self._reader, queries.ARTICLES_AMONG, articles, scope=part.scope)
            found = frozenset(article for (article,) in rows)
        else:
            found = frozenset(self._reporting(part))
        return tuple(article for article in articles if article in found)

    def _reporting(self, part: Extent) -> tuple[str, ...]:
        """The articles of the story that report the part, by day of publication; asked for once."""
        if part not in self._reported:
            rows = self._reader.rows(queries.reporting(part), part.values)
            self._reported[part] = tuple(article for (article,) in rows)
        return self._reported[part]

    def through_hands(self, story: str, left: str, right: str, side: Side) -> int:
        """How many statements went through the hands of both, or of one of them alone."""
        found = {"scope": story, "left": left, "right": right}
        return self._number(f"SELECT count(*) FROM ({side.statements}) AS found", **found)

    def through_hands_page(self, story: str, left: str, right: str, side: Side, some: Slice) -> tuple[Statement, ...]:
        """Some of them, the most prominent first."""
        condition = f"c.scope = :scope AND c.statement IN ({side.statements})"
        rows = self._page(queries.statements(condition, queries.BY_PLACE), some, scope=story, left=left, right=right)
        return tuple(from_row(Statement, row) for _, *row in rows)

    def told_otherwise(self, story: str, left: str, right: str) -> int:
        """How many things the articles of one hand tell otherwise than those of the other."""
        return self._number(f"SELECT count(*) FROM {queries.DIFFER}", scope=story, left=left, right=right)

    def told_otherwise_page(self, story: str, left: str, right: str, some: Slice) -> tuple[Discrepancy, ...]:
        """Some of them, in the order of differences."""
        rows = self._page(queries.differences_page(queries.DIFFER), some, scope=story, left=left, right=right)
        return tuple(from_row(Discrepancy, row) for _, *row in rows)

    def articles_through(self, story: str, hand: str, some: Slice) -> tuple[str, ...]:
        """The ids of some articles of the story that the outlet printed, or that have words through the agency."""
        query = f"{queries.THROUGH.format('hand')} ORDER BY h.article {queries.PAGE}"
        return tuple(article for (article,) in self._page(query, some, scope=story, hand=hand))

    def shared_by_hands(self, story: str, left: str, right: str, limit: int) -> tuple[tuple[Shared, str], ...]:
        """What articles of the left hand share word for word with others of the right, each with the left article."""
        rows = self._reader.rows(
            queries.SHARED_BY_HANDS, {"scope": story, "left": left, "right": right, "limit": limit}
        )
        return tuple((from_row(Shared, row), article) for article, *row in rows)

    def _statements(self, part: Extent, order: str, some: Slice, more: str = "") -> Iterator[Statement]:
        return (statement for statement, _ in self._seen(part, order, some, more))

    def _seen(self, part: Extent, order: str, some: Slice, more: str = "") -> Iterator[tuple[Statement, str]]:
        condition = f"{part.condition} AND {more}" if more else part.condition
        for seen_at, *row in self._page(queries.statements(condition, order), some, **part.values):
            yield from_row(Statement, row), seen_at

    def _sizes(self, query: str, **values: Any) -> Iterator[StorySize]:
        names = StorySize.__slots__
        return (StorySize(**dict(zip(names, row, strict=True))) for row in self._reader.rows(query, values))

    def _page(self, query: str, part: Slice, **values: Any) -> Iterator[tuple[Any, ...]]:
        return self._reader.rows(query, values | {"start": part.start, "limit": part.limit})

    def _number(self, query: str, **values: Any) -> int:
        row = self._reader.row(query, values)
        return int(row[0] or 0) if row else 0


def _all_of(rows: Sequence[tuple[Any, ...]]) -> int:
    """What each row of a page has at its head: how many there are on all pages."""
    return int(rows[0][0]) if rows else 0


def _is_told_by_two(part: Extent) -> bool:
    return part.outlet is None and not part.is_all
