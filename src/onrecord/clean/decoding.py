"""Bytes to text, exactly: the encoding that is recorded gives the same text again."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from onrecord.text.media_types import charset_named

# What is looked at to guess an encoding; a guess is then proven on all bytes.
SAMPLE_BYTES = 32_768
# What servers call Latin 1 or ASCII is Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Quotation marks, dashes and signs of Windows-1252: with nothing else beside ASCII, the text is in that code.
_TYPOGRAPHY = frozenset(b"\x80\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """`content.decode(encoding) == text`."""

    text: str
    encoding: str


def charset_of(media_type: str) -> str | None:
    """The charset that a media type names, as Python calls it; None of one that Python does not know."""
    return known_charset(charset_named(media_type))


def known_charset(named: str | None) -> str | None:
    """The charset of that name, as Python calls it; None of one that Python does not know."""
    try:
        name = codecs.lookup(named).name if named else None
    except LookupError:
        return None
    return _MEANT.get(name, name) if name else None


def decode(content: bytes, charset: str | None = None) -> Decoded | None:
    """The text of the bytes and their encoding; None where no encoding is sure enough.

    A byte-order mark decides, then UTF-8, then the charset that the server told, if it fits, then what
    charset-normalizer holds likeliest. UTF-8 with a broken byte is None rather than a text with its quotation marks
    destroyed.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    decoded = _strictly(content, "utf-8")
    if decoded is None and charset not in {None, "utf-8"}:
        decoded = _strictly(content, str(charset))
    return decoded or (None if broken_utf8_at(content) is not None else _guessed(content))


def broken_utf8_at(content: bytes) -> int | None:
    """Where bytes that are UTF-8 for the most part break it; None where none or all of them are."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8", "surrogateescape")
        strange = sum("\udc80" <= char <= "\udcff" for char in text)
        proper = sum(char > "\x7f" and not "\udc80" <= char <= "\udcff" for char in text)
        return error.start if proper and 2 * proper >= strange else None
    return None


def _strictly(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(text=content.decode(encoding), encoding=encoding)
    except (UnicodeError, LookupError):
        return None


def _guessed(content: bytes) -> Decoded | None:
    beyond = {byte for byte in content if byte > 0x7F}
    if beyond and beyond <= _TYPOGRAPHY:
        return _strictly(content, "cp1252")
    for guess in from_bytes(content[:SAMPLE_BYTES]):
        decoded = _strictly(content, guess.encoding)
        if decoded is not None:
            return decoded
    return None
