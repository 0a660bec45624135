"""Which entities of different articles are one person, body or place: keys, comparison, decision.

Blocking is by the spelling-blind family name for people, by the whole name in every romanisation, and by the canonical
name for bodies and places. What a block comes to is `people.py` and `bodies.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.bodies import keys_of_body, link_bodies
from onrecord.link.people import link_people, person_keys
from onrecord.link.rows import Named
from onrecord.records import EntityKind, Link, Verdict
from onrecord.records.packing import compact
from onrecord.text.folding import fold
from onrecord.text.personal_names import person_name

_PERSON, _BODY = "person ", "body "


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """For what one article takes a name; `borne`: it is known as the family name, or the whole one, of somebody."""

    name: str
    kind: EntityKind
    borne: bool = False


def with_one_kind(engine: Engine, rows: Kept[Named]) -> Iterator[Named]:
    """The entities, of which no bare name is a person's where more articles have it as a body's or a place's.

    As many are enough for one word that no article knows as anybody's family name: who is in the news is named in full.
    Who holds an office, or goes by another name too, is whom the article takes him for.
    """
    taken = (each for row in rows for each in _taken(row))
    others = dict(engine.gather(_by_name, _more_than_people, taken))
    for row in rows:
        kind = others.get(_bare_name(row) or "") if row.entity.kind is EntityKind.PERSON else None
        yield replace(row, entity=replace(row.entity, kind=kind)) if kind else row


def _taken(row: Named) -> Iterator[_Taken]:
    name, kind = _bare_name(row), row.entity.kind
    if name is not None:
        yield _Taken(name=name, kind=kind)
    if kind is EntityKind.PERSON and not row.entity.anonymous:
        whole = person_name(row.entity.name)
        if whole.is_full:
            yield from (_Taken(name=word, kind=kind, borne=True) for word in sorted({*whole.family, *whole.given[:1]}))
        elif name is None:
            yield _Taken(name=fold(row.entity.name), kind=kind, borne=True)


def _bare_name(row: Named) -> str | None:
    """The entity's name, folded, if the article tells nothing of it but that."""
    entity = row.entity
    name = fold(entity.name)
    bare = not entity.anonymous and not entity.roles and all(fold(form) == name for form in entity.names)
    return name if bare else None


def _by_name(row: _Taken) -> Iterator[tuple[str, str]]:
    yield row.name, f"{row.kind.value}{row.borne}"


def _more_than_people(name: str, rows: Iterator[_Taken]) -> Iterator[tuple[str, EntityKind]]:
    """The name with the kind that articles take it for rather than for a person, if there is one."""
    kinds: Counter[EntityKind] = Counter()
    borne = " " in name
    for row in rows:
        borne = borne or row.borne
        kinds[row.kind] += not row.borne
    people = kinds.pop(EntityKind.PERSON, 0)
    if people and kinds:
        most = min(kinds, key=lambda kind: (-kinds[kind], kind))
        others = kinds[most] if borne else kinds.total()
        if others >= people + borne:
            yield name, most


def link_entities(engine: Engine, rows: Iterable[Named]) -> Iterator[Link]:
    """Every decided or doubtful pair of entities, each once."""
    return engine.gather(link_keys, surest, engine.gather(entity_keys, compare_block, rows))


def link_keys(link: Link) -> Iterator[tuple[str, str]]:
    """One group a pair; the surest link comes first."""
    yield f"{link.type}\x1f{link.left}\x1f{link.right}", f"{1 - link.score:.6f}{link.verdict}{link.reasons}"


def surest(_pair: str, links: Iterator[Link]) -> Iterator[Link]:
    """The first of the links of one pair: a pair met under several keys is decided once.

    A negative wins over all, being about the pair itself; doubt yields to certainty.
    """
    found = list(links)
    order = (Verdict.NEGATIVE, Verdict.POSITIVE, Verdict.UNSURE)
    yield min(found, key=lambda link: order.index(link.verdict))


def entity_keys(row: Named) -> Iterator[tuple[str, str]]:
    """The blocks in which an entity may meet itself in other articles."""
    if row.entity.anonymous:
        return
    if row.entity.kind is EntityKind.PERSON:
        yield from ((_PERSON + key, order) for key, order in person_keys(row))
    else:
        yield from ((_BODY + key, order) for key, order in keys_of_body(row))


def compare_block(key: str, rows: Iterator[Named]) -> Iterator[Link]:
    """The links among the entities of one block."""
    if key.startswith(_PERSON):
        yield from link_people(key.removeprefix(_PERSON), rows)
    else:
        yield from link_bodies(key.removeprefix(_BODY), rows)
