"""Units that measure one thing: figures in any of them are compared by one amount."""

from __future__ import annotations

from onrecord.text.meanings import meaning

# How many of the first unit of its line one of each is. International yard and pound agreement of 1959; a ton is left
# out, for it is one of three.
_LINES = (
    {"metre": 1.0, "kilometre": 1000.0, "centimetre": 0.01, "millimetre": 0.001, "mile": 1609.344, "foot": 0.3048}
    | {"yard": 0.9144, "inch": 0.0254},
    {"hectare": 1.0, "acre": 0.40468564, "square kilometre": 100.0, "square mile": 258.998811},
    {"kilogram": 1.0, "gram": 0.001, "tonne": 1000.0, "pound weight": 0.45359237},
    {"litre": 1.0, "gallon": 3.785411784},
    {"megawatt": 1.0, "gigawatt": 1000.0},
    {"kilometre per hour": 1.0, "mile per hour": 1.609344},
    # What one language calls a region another translates by its own word for one.
    {"region": 1.0, "oblast": 1.0, "province": 1.0},
    {"percent": 1.0, "percentage": 1.0},
)
# Units of measure and of money count anything; any other unit says itself what is counted.
_MONEY = frozenset(
    "pound dollar euro yuan yen rupee ruble rouble franc krone krona crown shilling peso lira real rand won hryvnia "
    "cent pence penny dinar riyal dirham zloty forint mark shekel naira cedi baht rupiah ringgit leu lev taka".split()
)
_MEASURES = _MONEY | frozenset(
    "percent percentage point second minute hour day week month quarter year decade metre meter kilometre kilometer "
    "mile foot inch yard acre hectare tonne ton kilogram kilo gram ounce litre liter gallon barrel degree watt "
    "megawatt gigawatt knot time page square".split()
)
# Words for people, those of a line for the same people; whoever they are, "person" is said of them too.
_PEOPLE = """
person people other
passenger traveller traveler
child pupil schoolchild student
resident inhabitant villager citizen islander
worker employee staff labourer laborer
soldier serviceman troop
officer policeman constable
protester protestor demonstrator marcher
spectator fan supporter
sailor seaman crewman
refugee migrant
victim
patient
prisoner captive detainee hostage
"""
_WHO = {word: line.split()[0] for line in _PEOPLE.strip().splitlines() for word in line.split()}
_ANYONE = "person"
_UNITS = {unit: (next(iter(line)), size) for line in _LINES for unit, size in line.items()}
TIMES = frozenset({"day", "week", "fortnight", "month", "quarter", "year"})
DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0}  # a month and a year have no fixed number of days


def measured(unit: str, per: str = "") -> tuple[str, float]:
    """The unit to compare by, and how many of it one of `unit` is; `per` "week" gives the amount of a day."""
    base, size = _UNITS.get(unit) or (_ANYONE if unit in _WHO else unit if is_measure(unit) else meaning(unit), 1.0)
    if per in DAYS:
        return f"{base} per day", size / DAYS[per]
    return (f"{base} per {per}" if per in TIMES else base), size


def is_converted(left: str, right: str) -> bool:
    """Whether two units of one measure are of two sizes: names of a region are not."""
    return _UNITS.get(left, (left, 1.0))[1] != _UNITS.get(right, (right, 1.0))[1]


def may_be_one(left: str, right: str) -> bool:
    """Whether two units of one measure may count one thing: "people" may be passengers, sailors none."""
    one, other = _WHO.get(left, left), _WHO.get(right, right)
    return one == other or _ANYONE in {one, other} or not {left, right} & _WHO.keys()


def is_measure(unit: str) -> bool:
    """Whether the unit measures or is money, and does not say what is counted."""
    return bool(_MEASURES & set(unit.split()))


def is_money(unit: str | None) -> bool:
    """Whether the unit is of money."""
    return bool(_MONEY & set((unit or "").split()))
