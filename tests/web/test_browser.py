"""Every page in a real browser: no error, nothing from another host, nothing that axe-core objects to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.serving import HOSTILE, LATER, OVERRIDES, addresses, built, open_client, served

from onrecord.pages.charts import story_chart
from onrecord.pages.formats.json_page import encode
from onrecord.pages.narrowing import Narrowing
from onrecord.store import open_view

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
    record: Path
    pages: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What went wrong on a page while it was looked at."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


def serve(record: Path) -> Iterator[Served]:
    with served(record) as base:
        yield Served(base=base, record=record, pages={**addresses(open_client(record)), "docs": "/docs"})


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
        yield Served(base=base, record=record, pages=addresses(open_client(record)))


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
    before = page.inner_text("#found .found")
    page.evaluate("window.stayed = true")
    page.select_option("select[name=outlet]", index=1)
    page.wait_for_url("**outlet=*")
    page.locator("#found .chip").first.wait_for()
    assert page.inner_text("#found .found") != before
    assert page.evaluate("window.stayed")
    page.go_back()
    page.locator("#found .chip").first.wait_for(state="detached")
    assert page.inner_text("#found .found") == before
    assert seen == Seen()


def test_without_javascript_a_story_is_narrowed_by_its_button(browser: Browser, examples: Served) -> None:
    page, _ = look(browser, examples, examples.pages["story"], java_script_enabled=False)
    page.select_option("select[name=outlet]", index=1)
    page.click("form.narrow button")
    assert "outlet=" in page.url
    assert page.locator("#found .chip").count() == 1


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
    assert page.locator("figure[data-chart] svg").first.is_visible()
    assert not page.locator("figure[data-chart] .reading").is_visible()


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
    assert page.locator("form.write").count() == 4
    assert violations(page) == []
    assert seen == Seen()


MARKS = "figure[data-chart] a.mark"


def drawn(browser: Browser, shown: Served, address: str, **how: Any) -> tuple[Page, Seen]:
    """The page with its chart drawn."""
    page, seen = look(browser, shown, address, **how)
    page.locator(MARKS).first.wait_for()
    return page, seen


def chart_of(page: Page, shown: Served) -> dict[str, Any]:
    """What the page's chart is drawn from."""
    source = page.locator("figure[data-chart]").get_attribute("data-source")
    found: dict[str, Any] = page.request.get(f"{shown.base}{source}").json()
    return found


def turned(examples: Served, page: Page) -> str:
    """The address of a party whose line changed."""
    brief = page.request.get(f"{examples.base}{examples.pages['story']}.json").json()["brief"]
    return next(f"/people/{one['actor']}" for one in brief["positions"] if one["before"])


def test_a_story_has_a_mark_for_each_statement_that_has_a_day(browser: Browser, examples: Served) -> None:
    page, seen = drawn(browser, examples, examples.pages["story"])
    chart = chart_of(page, examples)
    assert page.locator(f"{MARKS}[href^='/statements/']").count() == len(chart["marks"]) > 5
    assert page.locator(f"{MARKS} .event").count() == len(chart["happenings"]) > 0
    assert str(chart["undated"]) in page.inner_text("figure .aside")
    assert seen == Seen()


def test_a_mark_says_who_what_and_who_reports_it_and_leads_there(browser: Browser, examples: Served) -> None:
    page, _ = drawn(browser, examples, examples.pages["story"])
    one = next(one for one in chart_of(page, examples)["marks"] if one["temper"] == "refusing")
    mark = page.locator(f"{MARKS}[href='/statements/{one['statement']}']")
    name = mark.get_attribute("aria-label") or ""
    assert all(part in name for part in (one["speaker"], one["line"], one["words"], one["outlets"][0], one["origins"]))
    mark.hover()
    assert all(part in page.inner_text("figure .reading") for part in (one["speaker"], one["words"], one["origins"]))
    mark.click()
    page.wait_for_url(f"**/statements/{one['statement']}")


def test_a_chart_is_one_stop_of_tab_and_arrows_go_on_from_mark_to_mark(browser: Browser, examples: Served) -> None:
    page, _ = drawn(browser, examples, examples.pages["story"])
    assert page.locator(f"{MARKS}[tabindex='0']").count() == 1
    page.focus(f"{MARKS}[tabindex='0']")
    met = []
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home"):
        page.keyboard.press(key)
        met.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        assert page.evaluate("document.activeElement.matches('a.mark:focus-visible[tabindex=\"0\"]')")
    assert met[1] == met[3] != met[2] != met[4]
    assert page.locator(f"{MARKS}[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/*")


def test_the_legend_has_the_shape_and_the_words_of_every_kind(browser: Browser, examples: Served) -> None:
    page, _ = drawn(browser, examples, examples.pages["story"])
    kinds = page.eval_on_selector_all("figure [data-kind]", "all => all.map(one => one.dataset.kind)")
    assert {one["temper"] or "none" for one in chart_of(page, examples)["marks"]} <= set(kinds)
    shapes = page.eval_on_selector_all(
        f"{MARKS} path.shape", "all => [...new Set(all.map(one => one.className.baseVal + one.getAttribute('d')))]"
    )
    assert len(shapes) == len({one["temper"] for one in chart_of(page, examples)["marks"]}) > 1


