"""From what is drawn to the rows, marks and bars of one chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.pages.days import say_day
from onrecord.pages.marks import Bar, Mark, Point, Step, Tally, mark_of, step_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.wording import cut
from onrecord.records import Event
from onrecord.store import PlottedDay, PlottedName, PlottedRow
from onrecord.text.days import Days, days_of

MOST_ROWS = 12
MOST_WITHIN = 4
MOST_HAPPENINGS = 24
LONGEST = 110  # characters of a headline


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A row of a chart: a party and who speaks for it (`within`), or an issue of a story.

    `name` is None for statements whose speaker is not told, and for what `rest` others share that have no row of their
    own, which are then `within`. `undated` are statements of no day, which have no mark.
    """

    name: str | None
    story: str | None
    within: tuple[str, ...]
    more_within: int
    rest: int
    statements: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened in a story, by a headline; `on` is the day as the record has it."""

    on: str
    first: str
    last: str
    day: str
    headline: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A mark for each statement, or bars of one `step` each where they are too many; one of the two is empty."""

    rows: tuple[ChartRow, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    step: Step
    happenings: tuple[Happening, ...]
    more_happenings: int
    statements: int
    undated: int


Key = tuple[str, str]  # a row: the party and "", or an issue and its story


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The rows that share one, by their names: the names with most statements before others."""

    rows: int
    names: tuple[str, ...]
    statements: int
    dated: int


class Plot(Protocol):
    """What is drawn: by row, or statement by statement, as far as it is asked for."""

    def rows(self, most: int) -> Sequence[PlottedRow]:
        """The first rows, those with most that is drawn before others, without that of no one told."""
        ...

    def speakers(self, row: PlottedRow) -> Sequence[str]:
        """Who speaks in a row, those who say most first."""
        ...

    def names(self) -> Sequence[PlottedName]:
        """What all rows of each name have, that of no one told included."""
        ...

    def days(self, row: PlottedRow) -> Sequence[PlottedDay]:
        """What is drawn in one row."""
        ...

    def total(self) -> Sequence[PlottedDay]:
        """What is drawn in all rows together."""
        ...

    def points(self, places: Callable[[Key], int]) -> Iterable[Point]:
        """Each statement that is drawn, in the row that has this place."""
        ...


def chart_of(plot: Plot, events: Iterable[Event], shelf: Shelf, most_marks: int) -> Chart:
    """The chart of what is drawn, with what happened meanwhile; more than `most_marks` are counted."""
    names = plot.names()
    rows = _rows(plot, names)
    statements, dated = sum(one.statements for one in names), sum(one.dated for one in names)
    few = dated <= most_marks
    step = _step(names)
    happened, more_happened = _happenings(events)
    marks = [mark_of(one, shelf) for one in plot.points(_places(rows))] if few else []
    return Chart(
        rows=tuple(_row(one, plot) for one in rows),
        marks=tuple(sorted(marks, key=lambda one: (one.first, one.last, one.row, one.statement))),
        bars=() if few else _bars(plot, rows, step),
        step=step,
        happenings=tuple(happened),
        more_happenings=more_happened,
        statements=statements,
        undated=statements - dated,
    )


def _rows(plot: Plot, names: Iterable[PlottedName]) -> list[PlottedRow | Rest]:
    """The rows: those with most that have a day, the others together, then that of no one told."""
    first = plot.rows(MOST_ROWS + 1)
    drawn = sum(1 for one in first if one.dated)
    kept = first[: drawn if drawn <= MOST_ROWS else MOST_ROWS - 1]
    told = {one.name: one for one in names}
    untold = told.pop("", None)
    rest = _rest(told, kept)
    others = [first[len(kept)] if rest.rows == 1 else rest] if rest.rows else []
    last = [PlottedRow("", "", untold.statements, untold.dated)] if untold else []
    return [*kept, *others, *last]


def _rest(names: Mapping[str, PlottedName], kept: Iterable[PlottedRow]) -> Rest:
    """What there is besides the rows that are kept."""
    left = dict(names)
    for row in kept:
        one = left[row.name]
        left[row.name] = one._replace(
            rows=one.rows - 1, statements=one.statements - row.statements, dated=one.dated - row.dated
        )
    others = sorted((one for one in left.values() if one.rows), key=lambda one: (-one.statements, one.name))
    return Rest(
        rows=sum(one.rows for one in others),
        names=tuple(one.name for one in others),
        statements=sum(one.statements for one in others),
        dated=sum(one.dated for one in others),
    )


def _places(rows: Sequence[PlottedRow | Rest]) -> Callable[[Key], int]:
    """The place of a row by its key; those that have none of their own share one."""
    own = {(one.name, one.story): place for place, one in enumerate(rows) if isinstance(one, PlottedRow)}
    shared = next((place for place, one in enumerate(rows) if isinstance(one, Rest)), -1)
    return lambda key: own.get(key, shared)


def _row(one: PlottedRow | Rest, plot: Plot) -> ChartRow:
    names = plot.speakers(one) if isinstance(one, PlottedRow) else one.names
    own = one if isinstance(one, PlottedRow) else None
    return ChartRow(
        name=own.name or None if own else None,
        story=own.story or None if own else None,
        within=tuple(names[:MOST_WITHIN]),
        more_within=max(len(names) - MOST_WITHIN, 0),
        rest=0 if isinstance(one, PlottedRow) else one.rows,
        statements=one.statements,
        undated=one.statements - one.dated,
    )


def _step(names: Iterable[PlottedName]) -> Step:
    days = [(one.first, one.last) for one in names if one.first and one.last]
    if not days:
        return Step.DAY
    first, last = min(first for first, _ in days), max(last for _, last in days)
    return step_of(date.fromisoformat(first), date.fromisoformat(last))


def _bars(plot: Plot, rows: Sequence[PlottedRow | Rest], step: Step) -> tuple[Bar, ...]:
    """The bars of each row; what the rest shares is what there is besides the others."""
    tally = Tally(step)
    shared = next((place for place, one in enumerate(rows) if isinstance(one, Rest)), None)
    if shared is not None:
        tally.add(shared, plot.total())
    for place, one in enumerate(rows):
        if isinstance(one, PlottedRow):
            days = plot.days(one)
            tally.add(place, days)
            if shared is not None:
                tally.add(shared, days, -1)
    return tally.bars()


def _happenings(events: Iterable[Event]) -> tuple[list[Happening], int]:
    """The first events that have a day, those of most articles before others, and how many there are besides."""
    dated = [(one, days) for one in events if one.on and (days := days_of(one.on))]
    dated.sort(key=lambda pair: (-len(pair[0].articles), pair[1].first, pair[0].headline))
    return [_happening(one, days) for one, days in dated[:MOST_HAPPENINGS]], max(len(dated) - MOST_HAPPENINGS, 0)


def _happening(event: Event, days: Days) -> Happening:
    return Happening(
        on=event.on or "",
        first=days.first.isoformat(),
        last=days.last.isoformat(),
        day=say_day(event.on),
        headline=cut(event.headline, LONGEST),
        articles=len(event.articles),
    )
