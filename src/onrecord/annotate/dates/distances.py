"""Units counted from the publication or from what was spoken of: "last week", "three years ago"."""

from __future__ import annotations

from datetime import date, timedelta
from math import floor

from onrecord.annotate.dates.edtf import Grain, Moment, Value, day_value, days, month_length
from onrecord.annotate.dates.expressions import Anchor, EndOf, Rolling, Shift, Years
from onrecord.annotate.dates.setting import Setting
from onrecord.annotate.dates.stretches import month_off, whole_months, whole_years
from onrecord.annotate.dates.words import Unit

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}


def resolve_shift(shift: Shift, setting: Setting) -> Value | None:
    """The unit so far from its anchor; None where there is no anchor, or it is told too coarsely."""
    origin = _origin(shift, setting)
    if origin is None:
        return None
    if shift.unit is Unit.HOUR:
        return _hours_off(shift, setting)
    moved = _moved(origin, shift)
    if moved is None or not shift.approximate:
        return moved
    return Value(first=moved.first, last=moved.last, approximate=True)


def _hours_off(shift: Shift, setting: Setting) -> Value | None:
    base = setting.base
    if base is None or shift.anchor is not Anchor.PUBLICATION:
        return None
    clock_known = (base.hour, base.minute) != (0, 0)
    off = timedelta(hours=shift.count) if clock_known else timedelta(days=int(shift.count / 24))
    return day_value((base + off).date())


def _origin(shift: Shift, setting: Setting) -> Value | None:
    today = day_value(setting.today) if setting.today else None
    match shift.anchor:
        case Anchor.PUBLICATION:
            return today
        case Anchor.CONTEXT:
            return setting.anchor
        case Anchor.CONTEXT_OR_PUBLICATION:
            return setting.anchor or today


def _moved(origin: Value, shift: Shift) -> Value | None:
    """The unit so many units from the origin, as finely told as unit and origin allow."""
    first, count = origin.first, shift.count
    match shift.unit:
        case Unit.YEAR:
            if shift.whole or origin.grain is not Grain.DAY or count == int(count):
                return Value(first=Moment(year=first.year + int(count)))
            return _months_off(origin, count * 12)
        case Unit.DECADE:
            if shift.whole:
                start = first.year // 10 * 10 + 10 * int(count)
                return whole_years(Years(first=start, last=start + 9))
            return Value(first=Moment(year=first.year + int(count * 10)), approximate=True)
        case Unit.CENTURY:
            if shift.whole:
                start = first.year // 100 * 100 + 100 * int(count)
                return whole_years(Years(first=start, last=start + 99))
            return Value(first=Moment(year=first.year + int(count * 100)), approximate=True)
        case Unit.MONTH:
            return _months_off(origin, count)
        case Unit.QUARTER:
            return _quarters_off(origin, count)
        case _:
            return _days_off(origin, shift)


def _months_off(origin: Value, count: float) -> Value | None:
    if origin.first.month is None:
        return None
    year, month = month_off(date(2000, origin.first.month, 1), floor(count))
    return Value(first=Moment(year=origin.first.year - 2000 + year, month=month))


def _quarters_off(origin: Value, count: float) -> Value | None:
    if origin.first.month is None:
        return None
    quarter = origin.first.year * 4 + (origin.first.month - 1) // 3 + round(count)
    return whole_months(quarter // 4, quarter % 4 * 3 + 1, 3)


def _days_off(origin: Value, shift: Shift) -> Value | None:
    """Days and weeks can be counted only from a day."""
    day = origin.first.first_day
    if day is None or origin.first.day is None or (origin.last is not None and not shift.whole):
        return None
    if shift.unit is Unit.WEEK and shift.whole:
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * int(shift.count))
        return days(monday, monday + timedelta(days=6))
    length = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}[shift.unit]
    return day_value(day + timedelta(days=round(shift.count * length)))


def resolve_around(expression: Rolling | EndOf, setting: Setting) -> Value | None:
    """The stretch up to or from the publication, or the last day of the unit it lies in."""
    today = setting.today
    if today is None:
        return None
    if isinstance(expression, EndOf):
        return _end_of(expression, today)
    unit, count = expression.unit, expression.count
    if count is None:  # "the past few days": about now, and no more is told
        near = Moment.of(today)
        near = Moment(year=near.year, month=near.month) if unit is Unit.MONTH else near
        return Value(first=Moment(year=near.year) if unit is Unit.YEAR else near, approximate=True)
    if unit in _DAYS or unit is Unit.HOUR:
        length = count / 24 if unit is Unit.HOUR else count * _DAYS[unit]
        other = today + timedelta(days=round(length))
        return days(min(today, other), max(today, other))
    return _rolling_years(today, unit, count)


def _rolling_years(today: date, unit: Unit, count: float) -> Value:
    months = round(count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}[unit])
    year, month = month_off(today, months)
    if abs(months) <= 12:
        other = date(year, month, min(today.day, month_length(year, month)))
        return days(min(today, other), max(today, other))
    if months > 0:
        return Value(first=Moment(year=today.year + 1), last=Moment(year=year))
    return Value(first=Moment(year=year), last=Moment(year=today.year))


def _end_of(end: EndOf, today: date) -> Value | None:
    match end.unit:
        case Unit.YEAR:
            return Value(first=Moment(year=today.year + end.count, month=12, day=31))
        case Unit.MONTH:
            year, month = month_off(today, end.count)
            return Value(first=Moment(year=year, month=month, day=month_length(year, month)))
        case Unit.WEEK:
            return day_value(today + timedelta(days=6 - today.weekday() + 7 * end.count))
        case Unit.DAY:
            return day_value(today) if end.count == 0 else None
        case Unit.QUARTER:
            quarter = _quarters_off(day_value(today), end.count)
            return Value(first=quarter.last) if quarter and quarter.last else None
        case Unit.DECADE:
            return Value(first=Moment(year=today.year // 10 * 10 + 9 + 10 * end.count))
        case Unit.CENTURY:
            return Value(first=Moment(year=today.year // 100 * 100 + 99 + 100 * end.count))
        case _:
            return None
