"""Rows sorted on disk: in many runs, with rows under many keys, and on a disk that is full."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.engine import spill
from onrecord.engine.scratch import Scratch
from onrecord.engine.spill import MANY_KEYS, Spill
from onrecord.records.errors import OnrecordError

PAIRS = st.lists(st.tuples(st.text(max_size=2), st.text(max_size=1)), max_size=2 * MANY_KEYS)


class Named(Scratch):
    """Files that can be found."""

    def file(self) -> IO[bytes]:
        return (self.folder / str(len(list(self.folder.iterdir())))).open("w+b")


class Full(Scratch):
    """Files on a disk that is full."""

    def file(self) -> IO[bytes]:
        return Path("/dev/full").open("w+b", buffering=1 << 16)


def sorted_on_disk(folder: Path, rows: list[tuple[str, list[tuple[str, str]]]]) -> Iterator[tuple[str, str]]:
    with Spill[str](Scratch(folder), memory_rows=3, memory_bytes=1 << 20) as one:
        one.add(rows)
        yield from one.rows()


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PAIRS, max_size=40))
def test_every_row_comes_under_each_of_its_keys_in_order(tmp_path: Path, told: list[list[tuple[str, str]]]) -> None:
    rows = [(f"row {number}", pairs) for number, pairs in enumerate(told)]
    found = list(sorted_on_disk(tmp_path, rows))
    assert sorted(found) == sorted((key, row) for row, pairs in rows for key, _ in pairs)
    orders = {row: dict.fromkeys(pairs) for row, pairs in rows}
    assert [key for key, _ in found] == sorted(key for _, pairs in rows for key, _ in pairs)
    for key, group in itertools.groupby(found, key=lambda pair: pair[0]):
        least = [min(order for of, order in orders[row] if of == key) for _, row in group]
        assert least[0] == min(least)


def test_runs_are_merged_level_by_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spill, "FAN", 2)
    rows = [(f"{number * 37 % 101:03}", [("k", f"{number * 37 % 101:03}")]) for number in range(101)]
    assert [row for _, row in sorted_on_disk(tmp_path, rows)] == [f"{number:03}" for number in range(101)]


def test_a_row_of_many_keys_is_written_once(tmp_path: Path) -> None:
    long = "x" * 100_000
    scratch = Named(tmp_path)
    with Spill[str](scratch, memory_rows=100, memory_bytes=1 << 30) as one:
        one.add([(long, [(str(key), "") for key in range(50)])])
        assert [row for _, row in one.rows()] == [long] * 50
        written = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert len(long) < written < 2 * len(long)


def test_a_disk_that_takes_no_more_is_told_with_the_mend(tmp_path: Path) -> None:
    full = pytest.raises(OnrecordError, match=r"sorting on disk failed \(No space left on device\); make room there")
    with full, Spill[str](Full(tmp_path), memory_rows=2, memory_bytes=1 << 20) as one:
        one.add((f"row {number}", [("k", str(number))]) for number in range(20_000))


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.text("ab", max_size=2), st.integers(0, 30)), max_size=60))
def test_runs_of_many_blocks_are_merged_in_order(tmp_path: Path, told: list[tuple[str, int]]) -> None:
    with (
        pytest.MonkeyPatch.context() as patched,
        Spill[int](Scratch(tmp_path), memory_rows=9, memory_bytes=1 << 20) as one,
    ):
        patched.setattr(spill, "BLOCK_ROWS", 2)
        one.add((number, [(key, f"{number:02}")]) for key, number in told)
        assert list(one.rows()) == sorted(told)
