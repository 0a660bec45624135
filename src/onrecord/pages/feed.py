"""The record itself as a feed: its latest notices in Atom (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from uuid import UUID, uuid5

from lxml import etree

from onrecord import __version__
from onrecord.pages.layout import printable
from onrecord.pages.shelf import OUTLET_NOT_TOLD
from onrecord.records import Notice, Place

ATOM = "http://www.w3.org/2005/Atom"
# Names the notices of all records: an entry is uuid5 of it and of the notice.
NOTICES = UUID("6a1c1a52-6f5e-5d0b-9c58-0b0d7a6f4c11")
MOST_ENTRIES = 200
_UNFIT = re.compile("[\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold, besides what is not printable


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """What the feed says of itself: a name that is its own for ever, a title, where it lies if that is told."""

    id: str
    title: str
    updated: str  # where there is no entry yet
    address: str | None = None


def write_feed(head: FeedHead, notices: Sequence[Notice]) -> bytes:
    """The feed of these notices, the latest first, as Atom."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _add(feed, "id", head.id)
    _add(feed, "title", head.title)
    _add(feed, "updated", max((one.told_at for one in notices), default=head.updated))
    _add(_add(feed, "author"), "name", "onrecord")
    _add(feed, "generator", "onrecord", version=__version__)
    if head.address:
        _add(feed, "link", rel="self", type="application/atom+xml", href=head.address)
    for notice in notices:
        _write_entry(_add(feed, "entry"), notice)
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def entry_id(notice: Notice) -> str:
    """The name of the notice in every feed."""
    return f"urn:uuid:{uuid5(NOTICES, notice.id)}"


def _write_entry(entry: etree._Element, notice: Notice) -> None:
    _add(entry, "id", entry_id(notice))
    _add(entry, "title", notice.title)
    _add(entry, "updated", notice.told_at)
    _add(entry, "category", term=notice.kind.value)
    pages = list(dict.fromkeys(one.where for one in notice.places if one.where.startswith(("http://", "https://"))))
    for number, page in enumerate(pages):
        _add(entry, "link", rel="via" if number else "alternate", href=page)
    _add(entry, "content", _as_html(notice), type="html")


def _as_html(notice: Notice) -> str:
    about = [f"<p>{_safe(text)}</p>" for text in (notice.title, *notice.lines)]
    story = [f"<p>Story: {_safe(notice.story)}</p>"] if notice.story else []
    places = "".join(f"<li>{_cite(one)}</li>" for one in notice.places)
    return "".join((*about, *story, f"<ul>{places}</ul>"))


def _cite(place: Place) -> str:
    where = f"{_safe(place.where)}, characters {place.start}–{place.end} of the archived text"
    if place.where.startswith(("http://", "https://")):
        where = f'<a href="{_safe(place.where)}">{_safe(place.where)}</a>{where.removeprefix(_safe(place.where))}'
    outlet = _safe(place.outlet or OUTLET_NOT_TOLD)
    return f"{outlet}, {where}: <q>{_safe(place.exact)}</q>"


def _safe(text: str) -> str:
    return escape(_fit(text))


def _fit(text: str) -> str:
    return _UNFIT.sub("�", printable(text))


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", {key: _fit(value) for key, value in attributes.items()})
    element.text = None if text is None else _fit(text)
    return element
