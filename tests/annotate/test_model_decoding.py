from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.annotate.model.decoding import best_tags, find_stretches
from onrecord.annotate.model.labels import (
    BEGIN,
    CONTENT,
    CUE,
    END,
    INSIDE,
    SINGLE,
    TAG_COUNT,
    may_begin,
    may_end,
    may_follow,
    tag_of,
)

NO_MOVES = np.zeros((TAG_COUNT, TAG_COUNT), dtype=np.float32)
LENGTHS = st.lists(st.integers(1, 12), min_size=1, max_size=6)


def scores_of(seed: int, count: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(0, 3, (count, TAG_COUNT)).astype(np.float32)


def paragraphs_of(lengths: list[int]) -> list[tuple[int, int]]:
    edges = [0, *itertools.accumulate(lengths)]
    return list(itertools.pairwise(edges))


def told(*tags: int) -> NDArray[np.float32]:
    scores = np.full((len(tags), TAG_COUNT), -5, dtype=np.float32)
    scores[np.arange(len(tags)), list(tags)] = -0.1
    return scores


@given(st.integers(0, 10_000), LENGTHS)
@settings(max_examples=40, deadline=None)
def test_every_paragraph_is_a_chain_of_tags_that_may_follow_each_other(seed: int, lengths: list[int]) -> None:
    best = best_tags(scores_of(seed, sum(lengths)), paragraphs_of(lengths), NO_MOVES).tolist()
    for start, stop in paragraphs_of(lengths):
        assert may_begin(best[start])
        assert may_end(best[stop - 1])
        assert all(may_follow(a, b) for a, b in itertools.pairwise(best[start:stop]))


@given(st.integers(0, 10_000), LENGTHS)
@settings(max_examples=40, deadline=None)
def test_a_paragraph_is_tagged_the_same_alone_and_among_others(seed: int, lengths: list[int]) -> None:
    scores = scores_of(seed, sum(lengths))
    together = best_tags(scores, paragraphs_of(lengths), NO_MOVES)
    for start, stop in paragraphs_of(lengths):
        alone = best_tags(scores[start:stop], [(0, stop - start)], NO_MOVES)
        assert together[start:stop].tolist() == alone.tolist()


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_no_allowed_chain_scores_higher_than_the_one_found(seed: int) -> None:
    scores, moves = scores_of(seed, 3), scores_of(seed + 1, TAG_COUNT)

    def worth(chain: tuple[int, ...]) -> float:
        inner = sum(float(moves[a, b]) for a, b in itertools.pairwise(chain))
        return inner + sum(float(scores[at, tag]) for at, tag in enumerate(chain))

    allowed = [
        chain
        for chain in itertools.product(range(TAG_COUNT), repeat=3)
        if may_begin(chain[0]) and may_end(chain[-1]) and all(may_follow(a, b) for a, b in itertools.pairwise(chain))
    ]
    found = tuple(best_tags(scores, [(0, 3)], moves).tolist())
    assert worth(found) >= max(map(worth, allowed)) - 1e-3


def test_stretches_of_one_role_side_by_side_stay_two() -> None:
    tags = told(tag_of(CONTENT, BEGIN), tag_of(CONTENT, END), tag_of(CONTENT, BEGIN), tag_of(CONTENT, END))
    found = find_stretches(tags, [(0, 4)], NO_MOVES)
    assert [(each.start, each.stop) for each in found] == [(0, 2), (2, 4)]


def test_a_stretch_ends_with_its_paragraph() -> None:
    inside = told(tag_of(CONTENT, BEGIN), *[tag_of(CONTENT, INSIDE)] * 4)
    found = find_stretches(inside, [(0, 3), (3, 5)], NO_MOVES)
    assert [(each.start, each.stop) for each in found][:1] == [(0, 3)]


def test_a_single_piece_can_be_a_stretch() -> None:
    found = find_stretches(told(0, tag_of(CUE, SINGLE), 0), [(0, 3)], NO_MOVES)
    assert [(each.role, each.start, each.stop) for each in found] == [(CUE, 1, 2)]


def test_no_pieces_are_no_stretches() -> None:
    assert find_stretches(told()[:0], [], NO_MOVES) == ()
