"""Marked text as an article read with exactly the attributions that are marked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.annotate.marked import Wanted, article_of, unmark

from onrecord.annotate import annotate
from onrecord.records import Article, Attribution, Form, Segment, SegmentKind, Span, Tag, Tagging

TUESDAY = "2031-05-06"
QUOTES = '“"«'


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedTagger:
    """The tags that a test marked, whatever the article."""

    tags: tuple[Tag, ...]
    fingerprint: str = "fixed"

    def tag(self, _: Article) -> Tagging:
        """The marked tags."""
        return Tagging(tags=self.tags)


def _tag(text: str, wanted: Wanted) -> Tag:
    content = tuple(Span.of(text, *bounds) for bounds in sorted(wanted.content))
    return Tag(
        source=Span.of(text, *wanted.source) if wanted.source else None,
        cue=Span.of(text, *wanted.cue) if wanted.cue else None,
        content=content,
        form=Form.DIRECT if content[0].exact[0] in QUOTES else Form.INDIRECT,
    )


def read(
    marked: str, published: str | None = TUESDAY, dateline: str = "", outlet: str | None = None
) -> tuple[Attribution, ...]:
    """The attributions of the marked text, in order."""
    text, wanted = unmark(dateline + marked)
    article = article_of(text, published, outlet)
    if dateline:
        line = Segment(start=0, end=len(dateline.rstrip()), kind=SegmentKind.DATELINE)
        first = article.segments[0]
        body = replace(first, start=len(dateline))
        article = replace(article, segments=(line, body, *article.segments[1:]))
    tags = sorted((_tag(text, each) for each in wanted), key=lambda tag: tag.content[0].start)
    return annotate(article, FixedTagger(tags=tuple(tags))).attributions
