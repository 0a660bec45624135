"""Days as intervals: whether two EDTF dates can be one day, and which of several tells the most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

ABOUT = timedelta(days=3)  # what "~" leaves open on either side
LONGEST_STRETCH = 31  # days; what may have been said on any of more has no place on a chart
NO_DAY = "9999"  # stands for the bounds of a date that is not given, so that it comes last


@lru_cache(maxsize=20_000)
def bounds(edtf: str | None) -> tuple[str, str]:
    """The first and the last day that the date can mean, as far as it tells; undated ones come last."""
    if not edtf:
        return (NO_DAY, NO_DAY)
    start, _, end = re.sub("[~?%]", "", edtf).partition("/")
    return (start[:10], (end or start)[:10])


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days from `first` to `last`, both counted in."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    def meets(self, other: Days) -> bool:
        """Whether at least one day is in both."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=20_000)
def days_of(edtf: str | None) -> Days | None:
    """The days that an EDTF date or interval covers; None where it is none or covers no known days."""
    if not edtf:
        return None
    head, slash, tail = edtf.partition("/")
    first = _one(head)
    last = _one(tail) if slash else first
    if first is None or last is None or last.last < first.first:
        return None
    return Days(first=first.first, last=last.last)


def placed(edtf: str | None) -> Days | None:
    """The days on which a chart draws what bears the date; None where they are not told, or too many."""
    days = days_of(edtf)
    return days if days and days.length <= LONGEST_STRETCH else None


def _one(edtf: str) -> Days | None:
    bare = edtf.rstrip("~?%")
    parts = bare[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        first = date(numbers[0], numbers[1] if len(numbers) > 1 else 1, numbers[2] if len(numbers) > 2 else 1)
    except ValueError:
        return None
    last = {1: _year_end, 2: _month_end}.get(len(numbers), lambda day: day)(first)
    about = ABOUT if bare != edtf else timedelta()
    return Days(first=first - about, last=last + about)


def _year_end(first: date) -> date:
    return date(first.year, 12, 31)


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def apart(left: str | None, right: str | None) -> int | None:
    """How many days lie between two dates, 0 where they meet; None where one is not known."""
    one, other = days_of(left), days_of(right)
    if one is None or other is None:
        return None
    if one.meets(other):
        return 0
    return (other.first - one.last).days if one.last < other.first else (one.first - other.last).days


def narrowest(dates: list[str]) -> str | None:
    """The date that covers fewest days; of several, the one given most often, then the first."""
    known = [(days.length, -dates.count(edtf), edtf) for edtf in dates if (days := days_of(edtf))]
    return min(known)[2] if known else None
