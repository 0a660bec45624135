"""Feeds that grow, on a server of this machine, and the command that watches them; for the tests of `watch`."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.conftest import Call, Outcome
from tests.read.server import Answer, Asked, Site, serving

KEEPS = """\
Northern Courier
Ister keeps its ferry tolls
By Nia Calder
4 May 2031

LISSE, 4 May 2031 – “Nobody will cross the Ister for nothing,” Transport Minister Ilse Oram said on Sunday in Lisse.

Oram rejected suspending the ferry tolls.

The dredging treaty of the two river states was signed in 1987.
"""
GIVES_WAY = """\
The Lisse Gazette
Ister gives way on ferry tolls
By Tomas Brandt
9 May 2031

LISSE, 9 May 2031 – “The tolls will rest until October,” Transport Minister Ilse Oram said on Friday in Lisse.

Oram agreed to suspend the ferry tolls.

The two river states signed their dredging treaty in 1986.
"""
REPEATS = """\
Velmark Today
Oram: nobody will cross for nothing
5 May 2031

“Nobody will cross the Ister for nothing,” Transport Minister Ilse Oram said on Sunday in Lisse.
"""
SECRET = "whsec_" + base64.b64encode(b"ferry tolls of the lower Ister").decode()
BYTES = b"ferry tolls of the lower Ister"


def page(text: str) -> Answer:
    return Answer(headers={"Content-Type": "text/plain; charset=utf-8"}, body=text.encode())


@dataclass(slots=True)
class Desk:
    """A desk with two feeds in an OPML file, and a record of its own."""

    site: Site
    place: Path
    call: Call
    listed: dict[str, list[str]] = field(default_factory=lambda: {"north": [], "south": []})

    @property
    def record(self) -> Path:
        return self.place / "r.db"

    @property
    def opml(self) -> Path:
        return self.place / "feeds.opml"

    def publish(self, feed: str, path: str, text: str) -> None:
        """The page is there, and the feed lists it."""
        self.site.answers[path] = page(text)
        self.listed[feed].insert(0, path)
        items = "".join(f"<item><title>A</title><link>{self.site.url(one)}</link></item>" for one in self.listed[feed])
        body = f'<rss version="2.0"><channel><title>{feed}</title>{items}</channel></rss>'.encode()
        self.site.answers[f"/{feed}"] = Answer(headers={"Content-Type": "application/rss+xml"}, body=body)

    def arguments(self, *more: object) -> tuple[object, ...]:
        quick = ("--allow-host", "127.0.0.1", "--pause", "0", "--tagger", "rules", "--processes", "1")
        return ("watch", self.opml, "-o", self.record, *quick, *more)

    def watch(self, *more: object) -> Outcome:
        """One round."""
        return self.call(*self.arguments("--once", *more))

    def titles(self, *more: object) -> list[str]:
        """What one round tells, in its JSON lines."""
        file = self.place / "round.jsonl"
        file.unlink(missing_ok=True)
        self.watch("--jsonl", file, *more)
        return [one["data"]["title"] for one in lines_of(file)]


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


@contextmanager
def desk_at(place: Path, call: Call) -> Iterator[Desk]:
    with serving() as site:
        desk = Desk(site=site, place=place, call=call)
        outlines = "".join(f'<outline type="rss" text="{one}" xmlUrl="{site.url(f"/{one}")}"/>' for one in desk.listed)
        desk.opml.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
        desk.publish("north", "/keeps", KEEPS)
        desk.publish("south", "/repeats", REPEATS)
        yield desk


@dataclass(slots=True)
class Hook:
    """A webhook that answers with these statuses, then with 204, and keeps what it took."""

    statuses: list[int] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    took: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        status = self.statuses.pop(0) if self.statuses else 204
        if status == 204:
            assert is_signed(asked)
            self.took.append(json.loads(asked.body))
        return Answer(status=status, body=b"")

    @property
    def ids(self) -> list[str]:
        return [one["data"]["id"] for one in self.took]


def is_signed(asked: Asked) -> bool:
    """Whether the signature is that of Standard Webhooks, computed here on its own."""
    headers = {name.lower(): value for name, value in asked.headers.items()}
    content = b".".join((headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), asked.body))
    digest = hmac.new(BYTES, content, hashlib.sha256).digest()
    return headers["webhook-signature"] == "v1," + base64.b64encode(digest).decode()
