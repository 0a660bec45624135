"""Extended dates (EDTF, ISO 8601-2): how they are written, and whether one is well formed."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Grain(StrEnum):
    """How finely a date is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> Moment:
        """The day as a moment."""
        return cls(year=day.year, month=day.month, day=day.day)

    @property
    def edtf(self) -> str:
        """The moment, with as many fields as are known."""
        year = f"-{-self.year:04d}" if self.year < 0 else f"{self.year:04d}"
        return "-".join([year, *(f"{field:02d}" for field in (self.month, self.day) if field is not None)])

    @property
    def first_day(self) -> date | None:
        """The first day it covers, None outside the years that Python's calendar knows."""
        return date(self.year, self.month or 1, self.day or 1) if 1 <= self.year <= 9999 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A moment, or the interval from one to another."""

    first: Moment
    last: Moment | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def edtf(self) -> str:
        """As EDTF; an interval of one moment is that moment."""
        mark = {(True, False): "~", (False, True): "?", (True, True): "%"}.get((self.approximate, self.uncertain), "")
        if self.last is None or self.last == self.first:
            return self.first.edtf + mark
        return f"{self.first.edtf}{mark}/{self.last.edtf}{mark}"

    @property
    def grain(self) -> Grain:
        """How finely it is told."""
        if self.last is not None:
            return Grain.INTERVAL
        if self.first.day is not None:
            return Grain.DAY
        return Grain.MONTH if self.first.month is not None else Grain.YEAR


def days(first: date, last: date) -> Value:
    """The interval from one day to another, both within it."""
    return Value(first=Moment.of(first), last=Moment.of(last))


def day_value(day: date) -> Value:
    """One day."""
    return Value(first=Moment.of(day))


def month_length(year: int, month: int) -> int:
    """How many days the month has; years that Python's calendar does not know count as 2000 does."""
    return monthrange(year if 1 <= year <= 9999 else 2000, month)[1]


_MOMENT = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-](\d\d):(\d\d))?)?)?)?[~?%]?")


def is_edtf(text: str) -> bool:
    """Whether `text` is a date, a date with time or an interval as this project writes them."""
    ends = text.split("/")
    return 1 <= len(ends) <= 2 and all(_is_moment(end) for end in ends) and _in_order(ends)


def _in_order(ends: list[str]) -> bool:
    if len(ends) == 1 or ends[0].startswith("-") or ends[1].startswith("-"):
        return True
    left, right = (end.rstrip("~?%") for end in ends)
    shared = min(len(left), len(right))
    return left[:shared] <= right[:shared]


def _is_moment(text: str) -> bool:
    found = _MOMENT.fullmatch(text)
    if not found:
        return False
    year, month, day, hour, minute, second, zone_hour, zone_minute = (
        int(field) if field else None for field in found.groups()
    )
    limits = ((month, 1, 12), (hour, 0, 24), (minute, 0, 59), (second, 0, 60), (zone_hour, 0, 14))
    if any(field is not None and not low <= field <= high for field, low, high in limits):
        return False
    if (zone_minute or 0) > 59 or year is None:
        return False
    return day is None or month is None or 1 <= day <= month_length(year, month)
