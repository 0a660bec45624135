"""Whether "05/11/2031" is of May or of November, where the rest of the page tells; doubt stays doubt."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from onrecord.clean.months import MONTHS

_FIGURES = re.compile(r"(?<![\w/.-])(?P<left>\d{1,2})(?P<mark>[/-])(?P<right>\d{1,2})(?P=mark)(?:19|20)\d\d(?!\d)")
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"\b(?:(?P<month>{_NAMES})\.?\s+(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})\s+(?P<behind>{_NAMES}))\b", re.IGNORECASE
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# "Last Friday", "every Sunday", "next Monday", "Friday's": of other weeks, or of what is to come.
_WEEKDAY = re.compile(
    rf"(?<!last )(?<!next )(?<!every )(?<!coming )(?<!each )\b(?P<day>{'|'.join(_WEEKDAYS)})\b(?!['’])", re.IGNORECASE
)
LOOKED_AT = 20_000  # characters of a page in which other dates are looked for
OPENING = 1_500  # characters in which a report names its own day of the week
BESIDE = timedelta(days=3)  # as far as a report's other days lie from its own
RECENT = 2  # days back that a report still calls by their names


def day_meant(text: str, day_first: date, month_first: date) -> date | None:
    """The one of the two days that the page's other dates and the days of the week it names fit; else None."""
    looked_at = text[:LOOKED_AT]
    told = [fits(looked_at, day_first, month_first) for fits in (_by_figures, _by_written_days, _by_weekdays)]
    meant = {day for fitting in told if len(fitting) == 1 for day in fitting}
    return meant.pop() if len(meant) == 1 else None


def _by_figures(text: str, day_first: date, month_first: date) -> set[date]:
    """By the order of the page's other dates in figures, one of which is above twelve."""
    orders = _orders(text)
    return {day_first} if orders == {"day"} else {month_first} if orders == {"month"} else set()


@lru_cache(maxsize=8)
def _orders(text: str) -> frozenset[str]:
    found = ((int(hit["left"]), int(hit["right"])) for hit in _FIGURES.finditer(text))
    return frozenset(
        "day" if left > 12 else "month" for left, right in found if max(left, right) > 12 >= min(left, right)
    )


def _by_written_days(text: str, *days: date) -> set[date]:
    """Those that lie near a day which the page writes out: "November 4"."""
    written = _written(text)
    return {one for one in days if any(abs(one - other) <= BESIDE for other in _in_year(written, one.year))}


@lru_cache(maxsize=8)
def _written(text: str) -> frozenset[tuple[int, int]]:
    hits = _WRITTEN.finditer(text)
    return frozenset(
        (MONTHS[(hit["month"] or hit["behind"]).casefold()], int(hit["day"] or hit["first"])) for hit in hits
    )


def _in_year(written: frozenset[tuple[int, int]], year: int) -> list[date]:
    found = []
    for month, day in written:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _by_weekdays(text: str, *days: date) -> set[date]:
    """Those that all the days of the week named at the start lie at or right before."""
    named = {_WEEKDAYS.index(hit["day"].casefold()) for hit in _WEEKDAY.finditer(text[:OPENING])}
    back = [{(one.weekday() - each) % 7 for each in named} for one in days]
    return {one for one, away in zip(days, back, strict=True) if away and max(away) <= RECENT and min(away) < RECENT}