def test_a_finger_is_told_of_a_mark_before_it_opens_it(browser: Browser, examples: Served) -> None:
    page, _ = drawn(browser, examples, examples.pages["story"], has_touch=True, is_mobile=True, **LOOKS["phone"])
    page.locator(f"{MARKS}[href^='/statements/']").first.tap()
    page.locator("figure .reading a.open").wait_for()
    assert "/stories/" in page.url
    page.tap("figure .reading a.open")
    page.wait_for_url("**/statements/*")


def test_a_person_has_a_chart_and_the_same_in_a_table(browser: Browser, examples: Served) -> None:
    page, seen = look(browser, examples, examples.pages["stories"])
    page.goto(f"{examples.base}{turned(examples, page)}")
    page.locator(MARKS).first.wait_for()
    assert page.locator(f"{MARKS} .turn").count() > 0
    told = {(one["line"], f"{one['score']:+g}".replace("-", "−")) for one in chart_of(page, examples)["marks"]}
    rows = page.locator("table.lines tbody tr")
    shown = {(row.locator("th > span[dir]").inner_text(), row.locator("td.number").inner_text()) for row in rows.all()}
    assert told <= shown
    assert violations(page) == []
    assert seen == Seen()


def test_where_much_was_said_bars_lead_to_the_part_that_they_count(browser: Browser, examples: Served) -> None:
    page, seen = look(browser, examples, examples.pages["stories"])
    with open_view(examples.record) as view:
        story = examples.pages["story"].rpartition("/")[2]
        found = story_chart(view, story, Narrowing(), most_marks=0)
    page.route("**/chart.json*", lambda route: route.fulfill(body=encode(found), content_type="application/json"))
    page.goto(f"{examples.base}{examples.pages['story']}")
    page.locator(MARKS).first.wait_for()
    assert page.locator(f"{MARKS} rect").count() >= len(found.bars) > 0
    bar = max(found.bars, key=lambda one: one.statements)
    party = found.rows[bar.row].name
    page.locator(f'{MARKS}[aria-label^="{bar.day}, {party}: {bar.statements} statements"]').click()
    page.wait_for_url("**?party=*")
    assert page.inner_text("#found .found").startswith(f"{bar.statements} statements")
    assert violations(page) == []
    assert seen == Seen()


def test_what_a_chart_shows_of_an_article_is_text_that_turns_nothing_round(browser: Browser, examples: Served) -> None:
    page, seen = look(browser, examples, examples.pages["stories"])
    with open_view(examples.record) as view:
        found = story_chart(view, examples.pages["story"].rpartition("/")[2], Narrowing())
    harm = "\u202edues\u202c </text><img src=x onerror=alert(1)>"
    rows = tuple(replace(one, name=one.name and harm) for one in found.rows)
    meant = replace(found, rows=rows, marks=tuple(replace(one, words=harm, speaker=harm) for one in found.marks))
    page.route("**/chart.json*", lambda route: route.fulfill(body=encode(meant), content_type="application/json"))
    page.goto(f"{examples.base}{examples.pages['story']}")
    page.locator(MARKS).first.wait_for()
    shown = page.locator("figure[data-chart]").inner_html()
    assert not set(shown) & set(OVERRIDES)
    assert "\ufffddues\ufffd &lt;/text&gt;&lt;img" in shown
    assert page.locator("figure img").count() == 0
    assert seen == Seen()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["no-preference", "more"])
def test_marks_stand_out_from_the_paper(browser: Browser, examples: Served, scheme: str, contrast: str) -> None:
    page, _ = drawn(browser, examples, examples.pages["story"], color_scheme=scheme, contrast=contrast)
    colours = page.evaluate(
        """() => ['willing', 'asking', 'blaming', 'refusing', 'hostile', 'none', 'paper', 'alert'].map((one) =>
             getComputedStyle(document.documentElement).getPropertyValue(`--${one}`).trim())"""
    )
    *inks, paper, ring = map(luminance, colours)
    for ink in (*inks, ring):
        assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 3


def luminance(colour: str) -> float:
    """How bright it is, from 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""  # WCAG 2.2, 1.4.12


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_no_wider_than_a_small_phone(browser: Browser, examples: Served, name: str) -> None:
    page, _ = look(browser, examples, examples.pages[name], viewport={"width": 320, "height": 640}, bypass_csp=True)
    assert not is_wider_than_its_window(page)
    page.add_style_tag(content=SPACED)
    assert not is_wider_than_its_window(page)
    page.context.close()


def test_what_a_choice_leaves_is_announced_and_the_choice_keeps_the_focus(browser: Browser, examples: Served) -> None:
    page, _ = drawn(browser, examples, examples.pages["story"])
    page.focus("select[name=outlet]")
    page.select_option("select[name=outlet]", index=1)
    page.locator("#found .chip").first.wait_for()
    expect(page.locator("#announced")).to_contain_text("statements with outlet")
    assert page.evaluate("document.activeElement.name") == "outlet"
    assert page.locator("figure[data-chart]").get_attribute("data-source") != ""


def test_a_chart_follows_what_the_story_is_narrowed_to(browser: Browser, examples: Served) -> None:
    page, seen = drawn(browser, examples, examples.pages["story"])
    before = page.locator(f"{MARKS}[href^='/statements/']").count()
    page.select_option("select[name=party]", value=chart_of(page, examples)["rows"][0]["name"])
    page.locator("#found .chip").first.wait_for()
    page.locator(MARKS).first.wait_for()
    assert 0 < page.locator(f"{MARKS}[href^='/statements/']").count() < before
    assert seen == Seen()
