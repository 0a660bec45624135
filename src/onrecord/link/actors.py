"""Actors from linked entities: canonical name, aliases, roles with their days, and for whom each speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TypeAlias

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.affiliations import bodies_spoken_for, owner_of, states_governed, usual_body
from onrecord.link.authorities import with_authorities
from onrecord.link.cluster import Member, bound_clusters, decided, in_cluster, split
from onrecord.link.colleagues import AtHome, at_home
from onrecord.link.entities import link_entities, with_one_kind
from onrecord.link.homes import is_seat
from onrecord.link.judged import NOTHING_JUDGED, Judged, described_as, renamed
from onrecord.link.names import person_name
from onrecord.link.offices import goes_by_office
from onrecord.link.roles import RolesGathered
from onrecord.link.rows import Named, Said, only
from onrecord.records import Actor, ActorEntity, Authority, EntityKind, Link, Successor
from onrecord.records.ids import content_id
from onrecord.records.packing import compact
from onrecord.records.statements import actor_id
from onrecord.text.bodies import body_name
from onrecord.text.folding import fold
from onrecord.text.states import aliases_of, state_named


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whose line an actor's words are: the state of a minister, the body of a spokesman, else the actor itself."""

    actor: str
    party: str
    name: str = ""
    own: str = ""  # the actor's own name
    body: str | None = None  # the actor whom a person speaks for, itself


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """An actor whose affiliation is still only a name; the state that this one speaks for, or is, where it is told."""

    actor: Actor
    speaks_for: str | None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bond:
    """That an actor speaks for another."""

    actor: str
    affiliation: str


JUMPS = 2  # rounds, each of which doubles how far up a chain is followed: from an aide to a state it is four steps
ActorRow: TypeAlias = Link | Actor | ActorEntity | Party | Successor


def link_actors(
    engine: Engine,
    named: Kept[Named],
    kept: ExitStack,
    judged: Judged = NOTHING_JUDGED,
    entries: Kept[Authority] | None = None,
) -> Iterator[ActorRow]:
    """The links among entities, then the actors, whose entities are whose, and whose line each holds.

    What people judged holds wherever the rules say otherwise. `entries` tell who is known outside the coverage.
    """
    named = kept.enter_context(Kept(with_one_kind(engine, named)))
    found = kept.enter_context(Kept(link_entities(engine, named)))
    links = kept.enter_context(Kept(judged.links(found, named)))
    yield from links
    nodes = judged.actors.nodes(row.entity.id for row in named)
    bound = bound_clusters(engine, nodes, lambda: decided(judged.actors.between_nodes(links)), split)
    members = judged.actors.members(only(Member, bound))
    met: Iterable[Member | Named] = chain(members, named)
    placed = engine.gather(_by_entity, in_cluster, met)
    made = kept.enter_context(Kept(engine.gather(_by_cluster, partial(_draft, namesakes=judged.namesakes), placed)))
    yield from only(ActorEntity, made)
    drafts = kept.enter_context(Kept(_renamed(made, judged)))
    bonds = kept.enter_context(Kept(_bonds(engine, drafts, kept)))
    loose: Iterable[_Bond | _Draft] = chain(bonds, drafts)
    actors = kept.enter_context(Kept(engine.gather(_by_actor_bound, _bind, loose)))
    more = kept.enter_context(Kept(at_home(engine, named, only(ActorEntity, made), actors)))
    placed_home: Iterable[Actor | AtHome] = chain(more, actors)
    actors = kept.enter_context(Kept(engine.gather(_by_actor_home, _at_home, placed_home)))
    if entries:
        known = kept.enter_context(Kept(with_authorities(engine, actors, entries)))
        yield from only(Link, known)
        actors = kept.enter_context(Kept(only(Actor, known)))
    told = judged.described(only(ActorEntity, made))
    if told:
        actors = kept.enter_context(Kept(described_as(each, told.get(each.id, ())) for each in actors))
    yield from actors
    held: Iterable[Party] = (_own_party(each) for each in actors)
    for _ in range(JUMPS):
        held = engine.gather(_by_both_ends, _jump, held)
    parties: Iterable[Actor | Party] = chain(actors, held)
    yield from engine.gather(_by_party, _name_party, parties)


