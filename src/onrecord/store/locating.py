"""Where a record lies: in a file, or in a database of PostgreSQL that is named by its address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ADDRESS = re.compile(r"postgres(?:ql)?://", re.IGNORECASE)
# The password of an address, between the user and the host or among its parameters.
PASSWORD = re.compile(r"(?<=://)([^/@:?#]*):[^/?#]*@")
PASSWORD_PARAMETER = re.compile(r"([?&])password=[^&]*(&|$)")


@dataclass(frozen=True, slots=True)
class Server:
    """A database by the address that PostgreSQL's own programs take; shown without its password."""

    address: str

    def __str__(self) -> str:
        bare = PASSWORD_PARAMETER.sub(lambda found: found[1] if found[2] else "", self.address)
        return PASSWORD.sub(r"\1@", bare)

    def __repr__(self) -> str:
        return f"Server({str(self)!r})"


Locator = Path | Server


def locator(typed: str | Path) -> Locator:
    """What a user calls a record by: an address of PostgreSQL, or else a path."""
    return Server(str(typed)) if ADDRESS.match(str(typed)) else Path(typed)


def called(path: Locator) -> str:
    """What the record is called in a word: the file's name without its ending, or the database's."""
    return (urlsplit(path.address).path.strip("/") or "record") if isinstance(path, Server) else path.stem
