"""Files for what does not fit in memory; none is left behind."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class Scratch:
    """Makes files in a folder, the system's temporary one where it is None.

    They have no name, or one that the system takes away with them, so that they are gone however the program ends.
    """

    within: Path | None = None

    def file(self) -> IO[bytes]:
        """A new file to write and to read; who made it closes it."""
        return tempfile.TemporaryFile(prefix="onrecord-", dir=self.within)

    @property
    def folder(self) -> Path:
        """Where they lie, for messages."""
        return self.within or Path(tempfile.gettempdir())
