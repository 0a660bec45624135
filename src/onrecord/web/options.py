"""Where the record is served and who may read it; what would show it to strangers by accident is refused."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from onrecord.records.errors import InputError
from onrecord.store import Locator

LOOPBACK = "127.0.0.1"
SHORTEST_TOKEN = 16  # characters, so that nobody guesses it
TOKEN = re.compile(r"[!-~]([ -~]*[!-~])?")  # what a header and a form bring whole
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[0-9a-z._-]+)(:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What is served and how. `names` are host names that the server answers to.

    With `edit`, who knows the `token` may change the record; and only they may read it, unless it is `public_read` or
    changed on this machine alone.
    """

    record: Locator
    host: str = LOOPBACK
    port: int = 8000
    token: str | None = None
    public_read: bool = False
    edit: bool = False
    names: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the record can be read without the token."""
        return self.token is None or self.public_read or (self.edit and is_loopback(self.host))


def check(options: ServeOptions) -> None:
    """InputError where strangers could read the record and nobody said that they may."""
    if options.token is not None and len(options.token) < SHORTEST_TOKEN:
        raise InputError(f"--token: it has {len(options.token)} characters; give at least {SHORTEST_TOKEN}, by chance")
    if options.token is not None and TOKEN.fullmatch(options.token) is None:
        raise InputError("--token: it has what a browser may send in another form; give letters and digits of ASCII")
    if options.edit and not options.token:
        raise InputError("--edit: anyone could change the record; give --token SECRET, which those must know who may")
    if not (is_loopback(options.host) or options.token or options.public_read):
        raise InputError(
            f"--host {options.host}: other machines could read the whole record there; give --token SECRET, which "
            "readers must then know, or --public-read where everyone may read it"
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_own_name(host: str, names: frozenset[str]) -> bool:
    """Whether a request for this host (with or without a port) means this server.

    A page of another site could only reach it by a name of that site's own, led here (DNS rebinding): numbers,
    `localhost` and the names that were given are safe.
    """
    written = HOST.fullmatch(host.strip().lower())
    if written is None:
        return False
    name = written[1].rstrip(".")
    if name == "localhost" or name.endswith(".localhost") or name in names:
        return True
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
