"""The front of a page: headline, deck, byline, date and dateline, and what stands before the article."""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import is_role, looks_like_person, read_byline
from onrecord.clean.captions import describes_scene
from onrecord.clean.datelines import dateline_alone
from onrecord.clean.families import NAVIGATION, is_plain_label
from onrecord.clean.headdates import dated_line
from onrecord.clean.headlines import MASTHEAD, find_headline, may_be_headline
from onrecord.clean.labels import Field, read_label
from onrecord.clean.marks import FRONT_BLOCKS, Mark, Page, furniture
from onrecord.clean.mastheads import masthead_at
from onrecord.clean.published import date_line, find_dates, is_label
from onrecord.records import SegmentKind
from onrecord.text.agencies import looks_like_media

BEFORE = "before the article"
REPEATED = "repeated headline"
_OVER_THE_BODY = {None, SegmentKind.HEADLINE}
# "Text by:", with the name on the next line; under a name, whence its bearer reports.
_BY_ALONE = re.compile(r"(?:(?:text|words|story|report|written) )?by:?", re.IGNORECASE)
_REPORTS_FROM = re.compile(r"[Rr]eporting (?:from|in) [A-ZÀ-Þ][\w’'.-]+(?:,? (?:and )?[A-ZÀ-Þ][\w’'.-]+){0,4}")
LONGEST_SIGNED = 8  # words
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|edited|published|posted)\b\W*$", re.IGNORECASE)


def tell_front(page: Page) -> Page:
    """The page with everything before the first paragraph of its body told."""
    page = tell_lines(page)
    body = _body_start(page)
    page = _tell_masthead(page, body)
    headline = find_headline(page, body)
    if headline is None:
        return _tell_rest(page, None, body)
    page = page.remarked({headline.index: Mark(kind=SegmentKind.HEADLINE)})
    body = max(_body_start(page, after=headline.index), headline.index + 1)
    return _tell_rest(page, headline, body)


def _tell_masthead(page: Page, body: int) -> Page:
    """The page with the outlet's name and what stands over it told, where a line below may be the headline."""
    place = masthead_at(page, body)
    if place is None or not any(may_be_headline(page, block) for block in page.blocks[place + 1 : body]):
        return page
    above = {block.index: furniture(BEFORE) for block in page.blocks[:place]}
    return page.marked(above).remarked({place: furniture(MASTHEAD)} if page.kind(place) is None else {})


def tell_lines(page: Page) -> Page:
    """Bylines, date lines and datelines that tell themselves, as far as the body has not run for long."""
    marks: dict[int, Mark] = {}
    prose = 0
    for block in page.blocks[:FRONT_BLOCKS]:
        mark = _own_mark(page, block)
        if mark is not None:
            marks[block.index] = mark
        elif block.shape.is_prose and block.index not in page.marks:
            prose += 1
        if prose >= 3:
            break
    return page.remarked(marks)


def _own_mark(page: Page, block: Block) -> Mark | None:
    start, end, text = block.words_start, block.words_end, block.text
    if read_label(page.text, block) is not None:
        return _label_mark(page, block)
    if page.kind(block.index) not in {None, SegmentKind.FURNITURE}:
        return None
    if len(text) > 240 or end <= start:
        return None
    if dateline_alone(page.text, start, end) and not date_line(page.text, start, end):
        return Mark(kind=SegmentKind.DATELINE)
    if _tells_day(page, block):
        return Mark(kind=SegmentKind.BYLINE)
    if page.kind(block.index) is SegmentKind.FURNITURE:
        return None
    if _UPDATED.fullmatch(text) or ("read" in text.lower() and is_label(text)):
        return furniture("label without a date")
    if not (block.shape.is_prose and not find_dates(page.text, start, end)) and not _is_sentence(block):
        byline = read_byline(page.text, start, end)
        if byline is not None and not _is_list_entry(page, block):
            return Mark(kind=SegmentKind.BYLINE)
    return None


def _tells_day(page: Page, block: Block) -> bool:
    """Whether the line holds the day alone, or among names and numbers where it is no other furniture."""
    mark = page.marks.get(block.index)
    if date_line(page.text, block.words_start, block.words_end):
        return True
    if (mark is not None and mark.reason != NAVIGATION) or _is_list_entry(page, block):
        return False
    return dated_line(page.text, block.words_start, block.words_end) is not None


def _label_mark(page: Page, block: Block) -> Mark | None:
    label = read_label(page.text, block)
    if label is None:
        return None
    kinds = {
        Field.HEADLINE: SegmentKind.HEADLINE,
        Field.DECK: SegmentKind.DECK,
        Field.BYLINE: SegmentKind.BYLINE,
        Field.DATE: SegmentKind.BYLINE,
        Field.DATELINE: SegmentKind.DATELINE,
    }
    if label.field in kinds:
        return Mark(kind=kinds[label.field])
    return furniture("label of the file")


def _is_sentence(block: Block) -> bool:
    return block.shape.is_closed and len(block.shape.words) > 12


def _is_list_entry(page: Page, block: Block) -> bool:
    """Whether the line after a byline gives an age, as lists of other articles do."""
    after = page.marks.get(block.index + 1)
    return after is not None and after.reason == "age of another article"


