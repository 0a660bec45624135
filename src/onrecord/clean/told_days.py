"""The day of publication as programs write it: ISO 8601, RFC 5322, seconds since 1970, or in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from email.utils import parsedate_to_datetime

from onrecord.clean.published import find_dates

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?|\d{8}(?:T\d{4,6}Z?)?")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
LONGEST = 100
FIRST_YEAR = "1600"  # before there were newspapers: what programs write where no day was entered ("0001-01-01")


def read_day(told: object) -> str | None:
    """The EDTF of a moment that a program tells, to the minute where it does; None where it cannot be told."""
    text = str(told).strip() if isinstance(told, str | int | float) and not isinstance(told, bool) else ""
    day = _read(text) if 0 < len(text) <= LONGEST else None
    return day if day and day[:4] >= FIRST_YEAR else None


def _read(text: str) -> str | None:
    if _SECONDS.fullmatch(text):
        return _of_seconds(float(text))
    try:
        if _ISO.fullmatch(text):
            return edtf_of(datetime.fromisoformat(text.removesuffix(" UTC")))
        return edtf_of(parsedate_to_datetime(text))
    except (ValueError, OverflowError):
        return next((date.edtf for date in find_dates(text, 0, len(text))), None)


def edtf_of(moment: datetime) -> str:
    """The moment to the minute; the day alone of a midnight without a zone, which is how a day is often written."""
    if moment.tzinfo is None and moment.time() == time(0):
        return moment.date().isoformat()
    text = moment.replace(microsecond=0).isoformat(timespec="minutes")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def _of_seconds(seconds: float) -> str | None:
    try:
        return edtf_of(datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None
