"""What looks like a date and is none: a verb, a name, a number of things."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.annotate.dates.numerals import longest_first
from onrecord.annotate.dates.words import MONTHS, SHORT_MONTHS

# Nouns that are counted in thousands: after one of these a number of four digits is no year, "May 20" no day.
COUNTED = frozenset(
    """people persons men women children troops soldiers fighters homes houses households vehicles cars
    trucks cases deaths dead wounded injured tons tonnes dollars euros roubles rubles pounds yuan
    barrels miles metres meters kilometres kilometers km feet foot hours minutes seconds days weeks
    months years workers jobs votes seats points units members residents civilians prisoners tanks
    drones missiles rockets shells refugees migrants families students employees staff shares flights
    passengers buildings calories grams kg kilograms litres liters gallons megawatts mw kw watts volts
    hectares acres sq square cubic percent per million billion thousand hundred degrees times copies
    words pages items pieces victims patients doctors nurses teachers protesters demonstrators guests
    visitors tourists fans players companies firms countries cities towns villages schools hospitals
    officers police policemen recruits volunteers conscripts casualties bodies graves animals sheep
    cattle birds trees plants species questions comments signatures applications complaints arrests
    crowns kroner kronor krona francs lira rupees pesos shekels hryvnias hryvnia zlotys zloty dirhams riyals rand won
    yen delegates lawmakers pupils inmates detainees hostages servicemen personnel bn mn crore lakh of""".split()
)
_BEFORE_MONTH = re.compile(
    r"(?:^|[\s(“\"'‘—–-])(?:in|by|since|until|till|during|last|next|this|early|late|mid|through|throughout"
    r"|before|after|from"
    r"|of|to|and|or|for|between|around|about|every|on|end|the)[\s-]+$"
)
_FIRMLY_BEFORE_MONTH = re.compile(
    r"(?:^|[\s(“\"'‘—–-])(?:in|since|until|till|during|last|next|this|early|late|mid|throughout|end)[\s-]+$"
)
_LEFT_OF_YEAR = re.compile(
    r"(?:\b(?:about|around|nearly|almost|some|than|least|most|over|under|approximately|roughly|up to|only"
    r"|another|page"
    r"|pages|room|flight|resolution|article|section|route|highway|chapter|law|no\.?|nos\.?|number|suite"
    r"|channel|windows"
    r"|at|boeing|airbus|unit|bus|line|decree|directive|rule|order|bill|case|box|phone|tel|ext|model|total of"
    r"|crowd of"
    r"|average of|force of|fleet of|height of|maximum of|distance of|pin|code|docket|§)\s*"
    r"|[$€£¥₽#@_=+*×<>]\s?|\d[.,:/]"
    r"|\d\s|(?<!\b[12]\d\d\d)(?<=\d)[-–])$"
)
_RIGHT_OF_YEAR = re.compile(
    r"\s?(?:%|°|[$€£¥₽]|(?:gmt|utc|hrs?|local time|est|edt|bst|cet|msk)\b)|[-–](?:metre|meter|mile|km"
    r"|kilomet|foot|feet|ton"
    r"|strong|seat|page|member|person|word|pound|horse|watt|mm|year|day|hour|acre|square|room|bed|calorie)"
    r"|[-\s]year|\s?[x×]\s?\d"
    r"|\s(?:street|st\.|avenue|ave\.?|road|boulevard|blvd|drive|lane|nw|se|sw)\b|,\d{3}(?!\d)"
    r"|\s(?:of (?:whom|them)|who)\b|[-–/](?:0|\d(?!\d{3}(?!\d)))"
)
_OLD_YEAR_CONTEXT = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|before|after|between|during|and|circa|c\.|ca\.|year|late|early"
    r"|mid|born|died"
    r"|published|of|the|to|b\.|d\.|reigned|autumn|fall|spring|summer|winter|st petersburg|london"
    r"|paris)[\s-]+|[(–—,-]\s?)$"
)
_NEXT_WORD = re.compile(r"\s+([a-z]+)")
_TIGHT_MONTHS = {
    "may",
    "march",
    "mar",
    "dec",
    "jan",
    "sep",
    "jun",
    "jul",
    "apr",
    "aug",
    "oct",
    "nov",
    "feb",
    "sept",
}
# "July 14 Square", "the March 8 Alliance", "the Good Friday Agreement": what is named after a day is no day.
_NAMED_AFTER = re.compile(
    r"\s+(?:Street|St\.|Road|Avenue|Square|Bridge|Park|Place|Stadium|Airport|Valley|Hill|Island|Alliance|Movement|Group|"
    r"Brigades?|Party|Coalition|Front|Forum|Revolution|Uprising|Rising|Agreement|Accords?|Committee|Foundation|Institute|"
    r"Book|Queen|bugs?)\b"
)
# "Jane August", "General March", "Brian May": after a name or title a month is a surname.
_NAME_BEFORE = re.compile(r"\b(?P<name>[A-Z][a-z]+|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Capt|Sgt|Col|Maj|Lt)\.) $")
_NO_NAME = frozenset(
    """In On By At Of To From Since Until Till During Before After And Or But For Between Through Throughout Last Next
    This Early Late Mid Each Every The Around About As With Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun January February March April May June July August September
    October November December Published Updated Posted Dated""".split()
)
_NAMED_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|Lady|Elaine|James|Brian|Prime Minister) May\b")
_SUNDAY_NAMES = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|World|Post|Sport|People|Tribune|Star|Age|Independent"
    r"|Business|School|Roast|Best|(?:Night )?Lights"
    r"|(?:Night )?Live|Night Football|Evening Post|Morning Futures|the 13th|Prayers|Nation|Punch)\b"
)
_BEFORE_WEEKDAY_NAME = re.compile(
    r"(?:Black|Super|Bloody|Cyber|Sheffield|Ruby|Giving|Joe|Freaky|Mail on|Holy|Maundy|Palm|Fat|Shrove|Spy"
    r"|Casual|Man|Girl|Blue|Happy|Manic|Good|Ash|Easter|Whit|Low|Trinity)\s$"
    r"|(?:[Ee]very|[Ee]ach|[Aa]ny|\b[Aa])\s(?:other\s)?$"
)
# "In a Tuesday interview" tells which, "on a Tuesday" does not.
_OF_AN_OCCASION = re.compile(
    r"\s(?:(?:night|morning|afternoon|evening|press|news|phone|television|radio|joint|written) ){0,2}"
    r"(?:interview|statement|speech|address|letter|post|tweet|call|briefing|conference|hearing|meeting|filing|report|article|ruling|appearance)\b"
)
_ON_WEEKDAY = re.compile(r"\b(?:on|last|next|this|by|until|since|from|the|of|and|to)\s$")
_FUNCTION_WORD = re.compile(
    r"\s*(?:$|[.,;:)”\"’'?!—–\n]|-\s|(?:and|or|when|that|the|at|in|to|with|as|he|she|it|they|we|by|after"
    r"|before|for|of|on|was"
    r"|is|will|but|from|this|last|next|while|because|if|a|an|his|her|their)\b)"
)
_ON_DAY = re.compile(r"\b(?:on|by|until|till|since|before|after|from|to)\s$")
_OWN_AGE = re.compile(r"\b(?:his|her|their|my|our|your|its)\s(?:(?:early|mid|late)[\s-])?$")
_WARMTH = re.compile(r"\b(?:degrees?|temperatures?|highs?|lows?|fahrenheit|celsius|score[sd]?|percentile)\b")
_MEDIA_TODAY = re.compile(r"(?:USA|Russia|India|Psychology|Pakistan|Turkey|Africa|History|Physics)\s$")
_SHOW_NAME = re.compile(r"\s+(?:Show|Programme|Program|programme|show|FM)\b")
_NAME_AFTER = re.compile(r"\s+(?:Tonight|Fox)\b")
_HOLIDAY_LEFT = re.compile(r"\b(?:at|on|before|by|since|until|after|over|around|last|next|this|for|of|to)\s$")
# "Friday prayers", "Sunday school": of every week.
_EVERY_WEEK = re.compile(r"\s+(?:prayers?|school|roast|best|league|mass|lunch|worship|drivers?|papers?)\b")
_OFTEN_ATTRIBUTES = frozenset({"may day", "boxing day", "christmas day", "st patrick's day", "valentine's day"})
_THE_FUTURE = re.compile(r"\b(?:a|an|of|better|brighter|our)\s$")  # "the leaders of tomorrow"
# "Velmark Today": a capital within the sentence, after a name.
_OUTLET_BEFORE = re.compile(r"(?:^|[\w,)”’] )(?:[A-Z][\w’'-]*[a-z][\w’'-]* )+$")
_NOWADAYS = re.compile(
    r"\b(?:still\s(?:[\w-]+\s){0,4}|(?:is|are|exists?|known|remains?)\s(?:(?:in use|what is|known|used|seen)\s)?|"
    r"(?:than|as)\s(?:it is\s|they are\s)?|to this very\s|even\s)$"
)
_FULL = frozenset(MONTHS)
_MONTH_WORD = re.compile(rf"\b(?:{longest_first([*MONTHS, *SHORT_MONTHS])})\b")
_DAY_WORD = re.compile(r"\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\b")


class Place:
    """A match in its text, in both letterings, with what stands on either side."""

    __slots__ = ("end", "found", "lowered", "start", "text")

    def __init__(self, text: str, lowered: str, found: re.Match[str]) -> None:
        self.text, self.lowered, self.found = text, lowered, found
        self.start, self.end = found.span()

    def left(self, chars: int = 40) -> str:
        """What stands before, in lower case."""
        return self.lowered[max(0, self.start - chars) : self.start]

    def right(self, chars: int = 40) -> str:
        """What stands after, in lower case."""
        return self.lowered[self.end : self.end + chars]

    def left_as_printed(self, chars: int = 40) -> str:
        """What stands before, as printed."""
        return self.text[max(0, self.start - chars) : self.start]

    def right_as_printed(self, chars: int = 40) -> str:
        """What stands after, as printed."""
        return self.text[self.end : self.end + chars]

    def group(self, name: str) -> str | None:
        """A group of the match, None where the pattern has no such."""
        return self.found.groupdict().get(name)

    def capital(self, name: str) -> bool:
        """Whether the group begins with a capital as printed."""
        at = self.found.start(name)
        return at >= 0 and self.text[at].isupper()

    def counts(self) -> bool:
        """Whether a noun follows that is counted."""
        follows = _NEXT_WORD.match(self.lowered, self.end)
        return bool(follows and follows[1] in COUNTED)


def _dated_month(place: Place) -> bool:
    """A month beside a day or year: with a capital, or with both, and not "In May 20 people"."""
    groups = place.found.re.groupindex
    complete = place.group("day") is not None and place.group("year") is not None
    if not (place.capital("month") or (complete and place.group("month") not in {"may", "march"})):
        return False
    if _NAMED_AFTER.match(place.right_as_printed()):
        return False
    last = "last" if "last" in groups else "day"
    if last in groups and place.end == place.found.end(last) and place.counts():
        return False
    if "day" in groups and place.found.start("day") == place.start:
        return not re.search(r"[\d][.,:/]$|[$€£#]$", place.left(3))
    return True


def _bare_month(place: Place) -> bool:
    """A month alone, which may be a verb, a march or somebody's name."""
    word = (place.group("month") or "").rstrip(".")
    right = place.right_as_printed()
    if (
        not place.capital("month")
        or _NAMED_AFTER.match(right)
        or re.match(r" \d{1,2} [A-Z]", right)
        or _is_surname(place)
    ):
        return False
    left = place.left()
    if place.group("which") or place.group("part"):
        return word in _FULL or place.group("which") is not None
    if word not in _FULL:
        return place.text[place.end - 1] == "." and bool(_FIRMLY_BEFORE_MONTH.search(left))
    if word == "may":
        firmly = _FIRMLY_BEFORE_MONTH.search(left)
        loosely = _BEFORE_MONTH.search(left) and not _NAMED_MAY.search(place.text)
        return bool(firmly or loosely) and not re.match(r"['’]s\b|\sday\b", place.right(5))
    if word == "march":
        return bool(_FIRMLY_BEFORE_MONTH.search(left) or re.search(r"\b(?:by|from|before|after|and|of)\s$", left))
    if word in {"april", "june", "august"} and not _FIRMLY_BEFORE_MONTH.search(left):
        return not re.match(r"\s+[A-Z][a-z]", place.right_as_printed())
    return True


