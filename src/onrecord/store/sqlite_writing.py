"""SQLAlchemy's engine over one SQLite connection, with transactions that begin where we say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, literal_column, select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from onrecord.store.faults import explain


def engine_over(connection: sqlite3.Connection) -> Engine:
    """An engine over this one connection; a transaction takes SQLite's write lock when it begins."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def add_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """The rows are in the table, but for those whose keys were there; all have the same columns."""
    if rows:
        # The driver takes the values as they are, and SQLAlchemy's look at each of them would take its time.
        names = [column.name for column in table.columns if column.name in rows[0]]
        compiled = _insert_new(table).compile(dialect=connection.dialect, column_keys=names)
        connection.exec_driver_sql(str(compiled), [tuple([row[name] for name in names]) for row in rows])


def insert_or_replace(table: Table) -> Insert:
    """An insert that takes the place of a row with the same key."""
    statement = insert(table)
    keys = list(table.primary_key.columns)
    others: dict[str, Any] = {
        column.name: statement.excluded[column.name] for column in table.columns if column not in keys
    }
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def _insert_new(table: Table) -> Insert:
    return insert(table).on_conflict_do_nothing()


def loose_end(connection: Connection, table: Table) -> str | None:
    """A row of the table that leads to a row that isn't there, in words, or None."""
    check = connection.exec_driver_sql(f'PRAGMA foreign_key_check("{table.name}")').first()
    if check is None:
        return None
    row = connection.execute(select(table).where(literal_column("rowid") == check[1])).mappings().one()
    return f"{table.name} {dict(row)} leads to no {check[2]}"


@contextmanager
def explained_writing(path: Path) -> Iterator[None]:
    """Within it, what SQLite complains of is raised as an error of onrecord's tree that names `path`."""
    try:
        yield
    except DBAPIError as error:
        # What breaks a constraint is our own mistake, not the file's.
        if isinstance(error, IntegrityError) or not isinstance(error.orig, sqlite3.Error):
            raise
        raise explain(path, error.orig) from error


def _begin(connection: Connection) -> None:
    # Python's sqlite3 begins late and only before some statements; we begin before the first read that a
    # write depends on, and for writing, so that waiting for another writer happens here, never half way.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
