"""On which day of a year a feast falls, by the calendars of the churches and of the United States."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.annotate.dates.words import Holiday

_FIXED = {
    Holiday.EPIPHANY: (1, 6),
    Holiday.ORTHODOX_CHRISTMAS: (1, 7),
    Holiday.ST_PATRICKS_DAY: (3, 17),
    Holiday.MAY_DAY: (5, 1),
    Holiday.ALL_SAINTS_DAY: (11, 1),
    Holiday.ST_STEPHENS_DAY: (12, 26),
    Holiday.CHRISTMAS_EVE: (12, 24),
    Holiday.CHRISTMAS: (12, 25),
    Holiday.CHRISTMAS_DAY: (12, 25),
    Holiday.BOXING_DAY: (12, 26),
    Holiday.NEW_YEARS_EVE: (12, 31),
    Holiday.NEW_YEARS_DAY: (1, 1),
    Holiday.VALENTINES_DAY: (2, 14),
    Holiday.HALLOWEEN: (10, 31),
}
_FROM_EASTER = {
    Holiday.SHROVE_TUESDAY: -47,
    Holiday.ASH_WEDNESDAY: -46,
    Holiday.PALM_SUNDAY: -7,
    Holiday.MAUNDY_THURSDAY: -3,
    Holiday.HOLY_SATURDAY: -1,
    Holiday.ASCENSION_DAY: 39,
    Holiday.PENTECOST: 49,
    Holiday.WHIT_SUNDAY: 49,
    Holiday.WHIT_MONDAY: 50,
    Holiday.GOOD_FRIDAY: -2,
    Holiday.EASTER: 0,
    Holiday.EASTER_SUNDAY: 0,
    Holiday.EASTER_MONDAY: 1,
}


def feast_day(holiday: Holiday, year: int) -> date:
    """The day of the feast in the year."""
    if holiday in _FIXED:
        return date(year, *_FIXED[holiday])
    if holiday in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[holiday])
    if holiday is Holiday.ORTHODOX_EASTER:
        return orthodox_easter(year)
    first = date(year, 11, 1)  # Thanksgiving: the fourth Thursday of November
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * offset) // 451
    month, day = divmod(moon + offset - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as the Gregorian one writes it (Meeus, Astronomical Algorithms)."""
    moon = (19 * (year % 19) + 15) % 30
    offset = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + offset + 114, 31)
    behind = year // 100 - year // 400 - 2  # days by which the Julian calendar lags
    return date(year, month, day + 1) + timedelta(days=behind)
