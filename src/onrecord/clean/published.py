"""Publication dates as pages print them: a strict reader of lines that are a date, never of prose.

A date without a year is none, nor is one whose day and month ("04/05/2031") the rest of the page does not tell apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.clean.dayorders import day_meant
from onrecord.clean.months import MONTHS
from onrecord.records import Span

# Only abbreviations that name one offset; "ET", "PT" or "IST" name two or three.
_ZONES = {
    "Z": "Z", "GMT": "Z", "UTC": "Z", "WET": "Z",
    "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00",
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00", "SGT": "+08:00",
    "PKT": "+05:00", "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00",
}  # fmt: skip

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:the\s+(?=\d))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# Pages run lines together: "October 9, 20315:42 PM", "05/11/2031Updated", "news deskOctober 9, 2031".
_BEHIND = r"(?!(?!T\d\d:|(?<=\d{4})(?:\d{1,2}:\d\d|(?-i:[A-Z][a-z])|last\b|updated))[\w/-]|\.\d)"
_BEFORE = r"(?:(?<![\w/.-])|(?-i:(?<=[a-z\d])(?=[A-Z][a-z]{2})))"
_DATES = tuple(
    re.compile(rf"{_BEFORE}{_WEEKDAY}{form}{_BEHIND}", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<left>\d{1,2})(?P<mark>[/.-])(?P<right>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)",
        r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
    )
)
_ISO_STAMP = re.compile(r"(?<![\w/.-])(?:19|20)\d\d-\d\d-\d\d(?=T\d\d:)")
_CLOCK = re.compile(
    r"(?<![\d:.-])(?P<hour>\d{1,2})(?:(?P<mark>[:.h])(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s*(?P<hrs>hrs|hours|uhr)\b)?"
    r"(?:\s*\(?(?P<zone>Z\b|[A-Z]{2,4}(?:\b|(?-i:(?=[A-Z][a-z]))))?\s*(?P<offset>[+\-−]\d{1,2}(?::?\d\d)?)?(?!\d)\)?)?",
    re.IGNORECASE,
)
# What may stand on a date line beside the date: labels, a reading time, marks. All else is prose or a name.
_LABEL = re.compile(
    r"\b(?:first\s+|originally\s+|original\s+)?(?:published|publication|posted|issued|filed|created|released|"
    r"broadcast|aired|printed|written|recorded|date[ds]?|dateline|on|of|at|as it happened|"
    r"(?:eastern|central|mountain|pacific|atlantic|greenwich mean|standard|daylight|summer|local)\s+time|time|"
    r"last|updated?|modified|edited|local|hrs|hours|uhr|est\.?|(?:\d+|one|two|three|four|five)[\s-]*"
    r"(?:min(?:ute)?s?)(?:\s+read)?|views?:?\s*\d[\d,.]*|\d[\d,. ]*\s+(?:views?|comments?|shares?)|"
    r"(?:\d+|an?)\s+(?:min(?:ute)?|h(?:ou)?r|day)s?\s+ago|issue|edition|read(?:ing time)?)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d\d)\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?", re.IGNORECASE)
_EDGES = " \t\r\n|•·,;:-–—/()[]*_.»«@’'\"\ufeff"
# Where on its site a page lies: "News > Harbour |".
_TRAIL = re.compile(r"^\s*[A-Z][\w &-]{1,30}(?:\s*[>»›]\s*[A-Z][\w &-]{1,30})+\s*[|·•–—-]?", re.MULTILINE)
_ISSUE = re.compile(rf"{_MONTH}\s+{_YEAR}[\s,]+(?:issue|edition)", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|corrected|amended)\b", re.IGNORECASE)


_IMPRINT = re.compile(
    r"[(*_\s]*(?:(?:a version of )?(?:this|the) (?:article|story|report|interview|column|text|piece|item)\s+"
    r"(?:was|is|has been|also|originally|first|and|\s)*)?(?:(?:first|originally)\s+)?"
    r"(?:published|posted|printed|appear(?:s|ed)|broadcast|aired)\s*(?::|in|on|by|at|\d|\w+day\b)",
    re.IGNORECASE,
)
LONGEST_IMPRINT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A date as a page prints it: its EDTF, to the minute where the text tells, and where it stands."""

    edtf: str
    span: Span
    is_update: bool


def find_dates(text: str, start: int, end: int) -> list[PrintedDate]:
    """Every full date in `text[start:end]`, with the time and zone that stand beside it, in reading order."""
    taken: list[tuple[int, int]] = []
    found: list[PrintedDate] = []
    for pattern in _DATES:
        for hit in pattern.finditer(text, start, end):
            if any(hit.start() < right and left < hit.end() for left, right in taken):
                continue
            day = _day(hit, text)
            if day is not None:
                taken.append(hit.span())
                found.append(_with_time(text, (start, end), hit.span(), day))
    return sorted(found, key=lambda one: one.span)


