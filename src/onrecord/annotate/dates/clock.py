"""The time of day beside a date: "at 10 a.m. ET on Monday", "May 3, 14:30 CET"; its zone is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ZONES = {
    "gmt": 0, "utc": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "moscow time": 3, "edt": -4,
    "est": -5, "cdt": -5, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "sast": 2, "wat": 1, "eat": 3,
}  # fmt: skip
_US_ZONES = {"et": -5, "ct": -6, "mt": -7, "pt": -8, "eastern": -5, "central": -6, "mountain": -7, "pacific": -8}
# CST and IST are each three zones: the time is kept and the offset is not told.
_ZONE = (
    rf"(?:\s?\(?(?P<zone>{'|'.join(sorted([*_ZONES, *_US_ZONES, 'cst', 'ist', 'local time'], key=len, reverse=True))})"
    r"(?:\stime)?\b\)?)?"
)
_TIME = (
    r"(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3])[:.h](?P<minute24>[0-5]\d)(?!\d|[.:]\d|%)"
    r"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:gmt|utc|hrs|hours|local|[ecmp]e?s?t\b))"
    r"|(?P<word>noon|midday|midnight)\b)"
)
_BEFORE = re.compile(rf"(?<![\w.,:]){_TIME}{_ZONE}(?:\s?(?:hrs|hours))?,?\s(?:on\s|,\s)?$")
_AFTER = re.compile(rf",?\s(?:at\s(?:about\s|around\s)?|shortly (?:before|after)\s)?{_TIME}{_ZONE}")
_ISO = re.compile(r"[t ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<offset>z|[+-]\d\d:?\d\d)?$")
_REACH = 36  # characters beside a date within which its time stands
_SUMMER_SINCE = 2007  # the year from which the present rule of the United States' summer time holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day as EDTF writes it ("T10:00-04:00"), and where date and time together begin and end."""

    time: str
    start: int
    end: int


def clock_beside(lowered: str, bounds: tuple[int, int], limits: tuple[int, int], day: date) -> Clock | None:
    """The time told right before or after the date at `bounds`, within `limits`; None where none is."""
    start, end = bounds
    iso = _ISO.search(lowered, start, end)
    if iso is not None:
        offset = (iso["offset"] or "").upper()
        offset = offset if len(offset) != 5 else f"{offset[:3]}:{offset[3:]}"
        return Clock(time=f"T{iso['time']}{offset}", start=start, end=end)
    after = _AFTER.match(lowered, end, min(limits[1], end + _REACH))
    if after is not None and (time := _time(after, day)):
        return Clock(time=time, start=start, end=after.end())
    left = max(limits[0], start - _REACH)
    before = _BEFORE.search(lowered[left:start])
    if before is not None and (time := _time(before, day)):
        return Clock(time=time, start=left + before.start(), end=end)
    return None


def _time(found: re.Match[str], day: date) -> str | None:
    hour, minute = _hour(found)
    if hour > 23:
        return None
    return f"T{hour:02d}:{minute:02d}{_offset(found['zone'], day)}"


def _hour(found: re.Match[str]) -> tuple[int, int]:
    if found["word"]:
        return (0, 0) if found["word"] == "midnight" else (12, 0)
    if found["four"]:
        return int(found["four"][:2]), int(found["four"][2:])
    if found["hour24"]:
        return int(found["hour24"]), int(found["minute24"])
    return int(found["hour"]) % 12 + (12 if found["half"] == "p" else 0), int(found["minute"] or 0)


def _offset(zone: str | None, day: date) -> str:
    """The zone as an offset; empty where none is told or its letters mean several."""
    if zone in _ZONES:
        hours = _ZONES[zone]
        return "Z" if zone in {"gmt", "utc"} else f"{hours:+03d}:00"
    if zone in _US_ZONES and day.year >= _SUMMER_SINCE:
        return f"{_US_ZONES[zone] + _is_summer_in_america(day):+03d}:00"
    return ""


def _is_summer_in_america(day: date) -> bool:
    """From the second Sunday of March to the first of November (Energy Policy Act of 2005)."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return begins <= day < ends
