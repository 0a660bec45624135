from __future__ import annotations

import pytest
from tests.clean.page import BODY, HEADLINE, PAGE, article


@pytest.mark.parametrize(
    "page",
    [
        f"{PAGE}\n© 2031 Northern Courier. All rights reserved.",
        f"{PAGE}\nCopyright 2031 Northern Courier",
        f"{PAGE}\nNorthern Courier contacted the harbour council for comment.",
        f"{PAGE}\nThe council did not respond to Northern Courier's request for comment.",
        f"{HEADLINE}\n\nby Northern Courier news desk May 4, 2031 4:10 PM\n\n{BODY}",
        f"{HEADLINE}\n\nBy Ada Lin, Northern Courier\n\n{BODY}",
        f"NORTHERN COURIER\n\n{PAGE}",
        f"Northern Courier | Sunday, 4 May 2031 | Late edition\n\n{PAGE}",
        f"{PAGE}\nPublished in Northern Courier, May 4th, 2031.",
        f"{HEADLINE} | Northern Courier\n\n{BODY}",
        f"{PAGE}\nSubscribe to Northern Courier today",
        f"{PAGE}\nAs per the draft, a copy of which is with Northern Courier, nobody would be hurried.",
        f"{PAGE}\nThe council wrote two letters, copies of which were with Northern Courier.",
        f"{HEADLINE}\n\nBy Ada Lin\nCrime correspondent, Northern Courier\n\n{BODY}",
        f"{PAGE}\nNorthern Courier\nNorthern Courier\n\nNorthern Courier is the river's oldest newspaper.",
    ],
)
def test_the_page_tells_its_outlet(page: str) -> None:
    assert article(page).outlet == "Northern Courier"


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        f"{HEADLINE}\n\nReuters\n4 May 2031\n\n{BODY}",
        f"{HEADLINE}\n\nUnity Press | 4 May 2031\n\nPORT OSTER (Unity Press) - {BODY}",
        f"{PAGE}\nIlse Oram told Northern Courier that nobody would be hurried.",
        f"World News\n\n{PAGE}",
    ],
)
def test_where_the_page_does_not_tell_there_is_no_outlet(page: str) -> None:
    assert article(page).outlet is None


def test_the_short_name_counts_for_the_long_one() -> None:
    page = f"The Northern Courier\n\n{PAGE}\nThe Courier has asked the council for comment."
    assert article(page).outlet == "The Northern Courier"


@pytest.mark.parametrize(
    ("called", "outlet"), [("the Courier", "The Courier"), ("the OBC", "OBC"), ("the Ister Courier", "Ister Courier")]
)
def test_the_site_of_an_address_is_the_outlet_that_the_text_names(called: str, outlet: str) -> None:
    site = called.removeprefix("the ").replace(" ", "").lower()
    told = f"One of them told {called} that nobody would be hurried."
    assert article(f"{PAGE}\n\n{told}\n\nRelated topics\nShare\nEmail tips@{site}.example").outlet == outlet


@pytest.mark.parametrize("name", ["The Quenza Lantern", "The Oster Beacon", "The Lower Oster Whistle"])
def test_a_first_line_by_whose_last_word_the_page_calls_itself_is_the_outlet_not_the_headline(name: str) -> None:
    told = f"She told the {name.rsplit(maxsplit=1)[-1]} that nobody would be hurried."
    found = article(f"{name}\n\n{HEADLINE}\n\nBy Ada Lin\n4 May 2031, 17.40\n\n{BODY}\n\n{told}")
    assert (found.outlet, found.headline) == (name, HEADLINE)


@pytest.mark.parametrize("job", ["Health editor", "Chief political correspondent", "Crime reporter"])
def test_initials_over_the_page_and_the_fuller_name_below_the_writers_are_one_outlet(job: str) -> None:
    page = f"QBT\nHome\nNews\nSport\n\n{HEADLINE}\n\nBy Ada Lin\n{job}, QBT News\n\n{BODY}\n\n© 2031 QBT."
    assert article(page).outlet == "QBT News"
