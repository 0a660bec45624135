"""Days, months and years, as far as they are told: which year is meant by "Feb. 17"."""

from __future__ import annotations

from datetime import date

from onrecord.annotate.dates.edtf import Moment, Value, day_value, month_length
from onrecord.annotate.dates.expressions import Point, Which
from onrecord.annotate.dates.setting import Setting, by_tense
from onrecord.annotate.dates.stretches import month_off
from onrecord.annotate.dates.tense import Tense
from onrecord.annotate.dates.words import Part

CLEAR_DAYS = 90  # a day of the year this near is meant whatever the tense says,
BESIDE_DAYS = 45  # this near whatever year the text spoke of before, and even where it looks ahead


def resolve_point(point: Point, setting: Setting) -> Value | None:
    """The day, month or year, what is not told taken from the setting."""
    if point.month is None and point.day is None:
        return None if point.year is None else Value(first=Moment(year=point.year))
    if point.month is None:
        return _day_of_month(point, setting)
    year = point.year if point.year is not None else _year_of(point, setting)
    if year is None:
        return None
    if point.day is not None:
        if point.day > month_length(year, point.month):
            return None
        return Value(first=Moment(year=year, month=point.month, day=point.day))
    return _part_of_month(year, point.month, point.part)


def _part_of_month(year: int, month: int, part: Part | None) -> Value:
    length = month_length(year, month)
    match part:
        case None:
            return Value(first=Moment(year=year, month=month))
        case Part.EARLY:
            first, last = 1, 15
        case Part.MID:
            first, last = 10, 20
        case Part.LATE:
            first, last = 15, length
        case Part.FIRST_WEEK:
            first, last = 1, 7
        case Part.LAST_WEEK:
            first, last = length - 6, length
    return Value(first=Moment(year=year, month=month, day=first), last=Moment(year=year, month=month, day=last))


def _year_of(point: Point, setting: Setting) -> int | None:
    """The year that a day or month without one falls in."""
    today, month = setting.today, point.month or 1
    if today is None:
        return setting.year
    day = point.day
    if day is None:
        return _year_of_month(month, point.which, setting)
    around = [today.year + step for step in (-1, 0, 1) if day <= month_length(today.year + step, month)]
    if not around:  # 29 February
        return next((today.year - step for step in range(2, 8) if month_length(today.year - step, 2) == 29), None)
    nearest = min(around, key=lambda year: abs((date(year, month, day) - today).days))
    off = abs((date(nearest, month, day) - today).days)
    if off > BESIDE_DAYS:
        agreeing = [year for year in around if date(year, month, day).weekday() == point.weekday]
        if len(agreeing) == 1:
            return agreeing[0]
        if setting.year is not None:
            return setting.year
    clear = off <= (BESIDE_DAYS if setting.tense is Tense.FUTURE else CLEAR_DAYS)
    return nearest if clear else by_tense([date(y, month, day) for y in around], setting).year


def _year_of_month(month: int, which: Which, setting: Setting) -> int | None:
    today = setting.today
    if today is None:
        return setting.year
    match which:
        case Which.LAST | Which.LATEST:
            return today.year - (month >= today.month)
        case Which.NEXT | Which.COMING:
            return today.year + (month <= today.month)
        case Which.THIS:
            return today.year
        case Which.TOLD_BY_TENSE:
            if month == today.month:
                return today.year
            if setting.year is not None and setting.year != today.year:
                return setting.year
            return by_tense([date(today.year + step, month, 1) for step in (-1, 0, 1)], setting).year


def _day_of_month(point: Point, setting: Setting) -> Value | None:
    """The 17th: of the month named, else of the nearest month that the tense allows."""
    today, day = setting.today, point.day or 1
    if today is None:
        return None
    step = {Which.LAST: -1, Which.NEXT: 1}.get(point.which, 0)
    months = [month_off(today, step)]
    if point.which is Which.TOLD_BY_TENSE:
        months = [month_off(today, off) for off in (-1, 0, 1)]
    fitting = [date(year, month, day) for year, month in months if day <= month_length(year, month)]
    if not fitting:
        return None
    return day_value(fitting[0] if len(fitting) == 1 else by_tense(fitting, setting))
