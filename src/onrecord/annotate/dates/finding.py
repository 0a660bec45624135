"""Every date expression of a text, found and resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from onrecord.annotate.dates.calendar import resolve
from onrecord.annotate.dates.clock import Clock, clock_beside
from onrecord.annotate.dates.edtf import Grain, Value, day_value
from onrecord.annotate.dates.events import resolve_of_event
from onrecord.annotate.dates.expressions import (
    Ambiguous,
    Anchor,
    Expression,
    FromTo,
    HolidayOf,
    MonthsOf,
    OfEvent,
    Point,
    Rolling,
    SeasonOf,
    Shift,
    Weekday,
    Which,
    Years,
)
from onrecord.annotate.dates.grammar import RULES, Rule
from onrecord.annotate.dates.guards import Place, is_date
from onrecord.annotate.dates.hedges import bounded, hedged
from onrecord.annotate.dates.patterns import CORES, STARTERS
from onrecord.annotate.dates.setting import Setting
from onrecord.annotate.dates.tense import Tense, tense_around
from onrecord.annotate.dates.words import NAMED_DAYS, Unit
from onrecord.records import Span

REACH_CHARS = 64  # how far before its core word an expression may begin
ANCHOR_CHARS = 600  # how far back "two days later" may count from
YEAR_CHARS = 1500  # how far back the year of "on October 4" may stand
EVENT_DATES = 20  # dates back among which that of an event is looked for
_HEDGE_CHARS = 40  # how far before a date "around" or "since" is looked for
MARGIN_CHARS = 320  # how much text around the asked-for part is looked at to judge it


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression: where it stands and what it means.

    `edtf` is None where the text, with the publication, does not tell the date; it has the time of day where that
    stands beside the day ("2031-05-05T10:00-04:00"). `interval` is the whole range of which the date is one end ("from
    May 3 to June 5" are two mentions, "since May 3" ends with the publication). `relative` is whether the
    publication was needed.
    `governs_past` is False where the sentence, or the calendar, puts the date ahead of the publication.
    """

    span: Span
    edtf: str | None
    grain: Grain | None = None
    relative: bool = False
    governs_past: bool = True
    interval: str | None = None

    @property
    def day(self) -> str | None:
        """The date without the time of day."""
        return self.edtf.split("T")[0] if self.edtf else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An expression at its place, not yet resolved."""

    start: int
    end: int
    expression: Expression
    joined: bool = False  # the next one is the other end of the range


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An expression resolved."""

    found: _Found
    value: Value | None
    past: bool
    bounds: str | None = None  # "since" and "until" with the publication as the other end

    @property
    def lacks_event(self) -> bool:
        """Whether it counts from an event that the text has not dated, and so is no date."""
        return self.value is None and isinstance(self.found.expression, OfEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The part asked for: `lowered` begins at `offset` of the text, `start` and `stop` count from there."""

    text: str
    lowered: str
    offset: int
    start: int
    stop: int


_COUNTED_FROM_DAYS = {Unit.DAY, Unit.WEEK, Unit.FORTNIGHT}


def find_dates(
    text: str, *, start: int = 0, end: int | None = None, base: str | None = None, anchor: str | None = None
) -> tuple[DateMention, ...]:
    """Every date expression in `text[start:end]`, in reading order; spans are offsets in the whole text.

    `base` is the day or time of publication as EDTF, against which "Monday" and "last year" are resolved; a year alone
    is that of a day and month. `anchor` is a day told just before, from which "the next day" counts.
    """
    stop = len(text) if end is None else min(end, len(text))
    start = min(start, stop)
    offset, limit = _margins(text, start, stop)
    clip = text[offset:limit]
    lowered = lower_in_place(clip)
    found = _completed(tuple(_scan(clip, lowered, start - offset, stop - offset)), lowered)
    told = base_moment(anchor)
    year = int(base) if base and re.fullmatch(r"\d{4}", base) else None
    before = day_value(told.date()) if told else None
    read = _resolved(found, (clip, lowered), Setting(base=base_moment(base), tense=Tense.UNTOLD, year=year), before)
    part = _Part(text=text, lowered=lowered, offset=offset, start=start - offset, stop=stop - offset)
    return tuple(
        _mention(part, read, i, clock) for i, clock in enumerate(_clocks(part, read)) if not read[i].lacks_event
    )


def _margins(text: str, start: int, stop: int) -> tuple[int, int]:
    """How far around the part the text is looked at to judge it: within its line, since other lines tell nothing."""
    left, right = max(0, start - MARGIN_CHARS), min(len(text), stop + MARGIN_CHARS)
    before, after = text.rfind("\n", left, start), text.find("\n", stop, right)
    return before + 1 if before >= 0 else left, after if after >= 0 else right


def base_moment(base: str | None) -> datetime | None:
    """The publication day and time, None where no whole day is given."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?", base or "")
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2] or '00:00'}") if found else None
    except ValueError:
        return None


