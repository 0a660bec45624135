from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.model.pieces import LONGEST_SENTENCE, Pieces
from onrecord.annotate.model.windows import LONGEST, OVERLAP, cut_windows

LENGTHS = st.lists(st.integers(1, LONGEST_SENTENCE), max_size=40)


def pieces_of(lengths: list[int]) -> Pieces:
    edges = [0, *itertools.accumulate(lengths)]
    return Pieces(ids=[5] * edges[-1], sentences=list(itertools.pairwise(edges)))


@given(LENGTHS)
def test_every_sentence_stands_whole_in_some_window(lengths: list[int]) -> None:
    pieces = pieces_of(lengths)
    windows = cut_windows(pieces)
    for start, stop in pieces.sentences:
        assert any(window.start <= start and stop <= window.stop for window in windows)


@given(LENGTHS)
def test_no_window_is_longer_than_what_the_model_was_trained_on(lengths: list[int]) -> None:
    assert all(window.stop - window.start + 2 <= LONGEST for window in cut_windows(pieces_of(lengths)))


@given(LENGTHS)
def test_windows_share_no_more_than_one_short_sentence(lengths: list[int]) -> None:
    for left, right in itertools.pairwise(cut_windows(pieces_of(lengths))):
        assert 0 <= left.stop - right.start <= OVERLAP


@given(LENGTHS)
def test_no_window_lies_within_another(lengths: list[int]) -> None:
    for left, right in itertools.pairwise(cut_windows(pieces_of(lengths))):
        assert left.start < right.start
        assert left.stop < right.stop
