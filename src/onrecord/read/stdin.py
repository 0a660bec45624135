"""What is piped in: kept in a temporary file, then read as any file is."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from onrecord.read.contents import read_opened
from onrecord.read.options import Opened, ReadOptions, Row

NAME = "-"
IN_MEMORY = 8_000_000


def read_stdin(options: ReadOptions) -> Iterator[Row]:
    """What standard input holds, whatever it is."""
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as kept:
        shutil.copyfileobj(sys.stdin.buffer, kept)
        kept.seek(0)
        yield from read_opened(Opened(file=cast("BinaryIO", kept), name=NAME, options=options, is_named=True))
