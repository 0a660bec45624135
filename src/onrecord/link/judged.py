"""Judgements put to work: on the links among entities, on names, and on the speakers of attributions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from onrecord.engine.kept import Kept
from onrecord.link.grouped import Grouped, in_doubt
from onrecord.link.names import person_name
from onrecord.link.rows import Named
from onrecord.link.settling import Settled
from onrecord.records import Actor, ActorEntity, Decision, Entity, EntityKind, Link, Reading, Role, Verdict
from onrecord.text.folding import fold
from onrecord.text.states import state_named

ACTORS = {
    Verdict.POSITIVE: "judged one actor",
    Verdict.NEGATIVE: "judged not to be one actor",
    Verdict.UNSURE: "judged to be in doubt",
}
STATEMENTS = {
    Verdict.POSITIVE: "judged one statement",
    Verdict.NEGATIVE: "judged not to be one statement",
    Verdict.UNSURE: "judged to be in doubt",
}
TWO_OF_THAT_NAME = "two of this name are kept apart by judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A role, an affiliation or a Wikidata id that people gave an actor, or denied it; `to` is for whom it speaks."""

    decision: Decision
    name: str | None
    to: str | None


@dataclass(slots=True)
class Judged:
    """What was settled, in the form in which linking asks for it."""

    settled: Settled
    actors: Grouped = field(init=False)
    statements: Grouped = field(init=False)

    def __post_init__(self) -> None:
        parted, standings = self.settled, self.settled.standings
        self.actors = Grouped(type="entity", parted=parted.actors, standings=standings, words=ACTORS)
        self.statements = Grouped(type="attribution", parted=parted.statements, standings=standings, words=STATEMENTS)

    @property
    def namesakes(self) -> frozenset[str]:
        """The entities that a judgement took out from among others of their very name."""
        found: set[str] = set()
        for one in self.settled.standings:
            if one.judgement.decision is Decision.SPLIT and not one.overridden_by:
                out, rest = one.sides[0], one.sides[1:]
                left = {self._standing_name(each) for side in rest for each in side}
                found |= {each for each in out if self._standing_name(each) in left}
        return frozenset(found)

    def _standing_name(self, entity: str) -> str:
        name = self.settled.entities[entity].name
        return fold(state_named(name) or name)

    def links(self, found: Kept[Link], named: Kept[Named]) -> Iterator[Link]:
        """The links among names with what was judged in the place of what the rules say, and those only judged."""
        return self.actors.links(found, lambda: self._doubtful(found, named))

    def _doubtful(self, found: Kept[Link], named: Kept[Named]) -> dict[tuple[str, str], Link]:
        """Links of what nobody judged to one of two who bear the same full name and are kept apart: no longer sure."""
        touching = self.actors.touching(found)
        names = {row.entity.id: row.entity for row in named if row.entity.id in touching}
        doubtful = {}
        for one, several in touching.items():
            for link, judged in several:
                if self._has_namesake(names[one], judged):
                    doubtful[link.left, link.right] = in_doubt(link, TWO_OF_THAT_NAME)
        return doubtful

    def _has_namesake(self, entity: Entity, group: str) -> bool:
        if entity.kind is EntityKind.PERSON and not person_name(entity.name).is_full:
            return False  # a family name was given by its company, not by the name
        return all(
            fold(entity.name) in {fold(self.settled.entities[each].name) for each in self.actors.of_group(one)}
            for one in (group, *self.actors.foes(group))
        )

    def names(self, rows: Iterable[ActorEntity]) -> dict[str, str]:
        """The names that people gave to actors: each to the one that has most of the entities it was given to."""
        wanted = {entity for _, entities in self.settled.named for entity in entities}
        actors = _owners(rows, wanted)
        given: dict[str, str] = {}
        for name, entities in self.settled.named:
            owner = _owner_of(entities, actors)
            if owner is not None:
                given.setdefault(owner, name)
        return given

    def described(self, rows: Iterable[ActorEntity]) -> dict[str, list[Described]]:
        """What people told of actors, by the actors' ids, the earliest first."""
        wanted = {entity for one in self.settled.given for entity in (*one.entities, *one.to)}
        actors = _owners(rows, wanted)
        found: dict[str, list[Described]] = {}
        for one in reversed(self.settled.given):
            owner, to = _owner_of(one.entities, actors), _owner_of(one.to, actors)
            if owner is not None:
                found.setdefault(owner, []).append(Described(decision=one.decision, name=one.name, to=to))
        return found

    def reading(self, reading: Reading) -> Reading:
        """The reading with the speakers that people gave, also those whom only other articles name."""
        assigned = self.settled.assigned
        if not any(one.id in assigned for one in reading.attributions):
            return reading
        attributions = []
        more: dict[str, Entity] = {}
        for one in reading.attributions:
            given = assigned.get(one.id)
            if given is None:
                attributions.append(one)
                continue
            attributions.append(
                replace(
                    one,
                    entity=given.entity,
                    speaker_name=given.speaker_name,
                    anonymous=given.anonymous,
                    speaker_reasons=given.speaker_reasons,
                )
            )
            if given.entity and given.entity not in {each.id for each in reading.entities}:
                more[given.entity] = self.settled.entities[given.entity]
        return replace(reading, attributions=tuple(attributions), entities=(*reading.entities, *more.values()))


def _owners(rows: Iterable[ActorEntity], wanted: set[str]) -> dict[str, str]:
    return {row.entity: row.actor for row in rows if row.entity in wanted} if wanted else {}


def _owner_of(entities: Iterable[str], actors: Mapping[str, str]) -> str | None:
    """The actor that has most of the entities."""
    votes = Counter(actors[each] for each in entities if each in actors)
    return min(votes, key=lambda actor: (-votes[actor], actor)) if votes else None


NOTHING_JUDGED = Judged(settled=Settled())


def described_as(actor: Actor, told: Iterable[Described]) -> Actor:
    """The actor with what people told of it; of two affiliations or ids the later holds, roles are added."""
    for one in told:
        match one.decision:
            case Decision.ROLE if one.name not in {role.role for role in actor.roles}:
                actor = replace(actor, roles=(*actor.roles, Role(role=one.name or "")))
            case Decision.AFFILIATE if one.to != actor.id:
                actor = replace(actor, affiliation=one.to)
            case Decision.IDENTIFY:
                actor = replace(actor, wikidata=one.name)
            case _:
                pass
    return actor


def renamed(actor: Actor, name: str) -> Actor:
    """The actor under the name that people gave it; the one it had is among the others."""
    others = {*actor.aliases, actor.name} - {name}
    return replace(actor, name=name, aliases=tuple(sorted(others, key=lambda form: (fold(form), form))))
