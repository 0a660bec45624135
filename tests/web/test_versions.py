"""The versions of a page beside each other, also of pages that mean harm; all coverage here is invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.serving import HOSTILE, LATER, OVERRIDES, built, open_client, read, words

from onrecord.pages.revisions import revisions_page
from onrecord.records.errors import InputError
from onrecord.store import View, open_view

EVIL, SHALOM = "evil/<img src=x onerror=alert(1)>.txt", "shalom.txt"
LAST = "2031-05-14T08:00:00+00:00"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages that were changed: one means harm, one speaks from right to left; the second was changed twice."""
    path = built(HOSTILE, tmp_path_factory.mktemp("changed") / "record.db")
    evil = HOSTILE[EVIL].replace("sails for free", "sails <script>alert(7)</script> at no cost")
    shalom = (
        HOSTILE[SHALOM].replace("לכולם", "לאיש").replace("May 5, 2031", "May 5, 2031\n\nThe \u202eferries\u202c wait.")
    )
    built({EVIL: evil.replace("keeps its", "keeps all its"), SHALOM: shalom}, path, LATER)
    return built({SHALOM: shalom.replace("a long word", "a very long word")}, path, LAST)


@pytest.fixture(scope="module")
def client(record: Path) -> TestClient:
    return open_client(record)


@pytest.fixture
def view(record: Path) -> Iterator[View]:
    with open_view(record) as opened:
        yield opened


def versions(client: TestClient, path: str) -> str:
    """The address of the page of versions of what was found at the path."""
    (article,) = (one for one in client.get("/articles.json").json()["sources"] if one["path"] == path)
    return f"/articles/{article['article']}/versions"


def changes(page: html.HtmlElement, section: str) -> list[tuple[list[str], list[str]]]:
    """What was left out and put in of each paragraph of the section."""
    found = page.xpath(f"//section[@aria-labelledby='{section}']//p[@class='revision']")
    return [([words(each) for each in one.xpath("del")], [words(each) for each in one.xpath("ins")]) for one in found]


def test_what_touches_words_that_are_reported_comes_first(client: TestClient) -> None:
    page = read(client, versions(client, EVIL))
    ((out, put_in),) = changes(page, "said-h")
    assert out == ["for free"]
    assert put_in == ["<script>alert(7)</script> at no cost"]
    assert changes(page, "others-h") == [([], ["all"])]


def test_a_change_names_the_reports_of_both_versions_that_it_touches(client: TestClient) -> None:
    answer = client.get(versions(client, EVIL) + ".json").json()
    (one,) = (each for each in answer["revised"] if each["touches"])
    assert [(each["report"]["version"], each["fate"]) for each in one["touches"]] == [(1, "gone"), (2, None)]
    assert all(each["report"]["statement"] for each in one["touches"])


def test_each_version_has_its_times_its_bytes_and_their_hash(client: TestClient) -> None:
    page = read(client, versions(client, SHALOM))
    told = client.get(versions(client, SHALOM) + ".json").json()["page"]["versions"]
    assert [one["first_seen"][:10] for one in told] == ["2031-05-12", "2031-05-13", "2031-05-14"]
    rows = page.xpath("//tbody/tr")
    for one, row in zip(told, rows, strict=True):
        assert one["sha256"] in words(row)
        assert [f"/articles/{one['article']}", f"/articles/{one['article']}/capture"] == row.xpath(".//a/@href")
        assert client.get(f"/articles/{one['article']}/capture").headers["etag"] == f'"{one["sha256"]}"'


def test_which_two_are_compared_is_chosen_in_the_address(client: TestClient) -> None:
    address = versions(client, SHALOM)
    assert "From version 2 to 3" in words(read(client, address))
    page = read(client, f"{address}?earlier=1&later=3")
    assert "From version 1 to 3" in words(page)
    assert page.xpath("//option[@selected]/@value") == ["1", "3"]
    assert sum(len(changes(page, section)) for section in ("said-h", "others-h")) == 3


def test_an_article_leads_to_what_changed_in_its_page(client: TestClient) -> None:
    address = versions(client, SHALOM)
    assert address in read(client, address.removesuffix("/versions")).xpath("//a/@href")
    first = client.get(address + ".json").json()["page"]["versions"][0]["article"]
    assert "From version 1 to 2" in words(read(client, f"/articles/{first}/versions"))


@pytest.mark.parametrize(("asked", "told"), [((3, 1), "no step forward"), ((1, 4), "1 to 3"), ((2, 2), "no step")])
def test_two_versions_that_cannot_be_compared_are_told(view: View, asked: tuple[int, int], told: str) -> None:
    with pytest.raises(InputError, match=told):
        revisions_page(view, SHALOM, *asked)


def test_a_version_of_no_number_is_told_in_the_browser(client: TestClient) -> None:
    assert client.get(versions(client, SHALOM) + "?earlier=0").status_code == 422
    assert client.get(versions(client, SHALOM) + "?earlier=9").status_code == 400


def test_a_page_that_was_never_changed_says_so(client: TestClient) -> None:
    page = read(client, versions(client, "evil/second.txt"))
    assert "never found with other words" in words(page)
    assert page.xpath("//main//form") == []


def test_nothing_of_a_changed_page_becomes_part_of_this_one(client: TestClient) -> None:
    for path in (EVIL, SHALOM):
        page = read(client, versions(client, path) + ("?earlier=1" if path == SHALOM else ""))
        assert page.xpath("//iframe | //img | //main//script | //body//title | //@*[starts-with(name(), 'on')]") == []
        assert not set(OVERRIDES) & set(page.text_content())
        assert {one.get("dir") for one in page.xpath("//p[@class='revision']")} == {"auto"}
