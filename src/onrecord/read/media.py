"""What bytes are, told from the first of them and their name: something to be read, or something to say by name."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

# What is looked at to tell a file.
SNIFF_BYTES = 8192

_MAGIC = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an office document of the old format"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"ARROW1", "an Arrow table"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"\x00\x00\x00\x1cftyp", "a video"),
    (b"\x00\x00\x00 ftyp", "a video"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"wOFF", "a font"),
)
# Two letters that also begin ordinary words: these need bytes of no text beside them.
_SHORT = frozenset({b"BM", b"MZ", b"BZh", b"ID3", b"RIFF", b"PAR1", b"OggS", b"wOFF", b"ARROW1", b"Rar!"})
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")
_BLANK = b"\xef\xbb\xbf \t\r\n"
# Nothing is tried twice (the groups are atomic): what comes from outside must not cost time by its form.
_XML_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>)*+<(?:[\w.-]++:)?([\w.-]++)",
    re.DOTALL | re.IGNORECASE,
)
_LISTS = frozenset({"rss", "RDF", "feed", "opml", "urlset", "sitemapindex"})
_JSON_FEED = re.compile(rb"\A[\xef\xbb\xbf\s]*\{.*\"https?:\\?/\\?/jsonfeed\.org\\?/version", re.DOTALL)
_TEXT_BOMS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1b\x1a\x1c\x1d\x1e\x1f") + b"\x7f"

_LATER = "give web pages, plain text, Markdown or web archives; save the article's text as .txt"
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
MOST_CONTROLS = 0.02  # beyond this share of control characters a file is no text


class Holds(StrEnum):
    """What a file holds: one capture, or several in a form of their own."""

    CAPTURE = "capture"
    WARC = "warc"
    WACZ = "wacz"
    JSON = "json"
    LINES = "lines"  # of JSON, an object each
    TABLE = "table"
    LIST = "list"  # of pages, to be fetched: a feed, a list of feeds, a sitemap
    GZIP = "gzip"  # what is in it can only be told when it is opened


# Exports of other tools, by their endings; what is piped in has none.
_TABLES = {
    ".json": Holds.JSON,
    ".jsonl": Holds.LINES,
    ".ndjson": Holds.LINES,
    ".csv": Holds.TABLE,
    ".tsv": Holds.TABLE,
}
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*+(?:\[\s*+)?\{\s*+"')
_JSON_LINES = re.compile(rb'(?:\xef\xbb\xbf)?\s*+\{"[^\n]*\}\s*+\{')
_MAIL = frozenset({".eml", ".mht", ".mhtml"})
_HEADER = re.compile(rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Content-Type):\s", re.IGNORECASE)
_WARC_ENDINGS = (".warc", ".warc.gz", ".warc.zst")
# What begins so, under a name that ends so.
_ARCHIVES = (
    (b"WARC/1.", "", Holds.WARC),
    (b"\x1f\x8b", "", Holds.GZIP),
    (b"PK\x03\x04", ".wacz", Holds.WACZ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a file is: its media type where it is one capture, else why it cannot be read (`cause`) and what to do."""

    media_type: str = ""
    holds: Holds = Holds.CAPTURE
    cause: str | None = None
    mend: str = ""


def tell_kind(name: str, head: bytes) -> Kind:
    """What the file of this name with these first bytes is."""
    suffix = PurePosixPath(name).suffix.lower()
    if name.lower().endswith(_WARC_ENDINGS):  # though its beginning may be damaged
        return Kind(holds=Holds.WARC)
    for magic, ending, holds in _ARCHIVES:
        if head.startswith(magic) and name.lower().endswith(ending):
            return Kind(holds=holds)
    if head.startswith(b"%PDF-"):
        return Kind(media_type="application/pdf")
    found = _binary_name(head)
    if found is not None:
        return Kind(cause=f"the file is {found}, not text", mend=_LATER)
    if not _is_text(head):
        return Kind(cause="the file is binary, not text", mend="give text files; leave this one out")
    return _tell_text(suffix, head)


def _tell_text(suffix: str, head: bytes) -> Kind:
    root = _xml_root(head)
    if root in _LISTS or _JSON_FEED.search(head):
        return Kind(holds=Holds.LIST)
    if _is_html(head) or root == "html" or suffix in _HTML_SUFFIXES:
        return Kind(media_type="text/html")
    if suffix in _TABLES or _JSON.match(head):
        return Kind(holds=_TABLES.get(suffix, Holds.LINES if _JSON_LINES.match(head) else Holds.JSON))
    if suffix in _MAIL or _HEADER.match(head):
        return Kind(media_type="message/rfc822")
    if head.lstrip(_BLANK).startswith(b"<?xml"):
        return Kind(cause=f"the file is XML (“{root or '?'}”), and no page, feed or sitemap", mend=_LATER)
    return Kind(media_type="text/markdown" if suffix in _MARKDOWN else "text/plain")


def _binary_name(head: bytes) -> str | None:
    for magic, what in _MAGIC:
        if head.startswith(magic) and (magic not in _SHORT or not _is_text(head)):
            return what
    return None


def _is_html(head: bytes) -> bool:
    start = head.lstrip(_BLANK)[:64].lower()
    return start.startswith(_HTML)


def _xml_root(head: bytes) -> str | None:
    """The name of the first element, without its prefix."""
    found = _XML_ROOT.match(head)
    return found[1].decode("ascii", "replace") if found else None


def _is_text(head: bytes) -> bool:
    """Whether the bytes are text in some encoding: no NUL but in UTF-16 and 32, hardly any controls."""
    if head.startswith(_TEXT_BOMS):
        return True
    if b"\x00" in head:
        return _is_wide(head)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= MOST_CONTROLS * len(head)


def _is_wide(head: bytes) -> bool:
    """Whether the NULs are the upper halves of UTF-16 without a mark: in every other place alone."""
    even, odd = head[0::2], head[1::2]
    for upper, lower in ((even, odd), (odd, even)):
        if upper.count(0) > 0.9 * len(upper) and lower.count(0) == 0 and len(head) >= 16:
            return True
    return False
