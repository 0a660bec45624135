"""What was archived, as records of a web archive (WARC 1.1, ISO 28500), each packed by itself.

What came from the net is an answer (`response`) with those of its headers that the record keeps, its body without the
encodings it was sent in; files, and records of other tools, are `resource` records in the bytes they had. A payload's
digest is the SHA-256 by which the record knows the capture.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from fastwarc.warc import WarcRecord, WarcRecordType

from onrecord.read.responses import is_readable
from onrecord.records import Capture
from onrecord.text.media_types import bare_type
from onrecord.text.warc_names import WARCINFO, WARCINFO_ID, file_uri

OK = 200
LEVEL = 6
_INFO = (
    b"software: onrecord\r\nformat: WARC File Format 1.1\r\nconformsTo: https://iipc.github.io/warc-specifications/\r\n"
)
_INFO_DATE = "2024-01-01T00:00:00Z"  # that of the record's text, which is the same in every archive
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A record as it stands in the archive, and what the index says of it; `status` is None of what is no answer."""

    name: str
    packed: bytes
    url: str
    date: str
    media_type: str
    digest: str
    status: int | None = None


def warcinfo() -> bytes:
    """The record that describes all others."""
    record = _begun(WarcRecordType.warcinfo, WARCINFO, _INFO_DATE)
    record.headers["Content-Type"] = "application/warc-fields"
    return _packed(record, _INFO)


def written(capture: Capture, seen_at: str) -> Written:
    """The record of a capture where it was found, at the time at which it was."""
    url = capture.url or file_uri(capture.path or "")
    date = f"{seen_at[:19]}Z"  # the record has all times in UTC
    is_answer = capture.url is not None and is_readable(capture.media_type)
    kind = WarcRecordType.response if is_answer else WarcRecordType.resource
    name = str(uuid5(NAMESPACE_URL, f"{capture.sha256} {date} {url}"))
    record = _begun(kind, name, date)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Warcinfo-ID"] = WARCINFO_ID
    record.headers["WARC-Payload-Digest"] = digest = f"sha256:{capture.sha256}"
    record.headers["Content-Type"] = "application/http; msgtype=response" if is_answer else capture.media_type
    block = _answer(capture) if is_answer else capture.content
    return Written(
        name=name,
        packed=_packed(record, block),
        url=url,
        date=date,
        media_type=bare_type(capture.media_type),
        digest=digest,
        status=OK if is_answer else None,
    )


def _begun(kind: WarcRecordType, name: str, date: str) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type=kind, record_urn=f"uuid:{name}".encode())
    record.headers["WARC-Date"] = date
    return record


def _answer(capture: Capture) -> bytes:
    headers = {
        "Content-Type": capture.media_type,
        "Content-Length": str(len(capture.content)),
        "ETag": capture.etag,
        "Last-Modified": capture.last_modified,
    }
    lines = [f"{name}: {_CONTROLS.sub(' ', value)}" for name, value in headers.items() if value]
    return "\r\n".join((f"HTTP/1.1 {OK} OK", *lines, "", "")).encode() + capture.content


def _packed(record: WarcRecord, block: bytes) -> bytes:
    record.set_bytes_content(block)
    plain = io.BytesIO()
    record.write(plain, checksum_data=True)
    packer = zlib.compressobj(LEVEL, wbits=31)  # a gzip member without a time
    return packer.compress(plain.getbuffer()) + packer.flush()
