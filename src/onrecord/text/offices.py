"""What titles tell by themselves: that an office is over, whose bearers speak for nobody beside, which only one has."""

from __future__ import annotations

import re

from onrecord.text.folding import fold

_NOT_NOW = re.compile(
    r"\b(?:former|ex|late|onetime|one-time|then|deposed|ousted|exiled|incoming|elect|designate|retired)\b"
)
_FOR_THEMSELVES = re.compile(
    r"\b(?:professor|lecturer|fellow|scholar|student|researcher|analyst|economist|scientist|historian|owner|player|"
    r"senator|sen|rep|congress(?:man|woman)|lawmaker|legislator|judge|justice|magistrate|journalist|reporter|"
    r"columnist|author|writer|blogger|commentator|resident|farmer|victim|witness|biographer|successor|predecessor|"
    r"rival|opponent|challenger|critic|ally|friend|neighbou?r|"
    r"bishop|archbishop|cardinal|monsignor|priest|pastor|vicar|rabbi|imam|abbot|chaplain|"
    r"wife|husband|widow(?:er)?|father|mother|son|daughter|brother|sister|cousin|nephew|niece)$"
)
# In the "House", not of the trade ministry.
_LAWMAKER = re.compile(r"^(?:(?:u ?s|state|democratic|republican) )*(?:representative|delegate)s?$")
_ONE_OF_MANY = re.compile(r"\bmember$")
_CHAMBER = re.compile(
    r"\b(?:committee|subcommittee|parliament|senate|house|congress|assembly|chamber|legislature|caucus|panel|jury|board|"
    r"city council|county council|knesset|duma|rada|bundestag|sejm)$"
)
_OF_ONE = re.compile(
    r"(?:minister|president|premier|chancellor|king|queen|emir|mayor|governor|chairman|chairwoman|chair|"
    r"chief executive|secretary[- ]general|general secretary|leader|head|prosecutor general|attorney general)$"
)


def is_held(title: str) -> bool:
    """Whether who bears the title holds the office on the day of the article, if only for now: "acting", "outgoing"."""
    return not _NOT_NOW.search(fold(title))


def speaks_for_himself(title: str, of: str | None = None) -> bool:
    """Whether who has the title, in that body, speaks for nobody beside: a professor, one of many on a committee."""
    bare = fold(title).replace(".", "")
    if _FOR_THEMSELVES.search(bare) or _LAWMAKER.search(bare):
        return True
    return _ONE_OF_MANY.search(bare) is not None and _CHAMBER.search(fold(of or "")) is not None


def is_of_one(title: str) -> bool:
    """Whether one person at a time has the title: "foreign minister", "leader", but not "lawmaker"."""
    return _OF_ONE.search(fold(title)) is not None
