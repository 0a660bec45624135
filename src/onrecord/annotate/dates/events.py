"""Days counted from an event that the text has dated: "the third day of the strike", "two days after the vote"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from onrecord.annotate.dates.edtf import Grain, Moment, Value, day_value
from onrecord.annotate.dates.expressions import Counted, OfEvent

_BEGAN = re.compile(
    r"\b(?:began|begun|started|opened|broke out|erupted|kicked off|launched|got under way|gets? under way)\b"
)
_NEAR = 60  # characters between an event's name and its date
_STOP = re.compile(r"[.!?;\n]")


def resolve_of_event(
    expression: OfEvent, lowered: str, dated: Iterable[tuple[int, int, Value]], until: int
) -> Value | None:
    """The day meant, counted from the last date before it that its event stands beside; None without one.

    `dated` are the dates before it, the last one first; `until` is where the expression itself begins.
    """
    for start, end, value in dated:
        day = value.first.first_day
        if value.grain is not Grain.DAY or day is None or value.approximate:
            continue
        around = _clause(lowered, start, end, until)
        if not re.search(rf"\b{re.escape(expression.event)}\b", around):
            continue
        match expression.counted:
            case Counted.DAYS_IN if _BEGAN.search(around):
                return day_value(day + timedelta(days=expression.count - 1))
            case Counted.ANNIVERSARY:
                return replace(value, first=replace(value.first, year=value.first.year + expression.count))
            case Counted.DAYS_OFF:
                return day_value(day + timedelta(days=expression.count))
            case Counted.MONTHS_OFF:
                months = day.year * 12 + day.month - 1 + expression.count
                return Value(first=Moment(year=months // 12, month=months % 12 + 1))
            case _:
                continue
    return None


def _clause(lowered: str, start: int, end: int, until: int) -> str:
    """The words of the date's own sentence near it."""
    left, right = lowered[max(0, start - _NEAR) : start], lowered[end : min(end + _NEAR, until)]
    stops = [found.end() for found in _STOP.finditer(left)]
    stop = _STOP.search(right)
    return left[stops[-1] if stops else 0 :] + " " + (right[: stop.start()] if stop else right)
