"""What the title of an office says beside its name: that it governs, is held abroad, for whom its bearer speaks."""

from __future__ import annotations

import re

from onrecord.records import Entity, EntityKind
from onrecord.text.folding import fold

_SENT = re.compile(r"\b(?:ambassador|envoy|representative|consul|expert|adviser on|analyst)\b.*\b(?:to|for|on|at)\b")
_GOVERNS = re.compile(r"\b(?:minister|president|premier|chancellor|king|queen|emir|sultan|secretary of state)\b")
_AT_HIS_SIDE = re.compile(
    r"\b(?:envoy|emissary|negotiator|representative|aide|advis[eo]r|spokes(?:wo)?man|spokesperson|press secretary|"
    r"chief of staff|right-hand man|deputy)$"
)
_TENSES = re.compile(
    r"\b(?:former|ex|late|onetime|then|deposed|ousted|exiled|incoming|outgoing|acting|interim|caretaker)\b[ -]?"
)


def is_sent(title: str) -> bool:
    """Whether the title names whom its bearer is sent to, not whom he speaks for: "ambassador to Norway"."""
    return bool(_SENT.search(fold(title)))


def spoken_for(title: str, of: str | None) -> str | None:
    """The office for whose holder the bearer of a title speaks: the president's spokesman, a presidential aide."""
    if of is not None:
        return of if of.islower() else None
    return "president" if fold(title).startswith("presidential ") else None


def speaks_for_a_person(title: str) -> bool:
    """Whether who has the title at somebody's side says what that one thinks: an envoy, no lawyer, ally or rival."""
    return bool(_AT_HIS_SIDE.search(fold(title)))


def governs(title: str) -> bool:
    """Whether the office is one in the government of a state: of which nobody serves two."""
    return bool(_GOVERNS.search(fold(title)))


def office(title: str) -> str:
    """The office folded, one for both sexes, whether it is held, was or will be."""
    return _TENSES.sub("", one_sex(title))


def one_sex(title: str) -> str:
    """The title folded, one for both sexes."""
    return re.sub(r"\bspokes(?:wo)?man\b", "spokesperson", re.sub(r"\bchair(?:wo)?man\b", "chair", fold(title)))


def goes_by_office(entity: Entity) -> bool:
    """Whether the article has no name for the person, only the office: "Velmark’s foreign minister"."""
    name, titles = fold(entity.name), [fold(role.title) for role in entity.roles]
    told = any(name.endswith(f" {title}") or name.startswith(f"{title} of ") for title in titles)
    return told and entity.kind is EntityKind.PERSON and not entity.anonymous