def _is_surname(place: Place) -> bool:
    """Whether a name or title stands before the month, within the sentence."""
    if place.group("which") or place.group("part"):
        return False
    before = _NAME_BEFORE.search(place.left_as_printed())
    return before is not None and before["name"].rstrip(".") not in _NO_NAME


def _capital_months(place: Place) -> bool:
    return place.capital("first") and place.capital("second")


def _year(place: Place) -> bool:
    """A number of four digits that is a year and not a number of things, a time or part of a code."""
    year = int(place.group("year") or 0)
    if place.group("part"):
        return True
    left, right = place.left(), place.right()
    if place.start and place.text[place.start - 1].isalnum():
        return False
    if "year" in place.found.group().split():
        return not place.counts()
    if _LEFT_OF_YEAR.search(left) or _RIGHT_OF_YEAR.match(right):
        return False
    if place.counts() and not _OWN.match(right):
        return False
    if year > 2100:
        return False
    if 1900 <= year <= 2050:
        return True
    follows = _NEXT_WORD.match(place.lowered, place.end)
    if follows and follows[1].endswith("s") and follows[1] not in {"was", "is", "as", "his", "has"}:
        return False
    if year % 50 == 0 and not re.search(r"(?:\b(?:in|since|by|year|until)\s|\()$", left):
        return False
    return bool(_OLD_YEAR_CONTEXT.search(left)) or bool(re.match(r"\s?[–—-]\s?\d{4}|\)", right))


