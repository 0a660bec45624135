"""Feeds, lists of feeds and sitemaps: the pages they list are fetched."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.read.server import QUICK, Answer, Rows, Site, fetch

from onrecord.read import ReadOptions, find_captures
from onrecord.read.web.lists import Listed, read_list
from onrecord.records import Capture, Rejected

BASE = "https://quay.example/news/feed"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Quay Gazette</title><link>https://quay.example/</link><atom:link rel="self" href="https://quay.example/news/feed"/>
<item><title>A</title><link> https://quay.example/a </link><guid>1</guid></item>
<item><title>B &amp; c &nbsp;</title><guid isPermaLink="true">https://quay.example/b</guid></item>
<item><title>C</title><guid isPermaLink="false">https://quay.example/no</guid></item>
<item><title>D</title><link>/d</link></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><link>https://quay.example/</link></channel>
<item rdf:about="a"><link>https://quay.example/a</link></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/2031/">
<link href="https://quay.example/"/><link rel="self" href="feed"/>
<entry><link rel="edit" href="edit/a"/><link rel="alternate" type="application/pdf" href="a.pdf"/>
<link rel="alternate" type="text/html" href="a"/><id>tag:quay.example,2031:a</id></entry>
<entry><id>https://quay.example/b</id></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Quay Gazette",
        "items": [
            {"id": "1", "url": "https://quay.example/a"},
            {"id": "https://quay.example/b"},
            {"id": "3", "external_url": "https://other.example/c"},
            {"id": "4"},
            "nothing",
        ],
    }
)
OPML = """<?xml version="1.0"?><!DOCTYPE opml><opml version="2.0"><body>
<outline text="Ports"><outline type="rss" text="Quay" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example/"/>
<outline type="rss" XMLURL="https://other.example/feed"/></outline>
<outline type="link" url="https://quay.example/a"/></body></opml>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://quay.example/a</loc><news:news><news:title>A</news:title></news:news>
<image:image><image:loc>https://quay.example/p.jpg</image:loc></image:image></url>
<url><loc>
https://quay.example/b</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://quay.example/sitemap-1.xml.gz</loc></sitemap></sitemapindex>"""


def at(*paths: str) -> tuple[str, ...]:
    return tuple(f"https://quay.example/{path}" for path in paths)


@pytest.mark.parametrize(
    ("content", "listed"),
    [
        (RSS, Listed(pages=at("a", "b", "d"))),
        (RDF, Listed(pages=at("a"))),
        (ATOM, Listed(pages=at("2031/a", "b"))),
        (JSON_FEED, Listed(pages=(*at("a", "b"), "https://other.example/c"))),
        (OPML, Listed(pages=at("a"), lists=(*at("feed"), "https://other.example/feed"))),
        (SITEMAP, Listed(pages=at("a", "b"))),
        (INDEX, Listed(lists=at("sitemap-1.xml.gz"))),
        (RSS[: RSS.index("<item><title>D")], Listed(pages=at("a", "b"))),
        (RSS.replace("</title><guid>", "<guid>"), Listed(pages=at("a", "b", "d"))),
        ("\ufeff" + RSS, Listed(pages=at("a", "b", "d"))),
        ('<rss version="2.0"><channel/></rss>', Listed()),
        ("<html><body><p>No feed</p></body></html>", None),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>No feed</p></html>', None),
        ('{"title": "no feed"}', None),
        ("The feed of the ferry", None),
    ],
)
def test_the_addresses_of_a_list_are_read(content: str, listed: Listed | None) -> None:
    assert read_list(content.encode(), BASE) == listed


def test_nothing_that_a_feed_refers_to_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("https://quay.example/secret")
    doctype = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'
    listed = read_list(f"{doctype}<rss><channel><item><link>&s;</link></item></channel></rss>".encode(), BASE)
    assert listed is not None
    assert "secret" not in str(listed)


