"""CSV (RFC 4180, UTF-8): a file for each type of row, which spreadsheets and statistics programs open.

A span has a column for each of its parts (`cue.start`, `cue.end`, `cue.exact`); a list is JSON within its cell, and
where it is one of spans, a column beside it (`content.exact`) has their words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from itertools import chain
from typing import Any

import msgspec

from onrecord.pages.export import TYPES, Row
from onrecord.pages.exports import Files, Pieces
from onrecord.pages.exports.tables import SPANS, TABLES, Sort
from onrecord.store import View

PIECE = 1 << 16  # characters written together


def csv_files(view: View) -> Files:
    """The tables of the record, in the order of the format's types."""
    for name, columns in TABLES.items():
        yield f"{name}.csv", _pieces(columns, TYPES[name](view))


def _pieces(columns: Mapping[str, Sort], rows: Iterable[Row]) -> Pieces:
    """The head, then the rows."""
    written = StringIO()
    write = csv.writer(written, lineterminator="\r\n").writerow
    for cells in chain((_heads(columns),), (_cells(columns, row) for row in rows)):
        write(cells)
        if written.tell() >= PIECE:
            yield _taken(written)
    yield _taken(written)


def _taken(written: StringIO) -> bytes:
    piece = written.getvalue().encode("utf-8", "backslashreplace")
    written.seek(0)
    written.truncate()
    return piece


def _heads(columns: Mapping[str, Sort]) -> list[str]:
    heads: list[str] = []
    for name, sort in columns.items():
        if isinstance(sort, Mapping):
            heads += [f"{name}.{part}" for part in sort]
        else:
            heads += [name, f"{name}.exact"] if sort == SPANS else [name]
    return heads


def _cells(columns: Mapping[str, Sort], row: Row) -> list[Any]:
    """The row's cells; what is null, and what an article's kind of address leaves out, is empty."""
    cells: list[Any] = []
    for name, sort in columns.items():
        value = row.get(name)
        if isinstance(sort, Mapping):
            cells += [_in_cell((value or {}).get(part)) for part in sort]
        else:
            cells.append(_in_cell(value))
            cells += [" ".join(span["exact"] for span in value or ())] if sort == SPANS else []
    return cells


def _in_cell(value: Any) -> Any:
    if isinstance(value, list):
        return msgspec.json.encode(value).decode()
    return str(value).lower() if isinstance(value, bool) else value
