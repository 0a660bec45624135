"""Reports told as it happened: paragraphs that stand under the time at which they were written."""

from __future__ import annotations

import re

from onrecord.records import Article

CLOCK = re.compile(
    r"[\W_]*(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|\d)\s?[ap]\.?m\b\.?)(?:\s?(?:GMT|UTC|B?ST|[CEMP][ESD]?T))?(?![\d:.]|%)",
    re.IGNORECASE,
)
LONGEST_ALONE = 16  # characters of a line that is a time and its zone
PARAGRAPHS = 6  # of an entry below such a line
LEAST = 3  # times at the head of paragraphs; fewer may be a programme or a score


def entry_starts(article: Article) -> tuple[int, ...]:
    """Where each entry of a report told as it happened begins; none in any other article."""
    told = find_entries(article)
    body = article.body()
    timed = (body[number] for number in sorted(told) if CLOCK.match(article.text, body[number].start, body[number].end))
    return tuple(each.start for each in timed)


def _is_timed_above(article: Article, start: int) -> bool:
    """Whether the time of the first entry stands over the body, right above it or its title."""
    above = [each for each in article.segments if each.end <= start][-2:]
    return any(CLOCK.fullmatch(article.text, each.start, each.end) for each in above)


def find_entries(article: Article) -> frozenset[int]:
    """The numbers of the body's paragraphs from the first clock time on, where most entries have one; else none.

    Below times that stand on lines of their own there may be several paragraphs each.
    """
    body = article.body()
    timed = [number for number, each in enumerate(body) if CLOCK.match(article.text, each.start, each.end)]
    alone = [number for number in timed if body[number].end - body[number].start <= LONGEST_ALONE]
    if timed and _is_timed_above(article, body[0].start):
        timed, alone = [0, *timed], [0, *alone]
    most = PARAGRAPHS if len(alone) == len(timed) else 2
    if len(timed) < LEAST or len(timed) * most < len(body) - timed[0]:
        return frozenset()
    return frozenset(range(timed[0], len(body)))
