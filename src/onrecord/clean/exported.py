"""A record of another tool's export: its text, and what its fields say of it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from onrecord.clean.decoding import decode
from onrecord.clean.parsing import parse_json
from onrecord.clean.told import Told, rejected
from onrecord.clean.told_days import read_day
from onrecord.records import Capture, Rejected
from onrecord.text.exports import Fields, rows_of

LONGEST_NAME = 200
_MEND = "say which field has the text, e.g. --fields text=story"


def read_json(capture: Capture) -> Told | Rejected:
    """The article of a JSON object."""
    decoded = decode(capture.content)
    try:
        record = parse_json(decoded.text) if decoded else None
    except (ValueError, RecursionError) as error:
        return rejected(capture, f"it is no JSON ({error})", "export it anew")
    if not isinstance(record, dict) or decoded is None:
        return rejected(capture, "it is no JSON object", "export it anew")
    return _told(capture, record, decoded.encoding)


def read_csv(capture: Capture) -> Told | Rejected:
    """The article of a table's row, which its header stands before."""
    decoded = decode(capture.content)
    if decoded is None:
        return rejected(capture, "its characters are in no encoding that could be told", "save the table as UTF-8")
    # A file's lines, not a text's: what Unicode calls a line may end within a field.
    lines = list(io.StringIO(decoded.text.removeprefix("\ufeff"), newline=""))
    rows = [row for row in rows_of(lines, lines[0] if lines else "") if row]
    if len(rows) != 2 or len(rows[0]) != len(rows[1]):
        return rejected(capture, "it is no row of a table with its header", "export the table anew")
    return _told(capture, dict(zip(*rows, strict=True)), decoded.encoding)


def _told(capture: Capture, record: Mapping[str, Any], encoding: str) -> Told | Rejected:
    names = Fields.of(capture.media_type).names(record)
    parts = {part: _value(record, name) for part, name in names.items()}
    text = "\n\n".join(filter(None, (_text(parts.get(part)) for part in ("deck", "lead", "text"))))
    if not (_text(parts.get("text")) or _text(parts.get("lead"))):
        return rejected(capture, "the record has no text", _MEND)
    return Told(
        encoding=encoding,
        text=text,
        headline=_line(parts.get("title")),
        byline=_line(parts.get("author")),
        outlet=_outlet(_line(parts.get("outlet"))),
        published=read_day(parts.get("published")),
    )


def _value(record: Mapping[str, Any], name: str) -> Any:
    """What the field has; a name with points in it leads into fields within fields."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _text(value: Any) -> str:
    """A text, or paragraphs put together."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Sequence):
        return "\n\n".join(each.strip() for each in value if isinstance(each, str) and each.strip())
    return ""


def _line(value: Any) -> str | None:
    """A name or several, on one line."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = ", ".join(each for each in value if isinstance(each, str))
    line = " ".join(value.split()) if isinstance(value, str) else ""
    return line if line and len(line) <= LONGEST_NAME * 3 else None


def _outlet(name: str | None) -> str | None:
    """The outlet's name; of an address or a host name its host: "quay.example" of "www.quay.example"."""
    if name is None or " " in name or "." not in name:
        return name
    return (urlsplit(name).hostname or name).removeprefix("www.") if "//" in name else name.removeprefix("www.")
