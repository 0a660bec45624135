"""Questions whose answers are what a chart draws: rows, and counts by day, however much was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Stance
from onrecord.store.database import Reader
from onrecord.store.extents import Extent

ROWS = """
SELECT n.name, n.story, n.speaker, n.statements, n.dated, n.first_day, n.last_day FROM plotted_row n
WHERE n.scope = :scope
"""
DAYS = """
SELECT n.day, n.stance, n.statements, n.turns FROM plotted_day n
WHERE n.scope = :scope AND n.name = :name AND n.story = :story AND n.day <> ''
"""
TOTALS = "SELECT n.day, n.stance, n.statements, n.turns FROM plotted_total n WHERE n.scope = :scope"
ROWS_OF_PART = """
SELECT c.name, '', c.speaker, count(*), count(c.first_day), min(c.first_day), max(c.last_day)
FROM plotted c WHERE {condition} GROUP BY c.name, c.speaker
"""
DAYS_OF_PART = """
SELECT c.first_day, c.stance, count(*), sum(c.turns) FROM plotted c
WHERE {condition} AND c.first_day IS NOT NULL GROUP BY c.first_day, c.stance
"""
POINTS = """
SELECT c.name, '', c.statement, c.position, c.turns FROM plotted c
WHERE {condition} AND c.first_day IS NOT NULL ORDER BY c.statement
"""
# With which statement a line begins that is another than before, as in `plotting`.
POINTS_OF_ACTOR = """
SELECT h.issue, p.story, l.statement, h.position, CASE WHEN p.changed IS NULL OR EXISTS (
    SELECT 1 FROM position_statement b JOIN statement_order e ON e.statement = b.statement
    WHERE b.position = l.position
    AND (e.first_day, e.last_day, e.statement) < (d.first_day, d.last_day, d.statement)
  ) THEN 0 ELSE 1 END
FROM holder h JOIN position p ON p.id = h.position JOIN position_statement l ON l.position = h.position
JOIN statement_order d ON d.statement = l.statement
WHERE h.actor = :scope AND d.drawn_first IS NOT NULL ORDER BY h.number, l.statement
"""
SAID_ON_DAYS = """
SELECT DISTINCT s.said_on FROM plotted c JOIN statement s ON s.id = c.statement
WHERE {condition} AND s.said_on IS NOT NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlottedRow:
    """How many statements a row has of a speaker, how many are drawn, and from when to when.

    The row of a story is a party (empty where no one is told), that of an actor an issue of a `story`; `speaker` is who
    speaks for the party, empty where it speaks itself.
    """

    name: str
    story: str
    speaker: str
    statements: int
    dated: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlottedDay:
    """How many statements are drawn on a day that show a line of this stance, or none, and how many lines begin."""

    day: str
    stance: Stance | None
    statements: int
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlottedPoint:
    """A statement that is drawn, in which row, the line that it shows, and whether that begins with it."""

    name: str
    story: str
    statement: str
    position: str | None
    turns: bool


class PlottedView:
    """What is drawn of a story, of a part of it, or of an actor."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def plotted_rows(self, part: Extent) -> tuple[PlottedRow, ...]:
        """The rows by who speaks, in any order."""
        query = ROWS if part.is_all else ROWS_OF_PART.format(condition=part.condition)
        return tuple(
            PlottedRow(
                name=name, story=story, speaker=speaker, statements=statements, dated=dated, first=first, last=last
            )
            for name, story, speaker, statements, dated, first, last in self._reader.rows(query, part.values)
        )

    def plotted_days(self, part: Extent, name: str, story: str) -> tuple[PlottedDay, ...]:
        """What is drawn in one row."""
        condition = f"{part.condition} AND c.name = :name"
        query = DAYS if part.is_all else DAYS_OF_PART.format(condition=condition)
        values = part.values | {"name": name} | ({"story": story} if part.is_all else {})
        return tuple(self._days(query, values))

    def plotted_total(self, part: Extent) -> tuple[PlottedDay, ...]:
        """What is drawn in all rows together."""
        query = TOTALS if part.is_all else DAYS_OF_PART.format(condition=part.condition)
        return tuple(self._days(query, part.values))

    def plotted_points(self, part: Extent) -> tuple[PlottedPoint, ...]:
        """Each statement of a story, or of a part of it, that is drawn."""
        return tuple(self._points(POINTS.format(condition=part.condition), part.values))

    def points_of_actor(self, actor: str) -> tuple[PlottedPoint, ...]:
        """The same of an actor, once for each line."""
        return tuple(self._points(POINTS_OF_ACTOR, {"scope": actor}))

    def days_of_part(self, part: Extent) -> frozenset[str]:
        """The dates of its statements, as the record has them."""
        rows = self._reader.rows(SAID_ON_DAYS.format(condition=part.condition), part.values)
        return frozenset(said_on for (said_on,) in rows)

    def _days(self, query: str, values: dict[str, str | None]) -> Iterator[PlottedDay]:
        for day, stance, statements, turns in self._reader.rows(query, values):
            known = Stance(stance) if stance else None
            yield PlottedDay(day=day, stance=known, statements=statements, turns=turns)

    def _points(self, query: str, values: dict[str, str | None]) -> Iterator[PlottedPoint]:
        for name, story, statement, position, turns in self._reader.rows(query, values):
            yield PlottedPoint(
                name=name, story=story, statement=statement, position=position or None, turns=bool(turns)
            )
