"""Who a source is that an article calls by an office alone: "Velmark’s foreign minister" is whom others name so.

Only where the article names the holder too, without the office: an office changes hands, and another article's day does
not tell who held it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.link.affiliations import state_called
from onrecord.link.names import Judgement, compare_names
from onrecord.link.offices import goes_by_office, office
from onrecord.link.profiles import entity_link
from onrecord.link.rows import Named
from onrecord.records import Entity, Link, Verdict
from onrecord.text.folding import fold
from onrecord.text.offices import is_held, is_of_one
from onrecord.text.personal_names import person_name

HOLDERS = 40  # names of one office that are kept
# Whoever is first in a body is its leader, whatever the office is called there.
_LEADS = re.compile(
    r"^(?:president|chairman|chairwoman|chair|chief executive|secretary[- ]general|general secretary|leader|head)$"
)

_HOLDS = Judgement(
    verdict=Verdict.POSITIVE,
    score=0.85,
    reasons=("called by the office alone", "named in the article, and with the office in others"),
)
_SAME = Judgement(verdict=Verdict.POSITIVE, score=0.8, reasons=("one office, whose holder no article names",))


def office_keys(row: Named) -> Iterator[tuple[str, str]]:
    """The offices that the person holds, each with whose it is; those with a name come first."""
    order = f"{1 if goes_by_office(row.entity) else 0}{fold(row.entity.name)}\x1f{row.entity.id}"
    yield from ((key, order) for key in sorted(_keys(row)))


def _keys(row: Named) -> set[str]:
    keys: set[str] = set()
    for role in row.entity.roles:
        if role.of and is_held(role.title) and is_of_one(role.title):
            state = state_called(role.of, row.context)
            keys.add(f"{fold(state or role.of)}\x1f{office(role.title)}")
            if state is None and _LEADS.search(fold(role.title)):
                keys.add(f"{fold(role.of)}\x1fleader")
    return keys


def link_holders(rows: Iterator[Named]) -> Iterator[Link]:
    """The links of those called by one office alone: to its one holder whom their article names, or to one another."""
    holders: dict[str, Named] = {}
    first: Named | None = None
    for row in rows:
        if not goes_by_office(row.entity):
            if len(holders) < HOLDERS:
                holders.setdefault(fold(row.entity.name), row)
            continue
        if holders:
            fits = [holder for holder in holders.values() if _is_named(holder.entity, row)]
            if fits and _are_one(fits):
                yield entity_link(fits[0], row, _HOLDS)
        elif first is None:
            first = row
        else:
            yield entity_link(first, row, _SAME)


def _is_named(holder: Entity, row: Named) -> bool:
    """Whether the article of the row names the holder, by the whole name or the family's."""
    family = " ".join(person_name(holder.name).family)
    return fold(holder.name) in row.context or family in row.context


def _are_one(fits: list[Named]) -> bool:
    first = fits[0].entity.name
    return all(compare_names(first, other.entity.name).verdict is Verdict.POSITIVE for other in fits[1:])
