"""The headline: the line before the body whose words the text takes up, or that markup or place shows."""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import looks_like_person
from onrecord.clean.families import INVITATION, KICKER, LEAD_IN, RUBRIC
from onrecord.clean.marks import FRONT_BLOCKS, Page
from onrecord.records import SegmentKind
from onrecord.text.agencies import looks_like_media

MASTHEAD = "name of the outlet"
# Furniture that a headline's words may look like.
_DOUBTED = frozenset({RUBRIC, KICKER, LEAD_IN, INVITATION})
# Headlines leave out articles and auxiliaries, and do not say on which day.
_ARTICLES = re.compile(r"\b(?:the|an?|has|have|had|was|were)\b", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|said|told)\b")
# What an agency calls a report among its clients: "UP-OSTER-TOLLS/UPDATE 3 (adds quotes)".
_SLUG = re.compile(
    r"(?:[A-Z]*\d[A-Z\d]* (?:[A-Z\d]+ )*)?[A-Z0-9]{2,}(?:-[A-Z0-9]+)+(?:/|\s*\(|$)|[A-Z]{3,}(?:-[A-Z]+)*/[A-Z0-9]"
)
_BAR = re.compile(r"\s[|•·]\s")  # two part the lines of a ticker
_MARKED = re.compile(r"\s[-–—|·•]\s")
_NAME_ALONE = re.compile(r"The (?:[A-ZÀ-Þ][\w’'-]+ (?:of )?){1,2}(?P<last>[A-ZÀ-Þ][\w’'-]+)")
_TRAIL = re.compile(r"\s+[/›»>|]\s+")
# A headline must score this much.
ENOUGH = 2
SHORTEST_OVER_DECK = 5  # words
TOLD = 2  # words that a headline above a deck has of the text
TITLED = 1.5  # for capitals of a title: the deck beneath it shares more words with the text, and has none


def find_headline(page: Page, body: int) -> Block | None:
    """The block before the body that is the article's headline; None where the article has none."""
    named = next(
        (block for block in page.blocks[:FRONT_BLOCKS] if page.kind(block.index) is SegmentKind.HEADLINE),
        None,
    )
    if named is not None:
        return named
    prose = [block for block in page.open_prose() if block.index >= body][:5]
    lede = frozenset().union(*(block.shape.content_words for block in prose))
    ranked = [
        (_headline_score(page, block, lede), -block.index, block)
        for block in page.blocks[: min(body, FRONT_BLOCKS)]
        if may_be_headline(page, block)
    ]
    if ranked:
        score, _, best = max(ranked, key=lambda one: one[:2])
        if score >= ENOUGH:
            fits = [block for each, _, block in ranked if each >= ENOUGH]
            return _over_its_deck(_told_above(best, fits, lede), fits)
    return _closed_headline(page, body)


def _told_above(best: Block, fits: list[Block], lede: frozenset[str]) -> Block:
    """The line right above the best where it tells of the article too and is no longer: then that is its deck."""
    above = next((block for block in fits if block.index == best.index - 1), best)
    told = len(above.shape.content_words & lede) >= TOLD and above.is_heading is best.is_heading
    longer = len(best.shape.words) >= len(above.shape.words) >= SHORTEST_OVER_DECK
    return above if told and longer and not (above.shape.is_closed or _MARKED.search(above.text)) else best


def _over_its_deck(best: Block, fits: list[Block]) -> Block:
    """The first line of the page where the best is the deck right below it: decks take up more of the text's words."""
    first = next((block for block in fits if block.index == 0 and best.index == 1), best)
    told = first.is_heading is best.is_heading and len(first.shape.words) >= SHORTEST_OVER_DECK
    return first if told and not _MARKED.search(first.text) else best


def may_be_headline(page: Page, block: Block) -> bool:
    """Whether nothing of the line's own speaks against its being the headline."""
    count = len(block.shape.words)
    mark = page.marks.get(block.index)
    if (mark is not None and mark.reason not in _DOUBTED) or not 2 <= count <= 32:
        return False
    if (
        _SLUG.match(block.text)
        or _is_masthead(page, block)
        or _is_paper(page, block)
        or _is_trail(page, block)
        or len(_BAR.findall(block.text)) > 1
        or (block.marker and not block.is_heading)
    ):
        return False
    if block.text.endswith(".") and not block.is_heading and not block.text.endswith("...") and not _may_close(block):
        return False
    return count >= (3 if mark is None else 4) or block.is_heading


def _may_close(block: Block) -> bool:
    """Whether a line that ends in a stop can still be a headline: titled, or too short for a paragraph."""
    return block.shape.is_titled or not block.shape.is_full


def _is_masthead(page: Page, block: Block) -> bool:
    """Whether a heading is the outlet's name, over the heading of the article."""
    if not block.is_heading or not looks_like_media(block.text):
        return False
    return any(other.is_heading for other in page.blocks[block.index + 1 : block.index + 6])


def _is_paper(page: Page, block: Block) -> bool:
    """Whether the first line is a name with "The" by whose last word the page calls itself: "told the Lantern"."""
    found = _NAME_ALONE.fullmatch(block.text) if block.index == 0 else None
    if found is None:
        return False
    rest = page.text[block.words_start + len(block.text) :]
    return re.search(rf"\b(?:told|by|for|with|from|in|of) the {re.escape(found['last'])}\b(?! [A-Z])", rest) is not None


def _is_trail(page: Page, block: Block) -> bool:
    """Whether the line is the way to the page, which ends in the title that another line prints: "News / World / …"."""
    last = _TRAIL.split(block.text)[-1]
    return last != block.text and any(other.text == last for other in page.blocks[:FRONT_BLOCKS])


def _headline_score(page: Page, block: Block, lede: frozenset[str]) -> float:
    """How much speaks for the block being the headline: words shared with the text, markup, place."""
    words = block.shape.content_words
    shared = len(words & lede)
    if block.index in page.marks and shared < 2:
        return 0
    score = min(4.0, 1.0 * shared) + (4 if block.marker.startswith("# ") else 0) + (1.5 if block.is_heading else 0)
    score += 1 if page.printings[block.shape.key] > 1 else 0
    score += 1 if 5 <= len(block.shape.words) <= 22 else 0
    first = all(page.kind(index) is not None for index in range(block.index))
    score += 1.5 if first and not _is_tied(page, block) else 0
    near = [page.kind(index) for index in range(block.index + 1, block.index + 4)]
    score += 1 if SegmentKind.BYLINE in near or SegmentKind.DATELINE in near else 0
    titled = block.shape.is_titled and not (block.shape.is_closed or block.shape.is_shouted)
    score += TITLED if titled and not looks_like_media(block.text) else 0
    score -= 1 if looks_like_person(block.text) else 0
    return score


def _is_tied(page: Page, block: Block) -> bool:
    """Whether the line stands right below the outlet's name, as what a paper says of itself does."""
    above = page.marks.get(block.index - 1)
    return above is not None and above.reason == MASTHEAD and not block.gap


def _closed_headline(page: Page, body: int) -> Block | None:
    """A first line closed like a sentence that stands as a headline: titled, or short and told again."""
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
