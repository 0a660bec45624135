"""What a watched record tells of itself as it grows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What is new. The values are the types that receivers of notices see."""

    POSITION = "position.changed"
    DISCREPANCY = "discrepancy.new"
    STATEMENT = "statement.new"
    SEARCH = "search.matched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the words of a notice stand: the page by outlet and path or address, and the span in its archived text."""

    article: str
    outlet: str | None
    where: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that only new articles tell, in plain words that never change once they have been told.

    `id` is a hash of what is told, so that a receiver can drop what comes twice; `subject` is the id of the statement,
    position or discrepancy at that time, `actor` who said it or holds the line, `story` the headline of the story.
    Of what a saved search finds `subject` is the statement. `lines` say more than `title`, and `places` cite every word
    of both that an article printed.
    """

    id: str
    kind: NoticeKind
    told_at: str  # ISO 8601 in UTC: when it was found, not when it was said
    title: str
    lines: tuple[str, ...]
    places: tuple[Place, ...]
    subject: str
    actor: str | None = None
    said_on: str | None = None
    story: str | None = None
