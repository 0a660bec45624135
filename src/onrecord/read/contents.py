"""A file opened: one capture, the many of an archive, or the rejection that says why there is none."""

from __future__ import annotations

import errno
import gzip
import os
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.read.media import SNIFF_BYTES, Holds, Kind, tell_kind
from onrecord.read.options import MEGABYTE, Opened, Reader, ReadOptions, Row
from onrecord.records import Capture, Rejected, Reread
from onrecord.records.ids import sha256_of

# Who reads what holds several captures; imported when there is one.
READERS = {
    Holds.WARC: "onrecord.read.warc:read_warc",
    Holds.WACZ: "onrecord.read.wacz:read_wacz",
    Holds.JSON: "onrecord.read.tables:read_json",
    Holds.LINES: "onrecord.read.tables:read_lines",
    Holds.TABLE: "onrecord.read.tables:read_table",
    Holds.LIST: "onrecord.read.saved_lists:read_saved_list",
}
ARCHIVES = frozenset({Holds.WARC, Holds.WACZ, Holds.GZIP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What the system said of a path: a cause and a mend."""

    cause: str
    mend: str


def read_path(path: str, options: ReadOptions, payloads: set[int], *, is_named: bool) -> Iterator[Row]:
    """What the file holds; what the system refuses on the way is a rejection too."""
    try:
        # O_NONBLOCK: a pipe put in the file's place since it was looked at must not hold the program.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            opened = Opened(file=file, name=path, options=options, payloads=payloads, is_named=is_named)
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISREG(mode):
                yield from read_opened(opened)
            else:
                yield opened.rejected(f"it is {special(mode)}, not a file", "give regular files")
    except OSError as error:
        told = fault_of(path, error)
        yield Rejected(where=path, step="read", cause=told.cause, mend=told.mend)


def read_opened(opened: Opened) -> Iterator[Row]:
    """What the open file holds, whatever it is."""
    head = opened.file.read(SNIFF_BYTES)
    kind = tell_kind(opened.name, head)
    size = opened.file.seek(0, os.SEEK_END)
    opened.file.seek(0)
    if kind.holds is Holds.GZIP:
        yield from _read_gzip(opened)
    elif kind.holds is Holds.CAPTURE and size > opened.options.max_bytes:
        yield _too_large(opened, size)
    else:
        yield from _read_kind(opened, kind)


def _reader(kind: Kind) -> Reader:
    module, _, name = READERS[kind.holds].partition(":")
    return cast("Reader", getattr(import_module(module), name))


def _read_gzip(opened: Opened) -> Iterator[Row]:
    opened.file.seek(0)
    name = opened.name.lower().removesuffix(".gz")
    try:
        with gzip.GzipFile(fileobj=opened.file, mode="rb") as unpacked:
            kind = tell_kind(name, unpacked.read(SNIFF_BYTES))
            if kind.holds not in ARCHIVES:
                unpacked.seek(0)
                yield from _read_kind(replace(opened, file=cast("BinaryIO", unpacked)), kind)
                return
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield opened.rejected(f"its compressed bytes are damaged ({error})", "get the file anew")
        return
    if kind.holds is Holds.WARC:
        yield from _read_kind(opened, kind)
    else:
        yield opened.rejected("it is an archive within an archive", "unpack it, and give what is in it")


def _read_kind(opened: Opened, kind: Kind) -> Iterator[Row]:
    if kind.holds is Holds.CAPTURE:
        yield _read_one(opened, kind)
    else:
        yield Reread(where=opened.name)
        yield from _reader(kind)(opened)


def _read_one(opened: Opened, kind: Kind) -> Row:
    if kind.cause is not None:
        return opened.rejected(kind.cause, kind.mend)
    content = opened.file.read(opened.options.max_bytes + 1)
    if len(content) > opened.options.max_bytes:  # it grew while it was read, or was compressed
        return _too_large(opened, len(content))
    if not content.strip():
        return opened.rejected("the file is empty", "give a file with an article in it, or remove it")
    return Capture(sha256=sha256_of(content), content=content, media_type=kind.media_type, path=opened.name)


def _too_large(opened: Opened, size: int) -> Rejected:
    limit = opened.options.max_bytes / MEGABYTE
    return opened.rejected(
        f"the file has {size / MEGABYTE:.1f} MB, more than the {limit:.1f} MB that are read",
        "split it into articles, or allow more with --max-bytes",
    )


def special(mode: int) -> str:
    """What a path is that is neither a file nor a folder."""
    kinds = (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((what for is_kind, what in kinds if is_kind(mode)), "something special")


def fault_of(path: str, error: OSError) -> Fault:
    """What the system said of the path, as a sentence."""
    match error:
        case FileNotFoundError():
            if Path(path).is_symlink():
                return Fault(cause="the link leads to nothing", mend="mend or remove the link")
            return Fault(cause="the file vanished while the folder was read", mend="build again")
        case PermissionError():
            mend = "allow reading it (chmod u+r), or leave it out"
            return Fault(cause="it may not be read by this user", mend=mend)
        case _ if error.errno == errno.ELOOP:
            return Fault(cause="the link leads round in a circle", mend="remove the link")
        case _:
            said = (error.strerror or str(error)).lower()
            return Fault(cause=f"it could not be read: {said}", mend="check the disk and build again")
