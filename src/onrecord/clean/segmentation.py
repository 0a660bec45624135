"""A text to the segments that cover it: every pass over a page, in order."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.clean.blocks import Block, find_blocks
from onrecord.clean.captions import is_caption
from onrecord.clean.creditlines import is_credit_line
from onrecord.clean.datelines import find_dateline
from onrecord.clean.families import AGE, KICKER, LINK, NAVIGATION, OTHER_BYLINE, SEPARATOR, tell
from onrecord.clean.front import tell_front, tell_lines
from onrecord.clean.labels import date_stamp
from onrecord.clean.marks import Mark, Page, furniture
from onrecord.clean.promos import tell_promos
from onrecord.clean.published import is_imprint
from onrecord.clean.tail import tell_tail
from onrecord.clean.told import Layout, Line
from onrecord.records import Segment, SegmentKind

# What a line is where menus and lists of links stand; in an article that markup tells it may be a title or an item.
OF_MENUS = frozenset({AGE, KICKER, LINK, NAVIGATION, OTHER_BYLINE, SEPARATOR})


def read_page(text: str, lines: Sequence[Line] = (), layout: Layout = Layout.TEXT) -> Page:
    """The page with every block told; `lines` are those of which something else than the text tells what they are.

    Where markup told the article from the rest of its page, only lines that tell themselves are no body.
    """
    blocks = find_blocks(text)
    known = {
        block.index: Mark(kind=one.kind)
        for one in lines
        for block in blocks
        if block.start < one.span.end and one.span.start < block.end
    }
    page = Page(text=text, blocks=blocks, marks=known)
    page = page.marked({block.index: mark for block in page.blocks if (mark := _own_mark(text, block)) is not None})
    if layout is Layout.PAGE:
        return _all_body(_without(tell_lines(page)))
    page = tell_front(page)
    body = _body_start(page)
    page = tell_promos(page, body)
    page = tell_tail(page, body)
    return _all_body(page)


def _all_body(page: Page) -> Page:
    """The page, with whatever nothing was told of as its body."""
    return page.marked({block.index: Mark(kind=SegmentKind.BODY) for block in page.blocks})


def _without(page: Page) -> Page:
    """The page without marks that only hold where menus and lists of links may stand."""
    kept = {index: mark for index, mark in page.marks.items() if mark.reason not in OF_MENUS}
    return Page(text=page.text, blocks=page.blocks, marks=kept)


def _own_mark(text: str, block: Block) -> Mark | None:
    """What a line tells by itself."""
    if is_imprint(text, block.words_start, block.words_end):
        return Mark(kind=SegmentKind.BYLINE)
    if is_caption(block):
        return Mark(kind=SegmentKind.CAPTION)
    if is_credit_line(block):
        return Mark(kind=SegmentKind.CREDIT)
    family = tell(block)
    return None if family is None else furniture(family)


def _body_start(page: Page) -> int:
    """The first block of running text that the front left open."""
    return next((block.index for block in page.blocks if block.index not in page.marks), len(page.blocks))


def segments_of(page: Page) -> tuple[Segment, ...]:
    """The segments of a told page: disjoint, in order, covering all that is not white space."""
    found: list[Segment] = []
    first = True
    for block in page.blocks:
        mark = page.marks[block.index]
        if mark.kind is SegmentKind.BODY:
            found.extend(_body_segments(page.text, block, is_first=first))
            first = False
        else:
            found.append(Segment(start=block.start, end=block.end, kind=mark.kind, reason=mark.reason))
    return tuple(found)


def _body_segments(text: str, block: Block, *, is_first: bool) -> list[Segment]:
    """A paragraph, with the date stamp and the dateline before its words cut off."""
    found: list[Segment] = []
    start = block.start
    if is_first:
        words = date_stamp(text, block.words_start, block.end)
        if words > block.words_start:
            found.append(_stripped(text, start, words, SegmentKind.BYLINE))
            start = words
    dateline = find_dateline(text, max(start, block.words_start), block.end)
    if dateline is not None and (is_first or dateline.agency is not None):
        found.append(_stripped(text, start, dateline.end, SegmentKind.DATELINE))
        start = dateline.end
    while text[start].isspace():
        start += 1
    found.append(Segment(start=start, end=block.end, kind=SegmentKind.BODY))
    return found


def _stripped(text: str, start: int, end: int, kind: SegmentKind) -> Segment:
    while text[end - 1].isspace():
        end -= 1
    return Segment(start=start, end=end, kind=kind)