def lower_in_place(text: str) -> str:
    """The text in lower case, each character at its old offset."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


_WORD = re.compile(r"[a-z]+|\d+|['’](?=\d\d)")


def _scan(text: str, lowered: str, start: int, stop: int) -> Iterator[_Found]:
    """The date expressions, longest at each place, none overlapping another."""
    done = start  # everything before has been looked at
    for core in _WORD.finditer(lowered, start, stop):
        if core.start() < done or not _is_core(core, lowered):
            continue
        for word in _WORD.finditer(lowered, max(done, core.start() - REACH_CHARS), stop):
            if word.start() >= core.end():
                break
            if word.start() < done or not _can_start(word, lowered):
                continue
            found = _longest(text, lowered, word.start(), stop)
            if found is not None:
                yield found
                done = found.end
        done = max(done, core.end() if done > core.start() else core.start() + 1)


def _is_core(word: re.Match[str], lowered: str) -> bool:
    piece = word.group()
    if piece[0] in "'’":
        return True
    if piece.isdecimal():
        return len(piece) == 4 or (len(piece) == 2 and lowered.startswith("s", word.end())) or piece == "11"
    return piece in CORES


def _can_start(word: re.Match[str], lowered: str) -> bool:
    if word.start() and lowered[word.start() - 1].isalnum():
        return False
    return word.group() in STARTERS or not word.group().isalpha()


def _longest(text: str, lowered: str, at: int, stop: int) -> _Found | None:
    """The longest expression that begins at the place and is a date on a closer look."""
    matches: list[tuple[Rule, re.Match[str]]] = []
    for rule in RULES:
        found = rule.pattern.match(lowered, at)
        if found is not None and found.end() <= stop:
            matches.append((rule, found))
    matches.sort(key=lambda match: -match[1].end())
    for rule, found in matches:
        place = Place(text, lowered, found)
        if not is_date(rule.name, place):
            continue
        expression = rule.read(found)
        if expression is not None:
            return _Found(start=at, end=_trimmed(lowered, at, found.end()), expression=expression)
    return None


def _trimmed(lowered: str, start: int, end: int) -> int:
    """The end without white space and without the possessive's apostrophe alone."""
    while end > start and lowered[end - 1].isspace():
        end -= 1
    return end


_RANGE = re.compile(r"\s*(?:[-–—]{1,2}|to|through|thru|until|till)\s*(?:on\s+|the\s+)?")
_LIST = re.compile(r",?\s*(?:and|or|,)\s*(?:on\s+|in\s+|the\s+)?|\s*\(|\s+vs\.?\s+")


