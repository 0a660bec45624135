"""Words set off in a paragraph of their own without quotation marks: "Oram said:", and below it what she said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import Article, Form, Segment, Span, Tag

_ANNOUNCED = re.compile(r"[^\S\n]*:?[*_]*\s*\n\s*")
_MARKS = re.compile(r"[“”\"«»„]")


def with_blocks(article: Article, tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """The tags, those whose content a colon sets off direct and with the whole paragraph, where none other is in it."""
    starts = {each.start: each for each in article.body()}
    return tuple(_as_block(article.text, starts, tag, tags) for tag in tags)


def _as_block(text: str, paragraphs: Mapping[int, Segment], tag: Tag, tags: tuple[Tag, ...]) -> Tag:
    block = paragraphs.get(tag.content[0].start)
    if block is None or tag.cue is None or tag.source is None or tag.form is not Form.INDIRECT:
        return tag
    before = max(tag.cue.end, tag.source.end)
    announced = before <= block.start and ":" in text[before - 1 : block.start]
    if not announced or not _ANNOUNCED.fullmatch(text, before, block.start):
        return tag
    if _MARKS.search(text, block.start, block.end) or any(_stands_in(each, block) for each in tags if each is not tag):
        return tag
    return replace(tag, content=(Span.of(text, block.start, block.end),), form=Form.DIRECT)


def _stands_in(tag: Tag, block: Segment) -> bool:
    return any(block.start <= span.start < block.end for span in tag.content)
