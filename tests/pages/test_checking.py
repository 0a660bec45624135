from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from tests.pages.coverage import write_record

from onrecord.pages.checking import verify_page
from onrecord.store import View, open_view


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write_record(tmp_path / "broken.db")


def change(record: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(record)) as connection, connection:
        assert connection.execute(statement, values).rowcount


def test_every_span_of_a_sound_record_stands_in_the_archive(view: View) -> None:
    page = verify_page(view)
    assert (page.articles, page.captures, page.mismatches) == (3, 3, ())


def test_all_kinds_of_spans_are_counted(view: View) -> None:
    # 6 contents, sources, cues, an addressee; 3 mentions, a credit, 2 publication dates, 2 sides that differ
    assert verify_page(view).spans == 27


def test_changed_bytes_in_the_archive_are_found(broken: Path) -> None:
    change(
        broken,
        "UPDATE capture SET content = ? WHERE sha256 = (SELECT sha256 FROM article WHERE id = 'a1')",
        zlib.compress(b"x"),
    )
    with open_view(broken) as view:
        (mismatch,) = [one for one in verify_page(view).mismatches if one.what == "the archived file"]
    assert (mismatch.path, mismatch.found[:19]) == ("harbour/beacon.txt", "bytes whose SHA-256")


def test_a_span_that_does_not_stand_there_is_listed(broken: Path) -> None:
    change(broken, "UPDATE mention SET span = replace(span, 'Oram', 'Uram') WHERE id = 'm1'")
    with open_view(broken) as view:
        (mismatch,) = verify_page(view).mismatches
    assert (mismatch.what, mismatch.exact, mismatch.found) == ("mention of a person", "Uram", "Oram")
