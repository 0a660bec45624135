from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.engine.kept import Kept

# Keeps rows in a file, sorts others in two, and waits.
KEEPING = """
from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
kept = Kept(range(50), in_memory=10)
engine = LocalEngine(memory_rows=3)
groups = engine.gather(lambda row: [("all", str(row))], lambda key, rows: rows, range(50))
found = [next(groups)]
print(len(list(kept)), "kept,", len(found) + sum(1 for _ in zip(range(49), groups)), "sorted", flush=True)
input()
"""


@given(st.lists(st.text(max_size=5)), st.integers(1, 40))
def test_rows_come_back_as_they_went_in_wherever_they_lie(rows: list[str], in_memory: int) -> None:
    with Kept(rows, in_memory=in_memory) as kept:
        assert list(kept) == rows


def test_rows_can_be_read_again() -> None:
    with Kept(range(50), in_memory=10) as kept:
        assert list(kept) == list(kept)


def test_two_readers_do_not_disturb_each_other() -> None:
    with Kept(range(2000), in_memory=10) as kept:
        assert all(left == right for left, right in zip(kept, kept, strict=True))


def test_few_rows_lie_in_memory_and_many_in_a_file() -> None:
    with Kept(range(50), in_memory=51) as few, Kept(range(50), in_memory=50) as many:
        assert (few.is_in_memory, many.is_in_memory) == (True, False)


def test_rows_that_were_closed_are_no_more() -> None:
    with Kept(range(2000), in_memory=10) as kept:
        reading = iter(kept)
        assert next(reading) == 0
    assert (list(kept), len(kept)) == ([], 0)
    with pytest.raises(ValueError, match="closed while they were read"):
        list(reading)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_program_that_is_killed_leaves_no_file(tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", KEEPING], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"50 kept, 50 sorted\n"
        program.send_signal(signal.SIGKILL)
    assert program.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []
