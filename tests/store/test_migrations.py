from __future__ import annotations

import re
import sqlite3
import tomllib
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData

from onrecord.records import Capture, Reading
from onrecord.records.errors import RecordError
from onrecord.records.ids import sha256_of
from onrecord.store import Locator, Server, create, open_view, open_writer
from onrecord.store.database import Writing, database
from onrecord.store.migrating import MIGRATIONS, migrate
from onrecord.store.readable import VIEWS, drop_views
from onrecord.store.rows import to_row
from onrecord.store.schema import METADATA
from onrecord.store.search import passages
from onrecord.store.sqlite import connect_reader, connect_writer
from onrecord.store.sqlite_writing import SqliteWriting
from onrecord.store.versions import SCHEMA_VERSION, revision

NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\n"
COUNTED = (
    "article_order",
    "statement_order",
    "story_order",
    "speaker",
    "scoped",
    "facet",
    "tally",
    "position_order",
    "position_statement",
    "holder",
    "report",
    "hand",
    "story_source",
    "discrepancy_order",
    "discrepancy_article",
    "facet_article",
    "position_outlet",
    "position_origin",
    "plotted",
    "plotted_row",
    "plotted_day",
    "plotted_total",
    "spoken",
    "spoken_line",
    "issue_word",
)
BACK_TO_7 = (
    "DROP VIEW quotations; CREATE VIEW quotations AS SELECT 1; "
    "DROP INDEX location_address; ALTER TABLE location DROP COLUMN address; "
    "ALTER TABLE location DROP COLUMN last_seen_at; ALTER TABLE article DROP COLUMN text_sha256; "
    "ALTER TABLE statement DROP COLUMN earlier; ALTER TABLE statement DROP COLUMN withdrawn; "
    "DROP TABLE unacknowledged; DROP TABLE notice; DROP TABLE told; DROP TABLE led; DROP TABLE listing; "
    "DROP TABLE vocabulary; DROP TABLE search; DROP TABLE page_version; DROP TABLE carried; DROP TABLE successor; "
    "DROP TABLE renewal; DROP INDEX attribution_entity; DROP INDEX mention_entity; DROP INDEX passage_attribution; "
    "DROP INDEX assigned_entity; DROP INDEX duplicate_original; "
    "DROP INDEX actor_entity_actor; CREATE INDEX actor_entity_actor ON actor_entity (actor); "
    "UPDATE alembic_version SET version_num = '0007'; "
)


@contextmanager
def bare_writing(path: Locator) -> Iterator[Writing]:
    """A connection that writes where nothing is made yet."""
    with closing(database(path).reader()) if isinstance(path, Server) else nullcontext() as reader:
        if isinstance(path, Server):
            from onrecord.store.postgres import PostgresReader, connect  # noqa: PLC0415 - psycopg may not be here
            from onrecord.store.postgres_writing import PostgresWriting  # noqa: PLC0415 - likewise

            assert isinstance(reader, PostgresReader)
            with closing(connect(path)) as server:
                yield PostgresWriting(path, server, reader)
        else:
            with closing(connect_writer(path, 1.0)) as file, closing(connect_reader(path)) as reading:
                yield SqliteWriting(path, file, reading)


def migrated(path: Path, version: int = SCHEMA_VERSION) -> Path:
    """A record made by the migrations alone, as far as `version`."""
    with bare_writing(path) as writing:
        migrate(writing, version)
    return path


def as_first_released(path: Locator, capture: Capture, reading: Reading) -> None:
    """A record of the tables of version 1 holds the article, and its words are found."""
    with bare_writing(path) as writing:
        migrate(writing, 1)
        with writing.engine.begin() as connection:
            known = MetaData()
            known.reflect(connection)
            rows: dict[str, list[dict[str, Any]]] = {
                "capture": [
                    {"sha256": capture.sha256, "place": capture.where, "size": len(capture.content),
                     "captured_at": "then", "read_by": "r1", "content": zlib.compress(capture.content)},
                ],
                "location": [
                    {"sha256": capture.sha256, "place": capture.where, "kind": "path",
                     "media_type": capture.media_type, "seen_at": "then"},
                ],
                "article": [to_row(reading.article)],
                "entity": [to_row(row) | {"first_start": 0} for row in reading.entities],
                "attribution": [to_row(row) | {"start": row.start} for row in reading.attributions],
                "mention": [to_row(row) | {"start": row.span.start} for row in reading.mentions],
            }  # fmt: skip
            for name, several in rows.items():
                table = known.tables[name]
                columns = [{key: value for key, value in row.items() if key in table.columns} for row in several]
                writing.add_new(connection, table, columns)
            found = list(passages(reading))
            ids = range(1, len(found) + 1)
            placed = [
                {"id": number, "article": reading.article.id, "attribution": one.attribution, "kind": one.kind.value,
                 "start": one.pieces[0][0], "end": one.pieces[-1][1]}
                for number, one in zip(ids, found, strict=True)
            ]  # fmt: skip
            writing.add_new(connection, known.tables["passage"], placed)
            words = (one.words(reading.article.text) for one in found)
            writing.add_words(connection, list(zip(ids, words, strict=True)))


