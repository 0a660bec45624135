"""Judgements put to work: on the links among entities, on names, and on the speakers of attributions.

A judged group is one node where clusters are found, so that nothing the machine links can take it apart, and of two
that are kept apart none can join them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from onrecord.engine.kept import Kept
from onrecord.link.cluster import Groups, Member
from onrecord.link.names import Judgement, person_name
from onrecord.link.rows import Named
from onrecord.link.settling import Apart, Settled, latest_that_joins, said_by
from onrecord.records import Actor, ActorEntity, Decision, Entity, EntityKind, Link, Reading, Verdict
from onrecord.text.folding import fold
from onrecord.text.states import state_named

TYPE = "entity"
DECIDED = {
    Verdict.POSITIVE: "judged one actor",
    Verdict.NEGATIVE: "judged not to be one actor",
    Verdict.UNSURE: "judged to be in doubt",
}
TWO_OF_THAT_NAME = "two of this name are kept apart by judgement"


@dataclass(slots=True)
class Judged:
    """What was settled, in the form in which linking asks for it."""

    settled: Settled
    _apart: dict[tuple[str, str], Apart] = field(init=False)
    _foes: dict[str, set[str]] = field(init=False)
    _members: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._apart = {(one.left, one.right): one for one in self.settled.apart}
        self._foes = {}
        for one in self.settled.apart:
            self._foes.setdefault(one.left, set()).add(one.right)
            self._foes.setdefault(one.right, set()).add(one.left)
        self._members = {}
        for entity in sorted(self.settled.group):
            self._members.setdefault(self.settled.group[entity], []).append(entity)

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
        """The links with what was judged in the place of what the rules say, and those that only a judgement makes."""
        if not self.settled.group:
            yield from found
            return
        doubtful = self._doubtful(found, named)
        joined = Groups(self.settled.group)
        told: set[tuple[str, str]] = set()  # groups kept apart of which a link tells
        for link in found:
            left, right = sorted((self._node(link.left), self._node(link.right)))
            if left == right:
                joined.join(link.left, link.right)
            elif (left, right) in self._apart:
                told.add((left, right))
            yield doubtful.get((link.left, link.right)) or self._judged(link.left, link.right, link) or link
        for pair in (*self._unlinked(joined), *sorted(self._apart.keys() - told)):
            made = self._judged(*pair)
            if made:
                yield made

    def _unlinked(self, joined: Groups) -> Iterator[tuple[str, str]]:
        """The first of each group with those of it that no link leads to from there."""
        for group, members in self._members.items():
            for other in members:
                if not joined.together(group, other):
                    joined.join(group, other)
                    yield group, other

    def _judged(self, left: str, right: str, found: Link | None = None) -> Link | None:
        """The link of two entities as it was judged, or None; what the rules had said is kept with the reasons."""
        groups = [self.settled.group.get(each) for each in (left, right)]
        if None in groups:
            return None
        first, second = sorted(each for each in groups if each)
        apart = self._apart.get((first, second))
        if first != second and apart is None:
            return None
        verdict = apart.verdict if apart else Verdict.POSITIVE
        if found and found.verdict is verdict:
            return found
        reasons = (self._reason(verdict, left, right, apart.number if apart else None), *_without(found))
        return Judgement(verdict=verdict, score=1.0, reasons=reasons).link(TYPE, left, right)

    def _reason(self, verdict: Verdict, left: str, right: str, number: int | None) -> str:
        standings = self.settled.standings
        direct = latest_that_joins(standings, left, right) if number is None else standings[number - 1]
        # Joined by way of others, two entities have no judgement of their own.
        return DECIDED[verdict] + (said_by(direct.judgement) if direct else " by several judgements together")

    def _doubtful(self, found: Kept[Link], named: Kept[Named]) -> dict[tuple[str, str], Link]:
        """Links of what nobody judged to one of two who bear the same full name and are kept apart: no longer sure."""
        group = self.settled.group
        touching: dict[str, list[tuple[Link, str]]] = {}
        for link in found:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if one not in group and group.get(other) in self._foes and link.verdict is Verdict.POSITIVE:
                    touching.setdefault(one, []).append((link, group[other]))
        names = {row.entity.id: row.entity for row in named if row.entity.id in touching}
        doubtful = {}
        for one, several in touching.items():
            for link, judged in several:
                if self._has_namesake(names[one], judged):
                    reasons = (TWO_OF_THAT_NAME, *link.reasons)
                    doubtful[link.left, link.right] = replace(link, verdict=Verdict.UNSURE, score=0.5, reasons=reasons)
        return doubtful

    def _has_namesake(self, entity: Entity, group: str) -> bool:
        if entity.kind is EntityKind.PERSON and not person_name(entity.name).is_full:
            return False  # a family name was given by its company, not by the name
        return all(
            fold(entity.name) in {fold(self.settled.entities[each].name) for each in self._members[one]}
            for one in (group, *self._foes[group])
        )

    def nodes(self, ids: Iterable[str]) -> Iterator[str]:
        """The ids, one for all of a judged group."""
        return (name for name in ids if self._node(name) == name)

    def between_nodes(self, links: Kept[Link]) -> Iterator[Link]:
        """The links that clusters follow from, a judged group being one node.

        That the rules tell two names apart says nothing where both are, by the rules, those of one judged group.
        """
        if not self.settled.group:
            yield from links
            return
        near = self._nearest(links)
        for link in links:
            left, right = sorted((self._node(link.left), self._node(link.right)))
            if left == right:
                continue
            if (left, right) in self._apart:
                yield replace(link, left=left, right=right, verdict=Verdict.NEGATIVE)
            elif link.verdict is not Verdict.NEGATIVE or not self._at(left, near) & self._at(right, near):
                yield replace(link, left=left, right=right)

    def _node(self, name: str) -> str:
        return self.settled.group.get(name, name)

    def _at(self, node: str, near: dict[str, set[str]]) -> set[str]:
        return {node} if node in self._members else near.get(node, set())

    def _nearest(self, links: Iterable[Link]) -> dict[str, set[str]]:
        """The judged groups that the rules link each other entity with."""
        near: dict[str, set[str]] = {}
        for link in links:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if link.verdict is Verdict.POSITIVE and one not in self.settled.group and other in self.settled.group:
                    near.setdefault(one, set()).add(self.settled.group[other])
        return near

    def members(self, nodes: Iterable[Member]) -> Iterator[Member]:
        """The entities of each node, in the node's cluster."""
        for node in nodes:
            yield from (Member(id=each, cluster=node.cluster) for each in self._members.get(node.id, (node.id,)))

    def names(self, rows: Iterable[ActorEntity]) -> dict[str, str]:
        """The names that people gave to actors: each to the one that has most of the entities it was given to."""
        wanted = {entity for _, entities in self.settled.named for entity in entities}
        actors = {row.entity: row.actor for row in rows if row.entity in wanted} if wanted else {}
        given: dict[str, str] = {}
        for name, entities in self.settled.named:
            votes = Counter(actors[each] for each in entities if each in actors)
            if votes:
                given.setdefault(min(votes, key=lambda actor: (-votes[actor], actor)), name)
        return given

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


NOTHING_JUDGED = Judged(settled=Settled())


def renamed(actor: Actor, name: str) -> Actor:
    """The actor under the name that people gave it; the one it had is among the others."""
    others = {*actor.aliases, actor.name} - {name}
    return replace(actor, name=name, aliases=tuple(sorted(others, key=lambda form: (fold(form), form))))


def _without(found: Link | None) -> tuple[str, ...]:
    """What the rules had said, as one more reason."""
    if found is None:
        return ()
    return (f"by the rules {found.verdict}, score {found.score:.2f}: {'; '.join(found.reasons)}",)
