"""A ZIP file written in one go, piece by piece: the same files in the same order give the same bytes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from typing import IO, cast

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP knows; when it was written is told within
UNIX, READABLE = 3, 0o644


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in the ZIP file: its SHA-256, and how many bytes it has."""

    path: str
    sha256: str
    size: int


class _Outbox:
    """What was written and not yet passed on; a file that cannot go back, as far as `zipfile` asks."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        pass

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


@dataclass(slots=True)
class Zipping:
    """A ZIP file as it grows; `members` are those that are whole."""

    members: list[Member] = field(default_factory=list)
    _outbox: _Outbox = field(default_factory=_Outbox)
    _zip: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        self._zip = zipfile.ZipFile(cast("IO[bytes]", self._outbox), "w")

    def member(self, path: str, pieces: Iterable[bytes]) -> Generator[bytes]:
        """The bytes by which the ZIP file grows, of a file of these pieces, stored as they are; at most two gigabytes.

        Replay tools go by the list at the end alone, and take a file to begin right after its name where the list has
        no more on it: so nothing may stand there, as it would in the form for larger files.
        """
        info = zipfile.ZipInfo(path, FIRST_DAY)
        info.create_system, info.external_attr = UNIX, READABLE << 16
        whole, size = hashlib.sha256(), 0
        with self._zip.open(info, "w") as file:
            for piece in pieces:
                file.write(piece)
                whole.update(piece)
                size += len(piece)
                yield self._outbox.taken()
        self.members.append(Member(path=path, sha256=whole.hexdigest(), size=size))
        yield self._outbox.taken()

    def end(self) -> bytes:
        """The last bytes of the ZIP file: the list of what is in it."""
        self._zip.close()
        return self._outbox.taken()
