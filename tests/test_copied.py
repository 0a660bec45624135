"""One wire report in several outlets, from the files to the export and the page; all coverage here is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.engine import LocalEngine
from onrecord.pages.export import jsonl
from onrecord.pages.formats import Format, Look, render
from onrecord.pages.sources import sources_page
from onrecord.pipeline import BuildOptions, build, steps_of
from onrecord.records import Capture
from onrecord.records.ids import sha256_of
from onrecord.store import open_view, open_writer

OPTIONS = BuildOptions()
QUOTED = "“Nobody will pay to go home,” Foreign Minister Ilse Oram told reporters in Port Oster on Tuesday."
WIRE = (
    "Kaldavia will lift the tolls on every ferry that crosses the lower Avrel, the government in Quenza decided.",
    QUOTED,
    "The charge of four crowns a head was brought in two years ago to pay for a new lock at Port Oster.",
    "Ferry companies on the far bank had refused to collect it and said that they lost a third of their riders.",
)
OWN = (
    "Market women on the quay were selling herring out of blue buckets long before the first boat had come in.",
    "Old Marten Helk remembers when the crossing took an hour and nobody carried any money at all.",
    "“Nobody will pay to go home,” Foreign Minister Ilse Oram told reporters on Tuesday, when she came to the guild.",
)
PAGES = {
    "north.txt": ("Tolls lifted", "Northern Courier", WIRE),
    "post.txt": ("Ferries free again", "Oster Post", (WIRE[1], WIRE[0], WIRE[3])),
    "quay.txt": ("On the quay", "Quay Gazette", OWN),
}


def captured(path: str) -> Capture:
    headline, outlet, paragraphs = PAGES[path]
    content = "\n\n".join((f"{outlet}\n\n{headline}\n\nBy Nell Aubrey\n6 May 2031", *paragraphs)).encode()
    return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=path)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("copied") / "record.db"
    with open_writer(path, steps_of(OPTIONS)) as writer:
        build(map(captured, PAGES), writer, LocalEngine(), OPTIONS, "2031-05-06T10:00:00+00:00")
    return path


@pytest.fixture(scope="module")
def rows(record: Path) -> list[dict[str, Any]]:
    with open_view(record) as view:
        return [json.loads(line) for line in jsonl(view)]


def test_the_export_tells_of_which_article_a_copy_is_one(rows: list[dict[str, Any]]) -> None:
    articles = {row["path"]: row for row in rows if row["type"] == "article"}
    assert {path: row["duplicate_of"] for path, row in articles.items()} == {
        "north.txt": None,
        "post.txt": articles["north.txt"]["id"],
        "quay.txt": None,
    }


def test_the_exported_passages_are_the_same_words_in_both(record: Path, rows: list[dict[str, Any]]) -> None:
    copy = next(row for row in rows if row["type"] == "article" and row["path"] == "post.txt")
    (shared,) = copy["shares"]
    with open_view(record) as view:
        texts = {row["id"]: view.find_article(row["id"]).text for row in rows if row["type"] == "article"}
    pairs = list(zip(shared["spans"], shared["spans_there"], strict=True))
    assert len(pairs) == 3
    for here, there in pairs:
        assert texts[copy["id"]][here["start"] : here["end"]] == texts[shared["article"]][there["start"] : there["end"]]


def test_the_page_of_sources_shows_copies_as_such(record: Path) -> None:
    with open_view(record) as view:
        shown = render(sources_page(view), Format.TEXT, Look())
    assert "a copy of north.txt · shares 3 of its 3 sentences with north.txt" in shown


def test_outlets_that_print_one_passage_count_once_and_one_that_was_there_itself(rows: list[dict[str, Any]]) -> None:
    statement = next(row for row in rows if row["type"] == "statement" and "Nobody will pay" in row["text"])
    assert len(statement["attributions"]) == 3
    assert (statement["origins"], statement["independent_origins"]) == (["Quay Gazette"], 2)
