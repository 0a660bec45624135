"""Folders for what does not fit in memory; none is left behind."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Scratch:
    """Makes folders below one of its own, which is made at the first and gone after `close`."""

    def __init__(self, within: Path | None) -> None:
        self._within = within
        self._root: tempfile.TemporaryDirectory[str] | None = None

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """Make a folder that is there until the context ends."""
        if self._root is None:
            self._root = tempfile.TemporaryDirectory(prefix="onrecord-", dir=self._within)
        with tempfile.TemporaryDirectory(dir=self._root.name, ignore_cleanup_errors=True) as name:
            yield Path(name)

    def close(self) -> None:
        """Remove every folder."""
        if self._root is not None:
            self._root.cleanup()
            self._root = None
