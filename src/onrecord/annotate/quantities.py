"""Quantities in text: a number with what it counts or measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.dates.finding import lower_in_place
from onrecord.annotate.dates.guards import COUNTED
from onrecord.annotate.dates.numerals import ONES, TENS, longest_first, number_in
from onrecord.annotate.dates.words import MONTHS, SHORT_MONTHS
from onrecord.records import Span

MARGIN_CHARS = 80  # how much around the asked-for part is looked at to judge a number
MODIFIERS = 3  # "four more Russian border regions": how many words may stand before the noun
IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "lives": "life", "wives": "wife", "halves": "half", "police": "police", "personnel": "personnel",
    "cattle": "cattle", "sheep": "sheep", "aircraft": "aircraft", "series": "series", "species": "species",
    "dead": "dead", "servicemen": "serviceman", "servicewomen": "servicewoman", "policemen": "policeman",
    "wounded": "wounded", "injured": "injured", "hostages": "hostage", "spacecraft": "spacecraft",
    "buses": "bus", "gases": "gas", "crises": "crisis", "movies": "movie", "zombies": "zombie",
    "cookies": "cookie",
}  # fmt: skip
_MEASURES = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pc": "percent", "pct": "percent",
    "percentage points": "percentage point", "percentage point": "percentage point", "km": "kilometre",
    "kilometers": "kilometre", "kilometres": "kilometre", "kilometer": "kilometre",
    "kilometre": "kilometre", "miles": "mile", "mile": "mile", "meters": "metre", "metres": "metre",
    "meter": "metre", "metre": "metre", "cm": "centimetre", "centimetres": "centimetre",
    "centimeters": "centimetre", "mm": "millimetre", "feet": "foot", "foot": "foot", "inches": "inch",
    "yards": "yard", "hectares": "hectare", "acres": "acre", "tonnes": "tonne", "tonne": "tonne",
    "metric tons": "tonne", "tons": "ton", "ton": "ton", "kg": "kilogram", "kilograms": "kilogram",
    "kilos": "kilogram", "grams": "gram", "litres": "litre", "liters": "litre", "barrels": "barrel",
    "barrel": "barrel", "bpd": "barrel per day", "gallons": "gallon", "mw": "megawatt",
    "megawatts": "megawatt", "gw": "gigawatt", "gigawatts": "gigawatt", "kwh": "kilowatt-hour",
    "kph": "kilometre per hour", "km/h": "kilometre per hour", "mph": "mile per hour", "degrees": "degree",
    "°c": "degree celsius", "°f": "degree fahrenheit", "basis points": "basis point", "kilotons": "kiloton",
    "kilotonnes": "kilotonne",
}  # fmt: skip
_CURRENCIES = {
    "dollars": "dollar", "dollar": "dollar", "us dollars": "dollar", "u.s. dollars": "dollar",
    "usd": "dollar", "euros": "euro", "euro": "euro", "eur": "euro", "pounds": "pound", "pound": "pound",
    "gbp": "pound", "sterling": "pound", "roubles": "rouble", "rubles": "rouble", "rouble": "rouble",
    "ruble": "rouble", "yuan": "yuan", "yen": "yen", "rupees": "rupee", "francs": "franc", "lira": "lira",
    "liras": "lira", "hryvnias": "hryvnia", "hryvnia": "hryvnia", "shekels": "shekel", "pesos": "peso",
    "rand": "rand", "kronor": "krona", "kroner": "krone", "zloty": "zloty", "zlotys": "zloty", "won": "won",
    "riyals": "riyal", "dirhams": "dirham", "cents": "cent", "pence": "pence",
}  # fmt: skip
_SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble", "₴": "hryvnia", "₹": "rupee"}
# Those who speak are counted as sources, not as figures.
_SPEAKERS = frozenset(
    "official source diplomat aide adviser advisor spokesman spokeswoman spokesperson analyst expert".split()
)
_FUNCTION_WORDS = frozenset(
    """of in on at and or to for with from by as that which who whom whose was were is are be been being
    has have had will would can could may might must shall should do does did said says say told after
    before when while where if but than then so because since until into onto over under per the a an
    his her its their this these those it he she they we i you not no nor about against between among
    during through also had out up down off am pm gmt only just later earlier ago yesterday today
    tomorrow there here what how why again via plus minus vs""".split()
)
_NOT_PLURAL = frozenset("us news less this his its was is has does unless as always across perhaps towards".split())
_DURATIONS = frozenset("second minute hour day week month year decade century night weekend fortnight".split())
_POINTING = re.compile(r"\s+(?:ago|earlier|later|before|back|hence|afterwards?|from\s+now)\b")
_POINTED = re.compile(r"\b(?:last|past|next|previous|coming)\s+$")

_UNDER = longest_first([word for word, value in ONES.items() if 0 < value < 10])
_ONE = longest_first([word for word in ONES if word != "zero"])
_SMALL = rf"(?:(?:{longest_first(TENS)})(?:[- ](?:{_UNDER}))?|{_ONE})(?![a-z])"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|mn|bn|tn)(?![a-z])"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[½¼¾]"
_AND_SMALL = rf"(?:[ -](?:and )?{_SMALL})"
_MORE = rf"(?:[ -]{_SCALE})+(?:{_AND_SMALL}(?=[ -](?:hundred|thousand|million)))?"
_HUNDREDS = rf"(?:{_SMALL}|an?)(?:{_MORE})+{_AND_SMALL}?"
_WORDS = rf"(?:half an? (?:{_SCALE})|{_HUNDREDS}|{_SMALL})"
_NUMBER = re.compile(
    rf"(?P<symbol>(?:us|u\.s\.|c|a|nz|hk|au)?[$]|[€£¥₽₴₹])?\s?"
    rf"(?:(?P<digits>(?<![\w.,:/#@])(?:{_DIGITS})|(?<=[$€£¥₽₴₹\s])(?:{_DIGITS}))"
    rf"(?:[ -]?(?P<scale>{_SCALE}(?: {_SCALE})?|(?<=\d)[mk](?![a-z0-9])))?|(?<![a-z0-9-])(?P<words>{_WORDS}))"
)
_START = re.compile(
    rf"[$€£¥₽₴₹\d½¼¾]|\b(?:{longest_first([*ONES, *TENS])}|half an?|an?(?= (?:hundred|thousand|million"
    rf"|billion|trillion|dozen)))\b"
)
_MEASURE = re.compile(
    rf"(?:\s|-)?(?:(?P<power>square|cubic|sq\.?"
    rf"|nautical)\s)?(?P<unit>{longest_first([*_MEASURES, *_CURRENCIES])})(?![a-z])"
    r"(?:\s(?:per|a|an)\s(?P<rate>second|minute|hour|day|week|month|year|capita|barrel|tonne|ton)(?![a-z]))?"
)
_OF = re.compile(r"\s+of\s+(?:(?:the|its|his|her|their|all|our)\s+)?((?:[a-zà-ž'’-]+)(?:\s+[a-zà-ž'’-]+)?)")
_YEARS_OLD = re.compile(r"[\s-]years?[\s-]olds?(?![a-z])")
_HYPHENED = re.compile(r"-([a-z]+)(?![a-z])")
_WORD = re.compile(r"[\s-]+([a-zà-ž][a-zà-ž.'’]*[a-zà-ž]|[a-zà-ž])(?![a-z0-9])")
_PARTITIVE = re.compile(r"\s+of\s+(?:the|its|his|her|their|those|these|our)(?=\s)")
_HURT = re.compile(
    r"\s+(?:(?:were|was|are|have\sbeen|had\sbeen)\s+)?(killed|dead|wounded|injured|missing|hurt|died"
    r"|arrested|detained)\b"
)
_HARM = {"kill": "killed", "woun": "wounded", "inju": "injured", "arre": "arrested", "deta": "detained"}
_HARMING = re.compile(
    r"\b(kill(?:s|ed|ing)|wound(?:s|ed|ing)|injur(?:es|ed|ing)|arrest(?:s|ed|ing)|detain(?:s|ed|ing))"
    r"\s+(?:(?:about|around|nearly|almost|some|at least|more than|up to|over|another|a further)\s+)?$"
)
_FRACTIONS = frozenset(
    "third thirds quarter quarters fifth fifths sixth sixths eighth eighths tenth tenths half".split()
)
_APPROXIMATE = re.compile(
    r"(?:\b(?:about|around|nearly|almost|roughly|approximately|some|(?:more|fewer|less|greater|higher"
    r"|lower)\s+than|over|under|at\s+least"
    r"|at\s+most|up\s+to|close\s+to|as\s+(?:many|much)\s+as|an\s+estimated|estimated|circa|just\s+(?:over"
    r"|under)|upwards\s+of|maybe"
    r"|perhaps|between)\s+|~\s?)$"
)
_LOOSE_END = re.compile(r"\s+or\s+so\b|-odd\b|\+")
_NAMING = re.compile(
    r"\b(?:number|chapter|page|pages|article|articles|section|flight|resolution|group|type"
    r"|highway|route|apollo"
    r"|boeing|airbus|windows|war|formula|channel|room|title|phase|stage|level|grade|class|category|day|week"
    r"|round|part|act|figure"
    r"|table|box|gate|line|zone|area|district|region|unit|mark|version|psalm|rule|catch|brigade|step|item"
    r"|volume|episode"
    rf"|season|top|age|aged|at|{longest_first([*MONTHS])})\s+$|\b(?:nos?|vol|{longest_first([*SHORT_MONTHS])})\.?\s+$|[§#]\s?$"
)
_PRICED = re.compile(
    r"\b(?:fixed|put|set|priced|valued|estimated|reckoned|stood|stands?|held|kept|capped|insured)\s+at\s+$"
)
_AGED = re.compile(r"\b(?:boys?|girls?|man|woman|child|baby|youth|teenager|son|daughter|patient|pensioner)\s+of\s+$")
_CLOCK = re.compile(r"\s?(?:[ap]\.?\s?m\b|o['’]clock|gmt\b|utc\b|(?:est|edt|cet|bst|msk)\b)|:\d\d")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)|\s?(?:of\s)?(?:{longest_first([*MONTHS, *SHORT_MONTHS])})(?![a-z])")
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
_RANGE_BEFORE = re.compile(r"\d\s?(?:-|–|—|\sto\s)\s?$|\bbetween\s[\d,.]+\sand\s$")
_RANGE_AFTER = re.compile(r"\s?(?:-|–|—|to|and)\s?(?=[$€£¥₽₴₹\d])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, where it stands and how much it is.

    `unit` is the measure ("percent", "square kilometre", "dollar") or the noun counted, singular ("region");
    `noun` is what is counted or measured, as printed in lower case ("eastern ukraine", "russian soldiers").
    """

    span: Span
    value: float
    unit: str | None = None
    noun: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """What follows a number: the unit, what is measured, and where the unit ends."""

    end: int
    unit: str | None
    noun: str | None = None