_OWN = re.compile(r"\s+of\s+(?:the|his|her|its|that|this)\b")


def _weekday(place: Place) -> bool:
    word = place.group("weekday") or ""
    if _BEFORE_WEEKDAY_NAME.search(place.left_as_printed(14)):
        return _OF_AN_OCCASION.match(place.right_as_printed()) is not None and place.left(2) == "a "
    if _DAY_WORD.fullmatch(word.rstrip(".")):
        dotted = word.endswith(".") and place.capital("weekday")
        unlike_words = word in {"thurs.", "tues.", "thur.", "weds."}
        told = place.group("which") or _ON_WEEKDAY.search(place.left(8)) or place.end > place.found.end("weekday")
        return dotted and (unlike_words or bool(told))
    right = place.right_as_printed()
    return not (_SUNDAY_NAMES.match(right) or _EVERY_WEEK.match(right) or right.startswith(".com"))


def _weekdays(place: Place) -> bool:
    short = any(_DAY_WORD.fullmatch((place.group(name) or "").rstrip(".")) for name in ("first", "second"))
    return not short or (place.capital("first") and place.capital("second"))


def _era(place: Place) -> bool:
    era = place.found.re.groupindex.get("era")
    printed = place.text[slice(*place.found.span("era"))] if era else place.text[place.start : place.start + 2]
    return printed.isupper() and not re.search(r"[\d.,$€£]$", place.left(1))


