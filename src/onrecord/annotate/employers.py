"""Whom somebody with an office serves where the article leaves it to be understood: "Its property director, Oram"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from onrecord.annotate.names import Name
from onrecord.records import Article, EntityKind, RoleClaim
from onrecord.text.folding import fold
from onrecord.text.states import state_named

REACH = 60  # characters before a name in which its office stands
# "Its finance director, Oram", "The company's chief executive Oram".
_ITS = re.compile(
    r"\b(?:its|the (?:company|firm|group|club|union|charity|airline|bank|retailer|operator|carrier|miner|utility|"
    r"insurer|developer|shipyard|brewer|broadcaster|trust|league|guild|federation|association|council)[’']s)"
    r"\s(?:(?!(?:said|says|told|and|but|that|to|by|with|from|as)\b)[\w-]+\s){0,4}[\w-]+,?\s(?:(?:mr|mrs|ms|dr|prof|sir)\.?\s)?$",
    re.IGNORECASE,
)
# Offices that a state alone has: whatever place the sentence opens with, "its economy minister" makes it one.
_OF_STATES = re.compile(r"\b(?:minister|president|premier|chancellor|king|queen|ambassador)\b", re.IGNORECASE)
# Offices that a company alone has: with no company named, the only one of which the article told before.
_OF_COMPANIES = frozenset(
    ("chief executive", "chief executive officer", "managing director", "finance director", "chief financial officer")
)


def with_employers(article: Article, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, each office that "its" gives to a body, or that a company alone has, having that body."""
    people = {word for name in names if len(words := name.span.exact.split()) > 1 for word in words}
    opening = [name for name in names if name.opens and not name.roles and not _is_person(name, people)]
    return tuple(_served(article, name, opening) if name.roles else name for name in names)


def _is_person(name: Name, people: Collection[str]) -> bool:
    """Whether "its" can't mean what is named: a full name, or a part of one. Of a lone one nobody knows yet."""
    return name.kind is EntityKind.PERSON and (" " in name.span.exact or name.span.exact in people)


def _is_body(name: Name) -> bool:
    """Whether "its" may mean what is named, whatever the office: a body or a listed state."""
    return name.kind is EntityKind.ORGANIZATION or bool(state_named(name.span.exact))


def _served(article: Article, name: Name, opening: list[Name]) -> Name:
    if any(role.of for role in name.roles):
        return name
    of_state = any(_OF_STATES.search(role.title) for role in name.roles)
    bodies = [each for each in opening if of_state or _is_body(each)]
    before = article.text[max(0, name.span.start - REACH) : name.span.start]
    body = _meant(name, bodies) if _ITS.search(before) else _told_of(name, bodies)
    return replace(name, roles=tuple(_of(role, body) for role in name.roles)) if body else name


def _meant(name: Name, bodies: list[Name]) -> Name | None:
    """The nearest body before, in this paragraph or the last; None where there is none."""
    near = [each for each in bodies if each.span.end < name.span.start and name.paragraph - each.paragraph <= 1]
    return max(near, key=lambda each: each.span.start, default=None)


def _told_of(name: Name, bodies: list[Name]) -> Name | None:
    """For an office that only companies have, the one body that sentences before opened with, not two."""
    if not any(fold(role.title) in _OF_COMPANIES for role in name.roles):
        return None
    before = {
        each.span.exact: each for each in bodies if each.span.end < name.span.start and not state_named(each.span.exact)
    }
    return next(iter(before.values())) if len(before) == 1 else None


def _of(role: RoleClaim, body: Name) -> RoleClaim:
    return replace(role, of=body.span.exact)
