"""What a server answered, as it came from the net or from a web archive, to the capture it makes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.read.encodings import Body, undo_chunks, undo_encodings
from onrecord.read.media import SNIFF_BYTES, Holds, tell_kind
from onrecord.read.options import STEP, Row
from onrecord.records import Capture, Rejected
from onrecord.records.ids import sha256_of
from onrecord.text.media_types import bare_type, charset_named

PAGES = frozenset({"text/html", "application/xhtml+xml"})
TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml", "unknown"})
READABLE = PAGES | TEXTS | UNTOLD | {"application/pdf"}
_CALLED = {
    Holds.WARC: "a web archive",
    Holds.WACZ: "a web archive",
    Holds.GZIP: "a gzip archive",
    Holds.LIST: "a feed or a list of pages",
    Holds.JSON: "JSON",
    Holds.LINES: "JSON",
    Holds.TABLE: "a table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The answer for an address, headers and body as they were sent; `where` names it in messages."""

    url: str
    where: str
    content: bytes
    content_type: str = ""
    content_encoding: str = ""
    is_chunked: bool = False
    captured_at: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def path_of(url: str) -> str:
    """The path of an address; nothing of one that is none."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def is_readable(content_type: str) -> bool:
    """Whether a body that is said to be of this type may hold an article."""
    return bare_type(content_type) in READABLE


def capture_of(response: Response, max_bytes: int) -> Row:
    """The capture of the body without what it was wrapped in for the way, or the rejection that says what it is."""
    body = body_of(response, max_bytes)
    if body.cause is not None:
        mend = "allow more with --max-bytes" if body.is_too_large else "get it anew; the server or the archive broke it"
        return _rejected(response, body.cause, mend)
    if not body.content.strip():
        return _rejected(response, "the page is empty", "nothing can be read of it; leave it out")
    kind = tell_kind(path_of(response.url), body.content[:SNIFF_BYTES])
    if kind.cause is not None:
        return _rejected(response, kind.cause, kind.mend)
    if kind.holds is not Holds.CAPTURE:
        return _rejected(response, f"it is no page ({_CALLED[kind.holds]})", "give what is in it by itself")
    return Capture(
        sha256=sha256_of(body.content),
        content=body.content,
        media_type=_settled(response.content_type, kind.media_type),
        url=response.url,
        captured_at=response.captured_at,
        etag=response.etag,
        last_modified=response.last_modified,
    )


def body_of(response: Response, max_bytes: int) -> Body:
    """The body without what it was wrapped in for the way.

    Some archives keep bodies unpacked under the headers of the packed: what will not unpack and is text, is that.
    """
    content = response.content
    if response.is_chunked:
        chunks = undo_chunks(content, max_bytes)
        if chunks.is_too_large:
            return chunks
        content = chunks.content if chunks.cause is None else content
    body = undo_encodings(content, response.content_encoding, max_bytes)
    if body.cause is not None and not body.is_too_large and tell_kind("", content[:SNIFF_BYTES]).media_type:
        return undo_encodings(content, "", max_bytes)
    return body


def _settled(content_type: str, sniffed: str) -> str:
    """The media type: pages are what is called so or looks so; the charset is the server's."""
    declared = bare_type(content_type)
    settled = "text/html" if declared in PAGES and sniffed.startswith("text/") else sniffed
    charset = charset_named(content_type)
    return f"{settled}; charset={charset.lower()}" if charset and settled.startswith("text/") else settled


def _rejected(response: Response, cause: str, mend: str) -> Rejected:
    return Rejected(where=response.where, step=STEP, cause=cause, mend=mend)
