"""What was said as the marks of a chart: one for each statement, or counts by stretch of time where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from onrecord.pages.counting import say_origins
from onrecord.pages.days import NOT_GIVEN, say_day
from onrecord.pages.scale import Temper, temper_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.stances import say_line
from onrecord.pages.wording import cut
from onrecord.records import Position, Stance, Statement
from onrecord.records.scale import SCORES
from onrecord.store import PlottedDay
from onrecord.text.days import placed

MOST_OUTLETS = 6
LONGEST = 180  # characters of what was said
MOST_BARS = 60  # in a row, as far as years do not make more
Stretch: TypeAlias = tuple[date, date]  # its first and its last day
# By the category's name, as the store has it.
KIND_OF = {str(one): temper_of(one) for one in Stance}
SCORE_OF = {str(one): SCORES[one] for one in Stance}


class Step(StrEnum):
    """The stretch of time that one bar counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A statement and in which row it is drawn, counted from 0.

    `position` is the line that it shows, if any; with one that `turns` a line begins that is another than before.
    """

    row: int
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


def mark_of(point: Point, shelf: Shelf) -> Mark:
    """The dated statement as a mark."""
    statement, position = point.statement, point.position
    days = placed(statement.said_on)
    if days is None:
        raise ValueError(f"{statement.id}: {statement.said_on or NOT_GIVEN}; draw only what has its days")
    actor = shelf.actor(statement.speaker)
    reports = shelf.reports(statement)
    outlets = tuple(dict.fromkeys(outlet for one in reports if (outlet := shelf.outlet(one.article))))
    return Mark(
        row=point.row,
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


class Tally:
    """What is drawn in the rows, added up by stretches of time."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._stretches: dict[str, Stretch] = {}  # of each day
        self._counted: dict[tuple[int, Stretch], dict[str, int]] = {}  # by stance
        self._turns: Counter[tuple[int, Stretch]] = Counter()

    def add(self, row: int, drawn: Iterable[PlottedDay], times: int = 1) -> None:
        """What is drawn on these days counts in the row; what may be of several days counts at the first."""
        counted, stretches = self._counted, self._stretches
        for day, stance, statements, turns in drawn:
            if day not in stretches:
                stretches[day] = stretch(date.fromisoformat(day), self._step)
            key = row, stretches[day]
            found = counted.get(key)
            if found is None:
                found = counted[key] = {}
            found[stance] = found.get(stance, 0) + times * statements
            if turns:
                self._turns[key] += times * turns

    def bars(self) -> tuple[Bar, ...]:
        """The bars of all rows."""
        days = {one: _said(one) for _, one in self._counted}
        kept = sorted(key for key, stances in self._counted.items() if any(stances.values()))
        return tuple(_bar(row, days[one], self._counted[row, one], self._turns[row, one]) for row, one in kept)


def _said(days: Stretch) -> tuple[str, str, str]:
    """The first and the last day of the stretch, and both in words."""
    first, last = (one.isoformat() for one in days)
    return first, last, say_day(first if first == last else f"{first}/{last}")


def _bar(row: int, days: tuple[str, str, str], stances: Mapping[str, int], turns: int) -> Bar:
    kinds = dict.fromkeys(Temper, 0)
    scores, lines = 0.0, 0
    for stance in sorted(stances):
        if stance:
            kinds[KIND_OF[stance]] += stances[stance]
            scores += SCORE_OF[stance] * stances[stance]
            lines += stances[stance]
    return Bar(
        row=row,
        first=days[0],
        last=days[1],
        day=days[2],
        statements=sum(stances.values()),
        willing=kinds[Temper.WILLING],
        asking=kinds[Temper.ASKING],
        blaming=kinds[Temper.BLAMING],
        refusing=kinds[Temper.REFUSING],
        hostile=kinds[Temper.HOSTILE],
        turns=turns,
        score=round(scores / lines, 1) if lines else None,
    )


def stretch(day: date, step: Step) -> Stretch:
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
