"""Which passages two articles share, in any order, and what that comes to: a copy, wire passages, or nothing.

Runs are found as in greedy string tiling (Wise 1993), each from the first word of the one that the other has.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.link.prose import RUN, WIDE, Prose
from onrecord.records import Passage, Shared, Sharing

PLACES = 8  # of one run of words in an article, that are tried
SAME_SENTENCE = 0.7  # of its own words in the other article: a figure or a name may be another
COPY = 0.6  # of the shorter article's own words
FEW_SENTENCES = 2  # in common that a copy has at least
PASSAGE_WORDS = 18  # of the reporter's own, in sentences in common: below it, two may have hit on the same words


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The same `length` words from `left` on in the one article and from `right` on in the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One article of a pair: which words the other has, and which sentences."""

    covered: bytes
    sentences: int
    shared: tuple[tuple[int, int], ...]
    own_covered: int
    own_shared: int  # own words of the sentences in common


def shared_runs(left: Prose, right: Prose) -> list[Run]:
    """The longest runs of words that both have, from left to right in the left one; none overlap there."""
    known: dict[bytes, list[int]] = {}
    for at in range(right.count - RUN + 1):
        places = known.setdefault(right.numbers[at * WIDE : (at + RUN) * WIDE], [])
        if len(places) < PLACES:
            places.append(at)
    runs: list[Run] = []
    at = 0
    while at <= left.count - RUN:
        places = known.get(left.numbers[at * WIDE : (at + RUN) * WIDE], [])
        if not places:
            at += 1
            continue
        length, place = max((_length(left, right, at, place), -place) for place in places)
        runs.append(Run(left=at, right=-place, length=length))
        at += length
    return runs


def _length(left: Prose, right: Prose, at: int, place: int) -> int:
    """How many words are the same from these two on, at least RUN."""
    length = RUN
    most = min(left.count - at, right.count - place)
    one, other = left.numbers, right.numbers
    while length < most:
        here, there = (at + length) * WIDE, (place + length) * WIDE
        if one[here : here + WIDE] != other[there : there + WIDE]:
            break
        length += 1
    return length


def _side(row: Prose, stretches: Iterable[tuple[int, int]]) -> Side:
    """The article with what of it lies in these stretches of words."""
    covered = bytearray(row.count)
    for first, length in stretches:
        covered[first : first + length] = b"\x01" * length
    bounds = list(row.sentence_bounds())
    shared = []
    own_shared = 0
    for first, after in bounds:
        own = row.quoted.count(0, first, after)
        if _own_covered(row, covered, first, after) >= SAME_SENTENCE * own:
            shared.append((first, after))
            own_shared += own
    return Side(
        covered=bytes(covered),
        sentences=len(bounds),
        shared=tuple(shared),
        own_covered=_own_covered(row, covered, 0, row.count),
        own_shared=own_shared,
    )


def _own_covered(row: Prose, covered: bytes | bytearray, first: int, after: int) -> int:
    return sum(1 for at in range(first, after) if covered[at] and not row.quoted[at])


def compare_prose(left: Prose, right: Prose) -> Shared | None:
    """What the two articles share, `left` having the lesser id; None where that is nothing to speak of."""
    runs = shared_runs(left, right)
    if not runs:
        return None
    one = _side(left, ((run.left, run.length) for run in runs))
    other = _side(right, ((run.right, run.length) for run in runs))
    shorter, side = (left, one) if is_shorter(left, right) else (right, other)
    if not one.shared or not other.shared or side.own_shared < PASSAGE_WORDS:
        return None
    score = side.own_covered / shorter.own
    copied = score >= COPY and len(side.shared) >= min(FEW_SENTENCES, side.sentences)
    return Shared(
        left=left.id,
        right=right.id,
        sharing=Sharing.COPY if copied else Sharing.PASSAGES,
        score=round(score, 4),
        left_shared=len(one.shared),
        left_of=one.sentences,
        right_shared=len(other.shared),
        right_of=other.sentences,
        passages=_passages((left, one), (right, other), runs),
        reasons=(
            f"{len(side.shared)} of the {side.sentences} sentences of the shorter one stand in the other",
            f"{side.own_covered} of its {shorter.own} words outside quotations do",
        ),
    )


def is_shorter(left: Prose, right: Prose) -> bool:
    """Whether the left article is the one that may be a copy of the other: fewer own words, then later, then by id."""
    return fullness(left) > fullness(right)


def fullness(row: Prose) -> str:
    """What sorts the fullest article first, of as full ones the earliest, of as early ones the least id."""
    return f"{10**9 - row.own:010}{10**9 - row.count:010}{row.published or '~'}\x1f{row.id}"


def _passages(left: tuple[Prose, Side], right: tuple[Prose, Side], runs: list[Run]) -> tuple[Passage, ...]:
    """The runs that reach into sentences in common, as offsets."""
    one, other = _Offsets(left[0]), _Offsets(right[0])
    return tuple(
        Passage(
            left_start=one.starts[run.left],
            left_end=one.ends[run.left + run.length - 1],
            right_start=other.starts[run.right],
            right_end=other.ends[run.right + run.length - 1],
        )
        for run in runs
        if _touches(left[1], run.left, run.length) and _touches(right[1], run.right, run.length)
    )


def _touches(side: Side, first: int, length: int) -> bool:
    return any(start < first + length and first < after for start, after in side.shared)


class _Offsets:
    """Where the words of an article begin and end."""

    def __init__(self, row: Prose) -> None:
        self.starts = array("I", row.starts)
        self.ends = array("I", row.ends)
