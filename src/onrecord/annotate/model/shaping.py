"""From stretches of word pieces to spans of the text, with the bounds that the text itself shows."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.annotate.model.decoding import Stretch
from onrecord.annotate.model.linking import Group
from onrecord.annotate.model.pieces import Pieces
from onrecord.annotate.quotes import Quotation
from onrecord.annotate.rules.lexicon import CUES
from onrecord.annotate.rules.tagger import form_of
from onrecord.records import Article, Form, Kind, Span, Tag

_WORD = re.compile(r"[\w’']+")


def shape(article: Article, pieces: Pieces, group: Group) -> Tag | None:
    """The group as a tag, content bounds set on quotation marks; None for a cue without content."""
    if not group.contents:
        return None
    paragraphs = sorted({pieces.paragraph_of[each.start] for each in group.contents})
    quotations = tuple(quotation for number in paragraphs for quotation in pieces.quotations[number])
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


def parted(article: Article, pieces: Pieces, tag: Tag) -> tuple[Tag, ...]:
    """The tag, or two where the reporter's words lead up to a quotation by a colon: what they tell, and the quotation.

    "Oram sees no need for a toll: “We have dredged the river twice.”"
    """
    first, *rest = tag.content
    if tag.form is not Form.MIXED or len(rest) > 1:
        return (tag,)
    last = rest[0] if rest else first
    quotations = pieces.quotations[_paragraph_at(pieces, first.start)]
    quotation = next((each for each in quotations if first.start < each.start and each.end >= last.end), None)
    colon = article.text.rfind(":", first.start, quotation.start) if quotation else -1
    if quotation is None or colon < 0 or article.text[colon + 1 : quotation.start].strip():
        return (tag,)
    if any(each.start < colon and first.start < each.end for each in quotations):
        return (tag,)
    told, quoted = Span.of(article.text, first.start, colon), Span.of(article.text, quotation.start, last.end)
    return replace(tag, content=(told,), form=Form.INDIRECT), replace(tag, content=(quoted,), form=Form.DIRECT)


def _paragraph_at(pieces: Pieces, start: int) -> int:
    """The number of the paragraph that holds the character."""
    return bisect_right(pieces.paragraphs, start, key=lambda each: pieces.offsets[each[0]][0]) - 1


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
