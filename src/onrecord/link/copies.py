"""Which articles copy which: keys, pairs, passages, and of a group of copies the fullest, which the others copy.

A key is a run of the reporter's own words. Pairs are first found by their keys alone, then fetched and aligned, so
that an article's text is not shuffled under every key it has. Many articles under one key may be copies, or print
what all reporters write ("did not respond to a request for comment"): two that meet in crowds alone are a pair only if
they meet in several.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TypeAlias

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Edge, Member, clusters
from onrecord.link.crowding import Crowds
from onrecord.link.passages import Laid, compare_prose, fullness, is_shorter
from onrecord.link.prose import Prose, prose_keys
from onrecord.link.rows import only
from onrecord.link.statements import Capped
from onrecord.records import Duplicate, Shared, Sharing
from onrecord.records.packing import compact

WINDOW = 16  # articles of one key, in the order of their length, that each is compared with
NEAREST = 12  # pairs of each article that are kept, those with most in common; and the one with what it is a copy of
KEYS = 64  # of an article, about
IN_MEMORY = 2_000  # articles whose keys are, the rest on disk
CROWDS = 5  # in which a pair meets that meets nowhere else

CopyRow: TypeAlias = Shared | Duplicate | Capped


def link_copies(engine: Engine, told: Kept[Prose], kept: ExitStack) -> Iterator[CopyRow]:
    """The keys that were capped, the pairs of articles with sentences in common, and what each copy is a copy of.

    Of the pairs each article keeps the nearest few, so that a crowd of copies does not fill the record.
    """
    every = (Keyed(id=row.id, order=fullness(row), keys=prose_keys(row)) for row in told)
    found_keys = kept.enter_context(Kept(every, in_memory=IN_MEMORY))
    crowds = Crowds.of((key for row in found_keys for key in row.keys), KEYS * len(told))
    keyed = (replace(row, keys=crowds.shared(row.keys)) for row in found_keys)
    met: Kept[Met] = kept.enter_context(Kept())
    for each in engine.gather(_by_key, pair_up, keyed):
        if isinstance(each, Capped):
            yield each
        else:
            met.add(each)
    lefts: Iterable[Prose | Met] = chain(told, met)
    halves: Iterable[Prose | Half] = chain(told, engine.gather(_by_left, _fetch_left, lefts))
    found: Kept[Shared | Copied] = kept.enter_context(Kept(engine.gather(_by_right, _compare, halves)))
    edges = kept.enter_context(Kept(engine.gather(_by_copy, _fullest, only(Copied, found))))
    marks: Iterable[Pair | Edge] = chain(engine.gather(_by_side, _nearest, only(Shared, found)), edges)
    yield from engine.gather(_by_both, _kept, chain(marks, only(Shared, found)))
    yield from _duplicates(engine, edges)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An article with its keys, and the order in which those of one key stand."""

    id: str
    order: str
    keys: tuple[str, ...]


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An article and those that share a key with it, of which the ids come after its own."""

    left: str
    rights: tuple[str, ...]
    crowded: bool  # so many articles have the key that not every two of them are a pair


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles."""

    left: str
    right: str


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """The left article of a pair, on its way to the right one."""

    left: Prose
    right: str


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """That most of an article stands in a fuller one, which has this rank among all."""

    article: str
    original: str
    rank: str


def _by_key(row: Keyed) -> Iterator[tuple[str, str]]:
    yield from ((key, row.order) for key in row.keys)


def pair_up(key: str, rows: Iterator[Keyed]) -> Iterator[Met | Capped]:
    """The pairs among the articles of one key: each with those next to it in length, so that a cut meets its source."""
    first = list(islice(rows, WINDOW + 1))
    further = next(rows, None)
    crowded = further is not None
    window: deque[tuple[str, list[str]]] = deque()
    count = 0
    for row in chain(first, [further] if further else [], rows):
        later: list[str] = []
        for other, others in window:
            (others if other < row.id else later).append(max(other, row.id))
        if len(window) == WINDOW:
            yield from _met(*window.popleft(), crowded=crowded)
        window.append((row.id, later))
        count += 1
    for other, others in window:
        yield from _met(other, others, crowded=crowded)
    if crowded:
        yield Capped(key=f"passage\x1f{key}", rows=count)


