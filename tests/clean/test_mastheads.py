"""Whose page it is where its name has no word of newspapers in it. All outlets are invented."""

from __future__ import annotations

import pytest
from tests.clean.page import BODY, HEADLINE, article


def outlet(top: str, tail: str = "", body: str = BODY) -> str | None:
    return article(f"{top}\n\n{HEADLINE}\n\n{body}\n{tail}\n").outlet


def test_a_first_line_with_an_article_and_two_names_is_the_outlet() -> None:
    assert outlet("The Oster Lantern - the port's own paper since 1890") == "The Oster Lantern"


@pytest.mark.parametrize(
    "tail",
    [
        "© 2031 Windrose. All rights reserved.",
        "Elsewhere on Windrose",
        "Sela Wind's last story for Windrose was about bells.",
    ],
)
def test_a_lone_name_that_the_page_calls_itself_by_is_the_outlet(tail: str) -> None:
    assert outlet("WINDROSE", tail) == "Windrose"


def test_a_lone_word_that_nothing_else_speaks_for_is_no_outlet() -> None:
    assert outlet("Elections") is None


def test_a_party_that_people_speak_for_is_no_outlet() -> None:
    assert outlet("Labour", body=f"{BODY}\nShe votes for Labour and speaks for Labour.\n") is None


def test_an_agencys_own_page_is_published_by_the_agency() -> None:
    text = f"OSTINFORM\n\n{HEADLINE}\n\nPORT OSTER, May 5. /OSTINFORM/. {BODY}"
    found = article(text)
    assert found.outlet == "OSTINFORM"
    assert not found.credits


def test_wire_copy_that_ends_with_its_editor_and_names_no_outlet_is_the_agencys_own() -> None:
    text = f"{HEADLINE}\n\nPORT OSTER, May 5 (Unity Press) - {BODY}\n(Reporting by Sela Wind; Editing by Ada Holt)\n"
    assert article(text).outlet == "Unity Press"


def test_wire_copy_under_an_outlets_name_is_the_outlets() -> None:
    text = (
        f"Northern Courier\n\n{HEADLINE}\n\nPORT OSTER, May 5 (Unity Press) - {BODY}\n"
        "(Reporting by Sela Wind; Editing by Ada Holt)\n"
    )
    found = article(text)
    assert found.outlet == "Northern Courier"
    assert [credit.name for credit in found.credits] == ["Unity Press"]


def test_what_a_writer_does_is_nobody_to_be_credited() -> None:
    found = article(f"{HEADLINE}\n\nOrla Wind, Chief Reporter\n\n{BODY}")
    assert found.outlet is None
    assert not found.credits


def test_an_outlet_under_its_longer_name_is_not_credited_by_itself() -> None:
    found = article(f"ORT\n\n{HEADLINE}\n\n{BODY}\nThe minister told ORT News that she would stay.\n\n© 2031 ORT\n")
    assert "ORT News" not in [credit.name for credit in found.credits]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("05.05.2031, 19:20      Views: 1184", "2031-05-05T19:20"),
        ("News > Harbour | Monday, May 5, 2031", "2031-05-05"),
        ("May 2031 issue", "2031-05"),
    ],
)
def test_a_day_beside_counts_trails_and_issues_is_read(line: str, published: str) -> None:
    assert article(f"{HEADLINE}\n\n{line}\n\n{BODY}").published == published


def test_a_month_that_is_no_issue_is_no_day_of_publication() -> None:
    assert article(f"{HEADLINE}\n\nMay 2031\n\n{BODY}").published is None


def test_a_newspaper_that_is_called_a_reporter_is_an_outlet() -> None:
    assert outlet("The Valley Reporter") == "The Valley Reporter"
