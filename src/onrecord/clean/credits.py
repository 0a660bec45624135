"""The agencies and outlets that an article credits, for all of its words or for some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import read_byline, unshouted_name
from onrecord.clean.datelines import dateline_alone, find_dateline
from onrecord.clean.marks import Page
from onrecord.records import Credit, SegmentKind, Span
from onrecord.text.agencies import (
    MediaKind,
    canonical_name,
    find_agency,
    find_mentions,
    is_plain_word,
    looks_like_media,
    name_key,
    names_outlet,
)
from onrecord.text.carriers import carriers_in, short_forms, speaking_in

_NAME = re.compile(r"(?:The )?[A-ZÀ-Þ][\w.&’'/-]*(?: (?:(?:&|of) )?[A-ZÀ-Þ][\w.&’'/-]*){0,4}")
# "Selm – QPNA": whence and through whom, alone on a line; only the body tells whether the letters are an agency's.
_PLACE_AND_LETTERS = re.compile(
    r"\W*[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){0,3}(?:, [^|/–—]{3,24})?(?: ?[|/–—] ?| - |, ?|: )\W?(?P<name>[A-ZÀ-Þ]{3,8})\W*"
)
_CLOSING_SOURCE = re.compile(
    r"\s*[(\[—–]\s*(?:(?:with|from|by|source:)\s+)?(?P<name>[A-ZÀ-Þ][\w.&’' /-]{1,60}?)\s*[)\]]?\s*$",
    re.IGNORECASE,
)


def find_credits(page: Page, outlet: str | None) -> tuple[Credit, ...]:
    """Every credit of the article in reading order, one for each name; the outlet itself is none."""
    found: list[Credit] = []
    body = [block.index for block in page.blocks if page.kind(block.index) is SegmentKind.BODY]
    top = next((block.index for block in page.blocks if page.kind(block.index) is SegmentKind.HEADLINE), -1)
    for block in page.blocks:
        match page.kind(block.index):
            case SegmentKind.BYLINE if block.index > top:
                found.extend(_byline_credits(page, block))
            case SegmentKind.DATELINE:
                found.extend(_dateline_credits(page, block))
            case SegmentKind.CREDIT:
                found.extend(_line_credits(page, block))
            case SegmentKind.BODY:
                found.extend(_body_credits(page, block, body))
            case _:
                pass
    return _distinct([credit for credit in found if not names_outlet(credit.name, outlet)])


def _body_credits(page: Page, block: Block, body: list[int]) -> Iterator[Credit]:
    if block.index in body[:2]:
        yield from _dateline_credits(page, block)
    yield from _sentence_credits(page, block, body[0])
    if block.index == body[-1]:
        yield from _closing_credits(page, block)


def _byline_credits(page: Page, block: Block) -> Iterator[Credit]:
    """An agency that signs the article, or stands beside its writer or the place whence it is."""
    if (filed := _PLACE_AND_LETTERS.fullmatch(page.text, block.words_start, block.words_end)) and _is_told_things(
        page, filed["name"]
    ):
        span = Span.of(page.text, filed.start("name"), filed.end("name"))
        yield Credit(name=canonical_name(filed["name"]), span=span, whole=True)
    for mention in find_mentions(page.text, block.words_start, block.words_end):
        if mention.agency.kind.value == "agency" and not is_plain_word(mention.span.exact):
            yield Credit(name=mention.agency.name, span=mention.span, whole=True)
    byline = read_byline(page.text, block.words_start, block.words_end)
    for name in re.split(r",\s*|\s+(?:and|&|for)\s+", byline.signed if byline else block.text):
        place = page.text.find(name, block.words_start, block.words_end)
        if name and place >= 0 and find_agency(name) is None and looks_like_media(unshouted_name(name)):
            yield Credit(name=unshouted_name(name), span=Span.of(page.text, place, place + len(name)), whole=True)


def _is_told_things(page: Page, letters: str) -> bool:
    """Whether the letters are a listed agency's, or the body tells that words were given to them or came from them."""
    listed = find_agency(letters)
    if listed is not None:
        return listed.kind is MediaKind.AGENCY
    told = re.compile(
        rf"\b(?:told|tells|(?:statements?|interviews?|comments?|remarks|spoke|speaking) (?:to|with|by)|carried by|"
        rf"(?:quoted|cited|as saying|reported) by) (?:the )?{letters}\b|"
        rf"\b{letters} (?:agency|reported|quoted|has learned)\b"
    )
    bodies = (block for block in page.blocks if page.kind(block.index) is SegmentKind.BODY)
    return any(told.search(page.text, block.words_start, block.words_end) for block in bodies)


