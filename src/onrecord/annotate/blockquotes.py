"""Words set off in a paragraph of their own without quotation marks: "Oram said:", and below it what she said."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.records import Article, Form, Span, Tag

_ANNOUNCED = re.compile(r"[^\S\n]*:?[*_]*\s*\n\s*")
_MARKS = re.compile(r"[“”\"«»„]")


def as_block(article: Article, tag: Tag) -> Tag:
    """The tag, its content the whole paragraph and its form direct, where a colon sets that paragraph off."""
    if tag.cue is None or tag.source is None or tag.form is not Form.INDIRECT:
        return tag
    before = max(tag.cue.end, tag.source.end)
    lead, start = article.text[: tag.content[0].start], tag.content[0].start
    between = lead[before:]
    announced = ":" in (lead[max(0, before - 1) : before] + between) and _ANNOUNCED.fullmatch(between)
    block = next((each for each in article.body() if each.start <= start < each.end), None)
    if not announced or block is None or block.start != start or _MARKS.search(article.text, block.start, block.end):
        return tag
    return replace(tag, content=(Span.of(article.text, block.start, block.end),), form=Form.DIRECT)