def tables(path: Path) -> dict[str, Any]:
    """All that the database has, by name: the lines of its SQL in any order, and its columns in theirs.

    SQLite writes a column that is added on the line of the one before.
    """
    with closing(sqlite3.connect(path)) as connection:
        shapes: dict[str, Any] = {
            name: (
                sorted(bare for part in re.split("[,\n]", sql or "") if (bare := part.strip())),
                connection.execute("SELECT * FROM pragma_table_xinfo(?)", (name,)).fetchall(),
            )
            for name, sql in connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
            if name not in VIEWS  # of no version
        }
        shapes["application_id"] = connection.execute("PRAGMA application_id").fetchone()
        shapes["version"] = connection.execute("SELECT * FROM alembic_version").fetchall()
    return shapes


def test_a_migrated_record_has_the_tables_of_a_created_one(tmp_path: Path) -> None:
    create(tmp_path / "created.db")
    assert tables(migrated(tmp_path / "migrated.db")) == tables(tmp_path / "created.db")


def test_a_migrated_schema_of_a_server_is_that_of_a_created_one(cluster: Any) -> None:
    created, other = cluster.empty(), cluster.empty()
    create(created)
    with bare_writing(other) as writing:
        migrate(writing)
    assert cluster.dump(other) == cluster.dump(created)


def test_the_migrations_make_the_tables_of_the_schema(record: Any) -> None:
    with bare_writing(record.path) as writing:
        migrate(writing)
        with writing.engine.begin() as connection:
            context = MigrationContext.configure(
                connection, opts={"include_name": lambda name, *_: not (name or "").startswith("passage_words")}
            )
            assert compare_metadata(context, METADATA) == []


def test_the_last_migration_is_the_version_that_onrecord_knows() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [revision(SCHEMA_VERSION)]


def test_a_record_of_the_first_release_is_brought_up_to_date_by_its_writer_and_loses_nothing(
    record: Any, coverage: Any
) -> None:
    reading = coverage.reading(NORTH)
    as_first_released(record.path, coverage.capture("north.txt", NORTH), reading)
    with record.writer() as writer:
        assert list(writer.view().readings()) == [reading]
    with record.view() as view:
        assert [hit.attribution for hit in view.search("nobody")] == [reading.attributions[0].id]
        assert view.capture(reading.article.sha256) == coverage.capture("north.txt", NORTH)


def test_what_leads_to_a_row_that_may_go_is_found_by_an_index() -> None:
    staying = {"capture", "notice"}
    for table in METADATA.tables.values():
        found = {
            columns[0] for columns in (list(table.primary_key.columns), *(list(one.columns) for one in table.indexes))
        }
        leading = {link.parent for link in table.foreign_keys if link.column.table.name not in staying}
        assert leading <= found, table.name


def test_the_view_for_people_has_a_quotation_a_row_after_a_migration_too(record: Any, coverage: Any) -> None:
    as_first_released(record.path, coverage.capture("north.txt", NORTH), coverage.reading(NORTH))
    record.create()
    with bare_writing(record.path) as writing:
        rows = list(writing.reader.rows("SELECT speaker, quotation, place FROM quotations"))
    assert rows == [("Ilse Oram", "“Nobody will pay to go home.”", "north.txt")]


def as_version_7_left_it(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        drop_views(connection)
        connection.executescript(
            "DROP INDEX actor_affiliation;" + BACK_TO_7 + "".join(f"DROP TABLE {name}; " for name in COUNTED)
        )


def test_where_captures_of_an_older_record_were_found_is_still_known(tmp_path: Path, coverage: Any) -> None:
    path = tmp_path / "record.db"
    changed = NORTH.replace("go home", "leave home")
    with open_writer(path) as writer:
        writer.add_captures([coverage.capture("north.txt", NORTH), coverage.capture("wire.csv#2", "a")], coverage.now)
        writer.add_readings([coverage.reading(NORTH)])
    as_version_7_left_it(path)
    with open_writer(path) as writer:
        writer.add_captures([coverage.capture("north.txt", changed)], "2031-05-05T09:00:00+00:00")
        writer.add_readings([coverage.reading(changed)])
        seen = [(one.address, one.first) for one in writer.view().sightings()]
    assert sorted(seen) == [("north.txt", coverage.now), ("north.txt", "2031-05-05T09:00:00+00:00")]


def test_a_text_that_an_older_record_kept_has_its_hash(tmp_path: Path, coverage: Any) -> None:
    path = tmp_path / "record.db"
    kept = replace(coverage.reading(NORTH), article=replace(coverage.reading(NORTH).article, text=f"Read: {NORTH}"))
    with open_writer(path) as writer:
        writer.add_captures([coverage.capture("north.txt", NORTH)], coverage.now)
        writer.add_readings([replace(kept, attributions=(), mentions=())])
    as_version_7_left_it(path)
    with open_writer(path) as writer:
        assert writer.view().text_hash(kept.article.id) == sha256_of(f"Read: {NORTH}".encode())


def test_a_view_of_an_older_record_says_how_to_bring_it_up_to_date(tmp_path: Path) -> None:
    with (
        pytest.raises(RecordError, match=r"older onrecord .* `onrecord build"),
        open_view(migrated(tmp_path / "record.db", 1)),
    ):
        pass


def test_a_migration_that_fails_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    path = migrated(tmp_path / "record.db", 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW quotations AS SELECT 1")  # in the way of version 2
    before = tables(path)
    with pytest.raises(RecordError), open_writer(path):
        pass
    assert tables(path) == before


def test_the_migrations_are_in_the_installed_package() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["onrecord"]
    unpackaged = [path for path in MIGRATIONS.rglob("*") if path.suffix not in (".py", ".pyc", ".mako", "")]
    assert unpackaged == []
    assert "**/*.mako" in patterns
    assert all((path.parent / "__init__.py").exists() for path in MIGRATIONS.rglob("*.py"))