def _completed(found: tuple[_Found, ...], lowered: str) -> tuple[_Found, ...]:
    """The expressions, those that are one end of a range or list having taken the year from the other."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i], out[i + 1]
        between = lowered[left.end : right.start]
        both_ends = between.strip() == "and" and lowered.endswith("between ", 0, left.start)
        joined = both_ends or _RANGE.fullmatch(between) is not None
        if len(between) > 12 or not (joined or _LIST.fullmatch(between)):
            continue
        expression = _with_year_of(left.expression, right.expression)
        out[i] = replace(left, expression=expression, joined=joined)
    return tuple(_named(one, lowered) for one in out)


def _with_year_of(left: Expression, right: Expression) -> Expression:
    """The left of two dates, with the year of the right where it has none: "January 23 - March 9 2014"."""
    if not (isinstance(left, Point) and isinstance(right, Point)):
        return left
    if left.year is not None or right.year is None or left.month is None or right.month is None:
        return left
    if (left.day is None) != (right.day is None):
        return left
    wraps = (left.month, left.day or 0) > (right.month, right.day or 0)
    return replace(left, year=right.year - wraps)


def _named(found: _Found, lowered: str) -> _Found:
    """The expression with the year that what follows gives it: "Sept. 11 attacks"."""
    point = found.expression
    if not isinstance(point, Point) or point.year is not None or point.day is None or point.month is None:
        return found
    follows = re.match(
        r"(?:,?\s+(?:hamas|terror|terrorist|capitol|al[- ]qaeda|al-qaida)(?:-led)?)*\s+([a-z]+)",
        lowered[found.end : found.end + 40],
    )
    year = NAMED_DAYS.get((point.month, point.day, follows[1])) if follows else None
    return replace(found, expression=replace(point, year=year)) if year else found


def _resolved(
    found: tuple[_Found, ...], clip: tuple[str, str], told: Setting, before: Value | None
) -> tuple[_Read, ...]:
    """Each expression resolved, in order, what went before being known to the next; `clip` in both letterings."""
    said: list[_Read] = []
    text, lowered = clip
    for i, one in enumerate(found):
        setting = replace(
            told,
            tense=tense_around(text, lowered, one.start, one.end),
            anchor=_anchor(said, one) or _told_before(one, before, lowered),
            year=_year_before(said, one, text)
            or (told.year if told.base is None and _is_day(one.expression) else None),
        )
        after = found[i + 1] if i + 1 < len(found) else None
        value = (
            _of_event(one, one.expression, said, lowered)
            if isinstance(one.expression, OfEvent)
            else resolve(_narrowed(one, after, lowered, setting), setting)
        )
        left = lowered[max(0, one.start - _HEDGE_CHARS) : one.start]
        if value is not None and not isinstance(one.expression, Shift | Rolling):
            value = hedged(value, left)
        bounds = bounded(value, left, setting) if value else None
        said.append(_Read(found=one, value=value, past=_is_past(value, setting), bounds=bounds))
    return tuple(said)


def _of_event(one: _Found, counted: OfEvent, said: list[_Read], lowered: str) -> Value | None:
    """The day counted from its event, where one of the dates just before is the event's."""
    dated = tuple((read.found.start, read.found.end, read.value) for read in said[-EVENT_DATES:] if read.value)
    try:
        return resolve_of_event(counted, lowered, tuple(reversed(dated)), one.start)
    except (OverflowError, ValueError):  # days beyond the year 9999
        return None


_HAD = re.compile(r"\bhad\b[^.!?;]{0,60}$")


def _told_before(one: _Found, before: Value | None, lowered: str) -> Value | None:
    """The day told before the part, for distances in days: "the next day", "had left a day earlier"."""
    shift = one.expression
    if not isinstance(shift, Shift) or shift.anchor is Anchor.PUBLICATION:
        return None
    if shift.anchor is Anchor.CONTEXT_OR_PUBLICATION and not (shift.count < 0 and _HAD.search(lowered, 0, one.start)):
        return None
    return before if shift.unit in _COUNTED_FROM_DAYS else None


def _mention(part: _Part, read: tuple[_Read, ...], i: int, clock: Clock | None) -> DateMention:
    found, value = read[i].found, read[i].value
    start, end = (clock.start, clock.end) if clock else (found.start, found.end)
    edtf = value.edtf if value else None
    return DateMention(
        span=Span.of(part.text, start + part.offset, end + part.offset),
        edtf=f"{edtf}{clock.time}" if clock else edtf,
        grain=value.grain if value else None,
        relative=_is_relative(found.expression),
        governs_past=read[i].past,
        interval=_range_of(read, i) or read[i].bounds,
    )


def _clocks(part: _Part, read: tuple[_Read, ...]) -> tuple[Clock | None, ...]:
    """The time of day beside each date, between the dates before and after it."""
    clocks: list[Clock | None] = []
    done = part.start
    for i, one in enumerate(read):
        after = read[i + 1].found.start if i + 1 < len(read) else part.stop
        clocks.append(_clock(part, one, (done, min(after, part.stop))))
        done = max(one.found.end, clocks[-1].end if clocks[-1] else 0)
    return tuple(clocks)


