"""Where a benchmark's table stands in a document: between two marks that name it."""

from __future__ import annotations

import re
from pathlib import Path


def write(path: Path, name: str, made: str) -> None:
    """The table stands between the marks of that name in the document."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    text = path.read_text(encoding="utf-8")
    if begin not in text or end not in text:
        raise SystemExit(f"{path}: no place for the table; put {begin} and {end} where it belongs")
    between = re.compile(re.escape(begin) + ".*" + re.escape(end), re.DOTALL)
    path.write_text(between.sub(lambda _: f"{begin}\n{made}\n{end}", text), encoding="utf-8")
