"""What the words before a date make of it: about then, perhaps then, from then on, until then."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.annotate.dates.edtf import Moment, Value
from onrecord.annotate.dates.setting import Setting

_ABOUT = re.compile(r"\b(?:around|circa|approximately|roughly)\s(?:the\s)?$")
_PERHAPS = re.compile(
    r"\b(?:possibly|probably|perhaps|maybe|presumably)\s(?:(?:on|in|around|as early as)\s(?:the\s)?)?$"
)
_SINCE = re.compile(r"\b(?:since|ever since)\s(?:on\s|the\s|early\s|late\s)?$")
_UNTIL = re.compile(r"\b(?:until|till|up to|through)\s(?:on\s|the\s|at least\s)?$")


def hedged(value: Value, left: str) -> Value:
    """The date, marked approximate or uncertain where the words before it say so."""
    about = value.approximate or _ABOUT.search(left) is not None
    return replace(value, approximate=about, uncertain=_PERHAPS.search(left) is not None)


def bounded(value: Value, left: str, setting: Setting) -> str | None:
    """From the date to the publication after "since", from the publication to it after "until"; else None."""
    day, today = value.first.first_day, setting.today
    if day is None or today is None or value.last is not None:
        return None
    now = Moment.of(today)
    if day < today and _SINCE.search(left):
        return Value(first=value.first, last=now).edtf
    if day > today and _UNTIL.search(left):
        return Value(first=now, last=value.first).edtf
    return None
