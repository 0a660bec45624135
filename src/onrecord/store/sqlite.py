"""All that is SQLite's own: opening, pragmas, the search index, and what another database says differently.

Reading needs no more than the standard library: SQLAlchemy takes some fifteen times as long to import as
`sqlite3`, which a person who asks for a brief would feel. The writer's engine is in `sqlite_writing`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.records.errors import InputError
from onrecord.store.faults import not_a_record, unwritable
from onrecord.store.operators import Clause, Term
from onrecord.store.reach import ALL, Reach
from onrecord.store.sqlite_faults import explain, explained
from onrecord.store.versions import APPLICATION_ID

if TYPE_CHECKING:
    from onrecord.store.sqlite_writing import SqliteWriting

SHORTEST = 512  # bytes of the smallest page, and so of the smallest database
# Contentless: the words are kept once, as an index; the text is in the archive.
CREATE_SEARCH = """
CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')
"""
ADD_WORDS = "INSERT INTO passage_words(rowid, words) VALUES (?, ?)"
DROP_WORDS = "INSERT INTO passage_words(passage_words, rowid, words) VALUES ('delete', ?, ?)"
# The best first: bm25 is the more negative, the better; https://www.sqlite.org/fts5.html#the_bm25_function
SEARCH = """
SELECT rowid, -bm25(passage_words) AS score, 1 AS sure FROM passage_words WHERE passage_words MATCH :query{reached}
ORDER BY score DESC, rowid
"""
# The later an article came out, the higher the ids of its passages (`passage_ids`): the index gives the latest at once.
LATEST = """
SELECT rowid, 1 AS sure FROM passage_words WHERE passage_words MATCH :query{reached} ORDER BY rowid DESC LIMIT :most
"""
HAVING = "SELECT rowid FROM passage_words WHERE passage_words MATCH :query ORDER BY rowid DESC"
# For a person who opens the record in datasette: who said what, one quotation a row. What bears a `version_of` stands
# in an earlier version of a page.
CREATE_QUOTATIONS = """
CREATE VIEW quotations AS
SELECT t.id, CASE WHEN g.attribution IS NULL THEN t.speaker_name ELSE g.speaker_name END AS speaker,
  coalesce(td.said_on, t.said_on) AS said_on, t.form,
  (SELECT group_concat(json_extract(piece.value, '$.exact'), ' ') FROM json_each(t.content) AS piece) AS quotation,
  json_extract(t.cue, '$.exact') AS cue, a.outlet, coalesce(ad.published, a.published) AS published,
  a.headline, c.place, t."start", t.article, m.statement,
  (SELECT min(v.latest) FROM page_version v WHERE v.article = t.article AND NOT v.stands) AS version_of
