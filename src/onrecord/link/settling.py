"""What judgements come to on the articles as they are read now: groups, pairs kept apart, names, speakers.

The latest judgement is heard first. What an earlier one says against it is passed over and told, never settled in
silence; so a chain of "is one with" across a "is not" leaves the earliest link of the chain out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import combinations

from onrecord.link.cluster import Groups
from onrecord.records import Assigned, Attribution, Decision, Entity, Judgement, Subject, Verdict
from onrecord.text.folding import fold

Sides = tuple[tuple[str, ...], ...]
DESCRIBING = frozenset({Decision.ROLE, Decision.AFFILIATE, Decision.IDENTIFY})
REPORTS = frozenset({Decision.JOIN, Decision.SEPARATE})  # the decisions of which every side is of reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A judgement by its number, with the ids it refers to, and what of it does not hold.

    `overridden_by` are the numbers of later judgements that say otherwise; `missing` counts the names and reports it
    refers to that are not in the record.
    """

    number: int
    judgement: Judgement
    sides: Sides = ()
    overridden_by: tuple[int, ...] = ()
    missing: int = 0

    @property
    def ids(self) -> frozenset[str]:
        """All it refers to."""
        return frozenset(each for side in self.sides for each in side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two judged groups that are not one, or of which it can't be told, by which judgement."""

    left: str
    right: str
    verdict: Verdict
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """Which of the ids that were judged are one, and which are not: `group` gives each the least id of its group."""

    group: dict[str, str] = field(default_factory=dict)
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A role, an affiliation or a Wikidata id that an actor, known by its entities, was given, or denied.

    `name` is the role or the Wikidata id, `to` has the entities of the actor for whom it speaks.
    """

    decision: Decision
    entities: tuple[str, ...]
    name: str | None = None
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What all judgements come to.

    `actors` says which entities are one actor, `statements` which attributions are one statement; `named` has the new
    names with the entities that are called so, the latest first; `given` what else actors were given, likewise;
    `assigned` the speakers of attributions, and `entities` what is known of them.
    """

    standings: tuple[Standing, ...] = ()
    actors: Parted = field(default_factory=Parted)
    statements: Parted = field(default_factory=Parted)
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()
    given: tuple[Given, ...] = ()
    assigned: dict[str, Assigned] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Articles:
    """Where judgements look up what they refer to: the entities and attributions of one article, as read.

    `same` gives for the id of what a later version of the page has too the id of that.
    """

    entities: Callable[[str], Iterable[Entity]]
    attributions: Callable[[str], Iterable[Attribution]]
    same: Callable[[str], str] = str


def settle(judgements: Sequence[Judgement], articles: Articles) -> Settled:
    """What the judgements, given from the earliest to the latest, come to."""
    if not judgements:
        return Settled()
    found = _Finder(articles)
    standings = [found.standing(number, one) for number, one in enumerate(judgements, start=1)]
    actors = _Hearing(standings, joining=Decision.MERGE, parting=Decision.SPLIT)
    statements = _Hearing(standings, joining=Decision.JOIN, parting=Decision.SEPARATE)
    told = {one.number: (*actors.hear(one), *statements.hear(one)) for one in reversed(standings)}
    assigned, reassigned = _assign(standings, found)
    told |= reassigned
    standings = [replace(one, overridden_by=told.get(one.number, ())) for one in standings]
    return Settled(
        standings=tuple(standings),
        actors=actors.parted(),
        statements=statements.parted(),
        named=tuple((one.judgement.name or "", entities) for one, entities in _about(standings, {Decision.RENAME})),
        given=tuple(_given(standings)),
        assigned=assigned,
        entities=found.known,
    )


def said_by(judgement: Judgement) -> str:
    """Who judged, when and why, in words that end a reason: " by Ada on 2031-05-12: they share an office"."""
    by = f" by {judgement.by}" if judgement.by else ""
    why = f": {judgement.why}" if judgement.why else ""
    return f"{by} on {judgement.made[:10]}{why}"


class _Finder:
    """Finds what subjects refer to; each article is looked at once."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._entities: dict[str, tuple[Entity, ...]] = {}
        self._attributions: dict[str, tuple[Attribution, ...]] = {}
        self.known: dict[str, Entity] = {}

    def standing(self, number: int, judgement: Judgement) -> Standing:
        """The judgement with the ids of what it refers to."""
        sides = []
        missing = 0
        for place, side in enumerate(judgement.sides):
            reports = judgement.decision in REPORTS or (judgement.decision is Decision.ASSIGN and place == 0)
            found = [self._attribution(each) if reports else self._entity(each) for each in side]
            missing += found.count(None)
            sides.append(tuple(sorted({each for each in found if each})))
        return Standing(number=number, judgement=judgement, sides=tuple(sides), missing=missing)

    def _entity(self, subject: Subject) -> str | None:
        """The entity of that name at that place; else the one of the article that goes by the name."""
        if subject.article not in self._entities:
            self._entities[subject.article] = tuple(self._articles.entities(subject.article))
        entities = self._entities[subject.article]
        fits = [one for one in entities if (one.first_start, one.name) == (subject.start, subject.words)]
        if not fits:
            wanted = fold(subject.words)
            fits = [one for one in entities if wanted in {fold(name) for name in (one.name, *one.names)}]
        if len(fits) != 1:
            return None
        found = self._articles.same(fits[0].id)
        self.known[found] = replace(fits[0], id=found)
        return found

    def _attribution(self, subject: Subject) -> str | None:
        """The attribution of those words at that place; else the one whose words overlap them."""
        if subject.article not in self._attributions:
            self._attributions[subject.article] = tuple(self._articles.attributions(subject.article))
        attributions = self._attributions[subject.article]
        fits = [one for one in attributions if (one.start, one.text) == (subject.start, subject.words)]
        end = subject.start + len(subject.words)
        fits = fits or [one for one in attributions if one.start < end and subject.start < one.content[-1].end]
        return self._articles.same(fits[0].id) if len(fits) == 1 else None


class _Hearing:
    """Groups of ids that judgements of the two decisions make, the latest heard first."""

    def __init__(self, standings: Sequence[Standing], *, joining: Decision, parting: Decision) -> None:
        self._joining, self._parting = joining, parting
        heard = [one for one in standings if one.judgement.decision in {joining, parting}]
        self._groups = Groups(sorted({each for one in heard for each in one.ids}))
        self._apart: list[tuple[str, str, Verdict, int]] = []
        self._heard: list[Standing] = []

    def hear(self, one: Standing) -> tuple[int, ...]:
        """The judgement holds where no later one says otherwise; the numbers of those that do."""
        if one.judgement.decision is self._joining:
            against = self._join([each for side in one.sides for each in side])
        elif one.judgement.decision is self._parting:
            against = [pair for side in one.sides for pair in self._join(side)]
            for left, right in combinations(one.sides, 2):
                against += self._keep_apart(left, right, one)
        else:
            return ()
        numbers = {later.number for later in self._heard for pair in against if self._bears_on(later, pair)}
        self._heard.append(one)
        return tuple(sorted(numbers))

    def _join(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        """The ids are one group, but for groups among them that are kept apart; of those the pairs."""
        heads = {self._groups.head(each): each for each in sorted(ids, reverse=True)}
        against = sorted(
            (each, heads[foe])
            for each in heads.values()
            for foe in self._groups.foes(each)
            if foe in heads and each < heads[foe]
        )
        foes = {each for pair in against for each in pair}
        free = sorted(each for each in heads.values() if each not in foes)
        for head in free[1:]:
            self._groups.join(free[0], head)
        return against

    def _keep_apart(self, left: Sequence[str], right: Sequence[str], one: Standing) -> list[tuple[str, str]]:
        """The groups of the two sides are kept apart, but for those that are one already; of those the pairs."""
        against = []
        for first in self._heads(left):
            for second in self._heads(right):
                if self._groups.together(first, second):
                    against.append((first, second))
                    continue
                self._groups.keep_apart([(first, second)])
                self._apart.append((first, second, one.judgement.verdict, one.number))
        return against

    def _heads(self, ids: Sequence[str]) -> list[str]:
        """The first of the ids in each of their groups."""
        return sorted({self._groups.head(each): each for each in sorted(ids, reverse=True)}.values())

    def _bears_on(self, later: Standing, pair: tuple[str, str]) -> bool:
        heads = {self._groups.head(each) for each in later.ids}
        return any(self._groups.head(each) in heads for each in pair)

    def parted(self) -> Parted:
        """Each judged id with its group, and the groups that are kept apart, each pair by the latest that says so."""
        group = {member.id: member.cluster for member in self._groups.members()}
        found: dict[tuple[str, str], Apart] = {}
        for first, second, verdict, number in self._apart:
            left, right = sorted((group[first], group[second]))
            found.setdefault((left, right), Apart(left=left, right=right, verdict=verdict, number=number))
        return Parted(group=group, apart=tuple(found[pair] for pair in sorted(found)))


def _about(
    standings: Sequence[Standing], decisions: AbstractSet[Decision]
) -> Iterator[tuple[Standing, tuple[str, ...]]]:
    """What was told of actors, the latest first, with their entities but for those that a later split took out."""
    taken_out: set[str] = set()
    for one in reversed(standings):
        if one.judgement.decision is Decision.SPLIT and not one.overridden_by:
            taken_out |= set(one.sides[0])
        if one.judgement.decision in decisions and one.sides[0]:
            yield one, tuple(sorted(set(one.sides[0]) - taken_out or one.sides[0]))


def _given(standings: Sequence[Standing]) -> Iterator[Given]:
    """The roles, affiliations and Wikidata ids; without those who are to speak for one that is not in the record."""
    for one, entities in _about(standings, DESCRIBING):
        to = one.sides[1] if len(one.sides) > 1 else ()
        if to or len(one.judgement.sides) == 1:
            yield Given(decision=one.judgement.decision, entities=entities, name=one.judgement.name, to=to)


def _assign(standings: Sequence[Standing], found: _Finder) -> tuple[dict[str, Assigned], dict[int, tuple[int, ...]]]:
    """The speakers that were given, and of each judgement that a later one gives another."""
    latest: dict[str, Standing] = {}
    told: dict[int, tuple[int, ...]] = {}
    assigned: dict[str, Assigned] = {}
    for one in reversed(standings):
        if one.judgement.decision is not Decision.ASSIGN:
            continue
        speakers = one.sides[1] if len(one.sides) > 1 else ()
        if one.judgement.verdict is Verdict.POSITIVE and not speakers:
            continue  # whom it names is not in the record
        for attribution in one.sides[0]:
            later = latest.setdefault(attribution, one)
            if later is one:
                assigned[attribution] = _speaker(attribution, found.known.get(speakers[0]) if speakers else None, one)
            else:
                told[one.number] = (later.number,)
    return assigned, told


def _speaker(attribution: str, entity: Entity | None, one: Standing) -> Assigned:
    given = "assigned" if entity else "judged to be nobody that can be told"
    return Assigned(
        attribution=attribution,
        entity=entity.id if entity else None,
        speaker_name=entity.name if entity else None,
        anonymous=entity.anonymous if entity else False,
        speaker_reasons=(f"{given}{said_by(one.judgement)}",),
    )


def latest_that_joins(standings: Sequence[Standing], left: str, right: str) -> Standing | None:
    """The latest judgement that by itself says that the two are one, or None."""
    both = {left, right}
    for one in reversed(standings):
        match one.judgement.decision:
            case Decision.MERGE | Decision.JOIN if both <= one.ids:
                return one
            case Decision.SPLIT | Decision.SEPARATE if any(both <= set(side) for side in one.sides):
                return one
            case _:
                pass
    return None
