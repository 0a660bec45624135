"""All that is PostgreSQL's own: connecting, the search index, and what another database says differently."""

from __future__ import annotations

import getpass
import itertools
import os
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.adapt import Buffer
from psycopg.conninfo import conninfo_to_dict
from psycopg.types.string import StrDumperUnknown, TextLoader

from onrecord.records.errors import RecordError
from onrecord.store.faults import not_a_record
from onrecord.store.locating import Server
from onrecord.store.operators import Clause
from onrecord.store.postgres_faults import explained, unreachable
from onrecord.store.postgres_search import HAVING, latest, phrases, question
from onrecord.store.reach import ALL, Reach

if TYPE_CHECKING:
    from onrecord.store.postgres_writing import PostgresWriting

MARK = "a record of onrecord"
IS_MARKED = """
SELECT obj_description(to_regclass(quote_ident(current_schema()) || '.alembic_version'), 'pg_class')
"""
# Tables that an extension brought say nothing of whose the schema is.
HAS_TABLES = """
SELECT 1 FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1
"""
# A build reads for long between two statements; a builder that lost its power must not hold a lock for hours.
SESSION = """
SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0; SET lock_timeout = 0;
SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 6
"""
CONNECT_SECONDS = 10
MAY_BE_NULL = re.compile(r"(?<!:):(\w+) IS NULL")
NAMED = re.compile(r"(?<!:):(\w+)")
# NUL, which PostgreSQL keeps in no text, is kept as two signs, the first of which is kept as itself twice. Nobody sees
# them: every text goes in and comes out through here, so that offsets count the text as it was.
SHIFT, NUL = "\x1a", "\x00"
OLDEST = 130_000  # the version from which on all that is asked here is answered
IDLE = 140_000  # the version that may end a session because nothing is asked in it


class Escaping(StrDumperUnknown):
    """Texts on their way into the database."""

    def dump(self, obj: str) -> Buffer | None:
        """The text with NUL escaped."""
        if NUL in obj or SHIFT in obj:
            obj = obj.replace(SHIFT, SHIFT + SHIFT).replace(NUL, SHIFT + "0")
        return obj.encode()


class Unescaping(TextLoader):
    """Texts on their way out of it."""

    def load(self, data: Buffer) -> str:
        """The text as it went in."""
        text = str(data, "utf-8")
        if SHIFT not in text:
            return text
        return SHIFT.join(part.replace(SHIFT + "0", NUL) for part in text.split(SHIFT + SHIFT))


