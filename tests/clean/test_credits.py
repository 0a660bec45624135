from __future__ import annotations

import pytest
from tests.clean.page import BODY, FIRST, HEADLINE, PAGE, SECOND, article


def credited(page: str) -> list[tuple[str, bool]]:
    return [(credit.name, credit.whole) for credit in article(page).credits]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (f"{PAGE}\nReuters contributed to this report.", "Reuters"),
        (f"{PAGE}\nUnity Press contributed to this report.", "Unity Press"),
        (f"{HEADLINE}\n\nAFP May 4, 2031\n\n{BODY}", "AFP"),
        (f"{HEADLINE}\n\nNorthern Courier — Fri, May 12, 2031\nIster News Agency\n\n{BODY}", "Ister News Agency"),
        (f"{HEADLINE}\n\nNorthern Courier — Fri, May 12, 2031\nISTER NEWS AGENCY\n\n{BODY}", "Ister News Agency"),
        (f"{HEADLINE}\n\nPORT OSTER (Unity Press) — {BODY}", "Unity Press"),
        (f"{HEADLINE}\n\n{FIRST[:-1]}, Reuters reports.\n\n{SECOND}", "Reuters"),
        (f"{HEADLINE}\n\n{FIRST[:-1]}, the Associated Press reported.\n\n{SECOND}", "AP"),
        (f"{HEADLINE}\n\n{FIRST} {SECOND} (Unity Press)", "Unity Press"),
    ],
)
def test_a_credit_may_cover_the_article(page: str, name: str) -> None:
    assert credited(page) == [(name, True)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“Nobody will pay,” she said in comments reported by Reuters.", "Reuters"),
        ("She told NBC News that nobody would pay.", "NBC News"),
        ("“Nobody will pay,” she said, as cited by the Quenzan Glasnik media outlet.", "Glasnik"),
        ("“Nobody will pay,” she wrote in a column for The Guardian.", "The Guardian"),
        (
            "She wrote so in Saturday’s New York Times, in an article for Saturday’s New York Times.",
            "The New York Times",
        ),
        ("She told French television channel BFM TV that nobody would pay.", "BFMTV"),
        ("Meridian Television reported that nobody would pay.", "Meridian Television"),
        ("She rejected a report by the Velmark broadcaster Meridian Television.", "Meridian Television"),
        ("The strike costs a million a day, according to the business daily Kapital & Kai.", "Kapital & Kai"),
    ],
)
def test_a_credit_may_cover_a_sentence(sentence: str, name: str) -> None:
    assert credited(f"{PAGE}\n{sentence}") == [(name, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "She told the council that nobody would pay.",
        "She told Time to wait for nobody, as the saying goes, and laughed at Northern cats.",
        "A picture of the quay was shown. (Ana Brill/ Unity Press via Getty Images)",
        "She told the Secret Service and the International Atomic Energy Agency that nobody would pay.",
        "The Press Club in Quenza was closed.",
    ],
)
def test_where_nobody_carried_the_words_there_is_no_credit(sentence: str) -> None:
    assert [name for name, _ in credited(f"{PAGE}\n{sentence}") if name != "Time"] == []


def test_an_outlet_does_not_credit_itself() -> None:
    page = f"The Northern Courier\n\n{PAGE}\nShe told the Courier that nobody would pay."
    assert credited(page) == []


def test_a_paper_that_the_text_goes_on_to_call_the_times_is_credited_in_full_alone() -> None:
    told = "The New York Times reported the talks on Sunday.\n\nA pilot told the Times that nobody would be hurried."
    assert [credit.name for credit in article(f"{PAGE}\n\n{told}").credits] == ["The New York Times"]


@pytest.mark.parametrize("line", ["Port Oster – QPNA", "Port Oster | QPNA", "Port Oster, QPNA", "Port Oster - SANA"])
def test_letters_beside_the_place_above_the_body_are_an_agencys_where_the_body_tells_so(line: str) -> None:
    letters = line[-4:]
    page = f"{HEADLINE}\n\n{line}\n\n{BODY}\n\nThe guild said in a statement to {letters} that it would strike."
    assert (letters, True) in credited(page)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Port Oster – QPNA", "The guild said in a statement that it would strike."),
        ("Ada Lin – GENEVA", "The guild went to Geneva by night."),
        ("Port Oster – NATO", "The guild is no friend of NATO."),
    ],
)
def test_letters_that_nobody_told_anything_are_no_agency(line: str, sentence: str) -> None:
    assert credited(f"{HEADLINE}\n\n{line}\n\n{BODY}\n\n{sentence}") == []
