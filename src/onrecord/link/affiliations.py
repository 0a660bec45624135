"""For whom an actor speaks: the state of a minister, the body of a spokesman, the state of a seat of government."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.link.rows import Named
from onrecord.text.states import demonym_of, state_named, state_of
from onrecord.records import EntityKind, RoleClaim
from onrecord.text.folding import fold

# Offices past speak for nobody now; an envoy is sent to a state, and speaks for another.
_PAST = re.compile(r"\b(?:former|ex|late|onetime|one-time|then|deposed|ousted|exiled)\b")
_SENT = re.compile(r"\b(?:ambassador|envoy|representative|consul|expert|adviser on|analyst)\b.*\b(?:to|for|on|at)\b")
# An office that only one state calls so.
_OFFICES = {"secretary of state": "United States"}
TITLE_WORDS = 3  # words at the head of a title that may name a state


def usual_body(votes: Counter[str]) -> str | None:
    """The body that most articles give, a state before others; None if none does."""
    if not votes:
        return None
    return min(votes, key=lambda name: (-votes[name], state_named(name) is None, fold(name), name))


def bodies_spoken_for(row: Named) -> set[str]:
    """The names of the states and bodies for which the article has the entity speak."""
    return set(_bodies(row))


def _bodies(row: Named) -> Iterator[str]:
    entity = row.entity
    if entity.kind is not EntityKind.PERSON and state_named(entity.name):
        return  # a state speaks for itself
    if entity.kind is not EntityKind.PERSON and (seat := state_of(entity.name)):
        yield seat
    if entity.speaks_for:
        yield _standing(entity.speaks_for, row.context)
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


def _standing(name: str, context: tuple[str, ...]) -> str:
    """The state that a name, an adjective or a seat stands for; else the name as it is."""
    return state_of(name) or _place_called(name, context) or name


def _place_called(name: str, context: tuple[str, ...]) -> str | None:
    """The place among the article's names whose adjective this is, with its capitals."""
    found = demonym_of(name, context) if " " not in name.strip() else None
    return found.title() if found and found != fold(name) else None
