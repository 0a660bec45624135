"""An editor's day in a real browser: what is added and judged on pages is in the record and on the next page."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from tests.read.server import Answer, serving
from tests.web.serving import HOSTILE, built, served
from tests.web.test_browser import KNOWN, LOOKS, Seen, Served, look, violations

from onrecord.cli.desk import Desk
from onrecord.read import WebOptions
from onrecord.records import Actor
from onrecord.store import open_view
from onrecord.web.app import create_app
from onrecord.web.options import ServeOptions

pytestmark = pytest.mark.slow

QUOTED = "“The dues stay, and nobody sails for free while I hold the keys of the harbour,”"
PASTED = f"Harbour Daily\nSund keeps its dues\n\nMay 6, 2031\n\n{QUOTED} Port Minister Ilse Oram said on Monday.\n"
SENT = f"""Evening Quay
Oram firm on dues

May 7, 2031

{QUOTED} Port Minister Ilse Oram said.

Her spokesman, Senn Dorrit, said the quay stays open.
"""
LOOK = LOOKS["phone"]


@dataclass(slots=True)
class Editor:
    """Someone at a window who knows the token, and the record that lies behind the pages."""

    page: Page
    base: str
    record: Path
    scripts: bool

    def go(self, address: str) -> None:
        self.page.goto(f"{self.base}{address}")
        self.faultless()

    def faultless(self) -> None:
        """What is shown is without fault; axe itself is a script."""
        if self.scripts:
            assert violations(self.page) == []

    def send(self, form: str, **typed: str) -> None:
        """The form is signed and sent, and the page to which it leads is without fault."""
        shown = self.page.locator(f"form[action$='/{form}']")
        for name, value in typed.items():
            shown.locator(f"input[name={name}]:not([type=checkbox])").fill(value)
        shown.locator("input[name=by]").fill("Ada")
        shown.locator("button").click()
        self.page.wait_for_load_state("networkidle")
        self.faultless()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs them."""
    runs: bool = request.param
    return runs


@pytest.fixture
def editor(browser: Browser, tmp_path: Path, *, scripts: bool) -> Iterator[Editor]:
    record = built(HOSTILE, tmp_path / "own.db")
    with served(record, "--edit", "--token", KNOWN) as base, entered(browser, base, record, scripts=scripts) as editor:
        yield editor


@contextmanager
def entered(browser: Browser, base: str, record: Path, *, scripts: bool) -> Iterator[Editor]:
    """Someone who has entered the token, and met nothing that went wrong when the context ends."""
    shown = Served(base=base, record=record, pages={})
    page, seen = look(browser, shown, "/enter?next=/add", java_script_enabled=scripts, **LOOK)
    page.fill("main input[name=token]", KNOWN)
    page.click("main button")
    page.wait_for_selector("textarea")
    yield Editor(page=page, base=base, record=record, scripts=scripts)
    assert seen == Seen()
    page.context.close()


@contextmanager
def served_here(record: Path, web: WebOptions) -> Iterator[str]:
    """The address at which this process serves the record to editors, whose pages are fetched by these options."""
    app = create_app(ServeOptions(record=record, token=KNOWN, edit=True), Desk(record=record, web=web))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving_on = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        serving_on.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            serving_on.join()


def add_both(editor: Editor) -> tuple[str, str]:
    """An article is pasted, another one sent as a file; the reports in them of one quotation."""
    editor.go("/add")
    editor.page.fill("textarea", PASTED)
    editor.page.click("main button")
    editor.page.wait_for_url("**/articles/*")
    editor.go("/add")
    editor.page.set_input_files(
        "input[type=file]", {"name": "quay-evening.txt", "mimeType": "text/plain", "buffer": SENT.encode()}
    )
    editor.page.click("main button")
    editor.page.wait_for_url("**/articles/*")
    editor.faultless()
    with open_view(editor.record) as view:
        first, second = (one.id for one in view.attributions() if "keys of the harbour" in one.text)
        return first, second


def statement_of(editor: Editor, report: str) -> str | None:
    with open_view(editor.record) as view:
        return view.statement_of(report)


def called(editor: Editor, name: str) -> list[Actor]:
    with open_view(editor.record) as view:
        return [one for one in view.actors() if one.name == name]


def test_a_page_is_added_by_its_address_and_one_that_is_not_there_is_told(
    browser: Browser, tmp_path: Path, *, scripts: bool
) -> None:
    record = built(HOSTILE, tmp_path / "own.db")
    body = "".join(f"<p>{line}</p>" for line in PASTED.splitlines() if line)
    with serving() as outlet:
        outlet.answers["/dues"] = Answer(body=f"<html><body><article>{body}</article></body></html>".encode())
        web = WebOptions(allowed_hosts=frozenset({outlet.host}), pause_seconds=0)
        with served_here(record, web) as base, entered(browser, base, record, scripts=scripts) as editor:
            editor.page.fill("input[name=url]", outlet.url("/dues"))
            editor.page.click("main button")
            editor.page.wait_for_url("**/articles/*")
            editor.faultless()
            assert "nobody sails for free while I hold the keys" in editor.page.inner_text("main")
            assert outlet.url("/dues") in editor.page.inner_text("main")
            editor.go("/add")
            editor.page.fill("input[name=url]", outlet.url("/none"))
            editor.page.click("main button")
            editor.page.wait_for_url("**/rejected")
            editor.faultless()
            assert "there is no such page (404)" in editor.page.inner_text("main")
    with open_view(record) as view:
        article = view.find_article(outlet.url("/dues"))
        assert QUOTED in [one.text for one in view.attributions(article.id)]