def _met(left: str, rights: list[str], *, crowded: bool) -> Iterator[Met]:
    if rights:
        yield Met(left=left, rights=tuple(rights), crowded=crowded)


def _by_left(row: Prose | Met) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Prose) else (row.left, f"1{row.rights}")


def _fetch_left(_article: str, rows: Iterator[Prose | Met]) -> Iterator[Half]:
    """The article on its way to each of the others that it is worth comparing with."""
    left: Prose | None = None
    often: Counter[str] = Counter()
    for row in rows:
        if isinstance(row, Prose):
            left = row
            continue
        for right in row.rights:
            often[right] += 1 if row.crowded else CROWDS
    if left is not None:
        yield from (Half(left=left, right=right) for right in sorted(often) if often[right] >= CROWDS)


def _by_right(row: Prose | Half) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Prose) else (row.right, f"1{row.left.id}")


def _compare(_article: str, rows: Iterator[Prose | Half]) -> Iterator[Shared | Copied]:
    right: Laid | None = None
    for row in rows:
        if isinstance(row, Prose):
            right = Laid.out(row)
        elif right is not None and (shared := compare_prose(row.left, right)) is not None:
            yield shared
            if shared.sharing is Sharing.COPY:
                yield _copied(row.left, right.prose)


def _copied(left: Prose, right: Prose) -> Copied:
    copy, original = (left, right) if is_shorter(left, right) else (right, left)
    return Copied(article=copy.id, original=original.id, rank=fullness(original))


def _by_side(row: Shared) -> Iterator[tuple[str, str]]:
    yield row.left, f"{1 - row.score:.4f}{row.right}"
    yield row.right, f"{1 - row.score:.4f}{row.left}"


def _nearest(_article: str, rows: Iterator[Shared]) -> Iterator[Pair]:
    """The pairs of an article in which most is shared."""
    yield from (Pair(left=row.left, right=row.right) for row in islice(rows, NEAREST))


def _by_both(row: Pair | Edge | Shared) -> Iterator[tuple[str, str]]:
    left, right = sorted((row.left, row.right))
    yield f"{left}\x1f{right}", "1" if isinstance(row, Shared) else "0"


def _kept(_key: str, rows: Iterator[Pair | Edge | Shared]) -> Iterator[Shared]:
    """The pair, if either article keeps it."""
    marked = False
    for row in rows:
        if isinstance(row, Shared):
            yield from [row] if marked else []
        else:
            marked = True


def _duplicates(engine: Engine, edges: Kept[Edge]) -> Iterator[Duplicate]:
    """Each copy with the article at the end of its chain of ever fuller ones: one chain, so no two are mixed up.

    A short report that stands in two long ones is a copy of the fuller of them, and does not make them copies.
    """
    members: Iterable[Member | Edge] = chain(clusters(engine, edges), edges)
    placed = engine.gather(_by_id, _place, members)
    yield from engine.gather(_by_cluster, _at_the_root, placed)


def _by_copy(row: Copied) -> Iterator[tuple[str, str]]:
    yield row.article, row.rank


def _fullest(article: str, rows: Iterator[Copied]) -> Iterator[Edge]:
    yield Edge(left=article, right=next(rows).original)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """An article in its cluster, and whether it is a copy."""

    id: str
    cluster: str
    copy: bool


def _by_id(row: Member | Edge) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.left, "1")


def _place(article: str, rows: Iterator[Member | Edge]) -> Iterator[_Placed]:
    """The article in its cluster; the least of a cluster has no member row, and names it."""
    cluster, copy = article, False
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        else:
            copy = True
    yield _Placed(id=article, cluster=cluster, copy=copy)


def _by_cluster(row: _Placed) -> Iterator[tuple[str, str]]:
    yield row.cluster, f"{int(row.copy)}{row.id}"


def _at_the_root(cluster: str, rows: Iterator[_Placed]) -> Iterator[Duplicate]:
    """The copies of a cluster, each of the one article in it that is none."""
    original = cluster
    for row in rows:
        if row.copy:
            yield Duplicate(article=row.id, original=original)
        else:
            original = row.id
