"""The lines and paragraphs of a text, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.clean.shapes import Shape

# A typed page is as wide as this; in wider and narrower texts each line is a paragraph of its own.
WIDEST_PAGE = 100
NARROWEST_PAGE = 45
_CLOSERS = "\"'”’»)]"
# Marks of Markdown before a line's words, and of emphasis around them.
_MARKER = re.compile(r"(?:#{1,6}|>(?:[ \t]*>)*)[ \t]+|[*+•·▪◦‣●■-][ \t]+(?=\S)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<inner>[^*_]{1,590})(?<=\S)\1")
_LONE_LINK = re.compile(r"!?\[(?P<inner>[^\]\n]{0,300})\]\([^)\s]{0,500}\)")
# Beyond this a paragraph is not marked up as a whole.
LONGEST_MARKED = 600
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, or a line standing for itself: `text[start:end]` without the white space around it.

    `marker` is the Markdown before the words ("# ", "> ", "!["), `gap` whether a blank line stands before,
    `is_emphasised` whether all of it is in italics or bold, and `shape` is of the words without markup, which
    begin at `words_start` and end at `words_end`.
    """

    index: int
    start: int
    end: int
    marker: str
    gap: bool
    is_emphasised: bool
    words_start: int
    words_end: int
    shape: Shape

    @property
    def text(self) -> str:
        """The words, without markup."""
        return self.shape.text

    @property
    def is_heading(self) -> bool:
        """Whether Markdown marks it as a heading."""
        return self.marker.startswith("#")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    gap: bool
    indent: bool


def find_blocks(text: str) -> tuple[Block, ...]:
    """Every paragraph of the text, in order; lines wrapped at the width of a page are put together."""
    lines = _lines(text)
    spans = _join_wrapped(text, lines) if _is_wrapped(text, lines) else [(one.start, one.end, one.gap) for one in lines]
    return tuple(_block(text, index, place) for index, place in enumerate(spans))


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    place, gap = 0, False
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare.strip(INVISIBLE):
            start = place + len(line) - len(line.lstrip())
            found.append(_Line(start=start, end=start + len(bare), gap=gap, indent=start - place >= 2))
            gap = False
        else:
            gap = gap or bool(found)
        place += len(line)
    return found


def _is_wrapped(text: str, lines: Sequence[_Line]) -> bool:
    """Whether most line breaks inside a run of lines stand where a page was full, in mid-sentence."""
    widths = [one.end - one.start for one in lines]
    width = _page_width(widths)
    if not NARROWEST_PAGE <= width <= WIDEST_PAGE:
        return False
    pairs = [(left, right) for left, right in pairwise(lines) if not right.gap]
    full = [left for left, right in pairs if _is_full(text, left, right, width)]
    open_ended = sum(text[one.end - 1] not in ".!?" for one in full)
    return len(full) >= 2 and len(full) >= 0.5 * len(pairs) and open_ended >= 0.6 * len(full)


def _page_width(widths: Sequence[int]) -> int:
    """The width that nearly all lines keep to: one link or table may stick out."""
    ranked = sorted(widths)
    return ranked[-1 - len(ranked) // 50] if ranked else 0


def _is_full(text: str, left: _Line, right: _Line, width: int) -> bool:
    """Whether the first word of `right` would not have fitted on `left`."""
    word = text[right.start : right.start + WIDEST_PAGE].split(None, 1)[0]
    return left.end - left.start + 1 + len(word) > width - 1 and left.end - left.start >= width // 2


def _join_wrapped(text: str, lines: Sequence[_Line]) -> list[tuple[int, int, bool]]:
    width = _page_width([one.end - one.start for one in lines])
    joined: list[tuple[int, int, bool]] = []
    previous: _Line | None = None
    for line in lines:
        goes_on = previous is not None and not line.gap and _continues(text, previous, line, width)
        if goes_on:
            start, _, gap = joined[-1]
            joined[-1] = (start, line.end, gap)
        else:
            joined.append((line.start, line.end, line.gap))
        previous = line
    return joined


def _continues(text: str, left: _Line, right: _Line, width: int) -> bool:
    if right.indent and not left.indent:
        return False
    if _MARKER.match(text, right.start) and text[right.start] != ">":
        return False
    if _is_full(text, left, right, width):
        return True
    # Ragged wrapping by hand: a line that stops in mid-sentence goes on where the next begins in lower case.
    return (
        text[left.end - 1] not in ".!?:" + _CLOSERS
        and text[right.start].islower()
        and left.end - left.start > width // 2
    )


def _block(text: str, index: int, place: tuple[int, int, bool]) -> Block:
    start, end, gap = place
    marker = _MARKER.match(text, start, min(end, start + 40))
    words_start = marker.end() if marker else start
    while words_start < end and text[words_start] in INVISIBLE:
        words_start += 1
    link = _LONE_LINK.fullmatch(text, words_start, end) if end - words_start <= LONGEST_MARKED else None
    emphasis = _EMPHASIS.fullmatch(text, words_start, end) if end - words_start <= LONGEST_MARKED else None
    inner = next((hit.span("inner") for hit in (link, emphasis) if hit and hit["inner"].strip()), (words_start, end))
    return Block(
        index=index,
        start=start,
        end=end,
        marker="![" if link and text[words_start] == "!" else text[start : marker.end()] if marker else "",
        gap=gap,
        is_emphasised=emphasis is not None,
        words_start=inner[0],
        words_end=inner[1],
        shape=Shape(text=" ".join(text[inner[0] : inner[1]].split())),
    )
