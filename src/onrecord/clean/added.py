"""Readers that other packages add, each for files of one ending: bytes to what is told of the article in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from onrecord.clean.told import Told, rejected
from onrecord.records import Capture, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedReader:
    """Who reads files that end in `ending` (without the dot): the function at `place`, `module:function`.

    `version` is that of its package: what another one read is read anew.
    """

    ending: str
    place: str
    version: str

    @property
    def media_type(self) -> str:
        """What the record calls such files."""
        return f"application/x-onrecord-{self.ending}"


def read_added(capture: Capture, reader: AddedReader) -> Told | Rejected:
    """What the reader makes of the bytes; what it raises as ValueError is the cause of a rejection."""
    module, _, name = reader.place.partition(":")
    try:
        read: Callable[[bytes], Told] = getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        return rejected(capture, f"its reader {reader.place} could not be loaded: {error}", "install its package anew")
    try:
        return read(capture.content)
    except ValueError as error:
        return rejected(capture, f"{reader.place} cannot read it: {error}", "mend the file, or leave it out")
