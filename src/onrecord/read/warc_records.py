"""One record of a web archive to the capture it holds, if it holds one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from fastwarc.warc import WarcRecord

from onrecord.read.options import Opened, Row
from onrecord.read.responses import UNTOLD, Response, capture_of, is_readable, path_of
from onrecord.records import Capture
from onrecord.records.ids import sha256_of
from onrecord.text.media_types import bare_type
from onrecord.text.warc_names import WARCINFO_ID, path_of_file

MOST_PAYLOADS = 1_000_000  # as many are remembered, so that a revisit of one can be told from one of elsewhere
HEAD_BYTES = 65_536  # room for the headers of an answer beside its body
# What a server says of itself to programs is no article.
_FOR_PROGRAMS = frozenset({"/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/.well-known/security.txt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a record gave; `is_proven` where its digest is that of its bytes; `fault` where it is not whole."""

    rows: tuple[Row, ...] = ()
    is_proven: bool = False
    fault: str | None = None


def take_other(opened: Opened, record: WarcRecord) -> Taken:  # noqa: ARG001 - as the others
    """Nothing of a record of another type, but whether it is whole."""
    length = record.content_length
    return Taken(fault=_missing(length, record.reader.consume()))


def take_revisit(opened: Opened, record: WarcRecord) -> Taken:
    """Nothing of an answer that is the same as an earlier one of these archives; else the rejection that tells."""
    length = record.content_length
    revisit = _Head.of(record)
    payload = record.headers.get("WARC-Payload-Digest") or ""
    earlier = record.headers.get("WARC-Refers-To-Target-URI") or revisit.url
    told = opened.rejected(
        f"{revisit.url} was found the same as {earlier} had been, whose bytes are in another archive",
        "give that archive too",
        f"byte {record.stream_pos}",
    )
    is_told = hash(payload) not in opened.payloads and revisit.is_page and len(opened.payloads) < MOST_PAYLOADS
    fault = _missing(length, revisit.bytes_read + record.reader.consume())
    return Taken(rows=(told,) if is_told else (), fault=fault)


def take_page(opened: Opened, record: WarcRecord) -> Taken:
    """The capture of an answer, or of a resource, if it was a success and may hold an article."""
    length, max_bytes = record.content_length, opened.options.max_bytes
    _remember(opened, record)
    digest = record.headers.get("WARC-Block-Digest") or ""
    is_checked = digest.startswith("sha1:") and length <= max_bytes + HEAD_BYTES
    is_proven = is_checked and record.verify_block_digest()
    head = _Head.of(record)
    if not head.is_page:
        return Taken(fault=_missing(length, head.bytes_read + record.reader.consume()), is_proven=is_proven)
    content = record.reader.read(max_bytes + 1)
    fault = _missing(length, head.bytes_read + len(content) + record.reader.consume())
    if fault is None and is_checked and not is_proven:
        fault = "its bytes are not those that its digest was made of"
    if fault is not None:
        return Taken(fault=fault)
    return Taken(rows=tuple(_rows(opened, record, head, content)), is_proven=is_proven)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What the headers of a record say of the page; `bytes_read` is the length of the answer's own."""

    url: str
    is_success: bool
    content_type: str
    content_encoding: str = ""
    is_chunked: bool = False
    etag: str | None = None
    last_modified: str | None = None
    bytes_read: int = 0
    is_ours: bool = False  # onrecord wrote it, from a capture of its own

    @classmethod
    def of(cls, record: WarcRecord) -> _Head:
        """The head, after which the record is read up to its body."""
        url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
        is_ours = record.headers.get("WARC-Warcinfo-ID") == WARCINFO_ID
        if not record.is_http:
            told = record.headers.get("Content-Type") or ""
            return cls(url=url, is_success=True, content_type=told, is_ours=is_ours)
        length = record.content_length
        record.parse_http()
        said = record.http_headers
        return cls(
            url=url,
            is_success=said.status_code in {200, 203},
            content_type=said.get("Content-Type") or "",
            content_encoding=said.get("Content-Encoding") or "",
            is_chunked="chunked" in (said.get("Transfer-Encoding") or "").lower(),
            etag=said.get("ETag"),
            last_modified=said.get("Last-Modified"),
            bytes_read=length - record.content_length,
            is_ours=is_ours,
        )

    @property
    def is_page(self) -> bool:
        """Whether an article may be in the body."""
        if self.is_ours:
            return True
        if not self.url.lower().startswith(("http://", "https://")) or path_of(self.url) in _FOR_PROGRAMS:
            return False
        return self.is_success and is_readable(self.content_type)


def _rows(opened: Opened, record: WarcRecord, head: _Head, content: bytes) -> Iterator[Row]:
    """The capture, or why there is none; nothing of an empty page, and of what neither is text nor is said to be."""
    if not content.strip():
        return
    if head.is_ours and len(content) <= opened.options.max_bytes:
        yield _as_it_was(record, head, content)
        return
    response = Response(
        url=head.url,
        where=f"{opened.name}, byte {record.stream_pos}: {head.url}",
        content=content,
        content_type=head.content_type,
        content_encoding=head.content_encoding,
        is_chunked=head.is_chunked,
        captured_at=_captured_at(record),
        etag=head.etag,
        last_modified=head.last_modified,
    )
    row = capture_of(response, opened.options.max_bytes)
    if isinstance(row, Capture) or bare_type(head.content_type) not in UNTOLD:
        yield row


def _as_it_was(record: WarcRecord, head: _Head, content: bytes) -> Capture:
    """The capture of which onrecord made the record."""
    path = path_of_file(head.url)
    return Capture(
        sha256=sha256_of(content),
        content=content,
        media_type=head.content_type,
        url=head.url if path is None else None,
        path=path,
        captured_at=_captured_at(record),
        etag=head.etag,
        last_modified=head.last_modified,
    )


def _captured_at(record: WarcRecord) -> str | None:
    try:
        moment = record.record_date
    except ValueError:
        return None
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None


def _remember(opened: Opened, record: WarcRecord) -> None:
    payload = record.headers.get("WARC-Payload-Digest")
    if payload and len(opened.payloads) < MOST_PAYLOADS:
        opened.payloads.add(hash(payload))


def _missing(length: int, read: int) -> str | None:
    """Why the record is not whole, if it is not."""
    if read >= length:
        return None
    return f"the record says that it has {length:,} bytes, and only {read:,} follow"
