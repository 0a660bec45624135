"""What HTTP wraps a body in, undone: never to more bytes than are allowed, so that no bomb goes off."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass

GZIP, ZLIB, RAW = 31, 15, -15  # zlib's words for the three ways in which deflated bytes are wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as it was before it was sent, or why it cannot be told (`cause`); `is_too_large` where that is why."""

    content: bytes = b""
    cause: str | None = None
    is_too_large: bool = False


def undo_encodings(content: bytes, encodings: str, max_bytes: int) -> Body:
    """The body without its Content-Encodings, the last one undone first: "gzip, br" was gzipped, then brotlied."""
    for name in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        undo = DECODERS.get(name)
        if undo is None:
            return Body(cause=f"its encoding “{name}” is not known here")
        body = undo(content, max_bytes)
        if body.cause is not None:
            return body
        content = body.content
    return Body(content=content) if len(content) <= max_bytes else _too_large(max_bytes)


def undo_chunks(content: bytes, max_bytes: int) -> Body:
    """The body of a chunked transfer, put together."""
    from fastwarc.stream_io import ChunkedReader  # noqa: PLC0415 - most bodies are not chunked

    try:
        whole = ChunkedReader(io.BytesIO(content)).read(max_bytes + 1)
    except OSError as error:
        return Body(cause=f"its chunks are broken ({error})")
    return Body(content=whole) if len(whole) <= max_bytes else _too_large(max_bytes)


def undo_gzip(content: bytes, max_bytes: int) -> Body:
    """What was gzipped, all its members; truncated or damaged gzip is no body."""
    parts: list[bytes] = []
    room = max_bytes
    while content:
        member = _inflate(content, GZIP, room)
        if member.cause is not None:
            return _too_large(max_bytes) if member.is_too_large else member
        parts.append(member.content)
        room -= len(member.content)
        content = member.rest.lstrip(b"\x00")  # some servers pad
        if parts and not content.startswith(b"\x1f\x8b"):
            break
    return Body(content=b"".join(parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member(Body):
    rest: bytes = b""


def _inflate(content: bytes, wrapping: int, max_bytes: int) -> _Member:
    inflater = zlib.decompressobj(wrapping)
    try:
        whole = inflater.decompress(content, max_bytes + 1)
    except zlib.error as error:
        return _Member(cause=f"its compressed bytes are damaged ({error})")
    if len(whole) > max_bytes:
        return _Member(cause="too large", is_too_large=True)
    if not inflater.eof:
        return _Member(cause="its compressed bytes break off before their end")
    return _Member(content=whole, rest=inflater.unused_data)


def _undo_deflate(content: bytes, max_bytes: int) -> Body:
    """By the standard wrapped as zlib has it; some servers send it bare."""
    wrapped = _inflate(content, ZLIB, max_bytes)
    bare = wrapped if wrapped.cause is None or wrapped.is_too_large else _inflate(content, RAW, max_bytes)
    return _too_large(max_bytes) if bare.is_too_large else bare


def _undo_brotli(content: bytes, max_bytes: int) -> Body:
    from fastwarc.stream_io import BrotliReader  # noqa: PLC0415 - few bodies are compressed so

    return _read_all(lambda: BrotliReader(io.BytesIO(content)).read(max_bytes + 1), max_bytes)


def _undo_zstd(content: bytes, max_bytes: int) -> Body:
    from fastwarc.stream_io import ZstdReader  # noqa: PLC0415 - few bodies are compressed so

    return _read_all(lambda: ZstdReader(io.BytesIO(content)).read(max_bytes + 1), max_bytes)


def _read_all(read: Callable[[], bytes], max_bytes: int) -> Body:
    try:
        whole = read()
    except OSError as error:
        return Body(cause=f"its compressed bytes are damaged ({error})")
    return Body(content=whole) if len(whole) <= max_bytes else _too_large(max_bytes)


def _as_it_is(content: bytes, max_bytes: int) -> Body:  # noqa: ARG001 - the limit is asked once, at the end
    return Body(content=content)


def _too_large(max_bytes: int) -> Body:
    return Body(cause=f"unpacked it has more than the {max_bytes / 1e6:.1f} MB that are read", is_too_large=True)


DECODERS: dict[str, Callable[[bytes, int], Body]] = {
    "gzip": undo_gzip,
    "x-gzip": undo_gzip,
    "deflate": _undo_deflate,
    "br": _undo_brotli,
    "zstd": _undo_zstd,
    "identity": _as_it_is,
}
