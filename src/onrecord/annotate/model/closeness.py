"""How near two texts are in meaning, by the shipped word vectors: what is found in other words is put in order by it.

A text has the mean of its words' vectors, a word the weight of how rare it is in English: the tokenizer's vocabulary
stands in the order of frequency. The encoder's own states tell paraphrases worse (`benchmarks/searching.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.annotate.model.files import FOLDER
from onrecord.annotate.model.words import Words
from onrecord.text.stems import STOPWORDS
from onrecord.text.words import words

FIRST_WORD = 1_996  # in the vocabulary; before it stand signs and single letters
KEPT = 50_000  # words
Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closeness:
    """A text to which others are compared."""

    vector: Vector

    def of(self, text: str) -> float:
        """The cosine of the angle between both texts, 1 for the same words; 0 where one has no words."""
        return round(float(self.vector @ _vector(text)), 4)


def closeness_to(text: str) -> Closeness:
    """What others are compared to."""
    return Closeness(vector=_vector(text))


def _vector(text: str) -> Vector:
    several = [_word(one.lower) for one in words(text) if one.lower not in STOPWORDS]
    whole: Vector = np.sum(several, axis=0, dtype=np.float32) if several else np.zeros(1, dtype=np.float32)
    length = float(np.linalg.norm(whole))
    return whole / np.float32(length) if length else np.zeros(_words().rows["codes"].shape[1], dtype=np.float32)


@lru_cache(maxsize=KEPT)
def _word(word: str) -> Vector:
    """The mean of the vectors of the word's pieces, the rarer the longer."""
    ids = _tokenizer().encode(word, add_special_tokens=False).ids
    weight = math.log(1 + max(*ids, FIRST_WORD) - FIRST_WORD + 1) if ids else 0.0
    found: Vector = _words().vectors(np.asarray(ids or [0])).mean(0) * np.float32(weight)
    return found


@cache
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@cache
def _words() -> Words:
    return Words.open(FOLDER / "words.npy")
