"""What linking looks at: the slim rows of a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.annotate.marked import article_of

from onrecord.annotate import annotate, open_tagger
from onrecord.link.rows import named, said, told
from onrecord.records import Credit, Span

TEXT = "“Nobody will pay,” Ilse Oram said. The crews agreed, Jan Velt told Radio Ister."


@pytest.mark.parametrize(
    ("byline", "whole", "credited"),
    [("Nell Aubrey", False, False), ("Nell Aubrey", True, True), (None, False, True), ("Oster Post", False, True)],
)
def test_a_signed_article_that_credits_single_sentences_has_the_others_of_itself(
    byline: str | None,
    whole: bool,  # noqa: FBT001 - a table of cases
    credited: bool,  # noqa: FBT001 - a table of cases
) -> None:
    start = TEXT.index("Radio")
    credit = Credit(name="Radio Ister", span=Span.of(TEXT, start, start + 11), whole=whole)
    article = replace(article_of(TEXT, outlet="Oster Post"), byline=byline, credits=(credit,))
    assert {row.credited for row in said(annotate(article, open_tagger("rules")))} == {credited}


def test_an_entity_has_the_runs_of_the_words_that_it_is_quoted_with() -> None:
    words = "The ferry to the lower quay stays in port until the ice has gone"
    rows = [
        {one.entity.name: one.quoted for one in named(annotate(article_of(text), open_tagger("rules")))}
        for text in (f"“{words},” Ilse Oram said.", f"“{words},” Oram said. Jan Velt told Radio Ister to wait.")
    ]
    assert rows[0]["Ilse Oram"] == rows[1]["Oram"] != ()
    assert rows[1]["Jan Velt"] == ()


@pytest.mark.parametrize(
    ("lead", "happened"),
    [
        ("Ilse Oram spoke on Monday.", "2031-05-05"),
        ("Ilse Oram stood by the ban that was made on Monday. She spoke on Tuesday.", "2031-05-06"),
        ("Ilse Oram spoke after the vote of Monday.", "2031-05-05"),
    ],
)
def test_an_article_is_of_the_day_of_its_news_before_that_of_what_came_before(lead: str, happened: str) -> None:
    article = replace(article_of(lead), published="2031-05-06")
    assert told(annotate(article, open_tagger("rules"))).happened == happened


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("The Delta Front waited. A spokesman for the Front, Jan Velt, spoke.", ("Delta Front",)),
        ("The Delta Front met the Isle Front. A spokesman for the Front, Jan Velt, spoke.", ()),
        ("The boats waited. A spokesman for the Front, Jan Velt, spoke.", ()),
        ("The Bank of Skarn waited. Jan Velt, foreign minister of Skarn, spoke.", ()),
        ("Delta College Skarn waited. Jan Velt, mayor of Skarn, spoke.", ()),
    ],
)
def test_a_spokesman_of_a_body_by_its_last_word_speaks_for_the_one_that_ends_so(
    told: str, bodies: tuple[str, ...]
) -> None:
    rows = named(annotate(article_of(told), open_tagger("rules")))
    assert {row.entity.name: row.principals for row in rows}["Jan Velt"] == bodies
