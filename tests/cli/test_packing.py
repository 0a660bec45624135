"""The archive of a record, packed for replay tools and read into a record again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.cli.test_building import ARTICLE
from tests.planted.archive import write_archive

EXAMPLES = Path(__file__).parents[2] / "examples"
RULES = ("--tagger", "rules", "--processes", "1")


@pytest.fixture
def mixed(call: Call, tmp_path: Path) -> Path:
    """A record of web pages, files, and records of another tool."""
    write_archive(tmp_path / "news.warc.gz", 12)
    (tmp_path / "wire.csv").write_text(f'hed,story\nFerry,"{ARTICLE}"\n', encoding="utf-8")
    given = (tmp_path / "news.warc.gz", EXAMPLES / "pages", tmp_path / "wire.csv")
    call("build", *given, "-o", tmp_path / "r.db", "--fields", "text=story,title=hed", *RULES)
    return tmp_path / "r.db"


def test_a_package_is_read_into_the_same_record(call: Call, mixed: Path, tmp_path: Path) -> None:
    call("export", mixed, "-o", tmp_path / "r.wacz")
    call("build", tmp_path / "r.wacz", "-o", tmp_path / "again.db", *RULES)
    assert call("export", tmp_path / "again.db").out == call("export", mixed).out
    call("export", tmp_path / "again.db", "-o", tmp_path / "again.wacz")
    assert (tmp_path / "again.wacz").read_bytes() == (tmp_path / "r.wacz").read_bytes()


def test_what_was_read_of_a_package_verifies(call: Call, mixed: Path, tmp_path: Path) -> None:
    call("export", mixed, "-o", tmp_path / "r.wacz")
    call("build", tmp_path / "r.wacz", "-o", tmp_path / "again.db", *RULES)
    assert call("verify", tmp_path / "again.db").code == 0


def test_a_package_under_another_ending_is_refused_with_the_name_it_needs(
    call: Call, record: Path, tmp_path: Path
) -> None:
    outcome = call("export", record, "--format", "wacz", "-o", tmp_path / "r.zip")
    assert (outcome.code, (tmp_path / "r.zip").exists()) == (2, False)
    assert "name it r.wacz" in outcome.err


def test_rows_are_of_whole_records(call: Call, record: Path) -> None:
    outcome = call("export", record, "--story", "1")
    assert outcome.code == 2
    assert "--format wacz" in outcome.err


def test_a_package_can_be_of_one_story(call: Call, record: Path, tmp_path: Path) -> None:
    assert call("export", record, "--story", "harbour dues", "-o", tmp_path / "r.wacz").code == 0
    assert call("build", tmp_path / "r.wacz", "-o", tmp_path / "again.db", *RULES).out.count("3 articles")
