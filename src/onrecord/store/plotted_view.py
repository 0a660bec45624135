"""Questions whose answers are what a chart draws: rows, and counts by day, however much was said."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.store.database import Reader
from onrecord.store.extents import Extent

# The rows by who speaks, and what is drawn of them by day: of all of a story or of an actor, and of a part of a story.
COUNTED = "(SELECT r.* FROM plotted_row r WHERE r.scope = :scope) AS n"
COUNTED_IN_PART = """(
  SELECT c.name, '' AS story, c.speaker, count(*) AS statements, count(c.first_day) AS dated,
    min(c.first_day) AS first_day, max(c.last_day) AS last_day
  FROM plotted c WHERE {condition} GROUP BY c.name, c.speaker
) AS n"""
ROWS = """
SELECT n.name, n.story, sum(n.statements), sum(n.dated) FROM {rows} WHERE {first} GROUP BY n.name, n.story
ORDER BY 4 DESC, 3 DESC, n.name, n.story LIMIT :most
"""
SPEAKERS = """
SELECT n.speaker, n.statements FROM {rows} WHERE n.name = :name AND n.story = :story AND n.speaker <> ''
ORDER BY n.statements DESC, n.speaker
"""
NAMES = """
SELECT n.name, count(DISTINCT n.story), sum(n.statements), sum(n.dated), min(n.first_day), max(n.last_day) FROM {rows}
GROUP BY n.name
"""
DAYS = """
SELECT n.day, n.stance, n.statements, n.turns FROM plotted_day n
WHERE n.scope = :scope AND n.name = :name AND n.story = :story AND n.day <> ''
"""
TOTALS = "SELECT n.day, n.stance, n.statements, n.turns FROM plotted_total n WHERE n.scope = :scope"
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


class PlottedRow(NamedTuple):
    """How many statements a row has, and how many of them are drawn.

    The row of a story is a party (empty where no one is told), that of an actor an issue of a `story`.
    """

    name: str
    story: str
    statements: int
    dated: int


class PlottedName(NamedTuple):
    """How many rows have the name (empty: where no one is told), what they come to, and from when to when."""

    name: str
    rows: int
    statements: int
    dated: int
    first: str | None
    last: str | None


class PlottedDay(NamedTuple):
    """How many statements are drawn on a day that show a line of the stance, or none; and how many lines begin."""

    day: str
    stance: str
    statements: int
    turns: int


class PlottedPoint(NamedTuple):
    """A statement that is drawn, in which row, the line that it shows, if any, and whether that begins with it."""

    name: str
    story: str
    statement: str
    position: str
    turns: bool


class PlottedView:
    """What is drawn of a story, of a part of it, or of an actor."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def plotted_rows(self, part: Extent, most: int) -> tuple[PlottedRow, ...]:
        """The first rows, those with most that is drawn before others, without that of no one told."""
        first = "n.name <> ''" + (" AND n.number <= :most" if part.is_all else "")
        query = ROWS.format(rows=_rows(part), first=first)
        return tuple(map(PlottedRow._make, self._reader.rows(query, part.values | {"most": most})))

    def plotted_speakers(self, part: Extent, name: str, story: str) -> tuple[str, ...]:
        """Who speaks in a row, those who say most first."""
        values = part.values | {"name": name, "story": story}
        return tuple(speaker for speaker, _ in self._reader.rows(SPEAKERS.format(rows=_rows(part)), values))

    def plotted_names(self, part: Extent) -> tuple[PlottedName, ...]:
        """What all rows of each name have; in any order."""
        return tuple(map(PlottedName._make, self._reader.rows(NAMES.format(rows=_rows(part)), part.values)))

    def plotted_days(self, part: Extent, name: str, story: str) -> tuple[PlottedDay, ...]:
        """What is drawn in one row."""
        condition = f"{part.condition} AND c.name = :name"
        query = DAYS if part.is_all else DAYS_OF_PART.format(condition=condition)
        values = part.values | {"name": name} | ({"story": story} if part.is_all else {})
        return tuple(map(PlottedDay._make, self._reader.rows(query, values)))

    def plotted_total(self, part: Extent) -> tuple[PlottedDay, ...]:
        """What is drawn in all rows together."""
        query = TOTALS if part.is_all else DAYS_OF_PART.format(condition=part.condition)
        return tuple(map(PlottedDay._make, self._reader.rows(query, part.values)))

    def plotted_points(self, part: Extent) -> tuple[PlottedPoint, ...]:
        """Each statement of a story, or of a part of it, that is drawn."""
        query = POINTS.format(condition=part.condition)
        return tuple(map(PlottedPoint._make, self._reader.rows(query, part.values)))

    def points_of_actor(self, actor: str) -> tuple[PlottedPoint, ...]:
        """The same of an actor, once for each line."""
        return tuple(map(PlottedPoint._make, self._reader.rows(POINTS_OF_ACTOR, {"scope": actor})))

    def days_of_part(self, part: Extent) -> frozenset[str]:
        """The dates of its statements, as the record has them."""
        rows = self._reader.rows(SAID_ON_DAYS.format(condition=part.condition), part.values)
        return frozenset(said_on for (said_on,) in rows)


def _rows(part: Extent) -> str:
    """SQL for the rows `n`, by who speaks."""
    return COUNTED if part.is_all else COUNTED_IN_PART.format(condition=part.condition)
