"""Rows sorted on disk: runs of them are sorted in memory, written one behind the other, and merged as they are read.

A run is written in blocks of rows pickled together, which takes a fraction of pickling each by itself. A row that has
many keys is written once, in a file of its own, and its places are sorted in its stead.

DuckDB, which sorted the keys before, with each row pickled by itself, took about twice the time (`docs/benchmarks.md`).
"""

from __future__ import annotations

import itertools
import pickle
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from onrecord.engine.ordering import digest, pack
from onrecord.engine.scratch import Scratch
from onrecord.records.errors import OnrecordError

A = TypeVar("A")

FAN = 64  # runs of one level, which are then merged into one of the next
BLOCK_ROWS, BLOCK_BYTES = 512, 64 << 10  # pickled together: so many rows, or fewer where they are large
MANY_KEYS = 4  # from which on a row is written once for all of them
READ_AT_ONCE = 4_096  # entries whose rows are fetched together, in the order in which they lie in the file …
BYTES_AT_ONCE = 16 << 20  # … or fewer, where those take so much
SAMPLED = 64  # the size of every so-manieth row is measured, to guess that of all

_PROTOCOL = 5


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row lies in the file of rows that have many keys."""

    start: int
    size: int


Entry: TypeAlias = tuple[str, str, int, Any]  # key, order, a number that no other entry of the sort has, row or place


@dataclass(frozen=True, slots=True)
class _Run:
    """Sorted entries in the file of runs, in blocks that begin at `starts`."""

    level: int
    starts: list[int]


class Spill(Generic[A]):
    """Keys and rows in two files; a context manager that lets go of them.

    In memory are `memory_rows` entries or some `memory_bytes` of them at a time, a block of each run that is merged,
    and the rows of one key and order.
    """

    def __init__(self, scratch: Scratch, memory_rows: int, memory_bytes: int) -> None:
        self._scratch = scratch
        self._memory_rows = max(memory_rows, 1)
        self._memory_bytes = memory_bytes
        with self._mending():
            self._runs_file = scratch.file()
            self._rows_file = scratch.file()
        self._rows_end = 0
        self._runs: list[_Run] = []
        self._numbers = itertools.count()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in (self._runs_file, self._rows_file):
            with suppress(OSError):  # of what could not be written, which nobody wants any more
                file.close()

    def add(self, rows: Iterable[tuple[A, list[tuple[str, str]]]]) -> None:
        """Sort and write all rows, each with its (key, order) pairs."""
        entries: list[Entry] = []
        guessed = 0
        for number, (row, pairs) in enumerate(rows):
            held: A | _Place = row
            if len(pairs) >= MANY_KEYS:
                held = self._written(row)
            elif number % SAMPLED == 0:
                guessed += SAMPLED * len(pairs) * len(pickle.dumps(row, _PROTOCOL))
            entries.extend([(key, order, next(self._numbers), held) for key, order in pairs])
            if len(entries) >= self._memory_rows or guessed >= self._memory_bytes:
                self._add_run(entries, guessed)
                entries, guessed = [], 0
        self._add_run(entries, guessed)

    def _written(self, row: object) -> _Place:
        packed = pickle.dumps(row, _PROTOCOL)
        place = _Place(self._rows_end, len(packed))
        with self._mending():
            self._rows_file.write(packed)
        self._rows_end += len(packed)
        return place

    def _add_run(self, entries: list[Entry], guessed: int) -> None:
        if not entries:
            return
        entries.sort()
        block = min(BLOCK_ROWS, max(1, BLOCK_BYTES * len(entries) // max(guessed, 1)))
        self._write_run(0, entries, block)
        level = 0
        while len(several := [run for run in self._runs if run.level == level]) >= FAN:
            self._runs = [run for run in self._runs if run.level != level]
            level += 1
            self._write_run(level, self._merged(several), block)

    def _write_run(self, level: int, entries: Iterable[Entry], block: int) -> None:
        source = iter(entries)
        starts: list[int] = []
        with self._mending():
            at = self._runs_file.seek(0, 2)
            while some := list(itertools.islice(source, block)):
                starts.append(at)
                packed = pickle.dumps(some, _PROTOCOL)
                self._runs_file.seek(at)  # merging reads the same file
                at += self._runs_file.write(packed)
        self._runs.append(_Run(level, starts))

    def _merged(self, runs: list[_Run]) -> Iterator[Entry]:
        """The entries of all runs, sorted: as many at a time as are sure to come before what is still to be read."""
        blocks = [self._blocks(run) for run in runs]
        heads = [next(some) for some in blocks]
        while heads:
            least = min(head[-1] for head in heads)
            ready: list[Entry] = []
            for at, head in enumerate(heads):
                stop = bisect_right(head, least)
                ready += head[:stop]
                heads[at] = head[stop:] or next(blocks[at], [])
            blocks = [some for some, head in zip(blocks, heads, strict=True) if head]
            heads = [head for head in heads if head]
            ready.sort()  # of runs, which sorting finds
            yield from ready

    def _blocks(self, run: _Run) -> Iterator[list[Entry]]:
        for start in run.starts:
            with self._mending():
                self._runs_file.seek(start)
                block: list[Entry] = pickle.load(self._runs_file)
            yield block

    def rows(self) -> Iterator[tuple[str, A]]:
        """Keys with their rows, sorted. A row that stands under neighbouring keys is fetched once for all of them."""
        return untied(self._fetched(self._merged(self._runs)))

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Keys with their rows pickled, sorted."""
        return ((key, pickle.dumps(row, _PROTOCOL)) for key, row in self.rows())

    def _fetched(self, entries: Iterator[Entry]) -> Iterator[tuple[str, str, A]]:
        """The entries with their rows in the place of places."""
        if not self._rows_end:
            return ((key, order, row) for key, order, _, row in entries)
        return self._in_slices(entries)

    def _in_slices(self, entries: Iterator[Entry]) -> Iterator[tuple[str, str, A]]:
        some: list[Entry] = []
        wanted: dict[int, int] = {}
        size = 0
        for entry in entries:
            some.append(entry)
            place = entry[3]
            if isinstance(place, _Place) and place.start not in wanted:
                wanted[place.start] = place.size
                size += place.size
            if len(some) >= READ_AT_ONCE or size >= BYTES_AT_ONCE:
                yield from self._with_rows(some, wanted)
                some, wanted, size = [], {}, 0
        yield from self._with_rows(some, wanted)

    def _with_rows(self, entries: list[Entry], wanted: dict[int, int]) -> Iterator[tuple[str, str, A]]:
        held: dict[int, Any] = {}
        with self._mending():
            for start in sorted(wanted):
                self._rows_file.seek(start)
                held[start] = pickle.loads(self._rows_file.read(wanted[start]))
        for key, order, _, row in entries:
            yield key, order, held[row.start] if isinstance(row, _Place) else row

    @contextmanager
    def _mending(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OnrecordError(
                f"{self._scratch.folder}: sorting on disk failed ({error.strerror or error}); "
                "make room there, or set TMPDIR to a folder that has more"
            ) from error


def untied(entries: Iterable[tuple[str, str, A]]) -> Iterator[tuple[str, A]]:
    """The sorted entries without their orders, rows of one key and order by a digest of what they hold."""
    at: tuple[str, str] | None = None
    tied: list[A] = []
    for key, order, row in entries:
        if (key, order) == at:
            tied.append(row)
            continue
        if at is not None:
            yield from _by_digest(at[0], tied)
        at, tied = (key, order), [row]
    if at is not None:
        yield from _by_digest(at[0], tied)


def _by_digest(key: str, tied: list[A]) -> Iterator[tuple[str, A]]:
    first = tied[0]
    if any(row is not first and row != first for row in tied):
        tied.sort(key=lambda row: digest(pack(row)))
    for row in tied:
        yield key, row
