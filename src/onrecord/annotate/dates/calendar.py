"""From what an expression says to the day, month, year or interval it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onrecord.annotate.dates.distances import resolve_around, resolve_shift
from onrecord.annotate.dates.edtf import Value, days
from onrecord.annotate.dates.expressions import (
    Ambiguous,
    EndOf,
    Expression,
    FromTo,
    HolidayOf,
    MonthsOf,
    NthWeekday,
    OfEvent,
    Point,
    Rolling,
    SeasonOf,
    Shift,
    Unresolvable,
    Weekday,
    Weekend,
    WeekOf,
    Years,
)
from onrecord.annotate.dates.points import resolve_point
from onrecord.annotate.dates.seasons import resolve_in_year
from onrecord.annotate.dates.setting import Setting
from onrecord.annotate.dates.stretches import whole_years
from onrecord.annotate.dates.weeks import resolve_in_week, weekday_near


def resolve(expression: Expression, setting: Setting) -> Value | None:
    """The date meant, None where the text does not tell it or no calendar has it."""
    try:
        value = _resolve(expression, setting)
    except (OverflowError, ValueError):  # 31 February, days beyond the year 9999
        return None
    return value if value is not None and _is_writable(value) else None


def _is_writable(value: Value) -> bool:
    """Whether EDTF writes it with years of four digits."""
    return all(abs(end.year) <= 9999 for end in (value.first, value.last) if end is not None)


def _resolve(expression: Expression, setting: Setting) -> Value | None:
    match expression:
        case Point():
            return resolve_point(expression, setting)
        case Years():
            return whole_years(expression)
        case Weekday() | Weekend() | NthWeekday() | WeekOf():
            return resolve_in_week(expression, setting)
        case Shift():
            return resolve_shift(expression, setting)
        case FromTo():
            return _from_to(expression, setting)
        case Rolling() | EndOf():
            return resolve_around(expression, setting)
        case SeasonOf() | MonthsOf() | HolidayOf():
            return resolve_in_year(expression, setting)
        case Ambiguous() | OfEvent() | Unresolvable():  # an event's day is told by the text, not by the calendar
            return None


def _from_to(pair: FromTo, setting: Setting) -> Value | None:
    if isinstance(pair.first, Weekday) and isinstance(pair.last, Weekday):
        return _weekdays(pair.first, pair.last, setting)
    last = _resolve(pair.last, setting)
    if last is None or not isinstance(pair.first, Point):
        return None
    year = pair.first.year if pair.first.year is not None else last.first.year
    first = _resolve(replace(pair.first, year=year), setting)
    return Value(first=first.first, last=last.first) if first else None


def _weekdays(left: Weekday, right: Weekday, setting: Setting) -> Value | None:
    """From one weekday to the other; "Monday to Wednesday" read on a Tuesday runs to the next Wednesday."""
    today = setting.today
    if today is None:
        return None
    first, last = weekday_near(today, left, setting), weekday_near(today, right, setting)
    apart = timedelta(days=(last - first).days % 7)
    return days(first, first + apart) if first > last else days(last - apart, last)
