"""Which entities of different articles are one person, body or place: keys, comparison, decision.

Blocking is by the spelling-blind family name for people, by the whole name in every romanisation, and by the canonical
name for bodies and places. What a block comes to is `people.py` and `bodies.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.engine import Engine
from onrecord.link.bodies import keys_of_body, link_bodies
from onrecord.link.people import link_people, person_keys
from onrecord.link.rows import Named
from onrecord.records import EntityKind, Link, Verdict

_PERSON, _BODY = "person ", "body "


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