def test_statements_are_separated_and_joined_and_it_is_in_the_record(editor: Editor) -> None:
    first, second = add_both(editor)
    assert statement_of(editor, first) == statement_of(editor, second)
    editor.go(f"/statements/{statement_of(editor, first)}")
    editor.page.check(f"form[action$='/separate'] input[value={second}]")
    editor.send("separate", why="said again on Tuesday")
    assert statement_of(editor, first) != statement_of(editor, second)
    assert "said again on Tuesday" in editor.page.inner_text("[aria-labelledby=judged-h]")
    assert editor.page.locator(".versions > li").count() == 1
    editor.go(f"/statements/{statement_of(editor, first)}")
    editor.page.check(f"form[action$='/join'] input[value={statement_of(editor, second)}]")
    editor.send("join", why="it was the same evening")
    assert statement_of(editor, first) == statement_of(editor, second)
    assert editor.page.locator(".versions > li").count() == 2
    assert "does not hold where a later one says otherwise" in editor.page.inner_text("[aria-labelledby=judged-h]")
    editor.page.click("text=Take back number 2")
    editor.page.wait_for_url("**/judgements")
    assert statement_of(editor, first) != statement_of(editor, second)


def test_people_are_separated_joined_and_renamed_and_it_is_in_the_record(editor: Editor) -> None:
    add_both(editor)
    (oram,) = called(editor, "Ilse Oram")
    editor.go(f"/people/{oram.id}")
    editor.page.click("form[action$='/separate'] summary")
    editor.page.check("form[action$='/separate'] label:has-text('quay-evening.txt') input")
    editor.send("separate", why="her cousin")
    assert len(called(editor, "Ilse Oram")) == 2
    one, other = (each.id for each in called(editor, "Ilse Oram"))
    editor.go(f"/people/{one}")
    editor.send("join", other=other, why="she has no cousin")
    (oram,) = called(editor, "Ilse Oram")
    editor.go(f"/people/{oram.id}")
    editor.send("rename", name="Ilse Oram-Tarn", why="she married")
    assert editor.page.inner_text("h1") == "Ilse Oram-Tarn"
    assert [each.id for each in called(editor, "Ilse Oram-Tarn")] == [oram.id]
    editor.go("/judgements")
    assert editor.page.locator("main ol.sources > li").count() == 3
    editor.page.click("text=Take back number 3")
    editor.page.wait_for_load_state("networkidle")
    assert [each.id for each in called(editor, "Ilse Oram")] == [oram.id]


def test_what_no_article_tells_of_a_person_is_told_and_it_is_in_the_record(editor: Editor) -> None:
    add_both(editor)
    (oram,) = called(editor, "Ilse Oram")
    editor.go(f"/people/{oram.id}")
    editor.send("describe", role="harbour warden", wikidata="Q900001", why="the gazette")
    assert "Wikidata Q900001" in editor.page.inner_text("main .lede")
    assert "harbour warden" in editor.page.inner_text("main dl.facts")
    assert "the gazette" in editor.page.inner_text("[aria-labelledby=judged-h]")
    (oram,) = called(editor, "Ilse Oram")
    assert (oram.wikidata, "harbour warden" in {one.role for one in oram.roles}) == ("Q900001", True)


def test_the_address_of_a_statement_that_was_joined_away_still_leads_to_its_reports(editor: Editor) -> None:
    first, _ = add_both(editor)
    with open_view(editor.record) as view:
        (other,) = (one.id for one in view.statements() if "quay stays open" in one.text)
    one = statement_of(editor, first)
    editor.go(f"/statements/{one}")
    editor.send("join", other=other, why="one breath")
    (gone,) = {one, other} - {statement_of(editor, first)}
    editor.go(f"/statements/{gone}")
    assert editor.page.url.partition("?")[0].endswith(f"/statements/{statement_of(editor, first)}")
    assert f"{gone}, to which your link led" in " ".join(editor.page.inner_text("main .moved").split())


def test_boxes_to_tick_are_of_one_size_however_long_what_they_say(editor: Editor) -> None:
    first, _ = add_both(editor)
    editor.go(f"/statements/{statement_of(editor, first)}")
    boxes = [one.bounding_box() for one in editor.page.locator("form[action$='/assign'] input[type=checkbox]").all()]
    assert {(round(one["width"]), round(one["height"])) for one in boxes if one} == {(24, 24)}


def test_a_report_is_given_to_somebody_else_and_it_is_in_the_record(editor: Editor) -> None:
    first, _ = add_both(editor)
    editor.go(f"/statements/{statement_of(editor, first)}")
    editor.page.check(f"form[action$='/assign'] input[value={first}]")
    editor.send("assign", speaker="Senn Dorrit", why="he read it out")
    with open_view(editor.record) as view:
        report = view.attribution(first)
    assert report is not None
    assert report.speaker_name == "Senn Dorrit"
    assert "he read it out" in editor.page.inner_text("[aria-labelledby=judged-h]")
