"""The ids of passages: the later an article came out, the higher those of its passages.

A full-text index has passages in the order of their ids, and so gives the latest of very many without looking at the
others. An id has the day that the article tells (none: 0), then a hash of the article, then the passage's place in it;
so it is the same in whatever order articles are added.
"""

from __future__ import annotations

from datetime import date
from zlib import crc32

from onrecord.text.days import days_of

EPOCH = date(1900, 1, 1).toordinal() - 1  # day 0 is that of articles which tell none
LAST_DAY = (1 << 17) - 1  # in the year 2258
HASH_BITS, PLACE_BITS = 30, 16
SLOT = 1 << PLACE_BITS  # ids between one article and the next
DAY = 1 << (HASH_BITS + PLACE_BITS)


def first_id(published: str | None, article: str) -> int:
    """The id of the article's first passage, unless another article has it: then that of a slot further on."""
    days = days_of(published if published is None or "/" in published else published[:10])
    day = min(max(days.first.toordinal() - EPOCH, 0), LAST_DAY) if days else 0
    return day * DAY + (crc32(article.encode()) >> (32 - HASH_BITS)) * SLOT + 1


def recency(passage: int) -> float:
    """How late the passage's article came out, in days; the same for all passages of an article."""
    return ((passage - 1) >> PLACE_BITS) / (1 << HASH_BITS)
