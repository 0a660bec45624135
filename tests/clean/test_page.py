"""Web pages, all invented: what of them is the article, what their markup tells, and what is made of hostile ones."""

from __future__ import annotations

import json

import pytest
from tests.clean.page import FIRST, SECOND, THIRD

from onrecord.clean import clean
from onrecord.records import Article, Basis, Capture, Rejected, SegmentKind
from onrecord.records.ids import sha256_of

MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/harbour'>Harbour</a></li></ul></nav>"
COOKIES = "<div class='cookie-banner'>We use cookies. <button>Accept all</button></div>"
RELATED = (
    "<aside class='related'><h3>More on this</h3><ul><li><a href='/a'>Ten ferries you must see before you die</a>"
    "</li><li><a href='/b'>Why Sela Wind left the stage</a></li></ul></aside>"
)
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in (FIRST, SECOND, THIRD))
NODE = {
    "@type": "NewsArticle",
    "headline": "Council keeps the tolls",
    "datePublished": "2031-05-05T14:30:00+02:00",
    "dateModified": "2031-05-06T08:00:00+02:00",
    "author": [{"@type": "Person", "name": "Ada Holt"}],
    "publisher": {"@type": "Organization", "name": "Northern Courier"},
    "isAccessibleForFree": "False",
}


def page(head: str = "", body: str = PARAGRAPHS, heading: str = "Tolls stay in Port Oster") -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{heading} | The Quay</title>{head}</head><body>{COOKIES}{MENU}"
        f"<article><h1>{heading}</h1>{body}</article>{RELATED}<footer>© The Quay 2031. All rights reserved.</footer>"
        "</body></html>"
    ).encode()


def read(content: bytes, media_type: str = "text/html", url: str = "https://quay.example/news/tolls") -> Article:
    found = clean(Capture(sha256=sha256_of(content), content=content, media_type=media_type, url=url))
    assert isinstance(found, Article), found
    return found


def body(found: Article) -> list[str]:
    return [found.text[one.start : one.end] for one in found.segments if one.kind is SegmentKind.BODY]


def node(*nodes: object) -> str:
    return "".join(f"<script type='application/ld+json'>{json.dumps(one)}</script>" for one in nodes)


def fact(found: Article, name: str) -> tuple[str, str] | None:
    return next(((one.value, one.where) for one in found.facts if one.name == name), None)


def test_the_body_of_a_page_is_its_paragraphs_without_menus_banners_and_links() -> None:
    assert body(read(page())) == [FIRST, SECOND, THIRD]


def test_the_text_of_a_page_begins_with_its_headline_and_who_wrote_it() -> None:
    assert read(page(node(NODE))).text.split("\n\n")[:3] == ["Council keeps the tolls", "Ada Holt", FIRST]


def test_a_headline_that_the_body_repeats_stands_once() -> None:
    assert read(page()).text.count("Tolls stay in Port Oster") == 1


def test_the_articles_own_node_tells_when_it_came_out_and_when_it_was_changed() -> None:
    found = read(page(node(NODE)))
    assert (found.published, found.published_basis) == ("2031-05-05T14:30+02:00", Basis.METADATA)
    assert fact(found, "published") == ("2031-05-05T14:30+02:00", "JSON-LD NewsArticle.datePublished")
    assert fact(found, "modified") == ("2031-05-06T08:00+02:00", "JSON-LD NewsArticle.dateModified")


def test_a_node_in_a_graph_is_found_and_one_of_another_page_is_not_asked() -> None:
    other = NODE | {"url": "https://quay.example/news/other", "headline": "Something else"}
    own = NODE | {"url": "https://quay.example/news/tolls/", "headline": "The right one"}
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Quay"}, other, own]}
    assert read(page(node(graph))).headline == "The right one"


def test_the_node_of_another_page_alone_is_none_of_this_one() -> None:
    other = NODE | {"url": "https://quay.example/news/other", "headline": "Something else"}
    assert read(page(node(other))).headline == "Tolls stay in Port Oster"


