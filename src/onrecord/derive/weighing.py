"""A stance weighed by a small network over the words of a sentence: this module alone opens its weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.records import Stance
from onrecord.text.stems import stem
from onrecord.text.words import words

NONE = "NONE"  # what takes no line
UNKNOWN = 0  # the row of words that are not in the table
SIDES = 2  # neighbours on each side that a word is read with
_REASONS = 3
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The likeliest stance of cue and content, or None for no line, and its share.

    `reasons` are the words without which the stance's score would be least; `by_cue` is whether the first stands in the
    cue.
    """

    stance: Stance | None
    share: float
    by_cue: bool
    reasons: tuple[str, ...]


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
    return weigh_with(_weights(), cue, content)


def weigh_with(weights: Weights, cue: str, content: str) -> Weighed:
    """The same by given weights."""
    told = words_of(f"{cue} {content}")
    if not told:
        return Weighed(stance=None, share=0.0, by_cue=False, reasons=())
    rows = weights.ids(told)
    found = shares(weights.votes(rows).sum(axis=0), axis=0)
    best = int(np.argmax(found))
    if weights.classes[best] == NONE:
        return Weighed(stance=None, share=float(found[best]), by_cue=False, reasons=())
    foremost = _foremost(weights, rows, best)
    return Weighed(
        stance=Stance(weights.classes[best]),
        share=float(found[best]),
        by_cue=foremost[0] < len(words_of(cue)),
        reasons=tuple(told[at] for at in foremost),
    )


def _foremost(weights: Weights, rows: NDArray[np.int64], best: int) -> list[int]:
    """The words whose want lowers the score most, first what lowers it most."""
    without = np.repeat(rows[None], len(rows), axis=0)
    np.fill_diagonal(without, UNKNOWN)
    scores = weights.votes(without)[..., best].sum(axis=-1)
    return [int(at) for at in np.argsort(scores, kind="stable")[:_REASONS]]


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
    padded = np.pad(seen, [(0, 0)] * (seen.ndim - 2) + [(SIDES, SIDES), (0, 0)])
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