def _own_party(actor: Actor) -> Party:
    body = actor.affiliation if actor.kind is EntityKind.PERSON else None
    return Party(actor=actor.id, party=actor.affiliation or actor.id, own=actor.name, body=body)


def with_actors(engine: Engine, said: Iterable[Said], rows: Iterable[ActorRow]) -> Iterator[Said]:
    """The attributions with their actors and the parties whose line they speak."""
    speakers: Iterable[ActorEntity | Said] = chain(only(ActorEntity, rows), said)
    voices: Iterable[Party | Said] = chain(only(Party, rows), engine.gather(_by_speaker, _meet_actor, speakers))
    return engine.gather(_by_actor, _meet_party, voices)


def _by_entity(row: Member | Named) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.entity.id, "1")


def _by_cluster(placed: tuple[str, Named]) -> Iterator[tuple[str, str]]:
    cluster, row = placed
    yield cluster, row.entity.id


def _draft(
    cluster: str, rows: Iterator[tuple[str, Named]], namesakes: frozenset[str] = frozenset()
) -> Iterator[_Draft | ActorEntity]:
    """The actor of a cluster, and that the cluster's entities are it; one of `namesakes` is not the state so called."""
    gathered = _Gathered()
    ids = []
    for _, row in rows:
        gathered.add(row)
        ids.append(row.entity.id)
    name = gathered.name()
    listed = gathered.kind() is not EntityKind.PERSON and namesakes.isdisjoint(ids)
    state = state_named(name) if listed else None
    actor = Actor(
        id=_state_id(state) if state else actor_id(cluster),
        name=state or name,
        kind=gathered.kind(),
        aliases=gathered.aliases(state or name, aliases_of(state) if state else ()),
        roles=gathered.given.roles(),
        anonymous=gathered.anonymous,
    )
    body = gathered.body()
    yield _Draft(actor=actor, speaks_for=body, owner=gathered.owner(body))
    yield from (ActorEntity(entity=each, actor=actor.id) for each in ids)


def _renamed(rows: Kept[_Draft | ActorEntity], judged: Judged) -> Iterator[_Draft]:
    """The actors under the names that people gave them."""
    names = judged.names(only(ActorEntity, rows))
    for draft in only(_Draft, rows):
        name = names.get(draft.actor.id)
        yield replace(draft, actor=renamed(draft.actor, name)) if name else draft


def _state_id(state: str) -> str:
    # A state is known by its name: its id is the same whether or not an article has it speak.
    return content_id("actor", "state", fold(state))