def _body_start(page: Page, after: int = -1) -> int:
    """The index of the first paragraph of the body; the number of blocks where there is none.

    A paragraph that is followed by the byline or the headline once more, with no other between, is the deck.
    """
    prose = [
        block
        for block in page.blocks[: FRONT_BLOCKS * 4]
        if block.index > after and _may_be_body(page, block) and block.shape.is_full
    ]
    if not prose:
        return _open_body_start(page, after)
    first = next((block for block in prose if _goes_on(page, block)), prose[0])
    rest = prose[prose.index(first) + 1 :]
    second = rest[0].index if rest else len(page.blocks)
    between = page.blocks[first.index + 1 : second]
    above = {one.shape.key for one in page.blocks[: first.index] if page.kind(one.index) in _OVER_THE_BODY}
    told_twice = any(one.shape.key in above for one in between[:4])
    signed = any(page.kind(one.index) in {SegmentKind.BYLINE, SegmentKind.DATELINE} for one in between[:6])
    if (signed or told_twice) and rest and len(first.shape.words) <= 60:
        return _with_short_opening(page, second, first.index)
    return _with_short_opening(page, first.index, after)


def _goes_on(page: Page, block: Block) -> bool:
    """Whether it is more than a teaser of a menu: several sentences, or another full paragraph soon after."""
    if block.shape.has_inner_stop or len(block.shape.words) >= 30:
        return True
    following = [one for one in page.blocks[block.index + 1 : block.index + 8] if one.index not in page.marks]
    full = sum(one.shape.is_prose and one.shape.is_full for one in following)
    return full >= 1 and 2 * full >= len(following[:4]) - 1


def _with_short_opening(page: Page, body: int, after: int) -> int:
    """The body's start, moved up over the short closed sentences right before it."""
    while (
        body - 1 > after and _may_be_body(page, page.blocks[body - 1]) and not page.blocks[body - 1].text.endswith("?")
    ):
        body -= 1
    return body


def _may_be_body(page: Page, block: Block) -> bool:
    return block.index not in page.marks and block.shape.is_prose and not block.is_heading


def _open_body_start(page: Page, after: int) -> int:
    """Where nothing is prose: the longest open block that is closed as a sentence, else none."""
    for block in page.blocks:
        if (
            block.index > after
            and block.index not in page.marks
            and block.shape.is_closed
            and len(block.shape.words) >= 3
        ):
            return block.index
    return len(page.blocks)


def _tell_rest(page: Page, headline: Block | None, body: int) -> Page:
    """Everything open before the body: deck, bare names of writers, captions, or furniture."""
    marks: dict[int, Mark] = {}
    decks = 0
    for block in page.blocks[:body]:
        if block.index in page.marks:
            continue
        if headline is None or block.index < headline.index:
            marks[block.index] = furniture(BEFORE)
            continue
        marks[block.index] = _after_headline(page, headline, block, decks)
        if marks[block.index].kind is SegmentKind.DECK and _belongs_to_writer(page, marks, block):
            marks[block.index] = Mark(kind=SegmentKind.BYLINE)
        decks += marks[block.index].kind is SegmentKind.DECK
    return page.remarked(marks)


def _after_headline(page: Page, headline: Block, block: Block, decks: int) -> Mark:
    if block.shape.key == headline.shape.key:
        return furniture(REPEATED)
    if describes_scene(block):
        return Mark(kind=SegmentKind.CAPTION)
    if _signs(page, block):
        return Mark(kind=SegmentKind.BYLINE)
    if is_plain_label(block) or len(block.shape.words) < 4 or decks >= 2:
        return furniture(BEFORE)
    if page.printings[block.shape.key] > 1:
        return furniture(REPEATED)
    return Mark(kind=SegmentKind.DECK)


def _belongs_to_writer(page: Page, marks: dict[int, Mark], block: Block) -> bool:
    """Whether the line right below who signs is the writer's role, or whence the report came."""
    above = marks.get(block.index - 1) or page.marks.get(block.index - 1)
    signs = above is not None and above.kind is SegmentKind.BYLINE
    return signs and (is_role(block.text) or _REPORTS_FROM.fullmatch(block.text) is not None)


def _signs(page: Page, block: Block) -> bool:
    """Whether the line is the writer's name or role, or an agency's beside the date."""
    beside = SegmentKind.BYLINE in {page.kind(block.index - 1), page.kind(block.index + 1)}
    if beside and (looks_like_media(block.text) or is_role(block.text)):
        return True
    if _BY_ALONE.fullmatch(page.blocks[block.index - 1].text) and len(block.shape.words) <= LONGEST_SIGNED:
        return True
    return looks_like_person(block.text) and not _is_named_in_body(page, block)


def _is_named_in_body(page: Page, block: Block) -> bool:
    """Whether running text speaks of the name: then it is a topic, not a writer."""
    prose = [one for one in page.open_prose()[:40] if one.index > block.index]
    named = sum(block.text in one.shape.sample for one in prose)
    writes = any(one.text.startswith(block.text) for one in prose[-6:])
    return named > 0 and not writes
