from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.pages.coverage import TEXTS, write_record

import onrecord
from onrecord.records import Discrepancy, Position, Statement


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_record(tmp_path_factory.mktemp("record") / "harbour.db")


@pytest.fixture
def record(path: Path) -> Iterator[onrecord.Record]:
    with onrecord.open_record(path) as opened:
        yield opened


def cells(html: str) -> list[str]:
    """The text of every cell of the tables in the HTML."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
            if tag in {"td", "th"}:
                found.append("")

        def handle_data(self, data: str) -> None:
            if found:
                found[-1] += data

    Reader().feed(html)
    return found


def test_statements_positions_and_discrepancies_are_the_frozen_types(record: onrecord.Record) -> None:
    assert {type(one) for one in record.statements()} == {Statement}
    assert {type(one) for one in record.positions()} == {Position}
    assert {type(one) for one in record.discrepancies()} == {Discrepancy}


def test_a_list_can_be_iterated_again(record: onrecord.Record) -> None:
    statements = record.statements()
    assert [one.id for one in statements] == [one.id for one in statements] == ["s1", "s2", "s5", "s3", "s4"]


def test_the_statements_of_an_actor_are_given_alone(record: onrecord.Record) -> None:
    assert [one.id for one in record.statements(actor=record.actor("Oram"))] == ["s1", "s2", "s5"]


def test_a_report_leads_to_the_words_in_its_article(record: onrecord.Record) -> None:
    (statement,) = (one for one in record.statements() if one.id == "s2")
    for report in record.reports(statement):
        text = record.article(report.article).text
        assert all(text[span.start : span.end] == span.exact for span in report.content)


def test_the_speaker_of_a_statement_and_of_a_report_is_an_actor_or_nobody(record: onrecord.Record) -> None:
    assert [getattr(record.speaker(one), "name", None) for one in record.statements()] == [
        "Ilse Oram",
        "Ilse Oram",
        "Ilse Oram",
        None,
        None,
    ]
    assert getattr(record.speaker(next(iter(record.attributions()))), "name", None) == "Ilse Oram"


def test_a_list_in_a_notebook_is_a_table(record: onrecord.Record) -> None:
    shown = cells(record.statements()._repr_html_())
    assert shown[:4] == ["id", "speaker", "said_on", "text"]
    assert "“Nobody sails for free into my port,”" in shown


def test_a_record_in_a_notebook_is_the_table_of_its_counts(record: onrecord.Record) -> None:
    shown = cells(record._repr_html_())
    assert (shown[0], shown[len(shown) // 2]) == ("articles", "3")


def test_nothing_shows_a_memory_address(record: onrecord.Record) -> None:
    assert " at 0x" not in f"{record!r} {record.statements()!r} {record.discrepancies()!r}"


def test_markup_in_a_headline_is_text_in_a_notebook(tmp_path: Path) -> None:
    texts = {name: "<script>alert(1)</script> " + text for name, text in TEXTS.items()}
    with onrecord.open_record(write_record(tmp_path / "r.db", texts)) as record:
        assert "<script>" not in record.articles()._repr_html_()


def test_a_long_list_in_a_notebook_says_that_there_is_more(record: onrecord.Record) -> None:
    rows = onrecord.Rows(lambda: (one for _ in range(30) for one in record.stories()))
    assert "and more" in rows._repr_html_()


def test_no_record_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(onrecord.InputError, match="no such record"):
        onrecord.open_record(tmp_path / "none.db")


def test_every_name_that_the_package_promises_is_there() -> None:
    assert all(getattr(onrecord, name) is not None for name in onrecord.__all__)
    assert set(onrecord.__all__) == set(dir(onrecord))


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import onrecord, sys; print([name for name in sys.modules if name.startswith('onrecord.')])"
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
