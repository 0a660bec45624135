"""What is said of an article beside its text: by an export, by the head of a letter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.records import Article, Basis, Capture, Rejected, Span


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

    def laid_out(self) -> tuple[str, Span | None]:
        """The text below its headline, and where that stands; a text that begins with it is as it was."""
        if self.headline is None:
            return self.text, None
        bare = self.text.lstrip()
        if bare.startswith(self.headline):
            start = len(self.text) - len(bare)
            return self.text, Span.of(self.text, start, start + len(self.headline))
        text = f"{self.headline}\n\n{self.text}"
        return text, Span.of(text, 0, len(self.headline))

    def completed(self, article: Article) -> Article:
        """The article, with what is told of it in the place of what its text tells."""
        article = replace(
            article,
            headline=self.headline or article.headline,
            byline=self.byline or article.byline,
            outlet=self.outlet or article.outlet,
        )
        if self.published is None:
            return article
        return replace(article, published=self.published, published_basis=Basis.METADATA, published_span=None)


def rejected(capture: Capture, cause: str, mend: str) -> Rejected:
    """The rejection of the capture."""
    return Rejected(where=capture.where, step="clean", cause=cause, mend=mend, sha256=capture.sha256)
