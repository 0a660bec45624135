"""Where things stand in an article: in which sentence, paragraph and quotation."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.annotate.quotes import find_quotations
from onrecord.annotate.sentences import sentence_bounds
from onrecord.records import Article

OUTSIDE = -1  # the number of no quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The sentences, paragraphs and quotations of an article's body, in order."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]
    quotations: tuple[tuple[int, int], ...]
    quotation_starts: tuple[int, ...]

    @classmethod
    def of(cls, article: Article) -> Places:
        """The places of the article's body."""
        body = article.body()
        sentences: list[tuple[int, int]] = []
        quotations: list[tuple[int, int]] = []
        for each in body:
            bounds = (each.start, each.end)
            found = find_quotations(article.text, *bounds)
            sentences += sentence_bounds(article.text, bounds, found)
            quotations += [(quotation.start, quotation.end) for quotation in found]
        return cls(
            text=article.text,
            sentences=tuple(sentences),
            sentence_starts=tuple(start for start, _ in sentences),
            paragraph_starts=tuple(each.start for each in body),
            quotations=tuple(quotations),
            quotation_starts=tuple(start for start, _ in quotations),
        )

    def sentence(self, at: int) -> int:
        """The number of the sentence at an offset; what stands between two counts as the one before."""
        return bisect_right(self.sentence_starts, at) - 1

    def paragraph(self, at: int) -> int:
        """The number of the body paragraph at an offset; captions and the like count as the one before."""
        return bisect_right(self.paragraph_starts, at)

    def quotation(self, at: int) -> int:
        """The number of the quotation at an offset, or OUTSIDE."""
        number = bisect_right(self.quotation_starts, at) - 1
        return number if number >= 0 and at < self.quotations[number][1] else OUTSIDE
