from __future__ import annotations

import json
import os
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.pages.coverage import write_record

ONRECORD = (sys.executable, "-m", "onrecord")
HEAVY = ("rich", "sqlalchemy", "alembic", "duckdb", "pyarrow", "msgspec", "onrecord.records")


def test_help_lists_every_command_and_the_exit_codes(call: Call) -> None:
    outcome = call("--help")
    assert outcome.code == 0
    assert "verify      Check every quotation against the archive." in outcome.out
    assert "3  the record cannot be used" in outcome.out


def test_help_imports_nothing_heavy() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "onrecord", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {row.rsplit("|", 1)[-1].strip() for row in told.stderr.splitlines()}
    assert "click" in imported
    assert not imported & set(HEAVY)


def test_a_brief_for_a_pipe_imports_no_database_library(record: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "onrecord", "brief", str(record)],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {row.rsplit("|", 1)[-1].strip() for row in told.stderr.splitlines()}
    assert "sqlite3" in imported
    assert not imported & {"sqlalchemy", "alembic", "duckdb", "pyarrow"}


def test_a_command_that_is_none_is_answered_with_the_nearest(call: Call) -> None:
    outcome = call("breif", "record.db")
    assert (outcome.code, outcome.out) == (2, "")
    assert "There is no command “breif”; did you mean “brief”?" in outcome.err


def test_a_missing_argument_is_told_with_where_to_look(call: Call) -> None:
    outcome = call("brief")
    assert outcome.code == 2
    assert "Try “onrecord brief --help”." in outcome.err


def test_a_record_that_is_not_there_is_told_with_how_to_make_one(call: Call, tmp_path: Path) -> None:
    outcome = call("brief", tmp_path / "none.db")
    assert outcome.code == 2
    assert outcome.err.startswith(f"onrecord: {tmp_path / 'none.db'}: no such record; make one with")


def test_a_file_that_is_no_record_has_its_own_exit_code(call: Call, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a record at all. " * 100)
    outcome = call("brief", tmp_path / "notes.txt")
    assert outcome.code == 3
    assert f"{tmp_path / 'notes.txt'}: not a record" in outcome.err


def test_a_record_of_a_later_version_is_told_with_the_mend(call: Call, tmp_path: Path) -> None:
    record = write_record(tmp_path / "later.db")
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    outcome = call("brief", record)
    assert outcome.code == 3
    assert "install the newest onrecord" in outcome.err


def test_verify_fails_where_a_span_does_not_match(call: Call, tmp_path: Path) -> None:
    record = write_record(tmp_path / "wrong.db")
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("UPDATE mention SET span = replace(span, 'Oram', 'Uram') WHERE id = 'm1'")
    outcome = call("verify", record)
    assert outcome.code == 1
    assert "the record has Uram" in outcome.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_an_output_that_is_full_is_told_without_a_traceback(record: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [*ONRECORD, "export", str(record)], check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert told.returncode == 1
    assert told.stderr == "onrecord: the output could not be written: no space left on device; send it elsewhere\n"


def test_a_reader_that_goes_away_is_no_error_to_tell(record: Path) -> None:
    with subprocess.Popen(
        [*ONRECORD, "export", str(record)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_help_whose_reader_goes_away_ends_as_other_commands_do() -> None:
    with subprocess.Popen([*ONRECORD, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def with_closed_output(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = shlex.join([*ONRECORD, *map(str, arguments)])
    return subprocess.run(["sh", "-c", f"{words} >&-"], check=False, stderr=subprocess.PIPE, text=True)


def test_an_output_that_is_closed_is_told_with_the_mend(record: Path) -> None:
    told = with_closed_output("brief", record)
    assert told.returncode == 1
    assert told.stderr == (
        "onrecord: the output could not be written: it is closed; name a file with -o, or leave it open\n"
    )


def test_a_page_that_goes_to_a_file_needs_no_output(record: Path, tmp_path: Path) -> None:
    told = with_closed_output("brief", record, "-o", tmp_path / "brief.md")
    assert (told.returncode, told.stderr) == (0, "")
    assert (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_help_that_finds_no_room_is_no_fault_of_the_program() -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run([*ONRECORD, "--help"], check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert told.returncode == 1
    assert "no space left on device; make room" in told.stderr
    assert "fault" not in told.stderr


PLAIN_C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_words_are_found_whatever_the_locale_says_of_their_bytes(record: Path) -> None:
    told = subprocess.run(
        [*ONRECORD, "search", str(record), "“talk”", "--format", "json"],
        capture_output=True,
        check=True,
        env=os.environ | PLAIN_C,
    )
    page = json.loads(told.stdout.decode("utf-8"))
    assert page["query"] == "“talk”"
    assert page["found"]


def test_json_is_utf_8_also_where_the_surface_knows_ascii_only(record: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    command = [*ONRECORD, "export", str(record)]
    plain = subprocess.run(command, capture_output=True, check=True).stdout
    assert subprocess.run(command, capture_output=True, check=True, env=environment).stdout == plain
    page = [*ONRECORD, "brief", str(record), "--format", "json"]
    told = subprocess.run(page, capture_output=True, check=True, env=environment).stdout
    assert "“Nobody sails" in str(json.loads(told.decode("utf-8")))


def test_a_surface_that_knows_ascii_only_gets_ascii(record: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    told = subprocess.run([*ONRECORD, "brief", str(record)], capture_output=True, check=True, env=environment)
    assert b'"Nobody sails' in told.stdout


def test_a_traceback_is_shown_to_those_who_ask(tmp_path: Path) -> None:
    environment = os.environ | {"ONRECORD_DEBUG": "1"}
    told = subprocess.run(
        [*ONRECORD, "brief", str(tmp_path / "none.db")],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert told.returncode == 2
    assert "Traceback" in told.stderr
