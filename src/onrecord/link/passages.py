"""Which passages two articles share, in any order, and what that comes to: a copy, wire passages, or nothing.

Runs are found as in greedy string tiling (Wise 1993), each from the first word of the one that the other has.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.link.prose import RUN, WIDE, Prose
from onrecord.records import Passage, Shared, Sharing

PLACES = 8  # of one run of words in an article, that are tried
SAME_SENTENCE = 0.7  # of its own words in the other article: a figure or a name may be another
COPY = 0.6  # of the shorter article's own words
FEW_SENTENCES = 2  # in common that a copy has at least
_OWN = bytes([1, 0, *bytes(254)])  # a word is the reporter's where it is not quoted
PASSAGE_WORDS = 18  # of the reporter's own, in sentences in common: below it, two may have hit on the same words


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The same `length` words from `left` on in the one article and from `right` on in the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One article of a pair: which of its sentences the other has, and how many of its own words."""

    sentences: int
    shared: tuple[tuple[int, int], ...]
    own_covered: int
    own_shared: int  # own words of the sentences in common


@dataclass(frozen=True)
class Laid:
    """An article laid out to be held against others: which words are its own, and where its runs of words stand.

    `own` has 1 for a word of the reporter's; of each sentence `sentences` has the first word, the one after its last
    and how many are the reporter's.
    """

    prose: Prose
    own: bytes
    sentences: tuple[tuple[int, int, int], ...]

    @classmethod
    def out(cls, prose: Prose) -> Laid:
        """The article laid out."""
        own = prose.quoted.translate(_OWN)
        sentences = tuple((first, after, own.count(1, first, after)) for first, after in prose.sentence_bounds())
        return cls(prose, own, sentences)

    @cached_property
    def places(self) -> dict[bytes, list[int]]:
        """Where each run of RUN words begins, the first PLACES of them."""
        places: dict[bytes, list[int]] = {}
        numbers = self.prose.numbers
        for at in range(self.prose.count - RUN + 1):
            found = places.setdefault(numbers[at * WIDE : (at + RUN) * WIDE], [])
            if len(found) < PLACES:
                found.append(at)
        return places


def shared_runs(left: Prose, right: Laid) -> list[Run]:
    """The longest runs of words that both have, from left to right in the left one; none overlap there."""
    runs: list[Run] = []
    at = 0
    while at <= left.count - RUN:
        places = right.places.get(left.numbers[at * WIDE : (at + RUN) * WIDE])
        if not places:
            at += 1
            continue
        length, place = max((_length(left, right.prose, at, place), -place) for place in places)
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


def _side(row: Laid, stretches: Iterable[tuple[int, int]]) -> Side:
    """The article with what of it lies in these stretches of words."""
    covered = bytearray(row.prose.count)  # 1 for a word of its own in one of them
    for first, length in stretches:
        covered[first : first + length] = row.own[first : first + length]
    shared = []
    own_shared = 0
    for first, after, own in row.sentences:
        if covered.count(1, first, after) >= SAME_SENTENCE * own:
            shared.append((first, after))
            own_shared += own
    return Side(sentences=len(row.sentences), shared=tuple(shared), own_covered=covered.count(1), own_shared=own_shared)


def compare_prose(left: Prose, right: Laid) -> Shared | None:
    """What the two articles share, `left` having the lesser id; None where that is nothing to speak of."""
    runs = shared_runs(left, right)
    if sum(run.length for run in runs) < SAME_SENTENCE * PASSAGE_WORDS:
        return None
    one = _side(Laid.out(left), ((run.left, run.length) for run in runs))
    other = _side(right, ((run.right, run.length) for run in runs))
    shorter, side = (left, one) if is_shorter(left, right.prose) else (right.prose, other)
    if not one.shared or not other.shared or side.own_shared < PASSAGE_WORDS:
        return None
    score = side.own_covered / shorter.own
    copied = score >= COPY and len(side.shared) >= min(FEW_SENTENCES, side.sentences)
    return Shared(
        left=left.id,
        right=right.prose.id,
        sharing=Sharing.COPY if copied else Sharing.PASSAGES,
        score=round(score, 4),
        left_shared=len(one.shared),
        left_of=one.sentences,
        right_shared=len(other.shared),
        right_of=other.sentences,
        passages=_passages((left, one), (right.prose, other), runs),
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
