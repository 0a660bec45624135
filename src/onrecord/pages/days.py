"""Dates in plain words, and in order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.text.days import bounds

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
NOT_GIVEN = "day not given"
_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?\S*")


def say_date(edtf: str | None) -> str:
    """An EDTF date as a newspaper prints it: "17 Feb 2025", "10–16 Feb 2025", "about Feb 2025"."""
    if not edtf:
        return NOT_GIVEN
    about = "about " if "~" in edtf or "?" in edtf else ""
    start, _, end = re.sub("[~?%]", "", edtf).partition("/")
    if not end:
        return about + _say_point(start)
    if start in {"", ".."}:
        return f"{about}until {_say_point(end)}"
    return about + (f"since {_say_point(start)}" if end == ".." else _say_interval(start, end))


def _say_interval(start: str, end: str) -> str:
    first, last = _say_point(start).split(), _say_point(end).split()
    if first == last:
        return " ".join(first)
    shared = 0
    while len(first) > 1 and len(first) + shared == len(last) and first[-1] == last[len(first) - 1]:
        first.pop()
        shared += 1
    close = len(first) == 1 and (shared or len(last) == 1)
    return " ".join(first) + ("–" if close else " – ") + " ".join(last)


def _say_point(point: str) -> str:
    match = _POINT.fullmatch(point)
    if match is None:
        return point
    year, month, day, clock = match.groups()
    if month is None or not 1 <= int(month) <= len(MONTHS):
        return point if month else year
    words = f"{MONTHS[int(month) - 1]} {year}"
    words = f"{int(day)} {words}" if day else words
    return f"{words}, {clock}" if clock else words


def say_day(edtf: str | None) -> str:
    """Like `say_date`, without the time of day."""
    return say_date(re.sub(r"T[^/]*", "", edtf) if edtf else None)


def span_of(edtfs: Iterable[str]) -> tuple[str | None, str | None]:
    """The earliest and the latest of the dates, as given."""
    edtfs = tuple(edtfs)
    if not edtfs:
        return (None, None)
    return (min(edtfs, key=bounds), max(edtfs, key=lambda one: (bounds(one)[1], one)))


def say_span(first: str | None, last: str | None) -> str:
    """From the first day to the last in words; a single day where they are the same."""
    if not first and not last:
        return "days not given"
    start, end = bounds(first or last)[0], bounds(last or first)[1]
    return say_date(start if start == end else f"{start}/{end}")
