"""The front of a page: headline, deck, byline, date and dateline, and what stands before the article."""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import is_role, looks_like_person, read_byline
from onrecord.clean.captions import describes_scene
from onrecord.clean.datelines import dateline_alone
from onrecord.clean.families import INVITATION, KICKER, LEAD_IN, RUBRIC, is_plain_label
from onrecord.clean.labels import Field, read_label
from onrecord.clean.marks import Mark, Page, furniture
from onrecord.clean.published import date_line, find_dates
from onrecord.records import SegmentKind
from onrecord.text.agencies import looks_like_media

BEFORE = "before the article"
REPEATED = "repeated headline"
# The front of a page is looked for in its first blocks only.
FRONT_BLOCKS = 120
# Furniture that a headline's words may look like.
_DOUBTED = frozenset({RUBRIC, KICKER, LEAD_IN, INVITATION})
# Headlines leave out articles and auxiliaries, and do not say on which day.
_ARTICLES = re.compile(r"\b(?:the|an?|has|have|had|was|were)\b", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|said|told)\b")
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|edited|published|posted)\b\W*$", re.IGNORECASE)


def tell_front(page: Page) -> Page:
    """The page with everything before the first paragraph of its body told."""
    page = _tell_lines(page)
    body = _body_start(page)
    headline = _headline(page, body)
    if headline is None:
        return _tell_rest(page, None, body)
    page = page.remarked({headline.index: Mark(kind=SegmentKind.HEADLINE)})
    body = max(_body_start(page, after=headline.index), headline.index + 1)
    return _tell_rest(page, headline, body)


def _tell_lines(page: Page) -> Page:
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
    if date_line(page.text, start, end):
        return Mark(kind=SegmentKind.BYLINE)
    if dateline_alone(page.text, start, end):
        return Mark(kind=SegmentKind.DATELINE)
    if page.kind(block.index) is SegmentKind.FURNITURE:
        return None
    if _UPDATED.fullmatch(text):
        return furniture("label without a date")
    if not (block.shape.is_prose and not find_dates(page.text, start, end)) and not _is_sentence(block):
        byline = read_byline(page.text, start, end)
        if byline is not None and not _is_list_entry(page, block):
            return Mark(kind=SegmentKind.BYLINE)
    return None


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
        if block.index > after and _may_be_body(page, block)
    ]
    if not prose:
        return _open_body_start(page, after)
    first = prose[0]
    second = prose[1].index if len(prose) > 1 else len(page.blocks)
    between = page.blocks[first.index + 1 : second]
    told_twice = any(page.printings[one.shape.key] > 1 and one.index not in page.marks for one in between[:4])
    signed = any(page.kind(one.index) in {SegmentKind.BYLINE, SegmentKind.DATELINE} for one in between[:6])
    if (signed or told_twice) and len(prose) > 1 and len(first.shape.words) <= 60:
        return second
    return first.index


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


def _headline(page: Page, body: int) -> Block | None:
    """The block before the body that is the article's headline; None where the article has none."""
    named = next(
        (block for block in page.blocks[:FRONT_BLOCKS] if page.kind(block.index) is SegmentKind.HEADLINE),
        None,
    )
    if named is not None:
        return named
    lede = frozenset().union(
        *(block.shape.content_words for block in page.open_prose()[:5] if block.index >= body)
    )
    ranked = [
        (_headline_score(page, block, lede), -block.index, block)
        for block in page.blocks[: min(body, FRONT_BLOCKS)]
        if _may_be_headline(page, block)
    ]
    if ranked:
        score, _, best = max(ranked, key=lambda one: one[:2])
        if score >= 2:
            return best
    return _closed_headline(page, body)


def _may_be_headline(page: Page, block: Block) -> bool:
    count = len(block.shape.words)
    mark = page.marks.get(block.index)
    if (mark is not None and mark.reason not in _DOUBTED) or not 2 <= count <= 32:
        return False
    if _is_masthead(page, block) or (block.marker and not block.is_heading):
        return False
    if block.text.endswith(".") and not block.is_heading and not block.text.endswith("...") and not block.shape.is_titled:
        return False
    return count >= (3 if mark is None else 4) or block.is_heading


def _is_masthead(page: Page, block: Block) -> bool:
    """Whether a heading is the outlet's name, over the heading of the article."""
    if not block.is_heading or not looks_like_media(block.text):
        return False
    return any(other.is_heading for other in page.blocks[block.index + 1 : block.index + 6])


def _headline_score(page: Page, block: Block, lede: frozenset[str]) -> float:
    """How much speaks for the block being the headline: shared words with the text, markup, place, neighbours."""
    words = block.shape.content_words
    shared = len(words & lede)
    if block.index in page.marks and shared < 2:
        return 0
    score = (
        min(4.0, 1.0 * shared)
        + (4 if block.marker.startswith("# ") else 0)
        + (1.5 if block.is_heading else 0)
    )
    score += 1 if page.printings[block.shape.key] > 1 else 0
    score += 1 if 5 <= len(block.shape.words) <= 22 else 0
    score += 1.5 if all(page.kind(index) is not None for index in range(block.index)) else 0
    near = [page.kind(index) for index in range(block.index + 1, block.index + 4)]
    score += 1 if SegmentKind.BYLINE in near or SegmentKind.DATELINE in near else 0
    score -= 1 if looks_like_person(block.text) else 0
    return score


def _closed_headline(page: Page, body: int) -> Block | None:
    """A first line that is closed like a sentence but stands as a headline: titled, or short and told again below."""
    if body >= len(page.blocks) or any(page.kind(index) is None for index in range(body)):
        return None
    first = page.blocks[body]
    following = [block for block in page.open_prose() if block.index > body][:3]
    count = len(first.shape.words)
    if not following or not 3 <= count <= 18 or first.shape.has_inner_stop or not following[0].gap:
        return None
    if first.shape.is_titled:
        return first
    lede = frozenset().union(*(block.shape.content_words for block in following))
    shared = len(first.shape.content_words & lede)
    terse = _ARTICLES.search(first.text) is None and shared >= 2
    told_again = count <= 14 and shared >= max(3, 0.5 * len(first.shape.content_words))
    return first if (terse or told_again) and not _REPORT.search(first.text) else None


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


def _signs(page: Page, block: Block) -> bool:
    """Whether the line is the writer's name or role, or an agency's beside the date."""
    beside = SegmentKind.BYLINE in {page.kind(block.index - 1), page.kind(block.index + 1)}
    if beside and (looks_like_media(block.text) or is_role(block.text)):
        return True
    return looks_like_person(block.text) and not _is_named_in_body(page, block)


def _is_named_in_body(page: Page, block: Block) -> bool:
    """Whether running text speaks of the name: then it is a topic, not a writer."""
    prose = [one for one in page.open_prose()[:40] if one.index > block.index]
    named = sum(block.text in one.shape.sample for one in prose)
    writes = any(one.text.startswith(block.text) for one in prose[-6:])
    return named > 0 and not writes
