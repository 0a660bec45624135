"""Web archives in a ZIP file (WACZ 1.1.1): the WARC files in it, each read as it stands there."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from onrecord.read.options import Opened, Row
from onrecord.read.warc import read_warc

_ENDINGS = (".warc", ".warc.gz", ".warc.zst")
_MEND = "get the archive anew"


def read_wacz(opened: Opened) -> Iterator[Row]:
    """The captures of all WARC files in the archive, in the order of their names."""
    try:
        with zipfile.ZipFile(opened.file) as archive:
            names = sorted(name for name in archive.namelist() if name.lower().endswith(_ENDINGS))
            if not names:
                yield opened.rejected("there is no WARC file in it", "give web archives; leave this one out")
            for name in names:
                yield from _read_member(archive, name, opened)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield opened.rejected(f"it is no whole ZIP file ({error})", _MEND)


def _read_member(archive: zipfile.ZipFile, name: str, opened: Opened) -> Iterator[Row]:
    inner = replace(opened, name=f"{opened.name}, {name}")
    try:
        with archive.open(name) as member:
            yield from read_warc(replace(inner, file=cast("BinaryIO", member)))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        yield inner.rejected(f"it cannot be unpacked ({error})", _MEND)
