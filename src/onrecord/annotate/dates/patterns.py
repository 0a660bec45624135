"""The pieces of regular expression the grammar is put together from; all are matched on lower-case text."""

from __future__ import annotations

from onrecord.annotate.dates.numerals import ONES, ORDINALS, TENS, longest_first
from onrecord.annotate.dates.words import (
    DAY_PARTS,
    DECADE_WORDS,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
    Holiday,
)

# A blank or one line break: never a blank line, so no date runs from one paragraph into the next.
S = r"(?:(?:[^\S\n]{1,3}\n?|\n)[^\S\n]{0,3})"
S0 = rf"{S}?"
END = r"(?![a-z0-9])"
DASH = r"[-–—−‑]"
FULL_MONTH = rf"(?:{longest_first(MONTHS)})(?![a-z])"
ANY_MONTH = rf"(?:{FULL_MONTH}|(?:{longest_first(SHORT_MONTHS)})(?![a-z])\.?)"
MONTH = rf"(?P<month>{ANY_MONTH})"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
# "May 5,000", "May 5.5", "May 5%", "17-year-old" are no days.
AFTER_DAY = rf"(?!\d|,\d{{3}}(?!\d)|[.:]\d|%|[a-z]|{DASH}(?:year|day|month|week|hour|minute|member|strong))"
DAY = rf"(?P<day>{DAY_NUMBER})(?:{S0}(?:st|nd|rd|th))?{AFTER_DAY}"
LAST_DAY = rf"(?P<last>{DAY_NUMBER})(?:st|nd|rd|th)?{AFTER_DAY}"
YEAR = r"(?P<year>[12]\d{3})(?!\d|[.,]\d|%|[a-z])"
TO = rf"(?:{S0}{DASH}{{1,2}}{S0}|{S}(?:to|through|thru|until|till){S})"
FULL_WEEKDAY = rf"(?:{longest_first(WEEKDAYS)})(?![a-z])"
ANY_WEEKDAY = rf"(?:{FULL_WEEKDAY}|(?:{longest_first(SHORT_WEEKDAYS)})(?![a-z])\.?)"
WEEKDAY_BEFORE = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?{S}(?:the{S})?)?"
DAY_PART = rf"(?:{longest_first(DAY_PARTS)})(?![a-z])"
WITH_DAY_PART = rf"(?:,?{S}{DAY_PART})?"
UNIT_WORD = rf"(?:{longest_first(UNITS)})(?![a-z])"
UNIT = rf"(?P<unit>{UNIT_WORD})"
ONE_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade|century)(?![a-z])"
SEASON = rf"(?P<season>{longest_first(SEASONS)})(?![a-z])"
PART = r"(?P<part>early|mid|late)"
OWN = r"['’]s?"

_UNDER_TEN = longest_first([word for word, value in ONES.items() if 0 < value < 10])
_TEEN = longest_first([word for word, value in ONES.items() if value >= 10])
_WORD_NUMBER = rf"(?:(?:{longest_first(TENS)})(?:[- ](?:{_UNDER_TEN}))?|{_TEEN}|{_UNDER_TEN})(?![a-z])"
_DIGIT_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?(?:{S}1/2|½)?(?!\d)"
_HALF = rf"(?:(?:{S}|-)and(?:{S}|-)a(?:{S}|-)half)?"
NUMBER = rf"(?P<number>(?:{_WORD_NUMBER}|{_DIGIT_NUMBER}){_HALF})"
# How many, for "… years ago": also "a", "half a" and the vague ones.
HOW_MANY = (
    rf"(?P<number>(?:{_WORD_NUMBER}|{_DIGIT_NUMBER}|an?|half{S}an?|one){_HALF}"
    rf"|(?:a{S})?couple(?:{S}of)?|(?:a{S})?few|several|many|some)"
)
ORDINAL_NUMBER = r"(?:\d{1,2}(?:st|nd|rd|th))(?![a-z])"
ORDINAL = rf"(?:{ORDINAL_NUMBER}|(?:{longest_first(ORDINALS)})(?![a-z]))"
DECADE = (
    r"(?:(?P<full>(?:1\d|20)\d0)['’]?s|['’]?(?P<short>[2-9]0)['’]?s"
    rf"|(?P<word>{longest_first(DECADE_WORDS)})){END}"
)
HOLIDAY = rf"(?P<holiday>{longest_first(Holiday)})".replace("'", "['’]").replace(r"st\ ", r"st\.? ") + END

_FEASTS = {holiday.split()[0] for holiday in Holiday}
_NAMES = {*MONTHS, *SHORT_MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *UNITS, *SEASONS, *DECADE_WORDS, *DAY_PARTS}
# The words that a date expression can begin with; at no other word is the grammar tried.
STARTERS = frozenset(
    {
        *_NAMES, *_FEASTS, *ONES, *TENS, *ORDINALS,
        *"the a an this these that last next past coming previous following same current".split(),
        *"early earlier mid late later beginning start end close middle sometime between in".split(),
        *"today yesterday tomorrow tonight few several many some couple half ad c ca circa fy q h".split(),
        *"final fiscal financial about around nearly almost roughly approximately over just more".split(),
    }
)  # fmt: skip
# The words without one of which, or a number of four digits, no date expression is made.
CORES = frozenset(
    {
        *_NAMES, *(_FEASTS - {"new", "all", "palm", "holy", "orthodox"}),
        *"anniversary c ca circa eve th st nd rd today yesterday tomorrow tonight weekend ad bc ce bce fy".split(),
    }
)  # fmt: skip
