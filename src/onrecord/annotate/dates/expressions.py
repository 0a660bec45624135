"""What a date expression says, before a calendar is asked: made by the grammar, resolved by the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.annotate.dates.words import Holiday, Part, Season, Unit


class Which(StrEnum):
    """Which of the many Mondays, Mays, summers or weekends is meant."""

    TOLD_BY_TENSE = "told by tense"  # "on Monday"
    LAST = "last"  # "last Monday": of the week before
    LATEST = "latest"  # "this past Monday": the one just gone
    THIS = "this"
    NEXT = "next"  # "next Monday": of the week after
    COMING = "coming"  # "the coming Monday": the first that follows


class Anchor(StrEnum):
    """What a distance in time is counted from."""

    PUBLICATION = "publication"  # "two days ago"
    CONTEXT = "context"  # "two days later"
    CONTEXT_OR_PUBLICATION = "context or publication"  # "a year earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A date with some of its fields: "Feb. 17", "March 2024", "the 17th", "2014"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    which: Which = Which.TOLD_BY_TENSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """A date in figures that could be read month first or day first."""

    month_first: Point
    day_first: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week."""

    weekday: int
    which: Which = Which.TOLD_BY_TENSE
    weeks: int = 0  # "Monday week": so many weeks after the coming one


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """A Saturday and Sunday."""

    which: Which = Which.TOLD_BY_TENSE
    weeks: int = 0  # "the weekend before last" is one before the last


@dataclass(frozen=True, slots=True, kw_only=True)
class NthWeekday:
    """The first, second or last such weekday of a month: "the first Monday of May"; the last is -1."""

    nth: int
    weekday: int
    month: Point


class Side(StrEnum):
    """Which end of a week the day that names it is."""

    WITHIN = "within"  # "the week of May 5"
    FIRST = "first"  # "the week beginning May 5"
    LAST = "last"  # "the week ending May 5"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf:
    """The week, or the weekend, that a day names."""

    day: Point
    side: Side = Side.WITHIN
    weekend: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A whole unit so many units away: "yesterday", "last year", "two weeks ago", "the next day"."""

    unit: Unit
    count: float
    anchor: Anchor = Anchor.PUBLICATION
    approximate: bool = False
    whole: bool = False  # "last week" is the whole week, "a week ago" a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolling:
    """A stretch that begins or ends with the publication: "the past 30 days", "the next five years"."""

    unit: Unit
    count: float | None  # below zero for the past; None for "few"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonOf:
    """A season, of a year or relative to the publication."""

    season: Season
    year: int | None = None
    which: Which = Which.TOLD_BY_TENSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """All years from the first to the last: decades and centuries."""

    first: int
    last: int
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsOf:
    """So many months of a year from one on; `year_shift` counts where no year is named."""

    month: int
    months: int
    year: int | None = None
    year_shift: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOf:
    """The last day of a unit: "year's end", "the end of next month"."""

    unit: Unit
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayOf:
    """A feast, of a year or the one nearest to the publication."""

    holiday: Holiday
    year: int | None = None
    which: Which = Which.TOLD_BY_TENSE


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTo:
    """A range told in one breath: "Feb. 15-16", "Monday to Wednesday", "2014-16"."""

    first: Point | Weekday
    last: Point | Weekday


class Counted(StrEnum):
    """What is counted from an event."""

    DAYS_IN = "days in"  # "the third day of the strike"
    ANNIVERSARY = "anniversary"
    DAYS_OFF = "days off"  # "two days after the vote"
    MONTHS_OFF = "months off"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfEvent:
    """A day counted from an event, which the text must have dated; `event` is its noun in lower case."""

    event: str
    count: int
    counted: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolvable:
    """A date expression that tells no date: "a few years ago"."""


Expression = (
    Point | Ambiguous | Weekday | Weekend | NthWeekday | WeekOf | Shift | Rolling | SeasonOf | Years | MonthsOf | EndOf
    | HolidayOf | FromTo | OfEvent | Unresolvable
)  # fmt: skip
