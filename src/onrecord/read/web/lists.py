"""What lists pages, read for its addresses: RSS, Atom and JSON feeds, OPML, sitemaps and indexes of them.

Feeds are taken as they come: broken XML is read as far as it can be; nothing it refers to is loaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from onrecord.read.media import Holds, tell_kind

SNIFFED = 8_192


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The addresses in a list, in its order: of pages, and of further lists."""

    pages: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def read_list(content: bytes, base: str = "") -> Listed | None:
    """The addresses in the list, those that are relative taken from `base`; None where it is no list."""
    if tell_kind("", content[:SNIFFED]).holds is not Holds.LIST:
        return None
    found = _json_feed(content) if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _xml_list(content)
    return Listed(pages=tuple(_absolute(found.pages, base)), lists=tuple(_absolute(found.lists, base)))


def _absolute(addresses: tuple[str, ...], base: str) -> Iterator[str]:
    return (_joined(base, address.strip()) for address in dict.fromkeys(addresses))


def _joined(base: str, address: str) -> str:
    """The address from the base; as it stands where the two make none, for whoever asks it to refuse."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _json_feed(content: bytes) -> Listed:
    """https://www.jsonfeed.org/version/1.1/: an item's `url`, or its `id` where that is an address."""
    try:
        feed = json.loads(content)
    except ValueError:
        return Listed()
    items = feed.get("items") if isinstance(feed, dict) else None
    found = (_item_url(item) for item in items or () if isinstance(item, dict))
    return Listed(pages=tuple(url for url in found if url))


def _item_url(item: dict[str, Any]) -> str | None:
    for key in ("url", "id", "external_url"):
        value = item.get(key)
        if isinstance(value, str) and (key == "url" or value.startswith(("http://", "https://"))):
            return value
    return None


def _xml_list(content: bytes) -> Listed:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return Listed()
    match _name(root):
        case "opml":
            outlines = [one for one in root.iter() if _name(one) == "outline"]
            feeds = (_attribute(one, "xmlurl") for one in outlines)
            links = (_attribute(one, "url") for one in outlines if _attribute(one, "type") == "link")
            return Listed(pages=tuple(filter(None, links)), lists=tuple(filter(None, feeds)))
        case "sitemapindex":
            return Listed(lists=tuple(_locations(root, "sitemap")))
        case "urlset":
            return Listed(pages=tuple(_locations(root, "url")))
        case _:
            entries = (one for one in root.iter() if _name(one) in {"item", "entry"})
            return Listed(pages=tuple(url for entry in entries if (url := _entry_url(entry))))


def _locations(root: Any, parent: str) -> Iterator[str]:
    for entry in root.iter():
        if _name(entry) == parent:
            yield from (_text(each) for each in entry if _name(each) == "loc" and _text(each))


def _entry_url(entry: Any) -> str | None:
    """Atom's alternate link, RSS's link, or the guid that is one; taken from the base that the feed gives."""
    links = [each for each in entry if _name(each) == "link"]
    atom = [each for each in links if each.get("href") and each.get("rel", "alternate") == "alternate"]
    found = next((_text(each) for each in links if _text(each)), None)
    if found is None and atom:
        found = next((one for one in atom if "html" in one.get("type", "html")), atom[0]).get("href")
    if found is None:
        guids = (each for each in entry if _name(each) in {"guid", "id"} and each.get("isPermaLink") != "false")
        found = next((_text(each) for each in guids if _text(each).startswith(("http://", "https://"))), None)
    return _joined(entry.base, found) if found and entry.base else found


def _attribute(element: Any, name: str) -> str | None:
    """The attribute, whatever its case: OPML is written by hand."""
    return next((value for key, value in element.attrib.items() if key.lower() == name), None)


def _name(element: Any) -> str:
    """The element's name without its namespace or a prefix that has none; nothing of comments and instructions."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return (element.text or "").strip()
