"""Pages of a record in which one page was found three times; all coverage here is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.test_laws import add
from tests.test_versions import FIRST, NORTH, OTHERS, THIRD, VENN, at

from onrecord.engine import LocalEngine
from onrecord.pages import ask
from onrecord.pages.changes import Fared, changes
from onrecord.pages.formats import Format, Look, render
from onrecord.pages.versions import HistoryPage, history_page, versions_page
from onrecord.records import Fate
from onrecord.records.errors import InputError
from onrecord.store import View, open_view


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """A file with a paragraph that goes out, and then with another figure."""
    record: Path = tmp_path_factory.mktemp("versions") / "record.db"
    add(record, [*OTHERS, at(4, FIRST), at(5, NORTH), at(6, THIRD)], LocalEngine())
    with open_view(record) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(view: View) -> HistoryPage:
    return history_page(view, "north.txt")


def shown(view: View, question: str, *asked: object) -> str:
    return " ".join(render(ask(question)(view, *asked), Format.TEXT, Look()).split())


def test_the_versions_come_in_order_with_the_days_on_which_they_were_found(page: HistoryPage) -> None:
    assert [(one.number, one.path, one.first_seen[:10]) for one in page.page.versions] == [
        (1, "north.txt@1", "2031-05-04"),
        (2, "north.txt@2", "2031-05-05"),
        (3, "north.txt", "2031-05-06"),
    ]


def test_what_was_left_out_and_what_was_changed_is_told_step_by_step(page: HistoryPage) -> None:
    first, second = page.steps
    (out,), (changed,) = first.paragraphs, second.paragraphs
    assert (out.fared, out.pieces[0].span.exact) == (Fared.LEFT_OUT, VENN)
    assert changed.fared is Fared.CHANGED
    assert [(piece.change.value, piece.span.exact) for piece in changed.pieces if piece.change != "same"] == [
        ("left out", "20"),
        ("put in", "25"),
    ]


def test_every_piece_of_a_change_stands_in_its_version(view: View, page: HistoryPage) -> None:
    pieces = [piece for step in page.steps for one in step.paragraphs for piece in one.pieces]
    for piece in pieces:
        article = view.article(piece.article)
        assert article is not None
        assert article.text[piece.span.start : piece.span.end] == piece.span.exact


def test_what_is_no_longer_reported_is_listed_once_with_the_reason(page: HistoryPage) -> None:
    assert [(one.report.speaker, one.report.version, one.fate, one.withdrawn) for one in page.lost] == [
        ("Karl Venn", 1, Fate.GONE, True),
        ("ferry company", 2, Fate.GONE, True),
    ]
    assert all(one.reasons for one in page.lost)


def test_what_is_new_in_the_latest_version_is_listed(page: HistoryPage) -> None:
    assert [one.words for one in page.new] == [
        "About 25 percent of the passengers have stayed away since the tolls began"
    ]


def test_the_page_can_be_asked_for_by_any_of_its_versions(view: View, page: HistoryPage) -> None:
    assert history_page(view, "north.txt@1") == page
    assert history_page(view, page.page.versions[1].article) == page


def test_an_article_of_one_version_has_no_history(view: View) -> None:
    found = history_page(view, "coast.txt")
    assert (len(found.page.versions), found.steps, found.lost, found.new) == (1, (), (), ())


def test_a_version_that_is_not_there_is_an_error(view: View) -> None:
    with pytest.raises(InputError, match=r"north\.txt@4"):
        history_page(view, "north.txt@4")


@pytest.mark.parametrize("form", [Format.TEXT, Format.MD, Format.HTML])
def test_every_format_shows_what_was_left_out(page: HistoryPage, form: Format) -> None:
    assert "disgrace to the nation" in " ".join(render(page, form, Look()).split())


def test_json_has_the_whole_page(page: HistoryPage) -> None:
    told = json.loads(render(page, Format.JSON, Look()))
    assert [one["number"] for one in told["page"]["versions"]] == [1, 2, 3]


def test_all_pages_with_several_versions_are_listed_with_the_command_that_shows_one(view: View) -> None:
    found = versions_page(view, "r.db")
    assert [one.path for one in found.pages] == ["north.txt"]
    told = " ".join(render(found, Format.TEXT, Look()).split())
    assert "1 page with several versions" in told
    assert "onrecord versions r.db north.txt" in told


def test_a_version_with_the_same_text_has_no_changes(view: View) -> None:
    article = view.find_article("north.txt")
    same, changed = changes(article, article)
    assert (same > 0, changed) == (True, ())


def test_an_earlier_version_says_that_it_is_one_and_what_of_it_is_gone(view: View) -> None:
    told = shown(view, "text", "north.txt@1")
    assert "An earlier version of the page, number 1 of 3." in told
    assert told.count("not in the latest version") == 2


def test_the_latest_version_says_that_there_are_others(view: View) -> None:
    assert "The latest of three versions." in shown(view, "text", "north.txt")


def test_who_said_what_is_withdrawn_is_told_with_the_version_in_which_it_stood(view: View) -> None:
    told = shown(view, "who", "Karl Venn")
    assert "withdrawn: no longer in the latest version" in told
    assert "north.txt@1" in told


def test_what_is_withdrawn_is_on_no_page_of_the_story(view: View) -> None:
    for question in ("timeline", "positions", "differ", "origins"):
        assert "disgrace" not in shown(view, question)
    assert "disgrace" not in shown(view, "brief", "r.db")


def test_search_finds_what_several_versions_have_once(view: View) -> None:
    (hit,) = [one for one in view.search("nobody will be asked to") if view.location(one.article) == "north.txt"]
    assert view.version_of(hit.article) is None


def test_search_finds_what_only_an_earlier_version_has(view: View) -> None:
    (hit,) = view.search("disgrace")
    assert view.version_of(hit.article) == view.find_article("north.txt").id