def test_the_node_of_a_site_or_a_product_tells_nothing_of_the_article() -> None:
    found = read(page(node({"@type": "WebPage", "datePublished": "2019-01-01", "name": "The Quay"})))
    assert found.published is None


def test_broken_json_leaves_it_to_the_meta_tags() -> None:
    head = '<script type=\'application/ld+json\'>{"@type": "NewsArticle",,}</script>'
    head += (
        "<meta property='article:published_time' content='2031-05-04'><meta property='og:site_name' content='The Quay'>"
    )
    found = read(page(head))
    assert fact(found, "published") == ("2031-05-04", "meta article:published_time")
    assert found.outlet == "The Quay"


def test_a_page_that_tells_no_day_has_none() -> None:
    assert read(page()).published is None


def test_the_day_in_an_address_is_the_last_that_is_taken() -> None:
    found = read(page(), url="https://quay.example/2031/05/03/tolls")
    assert fact(found, "published") == ("2031-05-03", "address")
    told = read(page(node(NODE)), url="https://quay.example/2031/05/03/tolls")
    assert told.published == "2031-05-05T14:30+02:00"


def test_the_sites_name_is_cut_off_the_headline() -> None:
    found = read(
        page(
            "<meta property='og:title' content='Ferry tolls stay - The Quay'>"
            "<meta property='og:site_name' content='The Quay'>"
        )
    )
    assert found.headline == "Ferry tolls stay"


def test_an_author_that_is_an_address_is_no_byline() -> None:
    assert read(page("<meta property='article:author' content='https://social.example/ada'>")).byline is None


def test_an_agency_that_signs_a_page_is_credited() -> None:
    found = read(page(node(NODE | {"author": {"name": "Reuters"}})))
    assert [credit.name for credit in found.credits] == ["Reuters"]


def test_an_agency_in_the_date_line_is_credited_by_the_outlet_that_the_page_names() -> None:
    signed = page(node(NODE | {"author": {"name": "Reuters"}}), PARAGRAPHS.replace("<p>", "<p>QUENZA (Reuters) - ", 1))
    found = read(signed)
    assert (found.outlet, [credit.name for credit in found.credits]) == ("Northern Courier", ["Reuters"])


def test_a_page_behind_a_paywall_says_so() -> None:
    assert fact(read(page(node(NODE))), "paywall") == ("yes", "JSON-LD NewsArticle.isAccessibleForFree")


def test_a_quotation_in_large_type_that_the_text_has_too_is_dropped() -> None:
    pulled = "<blockquote>The tolls stay, council leader Ilse Oram told reporters</blockquote>"
    assert body(read(page(body=f"<p>{FIRST}</p>{pulled}<p>{SECOND}</p><p>{THIRD}</p>"))) == [FIRST, SECOND, THIRD]


def test_a_block_quotation_that_stands_nowhere_else_is_kept() -> None:
    quoted = "We have paid for this bridge three times over, and we shall not pay a fourth time."
    assert quoted in body(read(page(body=f"<p>{FIRST}</p><blockquote><p>{quoted}</p></blockquote><p>{THIRD}</p>")))


