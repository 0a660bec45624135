"""What is said of an article beside its text: by an export, by the head of a letter, by a page's markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from onrecord.records import Article, Basis, Capture, Fact, Rejected, SegmentKind, Span


class Layout(Enum):
    """Whether a text may hold anything, or its page's markup has told the article from the rest, and who wrote it."""

    TEXT = "text"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a text of which is known what it is."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text, or a capture that is within the capture (`inner`), and what is said of it; `published` is EDTF."""

    encoding: str = "utf-8"  # of the archived bytes
    text: str = ""
    inner: Capture | None = None
    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    facts: tuple[Fact, ...] = ()
    layout: Layout = Layout.TEXT

    def laid_out(self) -> tuple[str, tuple[Line, ...]]:
        """The text below its headline, and on a page who wrote it, and where these lines stand.

        A text that begins with its headline is as it was.
        """
        front = [(kind, words) for kind, words in self._front() if words]
        bare = self.text.lstrip()
        if len(front) == 1 and bare.startswith(front[0][1]):
            start = len(self.text) - len(bare)
            return self.text, (Line(kind=front[0][0], span=Span.of(self.text, start, start + len(front[0][1]))),)
        text = "\n\n".join([*(words for _, words in front), self.text])
        lines, start = [], 0
        for kind, words in front:
            lines.append(Line(kind=kind, span=Span.of(text, start, start + len(words))))
            start += len(words) + 2
        return text, tuple(lines)

    def _front(self) -> Iterator[tuple[SegmentKind, str]]:
        yield SegmentKind.HEADLINE, self.headline or ""
        if self.layout is Layout.PAGE:
            yield SegmentKind.BYLINE, self.byline or ""

    def completed(self, article: Article) -> Article:
        """The article, with what is told of it in the place of what its text tells."""
        article = replace(
            article,
            headline=self.headline or article.headline,
            byline=self.byline or article.byline,
            outlet=self.outlet or article.outlet,
            facts=self.facts or article.facts,
        )
        if self.published is None:
            return article
        return replace(article, published=self.published, published_basis=Basis.METADATA, published_span=None)


def rejected(capture: Capture, cause: str, mend: str) -> Rejected:
    """The rejection of the capture."""
    return Rejected(where=capture.where, step="clean", cause=cause, mend=mend, sha256=capture.sha256)
