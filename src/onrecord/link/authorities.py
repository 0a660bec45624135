"""Which entry of a file of authorities an actor is: the only one that fits by name and that nothing contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, product

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.names import Judgement, compare_names, family_key, person_name
from onrecord.records import Actor, Authority, EntityKind, Link, Verdict
from onrecord.records.packing import compact
from onrecord.text.folding import fold
from onrecord.text.states import demonym_of, state_of
from onrecord.text.stems import content_stems

TYPE = "authority"
KINDS = {
    EntityKind.PERSON: "a person",
    EntityKind.ORGANIZATION: "an organisation",
    EntityKind.PLACE: "a place",
}
_BEST_FIRST = (Verdict.POSITIVE, Verdict.UNSURE, Verdict.NEGATIVE)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor, with the name of whom it speaks for."""

    actor: Actor
    speaks_for: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of it."""
        return (self.actor.name, *self.actor.aliases)


def with_authorities(engine: Engine, actors: Kept[Actor], entries: Iterable[Authority]) -> Iterator[Actor | Link]:
    """The actors with their Wikidata ids, and a link for each entry whose name is or may be theirs."""
    known = engine.gather(_by_affiliation, _known, actors)
    met: Iterable[Authority | Known] = chain(entries, known)
    links = engine.gather(_keys, _compare_block, met)
    placed: Iterable[Actor | Link] = chain(actors, links)
    return engine.gather(_by_actor, _decide, placed)


def compare(known: Known, entry: Authority) -> Judgement | None:
    """Whether the entry is the actor; None where the names are others."""
    named = _compare_names(known, entry)
    if named is None or named.verdict is Verdict.NEGATIVE:
        return None
    other_kind = _other_kind(known, entry)
    if other_kind:
        return Judgement(verdict=Verdict.NEGATIVE, score=named.score, reasons=(*named.reasons, other_kind))
    return _compare_offices(named, known, entry)


def _compare_offices(named: Judgement, known: Known, entry: Authority) -> Judgement:
    """What was judged of the names, the offices counted in: another state contradicts, other words leave it open."""
    own = {role.of for role in known.actor.roles if role.of} | ({known.speaks_for} if known.speaks_for else set())
    titles = _stems(role.role for role in known.actor.roles)
    # "Minister of Transport" is of no body, as the articles' "transport minister" shows.
    theirs = {role.of for role in entry.roles if role.of and not _stems([role.of]) & titles}
    if own and theirs and not any(_one_body(left, right) for left, right in product(own, theirs)):
        listed = all(state_of(body) for body in (*own, *theirs))
        contrary = f"the entry is of {' and '.join(sorted(theirs))}, not of {' or '.join(sorted(own))}"
        verdict = Verdict.NEGATIVE if listed else Verdict.UNSURE
        return Judgement(verdict=verdict, score=named.score, reasons=(*named.reasons, contrary))
    offices = [f"{role.title} of {role.of}" if role.of else role.title for role in entry.roles]
    if titles and offices and not titles & _stems(offices):
        reasons = (*named.reasons, f"no office in common: the entry has {', '.join(offices)}")
        return Judgement(verdict=Verdict.UNSURE, score=named.score, reasons=reasons)
    return named


def _compare_names(known: Known, entry: Authority) -> Judgement | None:
    """The best that any two of the names come to."""
    names = (entry.name, *entry.aliases)
    if known.actor.kind is not EntityKind.PERSON:
        same = {_standing(name) for name in known.names} & {_standing(name) for name in names}
        return Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("the same name",)) if same else None
    if fold(known.actor.name) == fold(entry.name):  # also of one word, where both are known by it
        return compare_names(known.actor.name, entry.name)
    full = [[name for name in some if person_name(name).is_full] for some in (known.names, names)]
    judged = (compare_names(left, right) for left, right in product(*full))
    return min(judged, key=lambda one: (_BEST_FIRST.index(one.verdict), -one.score, one.reasons), default=None)


def _other_kind(known: Known, entry: Authority) -> str:
    if entry.kind is None or entry.kind is known.actor.kind:
        return ""
    return f"the entry is {KINDS[entry.kind]}, not {KINDS[known.actor.kind]}"


def _one_body(left: str, right: str) -> bool:
    return _standing(left) == _standing(right) or bool(demonym_of(left, [right]) or demonym_of(right, [left]))


def _standing(name: str) -> str:
    return fold(state_of(name) or name).removeprefix("the ")


def _stems(words: Iterable[str]) -> set[str]:
    return {stem for some in words for stem in content_stems(some)}


def _by_affiliation(actor: Actor) -> Iterator[tuple[str, str]]:
    """An actor is met under its own id, coming first, and under the id of whom it speaks for."""
    yield actor.id, ""
    if actor.affiliation:
        yield actor.affiliation, actor.id


def _known(_key: str, actors: Iterator[Actor]) -> Iterator[Known]:
    """The actor of this id, if it speaks for itself, and whoever speaks for it."""
    head = next(actors)
    if head.affiliation is None:
        yield Known(actor=head)
    yield from (Known(actor=actor, speaks_for=head.name) for actor in actors)


def _keys(row: Authority | Known) -> Iterator[tuple[str, str]]:
    """The names under which actors meet entries, which come first, those of another kind among them."""
    kind: EntityKind | None = None
    if isinstance(row, Authority):
        names, order = (row.name, *row.aliases), f"0{row.wikidata}"
    elif row.actor.anonymous:
        return
    else:
        names, kind, order = row.names, row.actor.kind, f"1{row.actor.id}"
    keys: set[str] = set()
    if kind is not EntityKind.PERSON:
        keys |= {f"body {_standing(name)}" for name in names}
    if kind in {EntityKind.PERSON, None}:
        keys |= {f"person {family_key(part)}" for name in names for part in (name, *person_name(name).given[:1])}
    yield from ((key, order) for key in sorted(keys))


def _compare_block(_key: str, rows: Iterator[Authority | Known]) -> Iterator[Link]:
    entries: list[Authority] = []
    for row in rows:
        if isinstance(row, Authority):
            entries.append(row)
            continue
        for entry in entries:
            if judged := compare(row, entry):
                yield judged.link(TYPE, entry.wikidata, row.actor.id)


def _by_actor(row: Actor | Link) -> Iterator[tuple[str, str]]:
    yield (row.id, "") if isinstance(row, Actor) else (row.right, row.left)


def _decide(_actor: str, rows: Iterator[Actor | Link]) -> Iterator[Actor | Link]:
    """The actor with the id of the one entry that fits; of several none is it."""
    actor: Actor | None = None
    links: dict[str, Link] = {}
    for row in rows:
        if isinstance(row, Link):
            links[row.left] = row  # met under several names, an entry was compared alike each time
        else:
            actor = row
    fits = [link for link in links.values() if link.verdict is Verdict.POSITIVE]
    if actor:
        yield replace(actor, wikidata=fits[0].left) if len(fits) == 1 else actor
    for link in links.values():
        if len(fits) > 1 and link.verdict is Verdict.POSITIVE:
            yield replace(link, verdict=Verdict.UNSURE, reasons=(*link.reasons, f"{len(fits)} entries fit alike"))
        else:
            yield link
