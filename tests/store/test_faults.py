from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.records.errors import InputError, NewerRecord, NotARecord, OnrecordError, RecordError
from onrecord.store import create, open_view, open_writer

NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\n"


@pytest.fixture
def places(tmp_path: Path) -> Callable[[], Path]:
    """What goes wrong with files; test_postgres.py has what goes wrong with servers."""
    return lambda: tmp_path / "record.db"


def refusal(path: Path, error: type[OnrecordError]) -> set[str]:
    """What a view and a writer say of the file, when both refuse it with this error."""
    said = set()
    for door in (open_view, open_writer):
        with pytest.raises(error) as refused, door(path):
            pass
        said.add(str(refused.value))
    return said


def test_a_record_that_is_not_there_is_refused_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match=r"none\.db: no such record; .*onrecord build"),
        open_view(tmp_path / "none.db"),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (said,) = refusal(tmp_path, InputError)
    assert "a folder, not a record; name a file" in said


def test_a_record_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (said,) = refusal(tmp_path / "no" / "record.db", InputError)
    assert f"there is no folder {tmp_path / 'no'}; make it" in said


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (said,) = refusal(tmp_path / "pipe", NotARecord)
    assert "not a record of onrecord" in said


@pytest.mark.parametrize("content", [b"x", b"Ister keeps its tolls\n" * 200, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_something_else_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "north.txt"
    path.write_bytes(content)
    (said,) = refusal(path, RecordError)
    assert str(path) in said
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE record (key, value)")
    content = path.read_bytes()
    (said,) = refusal(path, NotARecord)
    assert said == f"{path}: not a record of onrecord; name a record, or a new file to make one"
    assert path.read_bytes() == content


def test_a_record_of_a_later_onrecord_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    create(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    content = path.read_bytes()
    (said,) = refusal(path, NewerRecord)
    assert "later onrecord (its tables are version 9999" in said
    assert path.read_bytes() == content


def test_an_empty_file_is_no_record_but_may_become_one(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with pytest.raises(NotARecord, match="empty, not a record yet"), open_view(path):
        pass
    create(path)
    with open_view(path) as view:
        assert view.counts().articles == 0


def test_making_a_record_where_there_is_one_leaves_it_as_it_is(filled: Any) -> None:
    record = filled(north=NORTH)
    content = record.path.read_bytes()
    record.create()
    assert record.path.read_bytes() == content


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_record_that_was_cut_short_is_said_to_be_damaged(filled: Any, share: float) -> None:
    record = filled(north=NORTH)
    os.truncate(record.path, int(record.path.stat().st_size * share))
    (said,) = refusal(record.path, RecordError)
    assert "damaged or cut short" in said


def test_damage_within_a_record_is_said_when_it_is_met(filled: Any) -> None:
    record = filled(north=NORTH)
    with record.path.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xff" * (record.path.stat().st_size - 2 * 4096))
    with pytest.raises(RecordError, match="damaged or cut short"), open_view(record.path) as view:
        list(view.readings())


def test_archived_bytes_that_are_damaged_are_named(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    sha256 = coverage.capture("north.txt", NORTH).sha256
    with closing(sqlite3.connect(record.path)) as connection:
        connection.execute("UPDATE capture SET content = x'00'")
        connection.commit()
    with (
        pytest.raises(RecordError, match=f"archived bytes of {sha256} are damaged"),
        open_view(record.path) as view,
    ):
        view.capture(sha256)


def test_a_name_with_signs_that_mean_something_in_an_address_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=rwc#b%41.db"
    create(path)
    with open_view(path) as view:
        assert view.counts().articles == 0


def test_nothing_but_the_record_is_left_beside_it(filled: Any) -> None:
    record = filled(north=NORTH)
    with record.view() as view:
        assert view.counts().articles == 1
    assert list(record.path.parent.iterdir()) == [record.path]


def test_a_view_stays_as_it_was_when_it_was_opened(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.view() as view:
        with record.writer() as writer:
            writer.drop_readings([coverage.reading(NORTH).article.id])
            assert list(writer.view().readings()) == []
        assert list(view.readings()) == [coverage.reading(NORTH)]


def test_a_record_on_a_medium_that_cannot_be_written_is_read(filled: Any, other_process: Any) -> None:
    folder = filled(north=NORTH).path.parent
    code = "with open_view(path) as view: print(view.counts().articles, end='')"
    assert other_process.run(code, *read_only(folder)) == "1"


def test_a_writer_on_a_medium_that_cannot_be_written_says_so(filled: Any, other_process: Any) -> None:
    folder = filled(north=NORTH).path.parent
    code = """
    from onrecord.records.errors import RecordError
    try:
        create(path)
    except RecordError as error:
        print(error)
    """
    assert "cannot be opened or written (Read-only file system); check" in other_process.run(code, *read_only(folder))


def read_only(folder: Path) -> tuple[str, ...]:
    """Shell commands after which the folder cannot be written, even by root."""
    return f"mount --bind '{folder}' '{folder}'", f"mount -o remount,bind,ro '{folder}'"


FILL_THE_DISK = """
from onrecord.records import Capture
from onrecord.records.errors import RecordFull
from onrecord.records.ids import sha256_of
acknowledged = []
def fill():
    with open_writer(path) as writer:
        for number in range(400):
            content = os.urandom(3000)
            name, sha256 = str(number), sha256_of(content)
            capture = Capture(sha256=sha256, content=content, media_type="text/plain", path=name)
            writer.add_captures([capture], "now")
            acknowledged.append(capture)
try:
    fill()
except RecordFull as full:
    print(full)
"""


@pytest.mark.parametrize("kilobytes", [4, 20, 200, 900])
def test_a_full_disk_is_said_with_the_mend(other_process: Any, kilobytes: int) -> None:
    said = other_process.run(FILL_THE_DISK, small_disk(other_process.path.parent, kilobytes))
    assert said.startswith(f"{other_process.path}: no space left on the disk")


def test_a_full_disk_loses_nothing_that_was_acknowledged(other_process: Any) -> None:
    code = FILL_THE_DISK + (
        "with open_view(path) as view: kept = [view.capture(row.sha256) for row in acknowledged]\n"
        "print(len(kept) > 3 and kept == acknowledged)"
    )
    assert other_process.run(code, small_disk(other_process.path.parent, 1000)).endswith("True\n")


def test_a_build_goes_on_where_a_full_disk_stopped_it(other_process: Any) -> None:
    folder = other_process.path.parent
    code = FILL_THE_DISK + (
        f"os.system(\"mount -o remount,size=9m '{folder}'\")\n"
        "before = len(acknowledged)\n"
        "fill()\n"
        "with open_view(path) as view: print(all(view.capture(row.sha256) for row in acknowledged))\n"
        "print(len(acknowledged) - before)"
    )
    assert other_process.run(code, small_disk(folder, 900)).endswith("True\n400\n")


def test_a_limit_on_the_size_of_files_is_taken_for_a_full_disk(other_process: Any) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))\n"
    assert "no space left on the disk, or over a quota" in other_process.run(limit + FILL_THE_DISK)


def small_disk(folder: Path, kilobytes: int) -> str:
    """A shell command after which the folder is a disk of this size."""
    return f"mount -t tmpfs -o size={kilobytes}k none '{folder}'"
