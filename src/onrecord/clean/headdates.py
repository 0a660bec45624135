"""Lines of a page's head that hold its day among other things: an issue's number, a place, a section, a name.

"No. 14,217 | Tuesday 6 May 2031 | Price 2.40"; "Windrose – Politics – 6 May 2031"; "6 May 2031 — No. 118". The rest of
such a line is names and numbers: a title or a sentence has other words, and is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.clean.published import PrintedDate, find_dates, is_label, undated
from onrecord.text.agencies import is_job

LONGEST = 160
MOST_WORDS = 4  # of weight in one name of such a line: titles have more
_PARTS = re.compile(
    r"\s*[|•·;/>»›()\[\]\t\n“”\"*]+\s*|,\s+|:\s+|\s+[-–—]+\s+|\s{2,}|(?<=\w)\.\s+(?=[A-Z])|\s+(?=№|#\d|by:? [A-Z])"
)
_COUNT = r"[#№(]?\s?(?:\d[\d.,:()/–-]*|[IVXLCDM]+)"
_NUMBERED = re.compile(
    rf"(?:(?:no|nr|num|number|issue|vol|volume|year|edition|series|pages?|pp?|pg|section|sec|price|circulation|№)\b\.?\s*"
    rf"(?:no\.?\s*)?)?(?:[£$€]\s?)?{_COUNT}(?:\s?[a-z%]{{1,3}})?|(?:pages?|pg|p|section|sec|no|vol|price)\.?\s+\w{{1,4}}",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?:(?:late|early|city|morning|evening|night|weekend|print|first|final|national|international|special|web|online|"
    r"english|paper)[ -]){1,2}(?:edition|issue|version|service|print)|"
    r"(?:machine )?translat(?:ed|ion)(?: from [A-Z]\w+)?|free|by|from|updated?|live|in",
    re.IGNORECASE,
)
# What a page that is written on says of itself: "This page is updated", "Refresh for the latest updates".
_GOES_ON = re.compile(
    r"(?:this|the|our) (?:live )?(?:page|blog|article|story|report|post|coverage|feed) (?:is|was|has been|will be)"
    r"(?: now| still| no longer)?(?: being)?(?: \w+ly)? (?:updated|closed|over|live)(?: \w+ly| throughout the day)?|"
    r"(?:refresh|reload|check back|follow|stay tuned|come back)(?: (?:here|this page))? for (?:the )?"
    r"(?:(?:latest|live|more) )?(?:updates?|news|developments)|(?:live|rolling|latest) (?:updates?|coverage)",
    re.IGNORECASE,
)
# Who write it, under their paper's name: "Post reporters", "Courier staff".
_STAFF = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+ ){1,3}(?:and (?:agency |wire )?)?(?:reporters|correspondents|journalists|writers|staff|"
    r"editors|news ?desk|newsroom|reporting team|team)"
)
_BY = re.compile(
    r"(?:(?:written|edited|reported|posted|published|compiled|words|text|story|report|interview) )?by:? (?=[A-Z])|"
    r"(?:updated|our|from our) (?=[A-Z])",
    re.IGNORECASE,
)
_EDGES = " .,:*_–—-"
_SMALL = frozenset("a an the of and & in on at for by from de du la le el al und y e".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedLine:
    """The dates of such a line, and the names that stand beside them, in order."""

    dates: tuple[PrintedDate, ...]
    names: tuple[str, ...]


def dated_line(text: str, start: int, end: int) -> DatedLine | None:
    """What a short line says that holds a full date beside names and numbers alone; None of any other line."""
    dates = find_dates(text, start, end) if end - start <= LONGEST else []
    if not dates:
        return None
    parts = (_BY.sub("", part.strip(_EDGES)) for part in _PARTS.split(undated(text, start, end, dates)))
    names = [part for part in parts if not _is_no_name(part)]
    if not all(map(_is_name, names)):
        return None
    return DatedLine(dates=tuple(dates), names=tuple(names))


def _is_no_name(part: str) -> bool:
    """Whether the words are labels, counts, an edition or what the page says of its own updates."""
    return is_label(part) or _is_numbered(part) or bool(_EDITION.fullmatch(part) or _GOES_ON.fullmatch(part))


def _is_numbered(part: str) -> bool:
    """Whether the words count the issue, its volume, pages or price: "Vol. 101 No. 11"."""
    return all(map(_NUMBERED.fullmatch, re.split(r"(?<=[\dIVXLC])\s+(?=[A-Za-z])", part)))


def _is_name(part: str) -> bool:
    """Whether the words are capitalised and few, as names of outlets, sections, places and people are."""
    if is_job(part) or _STAFF.fullmatch(part):
        return True
    heavy = [word for word in part.split() if word.casefold() not in _SMALL]
    return 0 < len(heavy) <= MOST_WORDS and all(word[0].isupper() or word[0].isdigit() for word in heavy)
