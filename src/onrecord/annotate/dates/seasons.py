"""What returns every year: seasons, quarters, halves and feasts, and of which year each is meant."""

from __future__ import annotations

from onrecord.annotate.dates.edtf import Value, day_value
from onrecord.annotate.dates.expressions import HolidayOf, MonthsOf, SeasonOf, Which
from onrecord.annotate.dates.feasts import feast_day
from onrecord.annotate.dates.points import BESIDE_DAYS
from onrecord.annotate.dates.setting import Setting, by_tense
from onrecord.annotate.dates.stretches import whole_months
from onrecord.annotate.dates.words import SEASON_FIRST_MONTH, Season


def resolve_in_year(expression: SeasonOf | MonthsOf | HolidayOf, setting: Setting) -> Value | None:
    """The season, quarter, half or feast, of the year named or the one that the publication tells."""
    match expression:
        case SeasonOf():
            return _season(expression, setting)
        case MonthsOf():
            return _months(expression, setting)
        case HolidayOf():
            return _holiday(expression, setting)


def _season(expression: SeasonOf, setting: Setting) -> Value | None:
    month = SEASON_FIRST_MONTH[expression.season]
    if expression.year is not None:
        return whole_months(expression.year, month, 3)
    today = setting.today
    if today is None:
        return None
    # A winter counts to the year it begins in: read in January, "this winter" began the year before.
    this = today.year - (expression.season is Season.WINTER and today.month <= 2)
    if expression.which is Which.LAST:
        this -= this == today.year and today.month < month + 3
    elif expression.which in {Which.NEXT, Which.COMING}:
        this += today.month >= month or this < today.year
    return whole_months(this, month, 3)


def _months(expression: MonthsOf, setting: Setting) -> Value | None:
    year = expression.year
    if year is None and setting.today:
        year = setting.today.year + expression.year_shift
    return None if year is None else whole_months(year, expression.month, expression.months)


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
            return day_value(nearest if near else by_tense(around, setting))
