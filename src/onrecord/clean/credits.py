"""The agencies and outlets that an article credits, for all of its words or for some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import read_byline
from onrecord.clean.datelines import dateline_alone, find_dateline
from onrecord.clean.marks import Page
from onrecord.records import Credit, SegmentKind, Span
from onrecord.text.agencies import canonical_name, find_agency, find_mentions, is_plain_word, looks_like_media

_NAME = r"(?P<name>(?:[Tt]he )?[A-ZÀ-Þ][\w.&/-]*(?: [A-ZÀ-Þ][\w.&/-]*){0,4})"
_REPORTING = r"(?:reports?|reported|has reported|had reported|wrote|writes|said|says|has learned|learned|revealed|quoted)"
# The name comes after these words; it counts where it is known, or shaped as a news organisation's.
_AFTER = re.compile(
    r"\b(?:told|tells|telling|(?:as )?(?:cited|quoted|reported|published|carried|aired|broadcast|relayed|obtained|seen|reviewed|released|first reported) by|"
    r"citing|quoting|(?:in )?(?:an? )?(?:\w+ )?interviews? (?:with|by|to|on|for)|"
    r"(?:article|op-ed|column|piece|essay|commentary) (?:for|in|by)|comments? to|remarks to|statement to|speaking to|spoke to|spoke with|speaking with|speaking on|"
    r"wrote in|writing in|written for|according to(?: a report (?:by|in|from))?|a report (?:by|in|from)|reports? (?:by|in|from)|reported (?:in|on)|"
    r"attended by|briefing (?:with|to)|(?:journalists|reporters) (?:from|of)|appearance on|appearing on|published (?:in|on))\s+"
    r"(?:(?:the |an? )?(?:[A-Z]\w+(?:an|ish|ese|i|ch) |independent |private |public |state(?:-run|-owned)? |local |national |daily |weekly |news |media |newspaper |broadcaster |agency |outlet |website |wire |television |radio |channel |magazine |site )*)?"
    + _NAME
)
_BEFORE = re.compile(_NAME + r",? (?:(?:also|first|later|earlier|previously) )?" + _REPORTING + r"\b")
_SOURCE_OF = re.compile(r"\b[Aa]n? " + _NAME + r" (?:source|correspondent|reporter|journalist|witness)\b")
_CONTRIBUTED = re.compile(_NAME + r"(?:,? (?:and|,) " + _NAME.replace("?P<name>", "?P<second>") + r")?\s+(?:also )?contributed\b")
_CREDITED = re.compile(
    r"\b(?:files|reporting|inputs?|information|material|reports|contributions?|agenc(?:y|ies)|sources?|by|in|on|with|supplied|provided)\b[^A-Z]{0,24}" + _NAME
)
_REPORTS_ALL = re.compile(r",\s*$|^\s*$")


def find_credits(page: Page) -> tuple[Credit, ...]:
    """Every credit of the article in reading order, one for each name and reach."""
    found: list[Credit] = []
    first_body = next((block.index for block in page.blocks if page.kind(block.index) is SegmentKind.BODY), -1)
    for block in page.blocks:
        match page.kind(block.index):
            case SegmentKind.BYLINE:
                found.extend(_byline_credits(page, block))
            case SegmentKind.DATELINE:
                found.extend(_dateline_credits(page, block))
            case SegmentKind.CREDIT:
                found.extend(_line_credits(page, block))
            case SegmentKind.BODY:
                if block.index == first_body:
                    found.extend(_dateline_credits(page, block))
                found.extend(_sentence_credits(page, block, is_first=block.index == first_body))
            case _:
                pass
    return _distinct(found)


def _byline_credits(page: Page, block: Block) -> Iterator[Credit]:
    """An agency that signs the article."""
    byline = read_byline(page.text, block.words_start, block.words_end)
    if byline is None:
        return
    for mention in find_mentions(page.text, block.words_start, block.words_end):
        if mention.agency.kind.value == "agency" and not is_plain_word(mention.span.exact):
            yield Credit(name=mention.agency.name, span=mention.span, whole=True)


def _dateline_credits(page: Page, block: Block) -> Iterator[Credit]:
    dateline = dateline_alone(page.text, block.words_start, block.words_end) or find_dateline(
        page.text, block.words_start, block.words_end
    )
    if dateline and dateline.agency:
        yield Credit(name=canonical_name(dateline.agency.exact), span=dateline.agency, whole=True)


def _line_credits(page: Page, block: Block) -> Iterator[Credit]:
    """The organisations in a line that gives credit."""
    start, end = block.words_start, block.words_end
    known = [one for one in find_mentions(page.text, start, end) if not is_plain_word(one.span.exact) or len(block.shape.words) < 8]
    for mention in known:
        yield Credit(name=mention.agency.name, span=mention.span, whole=True)
    for pattern in (_CONTRIBUTED, _CREDITED):
        for hit in pattern.finditer(page.text, start, end):
            span = Span.of(page.text, hit.start("name"), hit.end("name"))
            if looks_like_media(span.exact) and not any(span.overlaps(one.span) for one in known):
                yield Credit(name=canonical_name(span.exact), span=span, whole=True)


def _sentence_credits(page: Page, block: Block, *, is_first: bool) -> Iterator[Credit]:
    """Organisations that a sentence of the body names as where words come from."""
    start, end = block.words_start, block.words_end
    for pattern in (_AFTER, _BEFORE, _SOURCE_OF):
        for hit in pattern.finditer(page.text, start, end):
            span = _media_span(page.text, hit)
            if span is None:
                continue
            whole = pattern is _BEFORE and is_first and _closes_sentence(page.text, hit.end(), end)
            yield Credit(name=canonical_name(span.exact), span=span, whole=whole)


def _media_span(text: str, hit: re.Match[str]) -> Span | None:
    """The longest beginning or end of the name that is a news organisation; None where none is."""
    start, end = hit.span("name")
    while text[end - 1] in ".-/&":
        end -= 1
    words = list(re.finditer(r"\S+", text[start:end]))
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            left, right = start + words[first].start(), start + words[last - 1].end()
            name = text[left:right].rstrip(".")
            if find_agency(name) is not None or (first == 0 and last == len(words) and looks_like_media(name)):
                return Span.of(text, left, left + len(name))
    return None


def _closes_sentence(text: str, place: int, end: int) -> bool:
    """Whether ", X reports" ends its sentence: then it covers all of it."""
    return place >= end or text[place] in ".;" or text[place:end].strip() == ""


def _distinct(found: list[Credit]) -> tuple[Credit, ...]:
    """One credit for each name: the one that covers the article, else the first."""
    best: dict[str, Credit] = {}
    for credit in sorted(found, key=lambda one: (one.span, not one.whole)):
        known = best.get(credit.name)
        if known is None or (credit.whole and not known.whole):
            best[credit.name] = credit
    return tuple(sorted(best.values(), key=lambda one: one.span))
