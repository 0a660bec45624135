"""Rows that are read more than once: in memory while they are few, in a temporary file beyond that."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Generic, Self, TypeVar

A = TypeVar("A")
IN_MEMORY = 50_000  # rows; linking 10,000 planted articles takes some 450 MB in all
BLOCK = 500  # rows pickled together, so that what they share is written once


class Kept(Generic[A]):
    """The rows as they came, to be read any number of times; a context manager that removes its file.

    Reading from several places at once is allowed, adding once reading has begun is not.
    """

    def __init__(self, rows: Iterable[A] = (), in_memory: int = IN_MEMORY) -> None:
        self._block: list[A] = []
        self._limit = in_memory
        self._file: IO[bytes] | None = None
        self._path: Path | None = None
        self.count = 0
        self.extend(rows)

    def extend(self, rows: Iterable[A]) -> None:
        """The rows come after all others."""
        for row in rows:
            self.add(row)

    @property
    def place(self) -> Path | None:
        """The file that the rows lie in, None while they are in memory."""
        return self._path

    def add(self, row: A) -> None:
        """The row comes after all others."""
        self._block.append(row)
        self.count += 1
        if len(self._block) >= (BLOCK if self._file else self._limit):
            self._write()

    def _write(self) -> None:
        file = self._file or self._opened()
        for start in range(0, len(self._block), BLOCK):
            pickle.dump(self._block[start : start + BLOCK], file, pickle.HIGHEST_PROTOCOL)
        self._block = []

    def _opened(self) -> IO[bytes]:
        handle, name = tempfile.mkstemp(prefix="onrecord-", suffix=".rows")
        self._file, self._path = os.fdopen(handle, "wb"), Path(name)
        return self._file

    def __iter__(self) -> Iterator[A]:
        if self._path is not None and self._file is not None:
            self._file.flush()
            with self._path.open("rb") as blocks:
                while blocks.peek(1):
                    yield from pickle.load(blocks)
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
        self._block, self.count = [], 0
        if self._file is not None and self._path is not None:
            self._file.close()
            self._path.unlink(missing_ok=True)
            self._file = self._path = None
