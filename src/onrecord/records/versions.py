"""One page at several times: where its captures were found and when, and what of the earlier stands in the latest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.packing import compact
from onrecord.records.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """That an article was found at a place, first and last at these times (ISO 8601 in UTC).

    `address` is what the places of one page have in common; `is_file` tells a path from an address of the net.
    """

    address: str
    place: str
    article: str
    is_file: bool
    first: str
    last: str


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersion:
    """That an article is the `number`th version, counted from 1, of the page that is `latest`, an article, by now.

    `stands` tells whether it counts as coverage: it is the latest, or still found at another address.
    """

    latest: str
    number: int
    article: str
    stands: bool


class Fate(StrEnum):
    """What became of a report of an earlier version in the latest one."""

    CARRIED = "carried"  # the same words between the same words, given to the same speaker
    UNREAD = "unread"  # the same words between the same words, which are not read as a report there
    CHANGED = "changed"  # the words stand there, and nothing shows that it is the same report
    HIDDEN = "hidden"  # the words do not stand there, but a part of the page is not shown any more
    GONE = "gone"  # the words do not stand there


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What became of an attribution of an earlier version in `latest`, an article, never without the reasons.

    `to` is the attribution there that is the same report; `content` is where the words stand there.
    """

    attribution: str
    latest: str
    fate: Fate
    to: str | None
    content: tuple[Span, ...]
    reasons: tuple[str, ...]


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """What stands for something that is not in the record by itself.

    For an entity or attribution of an earlier version of a page it is the same one of a later; for a statement, a
    story or an actor that another took in, or would where an article or a judgement went, it is that one.
    """

    id: str
    successor: str
