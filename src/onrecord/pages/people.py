"""Everyone who speaks in a record, by how much they say."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import role_of
from onrecord.records import EntityKind
from onrecord.store import View

MOST_PEOPLE = 1000


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
    """Those who speak, the most quoted first; `silent` counts those of whom only others speak."""

    people: tuple[Person, ...]
    more: int
    silent: int


def people_page(view: View) -> PeoplePage:
    """Everyone who speaks in the record, as far as there is room."""
    shelf = Shelf(view)
    everyone = tuple(view.speaking())
    speaking = sorted((one for one in everyone if one[2]), key=lambda one: (-one[2], one[1], one[0]))
    people = tuple(_person(actor, count, shelf) for actor, _, count in speaking[:MOST_PEOPLE])
    return PeoplePage(people=people, more=len(speaking) - len(people), silent=len(everyone) - len(speaking))


def _person(actor_id: str, statements: int, shelf: Shelf) -> Person:
    actor = shelf.actor(actor_id)
    if actor is None:
        raise LookupError(f"the record counts the words of {actor_id} but does not have it")
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