def _clock(part: _Part, read: _Read, limits: tuple[int, int]) -> Clock | None:
    """The time of day beside a date that is one known day."""
    value = read.value
    day = value.first.first_day if value and value.grain is Grain.DAY else None
    if value is None or day is None or value.approximate or value.uncertain or read.found.joined:
        return None
    return clock_beside(part.lowered, (read.found.start, read.found.end), limits, day)


_NARROWS = re.compile(r",?\s+(?:of\s+|in\s+)?")
_WHICH_WEEK = {-1: Which.LAST, 0: Which.THIS, 1: Which.NEXT}


def _narrowed(one: _Found, after: _Found | None, lowered: str, setting: Setting) -> Expression:
    """The expression with the year or week that the next tells: "in May last year", "Tuesday this week"."""
    expression = one.expression
    if after is None or not isinstance(after.expression, Shift) or not after.expression.whole:
        return expression
    if not _NARROWS.fullmatch(lowered[one.end : after.start]):
        return expression
    shift = after.expression
    if isinstance(expression, Weekday) and shift.unit is Unit.WEEK and shift.anchor is Anchor.PUBLICATION:
        return replace(expression, which=_WHICH_WEEK.get(int(shift.count), expression.which))
    if isinstance(expression, Point | SeasonOf) and expression.year is None and shift.unit is Unit.YEAR:
        year = resolve(shift, setting)
        return replace(expression, year=year.first.year) if year else expression
    return expression


def _range_of(said: tuple[_Read, ...], i: int) -> str | None:
    """The range that the date at `i` is one end of."""
    if said[i].found.joined:
        return _interval(said[i].value, said[i + 1].value)
    return _interval(said[i - 1].value, said[i].value) if i and said[i - 1].found.joined else None


def _anchor(said: list[_Read], one: _Found) -> Value | None:
    """What the text spoke of last, where a distance can be counted from it."""
    coarse = isinstance(one.expression, Shift) and one.expression.unit not in _COUNTED_FROM_DAYS
    for read in reversed(said):
        value = read.value
        if one.start - read.found.end > ANCHOR_CHARS:
            return None
        if value is not None and (coarse or value.first.day is not None):
            return value
    return None


def _year_before(said: list[_Read], one: _Found, clip: str) -> int | None:
    """The year of the last full date in the same paragraph; for a month alone, in the same sentence."""
    if not (isinstance(one.expression, Point | FromTo) and _is_relative(one.expression)):
        return None
    alone = isinstance(one.expression, Point) and one.expression.day is None
    for read in reversed(said):
        if one.start - read.found.end > YEAR_CHARS:
            return None
        between = clip[read.found.end : one.start]
        if "\n" in between or (alone and ". " in between):
            return None
        point = read.found.expression
        if isinstance(point, Point) and point.year is not None and point.month is not None:
            return point.year + _goes_on(point, one.expression)
    return None


def _is_day(expression: Expression) -> bool:
    """Whether it is a day and a month without a year."""
    return isinstance(expression, Point) and expression.day is not None and expression.month is not None


def _goes_on(before: Point, after: Expression) -> bool:
    """Whether the later date lies in the year after, a story being told in order: "Dec. 26, 2012 … July 6"."""
    return isinstance(after, Point) and (after.month or 12, after.day or 31) < (before.month or 1, before.day or 1)


def _interval(first: Value | None, last: Value | None) -> str | None:
    """From the one to the other, None where it would run backwards."""
    if first is None or last is None or first.last or last.last or first.approximate or last.approximate:
        return None
    begins, ends = first.first.first_day, last.first.first_day
    if begins is None or ends is None or begins >= ends:
        return None
    return Value(first=first.first, last=last.first).edtf


def _is_relative(expression: Expression) -> bool:
    match expression:
        case Years() | Ambiguous():
            return False
        case Point() | SeasonOf() | HolidayOf() | MonthsOf():
            return expression.year is None
        case FromTo(first=Point() as first):
            return first.year is None
        case _:
            return True


def _is_past(value: Value | None, setting: Setting) -> bool:
    day = value.first.first_day if value else None
    if day is not None and setting.today is not None and day != setting.today:
        return day < setting.today
    return setting.tense not in {Tense.FUTURE, Tense.LIKELY_FUTURE}
