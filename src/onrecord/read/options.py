"""How captures are found: the limits, what is passed over, and a file that is open to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from onrecord.read.web.options import WebOptions
from onrecord.records import Capture, Rejected, Reread
from onrecord.text.exports import Fields

STEP = "read"
MEGABYTE = 1_000_000
Row = Capture | Rejected | Reread


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How captures are found.

    A page, file or record of more than `max_bytes`, unpacked, is rejected without being read to its end. `passed_over`,
    the record that is written, and the files that a database keeps beside it are no articles where a given folder holds
    them.
    """

    max_bytes: int = 20 * MEGABYTE
    passed_over: Path | None = None
    lists: tuple[Path, ...] = ()  # of addresses, to be fetched with those that are named
    fields: Fields = field(default_factory=Fields)  # what other tools' exports call the parts of an article
    web: WebOptions = field(default_factory=WebOptions)
    added: Mapping[str, str] = field(default_factory=dict)  # endings that others read, with what their files are called


DEFAULT = ReadOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that holds several captures, open at any place; `payloads` are those that web archives have shown."""

    file: BinaryIO
    name: str
    options: ReadOptions = DEFAULT
    payloads: set[int] = field(default_factory=set)
    is_named: bool = False  # by the user; else it was found in a folder

    def rejected(self, cause: str, mend: str, place: str = "") -> Rejected:
        """The rejection of what stands at this place of the file, or of all of it."""
        where = f"{self.name}, {place}" if place else self.name
        return Rejected(where=where, step=STEP, cause=cause, mend=mend)


Reader = Callable[[Opened], Iterator[Row]]
