"""What was said as the marks of a chart: one for each statement, or counts by stretch of time where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from onrecord.pages.counting import say_origins
from onrecord.pages.days import NOT_GIVEN, say_day
from onrecord.pages.scale import SCORES, Temper, temper_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.stances import say_line
from onrecord.pages.wording import cut
from onrecord.records import Position, Stance, Statement
from onrecord.text.days import Days, days_of

MOST_OUTLETS = 6
LONGEST = 180  # characters of what was said
LONGEST_STRETCH = 31  # days; what may have been said on any of more has no place on a chart
MOST_BARS = 60  # in a row, as far as years do not make more


class Step(StrEnum):
    """The stretch of time that one bar counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A statement and where it belongs: to a party (None where it is not told), or to an issue of a story.

    `position` is the line that it shows, if any; with one that `turns` a line begins that is another than before.
    `speaker` is who speaks for the party, None where it speaks itself.
    """

    row: str | None
    story: str | None
    speaker: str | None
    statement: Statement
    position: Position | None
    turns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A statement as it is drawn: from the first to the last day on which it may have been said.

    `row` counts the chart's rows from 0. With one that `turns` a line begins that is another than before.
    """

    row: int
    statement: str
    first: str
    last: str
    day: str
    stance: Stance | None
    temper: Temper | None
    score: float | None
    line: str | None
    turns: bool
    speaker: str | None
    words: str
    outlets: tuple[str, ...]
    more_outlets: int
    origins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many statements of a row fall on a stretch of time, by kind; `score` is the mean of those with a line."""

    row: int
    first: str
    last: str
    day: str
    statements: int
    willing: int
    asking: int
    blaming: int
    refusing: int
    hostile: int
    turns: int
    score: float | None


def days_of_point(point: Point) -> Days | None:
    """The days on which it may have been said; None where they are not told, or too many to have a place."""
    return _drawn(point.statement.said_on)


@lru_cache(maxsize=20_000)
def _drawn(said_on: str | None) -> Days | None:
    days = days_of(said_on)
    return days if days and days.length <= LONGEST_STRETCH else None


def mark_of(point: Point, row: int, shelf: Shelf) -> Mark:
    """The dated statement as a mark."""
    statement, position = point.statement, point.position
    days = days_of_point(point)
    if days is None:
        raise ValueError(f"{statement.id}: {statement.said_on or NOT_GIVEN}; draw only what has its days")
    actor = shelf.actor(statement.speaker)
    reports = shelf.reports(statement)
    outlets = tuple(dict.fromkeys(outlet for one in reports if (outlet := shelf.outlet(one.article))))
    return Mark(
        row=row,
        statement=statement.id,
        first=days.first.isoformat(),
        last=days.last.isoformat(),
        day=say_day(statement.said_on),
        stance=position.stance if position else None,
        temper=temper_of(position.stance) if position else None,
        score=SCORES[position.stance] if position else None,
        line=say_line(position) if position else None,
        turns=point.turns,
        speaker=actor.name if actor else next((one.speaker_name for one in reports if one.speaker_name), None),
        words=cut(statement.text, LONGEST),
        outlets=outlets[:MOST_OUTLETS],
        more_outlets=max(len(outlets) - MOST_OUTLETS, 0),
        origins=say_origins(statement.origins, statement.independent_origins),
    )


def step_of(first: date, last: date) -> Step:
    """The shortest stretch that makes no more bars than a chart has room for."""
    days = (last - first).days + 1
    if days <= MOST_BARS:
        return Step.DAY
    if days <= MOST_BARS * 7:
        return Step.WEEK
    return Step.MONTH if days <= MOST_BARS * 30 else Step.YEAR


def bars_of(dated: Sequence[tuple[int, Point]], step: Step) -> tuple[Bar, ...]:
    """The dated statements of the rows, counted; one that may be of several days counts at the first."""
    counted: dict[tuple[int, date], list[Point]] = {}
    for row, point in dated:
        days = days_of_point(point)
        if days:
            counted.setdefault((row, stretch(days.first, step)[0]), []).append(point)
    return tuple(_bar(row, stretch(first, step), counted[row, first]) for row, first in sorted(counted))


def _bar(row: int, days: tuple[date, date], points: Sequence[Point]) -> Bar:
    stances = [one.position.stance for one in points if one.position]
    kinds = Counter(map(temper_of, stances))
    first, last = (one.isoformat() for one in days)
    return Bar(
        row=row,
        first=first,
        last=last,
        day=say_day(first if first == last else f"{first}/{last}"),
        statements=len(points),
        turns=sum(one.turns for one in points),
        score=round(sum(map(SCORES.__getitem__, stances)) / len(stances), 1) if stances else None,
        **{kind.value: kinds[kind] for kind in Temper},
    )


def stretch(day: date, step: Step) -> tuple[date, date]:
    """The first and the last day of the stretch in which the day lies."""
    match step:
        case Step.DAY:
            return day, day
        case Step.WEEK:
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        case Step.MONTH:
            after = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
            return day.replace(day=1), after - timedelta(days=1)
        case Step.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)
