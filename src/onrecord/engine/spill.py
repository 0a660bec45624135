"""Rows sorted on disk: DuckDB sorts their keys, the rows themselves lie in a file beside it.

Measured with DuckDB 2.0: a sort that carries the rows along runs out of memory once they take about twice
its limit (600 MB of rows, 256 MB), for it holds on to what varies in length. Keys alone sort within any
limit, and a row that has many keys is written once.
"""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

import duckdb
import pyarrow as pa

from onrecord.engine.ordering import digest, pack
from onrecord.records.errors import OnrecordError

A = TypeVar("A")

PAIRS_AT_ONCE = 20_000  # written to DuckDB together
READ_AT_ONCE = 4_096
BYTES_AT_ONCE = 16 << 20  # of rows, read together in the order in which they lie in the file
THREADS = 2  # of DuckDB; each takes its share of the memory limit

_SCHEMA = pa.schema(
    [
        # Bytes, not text: UTF-8 sorts as Python sorts strings, and half a surrogate pair is no text.
        ("key", pa.binary()),
        ("rank", pa.binary()),
        ("tie", pa.binary()),
        ("place", pa.int64()),
        ("size", pa.int64()),
    ]
)
_CREATE = "CREATE TEMP TABLE pairs (key BLOB, rank BLOB, tie BLOB, place BIGINT, size BIGINT)"
_INSERT = "INSERT INTO pairs SELECT * FROM more"
_SORTED = "SELECT key, place, size FROM pairs ORDER BY key, rank, tie"

_Pair = tuple[bytes, bytes, bytes, int, int]
_Slice = tuple[list[tuple[str, int]], dict[int, bytes]]


class Spill(Generic[A]):
    """Keys and rows in a folder; a context manager that lets go of its files."""

    def __init__(self, folder: Path, memory_limit: str) -> None:
        self._folder = folder
        self._connection = duckdb.connect(
            config={
                "memory_limit": memory_limit,
                "temp_directory": str(folder / "duckdb"),
                "threads": THREADS,
                "preserve_insertion_order": False,
            }
        )
        self._connection.execute(_CREATE)
        self._file = (folder / "rows").open("w+b")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._file.close()

    def add(self, entries: Iterable[tuple[str, str, A]]) -> None:
        """Write all entries (key, order, row). Entries of one row that follow each other share its bytes."""
        pairs = self._written(entries)
        while batch := list(itertools.islice(pairs, PAIRS_AT_ONCE)):
            columns = zip(*batch, strict=True)
            table = pa.table(dict(zip(_SCHEMA.names, map(list, columns), strict=True)), schema=_SCHEMA)
            with self._mending():
                self._connection.register("more", table)
                self._connection.execute(_INSERT)
                self._connection.unregister("more")

    def _written(self, entries: Iterable[tuple[str, str, A]]) -> Iterator[_Pair]:
        last: object = self
        place = size = 0
        tie = b""
        for key, order, row in entries:
            if row is not last:
                packed = pack(row)
                last, place, size, tie = row, place + size, len(packed), digest(packed)
                with self._mending():
                    self._file.write(packed)
            yield _bytes(key), _bytes(order), tie, place, size

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Keys with their rows pickled, sorted."""
        for pairs, held in self._slices():
            yield from ((key, held[place]) for key, place in pairs)

    def rows(self) -> Iterator[tuple[str, A]]:
        """Keys with their rows, sorted. A row that stands under neighbouring keys is unpickled once for all of them."""
        for pairs, held in self._slices():
            rows = {place: pickle.loads(packed) for place, packed in held.items()}
            yield from ((key, rows[place]) for key, place in pairs)

    def _slices(self) -> Iterator[_Slice]:
        """Keys with the places of their rows, sorted, and what lies at those places: some BYTES_AT_ONCE at a time."""
        with self._mending():
            self._file.flush()
            for batch in self._connection.sql(_SORTED).to_arrow_reader(READ_AT_ONCE):
                keys, places, sizes = (batch.column(number).to_pylist() for number in range(3))
                pairs: list[tuple[str, int]] = []
                wanted: dict[int, int] = {}
                held = 0
                for key, place, size in zip(map(_text, keys), places, sizes, strict=True):
                    pairs.append((key, place))
                    held += 0 if place in wanted else size
                    wanted[place] = size
                    if held >= BYTES_AT_ONCE:
                        yield pairs, self._read(wanted)
                        pairs, wanted, held = [], {}, 0
                yield pairs, self._read(wanted)

    def _read(self, wanted: dict[int, int]) -> dict[int, bytes]:
        """The rows of these sizes at these places, read in the order in which they lie in the file."""
        held: dict[int, bytes] = {}
        for place in sorted(wanted):
            self._file.seek(place)
            held[place] = self._file.read(wanted[place])
        return held

    @contextmanager
    def _mending(self) -> Iterator[None]:
        try:
            yield
        except (duckdb.OutOfMemoryException, duckdb.IOException, OSError) as error:
            raise OnrecordError(
                f"{self._folder}: sorting on disk failed ({str(error).splitlines()[0]}); "
                "make room there, or set TMPDIR to a folder that has more"
            ) from error


def _bytes(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass")


def _text(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