def _decade(place: Place) -> bool:
    if place.group("full"):
        return not _LEFT_OF_YEAR.search(place.left())
    if _OWN_AGE.search(place.left()) or not place.found.group().startswith("the"):
        return bool(place.group("short")) and place.found.group()[0] in "'’" and not _OWN_AGE.search(place.left())
    around = place.lowered[max(0, place.start - 80) : place.end + 40]
    return not _WARMTH.search(around)


def _day(place: Place) -> bool:
    if place.group("which"):
        return True
    return (
        bool(_ON_DAY.search(place.left()) and _FUNCTION_WORD.match(place.right()))
        and place.found["ordinal"][0].isdecimal()
    )


def _holiday(place: Place) -> bool:
    if not place.capital("holiday") or _NAMED_AFTER.match(place.right_as_printed()):
        return False
    if place.group("holiday") in _OFTEN_ATTRIBUTES and not place.group("year"):
        return bool(_HOLIDAY_LEFT.search(place.left()) and _FUNCTION_WORD.match(place.right()))
    if place.group("year") or " " in (place.group("holiday") or "") or place.group("which"):
        return True
    return bool(_HOLIDAY_LEFT.search(place.left()) and _FUNCTION_WORD.match(place.right()))


def _deictic(place: Place) -> bool:
    """Today and its like: not the name of a paper or show, and not "nowadays"."""
    printed_as_name = place.capital("deictic") and (
        _SHOW_NAME.match(place.right_as_printed()) or _OUTLET_BEFORE.search(place.left_as_printed())
    )
    if _MEDIA_TODAY.search(place.left_as_printed()) or printed_as_name:
        return False
    told = place.group("deictic")
    if told == "tomorrow" and re.match(r"\w|['’]s", place.right(2)) is None and _THE_FUTURE.search(place.left()):
        return False
    return told != "today" or not _NOWADAYS.search(place.left())


