"""The end of the article, and what stands after it: writers' lives, what the outlet is, lists, comments."""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import looks_like_person
from onrecord.clean.families import AGE, COMMENTS, LEGAL, NAVIGATION, NOTICE, OTHER_BYLINE, RUBRIC, THANKS
from onrecord.clean.marks import Mark, Page, furniture
from onrecord.records import SegmentKind

AFTER = "after the article"
LIFE = "about the author"
ABOUT = "about the outlet"
NAME = "name of the outlet or author"
_PRESS_ROLE = (
    r"(?:reporter|correspondent|journalist|editor|writer|columnist|producer|contributor|anchor|photojournalist|photographer|"
    r"bureau chief|intern|news ?desk|fellow|author|researcher|analyst|commentator|host)"
)
_LIFE = re.compile(
    rf"(?P<name>(?:[A-Z][\w.'’-]+ ){{1,4}}?)(?:is|was|has been|joined|covers|writes|reports|works|worked|holds|graduated|studied)\b"
    rf"(?:.{{0,160}}\b{_PRESS_ROLE}\b|.{{0,40}}\b(?:covers|covering|writes|reports) )",
    re.DOTALL,
)
_LIFE_ENDS = re.compile(r"\b(?:follow (?:him|her|them|me)|(?:reach|contact|e-?mail) (?:him|her|them|me)|(?:he|she) (?:can be reached|tweets))\b", re.IGNORECASE)
_OUTLET_IS = re.compile(
    r"(?P<name>(?:The )?(?:[A-Z][\w.'’&-]*,? ){1,5})(?:is|was founded|has been|publishes|provides|delivers|covers|brings)\b.{0,140}"
    r"\b(?:news(?:paper)?|outlet|publication|newsroom|journalism|media|broadcaster|magazine|(?:news )?(?:agency|organi[sz]ation|site|website|service)|voice|coverage)\b",
    re.DOTALL,
)
# After these the page is done with the article, unless two paragraphs of running text follow.
_CLOSING = frozenset({COMMENTS, LEGAL, NAVIGATION, NOTICE, THANKS, RUBRIC, AGE, OTHER_BYLINE, LIFE, ABOUT, AFTER})


def tell_tail(page: Page, body: int) -> Page:
    """The page with everything after the last paragraph of its body told."""
    page = page.remarked(_lives(page, body))
    end = _end_of_body(page, body)
    marks = {block.index: furniture(AFTER) for block in page.blocks[end:] if block.index not in page.marks}
    return page.remarked(marks)


def _lives(page: Page, body: int) -> dict[int, Mark]:
    """Lives of authors and what outlets say of themselves, after the middle of the text."""
    names = _signing_names(page)
    marks: dict[int, Mark] = {}
    prose = [block for block in page.open_prose() if block.index >= body]
    for place, block in enumerate(prose):
        late = place >= max(1, len(prose) - 6)
        if not late or len(block.shape.words) > 120:
            continue
        if _is_life(block, names):
            marks[block.index] = furniture(LIFE)
        elif _is_about(page, block):
            marks[block.index] = furniture(ABOUT)
    return marks


def _signing_names(page: Page) -> set[str]:
    """Names in bylines, and names that stand alone on a line after the beginning."""
    signed = {block.text for block in page.blocks if page.kind(block.index) is SegmentKind.BYLINE}
    alone = {block.text for block in page.blocks if page.kind(block.index) is None and looks_like_person(block.text)}
    return signed | alone


def _is_life(block: Block, names: set[str]) -> bool:
    hit = _LIFE.match(block.shape.sample)
    if hit is None:
        return False
    name = hit["name"].strip()
    known = any(name in signed for signed in names)
    return known or _LIFE_ENDS.search(block.text[-160:]) is not None


def _is_about(page: Page, block: Block) -> bool:
    """Whether the paragraph says what a news organisation is that stands alone on a line of the page."""
    hit = _OUTLET_IS.match(block.shape.sample)
    if hit is None:
        return False
    name = hit["name"].strip(" ,").casefold()
    return any(other.shape.key == name for other in page.blocks if len(other.shape.words) <= 6)


def _end_of_body(page: Page, body: int) -> int:
    """The index after the last block of the body."""
    last = body - 1
    closing = False
    blocks = page.blocks
    index = body
    while index < len(blocks):
        mark = page.marks.get(index)
        if mark is not None:
            closing = closing or mark.reason in _CLOSING
            closed_for_good = mark.reason == COMMENTS and _prose_before(page, body, index) >= 3
            if closed_for_good:
                break
        elif closing and not _resumes(page, index):
            pass
        elif blocks[index].shape.is_prose or _breaks_off(page, index, last):
            last, closing = index, False
        index += 1
    return _with_list(page, last + 1)


def _prose_before(page: Page, body: int, index: int) -> int:
    return sum(block.index not in page.marks and block.shape.is_prose for block in page.blocks[body:index])


def _resumes(page: Page, index: int) -> bool:
    """Whether running text goes on from the block: two open paragraphs with no title or rubric between."""
    paragraphs = words = 0
    for block in page.blocks[index : index + 6]:
        mark = page.marks.get(block.index)
        if mark is not None and mark.reason in _CLOSING:
            break
        if mark is None and not block.shape.is_prose:
            break
        if mark is None:
            paragraphs += 1
            words += len(block.shape.words)
    return paragraphs >= 2 and words >= 30


def _breaks_off(page: Page, index: int, last: int) -> bool:
    """Whether an unclosed line at the very end is the article's last sentence, cut off."""
    block = page.blocks[index]
    if index != len(page.blocks) - 1 or index - last > 2 or block.shape.is_titled:
        return False
    return len(block.shape.words) >= 3 and (block.gap or not page.is_spaced)


def _with_list(page: Page, end: int) -> int:
    """Past the items of a list that the last sentence announces with a colon."""
    if end == 0 or end > len(page.blocks) or not page.blocks[end - 1].text.endswith(":"):
        return end
    while end < len(page.blocks) and end not in page.marks and page.blocks[end].marker:
        end += 1
    return end
