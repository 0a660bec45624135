"""The laws in a crowd: dozens of copies of one report, each with another figure. All coverage here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.annotate.rules import RulesTagger
from onrecord.engine import LocalEngine
from onrecord.pages.building import build_page
from onrecord.pages.export import jsonl
from onrecord.pipeline import BuildOptions, BuildReport, build, steps_of
from onrecord.records import Capture, Verdict
from onrecord.records.ids import sha256_of
from onrecord.store import open_view, open_writer

OPTIONS = BuildOptions(tagger=RulesTagger)
TEXT = """Port city rejects ferry tolls

By Unity Press
May 6, 2031

"Nobody will pay to go home," Foreign Minister Ilse Oram told reporters in Port Oster on Tuesday.

Jan Velt, the harbour master, said the ferry would sail again on Wednesday with {} passengers.
"""
COPIES = 64


def captured(number: int) -> Capture:
    content = TEXT.format(number).encode()
    return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=f"{number}.txt")


CROWD = [captured(number) for number in range(COPIES)]


def built(record: Path, captures: list[Capture], engine: LocalEngine | None = None) -> BuildReport:
    with open_writer(record, steps_of(OPTIONS)) as writer:
        return build(captures, writer, engine or LocalEngine(), OPTIONS, "2031-05-06T10:00:00+00:00")


def exported(record: Path) -> bytes:
    with open_view(record) as view:
        return b"".join(jsonl(view))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    record = tmp_path_factory.mktemp("crowd") / "record.db"
    return record, built(record, CROWD)


def test_copies_are_one_statement_and_each_figure_its_own(crowd: tuple[Path, BuildReport]) -> None:
    with open_view(crowd[0]) as view:
        sizes = sorted(len(statement.attributions) for statement in view.statements())
    assert sizes == [1] * COPIES + [COPIES]


def test_the_links_of_a_crowd_are_few_for_each_article(crowd: tuple[Path, BuildReport]) -> None:
    with open_view(crowd[0]) as view:
        links = list(view.links(type="attribution"))
    assert sum(link.verdict is Verdict.POSITIVE for link in links) == COPIES - 1
    assert len(links) <= 6 * COPIES


def test_a_crowd_added_in_two_builds_backwards_on_disk_is_the_same(
    crowd: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    with LocalEngine(memory_rows=400) as engine:
        built(tmp_path / "record.db", CROWD[:5:-1], engine)
        built(tmp_path / "record.db", CROWD[:7], engine)
    assert exported(tmp_path / "record.db") == exported(crowd[0])


def test_a_crowd_built_by_two_processes_is_the_same(crowd: tuple[Path, BuildReport], tmp_path: Path) -> None:
    with LocalEngine(processes=2) as engine:
        built(tmp_path / "record.db", CROWD, engine)
    assert exported(tmp_path / "record.db") == exported(crowd[0])


def test_a_build_says_that_not_every_two_reports_of_a_crowd_were_compared(crowd: tuple[Path, BuildReport]) -> None:
    record, report = crowd
    assert report.capped > 0
    with open_view(record) as view:
        page = build_page(view, "record.db", report)
    (lede,) = page.lay_out().parts[0].lede
    assert "a statement may stand twice" in "".join(str(run) for run in lede)
