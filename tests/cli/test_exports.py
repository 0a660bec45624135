"""Other tools' exports, and what is piped in, into a record."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.cli.test_building import ARTICLE
from tests.read.archives import Sent, page, zipped

BODY = ARTICLE.split("\n\n", 2)[2]
HEAD = {"headline": "Ferry stays in port", "day": "2031-03-03", "outlet": "The Quay Gazette"}
RULES = ("--tagger", "rules", "--processes", "1")


def articles(call: Call, record: Path) -> list[dict[str, object]]:
    rows = map(json.loads, call("export", record).out.splitlines())
    return [row for row in rows if row["type"] == "article"]


def write_record(folder: Path) -> Path:
    path = folder / "a.jsonl"
    path.write_text(json.dumps(HEAD | {"story": BODY}) + "\n", encoding="utf-8")
    return path


def test_a_record_of_another_tool_is_an_article_with_all_that_it_tells(call: Call, tmp_path: Path) -> None:
    fields = ("--fields", "text=story,published=day")
    call("build", write_record(tmp_path), "-o", tmp_path / "r.db", *fields, *RULES)
    (found,) = articles(call, tmp_path / "r.db")
    assert (found["headline"], found["outlet"]) == ("Ferry stays in port", "The Quay Gazette")
    assert (found["published"], found["published_basis"]) == ("2031-03-03", "metadata")


def test_what_was_read_of_an_export_verifies_against_its_archived_record(call: Call, tmp_path: Path) -> None:
    call("build", write_record(tmp_path), "-o", tmp_path / "r.db", "--fields", "text=story", *RULES)
    outcome = call("verify", tmp_path / "r.db")
    assert outcome.code == 0
    assert "all stand in the archive" in " ".join(outcome.out.split())


def test_an_archive_that_is_whole_after_all_is_not_listed_any_more(call: Call, tmp_path: Path) -> None:
    whole = zipped(
        [page(f"https://quay.example/{n}", f"{n}. {ARTICLE}", Sent(content_type="text/plain")) for n in range(3)]
    )
    path, record = tmp_path / "a.warc.gz", tmp_path / "r.db"
    path.write_bytes(whole[:-50])
    assert "1 file could not be read" in call("build", path, "-o", record, *RULES).out
    path.write_bytes(whole)
    assert "could not be read" not in call("build", path, "-o", record, *RULES).out
    assert len(articles(call, record)) == 3


def test_a_field_that_is_no_part_of_an_article_is_refused(call: Call, tmp_path: Path) -> None:
    outcome = call("build", write_record(tmp_path), "-o", tmp_path / "r.db", "--fields", "words=story")
    assert (outcome.code, (tmp_path / "r.db").exists()) == (2, False)
    assert "PART=NAME" in outcome.err


@pytest.mark.parametrize(
    "piped",
    [
        ARTICLE.encode(),
        gzip.compress(ARTICLE.encode()),
        json.dumps({"title": "Ferry stays in port", "text": BODY}).encode(),
        b"MIME-Version: 1.0\r\nSubject: Ferry stays in port\r\n\r\n" + BODY.encode(),
        zipped([page("https://quay.example/a", ARTICLE, Sent(content_type="text/plain"))]),
    ],
    ids=["text", "gzip", "json", "mail", "warc"],
)
def test_what_is_piped_in_is_read_whatever_it_is(tmp_path: Path, piped: bytes) -> None:
    command = (sys.executable, "-m", "onrecord", "build", "-", "-o", tmp_path / "r.db", *RULES)
    done = subprocess.run(command, input=piped, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"1 article," in b" ".join(done.stdout.split())


def test_tables_are_written_into_a_folder(call: Call, record: Path, tmp_path: Path) -> None:
    assert call("export", record, "--format", "csv", "-o", tmp_path / "tables").code == 0
    assert "statement.csv" in {path.name for path in (tmp_path / "tables").iterdir()}


def test_tables_need_a_folder(call: Call, record: Path) -> None:
    outcome = call("export", record, "--format", "parquet")
    assert (outcome.code, outcome.out) == (2, "")
    assert "name a folder" in outcome.err


def test_tables_are_written_over_those_of_before_and_nothing_else(call: Call, record: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "story.csv").write_text("old", encoding="utf-8")
    call("export", record, "--format", "csv", "-o", folder)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "story.csv").read_text(encoding="utf-8").startswith("id,headline")


def test_nothing_of_the_way_there_is_left_beside_the_folder(call: Call, record: Path, tmp_path: Path) -> None:
    call("export", record, "--format", "csv", "-o", tmp_path / "tables")
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_a_file_in_the_place_of_the_folder_is_left_as_it_is(call: Call, record: Path, tmp_path: Path) -> None:
    place = tmp_path / "tables"
    place.write_text("mine", encoding="utf-8")
    assert call("export", record, "--format", "csv", "-o", place).code == 2
    assert place.read_text(encoding="utf-8") == "mine"
