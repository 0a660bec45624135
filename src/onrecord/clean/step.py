"""The step: a capture to the article it holds, or to a rejection that says why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module

from onrecord.clean.added import AddedReader, read_added
from onrecord.clean.blocks import Block
from onrecord.clean.bylines import looks_like_person, read_byline, says_by, unshouted_name
from onrecord.clean.credits import find_credits
from onrecord.clean.datelines import dateline_alone, find_dateline
from onrecord.clean.decoding import Decoded, broken_utf8_at, charset_of, decode
from onrecord.clean.headdates import dated_line
from onrecord.clean.labels import Field, date_stamp, read_label
from onrecord.clean.languages import guess_language
from onrecord.clean.marks import Page
from onrecord.clean.outletnames import without_outlet
from onrecord.clean.outlets import find_outlet
from onrecord.clean.published import PrintedDate, find_dates, issue_line
from onrecord.clean.segmentation import read_page, segments_of
from onrecord.clean.told import Told
from onrecord.records import Article, Basis, Capture, Rejected, Segment, SegmentKind
from onrecord.records.ids import content_id
from onrecord.text.agencies import looks_like_media
from onrecord.text.media_types import bare_type

_LETTERS = re.compile(r"[^\W\d_]{2,}")
# Beside the day of a live report's last entry.
_FIRST = re.compile(r"\b(?:first|originally) (?:published|posted)\b[^\n]*$", re.IGNORECASE)
ISSUE_BLOCKS = 12  # of a page, among which the issue of a magazine is named
_CUT_OFF = re.compile(r"[\w,;–—-]$|(?:\.\.\.|…)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanOptions:
    """What `clean` is told: a text with fewer words in its body than this holds no article; who else reads what."""

    min_words: int = 4
    readers: tuple[AddedReader, ...] = field(default=(), repr=False)


DEFAULT = CleanOptions()
TEXTS = frozenset({"text/plain", "text/markdown"})
# What is no plain text, by its media type, and who reads it; imported when there is one.
FORMS = {
    "text/html": "onrecord.clean.page:read_html",
    "application/xhtml+xml": "onrecord.clean.page:read_html",
    "application/json": "onrecord.clean.exported:read_json",
    "text/csv": "onrecord.clean.exported:read_csv",
    "message/rfc822": "onrecord.clean.mail:read_mail",
    "application/pdf": "onrecord.clean.pdf:read_pdf",
}


def clean(capture: Capture, options: CleanOptions = DEFAULT) -> Article | Rejected:
    """The article that the capture holds, every offset leading into its text; else the rejection.

    The text is the decoded file, or what is read of it where it is no plain text.
    """
    form = bare_type(capture.media_type)
    if form in FORMS:
        module, _, name = FORMS[form].partition(":")
        told: Told | Rejected = getattr(import_module(module), name)(capture)
        return told if isinstance(told, Rejected) else _clean_told(capture, told, options)
    if form not in TEXTS:
        reader = next((one for one in options.readers if one.media_type == form), None)
        if reader is not None:
            told = read_added(capture, reader)
            return told if isinstance(told, Rejected) else _clean_told(capture, told, options)
        return _rejected(capture, f"{form} cannot be read yet", "save the article's text as .txt")
    decoded = decode(capture.content, charset_of(capture.media_type))
    if decoded is None:
        return _undecodable(capture)
    return _clean_text(capture, decoded, read_page(decoded.text), options)


def _clean_told(capture: Capture, told: Told, options: CleanOptions) -> Article | Rejected:
    """The article of a text that came with things said of it, or of a capture within the capture."""
    if told.inner is not None:
        article = clean(told.inner, options)
    else:
        text, lines = told.laid_out()
        page = read_page(text, lines, told.layout)
        article = _clean_text(capture, Decoded(text=text, encoding=told.encoding), page, options)
        if not isinstance(article, Rejected):
            outlet = told.completed(article).outlet  # "Reuters" over the text is no credit of Reuters alone
            article = replace(article, credits=find_credits(page, outlet))
    return article if isinstance(article, Rejected) else told.completed(article)


def _clean_text(capture: Capture, decoded: Decoded, page: Page, options: CleanOptions) -> Article | Rejected:
    segments = segments_of(page)
    body = [segment for segment in segments if segment.kind is SegmentKind.BODY]
    words = sum(len(_LETTERS.findall(decoded.text[one.start : one.end][:2000])) for one in body[:50])
    if words < options.min_words:
        return _rejected(
            capture, "the text has no sentence in it", "give the text of an article, or leave the file out"
        )
    return _article(capture, decoded, page, segments)


def _article(capture: Capture, decoded: Decoded, page: Page, segments: tuple[Segment, ...]) -> Article:
    headline = _value(page, SegmentKind.HEADLINE)
    outlet = find_outlet(page, headline)
    published = _published(page, segments)
    return Article(
        id=content_id("article", capture.sha256),
        sha256=capture.sha256,
        text=decoded.text,
        encoding=decoded.encoding,
        segments=segments,
        outlet=outlet,
        headline=without_outlet(headline, outlet),
        deck=_value(page, SegmentKind.DECK),
        byline=_byline(page),
        dateline=_dateline(page),
        published=published.edtf if published else None,
        published_basis=Basis.STATED if published else None,
        published_span=published.span if published else None,
        language=guess_language(decoded.text),
        credits=find_credits(page, outlet),
        truncated=_is_truncated(decoded.text, segments),
    )


def _value(page: Page, kind: SegmentKind) -> str | None:
    """The words of the first block of that kind, without a label before them."""
    block = next((one for one in page.blocks if page.kind(one.index) is kind), None)
    if block is None:
        return None
    label = read_label(page.text, block)
    return (
        " ".join(page.text[label.start : label.end].split()) if label and label.field is not Field.OTHER else block.text
    )


def _byline(page: Page) -> str | None:
    """Who wrote the article: the first byline below the headline that names a person, else an outlet, else over it."""
    top = next((block.index for block in page.blocks if page.kind(block.index) is SegmentKind.HEADLINE), 0)
    signing = [block for block in page.blocks if page.kind(block.index) is SegmentKind.BYLINE]
    signing.sort(key=lambda block: (block.index < top, block.index))
    prose = [block.text for block in page.blocks if page.kind(block.index) is SegmentKind.BODY]
    named = [(block, name) for block in signing if (name := _signed_name(page, block))]
    told = "\n".join(
        prose[: max(2, len(prose) - 3)]
    )  # "PORT OSTER", which the article tells of, is where it was written
    people = (
        name
        for block, name in named
        if not looks_like_media(form := unshouted_name(name)) and (says_by(block.text) or form not in told)
    )
    media = (name for block, name in named if block.index > top and looks_like_media(unshouted_name(name)))
    return next(people, None) or next(media, None)


def _signed_name(page: Page, block: Block) -> str | None:
    """The writer that the line names, or the outlet; None where it is the day and the like alone."""
    label = read_label(page.text, block)
    if label is not None:
        return page.text[label.start : label.end] if label.field is Field.BYLINE else None
    byline = read_byline(page.text, block.words_start, block.words_end)
    if byline is not None:
        return byline.name
    return block.text if looks_like_person(block.text) or looks_like_media(block.text) else None


def _dateline(page: Page) -> str | None:
    for block in page.blocks:
        kind = page.kind(block.index)
        if kind is SegmentKind.DATELINE:
            label = read_label(page.text, block)
            alone = dateline_alone(page.text, block.words_start, block.words_end)
            return alone.place if alone else page.text[label.start : label.end] if label else block.text
        if kind is SegmentKind.BODY:
            start = date_stamp(page.text, block.words_start, block.words_end)
            found = find_dateline(page.text, start, block.words_end)
            return found.place if found else None
    return None


def _published(page: Page, segments: tuple[Segment, ...]) -> PrintedDate | None:
    """The date the page states: the first in its byline and date lines that is no update, else that, else others."""
    top = next((one.start for one in segments if one.kind is SegmentKind.HEADLINE), 0)
    lines = [segment for segment in segments if segment.kind is SegmentKind.BYLINE]
    # A date over the headline may be the day the page was opened; one below it is the article's.
    lines.sort(key=lambda segment: (segment.start < top, segment.start))
    dates = [one for line in lines for one in find_dates(page.text, line.start, min(line.end, line.start + 300))]
    first = [one for one in dates if _FIRST.search(page.text, max(0, one.span.start - 32), one.span.start)]
    stated = [one for one in dates if not one.is_update]
    return next(iter([*first, *stated, *dates]), None) or next(_other_dates(page), None)


def _other_dates(page: Page) -> Iterator[PrintedDate]:
    """The month of an issue; the day beside an outlet or an editor; the full date of the dateline."""
    issues = (issue_line(page.text, one.words_start, one.words_end) for one in page.blocks[:ISSUE_BLOCKS])
    yield from filter(None, issues)
    for block in page.blocks[:ISSUE_BLOCKS]:
        label = read_label(page.text, block)
        start, end = (label.start, label.end) if label else (block.words_start, block.words_end)
        told = label.field is Field.OUTLET if label else page.kind(block.index) is SegmentKind.CREDIT
        if told and (dated := dated_line(page.text, start, end)):
            yield from dated.dates
    first = next((one for one in page.blocks if page.kind(one.index) is SegmentKind.BODY), None)
    filed = find_dateline(page.text, first.words_start, first.words_end) if first else None
    yield from find_dates(page.text, filed.start, filed.end) if filed else ()


def _is_truncated(text: str, segments: tuple[Segment, ...]) -> bool:
    """Whether a sentence of the body breaks off: a long paragraph without a stop, or dots at the very end."""
    body = [segment for segment in segments if segment.kind is SegmentKind.BODY]
    for segment in body:
        tail = text[max(segment.start, segment.end - 8) : segment.end]
        if not _CUT_OFF.search(tail):
            continue
        dots = tail.endswith(("...", "…"))
        if segment is body[-1] or (
            not dots and len(text[segment.start : min(segment.end, segment.start + 600)].split()) >= 12
        ):
            return True
    return False


def _undecodable(capture: Capture) -> Rejected:
    place = broken_utf8_at(capture.content)
    if place is not None:
        return _rejected(
            capture,
            f"the text is UTF-8 but for the byte {capture.content[place]:#04x} at {place}, which is broken",
            "save the file anew as UTF-8",
        )
    return _rejected(capture, "its characters are in no encoding that could be told", "save the file as UTF-8")


def _rejected(capture: Capture, cause: str, mend: str) -> Rejected:
    return Rejected(where=capture.where, step="clean", cause=cause, mend=mend, sha256=capture.sha256)