def _unit(place: Place) -> bool:
    return not _NAME_AFTER.match(place.right_as_printed())


def _distance(place: Place) -> bool:
    if re.search(r"(?:\d[.,:]|[$€£]|hundred |thousand |million |billion |trillion )$", place.left()):
        return False
    return place.group("side") != "back" or not re.match(r"\s+(?:home|in|to|at|on|from|with|into)\b", place.right())


def _circa(place: Place) -> bool:
    return not place.counts()


def _end(place: Place) -> bool:
    return place.group("unit") != "day"


def _short_years(place: Place) -> bool:
    return 1500 <= int(place.group("year") or 0) <= 2100 and _year(place)


def _apostrophe_year(place: Place) -> bool:
    return bool(re.search(r"\b(?:of|in|since|until|from|spring|summer|autumn|fall|winter)\s$", place.left()))


def _weekday_day(place: Place) -> bool:
    return not (place.found["day"] == "13" and place.found["weekday"].startswith("fri"))


def _figures(place: Place) -> bool:
    return not re.search(r"[\d.,/-]$", place.left(1))


GUARDS: dict[str, Callable[[Place], bool]] = {
    "month-day": _dated_month,
    "day-month": _dated_month,
    "ordinal-month": _dated_month,
    "month-days": _dated_month,
    "days-month": _dated_month,
    "month-year": _dated_month,
    "month": _bare_month,
    "months": _capital_months,
    "year": _year,
    "short-years": _short_years,
    "apostrophe-year": _apostrophe_year,
    "weekday-day": _weekday_day,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "era": _era,
    "anno": _era,
    "circa": _circa,
    "decade": _decade,
    "century": _unit,
    "day": _day,
    "holiday": _holiday,
    "deictic": _deictic,
    "unit": _unit,
    "distance": _distance,
    "end": _end,
    "iso": _figures,
    "figures": _figures,
}


def is_date(rule: str, place: Place) -> bool:
    """Whether the match is a date and not only like one."""
    guard = GUARDS.get(rule)
    return guard is None or guard(place)
