"""Writing a record that lies in PostgreSQL, beside others who write it too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, Table, Text, create_engine
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.pool import StaticPool

from onrecord.records.errors import RecordError
from onrecord.store.database import version_of
from onrecord.store.locating import Server
from onrecord.store.migrating import bring_up_to_date
from onrecord.store.postgres import MARK, PostgresDatabase, PostgresReader, connect
from onrecord.store.postgres_faults import explained
from onrecord.store.postgres_search import ADD_WORDS, CREATE_SEARCH, INDEX_LENGTH, INDEX_SEARCH, vector
from onrecord.store.versions import APPLICATION_ID
from onrecord.store.writing_faults import unwrapped

# As SQLite has it, see there. A text with NUL shows the sign for what has no sign.
CREATE_QUOTATIONS = r"""
CREATE VIEW quotations AS
SELECT t.id, CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END AS speaker,
  coalesce(td.said_on, t.said_on) AS said_on, t.form,
  (SELECT string_agg(piece.value ->> 'exact', ' ' ORDER BY piece.ordinality)
    FROM json_array_elements(replace(t.content, '\u0000', '\ufffd')::json) WITH ORDINALITY AS piece) AS quotation,
  replace(t.cue, '\u0000', '\ufffd')::json ->> 'exact' AS cue, a.outlet,
  coalesce(ad.published, a.published) AS published,
  a.headline, c.place, t."start", t.article, m.statement,
  (SELECT min(v.latest) FROM page_version v WHERE v.article = t.article AND NOT v.stands) AS version_of
FROM attribution t JOIN article a ON a.id = t.article JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN statement_member m ON m.attribution = t.id LEFT JOIN assigned g ON g.attribution = t.id
LEFT JOIN attribution_day td ON td.attribution = t.id LEFT JOIN article_day ad ON ad.article = a.id
"""
# Advisory locks: the first number says for what, the second for which schema. Who is gone holds none.
MAKING, ADDING, DERIVING = (APPLICATION_ID + number for number in range(3))
SCHEMA = "hashtext(current_schema())"
HOLDER = f"""
SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = %s
AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND l.objid = ({SCHEMA}::bigint & 4294967295)::oid
"""  # noqa: S608 - a function's name


class ByCodePoint(PGTypeCompiler):
    """Columns of text are ordered by code point, as SQLite orders them, whatever the database's locale."""

    def visit_TEXT(self, type_: Text, **kw: Any) -> str:  # noqa: N802 - SQLAlchemy's name
        """The type in a column's definition."""
        plain: str = super().visit_TEXT(type_, **kw)
        return f'{plain} COLLATE "C"' if "type_expression" in kw and "COLLATE" not in plain else plain


