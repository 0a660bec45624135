"""The Atom feed of a record, by the rules of RFC 4287."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from onrecord.pages.atom import NAMESPACE as ATOM
from onrecord.pages.atom import FeedHead
from onrecord.pages.feed import write_feed
from onrecord.records import Notice, NoticeKind, Place

HEAD = FeedHead(id="urn:uuid:0f8c2f5e-7f0a-4f57-9a52-6f6f0a6b1c11", title="Ferries", updated="2031-05-10T08:00:00Z")
PLACE = Place(
    article="a1",
    outlet="Northern Courier",
    where="https://north.example/?a=1&b=2",
    start=3,
    end=9,
    exact="“<b>No”",
)
NOTICE = Notice(
    id="w1",
    kind=NoticeKind.STATEMENT,
    told_at="2031-05-10T09:00:00Z",
    title="Ilse Oram: “<b>No”",
    lines=("4 May 2031. Northern Courier.",),
    places=(PLACE, replace(PLACE, where="https://south.example/tolls")),
    subject="s1",
    story="Tolls & ferries",
)
ENTRY = f"{{{ATOM}}}entry"


def written(*notices: Notice, head: FeedHead = HEAD) -> Any:
    return etree.fromstring(write_feed(head, notices))


def texts(element: Any, name: str) -> list[str]:
    return [one.text for one in element.findall(f"{{{ATOM}}}{name}")]


def test_the_feed_has_one_id_one_title_one_author_and_one_time() -> None:
    feed = written(NOTICE)
    assert texts(feed, "id") == [HEAD.id]
    assert texts(feed, "title") == ["Ferries"]
    assert texts(feed, "updated") == [NOTICE.told_at]
    assert [texts(one, "name") for one in feed.findall(f"{{{ATOM}}}author")] == [["onrecord"]]


@pytest.mark.parametrize("name", ["id", "title", "updated", "content"])
def test_each_entry_has_exactly_one(name: str) -> None:
    for entry in written(NOTICE, replace(NOTICE, id="w2")).findall(ENTRY):
        (text,) = texts(entry, name)
        assert text


def test_every_id_is_an_iri_and_no_two_entries_share_one() -> None:
    feed = written(NOTICE, replace(NOTICE, id="w2"))
    ids = [text for one in (feed, *feed.findall(ENTRY)) for text in texts(one, "id")]
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in ids)
    assert len(set(ids)) == 3


def test_an_entry_keeps_its_id_whatever_feed_it_stands_in() -> None:
    other = replace(HEAD, id="urn:uuid:11111111-7f0a-4f57-9a52-6f6f0a6b1c11")
    assert texts(written(NOTICE)[-1], "id") == texts(written(NOTICE, head=other)[-1], "id")


def test_times_are_those_of_rfc_3339() -> None:
    feed = written(NOTICE)
    times = [text for one in feed.iter(f"{{{ATOM}}}updated") for text in [one.text]]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one) for one in times)


def test_an_entry_has_one_alternate_and_names_other_pages_as_via() -> None:
    (entry,) = written(NOTICE).findall(ENTRY)
    links = [(one.get("rel"), one.get("href")) for one in entry.findall(f"{{{ATOM}}}link")]
    assert links == [
        ("alternate", "https://north.example/?a=1&b=2"),
        ("via", "https://south.example/tolls"),
    ]


def test_what_an_article_prints_as_a_tag_is_none_in_the_entry() -> None:
    (entry,) = written(NOTICE).findall(ENTRY)
    content = etree.HTML(texts(entry, "content")[0])
    assert content.findall(".//b") == []
    assert "“<b>No”" in "".join(content.itertext())


def test_each_entry_cites_page_and_span() -> None:
    (entry,) = written(NOTICE).findall(ENTRY)
    content = "".join(etree.HTML(texts(entry, "content")[0]).itertext())
    assert "https://north.example/?a=1&b=2, characters 3–9 of the archived text: “<b>No”" in content


def test_what_xml_cannot_hold_is_shown_as_unknown() -> None:
    (entry,) = written(replace(NOTICE, title="a\x00b\ud800c\uffffd")).findall(ENTRY)
    assert texts(entry, "title") == ["a�b�c�d"]


def test_a_feed_says_where_it_lies_if_that_is_told() -> None:
    feed = written(head=replace(HEAD, address="https://desk.example/r.atom"))
    (link,) = feed.findall(f"{{{ATOM}}}link")
    assert (link.get("rel"), link.get("href")) == ("self", "https://desk.example/r.atom")


def test_a_feed_without_entries_has_a_time_too() -> None:
    assert texts(written(), "updated") == [HEAD.updated]
