"""What became of one request: a body, another address, a later time, or a refusal that says what to do."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.read.options import STEP
from onrecord.read.responses import Response
from onrecord.records import Capture, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An address to fetch. `asked` is what the user or a feed named, from which `hops` redirects led to `url`.

    `depth` counts the lists that led there (a sitemap in an index of sitemaps is two deep); `not_before` is a time of
    the crawl's clock.
    """

    url: str
    asked: str
    hops: int = 0
    tries: int = 0
    depth: int = 0
    not_before: float = 0.0

    def rejected(self, cause: str, mend: str) -> Rejected:
        """The rejection of what was asked."""
        through = f" (it led to {self.url})" if self.url != self.asked else ""
        return Rejected(where=self.asked, step=STEP, cause=f"{cause}{through}", mend=mend)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The server's answer, with a body."""

    response: Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The page is as it was archived."""

    capture: Capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The page is at another address."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """It may be tried again after so many seconds; `cause` and `mend` are told where no try is left.

    `is_host` where the host is to be left in peace, not the page alone.
    """

    seconds: float
    cause: str
    mend: str
    is_host: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """It is not to be had; trying again would change nothing. `is_answer` where the server itself said so."""

    cause: str
    mend: str
    is_answer: bool = False


Outcome = Fetched | Unchanged | Moved | Later | Refused