def date_line(text: str, start: int, end: int) -> list[PrintedDate]:
    """The dates of a line that holds dates, times and their labels alone; none of any other line."""
    dates = find_dates(text, start, end) if end - start <= 200 else []
    if not dates:
        return []
    return dates if not leftover(text, start, end, dates) else []


def issue_line(text: str, start: int, end: int) -> PrintedDate | None:
    """The month of a magazine's issue that is all of the line: "October 2031 issue"."""
    hit = _ISSUE.fullmatch(text, start, end) if end - start <= 40 else None
    if hit is None:
        return None
    month = f"{hit['year']}-{MONTHS[hit['month'].casefold()]:02}"
    return PrintedDate(edtf=month, span=Span.of(text, hit.start("month"), hit.end("year")), is_update=False)


def is_imprint(text: str, start: int, end: int) -> bool:
    """Whether the line says where and when the article was published: "Published in X, May 4th, 2031."."""
    if end - start > LONGEST_IMPRINT or _IMPRINT.match(text, start, end) is None:
        return False
    return bool(find_dates(text, start, end))


def leftover(text: str, start: int, end: int, dates: list[PrintedDate]) -> str:
    """What a line says beside its dates, times and their labels."""
    words = _LABEL.sub(" ", _TRAIL.sub(" ", undated(text, start, end, dates)))
    return _TIME.sub(" ", words).strip(_EDGES)


def undated(text: str, start: int, end: int, dates: list[PrintedDate]) -> str:
    """The line without its dates, a new line for each."""
    rest, place = [], start
    for one in dates:
        rest.append(text[place : one.span.start])
        place = one.span.end
    return "\n".join([*rest, text[place:end]])


def is_label(words: str) -> bool:
    """Whether the words are labels of a date, times and marks alone: "Last updated at 16:30"."""
    return not _TIME.sub(" ", _LABEL.sub(" ", words)).strip(_EDGES)


def _day(hit: re.Match[str], text: str) -> str | None:
    parts = hit.groupdict()
    try:
        if "left" in parts:
            day = _day_of_figures(int(parts["left"]), int(parts["right"]), hit, text)
        else:
            month = MONTHS.get(parts["month"].casefold()) or int(parts["month"])
            day = date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
    return day.isoformat() if day else None


def _day_of_figures(left: int, right: int, hit: re.Match[str], text: str) -> date | None:
    """The day of two figures and a year: which is the month, the figures or the page must tell."""
    year = int(hit["year"])
    if hit["mark"] == "." or left > 12 or left == right:  # points stand between day and month in every country
        return date(year, right, left)
    if right > 12:
        return date(year, left, right)
    return day_meant(text, date(year, right, left), date(year, left, right))


def _with_time(text: str, bounds: tuple[int, int], place: tuple[int, int], day: str) -> PrintedDate:
    """The date with the clock time right after it, else right before it."""
    start, end = place
    label = text[max(bounds[0], start - 24) : start]
    is_update = _UPDATED.search(label) is not None
    after = re.compile(r"[T\s,|•·@/(–—-]*(?:at\s+)?(?=\d)").match(text, end, min(end + 12, bounds[1]))
    # Of the words alone, so that a time may stand right against the year.
    clock = _CLOCK.match(text[after.end() : min(after.end() + 32, bounds[1])]) if after else None
    time = _time(clock) if clock else None
    if after and clock and time:
        stop = after.end() + clock.end()
        stop += text.startswith("(", after.end() - 1) and text.startswith(")", stop)
        return PrintedDate(edtf=day + time, span=_trimmed(text, start, stop), is_update=is_update)
    window = max(bounds[0], start - 32)
    for clock in _CLOCK.finditer(text, window, start):
        time = _time(clock)
        between = text[clock.end() : start]
        if time and not between.strip(" ,|•·-–—on\t"):
            return PrintedDate(edtf=day + time, span=_trimmed(text, clock.start(), end), is_update=is_update)
    return PrintedDate(edtf=day, span=Span.of(text, start, end), is_update=is_update)


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[end - 1].isspace() or text[end - 1] == "(":
        end -= 1
    return Span.of(text, start, end)


def _time(clock: re.Match[str]) -> str | None:
    """The EDTF of a clock time, from "T"; None where the digits are none (a lone number, an hour of 31)."""
    hour, minute, half = int(clock["hour"]), int(clock["minute"] or 0), (clock["half"] or "").casefold()
    if clock["minute"] is None and not half:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return None
    return f"T{hour:02}:{minute:02}{_offset(clock['zone'], clock['offset'])}"


def _offset(zone: str | None, offset: str | None) -> str:
    if offset and (zone is None or zone.upper() in {"GMT", "UTC"}):
        sign = "-" if offset[0] in "-−" else "+"
        digits = offset[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        return f"{sign}{int(hours):02}:{minutes}" if int(hours) <= 14 and int(minutes) < 60 else ""
    return _ZONES.get(zone.upper(), "") if zone else ""