def _dateline_credits(page: Page, block: Block) -> Iterator[Credit]:
    dateline = dateline_alone(page.text, block.words_start, block.words_end) or find_dateline(
        page.text, block.words_start, block.words_end
    )
    if dateline and dateline.agency:
        yield Credit(name=canonical_name(dateline.agency.exact), span=dateline.agency, whole=True)


def _line_credits(page: Page, block: Block) -> Iterator[Credit]:
    """The organisations in a line that gives credit."""
    start, end = block.words_start, block.words_end
    short = len(block.shape.words) < 8
    known = [one for one in find_mentions(page.text, start, end) if short or not is_plain_word(one.span.exact)]
    yield from (Credit(name=one.agency.name, span=one.span, whole=True) for one in known)
    for hit in _NAME.finditer(page.text, start, end):
        name = re.sub(r"['’]s$|[.]$", "", hit.group())
        span = Span.of(page.text, hit.start(), hit.start() + len(name))
        if looks_like_media(name) and not any(span.overlaps(one.span) for one in known):
            yield Credit(name=canonical_name(name), span=span, whole=True)


def _closing_credits(page: Page, block: Block) -> Iterator[Credit]:
    """The agency in brackets after the last sentence: "… of the treaty. (Unity Press)"."""
    start = max(block.words_start, block.words_end - 70)
    tail = page.text[start : block.words_end]
    stop = max(tail.rfind(mark) for mark in (". ", ".” ", '." ', "? ", "! "))
    hit = _CLOSING_SOURCE.match(tail, stop + 1) if stop >= 0 else None
    if hit and (looks_like_media(hit["name"]) or find_agency(hit["name"])):
        span = Span.of(page.text, start + hit.start("name"), start + hit.end("name"))
        yield Credit(name=canonical_name(span.exact), span=span, whole=True)


def _sentence_credits(page: Page, block: Block, first: int) -> Iterator[Credit]:
    """Organisations that a sentence of the body names as where words come from."""
    start, end = block.words_start, block.words_end
    for carrier in carriers_in(page.text, start, end):
        yield Credit(name=canonical_name(carrier.name.exact), span=carrier.name, whole=False)
    for carrier in speaking_in(page.text, start, end):
        after = carrier.reason.end
        whole = block.index == first and (after >= end or page.text[after] in ".;")
        yield Credit(name=canonical_name(carrier.name.exact), span=carrier.name, whole=whole)


def _distinct(found: list[Credit]) -> tuple[Credit, ...]:
    """One credit for each name: the one that covers the article, else the first."""
    best: dict[str, Credit] = {}
    for credit in sorted(found, key=lambda one: (one.span, not one.whole)):
        key = name_key(credit.name)
        known = best.get(key)
        if known is None or (credit.whole and not known.whole):
            best[key] = credit
    return tuple(sorted(_in_full(best).values(), key=lambda one: one.span))


def _in_full(best: dict[str, Credit]) -> dict[str, Credit]:
    """The credits without "the Times" where the article names the paper in full, and one only of that name."""
    forms = short_forms(credit.name for credit in best.values())
    cut = {name_key(short): name_key(whole) for short, whole in forms.items()}
    return {key: credit for key, credit in best.items() if credit.whole or cut.get(key, key) == key}
