"""How pages are fetched: who asks, how often, how long, and where never."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.records import Capture

if TYPE_CHECKING:
    import ssl

USER_AGENT = f"onrecord/{__version__}"


def plain_host(host: str) -> str:
    """The host as it is compared: lower case, no brackets, no point after it."""
    return host.strip("[]").rstrip(".").lower()


def nothing_known(url: str) -> Capture | None:  # noqa: ARG001 - as a record would answer
    """No page has been archived before."""
    return None


def not_settled(url: str) -> bool:  # noqa: ARG001 - as a record would answer
    """Every page that a list names is asked for."""
    return False


def not_noted(_: object) -> None:
    """Nobody keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How pages are fetched.

    A request goes to public addresses only, and to the hosts in `allowed_hosts`. `known` tells what was archived last
    of an address, so that its server can be asked whether there is another version; a page that a list names is not
    asked for where it `is_settled`. `led` is given each address that led to a page under another, `listing` each list
    of pages whose server has a name for its version. Times are in seconds: between two requests to one host, for one
    step of a request, and for all of it.
    """

    user_agent: str = USER_AGENT
    allowed_hosts: frozenset[str] = frozenset()
    known: Callable[[str], Capture | None] = nothing_known
    is_settled: Callable[[str], bool] = not_settled
    led: Callable[[str], None] = not_noted
    listing: Callable[[Capture], None] = not_noted
    pause_seconds: float = 1.0
    step_seconds: float = 20.0
    total_seconds: float = 120.0
    retry_seconds: float = 2.0  # before the second try, and twice as long before each further one
    most_tries: int = 3
    most_hops: int = 10
    hosts_at_once: int = 16
    certificates: ssl.SSLContext | None = None  # None: the usual authorities

    @property
    def robot(self) -> str:
        """The name by which robots.txt may speak of us: "onrecord" of "onrecord/1.0 (desk@quay.example)"."""
        return self.user_agent.partition("/")[0].split()[0]


DEFAULT = WebOptions()
