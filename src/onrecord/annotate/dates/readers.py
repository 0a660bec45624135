"""From a match of the grammar to the expression it means; None where the words turn out to be no date."""

from __future__ import annotations

import re

from onrecord.annotate.dates.expressions import (
    Ambiguous,
    Anchor,
    Counted,
    EndOf,
    Expression,
    FromTo,
    HolidayOf,
    MonthsOf,
    NthWeekday,
    OfEvent,
    Point,
    Rolling,
    SeasonOf,
    Shift,
    Side,
    Unresolvable,
    Weekday,
    Weekend,
    WeekOf,
    Which,
    Years,
)
from onrecord.annotate.dates.numerals import ORDINALS, number_in
from onrecord.annotate.dates.words import (
    DECADE_WORDS,
    MONTHS,
    PARTS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
    Holiday,
    Part,
    Unit,
)

Match = re.Match[str]
_MONTH_OF = MONTHS | SHORT_MONTHS
_WEEKDAY_OF = WEEKDAYS | SHORT_WEEKDAYS
_MOST_UNITS = 99_999  # more years than this are geology, not news
_WHICH = {
    "last": Which.LAST, "this past": Which.LATEST, "past": Which.LATEST, "the past": Which.LATEST,
    "the previous": Which.LATEST, "previous": Which.LATEST, "this": Which.THIS, "next": Which.NEXT,
    "coming": Which.COMING, "the coming": Which.COMING, "this coming": Which.COMING, "the next": Which.COMING,
    "the following": Which.COMING, "following": Which.COMING, "this next": Which.COMING,
}  # fmt: skip


def _group(found: Match, name: str) -> str | None:
    return found.groupdict().get(name)


def _month(word: str | None) -> int | None:
    return _MONTH_OF[word.rstrip(".")] if word else None


def _weekday(word: str | None) -> int | None:
    return _WEEKDAY_OF[word.rstrip(".")] if word else None


def _whole(figure: str | None) -> int | None:
    return int(figure) if figure else None


def _part(found: Match) -> Part | None:
    word = _group(found, "part")
    return PARTS[" ".join(word.split())] if word else None


def which_of(words: str | None) -> Which:
    """Which of many the words before it pick."""
    return _WHICH.get(" ".join((words or "").split()), Which.TOLD_BY_TENSE)


def ordinal(word: str) -> int:
    """What "17th" or "twelfth" counts."""
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))


def read_point(found: Match) -> Expression | None:
    """Any of year, month, day and weekday, as far as the pattern has groups for them."""
    return Point(
        year=_whole(_group(found, "year")),
        month=_month(_group(found, "month")),
        day=_whole(_group(found, "day")),
        weekday=_weekday(_group(found, "weekday")),
        part=_part(found),
        which=which_of(_group(found, "which")),
    )


