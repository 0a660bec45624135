"""Clusters of linked rows, kept apart where links say no; found in memory, or in rounds of `gather` (star by star).

Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii: Connected Components in MapReduce and Beyond (SoCC 2014).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, islice
from typing import TypeVar

from onrecord.engine import Engine, GroupStep
from onrecord.records import Link, Verdict
from onrecord.records.packing import compact

T = TypeVar("T")
IN_MEMORY = 500_000  # ids joined in memory, some 100 MB of them


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two ids that belong together."""

    left: str
    right: str


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """That an id belongs to the cluster named by the least id in it."""

    id: str
    cluster: str


def in_cluster(_id: str, rows: Iterator[Member | T]) -> Iterator[tuple[str, T]]:
    """The rows of one id, each with its cluster: of the group of an id, the member comes first."""
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        else:
            yield cluster, row


def clusters(engine: Engine, edges: Iterable[Edge], in_memory: int = IN_MEMORY) -> Iterator[Member]:
    """Every id of the edges with the least id that it is connected to, those least ids left out.

    As long as there are no more ids than `in_memory`, they are joined there; beyond that in rounds of the engine.
    """
    forest = _Forest()
    source = iter(edges)
    for edge in source:
        forest.join(edge.left, edge.right)
        if len(forest) > in_memory:
            yield from _in_rounds(engine, chain(forest.edges(), source))
            return
    yield from (Member(id=edge.right, cluster=edge.left) for edge in forest.edges())


class _Forest:
    """Disjoint sets of ids, each under the least of its ids (Tarjan 1975)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._above)

    def _top(self, name: str) -> str:
        above = self._above
        at = above.setdefault(name, name)
        while at != above[at]:
            above[at] = above[above[at]]
            at = above[at]
        above[name] = at
        return at

    def join(self, left: str, right: str) -> None:
        """The sets of the two are one."""
        first, second = sorted((self._top(left), self._top(right)))
        self._above[second] = first

    def edges(self) -> Iterator[Edge]:
        """From the least id of each set to each other one, in order."""
        for name in sorted(self._above):
            top = self._top(name)
            if top != name:
                yield Edge(left=top, right=name)


def _in_rounds(engine: Engine, edges: Iterable[Edge]) -> Iterator[Member]:
    before = -1
    while True:
        counted = _Counted(edges)
        tall = engine.gather(_both_ends, _large_star, counted)
        edges = engine.gather(_greater_end, _small_star, tall)
        edges = _started(edges)
        if counted.total == before:
            break
        before = counted.total
    for edge in edges:
        yield Member(id=edge.right, cluster=edge.left)


def _started(rows: Iterator[Edge]) -> Iterator[Edge]:
    """The same rows, the first one fetched: a shuffle that gives a row has taken all that went in."""
    return chain(list(islice(rows, 1)), rows)


@dataclass(slots=True)
class _Counted:
    """Rows passed through, with a sum over them that does not depend on their order."""

    rows: Iterable[Edge]
    total: int = field(default=0)

    def __iter__(self) -> Iterator[Edge]:
        for edge in self.rows:
            digest = blake2b(f"{edge.left}\x1f{edge.right}".encode(), digest_size=8).digest()
            self.total = (self.total + int.from_bytes(digest)) % (1 << 64)
            yield edge


def _both_ends(edge: Edge) -> Iterator[tuple[str, str]]:
    yield edge.left, edge.right
    yield edge.right, edge.left


def _greater_end(edge: Edge) -> Iterator[tuple[str, str]]:
    yield max(edge.left, edge.right), min(edge.left, edge.right)


def _other(edge: Edge, node: str) -> str:
    return edge.right if edge.left == node else edge.left


def _large_star(node: str, edges: Iterator[Edge]) -> Iterator[Edge]:
    """Every greater neighbour of the node, joined to the least of its neighbours instead."""
    least = ""
    last = ""
    for edge in edges:  # neighbours come sorted, so the first is the least
        other = _other(edge, node)
        if other == last:
            continue
        last = other
        least = least or min(other, node)
        if other > node:
            yield Edge(left=least, right=other)


def _small_star(node: str, edges: Iterator[Edge]) -> Iterator[Edge]:
    """The node and its lesser neighbours, joined to the least of them."""
    least = ""
    last = ""
    for edge in edges:
        other = _other(edge, node)
        if other == last:
            continue
        last = other
        if not least:
            least = other
            yield Edge(left=least, right=node)
        else:
            yield Edge(left=least, right=other)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A member, or a link that begins at one, with the cluster it lies in."""

    cluster: str
    row: Member | Link


def decided(links: Iterable[Link]) -> Iterator[Link]:
    """The links that are no doubts."""
    return (link for link in links if link.verdict is not Verdict.UNSURE)


