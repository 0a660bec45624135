"""The taggers by name."""

from __future__ import annotations

from onrecord.annotate.rules import RulesTagger
from onrecord.annotate.tagger import Tagger

TAGGERS: dict[str, type[RulesTagger]] = {"rules": RulesTagger}


def open_tagger(name: str) -> Tagger:
    """The tagger of that name, ready to use."""
    return TAGGERS[name]()
