"""Atom (RFC 4287): the head of a feed, and elements whose text XML can hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from onrecord import __version__
from onrecord.pages.layout import printable

NAMESPACE = "http://www.w3.org/2005/Atom"
_UNFIT = re.compile("[\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold, besides what is not printable


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """What the feed says of itself: a name that is its own for ever, a title, where it lies if that is told."""

    id: str
    title: str
    updated: str  # where there is no entry yet
    address: str | None = None


def begin_feed(head: FeedHead, updated: str) -> etree._Element:
    """A feed without entries, last changed at that time."""
    feed = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})
    add(feed, "id", head.id)
    add(feed, "title", head.title)
    add(feed, "updated", updated)
    add(add(feed, "author"), "name", "onrecord")
    add(feed, "generator", "onrecord", version=__version__)
    if head.address:
        add(feed, "link", rel="self", type="application/atom+xml", href=head.address)
    return feed


def written(feed: etree._Element) -> bytes:
    """The feed as it is sent."""
    content: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return content


def add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """A new element within the parent."""
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", {key: fit(value) for key, value in attributes.items()})
    element.text = None if text is None else fit(text)
    return element


def fit(text: str) -> str:
    """The text with what XML cannot hold, and what cannot be seen, made visible."""
    return _UNFIT.sub("�", printable(text))
