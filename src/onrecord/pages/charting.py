"""From statements to the rows, marks and bars of one chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.pages.days import say_day
from onrecord.pages.marks import Bar, Mark, Point, Step, bars_of, days_of_point, mark_of, step_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.wording import cut
from onrecord.records import Event
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


def chart_of(points: Sequence[Point], events: Iterable[Event], shelf: Shelf, most_marks: int) -> Chart:
    """The chart of the statements, with what happened meanwhile; more than `most_marks` are counted."""
    rows = _rows(points)
    dated = [(place, one) for place, row in enumerate(rows) for one in row if days_of_point(one)]
    few = len(dated) <= most_marks
    step, happened = _step([one for _, one in dated]), _happenings(events)
    marks = (mark_of(one, place, shelf) for place, one in dated if few)
    return Chart(
        rows=tuple(_row(one) for one in rows),
        marks=tuple(sorted(marks, key=lambda one: (one.first, one.last, one.row, one.statement))),
        bars=() if few else bars_of(dated, step),
        step=step,
        happenings=happened[:MOST_HAPPENINGS],
        more_happenings=max(len(happened) - MOST_HAPPENINGS, 0),
        statements=len(points),
        undated=len(points) - len(dated),
    )


def _rows(points: Sequence[Point]) -> list[list[Point]]:
    """The statements of each row: those with most that have a day, the others together, then those of no one told."""
    groups: dict[tuple[str | None, str | None], list[Point]] = {}
    for one in points:
        groups.setdefault((one.row, one.story), []).append(one)
    untold = groups.pop((None, None), [])
    dated = {key: sum(1 for one in several if days_of_point(one)) for key, several in groups.items()}
    ranked = sorted(groups, key=lambda one: (-dated[one], -len(groups[one]), one))
    drawn = sum(1 for one in ranked if dated[one])
    kept = ranked[: drawn if drawn <= MOST_ROWS else MOST_ROWS - 1]
    rest = [one for key in ranked[len(kept) :] for one in groups[key]]
    return [each for each in (*(groups[key] for key in kept), rest, untold) if each]


def _row(points: Sequence[Point]) -> ChartRow:
    keys = {(one.row, one.story) for one in points}
    shared = len(keys) > 1
    inner = Counter(one.row if shared else one.speaker for one in points)
    del inner[None]
    names = sorted(inner, key=lambda one: (-inner[one], one or ""))
    return ChartRow(
        name=None if shared else points[0].row,
        story=None if shared else points[0].story,
        within=tuple(one for one in names[:MOST_WITHIN] if one),
        more_within=max(len(names) - MOST_WITHIN, 0),
        rest=len(keys) if shared else 0,
        statements=len(points),
        undated=sum(1 for one in points if not days_of_point(one)),
    )


def _step(dated: Sequence[Point]) -> Step:
    days = [days for one in dated if (days := days_of_point(one))]
    return step_of(min(one.first for one in days), max(one.last for one in days)) if days else Step.DAY


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
