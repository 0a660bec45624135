"""What dates look like: each rule is a pattern and the reader that says what a match of it means.

At one place the longest match wins, and of equally long ones the rule that stands first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.annotate.dates import readers
from onrecord.annotate.dates.expressions import Expression
from onrecord.annotate.dates.patterns import (
    AFTER_DAY,
    ANY_MONTH,
    ANY_WEEKDAY,
    DASH,
    DAY,
    DAY_NUMBER,
    DAY_PART,
    DECADE,
    END,
    FULL_WEEKDAY,
    HOLIDAY,
    HOW_MANY,
    LAST_DAY,
    MONTH,
    NUMBER,
    ONE_UNIT,
    ORDINAL,
    OWN,
    PART,
    S0,
    SEASON,
    TO,
    UNIT,
    WEEKDAY_BEFORE,
    WITH_DAY_PART,
    YEAR,
    S,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of date expression, by name."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Expression | None]


def _rule(name: str, read: Callable[[re.Match[str]], Expression | None], *pieces: str) -> Rule:
    return Rule(name=name, pattern=re.compile("".join(pieces)), read=read)


S1 = r"\s"  # what a look back may be for
_AND_YEAR = rf"(?:,?{S0}{YEAR})?"
_OF_YEAR = rf"(?:,?{S}(?:of{S}|in{S})?{YEAR})?"
_THROUGH = rf"(?:{TO}|{S}and{S})"
_BETWEEN = rf"(?:between{S})?"
_NEXT_ONE = rf"this{S}past|this{S}coming|the{S}(?:next|following|previous|past|coming)"
_WHICH = rf"(?:(?P<which>{_NEXT_ONE}|last|this|next|past|coming|previous){S})?"
_EARLY = rf"(?:(?:early|earlier|late|later|mid|sometime)(?:{S}(?:on|in))?(?:{S}|{DASH}))?"
_PART = rf"(?:{PART}(?:{S}|{DASH}))?"
_PART_OF = (
    rf"(?:(?:the{S})?(?P<part>(?:early|mid|late)(?={S}|{DASH})|"
    rf"(?:middle|beginning|start|end|(?:first|last|final){S}week)(?={S}of))"
    rf"(?:{S}of|{S}in)?(?:{S}|{DASH}))?"
)
_CLOCK = r"(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?"
_FIRST_MONTH, _SECOND_MONTH = rf"(?P<first>{ANY_MONTH})", rf"(?P<second>{ANY_MONTH})"
_FIRST_WEEKDAY, _SECOND_WEEKDAY = rf"(?P<first>{ANY_WEEKDAY})", rf"(?P<second>{ANY_WEEKDAY})"
_OWNER = rf"(?:the|its|their|his|her|this){S}"
_COUNT = "two|three|four|five|six|seven|eight|nine|ten|[1-9][0-9]?"
_ABOUT = "about|around|nearly|almost|some|roughly|approximately|over|just{S}over|just{S}under|more{S}than"

ABSOLUTE = (
    _rule(
        "iso",
        readers.read_iso,
        r"(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<number>\d\d)(?P=mark)(?P<day>\d\d)",
        rf"{_CLOCK}(?![-\d])",
    ),
    _rule(
        "figures",
        readers.read_figures,
        r"(?P<left>\d{1,2})(?P<mark>[./-])(?P<right>\d{1,2})(?P=mark)(?P<year>[12]\d{3})(?![\d%])",
    ),
    _rule("month-day", readers.read_point, WEEKDAY_BEFORE, MONTH, rf"{S0}(?:the{S})?", DAY, _AND_YEAR),
    _rule(
        "day-month",
        readers.read_point,
        rf"{WEEKDAY_BEFORE}(?:the{S})?{DAY}(?:{S}of{S}|{S0}|{DASH}){MONTH}(?:,?(?:{S0}|{DASH}){YEAR})?",
    ),
    _rule(
        "ordinal-month",
        readers.read_ordinal_of,
        rf"(?:the{S})?(?P<ordinal>{ORDINAL}){S}(?:day{S})?of{S}",
        MONTH,
        _AND_YEAR,
    ),
    _rule("month-days", readers.read_days, _BETWEEN, MONTH, S0, DAY, _THROUGH, LAST_DAY, _AND_YEAR),
    _rule(
        "days-month",
        readers.read_days,
        _BETWEEN,
        DAY,
        _THROUGH,
        LAST_DAY,
        rf"{S}(?:of{S})?",
        MONTH,
        _AND_YEAR,
    ),
    _rule("weekday-day", readers.read_point, rf"(?P<weekday>{ANY_WEEKDAY}),?{S}the{S}", DAY),
    _rule(
        "listed-days",
        readers.read_listed_days,
        rf"{MONTH}{S0}(?P<days>{DAY_NUMBER}(?:,{S}{DAY_NUMBER})+,?{S}and{S}{DAY_NUMBER}){AFTER_DAY}",
        _AND_YEAR,
    ),
    _rule(
        "nth-weekday",
        readers.read_nth_weekday,
        rf"(?:the{S})?(?P<nth>{ORDINAL}|last|final){S}(?P<weekday>{ANY_WEEKDAY}){S}(?:of|in){S}{MONTH}{_OF_YEAR}",
    ),
    _rule(
        "week-of",
        readers.read_week_of,
        rf"the{S}(?P<unit>week|weekend){S}(?P<side>of|beginning|starting|commencing|ending|from|to)(?:{S}on)?{S}",
        MONTH,
        rf"{S0}{DAY}",
        _AND_YEAR,
    ),
    _rule(
        "week-of-day",
        readers.read_week_of,
        rf"the{S}(?P<unit>week|weekend){S}(?P<side>of|beginning|starting|commencing|ending|from|to)(?:{S}on)?{S}",
        rf"(?:the{S})?{DAY}{S}(?:of{S})?",
        MONTH,
        _AND_YEAR,
    ),
    _rule("month-year", readers.read_point, _PART_OF, MONTH, rf",?(?:{S}of{S}|{S}|{DASH})", YEAR),
    _rule("months", readers.read_months, _BETWEEN, _FIRST_MONTH, _THROUGH, _SECOND_MONTH, _OF_YEAR),
    _rule("month", readers.read_point, _PART_OF, _WHICH, MONTH, rf"(?:{OWN}{END})?"),
    _rule(
        "day",
        readers.read_day_of_month,
        rf"the{S}(?P<ordinal>{ORDINAL})(?:{S}of{S}(?P<which>this|last|next|the){S}month)?",
    ),
)

YEARS = (
    _rule("year", readers.read_point, _PART, rf"(?:the{S}year{S})?{YEAR}"),
    _rule(
        "short-years",
        readers.read_short_years,
        YEAR.split("(?!")[0],
        rf"(?:{DASH}|/(?=\d\d(?!\d))|/(?:19|20)(?=\d)|{S}{DASH}{S})(?P<last>\d\d)(?![\d%]|{DASH}\d|[.,/]\d|[a-z])",
    ),
    _rule("decade", readers.read_decade, rf"(?:the{S})?", _PART, DECADE),
    _rule(
        "century",
        readers.read_century,
        rf"(?:the{S})?{_PART}(?P<first>{ORDINAL})(?:{_THROUGH}(?:the{S})?(?P<second>{ORDINAL}))?",
        rf"(?:{S}|{DASH})(?:century|centuries)(?:{S}(?P<era>bce?){END})?",
    ),
    _rule("era", readers.read_era, rf"(?P<number>[1-9]\d{{0,3}}){S0}(?P<era>bce?|ad|ce){END}"),
    _rule("anno", readers.read_era, rf"ad{S}(?P<number>[1-9]\d{{0,3}})(?!\d)"),
    _rule("circa", readers.read_era, rf"(?:c\.|ca\.|circa){S0}(?P<number>[1-9]\d{{2,3}})(?!\d|[.,]\d|[a-z])"),
    _rule("fiscal-year", readers.read_point, rf"(?:the{S})?(?:fiscal|financial){S}(?:year{S})?{YEAR}"),
    _rule(
        "first-months",
        readers.read_first_months,
        rf"(?:the{S})?(?P<nth>first|last|final){S}(?P<count>two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[01])",
        rf"{S}months{S}of{S}(?:the{S}year{S})?(?:{YEAR}|(?:the|(?P<which>this|last|next)){S}year{END})",
    ),
    _rule("apostrophe-year", readers.read_short_year, r"['’](?P<short>\d\d)(?!\d|['’]?[a-z])"),
    _rule("fiscal", readers.read_fiscal, rf"fy{S0}(?:20)?(?P<year>\d\d)(?!\d)"),
    _rule(
        "season-of-year",
        readers.read_season,
        rf"(?:the{S})?(?:(?:early|mid|late)(?:{S}|{DASH}))?{SEASON}(?:{S}of)?{S}{YEAR}",
    ),
    _rule(
        "season",
        readers.read_season,
        rf"(?:the{S})?(?P<which>last|this|next|this{S}past|this{S}coming|coming){S}{SEASON}",
    ),
    _rule(
        "quarter",
        readers.read_quarter,
        rf"(?:the{S})?(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)(?:{S}|{DASH})",
        rf"(?P<length>quarter|half)(?:,?{S}of)?{S}(?:{YEAR}|(?:the|(?P<which>this|last|next)){S}year{END})",
    ),
    _rule("short-quarter", readers.read_short_quarter, rf"(?P<length>[qh])(?P<nth>[1-4])(?:{S}of)?{S0}{YEAR}"),
    _rule("quarter-short", readers.read_short_quarter, rf"(?P<nth>[1-4])(?P<length>[qh])(?:{S}of)?{S0}{YEAR}"),
    _rule(
        "holiday",
        readers.read_holiday,
        rf"(?:(?P<which>last|this|next){S})?{HOLIDAY}(?:,?{S}(?:of{S}|in{S})?{YEAR})?",
    ),
    _rule("nine-eleven", readers.read_nine_eleven, r"9/11(?![/\d])"),
)

RELATIVE = (
    _rule(
        "weekday",
        readers.read_weekday,
        _EARLY,
        _WHICH,
        rf"(?P<weekday>{ANY_WEEKDAY})(?:{OWN}{END})?{WITH_DAY_PART}",
    ),
    _rule(
        "weekday-off",
        readers.read_weekday_off,
        rf"(?P<weekday>{FULL_WEEKDAY}){S}(?P<off>week|fortnight){END}",
    ),
    _rule(
        "week-on",
        readers.read_weekday_off,
        rf"a{S}(?P<off>week|fortnight){S}(?:on|from){S}(?P<weekday>{FULL_WEEKDAY})",
    ),
    _rule(
        "beyond",
        readers.read_beyond,
        rf"the{S}(?P<unit>night|week|weekend|month|year){S}(?P<side>before(?={S}last)|after(?={S}next)){S}(?:last|next){END}",
    ),
    _rule("weekdays", readers.read_weekdays, _BETWEEN, _FIRST_WEEKDAY, _THROUGH, _SECOND_WEEKDAY),
    _rule(
        "weekend",
        readers.read_weekend,
        rf"{_EARLY}(?P<which>{_NEXT_ONE}|the|last|this|next|past)(?:{S}(?:long|holiday|bank{S}holiday))?",
        rf"{S}weekend(?:{OWN})?{END}(?!{S}of{S})",
    ),
    _rule(
        "deictic",
        readers.read_deictic,
        rf"{_EARLY}(?P<deictic>today|tonight|yesterday|tomorrow){END}(?:{OWN}{END})?(?:{S}{DAY_PART})?",
    ),
    _rule(
        "two-days-off",
        readers.read_deictic,
        rf"(?P<deictic>the{S}day{S}(?:before{S}yesterday|after{S}tomorrow)){END}",
    ),
    _rule(
        "last-night",
        readers.read_deictic,
        rf"(?P<deictic>(?<!the{S1})last){S}(?:night|nite|evening){END}(?:{OWN}{END})?",
    ),
    _rule(
        "this-morning",
        readers.read_deictic,
        rf"{_EARLY}(?P<deictic>this){S}(?:morning|afternoon|evening){END}(?:{OWN}{END})?",
    ),
    _rule(
        "unit",
        readers.read_unit,
        rf"{_EARLY}(?P<which>{_NEXT_ONE}|the{S}current|the{S}last|(?<!the{S1})last|this|next|past|previous|following|current)",
        rf"{S}{ONE_UNIT}(?:{OWN}?{END})?",
    ),
    _rule(
        "unit-misspelt",
        readers.read_unit,
        rf"(?P<which>this|(?<!the{S1})last|next){S}(?P<unit>week|month|year)s(?={S}[a-z])",
    ),
    _rule(
        "next-morning",
        readers.read_next_morning,
        rf"the{S}(?P<which>next|following|previous){S}(?:night|morning|afternoon|evening){END}",
    ),
    _rule(
        "neighbour",
        readers.read_neighbour,
        rf"the{S}(?P<unit>day|week|month|year){S}(?P<side>before|after|earlier|prior)(?={S0}[.,;:)”’\"]|$|{S}that{S}[a-z])",
    ),
    _rule(
        "same",
        readers.read_same,
        rf"{_EARLY}(?:that{S}(?:same{S}|very{S})?|the{S}same{S})",
        rf"(?P<unit>day|week|month|year|decade|night|morning|evening|afternoon){END}",
    ),
    _rule("in-the-year", readers.read_same, rf"(?P<told>early|earlier|late|later){S}in{S}the{S}{ONE_UNIT}"),
    _rule(
        "end",
        readers.read_end,
        rf"(?:the{S})?(?:end|close){S}of{S}(?:the|this|(?P<which>last|next)){S}{ONE_UNIT}",
    ),
    _rule("year-end", readers.read_end, rf"(?P<unit>year)(?:{OWN})?(?:{DASH}|{S})end{END}"),
    _rule(
        "distance",
        readers.read_distance,
        rf"(?:(?P<about>{_ABOUT}){S})?".replace("{S}", S),
        rf"{HOW_MANY}{S}{UNIT}{S}(?P<side>ago|back|earlier|later|from{S}now|hence){END}(?!{S}than)",
    ),
    _rule(
        "distance-and-half",
        readers.read_distance,
        rf"(?P<number>an?){S}(?P<unit>year|month|week|decade|century){S}and{S}a{S}half{S}(?P<side>ago|earlier|later){END}",
    ),
    _rule(
        "distance-before",
        readers.read_distance,
        rf"{HOW_MANY}{S}{UNIT}{S}(?P<side>before|afterwards?)(?={S0}[.,;:)”\"]|$)",
    ),
    _rule(
        "day-of-event",
        readers.read_day_of_event,
        rf"(?:the{S})?(?P<ordinal>{ORDINAL}){S}(?P<what>day|anniversary){S}of{S}{_OWNER}(?P<event>[a-z][a-z-]+)",
    ),
    _rule(
        "numbered-day-of-event",
        readers.read_day_of_event,
        rf"day{S}{NUMBER}{S}of{S}{_OWNER}(?P<event>[a-z][a-z-]+)",
    ),
    _rule(
        "off-event",
        readers.read_off_event,
        rf"(?P<number>the|an?|{_COUNT}){S}{UNIT}{S}(?P<side>before|after){S}{_OWNER}(?P<event>[a-z][a-z-]+)",
    ),
    _rule("in-time", readers.read_distance, rf"in{S}{HOW_MANY}{S}{UNIT}['’]{S}(?P<side>time){END}"),
    _rule(
        "rolling",
        readers.read_rolling,
        rf"(?:the|these|this){S}(?P<which>last|past|previous|next|coming){S}{HOW_MANY}{S}{UNIT}",
    ),
)

RULES = ABSOLUTE + YEARS + RELATIVE
