"""Every page in a real browser: no error, nothing from another host, nothing that axe-core objects to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.web.serving import HOSTILE, LATER, addresses, built, open_client, served

pytestmark = pytest.mark.slow

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXAMPLES = Path(__file__).parents[2] / "examples" / "coverage"
LOOKS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
}
KNOWN = "to its editors alone"
PAGES = (
    "stories", "story", "part of a story", "whole story", "origins of a story", "statement", "origins of a statement",
    "positions", "compare", "articles", "article", "place in an article", "rejected", "people", "person", "search",
    "no search", "saved searches", "judgements", "versions", "docs",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A server of its own process, and the addresses of its pages."""

    base: str
    pages: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What went wrong on a page while it was looked at."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


def serve(record: Path) -> Iterator[Served]:
    with served(record) as base:
        yield Served(base=base, pages={**addresses(open_client(record)), "docs": "/docs"})


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.md"))}
    texts |= {path.name: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("[c-v]*[a-z].txt"))}
    record = built(texts, tmp_path_factory.mktemp("examples") / "record.db")
    brief = texts["quenzagazette_brief_kaldavia.txt"].replace("A river is not a gift", "A river is no gift")
    yield from serve(built({"quenzagazette_brief_kaldavia.txt": brief}, record, LATER))


@pytest.fixture(scope="module")
def evil(hostile_record: Path) -> Iterator[Served]:
    yield from serve(hostile_record)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    record = built(HOSTILE, tmp_path_factory.mktemp("own") / "own.db")
    with served(record, "--edit", "--token", KNOWN) as base:
        yield Served(base=base, pages=addresses(open_client(record)))


@pytest.fixture(scope="module")
def nothing(empty_record: Path) -> Iterator[Served]:
    yield from serve(empty_record)


def look(browser: Browser, shown: Served, address: str, **how: Any) -> tuple[Page, Seen]:
    """The page in a window of its own, and what was wrong with it."""
    page = browser.new_context(**how).new_page()
    seen = Seen()
    page.on("console", lambda told: seen.errors.append(told.text) if told.type in {"error", "warning"} else None)
    page.on("pageerror", lambda failure: seen.errors.append(str(failure)))
    page.on("dialog", lambda dialog: seen.errors.append(f"dialog: {dialog.message}"))
    page.on("request", lambda asked: seen.strangers.append(asked.url) if not asked.url.startswith(shown.base) else None)
    page.goto(f"{shown.base}{address}")
    page.wait_for_load_state("networkidle")
    return page, seen


def violations(page: Page) -> list[str]:
    """What axe-core objects to."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run({{runOnly: {{type: 'tag', values: {json.dumps(RULES)}}}}})")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]


def is_wider_than_its_window(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def hold(browser: Browser, shown: Served, address: str, look_of: str) -> None:
    page, seen = look(browser, shown, address, **LOOKS[look_of])
    assert seen == Seen()
    assert violations(page) == []
    assert not is_wider_than_its_window(page)
    page.context.close()


@pytest.mark.parametrize("look_of", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_without_fault(browser: Browser, examples: Served, name: str, look_of: str) -> None:
    hold(browser, examples, examples.pages[name], look_of)


@pytest.mark.parametrize("look_of", LOOKS)
def test_an_empty_record_is_without_fault(browser: Browser, nothing: Served, look_of: str) -> None:
    hold(browser, nothing, "/stories", look_of)


@pytest.mark.parametrize("name", ["stories", "story", "statement", "article", "person", "positions", "compare"])
def test_articles_that_mean_harm_do_none(browser: Browser, evil: Served, name: str) -> None:
    hold(browser, evil, evil.pages[name], "phone")


def test_every_article_that_means_harm_does_none(browser: Browser, evil: Served, hostile_record: Path) -> None:
    for one in open_client(hostile_record).get("/articles.json").json()["sources"]:
        hold(browser, evil, f"/articles/{one['article']}", "desk")


def test_a_choice_changes_the_page_and_its_address_without_loading_it(browser: Browser, examples: Served) -> None:
    page, seen = look(browser, examples, examples.pages["story"])
    before = page.inner_text("#found [role=status]")
    page.evaluate("window.stayed = true")
    page.select_option("select[name=outlet]", index=1)
    page.wait_for_url("**outlet=*")
    page.locator("#found .chip").first.wait_for()
    assert page.inner_text("#found [role=status]") != before
    assert page.evaluate("window.stayed")
    page.go_back()
    page.locator("#found .chip").first.wait_for(state="detached")
    assert page.inner_text("#found [role=status]") == before
    assert seen == Seen()


def test_without_javascript_a_story_is_narrowed_by_its_button(browser: Browser, examples: Served) -> None:
    page, _ = look(browser, examples, examples.pages["story"], java_script_enabled=False)
    page.select_option("select[name=outlet]", index=1)
    page.click("form.narrow button")
    assert "outlet=" in page.url
    assert page.locator("#found .chip").count() == 1


def test_a_story_has_a_picture_of_its_days(browser: Browser, examples: Served) -> None:
    page, seen = look(browser, examples, examples.pages["story"])
    page.wait_for_selector("figure[data-chart] svg[role=img]")
    assert page.locator("figure[data-chart] circle").count() > 3
    assert seen == Seen()


def test_a_number_leads_to_the_marked_words(browser: Browser, examples: Served) -> None:
    page, _ = look(browser, examples, examples.pages["story"])
    page.click("#positions .cites a >> nth=0")
    page.wait_for_load_state()
    assert page.url.endswith("#here")
    assert page.locator("mark").first.is_visible()


def test_a_place_in_what_was_left_out_is_open(browser: Browser, examples: Served) -> None:
    page, _ = look(browser, examples, examples.pages["article"])
    assert page.locator("details.furniture").first.get_attribute("open") is None
    furniture = page.evaluate("document.querySelector('details.furniture p').textContent.trim().slice(0, 5)")
    text = page.request.get(f"{examples.base}{examples.pages['article']}/text").text()
    start = text.index(furniture)
    page.goto(f"{examples.base}{examples.pages['article']}?at={start}-{start + 5}#here")
    assert page.locator("details.furniture mark").first.is_visible()


def test_all_is_reached_by_keys(browser: Browser, examples: Served) -> None:
    page, _ = look(browser, examples, examples.pages["story"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_brief_is_printed_with_the_places_of_its_numbers(browser: Browser, examples: Served) -> None:
    page, _ = look(browser, examples, examples.pages["story"])
    assert not page.locator("#sources .printed").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("#sources .printed").first.is_visible()
    assert not page.locator("header.bar").is_visible()


def test_an_editor_enters_the_token_and_pastes_an_article(browser: Browser, own: Served) -> None:
    page, seen = look(browser, own, "/add", **LOOKS["phone"])
    page.click("main a >> text=Enter the token")
    assert violations(page) == []
    page.fill("input[name=token]", KNOWN)
    page.click("main button")
    page.wait_for_selector("textarea")
    assert violations(page) == []
    page.fill(
        "textarea", "Harbour Daily\nSund keeps its dues\n\nMay 6, 2031\n\n“The dues stay,” Ilse Oram said on Monday."
    )
    page.click("main button")
    page.wait_for_url("**/articles/*")
    assert "Sund keeps its dues" in page.inner_text("h1")
    page.goto(f"{own.base}{own.pages['person']}")
    assert page.locator("form.write").count() == 3
    assert violations(page) == []
    assert seen == Seen()