def read_iso(found: Match) -> Expression | None:
    """Year, month and day in figures."""
    year, month, day = (int(found[name]) for name in ("year", "number", "day"))
    return Point(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_figures(found: Match) -> Expression | None:
    """Two figures and a year: day first with dots, else whichever order the figures allow, else ambiguous."""
    left, right, year = int(found["left"]), int(found["right"]), int(found["year"])
    day_first, month_first = Point(year=year, month=right, day=left), Point(year=year, month=left, day=right)
    if not (left and right) or max(left, right) > 31 or min(left, right) > 12:
        return None
    if found["mark"] == ".":
        return day_first if right <= 12 else None
    if left > 12 or left == right:
        return day_first
    return month_first if right > 12 else Ambiguous(month_first=month_first, day_first=day_first)


def _continuous(found: Match, step: int) -> bool:
    """Whether a pair is a range: "May and June", "between May and August", but not "May and August"."""
    return step == 1 or found[0].startswith("between") or " and " not in " ".join(found[0].split())


def read_days(found: Match) -> Expression | None:
    """Two days of one month."""
    year, month = _whole(_group(found, "year")), _month(found["month"])
    first, last = int(found["day"]), int(found["last"])
    if first >= last or not _continuous(found, last - first):
        return None
    return FromTo(first=Point(year=year, month=month, day=first), last=Point(year=year, month=month, day=last))


def read_months(found: Match) -> Expression | None:
    """Two months of one year."""
    year = _whole(_group(found, "year"))
    first, last = _month(found["first"]), _month(found["second"])
    if first is None or last is None or first >= last or not _continuous(found, last - first):
        return None
    return FromTo(first=Point(year=year, month=first), last=Point(year=year, month=last))


def read_short_years(found: Match) -> Expression | None:
    """Years with the second shortened: "2014-16", "1999-00"."""
    first, short = int(found["year"]), int(found["last"])
    last = first - first % 100 + short
    last = last if last > first else last + 100
    if last - first > 60:  # "1982-31" is a score or a code
        return None
    return FromTo(first=Point(year=first), last=Point(year=last))


def read_day_of_month(found: Match) -> Expression | None:
    """The Nth, of this month or another."""
    day = ordinal(found["ordinal"])
    return Point(day=day, which=which_of(_group(found, "which"))) if 1 <= day <= 31 else None


def read_ordinal_of(found: Match) -> Expression | None:
    """The fourth of July."""
    day = ordinal(found["ordinal"])
    return Point(year=_whole(found["year"]), month=_month(found["month"]), day=day) if day <= 31 else None


def read_weekday(found: Match) -> Expression | None:
    """A day of the week and which one."""
    weekday = _weekday(found["weekday"])
    return None if weekday is None else Weekday(weekday=weekday, which=which_of(_group(found, "which")))


def read_weekday_off(found: Match) -> Expression | None:
    """Monday week: the one after the coming one."""
    weekday = _weekday(found["weekday"])
    weeks = 2 if found["off"] == "fortnight" else 1
    return None if weekday is None else Weekday(weekday=weekday, which=Which.COMING, weeks=weeks)


def read_nth_weekday(found: Match) -> Expression | None:
    """The first Monday of May."""
    nth, weekday = found["nth"], _weekday(found["weekday"])
    month = Point(year=_whole(_group(found, "year")), month=_month(found["month"]))
    number = -1 if nth in {"last", "final"} else ordinal(nth)
    return None if weekday is None or number > 5 else NthWeekday(nth=number, weekday=weekday, month=month)


_SIDES = {"of": Side.WITHIN, "to": Side.LAST, "ending": Side.LAST}


def read_week_of(found: Match) -> Expression | None:
    """The week or weekend that a day names."""
    day = Point(year=_whole(_group(found, "year")), month=_month(found["month"]), day=int(found["day"]))
    return WeekOf(day=day, side=_SIDES.get(found["side"], Side.FIRST), weekend=found["unit"] == "weekend")


def read_beyond(found: Match) -> Expression | None:
    """The week before last, the month after next, the night before last."""
    step = -2 if found["side"] == "before" else 2
    unit = found["unit"]
    if unit == "weekend":
        return Weekend(which=Which.LATEST if step < 0 else Which.NEXT, weeks=step // 2)
    return Shift(unit=Unit.DAY if unit == "night" else UNITS[unit], count=step, whole=True)


def read_listed_days(found: Match) -> Expression | None:
    """Days of one month told one by one, where each follows the other: "May 3, 4 and 5"."""
    listed = [int(day) for day in re.findall(r"\d+", found["days"])]
    if listed != list(range(listed[0], listed[0] + len(listed))):
        return None
    year, month = _whole(_group(found, "year")), _month(found["month"])
    return FromTo(
        first=Point(year=year, month=month, day=listed[0]), last=Point(year=year, month=month, day=listed[-1])
    )


def read_first_months(found: Match) -> Expression | None:
    """The first nine months of a year, or its last three."""
    count = int(number_in(found["count"]) or 0)
    if not 1 <= count <= 11:
        return None
    first = 1 if found["nth"] == "first" else 13 - count
    shift = {"last": -1, "next": 1}.get(_group(found, "which") or "", 0)
    return MonthsOf(month=first, months=count, year=_whole(_group(found, "year")), year_shift=shift)


def read_weekdays(found: Match) -> Expression | None:
    """From one day of the week to another."""
    first, last = _weekday(found["first"]), _weekday(found["second"])
    if first is None or last is None or first == last or not _continuous(found, (last - first) % 7):
        return None
    return FromTo(first=Weekday(weekday=first), last=Weekday(weekday=last))


_DEICTIC_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last": -1, "this": 0,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def read_deictic(found: Match) -> Expression | None:
    """Today and the days around it."""
    return Shift(unit=Unit.DAY, count=_DEICTIC_DAYS[" ".join(found["deictic"].split())], whole=True)


_STEPS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1, "the previous": -1, "the past": -1,
    "the last": -1,
    "this": 0,
    "the current": 0, "current": 0, "next": 1, "the next": 1, "coming": 1, "the coming": 1, "following": 1,
    "the following": 1, "this coming": 1,
}  # fmt: skip
_NARRATED = {"the previous", "previous", "the following", "following", "the next"}


def read_unit(found: Match) -> Expression | None:
    """Last week, this year, the next month: a whole unit of the calendar."""
    words, unit = " ".join(found["which"].split()), UNITS[found["unit"]]
    if words == "the last" and unit is Unit.DAY:
        return None
    if words in {"the past", "past", "the last"} and unit is not Unit.CENTURY:
        return Rolling(unit=unit, count=-1)
    if words in {"the coming", "coming"}:
        return Rolling(unit=unit, count=1)
    if words == "this past" and unit in {Unit.DAY, Unit.YEAR, Unit.DECADE}:
        return Rolling(unit=unit, count=-1)
    if unit is Unit.DAY and words in {"last", "past", "next", "this", "current", "the current"}:
        return None  # "the last day", "this day" mean other things
    anchor = Anchor.CONTEXT_OR_PUBLICATION if words in _NARRATED else Anchor.PUBLICATION
    if words in _NARRATED and (unit is Unit.DAY or _STEPS[words] > 0):
        anchor = Anchor.CONTEXT
    return Shift(unit=unit, count=_STEPS[words], anchor=anchor, whole=True)


def read_neighbour(found: Match) -> Expression | None:
    """The year before, the day after: one unit from what the text spoke of last."""
    unit, before = UNITS[found["unit"]], found["side"] in {"before", "earlier", "prior"}
    far = before and unit is not Unit.DAY
    anchor = Anchor.CONTEXT_OR_PUBLICATION if far else Anchor.CONTEXT
    return Shift(unit=unit, count=-1 if before else 1, anchor=anchor, whole=True)


def read_same(found: Match) -> Expression | None:
    """That year, the same day; "later in the year" may also be the year of publication."""
    unit = Unit.DAY if (word := found["unit"]) not in UNITS else UNITS[word]
    told = _group(found, "told") is not None
    anchor = Anchor.CONTEXT_OR_PUBLICATION if told else Anchor.CONTEXT
    return Shift(unit=unit, count=0, anchor=anchor, whole=True)


_FROM_NOW = {"ago", "back", "from now", "hence", "time"}
_VAGUE = ("few", "several", "many", "some")


def read_distance(found: Match) -> Expression | None:
    """So many units ago, from now, earlier or later."""
    words, side = found["number"], found["side"]
    if any(word in words for word in _VAGUE):
        return Unresolvable()
    count = 2.0 if "couple" in words else number_in(words.replace("-and-a-half", " and a half"))
    if count is not None and "and a half" in found[0] and "half" not in words:
        count += 0.5
    if count is None or count > _MOST_UNITS or (UNITS[found["unit"]] is Unit.HOUR and side not in _FROM_NOW):
        return None
    anchor = {"earlier": Anchor.CONTEXT_OR_PUBLICATION, "before": Anchor.CONTEXT_OR_PUBLICATION}.get(
        side, Anchor.CONTEXT if side in {"later", "afterwards", "afterward"} else Anchor.PUBLICATION
    )
    ahead = side in {"later", "afterwards", "afterward", "from now", "hence", "time"}
    vague = "couple" in words or found.groupdict().get("about") is not None
    return Shift(unit=UNITS[found["unit"]], count=count if ahead else -count, anchor=anchor, approximate=vague)


def read_day_of_event(found: Match) -> Expression | None:
    """The third day, or the fourth anniversary, of an event."""
    word = _group(found, "ordinal")
    number = ordinal(word) if word else int(number_in(found["number"]) or 0)
    counted = Counted.ANNIVERSARY if _group(found, "what") == "anniversary" else Counted.DAYS_IN
    return OfEvent(event=found["event"], count=number, counted=counted) if number else None


def read_off_event(found: Match) -> Expression | None:
    """So many days, weeks or months before or after an event."""
    unit = UNITS[found["unit"]]
    number = 1 if found["number"] == "the" else number_in(found["number"])
    if not number or number != int(number) or number > _MOST_UNITS or unit is Unit.HOUR:
        return None
    count = int(-number if found["side"] == "before" else number)
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}.get(unit)
    if days:
        return OfEvent(event=found["event"], count=count * days, counted=Counted.DAYS_OFF)
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}.get(unit)
    return OfEvent(event=found["event"], count=count * months, counted=Counted.MONTHS_OFF) if months else None


