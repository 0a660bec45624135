"""An export holds a part of the record at a time, never all of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks.exports import measure
from tests.planted.heap import write_heap

from onrecord.pages.exports import EXPORTS

FEW, MANY = 2_000, 20_000  # statements
SPARE = 28  # MB by which a record ten times as large may take more: caches, groups of rows; held, it takes 80 more


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("heaps")
    return write_heap(folder / "few.db", FEW), write_heap(folder / "many.db", MANY)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's peak")
@pytest.mark.parametrize("form", EXPORTS)
def test_ten_times_the_statements_take_hardly_more_memory(records: tuple[Path, Path], form: str) -> None:
    few, many = records
    _, base, _ = measure(few, form)
    _, peak, written = measure(many, form)
    assert written > 0
    assert peak < base + SPARE
