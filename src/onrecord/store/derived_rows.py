"""The derived tables, emptied and filled within a transaction of the writer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, select, text

from onrecord.records import Actor, Story
from onrecord.records.derived import DerivedRow
from onrecord.store import counting
from onrecord.store.counted import COUNTED_TABLES
from onrecord.store.database import Writing
from onrecord.store.plotted import PLOTTED_TABLES
from onrecord.store.rows import to_row
from onrecord.store.schema import ACTOR_NAME, DERIVED, DERIVED_TABLES, STORY_ARTICLE
from onrecord.store.spoken import SPOKEN_TABLES
from onrecord.store.words import fold

BATCH = 500
# A statement stands where its first attribution does.
RANK_STATEMENTS = """
UPDATE statement SET rank = first.number FROM (
  SELECT m.statement AS id, min(placed.number) AS number FROM statement_member m JOIN (
    SELECT t.id, row_number() OVER (ORDER BY c.place, t.article, t."start", t.id) AS number
    FROM attribution t JOIN article a ON a.id = t.article JOIN capture c ON c.sha256 = a.sha256
  ) AS placed ON placed.id = m.attribution GROUP BY m.statement
) AS first WHERE first.id = statement.id
"""


def empty(connection: Connection) -> None:
    """No derived row is left."""
    for table in (*SPOKEN_TABLES, *PLOTTED_TABLES, *COUNTED_TABLES, *DERIVED_TABLES):
        connection.execute(delete(table))


def fill(writing: Writing, connection: Connection, rows: Iterable[DerivedRow]) -> None:
    """The rows are in; they are taken one by one, in any order."""
    waiting: dict[Table, list[dict[str, Any]]] = {}
    for row in rows:
        for table, columns in _table_rows(row):
            several = waiting.setdefault(table, [])
            several.append(columns)
            if len(several) >= BATCH:
                writing.add_new(connection, table, several)
                several.clear()
    for table, several in waiting.items():
        writing.add_new(connection, table, several)


def complete(writing: Writing, connection: Connection) -> None:
    """What joins and counts the rows is in; all that they rest on must be."""
    connection.execute(text(RANK_STATEMENTS))
    _refuse_loose_ends(connection)
    counting.count(writing, connection)


def _table_rows(row: DerivedRow) -> list[tuple[Table, dict[str, Any]]]:
    rows = [(DERIVED[type(row)], to_row(row)), *counting.rows_to_count(row)]
    match row:
        case Actor():
            names = sorted({fold(name) for name in (row.name, *row.aliases)})
            rows += [(ACTOR_NAME, {"actor": row.id, "folded": name}) for name in names]
        case Story():
            rows += [(STORY_ARTICLE, {"story": row.id, "article": article}) for article in row.articles]
        case _:
            pass
    return rows


def _refuse_loose_ends(connection: Connection) -> None:
    """Every id in a derived row names a row that is there; else the first that doesn't is named."""
    for table in DERIVED_TABLES:
        for link in sorted(table.foreign_keys, key=lambda link: str(link.parent.name)):
            reached = link.column.table.alias("reached")
            there = exists().where(reached.c[link.column.name] == link.parent)
            loose = select(table).where(link.parent.is_not(None), ~there).limit(1)
            row = connection.execute(loose).mappings().first()
            if row is not None:
                told = f"{table.name} {dict(row)} leads to no {link.column.table.name}"
                raise ValueError(f"a derived row names what isn't in the record: {told}")
