"""Whose minister a minister is where only one country is told of: "Interior Minister Oram", in Kaldavia's election."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.annotate.name_evidence import LAND_OF
from onrecord.annotate.names import Name
from onrecord.records import Article, EntityKind, RoleClaim
from onrecord.text.folding import fold
from onrecord.text.states import demonym_of, state_named, state_of

# Offices of a country's government.
_GOVERNING = re.compile(
    r"^(?:(?:acting|interim|deputy|caretaker|outgoing) )*(?:president|prime minister|head of state|chancellor|"
    r"(?!.*\b(?:shadow|former|church)\b)(?:\w+ ){0,3}minister|government spokes\w+|presidential spokes\w+)$"
)
_GOVERNS = re.compile(r"\b(?:minister|president|ambassador|envoy)\b")
_LANDS = re.compile(rf"{LAND_OF}([A-Z]\w+)")
_ADJECTIVE = re.compile(r"\b[A-Z][a-z]+(?:ian|an|ese|ish|ic|i)s?\b")


def with_countries(article: Article, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, each office of government without a country having the one that the article leaves to be understood.

    It is the only one told of whose officials are not called by it: news gives foreign ones their country, and those
    at home none. That it has a government, elections or courts must be told too.
    """
    if not any(_is_homeless(role) for name in names for role in name.roles):
        return names
    marked = {role.of for name in names for role in name.roles if role.of}
    home = [each for each in sorted(_countries(article, names)) if not any(_same(of, each) for of in marked)]
    if len(home) != 1 or not _is_ruled(article.text, home[0]):
        return names
    return tuple(name if _is_abroad(name, names, home[0]) else _at_home(name, home[0]) for name in names)


def _is_abroad(name: Name, names: tuple[Name, ...], home: str) -> bool:
    """Whether what its paragraph tells of right before is of another country: "Velmark's envoy said President …"."""
    before = [each for each in names if each.paragraph == name.paragraph and each.span.start < name.titled.start]
    for each in reversed(before):
        bearers = [full for full in names if full.words[-1] == each.words[-1] and full.roles]
        offices = [role for full in bearers for role in full.roles if role.of and role.of[:1].isupper()]
        of = {role.of or "" for role in offices if state_of(role.of) or _GOVERNS.search(fold(role.title))}
        if of:
            return not any(_same(land, home) for land in of)
        if each.kind is EntityKind.PLACE and state_of(each.span.exact):
            return state_of(each.span.exact) != home
    return False


def _same(of: str, country: str) -> bool:
    return state_of(of) == country or demonym_of(of, {country}) is not None


def _at_home(name: Name, country: str) -> Name:
    roles = tuple(replace(role, of=country) if _is_homeless(role) else role for role in name.roles)
    return replace(name, roles=roles)


def _is_homeless(role: RoleClaim) -> bool:
    title = fold(role.title)
    if role.of and fold(role.of) == "government":
        return title.startswith("spokes")
    return role.of is None and _GOVERNING.match(title) is not None


def _countries(article: Article, names: tuple[Name, ...]) -> set[str]:
    """The countries that the article tells of: the listed ones, and places of whose state or people it speaks."""
    lone = {name.span.exact for name in names if name.kind is EntityKind.PLACE and len(name.words) == 1}
    owned = {role.of for name in names for role in name.roles if role.of and state_of(role.of)}
    listed = {state for name in names if (state := state_of(name.span.exact))} | {state_of(of) for of in owned}
    text = article.text
    peoples = {demonym_of(word.removesuffix("s"), lone) for word in _ADJECTIVE.findall(text)}
    ruled = {place for place in lone if not state_named(place) and _is_ruled(text, place)}
    adjectives = {state_of(word.removesuffix("s")) for word in _ADJECTIVE.findall(text)}
    lands = {state_of(land) or land for land in _LANDS.findall(text)}
    return {each for each in (*listed, *peoples, *ruled, *adjectives, *lands) if each}


def _is_ruled(text: str, place: str) -> bool:
    """Whether the article tells of the place's government, election or courts."""
    return bool(
        re.search(
            rf"\b{re.escape(place)}['’]s? (?:\w+ )?(?:government|parliament|constitution|elections?|president|army|"
            rf"(?:\w+ )?minister|supreme court)\b|\b(?:Supreme Court|[Gg]overnment|Republic|[Pp]arliament|"
            rf"[Pp]resident|Kingdom) of {re.escape(place)}\b",
            text,
        )
    )
