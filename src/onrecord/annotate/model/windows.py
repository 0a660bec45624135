"""What the encoder reads at once: whole sentences, as many as it takes, the last read again with the next ones."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.model.pieces import Pieces

LONGEST = 158  # word pieces, [CLS] and [SEP] included: what the model was trained on
OVERLAP = 40  # a last sentence of up to so many pieces is read again at the head of the next window


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Pieces `[start, stop)` of a block, read in one pass."""

    start: int
    stop: int


def cut_windows(pieces: Pieces) -> tuple[Window, ...]:
    """Windows that together hold every piece; none parts a sentence that fits into one."""
    found: list[Window] = []
    first = 0
    while first < len(pieces.sentences):
        start = pieces.sentences[first][0]
        stop = first + 1
        while stop < len(pieces.sentences) and pieces.sentences[stop][1] - start <= LONGEST - 2:
            stop += 1
        found.append(Window(start=start, stop=pieces.sentences[stop - 1][1]))
        first = stop - 1 if stop - 1 > first and _fits_again(pieces, stop) else stop
    return tuple(found)


def _fits_again(pieces: Pieces, stop: int) -> bool:
    """Whether the sentence before `stop` is short, and the one at `stop` fits into a window with it."""
    if stop >= len(pieces.sentences):
        return False
    left, right = pieces.sentences[stop - 1]
    return right - left <= OVERLAP and pieces.sentences[stop][1] - left <= LONGEST - 2
