"""For whom an actor speaks: the state of a minister, the body of a spokesman, the state of a seat of government."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.link.rows import Named
from onrecord.records import EntityKind, RoleClaim
from onrecord.text.folding import fold
from onrecord.text.states import demonym_of, state_named, state_of

# Offices past speak for nobody now; an envoy is sent to a state, and speaks for another.
_PAST = re.compile(r"\b(?:former|ex|late|onetime|one-time|then|deposed|ousted|exiled)\b")
_SENT = re.compile(r"\b(?:ambassador|envoy|representative|consul|expert|adviser on|analyst)\b.*\b(?:to|for|on|at)\b")
_GOVERNS = re.compile(r"\b(?:minister|president|premier|chancellor|king|queen|emir|sultan|secretary of state)\b")
UNIONS = frozenset({"European Union"})  # whose presidents come from the governments of its states
# An office that only one state calls so.
_OFFICES = {"secretary of state": "United States"}
_OF = re.compile(r" of (?:the )?([A-Z][^,]*)$")  # "President Halina Drost of Kaldavia"
TITLE_WORDS = 3  # words at the head of a title that may name a state


def usual_body(votes: Counter[str]) -> str | None:
    """The body that most articles give, a state before others; None if none does."""
    if not votes:
        return None
    return min(votes, key=lambda name: (-votes[name], state_named(name) is None, fold(name), name))


def bodies_spoken_for(row: Named) -> set[str]:
    """The names of the states and bodies for which the article has the entity speak."""
    return set(_bodies(row))


def states_governed(row: Named) -> frozenset[str]:
    """The states in whose government the article has the person sit: of which nobody serves two."""
    found = (
        _state_called(role.of, row.context)
        for role in row.entity.roles
        if role.of
        and _GOVERNS.search(title := fold(role.title))
        and not _PAST.search(title)
        and not _SENT.search(title)
    )
    return frozenset(state for state in found if state and state not in UNIONS)


def _bodies(row: Named) -> Iterator[str]:
    entity = row.entity
    if entity.kind is not EntityKind.PERSON and state_named(entity.name):
        return  # a state speaks for itself
    if entity.kind is not EntityKind.PERSON and (seat := state_of(entity.name)):
        yield seat
    if entity.speaks_for and (body := _standing(entity.speaks_for, row.context)):
        yield body
    for name in entity.names:
        if (of := _OF.search(name)) and (state := _state_called(of.group(1), row.context)):
            yield state
    for role in entity.roles:
        body = _body_of(role, row.context)
        if body:
            yield body


def _body_of(role: RoleClaim, context: tuple[str, ...]) -> str | None:
    """The state or body for which the holder of a role speaks."""
    title = fold(role.title)
    if _PAST.search(title):
        return None
    if role.of and not _SENT.search(title):
        return _standing(role.of, context)
    words = title.split()
    heads = [" ".join(words[:count]) for count in range(min(TITLE_WORDS, len(words) - 1), 0, -1)]
    for head in heads:
        if state := state_of(head):
            return state
    return _OFFICES.get(title)


def _standing(name: str, context: tuple[str, ...]) -> str | None:
    """The state that a name, an adjective or a seat stands for; else the name of the body; None for a common noun."""
    state = _state_called(name, context)
    if state:
        return state
    words = name.split()
    if len(words) == 1 and fold(name) not in context:  # "Opposition", "Energy": a title taken apart
        return None
    return name if words and any(char.isupper() for char in name) else None


def _state_called(name: str, context: tuple[str, ...]) -> str | None:
    """The state of a name, an adjective or a seat: a listed one, or a place among the article's names."""
    listed = state_of(name)
    if listed or " " in name.strip():
        return listed
    found = demonym_of(name, context)
    return found.title() if found else None
