"""Weekdays and weekends: which of them is meant."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.annotate.dates.edtf import Grain, Value, day_value, days, month_length
from onrecord.annotate.dates.expressions import NthWeekday, Side, Weekday, Weekend, WeekOf, Which
from onrecord.annotate.dates.points import resolve_point
from onrecord.annotate.dates.setting import Setting
from onrecord.annotate.dates.tense import Tense

NEAR_DAYS = 4  # a weekday this few days ahead may be meant by "until Friday"


def resolve_in_week(expression: Weekday | Weekend | NthWeekday | WeekOf, setting: Setting) -> Value | None:
    """The weekday, week or weekend meant on the day of publication."""
    match expression:
        case NthWeekday():
            return _nth_weekday(expression, setting)
        case WeekOf():
            return _week_of(expression, setting)
    today = setting.today
    if today is None:
        return None
    if isinstance(expression, Weekday):
        return day_value(weekday_near(today, expression, setting) + timedelta(days=7 * expression.weeks))
    saturday = _saturday(today, expression.which, setting) + timedelta(days=7 * expression.weeks)
    return days(saturday, saturday + timedelta(days=1))


def _nth_weekday(expression: NthWeekday, setting: Setting) -> Value | None:
    month = resolve_point(expression.month, setting)
    first = month.first.first_day if month else None
    if month is None or first is None or month.first.month is None:
        return None
    day = 1 + (expression.weekday - first.weekday()) % 7 + 7 * (expression.nth - 1)
    length = month_length(first.year, first.month)
    if expression.nth < 0:
        day = length - (first + timedelta(days=length - 1) - timedelta(days=expression.weekday)).weekday()
    return day_value(first.replace(day=day)) if day <= length else None


def _week_of(expression: WeekOf, setting: Setting) -> Value | None:
    named = resolve_point(expression.day, setting)
    day = named.first.first_day if named and named.grain is Grain.DAY else None
    if day is None:
        return None
    monday = day - timedelta(days=day.weekday())
    if expression.weekend:
        return days(monday + timedelta(days=5), monday + timedelta(days=6))
    match expression.side:
        case Side.FIRST:
            return days(day, day + timedelta(days=6))
        case Side.LAST:
            return days(day - timedelta(days=6), day)
        case Side.WITHIN:
            return days(monday, monday + timedelta(days=6))


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
            return _after_anchor(today, weekday, setting)
        case Which.THIS:
            if setting.tense is Tense.PAST and behind <= today.weekday():
                return today - timedelta(days=behind)
            return today + timedelta(days=ahead)
        case Which.TOLD_BY_TENSE:
            tense = setting.tense
            near = tense is Tense.LIKELY_FUTURE and ahead <= NEAR_DAYS
            return today + timedelta(days=ahead if near or tense is Tense.FUTURE else -behind)


def _after_anchor(today: date, named: Weekday, setting: Setting) -> date:
    """The first such weekday after the day last spoken of, where that lies just before, else after today."""
    told = setting.anchor if not named.weeks and setting.anchor and setting.anchor.grain is Grain.DAY else None
    anchor = told.first.first_day if told else None
    start = anchor if anchor and 0 <= (today - anchor).days <= 31 else today
    return start + timedelta(days=(named.weekday - start.weekday() - 1) % 7 + 1)


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
