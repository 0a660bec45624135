"""Days that one article tells of another, over the whole house."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from onrecord.annotate.rules import RulesTagger
from onrecord.engine import LocalEngine
from onrecord.pages.export import jsonl
from onrecord.pipeline import BuildOptions, build, steps_of
from onrecord.records import Basis, Capture
from onrecord.records.ids import sha256_of
from onrecord.store import View, open_view, open_writer

NOW = "2031-05-09T10:00:00+00:00"
OPTIONS = BuildOptions(tagger=RulesTagger)
DATED = """Northern Courier
Ister rejects the ferry tolls

May 5, 2031

“Nobody will pay a toll to go home on this river,” Foreign Minister Ilse Oram told reporters on Monday.
"""
UNDATED = """Oram: no toll on the way home

“Nobody will pay a toll to go home on this river,” Ilse Oram said on Monday.

The council of Vall said on Sunday that the ferries sail later on Monday.

Oram said nobody would pay.
"""
RECALLED = """The river of tolls: a history

The river has seen many tolls.

It has seen many wars.

Few remember them.

“Nobody will pay a toll to go home on this river,” Ilse Oram once said.
"""


def capture(text: str, path: str) -> Capture:
    content = text.encode()
    return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=path)


FILES = (capture(DATED, "dated.txt"), capture(UNDATED, "undated.txt"), capture(RECALLED, "recalled.txt"))


def add(record: Path, *captures: Capture) -> None:
    with open_writer(record, steps_of(OPTIONS)) as writer, LocalEngine(processes=1) as engine:
        build(captures, writer, engine, OPTIONS, NOW)


def said(view: View, path: str) -> list[str | None]:
    return [each.said_on for each in view.attributions(view.find_article(path).id)]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    add(tmp_path / "record.db", *FILES)
    return tmp_path / "record.db"


def test_an_undated_article_has_the_day_that_a_dated_one_tells_and_says_that_it_is_inferred(record: Path) -> None:
    with open_view(record) as view:
        article = view.find_article("undated.txt")
        assert (article.published, article.published_basis) == ("2031-05-05", Basis.INFERRED)


def test_the_reasons_of_an_inferred_day_name_the_words_and_the_outlet(record: Path) -> None:
    with open_view(record) as view:
        day = view.article_day(view.find_article("undated.txt").id)
    assert day is not None
    assert day.reasons == (
        "“Nobody will pay a toll to go …” is dated 2031-05-05 by Northern Courier",
        "the only day that fits the days it names",
    )


def test_weekdays_of_the_undated_article_are_days_now(record: Path) -> None:
    with open_view(record) as view:
        assert said(view, "undated.txt")[:2] == ["2031-05-05", "2031-05-04"]


def test_an_article_that_only_recalls_the_words_has_no_day(record: Path) -> None:
    with open_view(record) as view:
        assert view.find_article("recalled.txt").published is None


def test_a_report_without_a_day_has_that_of_its_statement_and_names_the_reason(record: Path) -> None:
    with open_view(record) as view:
        (attribution,) = view.attributions(view.find_article("recalled.txt").id)
    assert (attribution.said_on, attribution.said_basis) == ("2031-05-05", "another report of the same statement")


def test_a_report_that_came_out_days_later_keeps_its_doubt(record: Path) -> None:
    later = """Harbour Daily
Vall hears the minister again

May 9, 2031

“Nobody will pay a toll to go home on this river,” Ilse Oram said.
"""
    add(record, capture(later, "later.txt"))
    with open_view(record) as view:
        assert said(view, "later.txt") == [None]


def test_readings_stay_what_each_capture_alone_gave(record: Path) -> None:
    with open_view(record) as view:
        reading = view.reading(view.find_article("undated.txt").id)
    assert reading is not None
    assert reading.article.published is None
    assert all(each.said_on is None for each in reading.attributions)


def test_without_the_dated_article_nothing_is_inferred(tmp_path: Path) -> None:
    add(tmp_path / "record.db", *FILES[1:])
    with open_view(tmp_path / "record.db") as view:
        assert [article.published for article in view.articles()] == [None, None]


def test_the_order_of_builds_changes_no_day(tmp_path: Path, record: Path) -> None:
    with open_view(record) as view:
        wanted = b"".join(jsonl(view))
    for number, order in enumerate(itertools.permutations(FILES)):
        other = tmp_path / f"other-{number}.db"
        for each in order:
            add(other, each)
        with open_view(other) as view:
            assert b"".join(jsonl(view)) == wanted
