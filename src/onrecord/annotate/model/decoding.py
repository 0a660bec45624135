"""From scores of tags to stretches: the best chain of tags of each paragraph, all paragraphs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.model.labels import IMPOSSIBLE, OUTSIDE, SOURCE, TAG_COUNT, may_begin, may_end, may_follow
from onrecord.annotate.model.network import Numbers

_FORBIDDEN = np.array(
    [[0.0 if may_follow(a, b) else IMPOSSIBLE for b in range(TAG_COUNT)] for a in range(TAG_COUNT)], dtype=np.float32
)
_FIRST = np.array([0.0 if may_begin(tag) else IMPOSSIBLE for tag in range(TAG_COUNT)], dtype=np.float32)
# Sources are tagged a little sooner than their probability says: chosen on held-out articles of the training part.
_LEAN = np.array(
    [0.0 if tag == OUTSIDE or (tag - 1) // 4 != SOURCE else 0.5 for tag in range(TAG_COUNT)], dtype=np.float32
)
# Names are tagged long before they are probable: capitals tell whether there is one, the tag only what kind. Chosen on
# GUM's development part, where the kinds right went from .837 to .858.
_NAMES_LEAN = np.array([0.0 if tag == OUTSIDE else 2.0 for tag in range(TAG_COUNT)], dtype=np.float32)
_LAST = np.array([0.0 if may_end(tag) else IMPOSSIBLE for tag in range(TAG_COUNT)], dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Pieces `[start, stop)` of a block that have one role; `sure` is the mean probability of their tags."""

    role: int
    start: int
    stop: int
    sure: float


def find_stretches(tags: Numbers, paragraphs: list[tuple[int, int]], moves: Numbers) -> tuple[Stretch, ...]:
    """The stretches of the best chain of every paragraph, in order; none reaches over a paragraph's end."""
    return _stretches(best_tags(tags + _LEAN, paragraphs, moves), tags)


def find_names(names: Numbers, paragraphs: list[tuple[int, int]]) -> tuple[Stretch, ...]:
    """The names of the best chain of every paragraph, in order, each with the number of its kind for a role."""
    return _stretches(best_tags(names + _NAMES_LEAN, paragraphs, np.zeros_like(_FORBIDDEN)), names)


def _stretches(best: NDArray[np.int64], scores: Numbers) -> tuple[Stretch, ...]:
    sure = np.exp(scores[np.arange(len(best)), best]) if len(best) else np.zeros(0, dtype=np.float32)
    found: list[Stretch] = []
    start = 0
    for at, tag in enumerate(best.tolist()):
        if tag == OUTSIDE:
            continue
        if may_begin(tag):
            start = at
        if may_end(tag):
            mean = float(sure[start : at + 1].mean())
            found.append(Stretch(role=(tag - 1) // 4, start=start, stop=at + 1, sure=mean))
    return tuple(found)


def best_tags(tags: Numbers, paragraphs: list[tuple[int, int]], moves: Numbers) -> NDArray[np.int64]:
    """The tags of the best allowed chain of each paragraph (Viterbi), one a piece.

    Paragraphs take their steps together, the longest first, so that those still running are always the first rows.
    """
    best = np.zeros(len(tags), dtype=np.int64)
    if not paragraphs:
        return best
    longest_first = sorted(paragraphs, key=lambda each: each[0] - each[1])
    starts = np.array([start for start, _ in longest_first])
    lengths = np.array([stop - start for start, stop in longest_first])
    moves = moves + _FORBIDDEN
    sums = tags[starts] + _FIRST
    came_from: list[NDArray[np.int8]] = []
    running = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
    for step in range(1, len(running)):
        rows = running[step]
        ways = sums[:rows, :, None] + moves
        came_from.append(ways.argmax(axis=1).astype(np.int8))
        sums[:rows] = ways.max(axis=1) + tags[starts[:rows] + step]
    last = (sums + _LAST).argmax(axis=1)
    for step in range(len(running) - 1, -1, -1):
        rows = running[step]
        best[starts[:rows] + step] = last[:rows]
        if step:
            last[:rows] = came_from[step - 1][np.arange(rows), last[:rows]]
    return best
