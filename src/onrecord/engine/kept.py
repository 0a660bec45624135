"""Rows that are read more than once: in memory while they are few, in a temporary file beyond that."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import IO, Generic, Self, TypeVar

from onrecord.engine.scratch import Scratch

A = TypeVar("A")
IN_MEMORY = 50_000  # rows; linking 10,000 planted articles takes some 450 MB in all
BLOCK = 500  # rows pickled together, so that what they share is written once


class Kept(Generic[A]):
    """The rows as they came, to be read any number of times; a context manager that lets go of its file.

    Reading from several places at once is allowed, adding once reading has begun is not.
    """

    def __init__(self, rows: Iterable[A] = (), in_memory: int = IN_MEMORY) -> None:
        self._block: list[A] = []
        self._limit = in_memory
        self._file: IO[bytes] | None = None
        self._starts: list[int] = []  # of the blocks in it
        self.count = 0
        self.extend(rows)

    def extend(self, rows: Iterable[A]) -> None:
        """The rows come after all others."""
        for row in rows:
            self.add(row)

    @property
    def is_in_memory(self) -> bool:
        """Whether none of the rows lies in a file."""
        return self._file is None

    def add(self, row: A) -> None:
        """The row comes after all others."""
        self._block.append(row)
        self.count += 1
        if len(self._block) >= (BLOCK if self._file else self._limit):
            self._write()

    def _write(self) -> None:
        if self._file is None:
            self._file = Scratch().file()
        for start in range(0, len(self._block), BLOCK):
            self._starts.append(self._file.tell())
            pickle.dump(self._block[start : start + BLOCK], self._file, pickle.HIGHEST_PROTOCOL)
        self._block = []

    def __iter__(self) -> Iterator[A]:
        for start in self._starts:
            if self._file is None:
                raise ValueError("the rows were closed while they were read")
            self._file.seek(start)  # others read it too
            yield from pickle.load(self._file)
        yield from self._block

    def __len__(self) -> int:
        return self.count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """The rows are gone and so is their file."""
        self._block, self._starts, self.count = [], [], 0
        if self._file is not None:
            self._file.close()
            self._file = None
