from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.pages.export import jsonl
from onrecord.store import View

Row = dict[str, Any]


@pytest.fixture
def rows(view: View) -> list[Row]:
    return [json.loads(line) for line in jsonl(view)]


def one(rows: list[Row], row_id: str) -> Row:
    (found,) = [row for row in rows if row["id"] == row_id]
    return found


def test_every_line_says_what_it_is(rows: list[Row]) -> None:
    assert {row["type"] for row in rows} == {
        "article",
        "attribution",
        "mention",
        "statement",
        "actor",
        "story",
        "event",
        "position",
        "discrepancy",
    }


def test_an_article_has_the_fields_of_the_format(rows: list[Row]) -> None:
    assert list(one(rows, "a1"))[:17] == [
        "type",
        "id",
        "path",
        "outlet",
        "headline",
        "byline",
        "published",
        "published_basis",
        "published_reasons",
        "language",
        "credits",
        "sha256",
        "duplicate_of",
        "version_of",
        "versions",
        "shares",
        "truncated",
    ]


def test_credits_are_names(rows: list[Row]) -> None:
    assert one(rows, "a1")["credits"] == ["Union Wire"]


def test_an_attribution_has_its_actor_and_its_statement(rows: list[Row]) -> None:
    row = one(rows, "t3")
    assert (row["speaker"], row["speaker_name"], row["statement"]) == ("p1", "Oram", "s2")


def test_a_speaker_that_is_not_told_is_null(rows: list[Row]) -> None:
    row = one(rows, "t5")
    assert (row["speaker"], row["speaker_name"], row["said_on"]) == (None, None, None)


def test_addressee_and_occasion_are_words(rows: list[Row]) -> None:
    assert (one(rows, "t2")["addressee"], one(rows, "t2")["occasion"]) == ("reporters", None)


def test_a_span_is_what_stands_at_its_offsets(view: View, rows: list[Row]) -> None:
    text = view.find_article("a1").text
    spans = [span for row in rows if row.get("article") == "a1" for span in row.get("content", [])]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["exact"] for span in spans)


def test_a_role_tells_from_when_to_when_it_was_given(rows: list[Row]) -> None:
    assert one(rows, "p1")["roles"] == [
        {"role": "port minister", "of": "Ostmark", "from": "2031-05-04", "to": "2031-05-09"}
    ]


def test_a_discrepancy_gives_each_sides_articles_and_spans(rows: list[Row]) -> None:
    first, second = one(rows, "d1")["values"]
    assert (first["articles"], first["spans"][0]["exact"]) == (["a1"], "About 400 ships a month")
    assert (second["articles"], second["spans"][0]["exact"]) == (["a2"], "Some 340 ships")


def test_the_same_record_is_exported_to_the_same_bytes(view: View) -> None:
    assert b"".join(jsonl(view)) == b"".join(jsonl(view))
