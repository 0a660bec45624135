"""Web archives in the notation of tests: `page(url, "…")` is one record, as a crawler writes it."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from onrecord.read import ReadOptions, find_captures
from onrecord.records import Capture, Rejected

DAY = "2031-03-04T05:06:07Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How a server sent a page: status and headers."""

    status: str = "200 OK"
    content_type: str = "text/html; charset=utf-8"
    more: tuple[str, ...] = ()

    def head(self) -> bytes:
        lines = (f"HTTP/1.1 {self.status}", f"Content-Type: {self.content_type}", *self.more, "", "")
        return "\r\n".join(lines).encode()


def page(url: str, body: bytes | str, sent: Sent | None = None, *, checked: bool = False) -> bytes:
    """The record of an answer."""
    content = (sent or Sent()).head() + (body.encode() if isinstance(body, str) else body)
    return record(url, content, WarcRecordType.response, checked=checked)


def record(
    url: str,
    content: bytes,
    record_type: WarcRecordType,
    *,
    checked: bool = False,
    headers: Sequence[tuple[str, str]] = (),
    media_type: str = "application/http; msgtype=response",
) -> bytes:
    """A record of any type; `checked` with a digest of it."""
    one = WarcRecord()
    urn = uuid.uuid5(uuid.NAMESPACE_URL, f"{record_type} {url} {hashlib.sha256(content).hexdigest()}")
    one.init_headers(record_type=record_type, record_urn=f"uuid:{urn}".encode())
    one.headers["WARC-Target-URI"] = url
    one.headers["WARC-Date"] = DAY
    one.headers["Content-Type"] = media_type
    for name, value in headers:
        one.headers[name] = value
    one.set_bytes_content(content)
    written = io.BytesIO()
    one.write(written, checksum_data=checked)
    return written.getvalue()


def longer(one: bytes, by: int) -> bytes:
    """The record, which says that it has so many bytes more than it has."""
    return re.sub(rb"Content-Length: (\d+)", lambda hit: b"Content-Length: %d" % (int(hit[1]) + by), one, count=1)


def plain(records: Sequence[bytes]) -> bytes:
    """A .warc."""
    return b"".join(records)


def zipped(records: Sequence[bytes]) -> bytes:
    """A .warc.gz, a member a record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def read_archive(folder: Path, content: bytes, name: str = "a.warc", options: ReadOptions | None = None) -> Rows:
    """What is found in an archive with this content."""
    (folder / name).write_bytes(content)
    found = list(find_captures([str(folder / name)], options or ReadOptions()))
    return Rows(
        captures=[one for one in found if isinstance(one, Capture)],
        rejected=[one for one in found if isinstance(one, Rejected)],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was found."""

    captures: list[Capture]
    rejected: list[Rejected]

    @property
    def urls(self) -> list[str]:
        """The last part of each capture's address."""
        return [(one.url or "").rpartition("/")[2] for one in self.captures]
