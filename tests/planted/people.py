"""Thousands of speakers for invented coverage: people with offices, bodies, and spokespeople of bodies."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache, cached_property

from tests.planted.language import PLACES, made_up, zipf

from onrecord.records import EntityKind, RoleClaim
from onrecord.text.personal_names import PARTICLES

PEOPLE, BODIES = 4_000, 500
GIVEN = tuple(name.capitalize() for name in made_up("given", 254, (1, 2)) if name not in PARTICLES)  # no "Von"
FAMILY = tuple(name.capitalize() for name in made_up("family", 1_800, (2, 2, 3)))
TITLES = ("Minister", "Mayor", "Governor", "General", "Judge", "Professor", "Captain", "Senator", "Director", "Bishop")
FIELDS = ("Foreign", "Defence", "Health", "Transport", "Finance", "Interior", "Justice", "Energy", "Harbour", "Grain")
SORTS = ("Ministry", "Council", "Agency", "Union", "Authority", "Guild", "Board", "Company")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One who speaks: a person with an office, a body, or who speaks for a body."""

    key: str
    name: str
    kind: EntityKind
    title: str = ""
    of: str | None = None
    speaks_for: str | None = None

    @property
    def family(self) -> str:
        """The family name; of a body all of its name."""
        return self.name.split()[-1] if self.kind is EntityKind.PERSON else self.name

    @property
    def roles(self) -> tuple[RoleClaim, ...]:
        """The office, as an article gives it."""
        return (RoleClaim(title=self.title, of=self.of),) if self.title else ()


@dataclass(frozen=True)
class World:
    """All who speak; the n-th of each sort speaks as often as one over n."""

    people: tuple[Speaker, ...]
    bodies: tuple[Speaker, ...]
    spokespeople: tuple[Speaker, ...]  # one of each body

    @cached_property
    def spoken_for(self) -> dict[str, Speaker]:
        """The bodies by name."""
        return {body.name: body for body in self.bodies}

    def cast(self, dice: random.Random, count: int) -> list[Speaker]:
        """So many different speakers for a story; one in four is a body, with who speaks for it."""
        found: dict[str, Speaker] = {}
        while len(found) < count:
            if dice.random() < 0.25:
                at = zipf(dice, BODIES)
                found.update({one.key: one for one in (self.bodies[at], self.spokespeople[at])})
            else:
                one = self.people[zipf(dice, PEOPLE)]
                found[one.key] = one
        return list(found.values())


@cache
def world() -> World:
    """The one world of all planted coverage: full names are borne twice now and then, family names often."""
    dice = random.Random("world")  # noqa: S311 - invented coverage, no secret
    bodies = tuple(_body(dice, number) for number in range(BODIES))
    spokespeople = tuple(
        Speaker(
            key=f"voice {number}",
            name=_full_name(dice),
            kind=EntityKind.PERSON,
            title="spokesperson",
            of=body.name,
            speaks_for=body.name,
        )
        for number, body in enumerate(bodies)
    )
    return World(tuple(_person(dice, number) for number in range(PEOPLE)), bodies, spokespeople)


def _person(dice: random.Random, number: int) -> Speaker:
    field = f"{dice.choice(FIELDS)} " if dice.random() < 0.5 else ""
    return Speaker(
        key=f"person {number}",
        name=_full_name(dice),
        kind=EntityKind.PERSON,
        title=f"{field}{dice.choice(TITLES)}",
        of=dice.choice(PLACES) if dice.random() < 0.6 else None,
    )


def _body(dice: random.Random, number: int) -> Speaker:
    sort = f"{PLACES[number]} {dice.choice(FIELDS)} {dice.choice(SORTS)}"
    return Speaker(key=f"body {number}", name=sort, kind=EntityKind.ORGANIZATION)


def _full_name(dice: random.Random) -> str:
    return f"{GIVEN[zipf(dice, len(GIVEN))]} {FAMILY[dice.randrange(len(FAMILY))]}"