def test_entities_that_grow_without_end_cost_nothing() -> None:
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    feed = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{grown}]><rss><channel><item><link>&e11;</link></item></channel></rss>'
    begun = time.monotonic()
    read_list(feed.encode(), BASE)
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("head", [b"<??>" * 2_000, b"<!---->" * 1_000, b"<!DOCTYPE [" * 700, b"<?" * 4_000])
def test_a_strange_beginning_costs_no_time(head: bytes) -> None:
    begun = time.monotonic()
    read_list(head, BASE)
    assert time.monotonic() - begun < 0.5


def local(site: Site, text: str) -> bytes:
    return text.replace("https://quay.example", site.url("")).encode()


@pytest.mark.parametrize(
    ("text", "content_type"),
    [
        (RSS, "application/rss+xml"),
        (RSS, "text/html"),
        (ATOM.replace('xml:base="https://quay.example/2031/"', 'xml:base="https://quay.example/"'), "text/xml"),
        (JSON_FEED, "application/feed+json"),
        (SITEMAP, "application/xml"),
    ],
)
def test_the_pages_of_a_feed_are_fetched(site: Site, text: str, content_type: str) -> None:
    site.answers |= {"/a": Answer(), "/b": Answer(body=b"<html><p>B</p></html>"), "/d": Answer()}
    site.answers["/feed"] = Answer(headers={"Content-Type": content_type}, body=local(site, text))
    assert {"/a", "/b"} <= fetch(site.url("/feed")).paths


def test_the_feeds_of_a_list_of_feeds_are_fetched(site: Site) -> None:
    site.answers |= {"/a": Answer(), "/b": Answer(), "/d": Answer(), "/opml": Answer(body=local(site, OPML))}
    site.answers["/feed"] = Answer(headers={"Content-Type": "application/rss+xml"}, body=local(site, RSS))
    found = fetch(site.url("/opml"))
    assert found.paths == {"/a", "/b", "/d"}
    assert [one.where for one in found.rejected] == ["https://other.example/feed"]


def test_the_packed_sitemaps_of_an_index_are_fetched(site: Site) -> None:
    packed = Answer(headers={"Content-Type": "application/gzip"}, body=gzip.compress(local(site, SITEMAP)))
    site.answers |= {"/a": Answer(), "/b": Answer(), "/sitemap-1.xml.gz": packed}
    site.answers["/sitemap.xml"] = Answer(headers={"Content-Type": "text/xml"}, body=local(site, INDEX))
    assert fetch(site.url("/sitemap.xml")).paths == {"/a", "/b"}


def test_an_index_that_lists_itself_and_others_without_end_comes_to_one(site: Site) -> None:
    for number in range(10):
        body = local(site, INDEX).replace(b"sitemap-1.xml.gz", b"s%d" % (number + 1))
        site.answers[f"/s{number}"] = Answer(headers={"Content-Type": "text/xml"}, body=body)
    found = fetch(site.url("/s0"))
    assert "and so on" in found.causes["/s3"]
    assert site.paths == ["/s0", "/s1", "/s2", "/s3"]


def test_a_feed_without_a_page_is_told(site: Site) -> None:
    site.answers["/feed"] = Answer(headers={"Content-Type": "text/xml"}, body=b"<rss><channel/></rss>")
    assert "no page in it" in fetch(site.url("/feed")).causes["/feed"]


def test_a_wrong_address_in_a_feed_is_told_and_the_others_are_fetched(site: Site) -> None:
    feed = local(site, RSS).replace(b" %b " % site.url("/a").encode(), b"http://[::")
    site.answers |= {"/b": Answer(), "/feed": Answer(headers={"Content-Type": "text/xml"}, body=feed)}
    found = fetch(site.url("/feed"))
    assert found.paths == {"/b"}
    assert "http://[::" in {one.where for one in found.rejected}


