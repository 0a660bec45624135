"""What of an article tells days: its sentences with the dates in them, its own day, its dateline, its entries."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.annotate.dates import DateMention
from onrecord.records import Span, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The day something was said as EDTF, with the words or rule that told it; both None where nothing does."""

    on: str | None = None
    basis: str | None = None

    def __bool__(self) -> bool:
        """Whether anything tells the day."""
        return self.on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the article with the dates in it; `paragraph` counts the body's from 0."""

    span: Span
    dates: tuple[DateMention, ...]
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The body's sentences in order, and what holds of the whole article.

    `people` are the entities that are persons it names, `dateline` the day printed before its first sentence,
    `entries` the paragraphs that stand under a clock time in a report told as it happened, `openers` the people whose
    names open sentences, by where these start.
    """

    sentences: tuple[Sentence, ...]
    published: str | None = None
    people: frozenset[str] = frozenset()
    dateline: DateMention | None = None
    entries: frozenset[int] = frozenset()
    openers: Mapping[int, str] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The day of publication, None where no whole day is known."""
        return self.published[:10] if self.published and len(self.published) >= 10 else None

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence of the body at an offset, or the last one before it."""
        place = bisect_right(self.sentences, at, key=lambda sentence: sentence.span.start) - 1
        return self.sentences[place] if place >= 0 else None

    def after(self, at: int) -> Iterator[Sentence]:
        """The sentences that begin at the offset or behind it, in order."""
        first = bisect_left(self.sentences, at, key=lambda sentence: sentence.span.start)
        yield from (self.sentences[place] for place in range(first, len(self.sentences)))

    def sentence_of(self, tag: Tag) -> Sentence | None:
        """The sentence of the tag's cue, or of its source."""
        anchor = tag.cue or tag.source
        return self.sentence_at(anchor.start) if anchor else None