@dataclass(slots=True)
class _Gathered:
    """What the entities of one cluster tell together."""

    names: Counter[str] = field(default_factory=Counter)
    descriptions: Counter[str] = field(default_factory=Counter)  # of unnamed sources: "two officials"
    forms: set[str] = field(default_factory=set)
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    homes: Counter[str] = field(default_factory=Counter)
    owners: dict[str, str] = field(default_factory=dict)
    given: RolesGathered = field(default_factory=RolesGathered)

    @property
    def anonymous(self) -> bool:
        """Whether no article names it."""
        return not self.names

    def add(self, row: Named) -> None:
        """The entity's names, roles and bodies are counted in."""
        entity = row.entity
        unnamed = entity.anonymous or goes_by_office(entity)
        (self.descriptions if unnamed else self.names)[entity.name] += 1
        self.forms.update((entity.name, *entity.names))
        self.kinds[entity.kind] += 1
        for body in sorted(bodies_spoken_for(row)):
            self.bodies[body] += 1
            is_state = entity.kind is not EntityKind.PERSON or body in states_governed(row)
            if owner := body if is_state else owner_of(body, row.context):
                self.owners[body] = min(owner, self.owners.get(body, owner))
        self.homes.update(row.homes)
        self.given.add(row)

    def body(self) -> str | None:
        """Whom it speaks for: what articles say, else the one country of which they have it tell what that will do."""
        told = usual_body(self.bodies)
        return told or (usual_body(self.homes) if len(self.homes) == 1 else None)

    def owner(self, body: str | None) -> str | None:
        """The state whose that body is; of a palace the state, or its president, for whom its spokesman speaks too."""
        if body and body not in self.owners and is_seat(body):
            others = Counter({each: count for each, count in self.bodies.items() if each != body and not is_seat(each)})
            return usual_body(others) or (usual_body(self.homes) if len(self.homes) == 1 else None)
        return self.owners.get(body or "")

    def kind(self) -> EntityKind:
        """The kind that most articles take it for."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))

    def name(self) -> str:
        """The most usual full form; a family name or initials only where no article has more."""
        person = self.kind() is EntityKind.PERSON
        names = self.names or self.descriptions
        return min(names, key=lambda name: (_fullness(name, person=person), -names[name], fold(name), name))

    def aliases(self, name: str, more: tuple[str, ...]) -> tuple[str, ...]:
        """Every other form, in alphabetical order."""
        return tuple(sorted({*self.forms, *more} - {name}, key=lambda form: (fold(form), form)))


def _fullness(name: str, *, person: bool) -> int:
    if person:
        return 0 if person_name(name).is_full else 1
    return 1 if name.replace(".", "").isupper() and " " not in name else 0


def _by_name(draft: _Draft) -> Iterator[tuple[str, str]]:
    """An actor is met under each of its names, a state before a body before a person; who speaks for one, under its."""
    actor = draft.actor
    if not actor.anonymous:
        states = {_state_id(state) for name in (actor.name, *actor.aliases) if (state := state_named(name))}
        body = "00" if actor.id in states else "0"
        order = "1" if actor.kind is EntityKind.PERSON else body
        yield from ((key, f"{order}{actor.id}") for key in sorted(_keys(actor)))
    if draft.speaks_for:
        yield _key(draft.speaks_for), f"2{actor.id}"


def _key(name: str) -> str:
    if state := state_named(name):
        return fold(state)
    body = body_name(name)
    return f"{body.key} of {body.owner}" if body.owner else body.key


def _bonds(engine: Engine, drafts: Iterable[_Draft], kept: ExitStack) -> Iterator[_Bond | _Draft]:
    """Who is bound to whom: first each who speaks for a body, then the bodies of which only the name is known."""
    known = kept.enter_context(Kept(drafts))
    found = kept.enter_context(Kept(engine.gather(_by_name, _bond, known)))
    yield from found
    if any(made.speaks_for for made in only(_Draft, found)):
        heads = (replace(each, speaks_for=None) for each in known)
        yield from engine.gather(_by_name, _bond, chain(heads, only(_Draft, found)))


def _bond(key: str, drafts: Iterator[_Draft]) -> Iterator[_Bond | _Draft]:
    """Whoever speaks for the one of this name, bound to it; the body itself where no article has it as an entity.

    A name that several people bear and no body does binds nobody.
    """
    named: list[Actor] = []
    free: set[str] = set()  # the ids of those of which it is not told for whom they speak
    owned: dict[str, tuple[Actor, set[str]]] = {}  # palaces, and for whom their spokesmen speak besides
    for draft in drafts:
        actor, wanted = draft.actor, draft.speaks_for
        if not wanted or _key(wanted) != key:
            named.append(actor)
            free |= set() if wanted else {actor.id}
            continue
        bodies = [each for each in named if each.kind is not EntityKind.PERSON] or named
        governed = draft.owner == wanted  # a state, whatever else some articles take its name for
        if not bodies or (governed and bodies[0].kind is EntityKind.PERSON):
            made = _Draft(actor=_body(wanted), speaks_for=None if governed else draft.owner)
            named.append(made.actor)
            yield made
            bodies = [made.actor]
        if draft.owner and draft.owner != wanted and bodies[0].id in free and is_seat(wanted):
            owned.setdefault(bodies[0].id, (bodies[0], set()))[1].add(draft.owner)
        if bodies[0].id != actor.id and (len(bodies) == 1 or bodies[0].kind is not EntityKind.PERSON):
            yield _Bond(actor=actor.id, affiliation=bodies[0].id)
    for body, owners in owned.values():
        if len(owners) == 1:
            yield _Draft(actor=body, speaks_for=owners.pop())


def _keys(actor: Actor) -> set[str]:
    return {_key(name) for name in (actor.name, *actor.aliases)}


def _body(name: str) -> Actor:
    """An actor of which the articles give only the name."""
    state = state_named(name)
    if state:
        return Actor(id=_state_id(state), name=state, kind=EntityKind.PLACE, aliases=aliases_of(state))
    return Actor(id=content_id("actor", "body", fold(name)), name=name, kind=EntityKind.ORGANIZATION)


def _by_actor_bound(row: _Bond | _Draft) -> Iterator[tuple[str, str]]:
    yield (row.actor, f"0{row.affiliation}") if isinstance(row, _Bond) else (row.actor.id, "1")


def _bind(_actor: str, rows: Iterator[_Bond | _Draft]) -> Iterator[Actor]:
    affiliation: str | None = None
    for row in rows:
        if not isinstance(row, _Bond):
            yield replace(row.actor, affiliation=affiliation)
            return  # a palace comes twice: as found, and as its spokesman's
        affiliation = affiliation or row.affiliation


def _by_actor_home(row: Actor | AtHome) -> Iterator[tuple[str, str]]:
    yield (row.actor, "0") if isinstance(row, AtHome) else (row.id, "1")


def _at_home(_actor: str, rows: Iterator[Actor | AtHome]) -> Iterator[Actor]:
    """The actor, of the government of its colleagues where no article says of which."""
    affiliation: str | None = None
    for row in rows:
        if isinstance(row, AtHome):
            affiliation = row.affiliation
        else:
            yield replace(row, affiliation=row.affiliation or affiliation)


def _by_both_ends(row: Party) -> Iterator[tuple[str, str]]:
    """An actor is met under its own id, coming first, and under the id of whom it speaks for."""
    yield row.actor, ""
    yield row.party, row.actor


def _jump(_actor: str, rows: Iterator[Party]) -> Iterator[Party]:
    """Whoever speaks for the actor of this id, now speaking for whom that one does."""
    head = next(rows)
    yield from (replace(row, party=head.party) for row in rows)


def _by_party(row: Actor | Party) -> Iterator[tuple[str, str]]:
    yield (row.id, "") if isinstance(row, Actor) else (row.party, row.actor)


def _name_party(_party: str, rows: Iterator[Actor | Party]) -> Iterator[Party]:
    name = ""
    for row in rows:
        if isinstance(row, Actor):
            name = row.name
        else:
            yield replace(row, name=name)


def _by_speaker(row: ActorEntity | Said) -> Iterator[tuple[str, str]]:
    if isinstance(row, ActorEntity):
        yield row.entity, ""
    else:
        yield row.attribution.entity or "", row.attribution.id


def _meet_actor(_entity: str, rows: Iterator[ActorEntity | Said]) -> Iterator[Said]:
    actor: str | None = None
    for row in rows:
        if isinstance(row, ActorEntity):
            actor = row.actor
        else:
            yield replace(row, actor=actor)


def _by_actor(row: Party | Said) -> Iterator[tuple[str, str]]:
    if isinstance(row, Party):
        yield row.actor, ""
    else:
        yield row.actor or "", row.attribution.id


def _meet_party(_actor: str, rows: Iterator[Party | Said]) -> Iterator[Said]:
    party: Party | None = None
    for row in rows:
        if isinstance(row, Party):
            party = row
        else:
            yield _of_party(row, party)


def _of_party(row: Said, party: Party | None) -> Said:
    """The attribution with whose line it is: his own where the article says that the speaker's office is over."""
    if party is None:
        return replace(row, party=None, party_name=None)
    if row.past:
        return replace(row, party=party.actor, party_name=party.own)
    return replace(row, party=party.party, party_name=party.name, body=party.body)
