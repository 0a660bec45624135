"""What the pipeline's steps pass on to each other: rows that pickle to the same bytes in every process."""

from __future__ import annotations

import pickle
import pickletools
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from benchmarks.linking import Archive, write

from onrecord.engine import GroupStep, Keys, LocalEngine
from onrecord.pipeline import derive_rows

A = TypeVar("A")
B = TypeVar("B")

ARTICLES = 60
OF_SETS = {"EMPTY_SET", "FROZENSET"}  # how a pickle says that a set follows


class Watched(LocalEngine):
    """An engine that notes of which types the rows are that go in, and which of these hold sets."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[type] = set()
        self.with_sets: set[type] = set()

    def gather(self, keys: Keys[A], step: GroupStep[A, B], rows: Iterable[A]) -> Iterator[B]:
        """What the step gives for each group."""
        return super().gather(keys, step, map(self._noted, rows))

    def _noted(self, row: A) -> A:
        self.seen.add(type(row))
        if any(code.name in OF_SETS for code, _, _ in pickletools.genops(pickle.dumps(row))):
            self.with_sets.add(type(row))
        return row


def test_no_row_that_is_shuffled_holds_a_set_whose_order_differs_between_processes(tmp_path: Path) -> None:
    write(ARTICLES, tmp_path / "readings", tmp_path / "answers")
    with Watched() as engine, ExitStack() as kept:
        for _ in derive_rows(Archive(tmp_path / "readings"), (), engine, kept, lambda _: None):
            pass
    assert len(engine.seen) > 20
    assert engine.with_sets == set()
