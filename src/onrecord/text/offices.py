"""Titles whose bearers speak for themselves: a professor not for the university, a rival or a son for nobody."""

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


def speaks_for_himself(title: str) -> bool:
    """Whether who has the title speaks for nobody beside: "a professor at Oster University"."""
    return _FOR_THEMSELVES.search(fold(title)) is not None
