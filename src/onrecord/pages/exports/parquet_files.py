"""Apache Parquet: a file for each type of row, typed and compressed; spans are structs and lists are lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import RawIOBase
from itertools import islice
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from onrecord.pages.export import TYPES, Row
from onrecord.pages.exports import Files, Pieces
from onrecord.pages.exports.tables import TABLES, Scalar, Sort
from onrecord.store import View

PART = 500  # rows held as Python has them
GROUP = 10_000  # rows held as Arrow has them, and read together by those who open the file
SCALARS = {
    Scalar.TEXT: pa.string(),
    Scalar.INTEGER: pa.int64(),
    Scalar.NUMBER: pa.float64(),
    Scalar.FLAG: pa.bool_(),
}


def parquet_files(view: View) -> Files:
    """The tables of the record, in the order of the format's types."""
    for name, columns in TABLES.items():
        schema = pa.schema([(column, _typed(sort)) for column, sort in columns.items()])
        yield f"{name}.parquet", _pieces(schema, TYPES[name](view))


def _typed(sort: Sort) -> pa.DataType:
    if isinstance(sort, Scalar):
        return SCALARS[sort]
    if isinstance(sort, Mapping):
        return pa.struct([(name, _typed(part)) for name, part in sort.items()])
    return pa.list_(_typed(sort[0]))


def _pieces(schema: pa.Schema, rows: Iterable[Row]) -> Pieces:
    """The file, a group of rows at a time; its bytes depend on the rows alone."""
    parts, sink = _parts(schema, rows), _Sink()
    with ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(parts, GROUP // PART)):
            writer.write_table(pa.Table.from_batches(group), row_group_size=GROUP)
            yield sink.taken()
    yield sink.taken()


def _parts(schema: pa.Schema, rows: Iterable[Row]) -> Iterator[pa.RecordBatch]:
    several = iter(rows)
    while part := list(islice(several, PART)):
        yield pa.RecordBatch.from_pylist(part, schema=schema)


class _Sink(RawIOBase):
    """What is written, until it is taken."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """How many bytes were written."""
        return self._written

    def write(self, piece: Any) -> int:
        """The piece waits to be taken."""
        self._waiting.append(bytes(piece))
        self._written += len(self._waiting[-1])
        return len(self._waiting[-1])

    def taken(self) -> bytes:
        """What was written since the last time."""
        whole = b"".join(self._waiting)
        self._waiting.clear()
        return whole
