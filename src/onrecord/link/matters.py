"""Articles put together into matters as densely as their links allow: one likeness of two does not join two stories.

Among many articles some are alike that have nothing to do with each other, and were one such pair enough, all stories
would end in one. So two groups are joined, the most alike first, only as long as the pairs between them are alike on
average (average linkage; Sokal and Michener 1958). What is sure by itself (the same words quoted,
the same statement brought as news) joins whatever it links.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Bound, Edge, Groups, Member, bind
from onrecord.link.entities import surest
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


def matters(engine: Engine, ids: Iterable[str], pairs: Iterable[Link], kept: ExitStack) -> Iterator[Member | Link]:
    """Every article with its matter, named by the least id in it, then the links, those between two matters as doubts.

    Of the links of one pair only the surest counts.
    """
    links = kept.enter_context(Kept(engine.gather(_by_left, _surest_of_each, pairs)))
    fans = kept.enter_context(Kept(_fans(links)))
    edges = (edge for fan in fans for edge in fan.edges())
    torn: Kept[_Torn] = kept.enter_context(Kept())
    for row in engine.gather(_by_cluster, part, bind(engine, ids, edges, fans)):
        if isinstance(row, Member):
            yield row
        else:
            torn.add(row)
    yield from _told(links, engine.gather(_by_article, _one, torn))


def _by_left(link: Link) -> Iterator[tuple[str, str]]:
    """One group an article, in which the links to one other article lie side by side, the surest first."""
    yield link.left, f"{link.right}\x1f{1 - link.score:.6f}{link.verdict}{link.reasons}"


def _surest_of_each(_article: str, links: Iterator[Link]) -> Iterator[Link]:
    for right, several in groupby(links, key=attrgetter("right")):
        yield from surest(right, several)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Fan:
    """Links that begin at one article, as little of them as it takes to tell its matter: all that are sure, or none."""

    left: str
    sure: bool
    rights: tuple[str, ...]
    scores: tuple[float, ...]
    doubts: tuple[str, ...]  # to which of them the link is a doubt
    twins: tuple[str, ...]  # which of them are like it

    @classmethod
    def of(cls, links: Sequence[Link], *, sure: bool) -> _Fan:
        """The fan of these links."""
        return cls(
            left=links[0].left,
            sure=sure,
            rights=tuple(link.right for link in links),
            scores=() if sure else tuple(link.score for link in links),
            doubts=tuple(link.right for link in links if link.verdict is not Verdict.POSITIVE),
            twins=tuple(link.right for link in links if is_twin(link)),
        )

    @property
    def right(self) -> str:
        """The first of the articles that it leads to."""
        return self.rights[0]

    def edges(self) -> Iterator[Edge]:
        """From its article to each that is not only in doubt."""
        return (Edge(left=self.left, right=right) for right in self.rights if right not in self.doubts)


def _fans(links: Iterable[Link]) -> Iterator[_Fan]:
    """The links, which come article by article, put together."""
    for _, several in groupby(links, key=attrgetter("left")):
        parted: dict[bool, list[Link]] = {True: [], False: []}
        for link in several:
            parted[link.score >= SURE].append(link)
        yield from (_Fan.of(some, sure=sure) for sure, some in parted.items() if some)


def _by_cluster(bound: Bound[_Fan]) -> Iterator[tuple[str, str]]:
    """The articles of a connected set, then what is sure of them, then what is not."""
    row = bound.row
    yield bound.cluster, f"0{row.id}" if isinstance(row, Member) else f"{1 if row.sure else 2}{row.left}"


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Torn:
    """Articles of other matters to which an article is alike nevertheless."""

    article: str
    others: tuple[str, ...]


def _by_article(row: _Torn) -> Iterator[tuple[str, str]]:
    yield row.article, ""


def _one(_article: str, rows: Iterator[_Torn]) -> Iterator[_Torn]:
    return rows


def _told(links: Iterable[Link], torn: Iterator[_Torn]) -> Iterator[Link]:
    """The links as they come, those that are torn as doubts; both come in the order of the articles."""
    nothing = _Torn(article="", others=())
    at = next(torn, nothing)
    for article, several in groupby(links, key=attrgetter("left")):
        others = set(at.others) if at.article == article else set()
        for link in several:
            yield _doubted(link) if link.right in others else link
        at = next(torn, nothing) if at.article == article else at


def _doubted(link: Link) -> Link:
    return replace(link, verdict=Verdict.UNSURE, reasons=(*link.reasons, UNLIKE_THE_REST))


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


def part(_cluster: str, rows: Iterator[Bound[_Fan]]) -> Iterator[Member | _Torn]:
    """The connected articles in as many matters as they are dense, and which likenesses lead from one to another."""
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
    yield from found.torn() if found else ()


class _Found:
    """Groups of articles while their links come in, what is sure first, and how alike each two of them are in all."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._groups = Groups(ids)
        self._ids = {name: name for name in ids}  # so that each id is held once
        self._twins: set[str] = set()
        self._likely: list[tuple[str, ...]] = []  # an article, and those that it is alike to
        self._alike: dict[str, dict[str, _Between]] = {}
        self._sizes: dict[str, int] = {}

    def add(self, fan: _Fan) -> None:
        """Sure links are followed, the scores of others added to what lies between the two groups.

        Doubts count too, but join nothing by themselves.
        """
        self._twins.update(fan.twins)
        if fan.sure:
            for right in fan.rights:
                self._groups.join(fan.left, right)
            return
        left = self._groups.head(fan.left)
        for other, score in zip(fan.rights, fan.scores, strict=True):
            # A doubt may be about an article of another connected set.
            right = self._groups.head(other) if other in self._ids else left
            if left != right:
                self._add(left, right, _Between(score, other not in fan.doubts))
        likely = (self._ids[right] for right in fan.rights if right not in fan.doubts)
        self._likely.append((self._ids[fan.left], *likely))

    def _add(self, left: str, right: str, told: _Between) -> None:
        for one, other in ((left, right), (right, left)):
            between = self._alike.setdefault(one, {})
            between[other] = between.get(other, NOTHING) + told

    def torn(self) -> Iterator[_Torn]:
        """Of each article those of other groups that it is alike to."""
        for article, *likely in self._likely:
            if others := tuple(other for other in likely if not self._groups.together(article, other)):
                yield _Torn(article=article, others=others)

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
