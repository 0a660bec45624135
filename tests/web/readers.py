"""Many readers at once, and a build that writes into the record which they read."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

PATIENCE = 120.0  # seconds for one answer, of a server that two hundred ask at once on two cores
NEWS = """Harbour Beacon

Port Minister Ilse Oram holds out on harbour dues, day {number}

May {number}, 2032

“We will not sign paper number {number} before the spring,” Port Minister Ilse Oram said in Sund.
“Nobody asked us about quay {number},” Oram said.
"""


@dataclass(slots=True, kw_only=True)
class Crowd:
    """Readers who ask for the addresses in turn, as many at once."""

    base: str
    addresses: Sequence[str]
    readers: int
    seconds: list[float] = field(default_factory=list)  # that each answer took
    faults: list[str] = field(default_factory=list)  # what was no whole page

    def read(self, seconds: float) -> None:
        """All have read until the time was over, each at least one page."""
        until = time.monotonic() + seconds
        # The server closes what was idle for five seconds; a reader must not ask on a connection in that moment.
        limits = httpx.Limits(
            max_connections=self.readers, max_keepalive_connections=self.readers, keepalive_expiry=1.0
        )
        with (
            httpx.Client(base_url=self.base, timeout=PATIENCE, limits=limits) as client,
            ThreadPoolExecutor(max_workers=self.readers) as threads,
        ):
            list(threads.map(lambda number: self._read(client, number, until), range(self.readers)))

    def _read(self, client: httpx.Client, number: int, until: float) -> None:
        for at in range(number, sys.maxsize, self.readers + 1):
            address = self.addresses[at % len(self.addresses)]
            begun = time.monotonic()
            try:
                fault = fault_of(client.get(address))
            except httpx.HTTPError as error:
                fault = repr(error)
            self.seconds.append(time.monotonic() - begun)
            if fault:
                self.faults.append(f"{address}: {fault}")
            if time.monotonic() > until:
                return


def fault_of(answer: httpx.Response) -> str:
    """What is wrong with the answer; empty where it is a whole page, feed, picture or record."""
    if answer.status_code != httpx.codes.OK:
        return f"{answer.status_code} {answer.text[:300]}"
    ends = {"text/html": "</html>", "application/json": "}", "application/atom+xml": "</feed>",
            "image/svg+xml": "</svg>"}  # fmt: skip
    end = ends.get(answer.headers["content-type"].partition(";")[0], "")
    return "" if answer.text.rstrip().endswith(end) else f"breaks off: …{answer.text[-80:]}"


def build_command(coverage: Path, record: Path) -> list[str]:
    """What builds the coverage into the record, by rules alone, one thing at a time."""
    command = [sys.executable, "-m", "onrecord", "build", str(coverage), "-o", str(record)]
    return [*command, "--processes", "1", "--tagger", "rules"]


@contextmanager
def build_beside(record: Path, folder: Path, articles: int = 300) -> Iterator[subprocess.Popen[bytes]]:
    """A process that builds so many new articles into the record; it has ended when this has."""
    news = folder / "news"
    news.mkdir()
    for number in range(articles):
        (news / f"beacon-{number:04d}.txt").write_text(NEWS.format(number=number), encoding="utf-8")
    with subprocess.Popen(build_command(news, record), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as building:
        try:
            yield building
        finally:
            building.kill()
