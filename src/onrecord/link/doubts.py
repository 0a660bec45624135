"""Which unsure links are worth keeping: those that a reader can still do something with.

A doubt about two rows that are in one cluster anyway is settled. Of the doubts between two clusters the surest speaks
for all, and a cluster that may be one with very many others is told of the surest few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Member
from onrecord.link.entities import link_keys, surest
from onrecord.records import Link, Verdict
from onrecord.records.packing import compact

DOUBTS = 5  # other clusters with which a cluster may be one, as far as is told; each of those has its own five


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Doubt:
    """An unsure link with the clusters of its ends, as far as they have been met."""

    link: Link
    left: str = ""
    right: str = ""


def surest_doubts(engine: Engine, links: Kept[Link], members: Iterable[Member]) -> Iterator[Link]:
    """The unsure links between two clusters that are among the surest of either; `members` are all rows."""
    if all(link.verdict is not Verdict.UNSURE for link in links):
        return
    doubts = (_Doubt(link=link) for link in links if link.verdict is Verdict.UNSURE)
    with Kept(members) as clustered:
        half: Iterable[Member | _Doubt] = chain(clustered, doubts)
        whole: Iterable[Member | _Doubt] = chain(clustered, engine.gather(_by_left, _meet_left, half))
        between = engine.gather(_by_right, _meet_right, whole)
        # Two clusters may both name their doubt about each other.
        yield from engine.gather(link_keys, surest, engine.gather(_by_clusters, _first_few, between))


def _by_left(row: Member | _Doubt) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.link.left, f"1{row.link.right}")


def _meet_left(_id: str, rows: Iterator[Member | _Doubt]) -> Iterator[_Doubt]:
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        else:
            yield replace(row, left=cluster)


def _by_right(row: Member | _Doubt) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.link.right, f"1{row.link.left}")


def _meet_right(_id: str, rows: Iterator[Member | _Doubt]) -> Iterator[_Doubt]:
    """The doubts between two clusters, each with both."""
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        elif row.left != cluster:
            yield replace(row, right=cluster)


def _by_clusters(doubt: _Doubt) -> Iterator[tuple[str, str]]:
    order = f"{1 - doubt.link.score:.6f}{doubt.link.left}\x1f{doubt.link.right}"
    yield doubt.left, order
    yield doubt.right, order


def _first_few(cluster: str, doubts: Iterator[_Doubt]) -> Iterator[Link]:
    """The surest doubt about each of the clusters that this one is likeliest to be one with."""
    others: set[str] = set()
    for doubt in doubts:
        other = doubt.right if doubt.left == cluster else doubt.left
        if other in others:
            continue
        others.add(other)
        yield doubt.link
        if len(others) == DOUBTS:
            return
