"""Writing a record that is a file: SQLAlchemy's engine over its only writing connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.pool import StaticPool

from onrecord.store.database import version_of
from onrecord.store.lock import WriterLock
from onrecord.store.migrating import bring_up_to_date
from onrecord.store.readable import bring_views_up_to_date, drop_views
from onrecord.store.sqlite import (
    ADD_WORDS,
    CREATE_QUOTATIONS,
    CREATE_SEARCH,
    DROP_WORDS,
    SqliteFile,
    SqliteReader,
    connect_writer,
)
from onrecord.store.sqlite_faults import explained
from onrecord.store.versions import APPLICATION_ID, SCHEMA_VERSION
from onrecord.store.writing_faults import unwrapped


class SqliteWriting:
    """The only writing connection to the file: what writers would have to agree on is settled by that."""

    own_tables = (CREATE_SEARCH, CREATE_QUOTATIONS)
    mark = f"PRAGMA application_id = {APPLICATION_ID}"

    def __init__(self, path: Path, connection: sqlite3.Connection, reader: SqliteReader) -> None:
        self.path = path
        self.reader = reader
        self.engine = engine_over(connection)

    @contextmanager
    def adding(self) -> Iterator[Connection]:
        """A transaction."""
        with explained(self.path), unwrapped(), self.engine.begin() as connection:
            yield connection

    replacing = adding

    def joining(self, connection: Connection) -> None:
        """Nobody else adds."""

    @contextmanager
    def deriving(self, waiting: Callable[[str], None]) -> Iterator[None]:  # noqa: ARG002 - nobody is waited for
        """Nobody else derives, nor adds anything."""
        yield

    def claim(self, sha256: str) -> bool:  # noqa: ARG002 - whatever it is
        """Nobody else reads captures."""
        return True

    def let_go(self, hashes: Iterable[str]) -> None:
        """Nothing was claimed from anybody."""

    def await_claims(self, hashes: Iterable[str]) -> None:
        """Nobody else claims."""

    def add_new(self, connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """The rows are in the table, but for those whose keys were there; all have the same columns."""
        if rows:
            # The driver takes the values as they are, and SQLAlchemy's look at each of them would take its time.
            names = [column.name for column in table.columns if column.name in rows[0]]
            new = insert(table).on_conflict_do_nothing()
            compiled = new.compile(dialect=connection.dialect, column_keys=names)
            connection.exec_driver_sql(str(compiled), [tuple([row[name] for name in names]) for row in rows])

    def insert_or_replace(self, table: Table) -> Insert:
        """An insert that takes the place of a row with the same key."""
        statement = insert(table)
        keys = list(table.primary_key.columns)
        others: dict[str, Any] = {
            column.name: statement.excluded[column.name] for column in table.columns if column not in keys
        }
        return statement.on_conflict_do_update(index_elements=keys, set_=others)

    def add_words(self, connection: Connection, words: Sequence[tuple[int, str]]) -> None:
        """The passages of these ids are found by these words."""
        if words:
            connection.exec_driver_sql(ADD_WORDS, list(words))

    def drop_words(self, connection: Connection, words: Iterable[tuple[int, str]]) -> None:
        """They are found by them no more."""
        # The index keeps no text: it takes out only words that it is told again, exactly as they were put in.
        for pair in words:
            connection.exec_driver_sql(DROP_WORDS, pair)


@contextmanager
def sole_writing(file: SqliteFile, path: Path, patience_seconds: float) -> Iterator[SqliteWriting]:
    """The only writing connection to an up-to-date record; nothing is written into what is no record."""
    lock = WriterLock(path)
    lock.take(patience_seconds)
    try:
        version = None
        if file.exists():
            with closing(file.reader()) as reader:
                version = version_of(reader)
        with explained(path):
            connection = connect_writer(path, patience_seconds)
        with closing(connection), closing(file.reader()) as reader:
            writing = SqliteWriting(path, connection, reader)
            with explained(path), unwrapped():
                if version is not None and version < SCHEMA_VERSION:
                    drop_views(connection)
                bring_up_to_date(writing, version)
                bring_views_up_to_date(connection)
            try:
                yield writing
            finally:
                reader.close()
                writing.engine.dispose()
    finally:
        lock.release()


def engine_over(connection: sqlite3.Connection) -> Engine:
    """An engine over this one connection; a transaction takes SQLite's write lock when it begins."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # Python's sqlite3 begins late and only before some statements; we begin before the first read that a
    # write depends on, and for writing, so that waiting for another writer happens here, never half way.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
