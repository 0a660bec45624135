"""From what is drawn to the rows, marks and bars of one chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.pages.days import say_day
from onrecord.pages.marks import Bar, Mark, Point, Step, bars_of, mark_of, step_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.wording import cut
from onrecord.records import Event, Stance
from onrecord.store import PlottedDay, PlottedRow
from onrecord.text.days import days_of

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


class Plot(Protocol):
    """What is drawn: by row, or statement by statement, as far as it is asked for."""

    def rows(self) -> Sequence[PlottedRow]:
        """The rows by who speaks."""
        ...

    def days(self, key: Key) -> Sequence[PlottedDay]:
        """What is drawn in one row."""
        ...

    def total(self) -> Sequence[PlottedDay]:
        """What is drawn in all rows together."""
        ...

    def points(self, places: Mapping[Key, int]) -> Iterable[Point]:
        """Each statement that is drawn, in the row that has this place."""
        ...


def chart_of(plot: Plot, events: Iterable[Event], shelf: Shelf, most_marks: int) -> Chart:
    """The chart of what is drawn, with what happened meanwhile; more than `most_marks` are counted."""
    counted = plot.rows()
    rows = _rows(counted)
    statements, dated = (sum(getattr(one, name) for one in counted) for name in ("statements", "dated"))
    few = dated <= most_marks
    step, happened = _step(counted), _happenings(events)
    places = {_key(one): place for place, row in enumerate(rows) for one in row}
    marks = [mark_of(one, shelf) for one in plot.points(places)] if few else []
    return Chart(
        rows=tuple(_row(one) for one in rows),
        marks=tuple(sorted(marks, key=lambda one: (one.first, one.last, one.row, one.statement))),
        bars=() if few else _bars(plot, rows, step),
        step=step,
        happenings=happened[:MOST_HAPPENINGS],
        more_happenings=max(len(happened) - MOST_HAPPENINGS, 0),
        statements=statements,
        undated=statements - dated,
    )


def _key(row: PlottedRow) -> Key:
    return row.name, row.story


def _rows(counted: Iterable[PlottedRow]) -> list[list[PlottedRow]]:
    """What is in each row: those with most that have a day, the others together, then those of no one told."""
    groups: dict[Key, list[PlottedRow]] = {}
    for one in counted:
        groups.setdefault(_key(one), []).append(one)
    untold = groups.pop(("", ""), [])
    dated = {key: sum(one.dated for one in several) for key, several in groups.items()}
    whole = {key: sum(one.statements for one in several) for key, several in groups.items()}
    ranked = sorted(groups, key=lambda one: (-dated[one], -whole[one], one))
    drawn = sum(1 for one in ranked if dated[one])
    kept = ranked[: drawn if drawn <= MOST_ROWS else MOST_ROWS - 1]
    rest = [one for key in ranked[len(kept) :] for one in groups[key]]
    return [each for each in (*(groups[key] for key in kept), rest, untold) if each]


def _row(several: Sequence[PlottedRow]) -> ChartRow:
    keys = {_key(one) for one in several}
    shared = len(keys) > 1
    inner: Counter[str] = Counter()
    for one in several:
        inner[one.name if shared else one.speaker] += one.statements
    del inner[""]
    names = sorted(inner, key=lambda one: (-inner[one], one))
    statements = sum(one.statements for one in several)
    return ChartRow(
        name=None if shared else several[0].name or None,
        story=None if shared else several[0].story or None,
        within=tuple(names[:MOST_WITHIN]),
        more_within=max(len(names) - MOST_WITHIN, 0),
        rest=len(keys) if shared else 0,
        statements=statements,
        undated=statements - sum(one.dated for one in several),
    )


def _step(counted: Iterable[PlottedRow]) -> Step:
    days = [(date.fromisoformat(one.first), date.fromisoformat(one.last)) for one in counted if one.first and one.last]
    return step_of(min(first for first, _ in days), max(last for _, last in days)) if days else Step.DAY


def _bars(plot: Plot, rows: Sequence[Sequence[PlottedRow]], step: Step) -> tuple[Bar, ...]:
    """The bars of each row; what the rest shares is what there is besides the others."""
    found: dict[int, Sequence[PlottedDay]] = {}
    for place, row in enumerate(rows):
        keys = {_key(one) for one in row}
        if len(keys) == 1:
            found[place] = plot.days(*keys)
    shared = [place for place in range(len(rows)) if place not in found]
    if shared:
        others = [one for several in found.values() for one in several]
        found[shared[0]] = _besides(plot.total(), others)
    return tuple(bar for place in sorted(found) for bar in bars_of(place, found[place], step))


def _besides(whole: Iterable[PlottedDay], others: Iterable[PlottedDay]) -> list[PlottedDay]:
    """What is drawn of the whole besides the others."""
    statements: Counter[tuple[str, Stance | None]] = Counter()
    turns: Counter[tuple[str, Stance | None]] = Counter()
    for sign, several in ((1, whole), (-1, others)):
        for one in several:
            statements[one.day, one.stance] += sign * one.statements
            turns[one.day, one.stance] += sign * one.turns
    return [
        PlottedDay(day=day, stance=stance, statements=number, turns=turns[day, stance])
        for (day, stance), number in statements.items()
        if number
    ]


def _happenings(events: Iterable[Event]) -> tuple[Happening, ...]:
    """The events that have a day, those of most articles first."""
    found = [
        Happening(
            on=one.on,
            first=days.first.isoformat(),
            last=days.last.isoformat(),
            day=say_day(one.on),
            headline=cut(one.headline, LONGEST),
            articles=len(one.articles),
        )
        for one in events
        if one.on and (days := days_of(one.on))
    ]
    return tuple(sorted(found, key=lambda one: (-one.articles, one.first, one.headline)))