def test_a_page_of_two_feeds_is_fetched_once(site: Site) -> None:
    site.answers |= {"/a": Answer(), "/b": Answer(), "/d": Answer()}
    site.answers |= {path: Answer(headers={"Content-Type": "text/xml"}, body=local(site, RSS)) for path in ("/1", "/2")}
    fetch(site.url("/1"), site.url("/2"))
    assert site.paths.count("/a") == 1


def endless() -> Iterator[bytes]:
    yield b"<rss><channel>"
    while True:
        yield b"<item><title>News</title></item>" * 1_000


def test_a_feed_that_never_ends_is_cut_off_at_the_limit(site: Site) -> None:
    site.answers["/feed"] = Answer(headers={"Content-Type": "text/xml"}, body=endless)
    assert "more than the 1.0 MB" in fetch(site.url("/feed")).causes["/feed"]


def test_a_packed_sitemap_that_unpacks_without_end_is_refused(site: Site) -> None:
    site.answers["/s.gz"] = Answer(headers={"Content-Type": "application/gzip"}, body=gzip.compress(bytes(30_000_000)))
    assert "more than the 1.0 MB" in fetch(site.url("/s.gz")).causes["/s.gz"]


# saved lists


def found_in(path: Path) -> Rows:
    found = list(find_captures([str(path)], ReadOptions(web=QUICK)))
    captures = [one for one in found if isinstance(one, Capture)]
    return Rows(captures=captures, rejected=[one for one in found if isinstance(one, Rejected)])


@pytest.mark.parametrize("name", ["feeds.opml", "feeds.opml.gz"])
def test_a_saved_list_that_is_named_is_followed(site: Site, tmp_path: Path, name: str) -> None:
    site.answers |= {"/a": Answer(), "/feed": Answer(headers={"Content-Type": "text/xml"}, body=local(site, RSS))}
    content = local(site, OPML)
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert found_in(tmp_path / name).paths == {"/a"}


def test_a_saved_list_that_lies_in_a_folder_is_not_followed(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(local(site, RSS))
    (rejected,) = found_in(tmp_path).rejected
    assert "name the file itself" in rejected.mend
    assert site.asked == []


ATOM_OF_FILES = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title>
<entry><link href="pages/a%20b.html"/></entry><entry><link href="pages/a%20b.html#later"/></entry>
<entry><link href="gone.html"/></entry><entry><link href="../secret.html"/></entry><entry><link href="/etc/hostname"/>
</entry><entry><link href="file:///etc/hostname"/></entry></feed>"""
SAVED = b"<html><p>The ferry stays in port, the minister said.</p></html>"


@pytest.fixture
def saved(tmp_path: Path) -> Rows:
    """What is found in a feed that was saved with a page."""
    (tmp_path / "quay" / "pages").mkdir(parents=True)
    (tmp_path / "quay" / "pages" / "a b.html").write_bytes(SAVED)
    (tmp_path / "secret.html").write_bytes(SAVED)
    (tmp_path / "quay" / "feed.atom").write_bytes(ATOM_OF_FILES)
    return found_in(tmp_path / "quay" / "feed.atom")


def test_the_pages_that_were_saved_beside_a_feed_are_read(saved: Rows, tmp_path: Path) -> None:
    assert [one.path for one in saved.captures] == [f"{tmp_path}/quay/pages/a b.html"]


def test_a_feed_opens_no_file_outside_of_its_folder(saved: Rows) -> None:
    refused = {one.where: one.cause for one in saved.rejected}
    for place in ("../secret.html", "/etc/hostname", "file:///etc/hostname"):
        assert "no address of a page" in refused[place]


def test_a_page_that_was_not_saved_with_its_feed_is_told(saved: Rows, tmp_path: Path) -> None:
    (found,) = [one for one in saved.rejected if "gone.html" in one.where]
    assert found.where == f"{tmp_path}/quay/feed.atom, {tmp_path}/quay/gone.html"
    assert "beside the list" in found.mend