@pytest.mark.parametrize(
    ("encoding", "media_type", "head"),
    [
        ("cp1252", "text/html; charset=windows-1252", ""),
        ("cp1252", "text/html", "<meta charset='windows-1252'>"),
        ("koi8-r", "text/html", "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>"),
        ("utf-16", "text/html", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
    ],
)
def test_a_page_is_decoded_as_its_bytes_its_server_or_its_head_say(encoding: str, media_type: str, head: str) -> None:
    word = "Ветер" if encoding == "koi8-r" else "Müller"
    content = page(head, f"<p>{FIRST} {word}</p><p>{THIRD}</p>").decode().encode(encoding)
    assert word in read(content, media_type).text


def test_a_page_that_breaks_off_within_a_letter_is_read() -> None:
    content = page("<meta charset='utf-8'>", f"<p>{FIRST}</p><p>{SECOND}</p><p>Der Müller sagte nein.</p>")
    assert FIRST in read(content + "ü".encode()[:1]).text


HOSTILE = {
    "a hundred thousand tags within each other": b"<html><body>" + b"<div>" * 100_000 + FIRST.encode(),
    "a line of five megabytes": page(body=f"<p>{'toll ' * 1_000_000}</p>"),
    "nothing": b"",
    "nothing but tags": b"<html><body></body></html>",
    "zeros": b"<html>" + b"\x00" * 100_000,
    "a script alone": b"<html><script>alert('<p>" + FIRST.encode() + b"')</script></html>",
    "nodes within nodes": page(node(NODE) + "<script type='application/ld+json'>" + "[" * 50_000 + "</script>"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_of_a_hostile_page_there_is_an_article_or_a_reason(what: str) -> None:
    content = HOSTILE[what]
    found = clean(Capture(sha256=sha256_of(content), content=content, media_type="text/html", path="page.html"))
    assert isinstance(found, Article) or (isinstance(found, Rejected) and found.cause and found.mend)


def test_scripts_and_styles_are_no_text() -> None:
    found = read(page(body=f"{PARAGRAPHS}<script>var stolen = 1;</script><style>p {{ color: red }}</style>"))
    assert "stolen" not in found.text
    assert "color" not in found.text


def test_the_same_page_gives_the_same_text_every_time() -> None:
    assert read(page(node(NODE))) == read(page(node(NODE)))


BOXES = {
    "a letter": "<section class='css-1x NewsletterBox'><p>Our man on the quay writes on Fridays.</p></section>",
    "a request for money": "<div class='donate-box'><p>We have no owner but our readers. Give what you can.</p></div>",
    "links": "<div class='related-links'><p>Ten ferries you must see before you die, and why.</p></div>",
    "a line that is a link": "<p><strong><a href='/a'>Why Sela Wind left the stage</a></strong></p>",
}


@pytest.mark.parametrize("what", BOXES)
def test_boxes_among_the_paragraphs_are_none_of_the_article(what: str) -> None:
    content = page(body=f"<p>{FIRST}</p>{BOXES[what]}<p>{SECOND}</p><p>{THIRD}</p>")
    assert body(read(content)) == [FIRST, SECOND, THIRD]


def test_a_page_whose_name_speaks_of_a_letter_is_read() -> None:
    content = page(body=f"<div class='has-newsletter'>{PARAGRAPHS * 3}<p>{'The ferry waits. ' * 30}</p></div>")
    assert FIRST in body(read(content))


def test_a_paragraph_that_is_a_link_and_a_sentence_is_kept() -> None:
    linked = f"<p><a href='/report'>{SECOND}</a></p>"
    assert body(read(page(body=f"<p>{FIRST}</p>{linked}<p>{THIRD}</p>"))) == [FIRST, SECOND, THIRD]


def test_an_agency_that_sold_the_copy_is_not_the_outlet_of_a_page_elsewhere() -> None:
    sold = node(NODE | {"publisher": {"name": "Associated Press"}})
    assert read(page(sold + "<meta property='og:site_name' content='The Quay'>")).outlet == "The Quay"
    own = read(page(node(NODE | {"publisher": {"name": "Reuters"}})), url="https://www.reuters.com/news/tolls")
    assert own.outlet == "Reuters"


def test_a_country_is_no_outlet_and_the_title_ends_in_the_name_that_the_address_spells() -> None:
    found = read(page("<meta property='og:site_name' content='U.S.'>"))
    assert (found.outlet, fact(found, "outlet")) == ("The Quay", ("The Quay", "title"))


def test_the_outlet_in_one_word_is_cut_off_the_headline() -> None:
    title = "<meta property='og:title' content='Tolls stay in Port Oster | TheQuay'>"
    named = "<meta property='og:site_name' content='The Quay'>"
    assert read(page(title + named)).headline == "Tolls stay in Port Oster"


def test_a_day_before_all_newspapers_was_never_entered() -> None:
    unset = "<meta property='article:published_time' content='0001-01-01T00:00:00Z'>"
    assert read(page(unset), url="https://quay.example/2031/05/04/tolls").published == "2031-05-04"
