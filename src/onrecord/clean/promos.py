"""Links to other articles inside the page: a title, often printed twice, with a sentence that sums it up."""

from __future__ import annotations

from collections import Counter

from onrecord.clean.blocks import Block
from onrecord.clean.families import ADVERT, AGE, LEAD_IN, OTHER_BYLINE, RUBRIC, is_other_byline
from onrecord.clean.marks import Mark, Page, furniture
from onrecord.records import SegmentKind

TITLE = "title of another article"
SUMMARY = "summary of another article"
REPEATED = "repeated line"
_LINKING = frozenset({RUBRIC, LEAD_IN, AGE, OTHER_BYLINE, TITLE, REPEATED})


def tell_promos(page: Page, body: int) -> Page:
    """The page with the titles and summaries of other articles told, from block `body` on."""
    page = page.remarked(_bylines(page, body))
    page = page.remarked(_repeats(page, body))
    page = page.remarked(_adverts(page, body))
    page = page.remarked(_titles(page, body))
    return page.remarked(_summaries(page, body))


def _bylines(page: Page, body: int) -> dict[int, Mark]:
    """Bylines after the body has begun, with the title they sign where an age follows."""
    marks: dict[int, Mark] = {}
    for block in page.blocks[body:]:
        if page.kind(block.index) in {SegmentKind.BODY, SegmentKind.CREDIT} or not is_other_byline(block):
            continue
        marks[block.index] = furniture(OTHER_BYLINE)
        before = page.blocks[block.index - 1]
        if before.index <= body or before.index in page.marks or not _can_be_title(before):
            continue
        marks[before.index] = furniture(TITLE)
        first = page.blocks[before.index - 1]
        if first.index > body and first.shape.key.startswith(before.shape.key):
            marks[first.index] = furniture(TITLE)  # printed twice, once with the name of its section
    return marks


def _can_be_title(block: Block) -> bool:
    """Whether a line above a byline and an age is the title they sign: no sentence, unless it asks."""
    return not block.shape.is_prose or (block.text.endswith("?") and len(block.shape.words) <= 20)


def _repeats(page: Page, body: int) -> dict[int, Mark]:
    """Lines that the page prints more than once, and lines that print another with a word before or after."""
    keys = {block.shape.key for block in page.blocks if page.printings[block.shape.key] > 1}
    marks: dict[int, Mark] = {}
    for block in page.blocks[body:]:
        if block.index in page.marks or (block.shape.is_prose and len(block.shape.words) > 25):
            continue
        key = block.shape.key
        doubled = page.printings[key] > 1 and not block.shape.text.endswith((".", "?”", ".”"))
        if doubled or _extends(key, keys):
            marks[block.index] = furniture(REPEATED)
    return marks


def _adverts(page: Page, body: int) -> dict[int, Mark]:
    """The few words after an advert's label that have nothing of the article's."""
    marks: dict[int, Mark] = {}
    if not any(mark.reason == ADVERT for mark in page.marks.values()):
        return marks
    told = Counter(word for block in page.open_prose() for word in block.shape.content_words)
    for block in page.blocks[body + 1 :]:
        label = page.marks.get(block.index - 1)
        if block.index in page.marks or label is None or label.reason != ADVERT or len(block.shape.words) > 14:
            continue
        own = 1 if block.shape.is_prose else 0
        if all(told[word] <= own for word in block.shape.content_words):
            marks[block.index] = furniture(ADVERT)
    return marks


def _extends(key: str, keys: set[str]) -> bool:
    """Whether the line is a repeated title with the name of its section put to it."""
    words = key.split()
    return len(words) >= 5 and any(" ".join(words[:-cut]) in keys for cut in range(1, min(4, len(words) - 3)))


def _titles(page: Page, body: int) -> dict[int, Mark]:
    """Lines capitalised as titles, without a stop, of some length; and any title beside a rubric."""
    marks: dict[int, Mark] = {}
    for block in page.blocks[body:]:
        if block.index in page.marks or not _is_title(block):
            continue
        count = len(block.shape.words)
        titled = block.shape.is_titled and count >= 6 and not (block.shape.is_shouted and _may_be_said(block))
        if titled or (_beside_link(page, marks, block) and 3 <= count <= 25):
            marks[block.index] = furniture(TITLE)
    return marks


def _may_be_said(block: Block) -> bool:
    """Whether a line all in capitals is somebody's words, as on a platform, and not the title of another article."""
    return block.text[-1] in "!?" or block.text[0] in "\"“'‘"


def _is_title(block: Block) -> bool:
    """Whether the line can be the title of an article: no paragraph, no heading of this one, no stop."""
    if block.shape.is_prose or block.is_heading:
        return False
    return not block.text.endswith((".", ":", ";", ",", '."', ".”", ",”", ',"'))


def _beside_link(page: Page, marks: dict[int, Mark], block: Block) -> bool:
    before = marks.get(block.index - 1) or page.marks.get(block.index - 1)
    return before is not None and before.reason in _LINKING


def _summaries(page: Page, body: int) -> dict[int, Mark]:
    """One sentence under a title of another article that takes up the title's own words."""
    usual: set[str] | None = None
    marks: dict[int, Mark] = {}
    for block in page.blocks[body + 1 :]:
        title = page.blocks[block.index - 1]
        if block.index in page.marks or not _is_summary(block):
            continue
        linked = page.marks.get(title.index) in (furniture(TITLE), furniture(REPEATED))
        tight = page.is_spaced and title.gap and not block.gap and _is_open_title(page, title)
        if not (linked or tight):
            continue
        usual = _usual_words(page, body) if usual is None else usual
        distinct = (block.shape.content_words & title.shape.content_words) - usual
        if (distinct and linked) or (tight and _ends_there(page, block)):
            marks[block.index] = furniture(SUMMARY)
            marks[title.index] = furniture(TITLE)
    return marks


def _usual_words(page: Page, body: int) -> set[str]:
    """Words that three paragraphs of the article or more have: they tell no other article apart."""
    seen: dict[str, int] = {}
    for block in page.blocks[body:]:
        if block.index not in page.marks and block.shape.is_prose:
            for word in block.shape.content_words:
                seen[word] = seen.get(word, 0) + 1
    return {word for word, times in seen.items() if times >= 4}


def _is_summary(block: Block) -> bool:
    count = len(block.shape.words)
    return block.shape.is_closed and 6 <= count <= 50 and not block.shape.has_inner_stop and block.text[0] not in '"“«'


def _is_open_title(page: Page, block: Block) -> bool:
    return block.index not in page.marks and _is_title(block) and 6 <= len(block.shape.words) <= 27


def _ends_there(page: Page, block: Block) -> bool:
    """Whether no open running text follows the block, or a line that is none comes first."""
    following = page.blocks[block.index + 1 : block.index + 2]
    if not following:
        return True
    return following[0].index in page.marks or not following[0].shape.is_prose
