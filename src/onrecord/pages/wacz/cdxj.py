"""The index of a web archive: where the record of an address lies (CDXJ), in packed blocks with an index of their own.

Replay tools look an address up by its key: the host turned round, `www.` and the scheme left out, in small letters
(SURT). They find the block by its first line, then the record by its offset.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, urlsplit

BLOCK_LINES = 300  # as others write it
META = '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'
_WWW = re.compile(r"^www\d*\.")
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the index."""

    key: str
    stamp: str  # 20310304050607
    told: str  # a JSON object


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines packed together, and the line of the index of blocks that leads to them."""

    packed: bytes
    line: str


def key_of(url: str) -> str:
    """The key of an address: that of “https://www.quay.example/A?z=1&b=2” is “example,quay)/a?b=2&z=1”."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return quote(url, safe=_SAFE)
    if parts.scheme not in _PORTS or not host:
        return quote(url, safe=_SAFE)
    turned = ",".join(reversed(_WWW.sub("", _ascii(host)).split(".")))
    told_port = f":{port}" if port and port != _PORTS[parts.scheme] else ""
    path = parts.path.rstrip("/") or "/"
    query = "?" + "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{turned}{told_port}){quote(path + query, safe=_SAFE)}".lower()


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(host)


def line_of(entry: Entry) -> str:
    """The line as it stands in the index."""
    return f"{entry.key} {entry.stamp} {entry.told}\n"


def entry_of(url: str, date: str, fields: dict[str, str]) -> Entry:
    """The line of a record of this address and time."""
    return Entry(key=key_of(url), stamp=re.sub(r"\D", "", date), told=json.dumps({"url": url, **fields}))


def blocks(entries: Iterable[Entry]) -> Iterator[Block]:
    """The entries, which come sorted, in blocks."""
    several, offset = iter(entries), 0
    while some := list(islice(several, BLOCK_LINES)):
        packer = zlib.compressobj(wbits=31)
        packed = packer.compress("".join(map(line_of, some)).encode()) + packer.flush()
        place = json.dumps({"offset": offset, "length": len(packed)})
        yield Block(packed=packed, line=f"{some[0].key} {some[0].stamp} {place}\n")
        offset += len(packed)
