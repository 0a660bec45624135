"""Which entities of different articles are one person, body or place: keys, comparison, decision.

Blocking is by the spelling-blind family name for people, by the whole name in every romanisation, and by the canonical
name for bodies and places, by the office for who goes by that alone. What a block comes to is `people.py`, `bodies.py`
and `office_holders.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.bodies import keys_of_body, link_bodies
from onrecord.link.office_holders import link_holders, office_keys
from onrecord.link.offices import goes_by_office
from onrecord.link.people import full_name, has_full_name, link_namesakes, link_people, person_keys
from onrecord.link.profiles import Bearer
from onrecord.link.rows import Named, only
from onrecord.records import EntityKind, Link, Verdict
from onrecord.records.packing import compact
from onrecord.text.folding import fold
from onrecord.text.personal_names import person_name

COMPANY = 12  # names that tell in whose company a name stands, where its kind is in doubt
_PERSON, _BODY, _OFFICE = "person ", "body ", "office "


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """For what one article takes a name, and who else stands in it.

    `borne` tells that it is known as the family name, or the whole one, of somebody.
    """

    name: str
    kind: EntityKind
    company: tuple[str, ...] = ()
    borne: bool = False


def with_one_kind(engine: Engine, rows: Kept[Named]) -> Iterator[Named]:
    """The entities, of which no bare name is a person's where more articles have it as a body's or a place's.

    As many are enough for one word that no article knows as anybody's family name, if articles that differ tell of the
    same others: who is in the news is named in full. Who holds an office, or goes by another name too, is whom the
    article takes him for.
    """
    taken = (each for row in rows for each in _taken(row))
    others = dict(engine.gather(_by_name, _more_than_people, taken))
    for row in rows:
        kind = others.get(_bare_name(row) or "") if row.entity.kind is EntityKind.PERSON else None
        yield replace(row, entity=replace(row.entity, kind=kind)) if kind else row


def _taken(row: Named) -> Iterator[_Taken]:
    name, kind = _bare_name(row), row.entity.kind
    if name is not None:
        yield _Taken(name=name, kind=kind, company=row.context[:COMPANY])
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
    company: dict[bool, set[str]] = {True: set(), False: set()}  # of persons, and of others
    borne = " " in name
    for row in rows:
        borne = borne or row.borne
        if not row.borne:
            kinds[row.kind] += 1
            company[row.kind is EntityKind.PERSON].update(row.company)
    people = kinds.pop(EntityKind.PERSON, 0)
    if people and kinds:
        most = min(kinds, key=lambda kind: (-kinds[kind], kind))
        as_many = not borne and kinds.total() >= people and not company[True].isdisjoint(company[False])
        if as_many or kinds[most] > people:
            yield name, most


def link_entities(engine: Engine, rows: Kept[Named]) -> Iterator[Link]:
    """Every decided or doubtful pair of entities, each once."""
    with Kept(engine.gather(full_name, link_namesakes, rows)) as found:
        met: Iterable[Named | Bearer] = chain(only(Bearer, found), rows)
        links = chain(only(Link, found), engine.gather(entity_keys, compare_block, met))
        yield from engine.gather(link_keys, surest, links)


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


def entity_keys(row: Named | Bearer) -> Iterator[tuple[str, str]]:
    """The blocks in which an entity may meet itself in other articles, whoever bears a full name standing for all."""
    if isinstance(row, Bearer):
        yield from ((_PERSON + key, order) for key, order in person_keys(row))
    elif row.entity.anonymous:
        return
    elif row.entity.kind is EntityKind.PERSON:
        yield from ((_OFFICE + key, order) for key, order in office_keys(row))
        if not goes_by_office(row.entity) and not has_full_name(row):
            yield from ((_PERSON + key, order) for key, order in person_keys(row))
    else:
        yield from ((_BODY + key, order) for key, order in keys_of_body(row))


def compare_block(key: str, rows: Iterator[Named | Bearer]) -> Iterator[Link]:
    """The links among the entities of one block."""
    if key.startswith(_PERSON):
        yield from link_people(key.removeprefix(_PERSON), rows)
    elif key.startswith(_OFFICE):
        yield from link_holders(only(Named, rows))
    else:
        yield from link_bodies(key.removeprefix(_BODY), only(Named, rows))
