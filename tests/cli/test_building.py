from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from onrecord.store import read_last_by

ONRECORD = (sys.executable, "-m", "onrecord")
ARTICLE = """\
Ferry stays in port, minister says

The Quay Gazette, 3 March 2031

Transport minister Ada Brandt said on Monday that the ferry would stay in port for a week.

“We will not sail into a storm,” Brandt told reporters in Velm.

The company has 14 ships, and two of them are under repair.
"""


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "gazette.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def flat(text: str) -> str:
    return " ".join(text.split())


def rejected(call: Call, record: Path) -> dict[str, tuple[str, str]]:
    rows = json.loads(call("sources", record, "--rejected", "--format", "json").out)["rejected"]
    return {Path(row["where"]).name: (row["cause"], row["mend"]) for row in rows}


def test_a_build_says_in_a_line_what_the_record_holds(call: Call, coverage: Path, tmp_path: Path) -> None:
    outcome = call("build", coverage, "-o", tmp_path / "r.db")
    assert (outcome.code, outcome.err) == (0, "")
    assert flat(outcome.out).startswith(f"{tmp_path / 'r.db'}: 1 article, ")


def test_a_build_can_report_as_json(call: Call, coverage: Path, tmp_path: Path) -> None:
    report = json.loads(call("build", coverage, "-o", tmp_path / "r.db", "--format", "json").out)
    assert (report["new_articles"], report["rejected"]) == (1, 0)


def read_by(record: Path) -> str:
    return read_last_by(record)[0]


