"""Stretches of the calendar: so many months or years from one on."""

from __future__ import annotations

from datetime import date

from onrecord.annotate.dates.edtf import Moment, Value, month_length
from onrecord.annotate.dates.expressions import Years
from onrecord.annotate.dates.words import Part


def month_off(day: date, count: int) -> tuple[int, int]:
    """Year and month so many months from a day's."""
    months = day.year * 12 + day.month - 1 + count
    return months // 12, months % 12 + 1


def whole_months(year: int, month: int, count: int) -> Value:
    """So many whole months from one on, to the day."""
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    last = Moment(year=last_year, month=last_month, day=month_length(last_year, last_month))
    return Value(first=Moment(year=year, month=month, day=1), last=last)


def whole_years(years: Years) -> Value:
    """The years, or the part of them told, to the day; before our era to the year."""
    length = years.last - years.first + 1
    first, last = years.first, years.last
    match years.part:
        case Part.EARLY:
            last = first + length // 2 - 1
        case Part.LATE:
            first = first + length // 2
        case Part.MID:
            first, last = first + length * 4 // 10, first + length * 6 // 10
        case None:
            pass
    if first < 0:
        return Value(first=Moment(year=first), last=Moment(year=last))
    return Value(first=Moment(year=first, month=1, day=1), last=Moment(year=last, month=12, day=31))
