"""Officials whom one article gives no country are of one government: that of those known from other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.engine import Engine
from onrecord.link.rows import Named
from onrecord.records import Actor, ActorEntity, EntityKind
from onrecord.records.packing import compact


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """An official whom an article gives no country, with his actor and its affiliation once they are known."""

    entity: str
    article: str
    actor: str = ""
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHome:
    """That an actor is of the government of another, a country."""

    actor: str
    affiliation: str


def at_home(
    engine: Engine, named: Iterable[Named], whose: Iterable[ActorEntity], actors: Iterable[Actor]
) -> Iterator[AtHome]:
    """For each official without a country, that of those whom its articles give none either; of two nobody can tell."""
    unmarked = (Unmarked(entity=each.entity.id, article=each.entity.article) for each in named if each.at_home)
    entities: Iterable[ActorEntity | Unmarked] = chain(whose, unmarked)
    placed: Iterable[Actor | Unmarked] = chain(actors, engine.gather(_by_entity, _meet_actor, entities))
    known: Iterable[Actor | Unmarked] = chain(actors, engine.gather(_by_actor, _meet_affiliation, placed))
    found = engine.gather(_by_article, _colleagues, engine.gather(_by_affiliation, _of_land, known))
    yield from engine.gather(_by_homeless, _only_one, found)


def _by_entity(row: ActorEntity | Unmarked) -> Iterator[tuple[str, str]]:
    yield row.entity, ("0" if isinstance(row, ActorEntity) else "1")


def _meet_actor(_entity: str, rows: Iterator[ActorEntity | Unmarked]) -> Iterator[Unmarked]:
    actor = ""
    for row in rows:
        if isinstance(row, ActorEntity):
            actor = row.actor
        else:
            yield replace(row, actor=actor)


def _by_actor(row: Actor | Unmarked) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Actor) else (row.actor, f"1{row.article}")


def _meet_affiliation(_actor: str, rows: Iterator[Actor | Unmarked]) -> Iterator[Unmarked]:
    affiliation = None
    for row in rows:
        if isinstance(row, Actor):
            affiliation = row.affiliation
        else:
            yield replace(row, affiliation=affiliation)


def _by_affiliation(row: Actor | Unmarked) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Actor) else (row.affiliation or "", f"1{row.article}{row.entity}")


def _of_land(_affiliation: str, rows: Iterator[Actor | Unmarked]) -> Iterator[Unmarked]:
    """The official as of the government of a country, or of none: who is of a committee tells nothing of colleagues."""
    land = False
    for row in rows:
        if isinstance(row, Actor):
            land = row.kind is EntityKind.PLACE
        else:
            yield row if land else replace(row, affiliation=None)


def _by_article(row: Unmarked) -> Iterator[tuple[str, str]]:
    yield row.article, row.actor


def _colleagues(_article: str, rows: Iterator[Unmarked]) -> Iterator[AtHome]:
    """Whoever has no country in an article whose other officials without one are all known to be of one."""
    officials = list(rows)
    lands = {each.affiliation for each in officials if each.affiliation}
    if len(lands) == 1:
        land = lands.pop() or ""
        yield from (AtHome(actor=each.actor, affiliation=land) for each in officials if each.affiliation is None)


def _by_homeless(row: AtHome) -> Iterator[tuple[str, str]]:
    yield row.actor, row.affiliation


def _only_one(_actor: str, rows: Iterator[AtHome]) -> Iterator[AtHome]:
    found = {row.affiliation: row for row in rows}
    if len(found) == 1:
        yield from found.values()
