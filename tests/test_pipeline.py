"""The steps in order, on invented articles, with a tagger that reads `Name said: words` lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.engine import LocalEngine
from onrecord.pipeline import BuildOptions, BuildReport, Progress, build, steps_of
from onrecord.records import Article, Capture, Form, Rejected, Span, Tag, Tagging
from onrecord.records.ids import sha256_of
from onrecord.store import open_view, open_writer

NOW = "2031-05-06T10:00:00+00:00"
NORTH = """Ister rejects the ferry tolls

Northern Courier
May 4, 2031

Ilse Oram said: Nobody will pay to go home on the ferry.
"""
COAST = """Oram keeps her word on the tolls

Coast Observer
May 4, 2031

Ilse Oram said: Nobody will pay to go home on the ferry.
"""


@dataclass(frozen=True, slots=True)
class LineTagger:
    """Takes what follows "said:" on a line for what was said, and fails on a line that says so."""

    fingerprint: str = "lines 1"

    def tag(self, article: Article) -> Tagging:
        if "power cut" in article.text:
            raise KeyboardInterrupt
        if "fault" in article.text:
            raise TypeError("no such word")
        return Tagging(tags=tuple(self._tags(article)))

    def _tags(self, article: Article) -> Iterator[Tag]:
        for segment in article.body():
            at = article.text.find(" said: ", segment.start, segment.end)
            if at >= 0:
                yield Tag(
                    source=Span.of(article.text, segment.start, at),
                    cue=Span.of(article.text, at + 1, at + 5),
                    content=(Span.of(article.text, at + 7, segment.end),),
                    form=Form.INDIRECT,
                )


@dataclass(frozen=True, slots=True)
class LaterTagger(LineTagger):
    fingerprint: str = "lines 2"


OPTIONS = BuildOptions(tagger=LineTagger, batch=1)


def capture(text: str, path: str) -> Capture:
    content = text.encode()
    return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=path)


def run(record: Path, *rows: Capture | Rejected, options: BuildOptions = OPTIONS) -> BuildReport:
    with open_writer(record, steps_of(options)) as writer, LocalEngine(processes=1) as engine:
        return build(rows, writer, engine, options, NOW)


def test_two_articles_of_one_statement_give_one_statement(tmp_path: Path) -> None:
    run(tmp_path / "r.db", capture(NORTH, "north.txt"), capture(COAST, "coast.txt"))
    with open_view(tmp_path / "r.db") as view:
        assert [len(statement.attributions) for statement in view.statements()] == [2]


def test_every_article_is_in_one_story_and_one_event(tmp_path: Path) -> None:
    run(tmp_path / "r.db", capture(NORTH, "north.txt"), capture(COAST, "coast.txt"))
    with open_view(tmp_path / "r.db") as view:
        articles = sorted(article.id for article in view.articles())
        assert sorted(each for story in view.stories() for each in story.articles) == articles
        assert sorted(each for event in view.events() for each in event.articles) == articles


def test_a_build_reports_what_it_read(tmp_path: Path) -> None:
    lost = Rejected(where="gone.txt", step="read", cause="no such file", mend="check the path")
    report = run(tmp_path / "r.db", capture(NORTH, "north.txt"), capture("", "empty.txt"), lost)
    assert (report.captures, report.known, report.articles, report.rejected) == (2, 0, 1, 2)


def test_what_was_read_before_is_known(tmp_path: Path) -> None:
    run(tmp_path / "r.db", capture(NORTH, "north.txt"))
    report = run(tmp_path / "r.db", capture(NORTH, "north.txt"))
    assert (report.known, report.articles, report.derived) == (1, 0, False)


def test_another_version_of_a_step_reads_the_archive_again(tmp_path: Path) -> None:
    run(tmp_path / "r.db", capture(NORTH, "north.txt"))
    report = run(tmp_path / "r.db", options=BuildOptions(tagger=LaterTagger))
    assert (report.captures, report.articles, report.derived) == (0, 1, True)


def test_what_was_archived_before_a_stop_is_read_by_the_next_build(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "r.db", capture(NORTH, "a.txt"), capture(COAST + "A power cut.", "b.txt"))
    with open_view(tmp_path / "r.db") as view:
        assert len(list(view.articles())) == 1
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "r.db")


def test_an_article_at_which_a_step_breaks_is_listed_and_costs_no_other(tmp_path: Path) -> None:
    report = run(tmp_path / "r.db", capture(NORTH + "A fault.", "a.txt"), capture(COAST, "b.txt"))
    assert (report.articles, report.rejected) == (1, 1)
    with open_view(tmp_path / "r.db") as view:
        (rejected,) = view.rejected()
    assert rejected.where == "a.txt"
    assert rejected.cause.startswith("reading it broke: TypeError: no such word (test_pipeline.py, line ")


def test_progress_names_each_step(tmp_path: Path) -> None:
    told: list[Progress] = []
    with open_writer(tmp_path / "r.db", steps_of(OPTIONS)) as writer, LocalEngine(processes=1) as engine:
        build([capture(NORTH, "north.txt")], writer, engine, OPTIONS, NOW, told.append)
    steps = list(dict.fromkeys(each.step for each in told))
    assert steps == [
        "archiving",
        "reading",
        "dating articles",
        "linking copies",
        "linking names",
        "linking statements",
        "linking stories",
    ]
