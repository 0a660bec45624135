"""A stance weighed by a small network over the words of a sentence: this module alone opens its weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.records import Stance
from onrecord.text.stems import stem
from onrecord.text.words import words

NONE = "NONE"  # what takes no line
UNKNOWN = 0  # the row of words that are not in the table
SIDES = 2  # neighbours on each side that a word is read with
Numbers = NDArray[np.float32]


class Weighed(NamedTuple):
    """The likeliest stance of cue and content, or None for no line, and its share."""

    stance: Stance | None
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learnt: a row of numbers a word, how neighbours mix, where each class looks and what it sees there.

    Shapes: `table` (words, width), `mix` (5 x width, mixed), `look` and `see` (mixed, classes).
    """

    classes: tuple[str, ...]
    rows: dict[str, int]
    table: Numbers
    mix: Numbers
    mix_bias: Numbers
    look: Numbers
    see: Numbers
    see_bias: Numbers

    def ids(self, told: list[str]) -> NDArray[np.int64]:
        """The row of each word, or of another word of its stem, or UNKNOWN."""
        return np.array([self.rows.get(each) or self.rows.get(stem_key(each), UNKNOWN) for each in told], np.int64)

    def votes(self, rows: NDArray[np.int64]) -> Numbers:
        """What each word adds to the score of each class, `(..., words, classes)`."""
        mixed = np.maximum(neighbours(self.table[rows]) @ self.mix + self.mix_bias, 0)
        votes: Numbers = shares(mixed @ self.look, axis=-2) * (mixed @ self.see + self.see_bias)
        return votes


def weigh(cue: str, content: str) -> Weighed:
    """What the network makes of cue and content together."""
    weights = _weights()
    told = words_of(f"{cue} {content}")
    if not told:
        return Weighed(stance=None, share=0.0)
    found = shares(weights.votes(weights.ids(told)).sum(axis=0), axis=0)
    best = int(np.argmax(found))
    stance = None if weights.classes[best] == NONE else Stance(weights.classes[best])
    return Weighed(stance=stance, share=float(found[best]))


def is_told_by_cue(stance: Stance, cue: str, content: str) -> bool:
    """Whether the word without which the stance's score would be least stands in the cue."""
    weights = _weights()
    rows = weights.ids(words_of(f"{cue} {content}"))
    without = np.repeat(rows[None], len(rows), axis=0)
    np.fill_diagonal(without, UNKNOWN)
    scores = weights.votes(without)[..., weights.classes.index(stance)].sum(axis=-1)
    return int(np.argmin(scores)) < len(words_of(cue))


def shares_in(weights: Weights, sentence: str) -> Numbers:
    """The share of each class in a sentence that has words."""
    return shares(weights.votes(weights.ids(words_of(sentence))).sum(axis=0), axis=0)


def words_of(sentence: str) -> list[str]:
    """The words of a sentence in lower case."""
    return [each.lower for each in words(sentence)]


def stem_key(word: str) -> str:
    """Under what key a word's stem has a row: the first word of that stem stands for the others."""
    return f"~{stem(word)}"


def neighbours(seen: Numbers) -> Numbers:
    """Each row with those of SIDES neighbours before and behind, zeros beyond the ends: `(..., words, 5 x width)`."""
    length = seen.shape[-2]
    beyond = np.zeros((*seen.shape[:-2], SIDES, seen.shape[-1]), seen.dtype)
    padded = np.concatenate([beyond, seen, beyond], axis=-2)
    return np.concatenate([padded[..., at : at + length, :] for at in range(2 * SIDES + 1)], axis=-1)


def shares(scores: Numbers, axis: int) -> Numbers:
    """Scores as shares that add up to one."""
    raised = np.exp(scores - scores.max(axis=axis, keepdims=True))
    found: Numbers = raised / raised.sum(axis=axis, keepdims=True)
    return found


@cache
def _weights() -> Weights:
    with as_file(files("onrecord.derive").joinpath("stances.npz")) as path:
        return read_weights(path)


def read_weights(path: Path) -> Weights:
    """The weights that lie at `path`; the table's numbers are bytes, with a scale a column."""
    with np.load(path, allow_pickle=False) as kept:
        rows = bytes(kept["words"]).decode("utf-8").split("\n")
        return Weights(
            classes=tuple(bytes(kept["classes"]).decode("ascii").split("\n")),
            rows=rows_of(rows),
            table=kept["table"].astype(np.float32) * kept["scales"],
            mix=kept["mix"].astype(np.float32),
            mix_bias=kept["mix_bias"].astype(np.float32),
            look=kept["look"].astype(np.float32),
            see=kept["see"].astype(np.float32),
            see_bias=kept["see_bias"].astype(np.float32),
        )


def rows_of(vocabulary: list[str]) -> dict[str, int]:
    """The row of each word, and of each stem that of its first word; row UNKNOWN is nobody's."""
    found = {word: row for row, word in enumerate(vocabulary, start=UNKNOWN + 1)}
    for row, word in enumerate(vocabulary, start=UNKNOWN + 1):
        found.setdefault(stem_key(word), row)
    return found
