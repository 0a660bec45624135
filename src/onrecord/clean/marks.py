"""What each block of a page is taken to be, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.clean.blocks import Block
from onrecord.records import SegmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That a block is of this kind, and how that was told."""

    kind: SegmentKind
    reason: str = ""


# The front of a page is looked for in its first blocks only.
FRONT_BLOCKS = 120
Marks = Mapping[int, Mark]


def furniture(reason: str) -> Mark:
    """The mark of a block that is no part of the article."""
    return Mark(kind=SegmentKind.FURNITURE, reason=reason)


@dataclass(frozen=True, kw_only=True)
class Page:
    """The text, its blocks, and what has been told of them so far."""

    text: str
    blocks: tuple[Block, ...]
    marks: Marks

    def marked(self, more: Marks) -> Page:
        """The page with more blocks told; what was told before stands."""
        return Page(text=self.text, blocks=self.blocks, marks={**more, **self.marks})

    def remarked(self, more: Marks) -> Page:
        """The page with blocks told anew."""
        return Page(text=self.text, blocks=self.blocks, marks={**self.marks, **more})

    def kind(self, index: int) -> SegmentKind | None:
        """What the block was told to be; None while it is open."""
        mark = self.marks.get(index)
        return None if mark is None else mark.kind

    def open_prose(self) -> list[Block]:
        """The blocks of running text that nothing has been told of."""
        return [block for block in self.blocks if block.index not in self.marks and block.shape.is_prose]

    @cached_property
    def printings(self) -> Counter[str]:
        """How many times each line stands on the page, folded."""
        return Counter(block.shape.key for block in self.blocks)

    @cached_property
    def is_spaced(self) -> bool:
        """Whether blank lines stand between most paragraphs of running text."""
        prose = [block for block in self.blocks if block.shape.is_prose][1:]
        return sum(block.gap for block in prose) > 0.6 * len(prose)


def run_of(blocks: Sequence[Block], start: int, stop: int) -> Sequence[Block]:
    """The blocks from index `start` to before `stop`, kept inside the page."""
    return blocks[max(0, start) : max(0, min(len(blocks), stop))]
