"""Weekdays and weekends: which of them is meant."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.annotate.dates.edtf import Grain, Value, day_value, days
from onrecord.annotate.dates.expressions import Weekday, Weekend, Which
from onrecord.annotate.dates.setting import Setting
from onrecord.annotate.dates.tense import Tense

NEAR_DAYS = 4  # a weekday this few days ahead may be meant by "until Friday"


def resolve_in_week(expression: Weekday | Weekend, setting: Setting) -> Value | None:
    """The weekday or weekend meant on the day of publication."""
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
