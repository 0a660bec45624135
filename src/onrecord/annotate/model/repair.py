"""What may not stand in a record is mended or dropped here, in one place, whatever scores it came from."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.annotate.model.days import without_days
from onrecord.records import Article, Form, Span, Tag

MIN_WORDS_ALONE = 5  # a shorter quotation without a cue is a phrase the reporter holds at arm's length

SURE_WITHOUT_SOURCE = 0.6  # chosen on held-out articles: below it one in five is an attribution

# "They were amazed by it": what is a pronoun alone tells nothing.
_NOTHING_TOLD = frozenset("it this that these those them him her which what who so".split())


def repair(article: Article, tags: list[Tag]) -> tuple[Tag, ...]:
    """The tags in reading order, each with content; contents are trimmed, disjoint, and clear of source and cue.

    A content without cue is kept only if it is a quotation of some length, one in the reporter's words without source
    only if the tagger is fairly sure of it. Where two tags claim the same
    characters, the surer one has them, and of two equally sure the first in the text.
    """
    found = [tag for tag in tags if _stands(tag)]
    taken = bytearray(len(article.text))
    kept: list[Tag] = []
    for tag in sorted(found, key=lambda each: (-each.confidence, each.content[0].start, each.content[-1].end)):
        own = [span for span in (tag.source, tag.cue) if span]
        content = tuple(sorted(part for span in tag.content if (part := _clear(article.text, span, own))))
        content = tuple(_disjoint(without_days(article.text, tag, content)))
        if not content or any(any(taken[span.start : span.end]) for span in content):
            continue
        for span in content:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
        kept.append(replace(tag, content=content))
    ordered = sorted(kept, key=lambda tag: (tag.content[0].start, tag.content[-1].end))
    return tuple(_with_called(article.text, tag) for tag in _with_subjects(article.text, ordered))


# "He called | on both sides | to talk": whom is called on is part of what is asked.
_CALLED_ON = re.compile(r" on (?=(?:[\w’'-]+ ){1,8}$)")


def _with_called(text: str, tag: Tag) -> Tag:
    """The tag, its content with whom "called" is told to be called on, which the scores left between the two."""
    first = tag.content[0]
    if tag.cue is None or not tag.cue.exact.endswith(("call", "called", "calls", "calling")):
        return tag
    left_out = _CALLED_ON.match(text, tag.cue.end, first.start)
    if left_out is None or not first.exact.startswith("to "):
        return tag
    cue = Span.of(text, tag.cue.start, left_out.end() - 1)
    return replace(tag, cue=cue, content=(Span.of(text, left_out.end(), first.end), *tag.content[1:]))


_AGENT = re.compile(r"\bby (?:the )?$")
_GOES_ON = re.compile(r", and (?:\w+ )?$")


def _with_subjects(text: str, tags: list[Tag]) -> list[Tag]:
    """The tags, where "by Velmark" before a comma is not who "and accused" is told of: the sentence's subject is."""
    found: list[Tag] = []
    for tag in tags:
        source, cue = tag.source, tag.cue
        agent = source and cue and _AGENT.search(text, max(0, source.start - 8), source.start)
        goes_on = agent and cue and source and _GOES_ON.search(text, source.end, cue.start)
        before = next((each for each in reversed(found) if each.source and each.source != source), None)
        near = before and before.source and source and "\n" not in text[before.source.start : source.start]
        found.append(replace(tag, source=before.source) if goes_on and before and near else tag)
    return found


def _stands(tag: Tag) -> bool:
    """Whether enough of the tag is there: without a cue a quotation of some length, without a source certainty."""
    words = sum(len(span.exact.split()) for span in tag.content)
    if words == 1 and tag.content[0].exact.lower() in _NOTHING_TOLD:
        return False
    if tag.cue is None:
        return tag.form is Form.DIRECT and words >= MIN_WORDS_ALONE
    return tag.source is not None or tag.form is not Form.INDIRECT or tag.confidence >= SURE_WITHOUT_SOURCE


def _clear(text: str, span: Span, others: list[Span]) -> Span | None:
    """The longest part of the span that none of the others overlaps, without blanks at its ends."""
    parts = [(span.start, span.end)]
    for other in others:
        parts = [
            piece
            for start, end in parts
            for piece in ((start, min(end, other.start)), (max(start, other.end), end))
            if piece[0] < piece[1]
        ]
    start, end = max(parts, key=lambda part: (part[1] - part[0], -part[0]), default=(0, 0))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end) if any(char.isalnum() for char in text[start:end]) else None


def _disjoint(spans: tuple[Span, ...]) -> list[Span]:
    """The spans, each that overlaps the one before left out."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
