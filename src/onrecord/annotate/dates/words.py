"""The words dates are made of, in lower case, and what each stands for."""

from __future__ import annotations

from enum import StrEnum

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip


class Unit(StrEnum):
    """A length of time that dates are counted in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


UNITS = {form: unit for unit in Unit for form in (unit.value, unit.value + "s")}
UNITS["centuries"] = Unit.CENTURY
DAY_PARTS = ("night", "morning", "afternoon", "evening", "lunchtime", "nite")


class Season(StrEnum):
    """A quarter of the year as the northern half of the world counts them."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


SEASONS = {season.value: season for season in Season} | {"fall": Season.AUTUMN}
SEASON_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}


class Part(StrEnum):
    """Which part of a month, year, decade or century is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_WEEK = "first week"
    LAST_WEEK = "last week"


PARTS = {
    "early": Part.EARLY, "earlier": Part.EARLY, "mid": Part.MID, "middle": Part.MID, "late": Part.LATE,
    "later": Part.LATE, "beginning": Part.EARLY, "start": Part.EARLY, "end": Part.LATE,
    "first week": Part.FIRST_WEEK, "last week": Part.LAST_WEEK, "final week": Part.LAST_WEEK,
}  # fmt: skip

DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

# Days with a name and no other: what happened on them is known by the day. The word after tells.
NAMED_DAYS = {
    (9, 11, "attack"): 2001, (9, 11, "attacks"): 2001, (10, 7, "attack"): 2023, (10, 7, "attacks"): 2023,
    (10, 7, "massacre"): 2023, (1, 6, "riot"): 2021, (1, 6, "insurrection"): 2021,
}  # fmt: skip


class Holiday(StrEnum):
    """A feast that falls on one day a year."""

    EPIPHANY = "epiphany"
    PALM_SUNDAY = "palm sunday"
    MAUNDY_THURSDAY = "maundy thursday"
    HOLY_SATURDAY = "holy saturday"
    ASCENSION_DAY = "ascension day"
    PENTECOST = "pentecost"
    WHIT_SUNDAY = "whit sunday"
    WHIT_MONDAY = "whit monday"
    SHROVE_TUESDAY = "shrove tuesday"
    ALL_SAINTS_DAY = "all saints' day"
    ST_PATRICKS_DAY = "st patrick's day"
    ST_STEPHENS_DAY = "st stephen's day"
    MAY_DAY = "may day"
    ORTHODOX_CHRISTMAS = "orthodox christmas"
    ORTHODOX_EASTER = "orthodox easter"
    CHRISTMAS_EVE = "christmas eve"
    CHRISTMAS = "christmas"
    CHRISTMAS_DAY = "christmas day"
    BOXING_DAY = "boxing day"
    NEW_YEARS_EVE = "new year's eve"
    NEW_YEARS_DAY = "new year's day"
    VALENTINES_DAY = "valentine's day"
    HALLOWEEN = "halloween"
    THANKSGIVING = "thanksgiving"
    ASH_WEDNESDAY = "ash wednesday"
    GOOD_FRIDAY = "good friday"
    EASTER = "easter"
    EASTER_SUNDAY = "easter sunday"
    EASTER_MONDAY = "easter monday"
