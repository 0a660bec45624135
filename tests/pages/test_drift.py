"""How a quotation's words drift, on articles of two lines whose tagger takes each quotation for Oram's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.engine import LocalEngine
from onrecord.pages.alignment import Change
from onrecord.pages.citations import by_number
from onrecord.pages.differences import DifferPage, differ_page
from onrecord.pages.drift import SHOWN_VERSIONS, Drift, Version, drift_section
from onrecord.pages.formats import Format, Look, render
from onrecord.pages.layout import plain_text
from onrecord.pipeline import BuildOptions, build, steps_of
from onrecord.records import Article, Capture, Form, Span, Tag, Tagging
from onrecord.records.ids import sha256_of
from onrecord.store import open_view, open_writer

FULL = "“The tolls, which my father voted for, are an insult to the whole of this valley and to those who live in it.”"
SHORT = "“The tolls ... are an insult to the whole of this valley and to those who live in it.”"
OTHER = (
    "“The duties, which my father voted for, are an insult to the whole of this valley and to those who live in it.”"
)
CUT = "“The tolls, which my father voted for, are an insult to the whole of this valley”"
REST = "The ferry sails at noon on every day of the week, and at dusk on the days of the market in Port Oster.\n"


@dataclass(frozen=True, slots=True)
class QuoteTagger:
    """Takes each quotation that follows "Ilse Oram said: " for hers."""

    fingerprint: str = "quotes 1"

    def tag(self, article: Article) -> Tagging:
        return Tagging(tags=tuple(self._tags(article.text)))

    def _tags(self, text: str) -> Iterator[Tag]:
        for found in re.finditer(r"(Ilse Oram) (said): (“[^”]*”)", text):
            source, cue, content = (Span.of(text, *found.span(group)) for group in (1, 2, 3))
            yield Tag(source=source, cue=cue, content=(content,), form=Form.DIRECT)


def differ_of(folder: Path, *quotations: str) -> DifferPage:
    options = BuildOptions(tagger=QuoteTagger)
    captures = []
    for number, quotation in enumerate(quotations):
        text = (
            f"Ister keeps its tolls\n\nPaper {chr(65 + number)}\nMay 4, 2031\n\nIlse Oram said: {quotation}\n\n{REST}"
        )
        content = text.encode()
        name = f"{number}.txt"
        captures.append(Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=name))
    with open_writer(folder / "r.db", steps_of(options)) as writer, LocalEngine(processes=1) as engine:
        build(captures, writer, engine, options, "2031-05-06T10:00:00+00:00")
    with open_view(folder / "r.db") as view:
        return differ_page(view)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> DifferPage:
    return differ_of(tmp_path_factory.mktemp("drift"), FULL, SHORT, OTHER, CUT, FULL)


@pytest.fixture(scope="module")
def drift(page: DifferPage) -> Drift:
    (found,) = (one for story in page.stories for one in story.drifts)
    return found


def test_each_wording_is_a_version_and_outlets_that_agree_share_one(drift: Drift) -> None:
    assert len(drift.versions) == 4
    assert sorted(len(version.citations) for version in drift.versions) == [1, 1, 1, 2]


def test_what_was_changed_is_told_from_what_was_left_out(drift: Drift) -> None:
    changed = [
        (piece.change, piece.span.exact)
        for version in drift.versions
        for piece in version.pieces
        if "duties" in plain(version) and piece.change is not Change.SAME
    ]
    assert len(changed) == 2
    assert {change for change, _ in changed} == {Change.PUT_IN, Change.LEFT_OUT}


def plain(version: Version) -> str:
    return " ".join(piece.span.exact for piece in version.pieces)


def test_text_strikes_what_is_left_out_and_marks_what_is_put_in(page: DifferPage) -> None:
    written = " ".join(render(page, Format.TEXT, Look(width=400)).split())
    assert "~~which my father voted for,~~" in written
    assert "~~tolls,~~ ++duties,++" in written


def test_html_says_deleted_and_inserted(page: DifferPage) -> None:
    written = render(page, Format.HTML, Look())
    assert "<del>which my father voted for,</del>" in written
    assert "<ins>duties,</ins>" in written


def test_of_many_versions_the_first_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    nouns = "mill farm barn lock quay yard bank gate pier ford weir dyke".split()
    page = differ_of(tmp_path, *(FULL.replace("valley", noun) for noun in nouns))
    (story,) = page.stories
    (found,) = story.drifts
    assert len(found.versions) == len(nouns)
    (item,) = drift_section(story.drifts, by_number(story.citations)).items
    assert len(item.details) == SHOWN_VERSIONS + 1
    assert plain_text(item.details[-1]) == f"and {len(nouns) - SHOWN_VERSIONS} more"


def test_quotations_in_the_same_words_do_not_drift(tmp_path: Path) -> None:
    page = differ_of(tmp_path, FULL, FULL.replace("“", "“").replace(",", " –"))
    assert [story.drifts for story in page.stories] == [()]