def read_rolling(found: Match) -> Expression | None:
    """The past so many days, the next so many years."""
    words, unit = found["number"], UNITS[found["unit"]]
    past = found["which"] in {"last", "past", "previous"}
    if any(word in words for word in _VAGUE):
        return Rolling(unit=unit, count=None) if past else Unresolvable()
    count = 2.0 if "couple" in words else number_in(words)
    if not count or count > _MOST_UNITS:
        return None
    return Rolling(unit=unit, count=-count if past else count)


def read_weekend(found: Match) -> Expression | None:
    """A weekend and which one."""
    return Weekend(which=which_of(found["which"]))


def read_season(found: Match) -> Expression | None:
    """A season and of which year."""
    year = _whole(_group(found, "year"))
    return SeasonOf(season=SEASONS[found["season"]], year=year, which=which_of(_group(found, "which")))


def read_decade(found: Match) -> Expression | None:
    """Ten years, or a hundred where the 1800s are meant."""
    if full := found["full"]:
        first = int(full)
        if any(mark in found[0] for mark in "'’") and not found[0].startswith("the"):
            return Point(year=first)  # "2010's hit"
        years = 100 if first % 100 == 0 and first < 2000 else 10
        return Years(first=first, last=first + years - 1, part=_part(found))
    short = DECADE_WORDS[found["word"]] if found["word"] else int(found["short"])
    return Years(first=1900 + short, last=1909 + short, part=_part(found))


