"""The publication day and time, as outlets print it above an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.annotate.dates.edtf import month_length
from onrecord.annotate.dates.expressions import Ambiguous, Expression, Point
from onrecord.annotate.dates.finding import lower_in_place
from onrecord.annotate.dates.grammar import ABSOLUTE
from onrecord.annotate.dates.patterns import ANY_WEEKDAY
from onrecord.annotate.dates.words import SHORT_WEEKDAYS, WEEKDAYS

_FORMS = tuple(rule for rule in ABSOLUTE if rule.name in {"iso", "figures", "month-day", "day-month", "ordinal-month"})
_PLACE = re.compile(r"(?<![\w.,:/-])(?=[a-z\d])")
_ISO_CLOCK = re.compile(r"t(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)?")
_ZONES = {
    "gmt": "Z", "utc": "Z", "z": "Z", "wet": "Z", "bst": "+01:00", "cet": "+01:00", "west": "+01:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "trt": "+03:00", "pkt": "+05:00",
    "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
    "nzst": "+12:00", "nzdt": "+13:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "akst": "-09:00", "hst": "-10:00", "sast": "+02:00",
}  # fmt: skip
_AMERICAN_HOURS = {"et": 5, "ct": 6, "mt": 7, "pt": 8, "cst": 6}  # west of Greenwich, in winter
_ZONE = "|".join(sorted([*_ZONES, *_AMERICAN_HOURS], key=len, reverse=True))
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])(?:(?:[:.]|h|\shrs\s)(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:hrs|hours|uhr|h)\b)?"
    rf"(?:\s?\(?(?P<zone>{_ZONE})\b\)?)?(?:\s?(?P<offset>[+-]\d\d?:?(?:\d\d)?)(?!\d))?"
)
_BLANK = r"(?:\s|,|\||·|•|-|–|—|\(|\bat\b|\bon\b|@|/|:)*"
_AFTER = re.compile(_BLANK + _CLOCK + r"(?![\d.:]*\d)")
_WEEKDAY_BETWEEN = rf"(?:{ANY_WEEKDAY},?\s*)?"
_BEFORE = re.compile(r"(?<![\d:.])" + _CLOCK + _BLANK + _WEEKDAY_BETWEEN + r"$")
_PUBLISHED = re.compile(r"\b(?:published|posted|first published|created|issued)\b[^\d]{0,20}$")
_BEFORE_CHARS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A full date of the line."""

    start: int
    end: int
    point: Point


def parse_published(line: str) -> tuple[str, int, int] | None:
    """The publication day or time that a line states, as EDTF, with where it stands; None for "3h ago".

    The time zone is kept as an offset where it is printed and one is meant by it. Of several dates the one
    after "published" counts, else the first.
    """
    lowered = lower_in_place(line)
    found = tuple(_days(lowered))
    if not found:
        return None
    chosen = next((day for day in found if _PUBLISHED.search(lowered[: day.start])), found[0])
    return _with_clock(lowered, chosen)


def _days(lowered: str) -> list[_Day]:
    out: list[_Day] = []
    done = 0
    for place in _PLACE.finditer(lowered):
        if place.start() < done:
            continue
        day = _day_at(lowered, place.start())
        if day is not None:
            out.append(day)
            done = day.end
    return out


def _day_at(lowered: str, at: int) -> _Day | None:
    best: _Day | None = None
    for rule in _FORMS:
        found = rule.pattern.match(lowered, at)
        if found is None or (best is not None and found.end() <= best.end):
            continue
        expression = rule.read(found)
        end = found.end() if rule.name != "iso" else at + len("2031-05-04")
        point = _told(expression, lowered) if expression is not None else None
        if point is not None and _exists(point):
            best = _Day(start=at, end=end, point=point)
    return best


def _told(expression: Expression, lowered: str) -> Point | None:
    """The full date, a doubtful one decided by the day of the week or an American clock beside it."""
    if isinstance(expression, Point):
        return expression
    if not isinstance(expression, Ambiguous):
        return None
    either = (expression.month_first, expression.day_first)
    named = re.search(ANY_WEEKDAY, lowered)
    if named:
        weekday = (WEEKDAYS | SHORT_WEEKDAYS)[named.group().rstrip(".")]
        agreeing = [point for point in either if _exists(point) and _date(point).weekday() == weekday]
        return agreeing[0] if len(agreeing) == 1 else None
    if re.search(r"\d\s?[ap]\.?m\b|\b(?:et|est|edt|pt|pst|pdt|ct|cdt)\b", lowered):
        return expression.month_first
    return None


def _exists(point: Point) -> bool:
    return (
        point.year is not None and point.year >= 1 and point.month is not None and point.day is not None
        and point.day <= month_length(point.year, point.month)
    )  # fmt: skip


def _date(point: Point) -> date:
    return date(point.year or 1, point.month or 1, point.day or 1)


def _with_clock(lowered: str, day: _Day) -> tuple[str, int, int]:
    stated = _date(day.point).isoformat()
    iso = _ISO_CLOCK.match(lowered, day.end)
    if iso:
        clock = _clock(int(iso[1]), int(iso[2]), _colon(iso[3] or ""))
        return (f"{stated}{clock}", day.start, iso.end()) if clock else (stated, day.start, day.end)
    after = _AFTER.match(lowered, day.end)
    if after and (clock := _read_clock(after, day.point)):
        return f"{stated}{clock}", day.start, after.end()
    window = max(0, day.start - _BEFORE_CHARS)
    before = _BEFORE.search(lowered[window : day.start])
    if before and (clock := _read_clock(before, day.point)):
        return f"{stated}{clock}", window + before.start(), day.end
    return stated, day.start, day.end


def _read_clock(found: re.Match[str], day: Point) -> str | None:
    """The time, None where the figure is none: it needs minutes or a.m. or p.m."""
    half, minute = found["half"], found["minute"]
    if minute is None and half is None:
        return None
    hour = int(found["hour"])
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _colon(found["offset"]) if found["offset"] else _zone(found["zone"], day)
    return _clock(hour, int(minute or 0), zone)


def _clock(hour: int, minute: int, zone: str) -> str | None:
    return f"T{hour:02d}:{minute:02d}{zone}" if hour <= 23 and minute <= 59 else None


def _colon(offset: str) -> str:
    """An offset as EDTF writes it; nothing where no place on earth has it."""
    if offset in {"", "z"}:
        return offset.upper()
    digits = offset[1:].replace(":", "")
    hours, minutes = (
        int(digits[:-2] or 0) if len(digits) > 2 else int(digits),
        int(digits[-2:]) if len(digits) > 2 else 0,
    )
    return f"{offset[0]}{hours:02d}:{minutes:02d}" if hours <= 14 and minutes <= 59 else ""


def _zone(name: str | None, day: Point) -> str:
    if name is None:
        return ""
    if name in _ZONES:
        return _ZONES[name]
    if name == "cst" or not _american_summer(_date(day)):
        return f"-{_AMERICAN_HOURS[name]:02d}:00"
    return f"-{_AMERICAN_HOURS[name] - 1:02d}:00"


def _american_summer(day: date) -> bool:
    """Whether clocks in the United States are forward: second Sunday of March to first Sunday of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return begins <= day < ends
