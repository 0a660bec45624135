from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.pages.coverage import write_record

from onrecord.store import create
from onrecord.store.readable import VIEWS


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_record(tmp_path_factory.mktemp("record") / "harbour.db")


def asked(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_a_statement_is_read_with_its_speaker_and_its_origins_in_words(path: Path) -> None:
    found = asked(path, "SELECT speaker, said_on, reports, origins FROM statements WHERE id = 's2'")
    assert found == [("Ilse Oram", "2031-05-04", 2, "Union Wire")]


def test_an_actor_is_read_with_the_roles_and_whom_it_speaks_for(path: Path) -> None:
    found = asked(path, "SELECT roles, speaks_for, statements FROM actors WHERE name = 'Ilse Oram'")
    assert found == [("port minister", "Ostmark", 3)]


def test_a_position_is_read_with_the_one_before_it(path: Path) -> None:
    assert asked(path, "SELECT actor, stance, stance_before FROM positions WHERE id = 'o2'") == [
        ("Ostmark", "CONSULT", "REJECT")
    ]


def test_a_discrepancy_is_read_with_both_ways_of_telling_it(path: Path) -> None:
    assert asked(path, "SELECT about, told FROM discrepancies") == [("ships a month at Sund", "400 ships / 340 ships")]


def test_an_article_is_read_with_how_much_it_reports(path: Path) -> None:
    assert asked(path, "SELECT outlet, reports, copy_of FROM articles WHERE id = 'a1'") == [("The Beacon", 2, None)]


def test_a_view_that_is_out_of_date_is_made_anew_by_the_next_writer(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    create(record)
    with closing(sqlite3.connect(record)) as connection:
        connection.executescript("DROP VIEW statements; CREATE VIEW statements AS SELECT 1 AS id; DROP VIEW actors")
    create(record)
    views = {str(name) for (name,) in asked(record, "SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert set(VIEWS) <= views
    assert asked(record, "SELECT speaker FROM statements") == []


def test_views_that_are_up_to_date_are_left_alone(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    create(record)
    before = asked(record, "PRAGMA schema_version")
    create(record)
    assert asked(record, "PRAGMA schema_version") == before
