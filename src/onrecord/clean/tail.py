"""The end of the article, and what stands after it: writers' lives, what the outlet is, lists, comments."""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import looks_like_person, read_byline
from onrecord.clean.families import AGE, COMMENTS, LEGAL, NAVIGATION, NOTICE, OTHER_BYLINE, RUBRIC, THANKS
from onrecord.clean.marks import Mark, Page, furniture
from onrecord.records import SegmentKind

AFTER = "after the article"
LIFE = "about the author"
ABOUT = "about the outlet"
EDITORS_NOTE = "note of the editors"
_PRESS_ROLE = (
    r"(?:reporter|correspondent|journalist|editor|writer|columnist|producer|contributor|anchor|"
    r"photojournalist|photographer|"
    r"bureau chief|intern|news ?desk|fellow|author|researcher|analyst|commentator|host)"
)
_NAME_FIRST = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w.'’-]+ ){1,4}?)"
    r"(?=(?:is|was|has|joined|covers|writes|reports|works|worked|holds|studied)\b)"
)
_LIFE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]+ ){{1,4}}?(?:is|was|has been|has|joined|covers|writes|reports|works|worked|"
    rf"holds|graduated|studied)\b"
    rf"(?:.{{0,160}}\b{_PRESS_ROLE}\b|.{{0,40}}\b(?:covers|covered|covering|writes|written|reports|"
    rf"reported) )",
    re.DOTALL,
)
_LIFE_ENDS = re.compile(
    r"\b(?:follow (?:him|her|them|me)|(?:reach|contact|e-?mail) (?:him|her|them|me)|(?:he|"
    r"she) (?:can be reached|tweets))\b",
    re.IGNORECASE,
)
_OUTLET_IS = re.compile(
    r"(?P<name>(?:The )?(?:[A-ZÀ-Þ][\w.'’&-]*,? ){1,5})(?:is|was founded|has been|publishes|provides|"
    r"delivers|covers|brings)\b"
)
# With fewer words than this read, nothing can be said of what belongs to the article.
ENOUGH_TOLD = 60
# The share of its words that text of the same article has in common with what came before.
SHARED_WORDS = 0.12
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
    alone = {block.shape.key for block in page.blocks if len(block.shape.words) <= 6 and not block.shape.is_prose}
    marks: dict[int, Mark] = {}
    prose = [block for block in page.open_prose() if block.index >= body]
    for place, block in enumerate(prose):
        late = place >= max(1, len(prose) - 6)
        if not late or len(block.shape.words) > 120:
            continue
        if _is_life(page, block, names):
            marks[block.index] = furniture(LIFE)
        elif _is_about(block, alone):
            marks[block.index] = furniture(ABOUT)
        elif block.is_emphasised and place == len(prose) - 1 and not all(one.is_emphasised for one in prose):
            marks[block.index] = furniture(EDITORS_NOTE)
    return marks


def _signing_names(page: Page) -> set[str]:
    """Names in bylines, folded."""
    signed: set[str] = set()
    for block in page.blocks:
        if page.kind(block.index) is SegmentKind.BYLINE:
            byline = read_byline(page.text, block.words_start, block.words_end)
            signed.add((byline.signed if byline else block.text).casefold())
    return signed


def _is_life(page: Page, block: Block, names: set[str]) -> bool:
    """Whether the paragraph tells who the writer is: it begins with a signing name, or the last line."""
    opening = _NAME_FIRST.match(block.shape.sample)
    if opening is None:
        return False
    name = opening["name"].strip().casefold()
    if page.blocks[block.index - 1].shape.key == name and looks_like_person(opening["name"].strip()):
        return True
    works = _LIFE.match(block.shape.sample) is not None
    signs = any(name in signed for signed in names)
    return (signs and works) or (works and _LIFE_ENDS.search(block.text[-160:]) is not None)


def _is_about(block: Block, alone: set[str]) -> bool:
    """Whether the paragraph says what an outlet is whose name stands alone on a line of the page."""
    hit = _OUTLET_IS.match(block.shape.sample)
    return hit is not None and hit["name"].strip(" ,").casefold() in alone


def _end_of_body(page: Page, body: int) -> int:
    """The index after the last block of the body."""
    last, paragraphs, closing = body - 1, 0, False
    told: set[str] = set()
    unread: list[Block] = []  # paragraphs whose words are not in `told` yet: most pages never ask for them
    for index in range(body, len(page.blocks)):
        mark = page.marks.get(index)
        shape = page.blocks[index].shape
        if mark is not None:
            closing = closing or mark.reason in _CLOSING
            if mark.reason == COMMENTS and paragraphs >= 3:
                break
            continue
        paragraphs += shape.is_prose
        if closing:
            told.update(*(block.shape.content_words for block in unread))
            unread.clear()
            if not _resumes(page, index, told):
                continue
        if shape.is_prose or _breaks_off(page, index, last) or _is_last_word(page.blocks, index, last):
            last, closing = index, False
            unread.append(page.blocks[index])
    return _with_list(page, last + 1)


def _resumes(page: Page, index: int, told: set[str]) -> bool:
    """Whether the article goes on from the block: two open paragraphs, no title or rubric between, in its own words."""
    paragraphs = words = 0
    resumed: set[str] = set()
    for block in page.blocks[index : index + 6]:
        mark = page.marks.get(block.index)
        if mark is not None and mark.reason in _CLOSING:
            break
        if mark is None and not block.shape.is_prose:
            break
        if mark is None:
            paragraphs += 1
            words += len(block.shape.words)
            resumed |= block.shape.content_words
    on_topic = len(resumed & told) >= SHARED_WORDS * len(resumed) or len(told) < ENOUGH_TOLD
    return paragraphs >= 2 and words >= 20 and on_topic


def _breaks_off(page: Page, index: int, last: int) -> bool:
    """Whether an unclosed line at the very end is the article's last sentence, cut off."""
    block = page.blocks[index]
    if index != len(page.blocks) - 1 or index - last > 2 or block.shape.is_titled:
        return False
    return len(block.shape.words) >= 3 and (block.gap or not page.is_spaced)


def _is_last_word(blocks: tuple[Block, ...], index: int, last: int) -> bool:
    """Whether a short closed line right after the body is a sentence of it, as in "He declined."."""
    shape = blocks[index].shape
    return index == last + 1 and shape.is_closed and len(shape.words) >= 2 and not shape.is_titled


def _with_list(page: Page, end: int) -> int:
    """Past the items of a list that the last sentence announces with a colon."""
    if end == 0 or end > len(page.blocks) or not page.blocks[end - 1].text.endswith(":"):
        return end
    while end < len(page.blocks) and end not in page.marks and page.blocks[end].marker:
        end += 1
    return end
