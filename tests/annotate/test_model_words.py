from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TypeAlias

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.annotate.model.words import Words

Vectors: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.float32]]
VECTORS = arrays(np.float32, (7, 5), elements=st.floats(-4, 4, width=32))


@given(VECTORS)
def test_a_word_comes_back_within_half_a_step_of_its_scale(
    vectors: Vectors,
) -> None:
    found = Words.of(vectors).vectors(np.arange(7))
    half = np.abs(vectors).max(axis=1, keepdims=True) / 127 / 2
    assert np.all(np.abs(found - vectors) <= half * 1.001 + 1e-6)


@given(VECTORS)
@settings(max_examples=20)
def test_words_that_were_saved_are_the_same(vectors: Vectors) -> None:
    words = Words.of(vectors)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.npy"
        words.save(path)
        assert np.array_equal(Words.open(path).vectors(np.array([6, 0, 6])), words.vectors(np.array([6, 0, 6])))
