"""How documents are written piece by piece, however long: JSON around a list, XML around many elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec

from onrecord.pages.exports import Pieces

Node = Mapping[str, Any]
encode = msgspec.json.Encoder().encode
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold


def json_around(head: Node, name: str, items: Iterable[Node], after: str = "}") -> Pieces:
    """An object with the members of `head` and the list `name`, an item a line; `after` closes what is open."""
    yield encode(head)[:-1] + b"," + encode(name) + b":["
    before = b"\n"
    for item in items:
        yield before + encode(item)
        before = b",\n"
    yield b"\n]" + after.encode() + b"\n"


def json_lines(items: Iterable[Node]) -> Pieces:
    """The items, one a line."""
    for item in items:
        yield encode(item) + b"\n"


def told(node: Node) -> dict[str, Any]:
    """The node without the members that are null or empty: these formats leave out what is not told."""
    return {name: value for name, value in node.items() if value is not None and value not in ("", [], {})}


def xml_tag(name: str, attributes: Mapping[str, str | None], *, closed: bool = False) -> str:
    """The opening tag, or the whole of an element without content; what is None is left out."""
    told_ones = ((key, value) for key, value in attributes.items() if value is not None)
    written = "".join(f" {key}={quoteattr(_fit(value))}" for key, value in told_ones)
    return f"<{name}{written}{'/' if closed else ''}>"


def xml_text(text: str) -> str:
    """The text between tags."""
    return escape(_fit(text))


def _fit(text: str) -> str:
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
