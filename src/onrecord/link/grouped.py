"""Groups that people judged, put to work on the links of one type: names that are one actor, reports of one statement.

A judged group is one node where clusters are found, so that nothing the machine links can take it apart, and of two
that are kept apart none can join them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from onrecord.engine.kept import Kept
from onrecord.link.cluster import Groups, Member
from onrecord.link.names import Judgement
from onrecord.link.settling import Apart, Parted, Standing, latest_that_joins, said_by
from onrecord.records import Link, Verdict

Pair = tuple[str, str]
Doubtful = Mapping[Pair, Link]  # by the ends of a link the same one as a doubt
TWO_OF_THESE_WORDS = "two reports of such words are kept apart by judgement"


@dataclass(slots=True)
class Grouped:
    """What was settled of rows of one type, in the form in which linking asks for it; `words` say each verdict."""

    type: str
    words: Mapping[Verdict, str]
    parted: Parted = field(default_factory=Parted)
    standings: tuple[Standing, ...] = ()
    _apart: dict[Pair, Apart] = field(init=False)
    _foes: dict[str, set[str]] = field(init=False)
    _members: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._apart = {(one.left, one.right): one for one in self.parted.apart}
        self._foes = {}
        for one in self.parted.apart:
            self._foes.setdefault(one.left, set()).add(one.right)
            self._foes.setdefault(one.right, set()).add(one.left)
        self._members = {}
        for each in sorted(self.parted.group):
            self._members.setdefault(self.parted.group[each], []).append(each)

    def __bool__(self) -> bool:
        return bool(self.parted.group)

    def has(self, one: str) -> bool:
        """Whether anybody judged this row."""
        return one in self.parted.group

    def parts(self, one: str, other: str) -> bool:
        """Whether the two were judged not to be one, or to be in doubt."""
        left, right = sorted((self._node(one), self._node(other)))
        return (left, right) in self._apart

    def of_group(self, group: str) -> list[str]:
        """The rows of the group."""
        return self._members[group]

    def foes(self, group: str) -> set[str]:
        """The groups that are kept apart from it."""
        return self._foes.get(group, set())

    def links(self, found: Kept[Link], doubtful: Callable[[], Doubtful]) -> Iterator[Link]:
        """The links with what was judged in the place of what the rules say, and those that only a judgement makes.

        `doubtful` are those of what nobody judged that a judgement leaves in doubt.
        """
        if not self:
            yield from found
            return
        doubts = doubtful()
        joined = Groups(self.parted.group)
        told: set[Pair] = set()  # groups kept apart of which a link tells
        for link in found:
            left, right = self._ends(link)
            if left == right:
                joined.join(link.left, link.right)
            elif (left, right) in self._apart:
                told.add((left, right))
            yield doubts.get((link.left, link.right)) or self._judged(link.left, link.right, link) or link
        for pair in (*self._unlinked(joined), *sorted(self._apart.keys() - told)):
            made = self._judged(*pair)
            if made:
                yield made

    def _unlinked(self, joined: Groups) -> Iterator[Pair]:
        """The first of each group with those of it that no link leads to from there."""
        for group, members in self._members.items():
            for other in members:
                if not joined.together(group, other):
                    joined.join(group, other)
                    yield group, other

    def _judged(self, left: str, right: str, found: Link | None = None) -> Link | None:
        """The link of two rows as it was judged, or None; what the rules had said is kept with the reasons."""
        groups = [self.parted.group.get(each) for each in (left, right)]
        if None in groups:
            return None
        first, second = sorted(each for each in groups if each)
        apart = self._apart.get((first, second))
        if first != second and apart is None:
            return None
        verdict = apart.verdict if apart else Verdict.POSITIVE
        if found and found.verdict is verdict:
            return found
        reasons = (self._reason(verdict, left, right, apart.number if apart else None), *_without(found))
        return Judgement(verdict=verdict, score=1.0, reasons=reasons).link(self.type, left, right)

    def _reason(self, verdict: Verdict, left: str, right: str, number: int | None) -> str:
        direct = latest_that_joins(self.standings, left, right) if number is None else self.standings[number - 1]
        # Joined by way of others, two rows have no judgement of their own.
        return self.words[verdict] + (said_by(direct.judgement) if direct else " by several judgements together")

    def touching(self, found: Iterable[Link]) -> dict[str, list[tuple[Link, str]]]:
        """By what nobody judged its positive links to groups that are kept apart from others, each with the group."""
        met: dict[str, list[tuple[Link, str]]] = {}
        for link in found:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                group = self.parted.group.get(other, "")
                if link.verdict is Verdict.POSITIVE and group in self._foes and not self.has(one):
                    met.setdefault(one, []).append((link, group))
        return met

    def of_two(self, found: Iterable[Link]) -> dict[Pair, Link]:
        """Links of what nobody judged to both of two groups that are kept apart: it may be of either, or of neither."""
        doubtful = {}
        for several in self.touching(found).values():
            met = {group for _, group in several}
            for link, group in several:
                if met & self.foes(group):
                    doubtful[link.left, link.right] = in_doubt(link, TWO_OF_THESE_WORDS)
        return doubtful

    def nodes(self, ids: Iterable[str]) -> Iterator[str]:
        """The ids, one for all of a judged group."""
        return (name for name in ids if self._node(name) == name)

    def between_nodes(self, links: Kept[Link]) -> Iterator[Link]:
        """The links that clusters follow from, a judged group being one node.

        That the rules tell two apart says nothing where both are, by the rules, those of one judged group.
        """
        if not self:
            yield from links
            return
        near = self._nearest(links)
        for link in links:
            left, right = self._ends(link)
            if left == right:
                continue
            if (left, right) in self._apart:
                yield replace(link, left=left, right=right, verdict=Verdict.NEGATIVE)
            elif link.verdict is not Verdict.NEGATIVE or not self._at(left, near) & self._at(right, near):
                yield replace(link, left=left, right=right)

    def keeping_apart(self, links: Iterable[Link], found: Iterable[Link]) -> Iterator[Link]:
        """The negative links that `found` between nodes, as they are between rows, and all that people judged."""
        pairs = set(self._apart)
        for link in found:
            if link.left in self._members or link.right in self._members:
                pairs.add((link.left, link.right))
            else:
                yield link
        if pairs:
            yield from (link for link in links if link.verdict is Verdict.NEGATIVE and self._ends(link) in pairs)

    def members(self, nodes: Iterable[Member]) -> Iterator[Member]:
        """The rows of each node, in the node's cluster."""
        for node in nodes:
            yield from (Member(id=each, cluster=node.cluster) for each in self._members.get(node.id, (node.id,)))

    def _node(self, name: str) -> str:
        return self.parted.group.get(name, name)

    def _ends(self, link: Link) -> Pair:
        """The nodes of the link's two ends."""
        left, right = sorted((self._node(link.left), self._node(link.right)))
        return left, right

    def _at(self, node: str, near: dict[str, set[str]]) -> set[str]:
        return {node} if node in self._members else near.get(node, set())

    def _nearest(self, links: Iterable[Link]) -> dict[str, set[str]]:
        """The judged groups that the rules link each other row with."""
        near: dict[str, set[str]] = {}
        for link in links:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if link.verdict is Verdict.POSITIVE and not self.has(one) and self.has(other):
                    near.setdefault(one, set()).add(self.parted.group[other])
        return near


def in_doubt(link: Link, reason: str) -> Link:
    """The same link, which is no longer sure, and why."""
    return replace(link, verdict=Verdict.UNSURE, score=0.5, reasons=(reason, *link.reasons))


def _without(found: Link | None) -> tuple[str, ...]:
    """What the rules had said, as one more reason."""
    if found is None:
        return ()
    return (f"by the rules {found.verdict}, score {found.score:.2f}: {'; '.join(found.reasons)}",)
