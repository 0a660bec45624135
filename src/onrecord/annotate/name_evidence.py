"""What the rest of an article tells of a lone name: a company by who runs it, a country by what countries have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from onrecord.annotate.name_clues import LAND_OF, has_its, tells_body, tells_nobody, tells_place, tells_thing
from onrecord.annotate.name_kinds import DEMONYM_END
from onrecord.annotate.name_runs import Name
from onrecord.annotate.roles import ORGANIZATION_WORDS
from onrecord.records import EntityKind
from onrecord.text.agencies import find_agency, names_outlet
from onrecord.text.folding import fold
from onrecord.text.states import demonym_of, state_of

__all__ = ["LAND_OF", "told_by_article"]

# Offices of bodies alone, and of states and towns alone.
_OF_BODIES = re.compile(
    r"^(?:(?:deputy|acting|interim) )?(?:chief executive(?: officer)?|ceo|managing director|"
    r"(?:finance|chief financial|chief operating) (?:director|officer)|general secretary|secretary general|counsel|"
    r"chairman|chairwoman|board member|union leader)$"
)
_OF_PLACES = re.compile(
    r"^(?:.* )?(?:prime minister|minister|ambassador|chancellor|king|queen|emir|sultan|governor|head of state|mayor)$"
)
_RULES = re.compile(r"^(?:Acting |Vice )?(?:President|Premier)$")  # before a name; a company has a president


_OF_TOWN = re.compile(r"^(?:the )?(?:radio|tv|t[eé]l[eé]|voice|channel|canal) | of ", re.IGNORECASE)
_BODY = EntityKind.ORGANIZATION


def told_by_article(names: list[Name], text: str, outlet: str | None = None, words: Iterable[str] = ()) -> list[Name]:
    """The names, each lone one of the kind that the article tells elsewhere; no ship is one.

    `words` are all that have a capital: "Kaldavian" makes Kaldavia a place. `outlet` is whose article it is.
    """
    people = _people(names)
    lone = {name.span.exact for name in names if _is_lone(name)} - people
    things = {name.span.exact for name in names if name.span.exact in lone and tells_thing(text, name.span.start)}
    told = _told(names, text, lone - things, words)
    told |= dict.fromkeys({name.span.exact for name in names if is_own(name.span.exact, outlet)} - people, _BODY)
    places = {name.span.exact for name in names if name.kind is EntityKind.PLACE} | set(told)
    things |= {form for form in lone if _is_a_people(form, places)}
    return [_of_kind(name, told.get(name.span.exact)) for name in names if name.span.exact not in things]


def _is_a_people(form: str, places: set[str]) -> bool:
    """Whether the name is the people's of a place that the article names: "the Kaldavians"."""
    one = form.removesuffix("s")
    return one != form and DEMONYM_END.search(one) is not None and demonym_of(one, places - {form}) is not None


def is_own(form: str, outlet: str | None) -> bool:
    """Whether an article calls its own outlet so: "the Courier" in the Brannick Courier, no town of Radio Hest."""
    of_town = outlet is not None and _OF_TOWN.search(outlet) is not None and fold(form) != fold(outlet)
    return names_outlet(form, outlet) and not of_town


def _people(names: list[Name]) -> set[str]:
    """The lone names that are surely persons': told with an office or title, or the family name of a full one."""
    families = {name.words[-1] for name in names if name.kind is EntityKind.PERSON and len(name.words) > 1}
    return families | {name.span.exact for name in names if name.roles or name.honorific}


def _told(names: list[Name], text: str, lone: set[str], words: Iterable[str]) -> dict[str, EntityKind]:
    """The kind of each lone name of which more of the article's words tell one kind than the other."""
    served = {(fold(role.title), role.of) for name in names for role in name.roles if role.of}
    bodies = Counter(_serving(served, _OF_BODIES))
    ruled = (role.of for name in names for role in name.roles if role.of and _RULES.search(role.title))
    places = Counter(_serving(served, _OF_PLACES)) + Counter(ruled) + Counter(_with_people(words, lone))
    nobody = _nobody(names, text)
    for name in names:
        if name.span.exact in lone:
            bodies[name.span.exact] += tells_body(text, name.span.start, name.span.end)
            places[name.span.exact] += tells_place(text, name.span.start, name.span.end)
    told = {}
    for form in lone:
        if bodies[form] != places[form]:
            told[form] = _BODY if bodies[form] > places[form] else EntityKind.PLACE
        elif form in nobody:
            told[form] = nobody[form]
    return told


def _nobody(names: list[Name], text: str) -> dict[str, EntityKind]:
    """What each name that was only taken for a person's names rather than that, by the small words beside it."""
    others = {name.span.exact for name in names if name.kind is not EntityKind.PERSON}
    found: dict[str, EntityKind] = {}
    for name in names:
        if name.span.exact not in others:
            kind = tells_nobody(text, name.span.start, name.span.end)
            if kind is None and name.opens and has_its(text, name.span.end):
                kind = _BODY
            if kind is not None:
                found.setdefault(name.span.exact, kind)
    return found


def _of_kind(name: Name, kind: EntityKind | None) -> Name:
    return name if kind is None else replace(name, kind=kind, sure=True)


def _is_lone(name: Name) -> bool:
    """Whether the name is one word of which nobody knows by itself what it names."""
    form = name.span.exact
    known = state_of(form) or find_agency(form) or form.isupper() or form.lower() in ORGANIZATION_WORDS
    return len(name.words) == 1 and not known


def _serving(served: Iterable[tuple[str, str | None]], office: re.Pattern[str]) -> list[str]:
    return [of for title, of in sorted(served, key=str) if of and office.match(title)]


def _with_people(words: Iterable[str], lone: set[str]) -> set[str]:
    """The lone names whose people the article calls by an adjective: "Kaldavia", "Kaldavian"."""
    peoples = {word for word in words if DEMONYM_END.search(word) and word not in lone}
    return {place for word in peoples if (place := demonym_of(word, lone))}
