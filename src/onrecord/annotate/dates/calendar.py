"""From what an expression says to the day, month, year or interval it means, counted from the publication."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import floor

from onrecord.annotate.dates.edtf import Grain, Moment, Value, day_value, days, month_length
from onrecord.annotate.dates.expressions import (
    Ambiguous,
    Anchor,
    EndOf,
    Expression,
    FromTo,
    HolidayOf,
    MonthsOf,
    Point,
    Rolling,
    SeasonOf,
    Shift,
    Unresolvable,
    Weekday,
    Weekend,
    Which,
    Years,
)
from onrecord.annotate.dates.feasts import feast_day
from onrecord.annotate.dates.tense import Tense
from onrecord.annotate.dates.words import SEASON_FIRST_MONTH, Part, Season, Unit

NEAR_DAYS = 4  # a weekday this few days ahead may be meant by "until Friday"
CLEAR_DAYS = 90  # a day of the year this near is meant whatever the tense says
BESIDE_DAYS = 45  # and this near, whatever year the text spoke of before


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a date is read against: the publication, the tense around it and what the text spoke of before."""

    base: datetime | None
    tense: Tense
    anchor: Value | None = None
    year: int | None = None  # the year of the last full date in the paragraph

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.base.date() if self.base else None


def resolve(expression: Expression, setting: Setting) -> Value | None:
    """The date meant, None where the text does not tell it or no calendar has it."""
    try:
        return _resolve(expression, setting)
    except (OverflowError, ValueError):  # 31 February, the year 12000
        return None


def _resolve(expression: Expression, setting: Setting) -> Value | None:
    match expression:
        case Point():
            return _point(expression, setting)
        case Years():
            return _years(expression)
        case Weekday() | Weekend():
            return _of_week(expression, setting)
        case Shift():
            return _shift(expression, setting)
        case FromTo():
            return _from_to(expression, setting)
        case SeasonOf():
            return _season(expression, setting)
        case Rolling() | EndOf():
            return _around(expression, setting)
        case MonthsOf():
            return _months_of(expression, setting)
        case HolidayOf():
            return _holiday(expression, setting)
        case Ambiguous() | Unresolvable():
            return None


def _point(point: Point, setting: Setting) -> Value | None:
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
    return Value(
        first=Moment(year=year, month=month, day=first), last=Moment(year=year, month=month, day=last)
    )


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
        return next(
            (today.year - step for step in range(2, 8) if month_length(today.year - step, 2) == 29), None
        )
    nearest = min(around, key=lambda year: abs((date(year, month, day) - today).days))
    off = abs((date(nearest, month, day) - today).days)
    if off > BESIDE_DAYS:
        agreeing = [year for year in around if date(year, month, day).weekday() == point.weekday]
        if len(agreeing) == 1:
            return agreeing[0]
        if setting.year is not None:
            return setting.year
    return nearest if off <= CLEAR_DAYS else _by_tense([date(y, month, day) for y in around], setting).year


def _by_tense(candidates: list[date], setting: Setting) -> date:
    """Of days a year apart the next one where the sentence looks ahead, else the latest."""
    today = setting.today or candidates[0]
    ahead = [day for day in candidates if day >= today]
    behind = [day for day in candidates if day <= today]
    nearer = bool(ahead and behind) and ahead[0] - today < today - behind[-1]
    if ahead and (setting.tense is Tense.FUTURE or (setting.tense is not Tense.PAST and nearer)):
        return ahead[0]
    return behind[-1] if behind else candidates[0]


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
            return _by_tense([date(today.year + step, month, 1) for step in (-1, 0, 1)], setting).year


def _day_of_month(point: Point, setting: Setting) -> Value | None:
    """The 17th: of the month named, else of the nearest month that the tense allows."""
    today, day = setting.today, point.day or 1
    if today is None:
        return None
    step = {Which.LAST: -1, Which.NEXT: 1}.get(point.which, 0)
    months = [_month_off(today, step)]
    if point.which is Which.TOLD_BY_TENSE:
        months = [_month_off(today, off) for off in (-1, 0, 1)]
    fitting = [date(year, month, day) for year, month in months if day <= month_length(year, month)]
    if not fitting:
        return None
    return day_value(fitting[0] if len(fitting) == 1 else _by_tense(fitting, setting))


def _month_off(day: date, count: int) -> tuple[int, int]:
    """Year and month so many months from a day's."""
    months = day.year * 12 + day.month - 1 + count
    return months // 12, months % 12 + 1


def _years(years: Years) -> Value:
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


def _of_week(expression: Weekday | Weekend, setting: Setting) -> Value | None:
    today = setting.today
    if today is None:
        return None
    if isinstance(expression, Weekday):
        return day_value(weekday_near(today, expression, setting))
    saturday = _saturday(today, expression.which, setting)
    return days(saturday, saturday + timedelta(days=1))


def weekday_near(today: date, weekday: Weekday, setting: Setting) -> date:
    """The day that "on Monday", "last Monday" or "next Monday" means, read on `today`."""
    ahead = (weekday.weekday - today.weekday()) % 7
    behind = (today.weekday() - weekday.weekday) % 7
    monday = today - timedelta(days=today.weekday())
    match weekday.which:
        case Which.LAST:
            return monday + timedelta(days=weekday.weekday - 7)
        case Which.NEXT:
            return monday + timedelta(days=weekday.weekday + 7)
        case Which.LATEST:
            return today - timedelta(days=behind or 7)
        case Which.COMING:
            return _after_anchor(today, weekday.weekday, setting)
        case Which.THIS:
            if setting.tense is Tense.PAST and behind <= today.weekday():
                return today - timedelta(days=behind)
            return today + timedelta(days=ahead)
        case Which.TOLD_BY_TENSE:
            tense = setting.tense
            near = tense is Tense.LIKELY_FUTURE and ahead <= NEAR_DAYS
            return today + timedelta(days=ahead if near or tense is Tense.FUTURE else -behind)


