"""Whose officials they are whose country is nowhere said: "the minister" of a paper that is read at home.

A foreign official is given his country, one's own none. What such an official, a ministry or a palace says that a
country will do is that country's line.
"""

from __future__ import annotations

import re
from collections import Counter

from onrecord.link.offices import governs, is_sent
from onrecord.records import Attribution, Entity, EntityKind, Reading
from onrecord.text.bodies import body_name
from onrecord.text.folding import fold
from onrecord.text.offices import is_held
from onrecord.text.states import demonym_of, state_named, state_of

# A name that the palaces of many countries have names none of them.
_SEAT = re.compile(
    r"^(?!(?:the )?(?:presidential|government|royal|parliament|state|national) )"
    r".*\b(?:palace|house|castle|residence|villa|chancellery|presidency)$",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(
    r"\b([A-Z][a-z]+)(?:[’']s)? (?:[a-z]+ )?(?:government|president|parliament|cabinet|army|troops|soldiers|ambassador|"
    r"embassy|authorities)\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:accus|blam|warn|claim|alleg|predict|fear|doubt|hop|believ|expect|think|thought|den)", re.IGNORECASE
)
# The good that a government says its own country is ready for or will do; of others it says what they must or won't do.
_DOES = (
    r"(?:(?:is|was|remains?|remained|stands|stood) (?:\w+ly )?(?:ready|open|willing|prepared|committed)"
    r"(?! to (?:attack|invade|strike|escalate|use|go to war|break|violate))|"
    r"(?:will|would) (?:now |also |gladly )?(?:hold off|hold talks|suspend|lift|reopen|let|allow|host|mediate|"
    r"consider|accept|"
    r"welcome|withdraw|release|free|send|lend|pay|offer|honou?r|postpone|delay|pause|sign|negotiate|join)|"
    r"(?:welcomes?|welcomed|supports?|supported|backs?|backed|favou?rs|favou?red|reserves the right|"
    r"reserved the right|sees merit|"
    r"saw merit|stands by|stood by)|is in favou?r|was in favou?r)"
)


def is_seat(name: str) -> bool:
    """Whether the name is that of a house from which a country is governed, as the Kremlin is, listed or not."""
    return bool(_SEAT.search(name.strip()))


def homes_of(reading: Reading) -> dict[str, tuple[str, ...]]:
    """By entity, the one country whose line the article has it tell as its own, if it gives it none."""
    homeless = {entity.id: entity for entity in reading.entities if _is_homeless(entity)}
    if not homeless:
        return {}
    lands = {entity.name for entity in reading.entities if _may_be_land(entity)}
    told: dict[str, Counter[str]] = {}
    for attribution in reading.attributions:
        if attribution.entity in homeless and (land := _land_told(attribution, lands)):
            told.setdefault(attribution.entity or "", Counter())[land] += 1
    homes = {each: tuple(found) for each, found in told.items() if len(found) == 1}
    return homes | _of_their_bodies(homes, homeless)


def _of_their_bodies(homes: dict[str, tuple[str, ...]], homeless: dict[str, Entity]) -> dict[str, tuple[str, ...]]:
    """The same for the ministry or palace whose spokesman told it."""
    found: dict[str, tuple[str, ...]] = {}
    for each, land in homes.items():
        bodies = {fold(role.of) for role in homeless[each].roles if role.of}
        for other, entity in homeless.items():
            if other not in homes and {fold(name).removeprefix("the ") for name in entity.names} & bodies:
                found[other] = land
    return found


def _is_homeless(entity: Entity) -> bool:
    """Whether it governs, or speaks for what does, and the article does not say what country."""
    if entity.kind is not EntityKind.PERSON:
        shared = body_name(entity.name)
        return (shared.shared and not shared.owner) or (is_seat(entity.name) and state_of(entity.name) is None)
    return any(
        _is_unmarked(role.title, role.of) or _is_of_shared(role.of) for role in entity.roles if is_held(role.title)
    ) and not any(role.of and governs(role.title) for role in entity.roles)


def officials_at_home(reading: Reading) -> frozenset[str]:
    """The officials of an article that gives none of them a country, nor tells of two: those of its own."""
    roles = [
        (entity.id, role)
        for entity in reading.entities
        if entity.kind is EntityKind.PERSON
        for role in entity.roles
        if is_held(role.title) and governs(role.title) and not is_sent(role.title)
    ]
    if len(_lands_of(reading)) > 1 or any(role.of for _, role in roles):
        return frozenset()
    return frozenset(each for each, _ in roles)


def _lands_of(reading: Reading) -> set[str]:
    """The countries that the article names: listed ones, and places with a people whose government it speaks of."""
    found = {state for entity in reading.entities if (state := state_of(entity.name))}
    places = {entity.name for entity in reading.entities if _may_be_land(entity) and " " not in entity.name}
    ruled = (demonym_of(each.group(1), places) for each in _GOVERNMENT.finditer(reading.article.text))
    return found | {state_of(place) or place for place in ruled if place}


def _is_unmarked(title: str, of: str | None) -> bool:
    """Whether the office is one of a country's government, of which the article does not say whose."""
    return of is None and governs(title) and not is_sent(title)


def _is_of_shared(of: str | None) -> bool:
    if of is None or of.islower():
        return False
    body = body_name(of)
    return (body.shared and not body.owner) or (is_seat(of) and state_of(of) is None)


def _may_be_land(entity: Entity) -> bool:
    return not entity.roles and len(entity.name.split()) < 3 and not is_seat(entity.name) and not entity.anonymous


def _land_told(attribution: Attribution, lands: set[str]) -> str | None:
    """The country that the reported words begin with, if they are of what it will do itself, and gladly."""
    if attribution.cue and _OF_OTHERS.search(attribution.cue.exact):
        return None
    text = attribution.text
    for land in sorted(lands, key=lambda name: (-len(name), name)):
        if re.match(rf"\W*(?:that )?(?:the )?{re.escape(land)} {_DOES}\b", text, re.IGNORECASE):
            return state_named(land) or land
    return None
