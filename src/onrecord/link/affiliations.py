"""For whom an actor speaks: the state of a minister, the body of a spokesman, the state of a seat of government."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.link.offices import governs, is_sent
from onrecord.link.rows import Named
from onrecord.records import EntityKind, RoleClaim
from onrecord.text.bodies import body_name
from onrecord.text.folding import fold
from onrecord.text.offices import is_held, speaks_for_himself
from onrecord.text.states import demonym_of, state_named, state_of

_ADJECTIVE = re.compile(r"(?:an|ese|ish|ic|i)$")  # whose place the article must name
UNIONS = frozenset({"European Union"})  # whose presidents come from the governments of its states
# Offices that only one state calls so, and those that a few do: of these the one that the article names.
_OFFICES = {"secretary of state": "United States", "chancellor of the exchequer": "United Kingdom"}
_OFFICES_OF_FEW = {
    "defense secretary": ("United States", "Philippines"),
    "secretary of defense": ("United States", "Philippines"),
    "treasury secretary": ("United States", "Philippines"),
    "homeland security secretary": ("United States",),
    "commerce secretary": ("United States", "India", "Hong Kong"),
    "defence secretary": ("United Kingdom", "India", "Pakistan", "Kenya", "Sri Lanka"),
    "home secretary": ("United Kingdom", "India", "Pakistan", "Bangladesh"),
    "foreign secretary": ("United Kingdom", "India", "Pakistan", "Bangladesh", "Nepal"),
}
# "President Halina Drost of Kaldavia"; "miners in the north of Kaldavia" speak for nobody but themselves.
_OF = re.compile(r"^(?!.*\b(?:in|from|at|near|across|around|of) .* of ).* of (?:the )?([A-Z][^,]*)$")
# "A senior Kaldavian official", whom no article names, speaks for the state whose official he is.
_OFFICIAL = re.compile(
    r"^(?i:(?:an?|the|one|two|three|several|some|another) )?(?i:(?:senior|top|high-ranking|high-level|unnamed) )*"
    r"(?!(?:An?|The|Senior|Top) )([A-Z][\w.-]*(?: [A-Z][\w.-]*)?) (?:(?:government|foreign ministry|"
    r"defen[cs]e ministry|military|security) )?"
    r"(?:official|diplomat|negotiator|envoy)s?\b(?! said)"
)
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
        state_called(role.of, row.context)
        for role in row.entity.roles
        if role.of and governs(role.title) and is_held(role.title) and not is_sent(role.title)
    )
    return frozenset(state for state in found if state and state not in UNIONS)


def owner_of(body: str, context: tuple[str, ...]) -> str | None:
    """The state whose ministry, court or army the body is by its name, or None."""
    owner = body_name(body).owner
    if not owner:
        return None
    printed = owner.title()
    return state_called(owner, context) or (printed if printed in body and not _ADJECTIVE.search(owner) else None)


def _bodies(row: Named) -> Iterator[str]:
    entity = row.entity
    if entity.kind is not EntityKind.PERSON and state_named(entity.name):
        return  # a state speaks for itself
    if entity.kind is not EntityKind.PERSON and (state := _state_behind(row)):
        yield state
    if entity.speaks_for and (body := _standing(entity.speaks_for, row.context)):
        yield body
    if entity.anonymous and (told := _OFFICIAL.match(entity.name)) and (land := state_called(told[1], row.context)):
        yield land
    yield from row.principals
    yield from _lands_named_with(row)
    for role in entity.roles:
        body = _body_of(role, row.context)
        if body:
            yield body


def _lands_named_with(row: Named) -> Iterator[str]:
    """The states behind a person's name, but for one whose title says that he speaks for himself: "of Vermont".

    Bodies are called after states that they do not speak for: the miners' union, the church or a bank of Kaldavia.
    """
    entity = row.entity
    if entity.kind is not EntityKind.PERSON or any(speaks_for_himself(role.title, role.of) for role in entity.roles):
        return
    for name in entity.names:
        if (of := _OF.search(name)) and (state := state_called(of.group(1), row.context)):
            yield state


def _state_behind(row: Named) -> str | None:
    """The state of a seat of government, or of a ministry by one of its names."""
    owners = (owner_of(form, row.context) for form in (row.entity.name, *row.entity.names))
    return state_of(row.entity.name) or next(filter(None, owners), None)


def _body_of(role: RoleClaim, context: tuple[str, ...]) -> str | None:
    """The state or body for which the holder of a role speaks."""
    if not is_held(role.title) or speaks_for_himself(role.title, role.of):
        return None  # who held an office once speaks for nobody now
    title = fold(role.title)
    if role.of and not is_sent(title):
        return _standing(role.of, context) or _land_of(role.of, title)
    words = title.split()
    heads = [" ".join(words[:count]) for count in range(min(TITLE_WORDS, len(words) - 1), 0, -1)]
    for head in heads:
        if state := state_of(head):
            return state
    return _OFFICES.get(title) or _only_one_named(_OFFICES_OF_FEW.get(title, ()), context)


def _land_of(name: str, title: str) -> str | None:
    """The country of "Velmark's labour minister", though the article names it nowhere else; None for an adjective."""
    whole = len(title.split()) > 1 and governs(title)  # "Trade minister" is of no country called Trade
    return name if whole and name.istitle() and " " not in name and not _ADJECTIVE.search(fold(name)) else None


def _only_one_named(states: Iterable[str], context: tuple[str, ...]) -> str | None:
    """The one of the states that the article names, or None where it names none or several."""
    found = [state for state in states if fold(state) in context]
    return found[0] if len(found) == 1 else None


def _standing(name: str, context: tuple[str, ...]) -> str | None:
    """The state that a name, an adjective or a seat stands for; else the name of the body; None for a common noun."""
    state = state_called(name, context)
    if state:
        return state
    words = name.split()
    if len(words) == 1 and fold(name) not in context and not name.isupper():  # "Opposition": a title taken apart
        return None
    if (body := body_name(name)).shared and not body.owner:
        return None  # every state has a foreign ministry, and the article does not say whose this is
    return name if words and any(char.isupper() for char in name) else None


def state_called(name: str, context: tuple[str, ...]) -> str | None:
    """The state of a name, an adjective or a seat: a listed one, or a place among the article's names."""
    listed = state_of(name)
    if listed or " " in name.strip():
        return listed
    found = demonym_of(name, context)
    return found.title() if found else None