def _after_anchor(today: date, weekday: int, setting: Setting) -> date:
    """The first such weekday after the day last spoken of, where that lies just before, else after today."""
    anchor = setting.anchor.first.first_day if setting.anchor and setting.anchor.grain is Grain.DAY else None
    start = anchor if anchor and 0 <= (today - anchor).days <= 31 else today
    return start + timedelta(days=(weekday - start.weekday() - 1) % 7 + 1)


def _saturday(today: date, which: Which, setting: Setting) -> date:
    this = today + timedelta(days=5 - today.weekday())
    on_it = today.weekday() >= 5
    week = timedelta(days=7)
    match which:
        case Which.LAST:
            return this - week
        case Which.LATEST:
            return this if on_it else this - week
        case Which.NEXT:
            return this + week
        case Which.COMING:
            return this + week if on_it else this
        case Which.THIS:
            if on_it or setting.tense in {Tense.FUTURE, Tense.LIKELY_FUTURE}:
                return this
            return this - week if setting.tense is Tense.PAST or today.weekday() <= 1 else this
        case Which.TOLD_BY_TENSE:
            return this if on_it or setting.tense is Tense.FUTURE else this - week


def _shift(shift: Shift, setting: Setting) -> Value | None:
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
                return _years(Years(first=start, last=start + 9))
            return Value(first=Moment(year=first.year + int(count * 10)), approximate=True)
        case Unit.CENTURY:
            if shift.whole:
                start = first.year // 100 * 100 + 100 * int(count)
                return _years(Years(first=start, last=start + 99))
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
    year, month = _month_off(date(2000, origin.first.month, 1), floor(count))
    return Value(first=Moment(year=origin.first.year - 2000 + year, month=month))


def _quarters_off(origin: Value, count: float) -> Value | None:
    if origin.first.month is None:
        return None
    quarter = origin.first.year * 4 + (origin.first.month - 1) // 3 + round(count)
    return _whole_months(quarter // 4, quarter % 4 * 3 + 1, 3)


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


def _from_to(pair: FromTo, setting: Setting) -> Value | None:
    if isinstance(pair.first, Weekday) and isinstance(pair.last, Weekday):
        today = setting.today
        if today is None:
            return None
        last = weekday_near(today, pair.last, setting)
        first = weekday_near(today, pair.first, setting)
        if first > last:  # "Monday to Wednesday" read on a Tuesday runs to the Wednesday to come
            last = first + timedelta(days=(last - first).days % 7)
        elif (last - first).days > 6:
            first = last - timedelta(days=(last - first).days % 7)
        return days(first, last)
    last_value = _resolve(pair.last, setting)
    if last_value is None or not isinstance(pair.first, Point):
        return None
    first = pair.first if pair.first.year is not None else replace(pair.first, year=last_value.first.year)
    first_value = _resolve(first, setting)
    return Value(first=first_value.first, last=last_value.first) if first_value else None


def _season(expression: SeasonOf, setting: Setting) -> Value | None:
    month = SEASON_FIRST_MONTH[expression.season]
    if expression.year is not None:
        return _whole_months(expression.year, month, 3)
    today = setting.today
    if today is None:
        return None
    # A winter counts to the year it begins in; read in January or February, "this winter" began the year before.
    this = today.year - (expression.season is Season.WINTER and today.month <= 2)
    if expression.which is Which.LAST:
        this -= this == today.year and today.month < month + 3
    elif expression.which in {Which.NEXT, Which.COMING}:
        this += today.month >= month or this < today.year
    return _whole_months(this, month, 3)


def _whole_months(year: int, month: int, count: int) -> Value:
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    last = Moment(year=last_year, month=last_month, day=month_length(last_year, last_month))
    return Value(first=Moment(year=year, month=month, day=1), last=last)


def _months_of(expression: MonthsOf, setting: Setting) -> Value | None:
    year = expression.year
    if year is None and setting.today:
        year = setting.today.year + expression.year_shift
    return None if year is None else _whole_months(year, expression.month, expression.months)


_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}


def _around(expression: Rolling | EndOf, setting: Setting) -> Value | None:
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
    months = round(
        count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}[unit]
    )
    year, month = _month_off(today, months)
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
            year, month = _month_off(today, end.count)
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


def _holiday(expression: HolidayOf, setting: Setting) -> Value | None:
    holiday = expression.holiday
    if expression.year is not None:
        return day_value(feast_day(holiday, expression.year))
    today = setting.today
    if today is None:
        return None
    around = [feast_day(holiday, today.year + step) for step in (-1, 0, 1)]
    match expression.which:
        case Which.LAST:
            return day_value(max(day for day in around if day < today))
        case Which.NEXT:
            return day_value(min(day for day in around if day > today))
        case Which.THIS:
            return day_value(around[1])
        case _:
            nearest = min(around, key=lambda day: abs((day - today).days))
            near = abs((nearest - today).days) <= BESIDE_DAYS
            return day_value(nearest if near else _by_tense(around, setting))
