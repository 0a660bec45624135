"""Where a damaged web archive goes on: the next place at which a record begins."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

BLOCK_BYTES = 1 << 20
OVERLAP_BYTES = 16  # more than a record's first line or a gzip member's head, which may lie across two blocks
_BEGINNING = re.compile(rb"\x1f\x8b\x08|(?<=\n)WARC/1\.\d\r?\n")


def next_record(file: BinaryIO, start: int) -> int | None:
    """The offset of the first record that begins at `start` or later; None where there is none.

    Gzipped archives have a member for each record, which is told by the first bytes that are in it.
    """
    place = start - 1  # one byte before, so that the line's break before it is seen
    while True:
        file.seek(place)
        block = file.read(BLOCK_BYTES)
        for hit in _BEGINNING.finditer(block):
            offset = place + hit.start()
            if offset >= start and (hit[0].startswith(b"WARC") or _begins_a_record(file, offset)):
                return offset
        if len(block) < BLOCK_BYTES:
            return None
        place += BLOCK_BYTES - OVERLAP_BYTES


def member_end(file: BinaryIO, start: int) -> int | None:
    """Where the whole gzip member that begins at `start` ends; None where it is damaged, or none begins there."""
    file.seek(start)
    if file.read(2) != b"\x1f\x8b":
        return None
    file.seek(start)
    inflater = zlib.decompressobj(31)
    read = 0
    try:
        while block := file.read(1 << 16):
            read += len(block)
            inflater.decompress(block, BLOCK_BYTES)
            while not inflater.eof and inflater.unconsumed_tail:
                inflater.decompress(inflater.unconsumed_tail, BLOCK_BYTES)
            if inflater.eof:
                return start + read - len(inflater.unused_data)
    except zlib.error:
        return None
    return None


def _begins_a_record(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    try:
        return zlib.decompressobj(31).decompress(file.read(4096), 5) == b"WARC/"
    except zlib.error:
        return False
