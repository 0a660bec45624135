"""Questions about what a watched record has told, and what it has still to tell."""

from __future__ import annotations

from onrecord.records import Notice, Statement
from onrecord.store import queries
from onrecord.store.database import Reader
from onrecord.store.rows import from_row


class NoticeView:
    """What is new in the record, and what was told of it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @property
    def watched_as(self) -> str | None:
        """The name by which the feed of the record is known; None where it was never watched."""
        row = self._reader.row(queries.FACT, {"key": "watched_as"})
        return None if row is None else str(row[0])

    def is_at(self, place: str) -> bool:
        """Whether anything was archived from this path or address, or from one that it led to."""
        return self._reader.row(queries.IS_AT, {"place": place}) is not None

    def untold(self) -> dict[str, str]:
        """The articles that may tell something new, by path: the hash of each one's capture by its id."""
        return dict(self._reader.rows(queries.UNTOLD))

    def new_statements(self) -> tuple[Statement, ...]:
        """The statements that such articles alone report, in the order of their first attributions."""
        return tuple(from_row(Statement, row) for row in self._reader.rows(queries.NEW_STATEMENTS))

    def latest_notices(self, limit: int) -> tuple[Notice, ...]:
        """The notices that were kept last, the latest first."""
        return tuple(from_row(Notice, row) for row in self._reader.rows(queries.LATEST_NOTICES, {"limit": limit}))

    def unacknowledged(self, receiver: str) -> tuple[Notice, ...]:
        """What the receiver is still to be told, the earliest first."""
        rows = self._reader.rows(queries.UNACKNOWLEDGED, {"receiver": receiver})
        return tuple(from_row(Notice, row) for row in rows)
