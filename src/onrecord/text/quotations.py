"""Where a text stands in quotation marks, by the marks alone."""

from __future__ import annotations

import re

# A paragraph that opens a quotation and does not close it is quoted to its end: the next one goes on.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)")
_THAT = re.compile(r"^that\s+(?=[“«„\"‘'])")


def quoted_stretches(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches of one paragraph `text[start:end]` in double quotation marks, half-open offsets, in order."""
    return tuple(found.span() for found in _QUOTED.finditer(text, start, end))


def without_that(quotation: str) -> str:
    """The quotation without the reporter's "that" which brings it in."""
    return _THAT.sub("", quotation)