class PostgresReader:
    """A connection that only reads, and asks the named queries of the view."""

    def __init__(self, path: Server, connection: psycopg.Connection[Any]) -> None:
        self.path = path
        self.connection = connection
        self._held = False
        self._cursors = itertools.count(1)

    def rows(self, query: str, values: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows that answer the query, one by one; `values` are bound to its `:names`."""
        with explained(self.path), self._cursor(is_whole=not values) as cursor:
            cursor.execute(spelled(query), values or {})
            yield from cursor

    def row(self, query: str, values: Mapping[str, Any] | None = None) -> tuple[Any, ...] | None:
        """The first row that answers the query, or None."""
        with explained(self.path):
            return self.connection.execute(spelled(query), values or {}).fetchone()

    def search(self, clauses: Sequence[Clause], reach: Reach = ALL) -> Iterator[tuple[Any, ...]]:
        """The passages that have a term of every clause, the best first: id, score, whether the phrases are sure."""
        query, values = question(clauses, reach)
        return self.rows(query, values)

    def latest(self, clauses: Sequence[Clause], reach: Reach, most: int) -> Iterator[tuple[Any, ...]]:
        """The same passages, the latest first and at most so many: id, whether the phrases are sure."""
        query, values = latest(clauses, reach, most)
        return self.rows(query, values)

    def having(self, terms: Clause) -> Iterator[tuple[Any, ...]]:
        """The ids of the passages that have one of the terms, each in a row, the latest first."""
        return self.rows(HAVING, {"words": phrases(terms)})

    def is_record(self) -> bool:
        """Whether the schema holds a record, False where it is empty; else NotARecord."""
        if self.row(IS_MARKED) == (MARK,):
            return True
        if self.row(HAS_TABLES) is None:
            return False
        raise not_a_record(self.path)

    def hold(self) -> None:
        """From here on every query sees the record as it is now, whatever is written meanwhile."""
        with explained(self.path):
            self.connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            self.connection.execute("SELECT 1")  # what it sees is what there is at its first query
            self._held = True

    def release(self) -> None:
        """From here on every query sees what has been committed when it is asked."""
        self._held = False
        with explained(self.path):
            self.connection.execute("COMMIT")

    def close(self) -> None:
        """The connection is closed."""
        self.connection.close()

    def _cursor(self, *, is_whole: bool) -> psycopg.Cursor[Any] | psycopg.ServerCursor[Any]:
        """A cursor; where a whole table is asked for, one that brings it in pieces."""
        if not is_whole:
            return self.connection.cursor()
        return self.connection.cursor(f"rows_{next(self._cursors)}", withhold=not self._held)


@lru_cache(maxsize=256)
def spelled(query: str) -> str:
    """The query with its names as psycopg has them; what may be null is told to be a text, as all such are."""
    return NAMED.sub(r"%(\1)s", MAY_BE_NULL.sub(r"CAST(:\1 AS text) IS NULL", query.replace("%", "%%")))


class PostgresDatabase:
    """A database, or a schema of it, that holds a record or may come to hold one."""

    def __init__(self, path: Server) -> None:
        self._path = path

    def exists(self) -> bool:
        """Whether there is anything in it; RecordError where it cannot be reached."""
        with closing(self.reader()) as reader:
            return reader.is_record()

    def reader(self) -> PostgresReader:
        """A new connection that reads."""
        connection = connect(self._path)
        connection.execute("SET default_transaction_read_only = on")
        return PostgresReader(self._path, connection)

    def writing(self, patience_seconds: float) -> AbstractContextManager[PostgresWriting]:  # noqa: ARG002 - none waits
        """One of the connections that write."""
        from onrecord.store.postgres_writing import one_writing  # noqa: PLC0415 - SQLAlchemy is slow to import

        return one_writing(self, self._path)


def connect(path: Server) -> psycopg.Connection[Any]:
    """A connection on which each statement is its own transaction; others see who it is that has it."""
    try:
        told = conninfo_to_dict(path.address)
        seconds = told.get("connect_timeout") or CONNECT_SECONDS
        connection = psycopg.connect(
            path.address,
            autocommit=True,
            application_name=_whoami(),
            client_encoding="utf8",
            connect_timeout=seconds,
        )
    except (psycopg.OperationalError, psycopg.ProgrammingError) as error:
        raise unreachable(path, error) from error
    try:
        with explained(path):
            _settle(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(path: Server, connection: psycopg.Connection[Any]) -> None:
    connection.execute(SESSION)
    encoding, schema, version = connection.execute(
        "SELECT current_setting('server_encoding'), current_schema(), current_setting('server_version_num')::int"
    ).fetchone() or ("", None, 0)
    if encoding != "UTF8":
        raise RecordError(f"{path}: the database keeps its texts in {encoding}; make one in UTF8: createdb -E UTF8 …")
    if schema is None:
        raise RecordError(f"{path}: the schema that the address names is not there; make it: CREATE SCHEMA …")
    if version < OLDEST:
        raise RecordError(f"{path}: PostgreSQL {version // 10_000} is too old; version {OLDEST // 10_000} or later is")
    if version >= IDLE:
        connection.execute("SET idle_session_timeout = 0")
    connection.adapters.register_dumper(str, Escaping)
    for kind in ("text", "varchar"):
        connection.adapters.register_loader(kind, Unescaping)


def _whoami() -> str:
    """How others are told who it is that they wait for; 63 bytes are kept."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        login = "someone"
    host = platform.node().partition(".")[0]
    return f"{login} on {host[:24]}, process {os.getpid()}"
