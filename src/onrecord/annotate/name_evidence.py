"""What the rest of an article tells of a lone name: a company by who runs it, a country by what countries have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.annotate.name_runs import Name
from onrecord.records import EntityKind
from onrecord.text.agencies import find_agency
from onrecord.text.folding import fold
from onrecord.text.states import state_of

# Offices of bodies alone, and of states alone.
_OF_BODIES = re.compile(
    r"^(?:(?:deputy|acting|interim) )?(?:chief executive(?: officer)?|ceo|managing director|"
    r"(?:finance|chief financial|chief operating) (?:director|officer)|general secretary|secretary general|counsel|"
    r"chairman|chairwoman|board member|union leader)$"
)
_OF_STATES = re.compile(r"^(?:.* )?(?:prime minister|minister|ambassador|chancellor|king|queen|head of state)$")
# What a country has, and nobody else: "Osmara’s election".
_NATIONAL = (
    r"(?:government|parliament|constitution|army|navy|air force|armed forces|economy|capital|"
    r"(?:presidential |general |parliamentary )?elections?|supreme court|central bank|borders?|coast|coastguard|"
    r"territory|territorial waters|airspace|exports|imports|independence|sovereignty|(?:foreign |prime |\w+ )?minister|"
    r"(?:foreign|defence|defense|interior|finance) ministry|embassy|ambassador)"
)
_HAS = re.compile(rf"['’]s? (?:\w+ )?{_NATIONAL}\b")
# Behind what a country is: "the government of Osmara".
LAND_OF = r"\b(?:Supreme Court|[Gg]overnment|Republic|[Pp]arliament|Kingdom) of (?:the )?"
_OF_LAND = re.compile(rf"{LAND_OF}$")
_IN = re.compile(r"\b(?:in|throughout|across) $")


def told_by_article(names: list[Name], text: str) -> list[Name]:
    """The names, each lone one that was taken for a person's with the kind that the article tells elsewhere."""
    families = {name.words[-1] for name in names if name.kind is EntityKind.PERSON and len(name.words) > 1}
    people = families | {name.span.exact for name in names if name.roles or name.honorific}
    lone = {name.span.exact for name in names if _is_lone(name) and name.span.exact not in people}
    served = {(fold(role.title), role.of) for name in names for role in name.roles if role.of}
    bodies = _serving(served, _OF_BODIES) & lone
    places = (_serving(served, _OF_STATES) | _countries(names, text)) & lone - bodies
    told = dict.fromkeys(bodies, EntityKind.ORGANIZATION) | dict.fromkeys(places, EntityKind.PLACE)
    return [_of_kind(name, told.get(name.span.exact)) for name in names]


def _of_kind(name: Name, kind: EntityKind | None) -> Name:
    return name if kind is None else replace(name, kind=kind, sure=True)


def _is_lone(name: Name) -> bool:
    """Whether nothing but the want of a better reason may have made the name a person's."""
    one = len(name.words) == 1 and name.kind is EntityKind.PERSON
    return one and not (state_of(name.span.exact) or find_agency(name.span.exact))


def _serving(served: Iterable[tuple[str, str | None]], office: re.Pattern[str]) -> set[str]:
    return {of for title, of in served if of and office.match(title)}


def _countries(names: list[Name], text: str) -> set[str]:
    """The names that stand before what a country has, or that something is told to be in."""
    return {
        name.span.exact
        for name in names
        if _HAS.match(text, name.span.end)
        or _OF_LAND.search(text, max(0, name.span.start - 24), name.span.start)
        or (
            _IN.search(text, max(0, name.span.start - 12), name.span.start)
            and text[name.span.end : name.span.end + 2] not in {"’s", "'s"}
        )
    }