def test_a_record_is_built_on_by_the_tagger_that_read_it(call: Call, coverage: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    call("build", coverage, "-o", record, "--tagger", "rules")
    before = call("export", record).out
    again = call("build", coverage, "-o", record)
    assert (again.code, again.err, read_by(record)) == (0, "", "rules")
    assert "nothing new, 1 known already" in flat(again.out)
    assert call("export", record).out == before


def test_another_tagger_that_is_asked_for_is_told_and_kept(call: Call, coverage: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    call("build", coverage, "-o", record, "--tagger", "rules")
    other = call("build", "-o", record, "--tagger", "fast")
    assert other.err == f"onrecord: {record} was read by --tagger rules; fast reads all of it again\n"
    assert read_by(record) == "fast"
    assert call("build", "-o", record).err == ""
    assert read_by(record) == "fast"


def test_a_record_that_tells_no_tagger_is_known_by_its_steps(call: Call, coverage: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    call("build", coverage, "-o", record, "--tagger", "rules")
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("DELETE FROM record WHERE key = 'tagger'")
        connection.execute("UPDATE capture SET read_by = 'an older onrecord'")
    call("build", "-o", record)
    assert read_by(record) == "rules"


def test_a_tagger_that_is_not_installed_any_more_is_named(call: Call, coverage: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    call("build", coverage, "-o", record, "--tagger", "rules")
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("UPDATE record SET value = 'shouting' WHERE key = 'tagger'")
    told = call("build", "-o", record)
    assert (told.code, "shouting: the record was read by this tagger, which no installed" in told.err) == (2, True)
    assert call("build", "-o", record, "--tagger", "rules").code == 0


def test_building_again_adds_nothing(call: Call, coverage: Path, tmp_path: Path) -> None:
    call("build", coverage, "-o", tmp_path / "r.db")
    first = call("export", tmp_path / "r.db").out
    again = call("build", coverage, "-o", tmp_path / "r.db")
    assert "nothing new, 1 known already" in flat(again.out)
    assert call("export", tmp_path / "r.db").out == first


def test_a_built_record_verifies(call: Call, coverage: Path, tmp_path: Path) -> None:
    call("build", coverage, "-o", tmp_path / "r.db")
    assert "all stand in the archive" in flat(call("verify", tmp_path / "r.db").out)


BAD = {
    "empty.txt": (b"", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), ""),
    "list.txt": (b"12 34 56\n78 90\n", ""),
    "large.txt": (b"Words and words. " * 3_000_000, "51.0 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_listed_with_cause_and_mend_and_the_others_are_read(
    call: Call, coverage: Path, tmp_path: Path, name: str
) -> None:
    content, cause = BAD[name]
    (coverage / name).write_bytes(content)
    outcome = call("build", coverage, "-o", tmp_path / "r.db")
    assert outcome.code == 0
    assert "1 article, " in flat(outcome.out)
    assert f"onrecord sources {tmp_path / 'r.db'} --rejected" in flat(outcome.out)
    told = rejected(call, tmp_path / "r.db")
    assert list(told) == [name]
    assert cause in told[name][0]
    assert all(told[name])


def test_a_record_among_the_articles_is_not_taken_for_one_of_them(call: Call, coverage: Path) -> None:
    record = coverage / "record.db"
    for _ in range(2):
        assert "could not be read" not in call("build", coverage, "-o", record).out
    assert rejected(call, record) == {}


def test_a_file_that_is_whole_again_is_no_longer_listed(call: Call, coverage: Path, tmp_path: Path) -> None:
    copy = coverage / "copy.txt"
    copy.touch()
    call("build", coverage, "-o", tmp_path / "r.db")
    assert list(rejected(call, tmp_path / "r.db")) == ["copy.txt"]
    copy.write_text(ARTICLE, encoding="utf-8")
    assert "could not be read" not in call("build", coverage, "-o", tmp_path / "r.db").out
    assert rejected(call, tmp_path / "r.db") == {}


def test_names_that_are_no_utf_8_are_read_told_and_found_again(call: Call, tmp_path: Path) -> None:
    place = tmp_path / os.fsdecode(b"caf\xe9 \n x")
    try:
        place.mkdir()
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    article, record = place / os.fsdecode(b"\xe9.txt"), place / os.fsdecode(b"r \xe9?#%.db")
    article.write_text(ARTICLE, encoding="utf-8")
    assert call("build", article, "-o", record, "--format", "json").code == 0
    assert call("text", record, article.name).code == 0
    assert call("brief", record, "--format", "json").code == 0


def test_a_folder_in_place_of_a_record_is_told_with_a_name_to_give(call: Call, coverage: Path) -> None:
    outcome = call("build", coverage, "-o", coverage)
    assert outcome.code == 2
    assert f"{coverage}: a folder, not a record; name a file, such as {coverage / 'record.db'}" in outcome.err


def test_a_link_in_a_circle_is_listed_and_not_followed(call: Call, coverage: Path, tmp_path: Path) -> None:
    (coverage / "round").symlink_to(coverage)
    outcome = call("build", coverage, "-o", tmp_path / "r.db")
    assert outcome.code == 0
    assert "link" in rejected(call, tmp_path / "r.db")["round"][0]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_listed(call: Call, coverage: Path, tmp_path: Path) -> None:
    (coverage / "secret.txt").write_text(ARTICLE)
    (coverage / "secret.txt").chmod(0)
    assert call("build", coverage, "-o", tmp_path / "r.db").code == 0
    assert "may not be read" in rejected(call, tmp_path / "r.db")["secret.txt"][0]


def test_a_folder_with_nothing_that_can_be_read_fails(call: Call, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "empty.txt").touch()
    outcome = call("build", tmp_path / "odd", "-o", tmp_path / "r.db")
    assert outcome.code == 2
    assert f"{tmp_path / 'odd'}: no file could be read" in outcome.err


def test_a_folder_without_a_file_fails(call: Call, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    outcome = call("build", tmp_path / "bare", "-o", tmp_path / "r.db")
    assert outcome.code == 2
    assert "there is no file in it" in outcome.err


def test_a_path_that_is_not_there_fails_before_anything_is_written(call: Call, tmp_path: Path) -> None:
    outcome = call("build", tmp_path / "none", "-o", tmp_path / "r.db")
    assert outcome.code == 2
    assert f"{tmp_path / 'none'}: there is no such file or folder" in outcome.err
    assert not (tmp_path / "r.db").exists()


def test_a_build_into_what_is_no_record_leaves_it_as_it_is(call: Call, coverage: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Not a record at all. " * 100)
    assert call("build", coverage, "-o", notes).code == 3
    assert notes.read_text() == "Not a record at all. " * 100


def test_a_build_of_nothing_needs_a_record(call: Call, tmp_path: Path) -> None:
    outcome = call("build", "-o", tmp_path / "r.db")
    assert outcome.code == 2
    assert "nothing to build it from" in outcome.err


def test_the_largest_file_that_is_read_can_be_set(call: Call, coverage: Path, tmp_path: Path) -> None:
    outcome = call("build", coverage, "-o", tmp_path / "r.db", "--max-bytes", 10)
    assert outcome.code == 2
    assert "--max-bytes" in rejected(call, tmp_path / "r.db")["gazette.txt"][1]


def test_the_demo_prints_a_brief_of_the_examples(call: Call) -> None:
    outcome = call("demo")
    assert (outcome.code, outcome.err) == (0, "")
    assert "POSITIONS" in outcome.out
    assert "SOURCES" in outcome.out


@pytest.mark.slow
def test_an_interrupted_build_keeps_what_it_has_and_says_how_to_go_on(coverage: Path, tmp_path: Path) -> None:
    for number in range(100, 130):
        (coverage / f"{number}.txt").write_text(ARTICLE.replace("14 ships", f"{number} ships"), encoding="utf-8")
    record = tmp_path / "r.db"
    command = [*ONRECORD, "build", str(coverage), "-o", str(record), "--processes", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        while not record.exists():
            time.sleep(0.05)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on from there" in told
    assert "Traceback" not in told
    again = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "31 articles" in flat(again.stdout)