def bound_clusters(
    engine: Engine, ids: Iterable[str], links: Callable[[], Iterable[Link]], part: GroupStep[Bound, Member | Link]
) -> Iterator[Member | Link]:
    """Every id with its cluster: what positive links connect, as `part` parts it, and what else `part` gives.

    It has the ids of a connected set before the links that begin in it, the surest first. `links` gives the same links
    every time it is called.
    """
    edges = (Edge(left=link.left, right=link.right) for link in links() if link.verdict is Verdict.POSITIVE)
    return engine.gather(_by_cluster, part, bind(engine, ids, edges, links()))


def bind(engine: Engine, ids: Iterable[str], edges: Iterable[Edge], rows: Iterable[Link]) -> Iterator[Bound]:
    """Every id with the cluster that the edges put it in, its own where none does, and the links that begin at it."""
    met: Iterable[Member | Link | str] = chain(clusters(engine, edges), ids, rows)
    return engine.gather(_by_id, _bind, met)


def _by_id(row: Member | Link | str) -> Iterator[tuple[str, str]]:
    if isinstance(row, str):
        yield row, "1"
    elif isinstance(row, Member):
        yield row.id, "0"
    else:
        yield row.left, f"2{row.right}"


def _bind(name: str, rows: Iterator[Member | Link | str]) -> Iterator[Bound]:
    """The id, in its own cluster where no edge gives it another, and the links that begin at it."""
    cluster = ""
    for row in rows:
        if not isinstance(row, (str, Member)):
            yield Bound(cluster=cluster, row=row)
            continue
        if not cluster:
            cluster = name if isinstance(row, str) else row.cluster
            yield Bound(cluster=cluster, row=Member(id=name, cluster=cluster))


def _by_cluster(bound: Bound) -> Iterator[tuple[str, str]]:
    row = bound.row
    order = f"0{row.id}" if isinstance(row, Member) else f"1{1 - row.score:.6f}\x1f{row.left}\x1f{row.right}"
    yield bound.cluster, order


def split(cluster: str, rows: Iterator[Bound]) -> Iterator[Member | Link]:
    """The members of a cluster, in as many clusters as its negative links ask for, and those links.

    Told are the negative links that keep two apart which positive ones, if by way of others, would have joined; no
    other changes anything. Positive links are taken from the surest down; one that would put two rows together that a
    negative link keeps apart is passed over. Ties go by id, so the order of the rows changes nothing.
    """
    ids: list[str] = []
    links: list[Link] = []
    for bound in rows:
        if isinstance(bound.row, Member):
            ids.append(bound.row.id)
        else:
            links.append(bound.row)
    known = set(ids)
    negatives = [link for link in links if link.verdict is Verdict.NEGATIVE and link.right in known]
    if not negatives:
        yield from (Member(id=name, cluster=cluster) for name in ids)
        return
    positives = sorted(
        (link for link in links if link.verdict is Verdict.POSITIVE),
        key=lambda link: (-link.score, link.left, link.right),
    )
    groups = Groups(ids)
    groups.keep_apart((link.left, link.right) for link in negatives)
    for link in positives:
        groups.join(link.left, link.right)
    yield from groups.members()
    yield from negatives


class Groups:
    """Disjoint groups of ids, each with its foes; joined small into large."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._group = {name: name for name in ids}
        self._ids = {name: [name] for name in self._group}
        self._foes: dict[str, set[str]] = {}

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        """From now on the two of each pair never come into one group."""
        for one, other in pairs:
            left, right = self._group[one], self._group[other]
            self._foes.setdefault(left, set()).add(right)
            self._foes.setdefault(right, set()).add(left)

    def head(self, name: str) -> str:
        """What names the id's group for as long as nothing is joined."""
        return self._group[name]

    def foes(self, name: str) -> frozenset[str]:
        """What names the groups that the id's group may never be one with."""
        return frozenset(self._foes.get(self._group[name], ()))

    def join(self, left: str, right: str) -> None:
        """The groups of the two are one, unless they are kept apart."""
        into, gone = self._group[left], self._group[right]
        if into == gone or gone in self._foes.get(into, ()):
            return
        if len(self._ids[into]) < len(self._ids[gone]):
            into, gone = gone, into
        for name in self._ids.pop(gone):
            self._group[name] = into
            self._ids[into].append(name)
        for foe in self._foes.pop(gone, ()):
            self._foes[foe].discard(gone)
            self.keep_apart([(into, foe)])

    def together(self, left: str, right: str) -> bool:
        """Whether the two are in one group."""
        return self._group[left] == self._group[right]

    def all(self) -> list[list[str]]:
        """The groups, each sorted, in order of their least ids."""
        return sorted(sorted(names) for names in self._ids.values())

    def members(self) -> Iterator[Member]:
        """Every id with the least id of its group."""
        for names in self._ids.values():
            least = min(names)
            yield from (Member(id=name, cluster=least) for name in names)
