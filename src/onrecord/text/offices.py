"""What titles tell by themselves: whose bearers speak for nobody beside, and which one person has at a time."""

from __future__ import annotations

import re

from onrecord.text.folding import fold

_FOR_THEMSELVES = re.compile(
    r"\b(?:professor|lecturer|fellow|scholar|student|researcher|analyst|economist|scientist|historian|owner|player|"
    r"senator|sen|rep|congress(?:man|woman)|lawmaker|legislator|judge|justice|magistrate|journalist|reporter|"
    r"columnist|author|resident|farmer|victim|witness|biographer|successor|predecessor|"
    r"rival|opponent|challenger|critic|ally|friend|neighbou?r|"
    r"wife|husband|widow(?:er)?|father|mother|son|daughter|brother|sister|cousin|nephew|niece)$"
)
_OF_ONE = re.compile(
    r"(?:minister|president|premier|chancellor|king|queen|emir|mayor|governor|chairman|chairwoman|chair|"
    r"chief executive|secretary[- ]general|general secretary|leader|head|prosecutor general|attorney general)$"
)


def speaks_for_himself(title: str) -> bool:
    """Whether who has the title speaks for nobody beside: "a professor at Oster University"."""
    return _FOR_THEMSELVES.search(fold(title)) is not None


def is_of_one(title: str) -> bool:
    """Whether one person at a time has the title: "foreign minister", "leader", but not "lawmaker"."""
    return _OF_ONE.search(fold(title)) is not None
