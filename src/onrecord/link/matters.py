"""Articles put together into matters as densely as their links allow: one likeness of two does not join two stories.

Among many articles some are alike that have nothing to do with each other, and were one such pair enough, all stories
would end in one. So two groups are joined, the most alike first, only as long as the pairs between them are alike on
average (average linkage; Sokal and Michener 1958). What is sure by itself (the same words quoted,
the same statement brought as news) joins whatever it links.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Bound, Groups, Member, bound_clusters, in_cluster
from onrecord.link.rows import only
from onrecord.link.twins import is_twin
from onrecord.records import Link, Verdict
from onrecord.records.packing import compact

SURE = 0.8  # the score from which a link joins by itself
# The mean score of all pairs between two groups from which they are one matter, a pair that is not alike counting zero.
# Planted coverage of 1,000 and 3,162 articles: .07 gives F1 .984 and .994, .09 .992 and .996, .11 .996 and .996; one
# link by itself .57 and .04.
ALIKE = 0.1
COUNTED = 40  # articles of a group that count: as many as one is compared with under a key
UNLIKE_THE_REST = "but too few others of the two stories are alike"


def matters(engine: Engine, ids: Iterable[str], links: Kept[Link]) -> Iterator[Member]:
    """Every article with its matter, named by the least id in it."""
    return only(Member, bound_clusters(engine, ids, lambda: links, part))


def decided(engine: Engine, members: Kept[Member], links: Kept[Link]) -> Iterator[Link]:
    """The links, those between two matters as doubts."""
    yield from (link for link in links if not _is_likely(link))
    likely = (link for link in links if _is_likely(link))
    lefts: Iterable[Member | Link] = chain(members, likely)
    begun = engine.gather(_by_left, in_cluster, lefts)
    rights: Iterable[Member | _Begun] = chain(members, (_Begun(cluster=at, link=link) for at, link in begun))
    yield from engine.gather(_by_right, _decide, rights)


def _is_likely(link: Link) -> bool:
    """Whether the link is followed only where others speak for it too."""
    return link.verdict is Verdict.POSITIVE and link.score < SURE


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class _Pair:
    """Two groups and how little alike they are."""

    unlike: float
    left: str
    right: str


class _Between(NamedTuple):
    """What lies between two groups: the scores of the links together, and whether any is likelier than not."""

    score: float
    likely: bool

    def __add__(self, other: object) -> _Between:
        if not isinstance(other, _Between):
            return NotImplemented
        return _Between(self.score + other.score, self.likely or other.likely)


NOTHING = _Between(score=0.0, likely=False)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A link with the matter that its left end is in."""

    cluster: str
    link: Link


def _by_left(row: Member | Link) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.left, f"1{row.right}")


def _by_right(row: Member | _Begun) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.link.right, f"1{row.link.left}")


def _decide(article: str, rows: Iterator[Member | _Begun]) -> Iterator[Link]:
    for cluster, row in in_cluster(article, rows):
        if cluster == row.cluster:
            yield row.link
        else:
            yield replace(row.link, verdict=Verdict.UNSURE, reasons=(*row.link.reasons, UNLIKE_THE_REST))


def part(_cluster: str, rows: Iterator[Bound]) -> Iterator[Member]:
    """The connected articles in as many matters as they are dense; of links, the surest come first."""
    ids: list[str] = []
    found: _Found | None = None
    for bound in rows:
        if isinstance(bound.row, Member):
            ids.append(bound.row.id)
            continue
        found = found or _Found(ids)
        found.add(bound.row)
    groups = found.joined() if found else Groups(ids)
    yield from groups.members()


class _Found:
    """Groups of articles while their links come in, the surest first, and how alike each two of them are in all."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._groups = Groups(ids)
        self._twins: set[str] = set()
        self._alike: dict[str, dict[str, _Between]] = {}
        self._sizes: dict[str, int] = {}

    def add(self, link: Link) -> None:
        """The link is followed if it is sure, else its score is added to what lies between the two groups.

        Doubts count too, but join nothing by themselves.
        """
        if not self._groups.has(link.right):
            return  # a doubt about an article of another connected set
        if is_twin(link):
            self._twins.add(link.right)
        left, right = self._groups.head(link.left), self._groups.head(link.right)
        if left == right:
            return
        if link.score >= SURE:
            self._groups.join(left, right)
            return
        told = _Between(link.score, link.verdict is Verdict.POSITIVE)
        for one, other in ((left, right), (right, left)):
            between = self._alike.setdefault(one, {})
            between[other] = between.get(other, NOTHING) + told

    def joined(self) -> Groups:
        """The groups, the two that are most alike joined until no two are alike enough."""
        for ids in self._groups.all():
            self._sizes[self._groups.head(ids[0])] = sum(name not in self._twins for name in ids)
        waiting = [found for left in self._alike for right in self._alike[left] if (found := self._pair(left, right))]
        heapq.heapify(waiting)
        while waiting:
            pair = heapq.heappop(waiting)
            if pair == self._pair(pair.left, pair.right):
                for found in self._join(pair.left, pair.right):
                    heapq.heappush(waiting, found)
        return self._groups

    def _pair(self, left: str, right: str) -> _Pair | None:
        """How alike two groups are, named by the lesser first, if that is enough."""
        told = self._alike.get(left, {}).get(right, NOTHING)
        pairs = min(self._sizes.get(left, 0), COUNTED) * min(self._sizes.get(right, 0), COUNTED)
        if left >= right or not pairs or not told.likely or told.score < ALIKE * pairs:
            return None
        return _Pair(unlike=-round(told.score / pairs, 9), left=left, right=right)

    def _join(self, left: str, right: str) -> Iterator[_Pair]:
        """The two are one group; what it is to others now."""
        self._groups.join(left, right)
        into = self._groups.head(left)
        gone = left if into == right else right
        self._sizes[into] += self._sizes.pop(gone)
        between = self._alike[into]
        for other, told in self._alike.pop(gone).items():
            del self._alike[other][gone]
            if other != into:
                between[other] = self._alike[other][into] = between.get(other, NOTHING) + told
        for other in between:
            pair = self._pair(min(into, other), max(into, other))
            if pair:
                yield pair
