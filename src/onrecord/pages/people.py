"""Everyone who speaks in a record, by how much they say."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import role_of
from onrecord.records import Actor, EntityKind
from onrecord.store import View

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One who speaks, with how many statements; `affiliation` is the name of whom they speak for."""

    actor: str
    name: str
    kind: EntityKind
    role: str | None
    affiliation: str | None
    anonymous: bool
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """A leaf of those who speak, the most quoted first; `silent` counts those of whom only others speak."""

    people: tuple[Person, ...]
    silent: int
    leaf: Leaf


def people_page(view: View, number: int = 1) -> PeoplePage:
    """Those who speak in the record, on the page of that number."""
    shelf = Shelf(view)
    leaf = leaf_of(view.speakers(), number, ON_A_PAGE)
    people = view.speakers_page(slice_of(leaf, ON_A_PAGE))
    return PeoplePage(
        people=tuple(_person(actor, statements, shelf) for actor, statements in people),
        silent=view.counted("actors") - leaf.things,
        leaf=leaf,
    )


def _person(actor: Actor, statements: int, shelf: Shelf) -> Person:
    affiliation = shelf.actor(actor.affiliation)
    return Person(
        actor=actor.id,
        name=actor.name,
        kind=actor.kind,
        role=role_of(actor),
        affiliation=affiliation.name if affiliation else None,
        anonymous=actor.anonymous,
        statements=statements,
    )
