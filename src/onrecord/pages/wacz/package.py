"""The package: the archive of a record or of a story, its index, its pages, and what vouches for them.

Nothing but what the record holds goes into it, no clock among it: the same record gives the same bytes. One capture at
a time is in memory; the index is sorted on disk where it is large.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import onrecord
from onrecord.engine import LocalEngine
from onrecord.engine.kept import Kept
from onrecord.pages.counting import count
from onrecord.pages.wacz.cdxj import META, Entry, blocks, entry_of
from onrecord.pages.wacz.warc import Written, warcinfo, written
from onrecord.pages.wacz.zipping import Member, Zipping
from onrecord.records import Story
from onrecord.store import Archived, View

VOLUME_BYTES = 1 << 30  # a file of the archive takes no more records when it has so many
PAGES_HEAD = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}


def wacz(view: View, story: Story | None = None, volume_bytes: int = VOLUME_BYTES) -> Generator[bytes]:
    """The package of all that the record archived, or of one story's articles, piece by piece."""
    zipping = Zipping()
    with ExitStack() as kept:
        shelf = _Shelf(entries=kept.enter_context(Kept()), pages=kept.enter_context(Kept()), volume_bytes=volume_bytes)
        engine = kept.enter_context(LocalEngine())
        archived = view.archived(story.id if story else None)
        first = next(archived, None)
        while first is not None or not shelf.volumes:
            volume = shelf.records(chain([first] if first else [], archived))
            yield from zipping.member(f"archive/{shelf.next_volume()}", volume)
            first = next(archived, None)
        leads = [META]
        sorted_entries = engine.gather(by_key, in_order, shelf.entries)
        yield from zipping.member("indexes/index.cdx.gz", _packed(sorted_entries, leads))
        yield from zipping.member("indexes/index.idx", (line.encode() for line in leads))
        yield from zipping.member("pages/pages.jsonl", shelf.pages_lines())
        package = _json(_package(zipping.members, shelf, story))
        yield from zipping.member("datapackage.json", [package])
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
        yield from zipping.member("datapackage-digest.json", [_json(digest)])
        yield zipping.end()


@dataclass(slots=True, kw_only=True)
class _Shelf:
    """What is known of the records that were written."""

    entries: Kept[Entry]
    pages: Kept[dict[str, str]]
    volume_bytes: int
    volumes: int = 0
    latest: str = ""
    main: dict[str, str] = field(default_factory=dict)
    offset: int = 0

    def next_volume(self) -> str:
        """The name of the next file of records."""
        self.volumes += 1
        self.offset = 0
        return self._volume()

    def records(self, archived: Iterable[Archived]) -> Iterator[bytes]:
        """The records of a file, each noted when it is given, until there is enough in it."""
        yield self._placed(warcinfo())
        for each in archived:
            record = written(each.capture, each.seen_at)
            self._note(record, each)
            yield self._placed(record.packed)
            if self.offset >= self.volume_bytes:
                return

    def _volume(self) -> str:
        return f"data-{self.volumes}.warc.gz"

    def pages_lines(self) -> Iterator[bytes]:
        """The list of pages: those that are articles."""
        yield _line(PAGES_HEAD)
        yield from map(_line, self.pages)

    def _placed(self, packed: bytes) -> bytes:
        self.offset += len(packed)
        return packed

    def _note(self, record: Written, archived: Archived) -> None:
        status = {"status": str(record.status)} if record.status else {}
        place = {"length": str(len(record.packed)), "offset": str(self.offset), "filename": self._volume()}
        fields = {"mime": record.media_type, **status, "digest": record.digest, **place}
        self.entries.add(entry_of(record.url, record.date, fields))
        self.latest = max(self.latest, record.date)
        if archived.article is not None:
            title = {"title": archived.headline} if archived.headline else {}
            page = {"id": record.name, "url": record.url, "ts": record.date, **title, "article": archived.article}
            self.pages.add(page)
            self.main = self.main or page


def by_key(entry: Entry) -> Iterator[tuple[str, str]]:
    """An entry is looked up by its key, then by its time."""
    yield entry.key, entry.stamp


def in_order(_key: str, entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries of one key, as they come."""
    return entries


def _packed(entries: Iterable[Entry], leads: list[str]) -> Iterator[bytes]:
    """The blocks of the index; `leads` has a line for each that was given."""
    for block in blocks(entries):
        leads.append(block.line)
        yield block.packed


def _package(members: list[Member], shelf: _Shelf, story: Story | None) -> dict[str, Any]:
    found = count(shelf.entries.count, "capture")
    times = {"created": shelf.latest, "modified": shelf.latest} if shelf.latest else {}
    main = {"mainPageUrl": shelf.main["url"], "mainPageDate": shelf.main["ts"]} if shelf.main else {}
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": (story.headline if story else "") or f"News coverage: {found}",
        "description": f"{found} of news coverage, in the bytes in which onrecord archived them. Web pages have those "
        "headers that the record keeps; the file addresses of files are the paths by which they were named.",
        **times,
        "software": f"onrecord {onrecord.__version__}",
        **main,
        "resources": [
            {
                "name": member.path.rpartition("/")[2],
                "path": member.path,
                "hash": f"sha256:{member.sha256}",
                "bytes": member.size,
            }
            for member in members
        ],
    }


def _line(row: dict[str, str]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _json(row: dict[str, Any]) -> bytes:
    return (json.dumps(row, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
