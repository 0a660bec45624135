"""The record itself as a feed: its latest notices in Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from uuid import UUID, uuid5

from lxml import etree

from onrecord.pages.atom import FeedHead, add, begin_feed, fit, written
from onrecord.pages.shelf import OUTLET_NOT_TOLD
from onrecord.records import Notice, Place

# Names the notices of all records: an entry is uuid5 of it and of the notice.
NOTICES = UUID("6a1c1a52-6f5e-5d0b-9c58-0b0d7a6f4c11")
MOST_ENTRIES = 200


def write_feed(head: FeedHead, notices: Sequence[Notice]) -> bytes:
    """The feed of these notices, the latest first, as Atom."""
    feed = begin_feed(head, max((one.told_at for one in notices), default=head.updated))
    for notice in notices:
        _write_entry(add(feed, "entry"), notice)
    return written(feed)


def entry_id(notice: Notice) -> str:
    """The name of the notice in every feed."""
    return f"urn:uuid:{uuid5(NOTICES, notice.id)}"


def _write_entry(entry: etree._Element, notice: Notice) -> None:
    add(entry, "id", entry_id(notice))
    add(entry, "title", notice.title)
    add(entry, "updated", notice.told_at)
    add(entry, "category", term=notice.kind.value)
    pages = list(dict.fromkeys(one.where for one in notice.places if one.where.startswith(("http://", "https://"))))
    for number, page in enumerate(pages):
        add(entry, "link", rel="via" if number else "alternate", href=page)
    add(entry, "content", _as_html(notice), type="html")


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
    return escape(fit(text))
