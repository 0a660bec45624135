"""What the record asks of the database that holds it; SQLite and PostgreSQL answer, each in modules of its own.

`sqlite` and `postgres` read and need no SQLAlchemy, `sqlite_writing` and `postgres_writing` write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

from onrecord.records.errors import InputError, NewerRecord
from onrecord.store import queries
from onrecord.store.faults import not_a_record
from onrecord.store.locating import Locator, Server
from onrecord.store.operators import Clause
from onrecord.store.reach import ALL, Reach
from onrecord.store.versions import SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Table


class Reader(Protocol):
    """A connection that only reads, and asks the named queries of the view."""

    @property
    def path(self) -> Locator:
        """Where the record lies, for messages."""
        ...

    def rows(self, query: str, values: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows that answer the query, one by one; `values` are bound to its `:names`."""
        ...

    def row(self, query: str, values: Mapping[str, Any] | None = None) -> tuple[Any, ...] | None:
        """The first row that answers the query, or None."""
        ...

    def search(self, clauses: Sequence[Clause], reach: Reach = ALL) -> Iterator[tuple[Any, ...]]:
        """The passages that have a term of every clause, the best first: id, score, whether the phrases are sure."""
        ...

    def latest(self, clauses: Sequence[Clause], reach: Reach, most: int) -> Iterator[tuple[Any, ...]]:
        """The same passages, the latest first and at most so many: id, whether the phrases are sure."""
        ...

    def having(self, terms: Clause) -> Iterator[tuple[Any, ...]]:
        """The ids of the passages that have one of the terms, each in a row, the latest first."""
        ...

    def is_record(self) -> bool:
        """Whether a record is there, False where there is nothing yet; NotARecord where there is something else."""
        ...

    def hold(self) -> None:
        """From here on every query sees the record as it is now, whatever is written meanwhile."""
        ...

    def release(self) -> None:
        """From here on every query sees what has been committed when it is asked."""
        ...

    def close(self) -> None:
        """The connection is closed."""
        ...


class Writing(Protocol):
    """A connection that writes, and what writers of one record have to agree on."""

    @property
    def path(self) -> Locator:
        """Where the record lies, for messages."""
        ...

    @property
    def reader(self) -> Reader:
        """A reader of the same record."""
        ...

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine over the connection."""
        ...

    @property
    def own_tables(self) -> Sequence[str]:
        """The SQL that makes what only this database has: its search index, and the view for people."""
        ...

    @property
    def mark(self) -> str:
        """The SQL that says of the tables that they are a record."""
        ...

    def adding(self) -> AbstractContextManager[Connection]:
        """A transaction that adds ground rows; one at a time, whoever writes."""
        ...

    def deriving(self, waiting: Callable[[str], None]) -> AbstractContextManager[None]:
        """Within it nobody else derives, and the reader sees the record as it is when it begins.

        `waiting` is told who derives, where somebody else does first.
        """
        ...

    def replacing(self) -> AbstractContextManager[Connection]:
        """The transaction of the one who derives."""
        ...

    def joining(self, connection: Connection) -> None:
        """Until that transaction ends nobody else adds ground rows."""
        ...

    def claim(self, sha256: str) -> bool:
        """Nobody else reads the capture until it is let go; False where somebody else reads it now."""
        ...

    def let_go(self, hashes: Iterable[str]) -> None:
        """These captures may be read by others, where this writer had claimed them."""
        ...

    def await_claims(self, hashes: Iterable[str]) -> None:
        """Whoever had claimed these captures has let them go, or is gone."""
        ...

    def add_new(self, connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """The rows are in the table, but for those whose keys were there; all have the same columns."""
        ...

    def insert_or_replace(self, table: Table) -> Any:
        """An insert that takes the place of a row with the same key."""
        ...

    def add_words(self, connection: Connection, words: Sequence[tuple[int, str]]) -> None:
        """The passages of these ids are found by these words."""
        ...

    def drop_words(self, connection: Connection, words: Iterable[tuple[int, str]]) -> None:
        """They are found by them no more."""
        ...


class Database(Protocol):
    """A place where a record lies, or may lie."""

    def exists(self) -> bool:
        """Whether there is anything to open; InputError or RecordError where nothing can be."""
        ...

    def reader(self) -> Reader:
        """A new connection that reads."""
        ...

    def writing(self, patience_seconds: float) -> AbstractContextManager[Writing]:
        """A connection that writes an up-to-date record, made where there was none."""
        ...


def database(path: Locator) -> Database:
    """The database that holds the record."""
    match path:
        case Server():
            try:
                from onrecord.store.postgres import PostgresDatabase  # noqa: PLC0415 - an extra, and slow to import
            except ImportError as error:
                raise InputError(
                    f"{path}: PostgreSQL is spoken by psycopg, which is not here ({error}); "
                    "install it with pip install 'onrecord[postgres]'"
                ) from error
            return PostgresDatabase(path)
        case _:
            from onrecord.store.sqlite import SqliteFile  # noqa: PLC0415 - it knows this module

            return SqliteFile(path)


def version_of(reader: Reader) -> int | None:
    """The version of the record's tables, None where there is nothing yet; else NotARecord or NewerRecord."""
    if not reader.is_record():
        return None
    found = reader.row(queries.VERSION)
    if found is None or not found[0].isdigit():
        raise not_a_record(reader.path)
    version = int(found[0])
    if version > SCHEMA_VERSION:
        raise NewerRecord(
            f"{reader.path}: the record was written by a later onrecord (its tables are version {version}, "
            f"here {SCHEMA_VERSION}); install the newest onrecord to use it"
        )
    return version