FROM attribution t JOIN article a ON a.id = t.article JOIN capture c ON c.sha256 = a.sha256
LEFT JOIN statement_member m ON m.attribution = t.id LEFT JOIN assigned g ON g.attribution = t.id
LEFT JOIN attribution_day td ON td.attribution = t.id LEFT JOIN article_day ad ON ad.article = a.id
"""
SYNCHRONOUS = "PRAGMA synchronous = FULL"  # what was acknowledged survives a power cut too


class SqliteReader:
    """A connection that only reads, and asks the named queries of the view."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def rows(self, query: str, values: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows that answer the query, one by one; `values` are bound to its `:names`."""
        try:
            yield from self._connection.execute(query, values or {})
        except sqlite3.Error as error:
            raise explain(self.path, error) from error

    def row(self, query: str, values: Mapping[str, Any] | None = None) -> tuple[Any, ...] | None:
        """The first row that answers the query, or None."""
        return next(self.rows(query, values), None)

    def search(self, clauses: Sequence[Clause], reach: Reach = ALL) -> Iterator[tuple[Any, ...]]:
        """The passages that have a term of every clause, the best first: id, score, whether the phrases are sure."""
        return self.rows(_within(SEARCH, reach), {**reach.values, "query": match_expression(clauses)})

    def latest(self, clauses: Sequence[Clause], reach: Reach, most: int) -> Iterator[tuple[Any, ...]]:
        """The same passages, the latest first and at most so many: id, whether the phrases are sure."""
        values = {**reach.values, "query": match_expression(clauses), "most": most}
        return self.rows(_within(LATEST, reach), values)

    def having(self, terms: Clause) -> Iterator[tuple[Any, ...]]:
        """The ids of the passages that have one of the terms, each in a row, the latest first."""
        return self.rows(HAVING, {"query": match_expression([terms])})

    def is_record(self) -> bool:
        """Whether the file is a record, False where it is empty; else NotARecord."""
        if self.row("PRAGMA application_id") == (APPLICATION_ID,):
            return True
        # SQLite takes a file too short to be a database for an empty one, and would write over it.
        size = self.path.stat().st_size
        if self.row("SELECT 1 FROM sqlite_master") is None and (size == 0 or size >= SHORTEST):
            return False
        raise not_a_record(self.path)

    def hold(self) -> None:
        """From here on every query sees the record as it is now, whatever is written meanwhile."""
        with explained(self.path):
            self._connection.execute("BEGIN")

    def release(self) -> None:
        """From here on every query sees what has been committed when it is asked."""
        with explained(self.path):
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """The connection is closed."""
        self._connection.close()


class SqliteFile:
    """A file that is a record, or may become one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def exists(self) -> bool:
        """Whether there is a file; InputError or RecordError where no record can be."""
        _refuse_odd_paths(self._path)
        return self._path.exists()

    def reader(self) -> SqliteReader:
        """A new connection that reads."""
        return connect_reader(self._path)

    def writing(self, patience_seconds: float) -> AbstractContextManager[SqliteWriting]:
        """The one connection that writes the file."""
        from onrecord.store.sqlite_writing import sole_writing  # noqa: PLC0415 - SQLAlchemy is slow to import

        _refuse_odd_paths(self._path)
        return sole_writing(self, self._path, patience_seconds)


def _refuse_odd_paths(path: Path) -> None:
    try:
        path.exists()
    except OSError as error:  # a folder above it may not be entered
        raise unwritable(path, error.strerror or str(error)) from error
    if path.is_dir():
        raise InputError(f"{path}: a folder, not a record; name a file, such as {path / 'record.db'}")
    if not path.parent.is_dir():
        raise InputError(f"{path}: there is no folder {path.parent}; make it, or name another place")
    if path.exists() and not path.is_file():
        raise not_a_record(path)


def _within(query: str, reach: Reach) -> str:
    """The query of passages that are reached."""
    # With the sign the passages are looked up among those that have the words, not the words passage by passage.
    return query.format(reached=reach.condition("+passage_words.rowid"))


def match_expression(clauses: Iterable[Clause]) -> str:
    """The terms in FTS5's language, each quoted, so that nothing in them is an operator."""
    return " AND ".join(f"({' OR '.join(map(_quoted, clause))})" for clause in clauses)


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.open_ended else ""}'


def connect_reader(path: Path) -> SqliteReader:
    """A reader of the file at `path`, which may be any file; it is never written."""
    with explained(path):
        try:
            return SqliteReader(path, _connect(path, "mode=rw"))
        except sqlite3.OperationalError as error:
            # In a folder that cannot be written SQLite cannot make the files by which readers and a writer
            # agree. Without a writer's log beside it the file is at rest, and can be read as it is.
            refused = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
            if refused and not path.with_name(path.name + "-wal").exists():
                return SqliteReader(path, _connect(path, "mode=ro&immutable=1"))
            raise


def connect_writer(path: Path, patience_seconds: float) -> sqlite3.Connection:
    """A connection that writes the file at `path`, making it where it isn't there."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=patience_seconds)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(SYNCHRONOUS)
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect(path: Path, options: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None)
    try:
        # Opened to write but never written: opened to read, it would leave SQLite's files beside the record.
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
