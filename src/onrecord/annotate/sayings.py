"""Where in an article each attribution is told: the sentence of its cue, with the dates in it."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.annotate.dates import DateMention, find_dates
from onrecord.annotate.said import Sentence
from onrecord.annotate.sentences import sentence_bounds
from onrecord.records import Article, Span, Tag


def dates_of(article: Article, published: str | None) -> tuple[DateMention, ...]:
    """Every date of the article's prose, in order, as it is if the article came out then."""
    return tuple(
        date
        for segment in article.prose()
        for date in find_dates(article.text, start=segment.start, end=segment.end, base=published)
    )


def sentences_of(
    article: Article, tags: tuple[Tag, ...], dates: tuple[DateMention, ...]
) -> tuple[Sentence | None, ...]:
    """The sentence of each tag's cue, or of its source, with the dates in it."""
    bounds = [
        each for segment in article.body() for each in sentence_bounds(article.text, (segment.start, segment.end))
    ]
    starts = [start for start, _ in bounds]
    day_starts = [date.span.start for date in dates]
    found: list[Sentence | None] = []
    for tag in tags:
        anchor = tag.cue or tag.source
        place = bisect_right(starts, anchor.start) - 1 if anchor else -1
        if place < 0:
            found.append(None)
            continue
        start, end = bounds[place]
        inside = dates[bisect_right(day_starts, start - 1) : bisect_right(day_starts, end - 1)]
        found.append(Sentence(span=Span.of(article.text, start, end), dates=inside))
    return tuple(found)