class PostgresWriting:
    """A connection that writes, and one that reads and holds what this writer has locked.

    What is added is addressed by its content, so it may be added by several at once: one transaction at a time, each
    of a few rows, as in a file. Deriving takes long; it is done by one, while others add.
    """

    own_tables = (CREATE_SEARCH, INDEX_SEARCH, INDEX_LENGTH, CREATE_QUOTATIONS)
    mark = f"COMMENT ON TABLE alembic_version IS '{MARK}'"

    def __init__(self, path: Server, connection: psycopg.Connection[Any], reader: PostgresReader) -> None:
        self.path = path
        self.reader = reader
        self.engine = engine_over(connection)
        self._claimed: set[str] = set()
        self._derives = False
        row = reader.row("SELECT current_schema()")
        self._schema = str(row[0]) if row else ""

    @contextmanager
    def adding(self) -> Iterator[Connection]:
        """A transaction that adds ground rows; one at a time, so that no two wait for each other's rows."""
        with self.replacing() as connection:
            self.joining(connection)
            yield connection

    @contextmanager
    def replacing(self) -> Iterator[Connection]:
        """The transaction of the one who derives."""
        with explained(self.path), unwrapped(), self.engine.begin() as connection:
            yield connection

    def joining(self, connection: Connection) -> None:
        """Until the transaction ends nobody else adds ground rows."""
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADDING}, {SCHEMA})")

    @contextmanager
    def making(self) -> Iterator[None]:
        """Nobody else makes or changes tables."""
        with self._locked(MAKING, lambda _: None):
            yield

    @contextmanager
    def deriving(self, waiting: Callable[[str], None]) -> Iterator[None]:
        """Within it nobody else derives, and the reader sees the record as it is when it begins."""
        if self._derives:
            yield
            return
        with self._locked(DERIVING, waiting):
            self.reader.hold()
            self._derives = True
            try:
                yield
            finally:
                self._derives = False
                with suppress(RecordError):  # a connection that broke holds nothing any more
                    self.reader.release()

    @contextmanager
    def _locked(self, what: int, waiting: Callable[[str], None]) -> Iterator[None]:
        with explained(self.path):
            if not self._try(what):
                waiting(self._holder(what))
                self._execute(f"SELECT pg_advisory_lock({what}, {SCHEMA})")
        try:
            yield
        finally:
            with suppress(psycopg.Error):
                self._execute(f"SELECT pg_advisory_unlock({what}, {SCHEMA})")

    def _try(self, what: int) -> bool:
        return self._execute(f"SELECT pg_try_advisory_lock({what}, {SCHEMA})") == (True,)

    def _holder(self, what: int) -> str:
        row = self._execute(HOLDER, what)
        return str(row[0]) if row else "another program"

    def _execute(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        return self.reader.connection.execute(statement, values).fetchone()

    def claim(self, sha256: str) -> bool:
        """Nobody else reads the capture until it is let go; False where somebody else reads it now."""
        with explained(self.path):
            if sha256 not in self._claimed:
                if self._execute("SELECT pg_try_advisory_lock(%s)", self._key(sha256)) != (True,):
                    return False
                self._claimed.add(sha256)
        return True

    def let_go(self, hashes: Iterable[str]) -> None:
        """These captures may be read by others, where this writer had claimed them."""
        with explained(self.path):
            for sha256 in self._claimed.intersection(hashes):
                self._execute("SELECT pg_advisory_unlock(%s)", self._key(sha256))
                self._claimed.remove(sha256)

    def await_claims(self, hashes: Iterable[str]) -> None:
        """Whoever had claimed these captures has let them go, or is gone; nothing may be claimed here meanwhile."""
        if self._claimed:
            raise ValueError("two writers that wait for each other's captures would wait for ever; let go first")
        with explained(self.path):
            for key in map(self._key, hashes):
                self._execute("SELECT pg_advisory_lock(%s)", key)
                self._execute("SELECT pg_advisory_unlock(%s)", key)

    def _key(self, sha256: str) -> int:
        whole = hashlib.sha256(f"{self._schema}\x1f{sha256}".encode()).digest()
        return int.from_bytes(whole[:8], "big", signed=True)

    def add_new(self, connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """The rows are in the table, but for those whose keys were there; all have the same columns."""
        if rows:
            names = [column.name for column in table.columns if column.name in rows[0]]
            new = insert(table).on_conflict_do_nothing()
            compiled = new.compile(dialect=connection.dialect, column_keys=names)
            connection.exec_driver_sql(str(compiled), [{name: row[name] for name in names} for row in rows])

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
            connection.exec_driver_sql(ADD_WORDS, [(number, *vector(each)) for number, each in words])

    def drop_words(self, connection: Connection, words: Iterable[tuple[int, str]]) -> None:
        """They go with their passages."""


@contextmanager
def one_writing(database: PostgresDatabase, path: Server) -> Iterator[PostgresWriting]:
    """One of the connections that write an up-to-date record; nothing is written into what is no record."""
    with closing(database.reader()) as reader, closing(connect(path)) as connection:
        writing = PostgresWriting(path, connection, reader)
        try:
            with writing.making(), explained(path), unwrapped():
                bring_up_to_date(writing, version_of(reader))
            yield writing
        finally:
            writing.engine.dispose()


def engine_over(connection: psycopg.Connection[Any]) -> Engine:
    """An engine over this one connection."""
    connection.autocommit = False
    engine = create_engine("postgresql+psycopg://", creator=lambda: connection, poolclass=StaticPool)
    engine.dialect.type_compiler_instance = ByCodePoint(engine.dialect)
    return engine
