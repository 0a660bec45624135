from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from onrecord.records.errors import RecordBusy
from onrecord.store import create, open_view, open_writer

HOLD = """
with open_writer(path):
    print(os.getpid(), flush=True)
    {until}
"""


def test_a_second_writer_is_told_who_the_first_is(other_process: Any) -> None:
    with other_process.start(HOLD.format(until="input()")) as first:
        holder = first.stdout.readline().strip()
        with (
            pytest.raises(RecordBusy, match=f"process {holder} is writing"),
            open_writer(other_process.path, patience_seconds=0.1),
        ):
            pass
        first.kill()


def test_a_second_writer_waits_for_the_first_to_be_done(other_process: Any) -> None:
    with other_process.start(HOLD.format(until="time.sleep(0.3)")) as first:
        first.stdout.readline()
        with open_writer(other_process.path, patience_seconds=20) as writer:
            assert writer.view().counts().articles == 0


def test_a_second_writer_of_the_same_program_is_refused_too(other_process: Any) -> None:
    with (
        open_writer(other_process.path),
        pytest.raises(RecordBusy, match="this program is writing"),
        open_writer(other_process.path, patience_seconds=0.1),
    ):
        pass


def test_readers_are_let_in_while_a_writer_works(other_process: Any) -> None:
    with open_writer(other_process.path), open_view(other_process.path) as view:
        assert view.counts().articles == 0


def test_a_writer_that_was_killed_holds_nobody_up_and_nor_do_its_workers(other_process: Any) -> None:
    fork = "os.fork() or time.sleep(5)\n    input()"
    with other_process.start(HOLD.format(until=fork)) as first:
        first.stdout.readline()
        first.kill()
        first.stdin.close()
        first.wait()
        with open_writer(other_process.path, patience_seconds=1) as writer:
            assert writer.view().counts().articles == 0


def test_a_lock_file_that_was_left_behind_holds_nobody_up(other_process: Any) -> None:
    beside = other_process.path.with_name("record.db-writer")
    beside.write_text("1")
    create(other_process.path)
    assert not beside.exists()


def test_another_program_that_holds_the_database_is_waited_for_and_then_named(
    other_process: Any, coverage: Any
) -> None:
    create(other_process.path)
    with closing(sqlite3.connect(other_process.path, isolation_level=None)) as shell:
        shell.execute("BEGIN IMMEDIATE")
        with (
            open_writer(other_process.path, patience_seconds=0.1) as writer,
            pytest.raises(RecordBusy, match="another program is using the record"),
        ):
            writer.add_captures([coverage.capture("north.txt", "Tolls\n")], coverage.now)
