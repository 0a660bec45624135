"""From stretches of word pieces to spans of the text, with the bounds that the text itself shows."""

from __future__ import annotations

import re
from typing import TypeAlias

from onrecord.annotate.model.decoding import Stretch
from onrecord.annotate.model.linking import Group
from onrecord.annotate.model.pieces import Pieces
from onrecord.annotate.quotes import Quotation, find_quotations
from onrecord.annotate.rules.lexicon import CUES
from onrecord.annotate.rules.tagger import form_of
from onrecord.records import Article, Kind, Span, Tag

_WORD = re.compile(r"[\w’']+")
Quoted: TypeAlias = tuple[tuple[Quotation, ...], ...]


def quotations_of(article: Article, pieces: Pieces) -> Quoted:
    """The quotations of each paragraph of the block."""
    offsets = pieces.offsets
    return tuple(
        find_quotations(article.text, offsets[start][0], offsets[stop - 1][1]) for start, stop in pieces.paragraphs
    )


def shape(article: Article, pieces: Pieces, group: Group, quoted: Quoted) -> Tag | None:
    """The group as a tag, content bounds set on quotation marks; None for a cue without content."""
    if not group.contents:
        return None
    paragraphs = sorted({pieces.paragraph_of[each.start] for each in group.contents})
    quotations = tuple(quotation for number in paragraphs for quotation in quoted[number])
    content = tuple(
        Span.of(article.text, *snapped(article.text, bounds(pieces, each), quotations)) for each in group.contents
    )
    cue = Span.of(article.text, *bounds(pieces, group.cue)) if group.cue else None
    return Tag(
        source=Span.of(article.text, *bounds(pieces, group.source)) if group.source else None,
        cue=cue,
        content=content,
        form=form_of(content, quotations),
        kind=kind_of(cue),
        confidence=round(group.sure, 2),
    )


def bounds(pieces: Pieces, stretch: Stretch) -> tuple[int, int]:
    """The characters from the stretch's first piece to its last."""
    return pieces.offsets[stretch.start][0], pieces.offsets[stretch.stop - 1][1]


def kind_of(cue: Span | None) -> Kind:
    """Whether the cue tells of something said, believed or intended: by the first of its words that the lexicon has."""
    if cue is None:
        return Kind.ASSERTION
    words = [word.lower() for word in _WORD.findall(cue.exact)]
    return next((CUES[word].kind for word in words if word in CUES), Kind.ASSERTION)


def snapped(text: str, span: tuple[int, int], quotations: tuple[Quotation, ...]) -> tuple[int, int]:
    """The span with a quotation that it holds all but the marks of taken whole."""
    start, end = span
    for quotation in quotations:
        if quotation.start < start < quotation.end and not _words(text, quotation.start, start):
            start = quotation.start
        if quotation.start < end < quotation.end and not _words(text, end, quotation.end):
            end = quotation.end
    return start, end


def _words(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])