def find_quantities(text: str, *, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Every quantity in `text[start:end]`, in reading order; spans are offsets in the whole text.

    Dates, times, ordinals, numbers in names and those that number a list are left out.
    """
    stop = len(text) if end is None else min(end, len(text))
    offset = max(0, start - MARGIN_CHARS)
    lowered = lower_in_place(text[offset : stop + MARGIN_CHARS])
    return tuple(_scan(text, offset, lowered, start - offset, stop - offset))


def _scan(text: str, offset: int, lowered: str, start: int, stop: int) -> Iterator[Quantity]:
    done = start
    for place in _START.finditer(lowered, start, stop):
        if place.start() < done:
            continue
        found = _NUMBER.match(lowered, _with_letters(lowered, place.start(), done))
        if found is None:
            continue
        done = max(done, found.end())
        value = _value(found)
        if value is None or not _stands_alone(found, lowered):
            continue
        unit = _unit_after(found, lowered, value)
        if unit is None or unit.end > stop or unit.unit in _SPEAKERS:
            continue
        done = unit.end
        begin = found.start() + len(found[0]) - len(found[0].lstrip())
        yield Quantity(
            span=Span.of(text, begin + offset, unit.end + offset),
            value=value,
            unit=unit.unit,
            noun=unit.noun,
            approximate=_is_approximate(lowered, begin, unit.end),
        )


def _with_letters(lowered: str, at: int, done: int) -> int:
    """Where "US$" begins, the sign standing at `at`."""
    if lowered[at] == "$":
        for letters in ("u.s.", "us", "hk", "nz", "au", "c", "a"):
            begin = at - len(letters)
            if begin >= done and lowered.startswith(letters, begin) and not lowered[begin - 1 : begin].isalnum():
                return begin
    return at


def _value(found: re.Match[str]) -> float | None:
    if found["words"]:
        return number_in(found["words"].replace("-", " "))
    scale = found["scale"]
    if scale in {"m", "k"} and not found["symbol"]:
        return None
    value = number_in(found["digits"])
    factor = number_in(scale) if scale else 1.0
    return None if value is None or factor is None else round(value * factor, 6)


def _stands_alone(found: re.Match[str], lowered: str) -> bool:
    """Whether the number is one of things, and no date, time, score, list number or part of a name."""
    begin, end = found.start(), found.end()
    left, right = lowered[max(0, begin - 30) : begin], lowered[end : end + 16]
    if found["symbol"]:
        return True
    if found["digits"]:
        if re.search(r"[\w.,:/@#]$|\w[-–]$|\d\s?[-–]\s?$", left) and not re.search(r"\d\s?[-–]\s?$", left):
            return False
        if _CLOCK.match(right) or re.match(r"[./]\d|[-–]\d+[-–]\d", right):
            return False
        if _LIST_NUMBER.search(left) and re.match(r"[.)\]](?:\s|$)", right):
            return False
        bare_year = re.fullmatch(r"(?:19|20)\d\d", found["digits"]) and not found["scale"]
        if bare_year and not _counts(right):
            return False
    if _MONTH_AFTER.match(right) or (_AGED.search(left) and not _YEARS_OLD.match(right)):
        return False
    # "Put at 6 million crowns", "fixed at 340 marks": what is numbered has no millions, and a price is of money.
    return (
        not _NAMING.search(left)
        or bool(_PRICED.search(left))
        or bool(found["digits"] and found["scale"])
        or bool(_MEASURE.match(lowered, end))
    )


def _counts(right: str) -> bool:
    follows = re.match(r"\s+([a-z]+)", right)
    return right.startswith("%") or bool(follows and follows[1] in COUNTED and follows[1] != "of")


def _unit_after(found: re.Match[str], lowered: str, value: float) -> _Unit | None:
    end = found.end()
    if found["symbol"]:
        return _Unit(end=end, unit=_SYMBOLS[found["symbol"][-1]], noun=_measured(lowered, end))
    old = _YEARS_OLD.match(lowered, end)
    if old:
        return _Unit(end=old.end(), unit="year old")
    measure = _MEASURE.match(lowered, end)
    if measure:
        return _Unit(end=measure.end(), unit=_measure(measure), noun=_measured(lowered, measure.end()))
    hurt = _HURT.match(lowered, end)
    if hurt:
        return _Unit(end=end, unit="person", noun=hurt[1])
    shared = _RANGE_AFTER.match(lowered, end)
    if shared and (other := _NUMBER.match(lowered, shared.end())):
        counted = _unit_after(other, lowered, 2.0) if not other["symbol"] else None
        return _Unit(end=end, unit=counted.unit, noun=counted.noun) if counted else None
    return _counted(lowered, end, value) or _harmed(lowered, found.start(), end)


def _harmed(lowered: str, begin: int, end: int) -> _Unit | None:
    """Persons, though no noun says so: "killing 23"."""
    before = _HARMING.search(lowered[max(0, begin - 40) : begin])
    follows = _WORD.match(lowered, end)
    if before is None or (follows is not None and follows[1] not in _FUNCTION_WORDS):
        return None
    return _Unit(end=end, unit="person", noun=_HARM[before[1][:4]])


def _measure(found: re.Match[str]) -> str:
    unit = (_MEASURES | _CURRENCIES)[found["unit"]]
    power = {"sq": "square", "sq.": "square"}.get(found["power"] or "", found["power"])
    rate = f" per {found['rate']}" if found["rate"] else ""
    return f"{power} {unit}{rate}" if power else f"{unit}{rate}"


def _measured(lowered: str, end: int) -> str | None:
    """What so many percent or tonnes are of."""
    found = _OF.match(lowered, end)
    if not found:
        return None
    words = found[1].split()
    return " ".join(words[:1] if len(words) > 1 and words[1] in _FUNCTION_WORDS else words)


def _counted(lowered: str, end: int, value: float) -> _Unit | None:
    """The noun counted: the first plural within a few words, unless something else begins before."""
    hyphened = _HYPHENED.match(lowered, end)
    if hyphened:
        noun = hyphened[1]
        known = noun not in _FUNCTION_WORDS and noun not in {
            "old",
            "strong",
            "odd",
            "time",
            "up",
            "year",
            "a",
            *_FRACTIONS,
        }
        return _Unit(end=hyphened.end(), unit=singular(noun), noun=noun) if known and value != 1 else None
    partitive = _PARTITIVE.match(lowered, end)
    at = first = partitive.end() if partitive else end
    for _ in range(MODIFIERS + 1):
        word = _WORD.match(lowered, at)
        if word is None or word[1] in _FUNCTION_WORDS or "\n\n" in word[0]:
            return None
        at = word.end()
        if _is_plural(word[1]):
            at = _head(lowered, at)
            return _plural_unit(lowered, first, at, end)
        if value == 1:
            return None
    return None


def _head(lowered: str, at: int) -> int:
    """Where the noun ends: "arms dealers" counts dealers."""
    word = _WORD.match(lowered, at)
    if word and not word[0].startswith("-") and _is_plural(word[1]) and word[1] not in _FUNCTION_WORDS:
        return word.end()
    return at


def _plural_unit(lowered: str, first: int, at: int, number_end: int) -> _Unit | None:
    noun = " ".join(lowered[first:at].split())
    unit = singular(noun.split()[-1].removesuffix("'").removesuffix("’"))
    if unit in _DURATIONS:
        left = lowered[max(0, number_end - 40) : number_end].rsplit(None, 1)[0] + " "
        if _POINTING.match(lowered, at) or _POINTED.search(left):
            return None
    return _Unit(end=at, unit=unit, noun=noun)


def _is_plural(word: str) -> bool:
    if word in IRREGULAR:
        return True
    bare = word.removesuffix("'").removesuffix("’")
    return (
        len(bare) > 3
        and bare.endswith("s")
        and not bare.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in _NOT_PLURAL
    )


def singular(noun: str) -> str:
    """The noun for one of them: "regions" region, "people" person."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1] if _is_plural(noun) else noun


def _is_approximate(lowered: str, begin: int, end: int) -> bool:
    before, after = lowered[max(0, begin - 24) : begin], lowered[end : end + 8]
    of_range = _RANGE_BEFORE.search(before) or re.match(r"\s?(?:-|–|—|to\s)\s?\d", after)
    return bool(of_range or _APPROXIMATE.search(before) or _LOOSE_END.search(lowered[begin : end + 8]))
