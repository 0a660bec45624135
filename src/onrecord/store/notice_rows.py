"""The tables of what is told, written within a transaction of the writer."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select

from onrecord.records import Notice
from onrecord.store.database import Writing
from onrecord.store.rows import to_row
from onrecord.store.schema import ARTICLE, NOTICE, RECORD, TOLD, UNACKNOWLEDGED

WATCHED = "watched_as"  # the fact of a record that is watched: by what name its feed is known


def begin(writing: Writing, connection: Connection, name: str) -> None:
    """The record is watched under this name, and what it held is nothing new; or it was watched before."""
    if connection.scalar(select(RECORD.c.value).where(RECORD.c.key == WATCHED)) is None:
        writing.add_new(connection, RECORD, [{"key": WATCHED, "value": name}])
        held = connection.scalars(select(ARTICLE.c.sha256).distinct()).all()
        writing.add_new(connection, TOLD, [{"sha256": sha256} for sha256 in held])


def add(
    writing: Writing,
    connection: Connection,
    notices: Sequence[Notice],
    captures: Sequence[str],
    receivers: Sequence[str],
) -> int:
    """The notices are kept, each until every receiver has acknowledged it, and the captures tell nothing new any more.

    One that was told before is told to no one again. Returns how many were not.
    """
    fresh = {one.id: one for one in notices if not _is_kept(connection, one.id)}
    last = connection.scalar(select(func.max(NOTICE.c.number))) or 0
    rows = [to_row(one) | {"number": number} for number, one in enumerate(fresh.values(), last + 1)]
    writing.add_new(connection, NOTICE, rows)
    waiting = [{"receiver": receiver, "notice": notice} for receiver in receivers for notice in fresh]
    writing.add_new(connection, UNACKNOWLEDGED, waiting)
    writing.add_new(connection, TOLD, [{"sha256": sha256} for sha256 in captures])
    return len(fresh)


def _is_kept(connection: Connection, notice: str) -> bool:
    return connection.scalar(select(NOTICE.c.id).where(NOTICE.c.id == notice)) is not None


def acknowledge(connection: Connection, receiver: str, notices: Sequence[str]) -> None:
    """The receiver is not told these again."""
    for notice in notices:
        connection.execute(
            delete(UNACKNOWLEDGED).where(UNACKNOWLEDGED.c.receiver == receiver, UNACKNOWLEDGED.c.notice == notice)
        )
