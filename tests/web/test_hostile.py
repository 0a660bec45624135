"""Articles that mean harm: what stands in them is shown as it stands, and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html
from starlette.testclient import TestClient
from tests.pages.coverage import TEXTS, write_record
from tests.web.serving import OVERRIDES, addresses, open_client, read, words

OURS = {"script": "/static/", "img": "/", "link": "/"}
LONG = 5_000_000  # characters


def everything(client: TestClient) -> dict[str, html.HtmlElement]:
    """All pages of the record there are."""
    found = dict(addresses(client))
    for number, one in enumerate(client.get("/articles.json").json()["sources"]):
        found[f"article {number}"] = f"/articles/{one['article']}"
    for number, one in enumerate(client.get("/people.json").json()["people"]):
        found[f"person {number}"] = f"/people/{one['actor']}"
    return {address: read(client, address) for address in found.values()}


@pytest.fixture(scope="module")
def pages(hostile: TestClient) -> dict[str, html.HtmlElement]:
    return everything(hostile)


def test_the_coverage_that_means_harm_was_read(hostile: TestClient) -> None:
    counts = hostile.get("/stories.json").json()["counts"]
    assert counts["articles"] == 3
    assert counts["statements"] > 3


def test_no_element_of_an_article_becomes_one_of_the_page(pages: dict[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        assert page.xpath("//iframe | //svg | //style | //object | //base | //body//title | //b[@onclick]") == [], (
            address
        )
        for tag, start in OURS.items():
            named = page.xpath(f"//{tag}/@src | //{tag}/@href")
            assert all(one.startswith(start) for one in named), (address, tag)


def test_no_attribute_of_an_article_becomes_one_of_the_page(pages: dict[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        assert page.xpath("//@*[starts-with(name(), 'on')]") == [], address
        assert [one for one in page.xpath("//@href | //@src | //@action") if not one.startswith(("/", "#"))] == [], (
            address
        )


def test_what_stands_there_is_shown_as_it_stands(hostile: TestClient) -> None:
    articles = hostile.get("/articles.json").json()["sources"]
    shown = " ".join(words(read(hostile, f"/articles/{one['article']}")) for one in articles)
    for piece in ("<script>alert('headline')</script>", "{{ 7 * 7 }}", "</q><iframe src=javascript:alert(4)>"):
        assert piece in shown
    assert " 49 dues" not in shown


def test_marks_that_turn_words_round_are_made_visible(hostile: TestClient, pages: dict[str, html.HtmlElement]) -> None:
    for address in pages:
        text = hostile.get(address).text
        assert not set(text) & set(OVERRIDES), address
        assert "\x1b" not in text, address
    articles = [words(page) for address, page in pages.items() if address.startswith("/articles/")]
    assert any("�dues�" in one for one in articles)


def test_words_from_right_to_left_have_their_own_direction(hostile: TestClient) -> None:
    (address,) = [
        f"/articles/{one['article']}"
        for one in hostile.get("/articles.json").json()["sources"]
        if one["path"] == "shalom.txt"
    ]
    (paragraph,) = read(hostile, address).xpath("//p[contains(., 'שלום')][@dir]")
    assert paragraph.get("dir") == "auto"


def test_feeds_and_pictures_of_such_articles_are_well_formed(hostile: TestClient) -> None:
    story = hostile.get("/stories.json").json()["stories"][0]["head"]["story"]
    for address in ("/stories.atom", f"/stories/{story}.atom", f"/stories/{story}/origins.svg"):
        root = etree.fromstring(hostile.get(address).content)
        assert root.xpath("//*[local-name()='script' or local-name()='iframe']") == []


def test_a_file_name_that_means_harm_is_quoted(hostile: TestClient) -> None:
    (evil,) = [
        one["article"] for one in hostile.get("/articles.json").json()["sources"] if one["path"].startswith("evil/<")
    ]
    header = hostile.get(f"/articles/{evil}/capture").headers["content-disposition"]
    assert header == "attachment; filename*=UTF-8''%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E.txt"


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"><svg onload=alert(1)>', "{{ 7 * 7 }}", "dues\u202e"])
def test_what_is_searched_for_is_escaped(hostile: TestClient, query: str) -> None:
    answer = hostile.get("/search", params={"q": query})
    page = html.document_fromstring(answer.text)
    assert page.xpath("//script[not(@src)] | //svg | //@onload") == []
    assert "\u202e" not in answer.text


@pytest.mark.parametrize(
    "address", ["/stories/%3Cscript%3E", "/%3Cscript%3E", "/people/%22%3E%3Csvg%3E", "/stories/%ff%00"]
)
def test_an_address_that_means_harm_is_escaped(hostile: TestClient, address: str) -> None:
    answer = hostile.get(address)
    assert answer.status_code == 404
    assert html.document_fromstring(answer.text).xpath("//script[not(@src)] | //svg") == []


def test_a_line_of_five_million_letters_is_shown_whole(tmp_path: Path) -> None:
    texts = {**TEXTS, "harbour/evening.txt": TEXTS["harbour/evening.txt"] + "x" * LONG + "\n"}
    client = open_client(write_record(tmp_path / "long.db", texts))
    answer = client.get("/articles/a3")
    assert answer.status_code == 200
    assert "x" * LONG in answer.text
    assert len(client.get("/articles").text) < 100_000
