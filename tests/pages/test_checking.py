from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from tests.pages.coverage import write_record
from tests.test_laws import add

from onrecord.engine import LocalEngine
from onrecord.pages.checking import verify_page
from onrecord.pages.formats import Format, Look, render
from onrecord.records import Capture
from onrecord.records.ids import sha256_of, text_hash
from onrecord.store import View, open_view

PAGE = """<html><head><title>Ferry stays in port</title></head><body><article><h1>Ferry stays in port</h1>
<p>The ferry will stay in port until the storm has passed, the harbour office in Velm said on Monday morning.</p>
<p>“We will not sail into a storm,” Transport Minister Ada Brandt told reporters in the harbour on Monday.</p>
</article></body></html>"""


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


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A record of one web page, whose text is read of its bytes and kept."""
    record = tmp_path / "page.db"
    content = PAGE.encode()
    capture = Capture(sha256=sha256_of(content), content=content, media_type="text/html", url="https://quay.example/a")
    add(record, [capture], LocalEngine())
    return record


def test_the_kept_text_of_a_page_is_as_it_was_read(page: Path) -> None:
    with open_view(page) as view:
        found = verify_page(view)
    assert (found.articles, found.mismatches, found.read_otherwise) == (1, (), ())
    assert found.spans > 0


def test_a_page_that_would_be_read_otherwise_today_is_no_mismatch_and_told_apart(page: Path) -> None:
    with open_view(page) as view:
        (article,) = view.articles()
    earlier = f"{article.text}\n\nWhat an earlier reader took for text."
    change(page, "UPDATE article SET text = ?, text_sha256 = ?", earlier, text_hash(earlier))
    with open_view(page) as view:
        found = verify_page(view)
    assert found.mismatches == ()
    assert [one.path for one in found.read_otherwise] == ["https://quay.example/a"]
    assert "READ OTHERWISE TODAY" in render(found, Format.TEXT, Look())


def test_a_kept_text_that_was_changed_is_found(page: Path) -> None:
    change(page, "UPDATE article SET text = replace(text, 'storm', 'gale')")
    with open_view(page) as view:
        (mismatch,) = [one for one in verify_page(view).mismatches if one.what == "the archived file"]
    assert mismatch.found.startswith("a text whose SHA-256 is")


def test_changed_bytes_of_a_page_are_found_though_its_text_is_kept(page: Path) -> None:
    change(page, "UPDATE capture SET content = ?", zlib.compress(b"x"))
    with open_view(page) as view:
        (mismatch,) = verify_page(view).mismatches
    assert mismatch.found.startswith("bytes whose SHA-256 is")
