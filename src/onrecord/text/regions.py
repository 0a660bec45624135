"""Places that are named like states and are none: parts of the world, and the states and provinces within a state."""

from __future__ import annotations

from onrecord.text.folding import fold

_WORLD = """
europe asia africa america antarctica arctic oceania scandinavia siberia crimea kashmir kurdistan gaza caucasus balkans
baltics donbas catalonia scotland wales england bavaria darfur tigray xinjiang tibet sahel sahara levant middle-east
"""
_PARTS = """
middle east, near east, west bank, latin america, south america, north america, central america, central asia,
east asia, south asia, southeast asia, south-east asia, far east, gaza strip, hong kong, eastern europe, western europe,
northern europe, southern europe, central europe, northern ireland, new york, los angeles, west africa, east africa,
north africa, southern africa, horn of africa, gulf states, south caucasus, north caucasus, western balkans
"""
# Of the United States, Canada and Australia, whose papers name them without their country; Georgia is a state's too.
_WITHIN = """
alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois,
indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri,
montana, nebraska, nevada, new hampshire, new jersey, new mexico, north carolina, north dakota, ohio, oklahoma, oregon,
pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, west virginia,
wisconsin, wyoming, puerto rico, guam, alberta, british columbia, manitoba, new brunswick, newfoundland, nova scotia,
nunavut, ontario, quebec, saskatchewan, yukon, new south wales, queensland, south australia, tasmania,
western australia, northern territory
"""
# As American papers shorten them behind a town: "Tulsa, Okla."
_SHORT = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn "
    "Tex Vt Va Wash Wis Wyo W.Va N.H N.J N.M N.Y N.C N.D R.I S.C S.D D.C".split()
)
_REGIONS = frozenset(_WORLD.split()) | {part.strip() for part in f"{_PARTS},{_WITHIN}".replace("\n", " ").split(",")}


def is_region(name: str) -> bool:
    """Whether the name is a part of the world, or a state or province that papers name without its country."""
    return fold(name) in _REGIONS


def shortens_region(word: str) -> bool:
    """Whether the word, its last stop left out, is short for a state of the United States: "Okla", "N.Y"."""
    return word.removesuffix(".") in _SHORT
