"""Other tools' exports to captures: each record of a JSON, JSON Lines or CSV file by itself, in the bytes it came in.

What its fields are called travels in the media type, so that it can be read again from the archive alone.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from onrecord.read.options import Opened, Row
from onrecord.records import Capture
from onrecord.records.ids import sha256_of
from onrecord.text.exports import rows_of

JSON, CSV = "application/json", "text/csv"
_NO_TEXT = "no field of it is known to hold an article's text"
_NAME_IT = "say which does, e.g. --fields text=story"


def read_lines(opened: Opened) -> Iterator[Row]:
    """The records of a JSON Lines file, one a line; `#` and the line's number tell them apart."""
    most = opened.options.max_bytes
    number = 0
    while line := opened.file.readline(most + 1):
        number += 1
        if len(line) > most:
            yield opened.rejected(
                "the line is longer than what is read", "allow more with --max-bytes", f"line {number}"
            )
            _skip_line(opened, line)
        elif line.strip():
            yield _of_json(opened, line.strip(b"\xef\xbb\xbf \t\r\n"), number)


def read_json(opened: Opened) -> Iterator[Row]:
    """The record of a JSON file, or the records of a list in it."""
    content = opened.file.read(opened.options.max_bytes + 1)
    if len(content) > opened.options.max_bytes:
        mend = "write one record a line (.jsonl), or allow more with --max-bytes"
        yield opened.rejected("the file is larger than what is read", mend)
        return
    bare = content.strip(b"\xef\xbb\xbf \t\r\n")
    if not bare.startswith(b"["):
        yield _of_json(opened, bare, None)
        return
    try:
        yield from (_of_json(opened, each.encode(), number) for number, each in enumerate(_items(bare.decode()), 1))
    except ValueError as error:
        yield opened.rejected(f"it is no JSON ({error})", "correct the file, or export it anew")


def _items(text: str) -> Iterator[str]:
    """The items of a list, as they are written."""
    decoder, place = json.JSONDecoder(), 1
    while True:
        place = _after_blanks(text, place)
        if text[place : place + 1] == "]":
            return
        _, end = decoder.raw_decode(text, place)
        yield text[place:end]
        place = _after_blanks(text, end)
        if text[place : place + 1] == ",":
            place += 1
        elif text[place : place + 1] != "]":
            raise ValueError(f"a comma is missing at {place}")


def _after_blanks(text: str, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    return place


def _of_json(opened: Opened, content: bytes, number: int | None) -> Row:
    place = f"line {number}" if number else ""
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        return opened.rejected(f"it is no JSON ({error})", "correct it, or export it anew", place)
    if not isinstance(record, dict):
        return opened.rejected("it is no JSON object", "write one object a record", place)
    names = opened.options.fields.names(record)
    if "text" not in names and "lead" not in names:
        more = "; or fetch the pages: --urls FILE" if "url" in names else ""
        return opened.rejected(_NO_TEXT, _NAME_IT + more, place)
    return _capture(opened, content, opened.options.fields.beside(JSON), _url(record, names), number)


def read_table(opened: Opened) -> Iterator[Row]:
    """The rows of a table with a header: each with the header is a capture; without texts, its pages are fetched."""
    text = io.TextIOWrapper(opened.file, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        header = text.readline(opened.options.max_bytes)
        columns = next(rows_of([header], header), [])
        names = opened.options.fields.names(columns)
        missing = [name for name in opened.options.fields.given.values() if name not in columns]
        if missing:
            yield opened.rejected(f"it has no column {', '.join(missing)}", f"name one of {', '.join(columns)}")
        elif "text" in names or "lead" in names:
            yield from _rows(opened, text, header, columns)
        elif "url" in names:
            yield from _linked(opened, text, header, columns)
        else:
            yield opened.rejected(_NO_TEXT, _NAME_IT)
    finally:
        text.detach()


def _rows(opened: Opened, text: io.TextIOWrapper, header: str, columns: list[str]) -> Iterator[Row]:
    media_type = opened.options.fields.beside(CSV)
    names = opened.options.fields.names(columns)
    for number, (raw, row) in enumerate(_records(text, header, opened.options.max_bytes), start=2):
        place = f"row {number}"
        if len(raw) > opened.options.max_bytes:
            yield opened.rejected("the row is longer than what is read", "allow more with --max-bytes", place)
            return
        if len(row) != len(columns):
            told = f"the row has {len(row)} fields, and the table {len(columns)} columns"
            yield opened.rejected(told, "correct the row, or export the table anew", place)
            continue
        whole = header if header.endswith(("\n", "\r")) else f"{header}\n"
        content = (whole + raw).encode("utf-8", "surrogateescape")
        yield _capture(opened, content, media_type, _url(dict(zip(columns, row, strict=True)), names), number)


def _records(text: io.TextIOWrapper, header: str, most: int) -> Iterator[tuple[str, list[str]]]:
    """Each row that is not empty: as it is written, and its fields."""
    read: list[str] = []
    length = 0

    def lines() -> Iterator[str]:
        nonlocal length
        while length <= most and (line := text.readline(most + 1)):
            read.append(line)
            length += len(line)
            yield line

    for row in rows_of(lines(), header):
        if row:
            yield "".join(read), row
        read.clear()
        length = 0


def _linked(opened: Opened, text: io.TextIOWrapper, header: str, columns: list[str]) -> Iterator[Row]:
    """The pages that a table of links leads to, such as Media Cloud writes."""
    if not opened.is_named:
        yield opened.rejected("it lists pages to be fetched", "name the file itself to have them fetched")
        return
    from onrecord.read.web.pages import fetch_pages  # noqa: PLC0415 - most tables hold texts

    place = columns.index(opened.options.fields.names(columns)["url"])
    rows = _records(text, header, opened.options.max_bytes)
    yield from fetch_pages((row[place] for _, row in rows if len(row) > place), opened.options)


def _url(record: Mapping[str, Any], names: Mapping[str, str]) -> str | None:
    """The address that the record tells, if it is one of a page."""
    told = record.get(names.get("url", ""))
    if not isinstance(told, str):
        return None
    try:
        parts = urlsplit(told.strip())
    except ValueError:
        return None
    return told.strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def _capture(opened: Opened, content: bytes, media_type: str, url: str | None, number: int | None) -> Capture:
    path = f"{opened.name}#{number}" if number else opened.name
    return Capture(
        sha256=sha256_of(content), content=content, media_type=media_type, url=url, path=None if url else path
    )


def _skip_line(opened: Opened, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = opened.file.readline(1 << 20)