def read_century(found: Match) -> Expression | None:
    """One century or a range of them."""
    first = ordinal(found["first"])
    last = ordinal(found["second"]) if found["second"] else first
    if not 1 <= first <= last <= 30:
        return None
    if found["era"]:
        return Years(first=1 - last * 100, last=100 - first * 100) if first == last else None
    return Years(first=(first - 1) * 100, last=last * 100 - 1, part=_part(found))


_LENGTH = {"quarter": 3, "half": 6}
_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 0,
    "last": 0,
}


def read_quarter(found: Match) -> Expression | None:
    """A quarter or half of a year."""
    months, nth = _LENGTH[found["length"]], _NTH[found["nth"]]
    return _months_of(found, months=months, nth=nth or 12 // months)


def read_short_quarter(found: Match) -> Expression | None:
    """Q1, H2."""
    return _months_of(found, months={"q": 3, "h": 6}[found["length"]], nth=int(found["nth"]))


def _months_of(found: Match, *, months: int, nth: int) -> Expression | None:
    if (nth - 1) * months >= 12:
        return None
    shift = {"last": -1, "next": 1}.get(_group(found, "which") or "", 0)
    year = _whole(_group(found, "year"))
    return MonthsOf(month=(nth - 1) * months + 1, months=months, year=year, year_shift=shift)


def read_end(found: Match) -> Expression | None:
    """The last day of a unit."""
    count = {"last": -1, "next": 1}.get(_group(found, "which") or "", 0)
    return EndOf(unit=UNITS[found["unit"]], count=count)


def read_holiday(found: Match) -> Expression | None:
    """A feast."""
    holiday = Holiday(" ".join(found["holiday"].replace("’", "'").replace("st.", "st").split()))
    return HolidayOf(holiday=holiday, year=_whole(found["year"]), which=which_of(_group(found, "which")))


def read_era(found: Match) -> Expression | None:
    """A year of an era; 44 BC is the year -43 of ISO 8601."""
    year = int(found["number"])
    return Point(year=1 - year if (_group(found, "era") or "").startswith("b") else year)


def read_fiscal(found: Match) -> Expression | None:
    """A fiscal year, named by the year of the calendar it ends in."""
    year = int(found["year"])
    return Point(year=year + 2000 if year < 100 else year)


def read_short_year(found: Match) -> Expression | None:
    """A year of the last century or of this one: "'71"."""
    short = int(found["short"])
    return Point(year=short + (2000 if short < 40 else 1900))


def read_nine_eleven(_: Match) -> Expression | None:
    """The eleventh of September 2001."""
    return Point(year=2001, month=9, day=11)


def read_next_morning(found: Match) -> Expression | None:
    """The day after, or before, the one last spoken of."""
    return Shift(unit=Unit.DAY, count=-1 if found["which"] == "previous" else 1, anchor=Anchor.CONTEXT, whole=True)
