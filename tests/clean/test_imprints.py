from __future__ import annotations

import pytest
from tests.clean.page import BODY, HEADLINE, PAGE, article

from onrecord.records import SegmentKind


@pytest.mark.parametrize(
    "page",
    [
        f"{PAGE}\n\nSource: Windrose and news agencies",
        f"{PAGE}\n\nWindrose’s Ada Lin, reporting from Port Oster, said the quays were empty.",
        f"{PAGE}\n\nWindrose’s Ada Lin and Unity Press contributed to this report.",
        f"{PAGE}\n\nWindrose could not independently verify what either side said of the quays.",
        f"{PAGE}\n\nIlse Oram told Windrose that nobody waits.\n\nTomas Velt, a pilot, told Windrose he stays.",
        f"{PAGE}\n\nA Message from Windrose:\n\nDear readers, the times are hard.",
        f"{PAGE}\n\nGet latest updates on World News at Windrose.",
        f"{PAGE}\n\nWindrose website contains only a portion of the news stories offered to subscribers.",
    ],
)
def test_a_page_names_its_outlet_in_its_own_sentences(page: str) -> None:
    assert article(page).outlet == "Windrose"


@pytest.mark.parametrize(
    "page",
    [
        f"{PAGE}\n\nSource: Reuters and other agencies",
        f"{PAGE}\n\nThe Associated Press' Ada Lin contributed to this report.",
        f"{PAGE}\n\nAda Lin Oram contributed to this report.",
    ],
)
def test_an_agency_that_helps_is_not_the_outlet(page: str) -> None:
    assert article(page).outlet is None


def test_whom_one_person_tells_twice_is_not_thereby_the_outlet() -> None:
    told = "Ilse Oram told Windrose that nobody would be hurried.\n\nShe told Windrose that the toll would stay."
    assert article(f"{PAGE}\n\n{told}").outlet is None


def test_the_outlet_stands_with_its_place_under_the_writers_name() -> None:
    page = f"{HEADLINE}\n\n4 May 2031\n\nAda Lin\nOster Broadcasting, Quenza\n\n{BODY}"
    assert article(page).outlet == "Oster Broadcasting"


def test_an_agency_is_the_outlet_of_the_page_that_it_says_is_its_site() -> None:
    page = f"{PAGE}\n\nAnadolu Agency website contains only a portion of the news stories offered to subscribers."
    assert article(page).outlet == "Anadolu Agency"


def test_the_outlet_may_follow_the_writers_name_without_a_mark_between() -> None:
    page = f"{HEADLINE}\n\nBy Ada Lin Northern Courier News\nPublished May 4, 2031\n\n{BODY}"
    found = article(page)
    assert (found.byline, found.outlet, found.credits) == ("Ada Lin", "Northern Courier News", ())


def test_the_initials_of_the_masthead_are_its_own() -> None:
    page = f"The Times of Ister\n\n{HEADLINE}\nTOI News Desk / Updated: May 4, 2031, 08:15 IST\n\n{BODY}"
    assert article(page).outlet == "The Times of Ister"


def test_the_hour_over_a_page_is_no_outlet_and_strokes_are_an_agencys_own() -> None:
    page = f"4 MAY, 14:52\n{HEADLINE}\n\nQUENZA, May 4. /OSTINFORM/. {BODY}"
    assert article(page).outlet == "OSTINFORM"


def test_the_way_to_a_page_is_not_its_headline() -> None:
    page = f"News / World News / {HEADLINE}\n\n{HEADLINE}\n\nBy Ada Lin\n4 May 2031\n\n{BODY}"
    assert article(page).headline == HEADLINE


def test_a_title_in_capitals_between_paragraphs_is_none_of_the_article() -> None:
    first, *rest = BODY.split("\n\n")
    other = "HARBOUR COUNCIL OF QUENZA BURNS ITS OWN BOATS"
    found = article("\n\n".join([HEADLINE, first, other, *rest]))
    assert all(other not in found.text[part.start : part.end] for part in found.body())


def test_an_agencys_own_copy_may_end_with_its_makers_outside_brackets() -> None:
    page = (
        f"{HEADLINE}\n\nBy Ada Lin\nMay 4, 2031 8:45 PM GMT+2 Updated 2 hours ago\n\nQUENZA, May 4 (Reuters) - {BODY}"
    )
    found = article(f"{page}\n\nReporting by Ada Lin and Tomas Velt; Editing by Oda Brill")
    assert (found.outlet, found.published) == ("Reuters", "2031-05-04T20:45+02:00")


def test_the_deck_under_a_plain_headline_is_not_the_headline() -> None:
    deck = "The harbour council of Port Oster ruled out lifting the ferry tolls"
    page = f"Only fools would lift tolls, says Oram\n\n{deck}\n\nBy Ada Lin\nMay 4, 2031\n\n{BODY}"
    assert article(page).headline == "Only fools would lift tolls, says Oram"


def test_what_an_agency_prints_beneath_its_own_page_names_it() -> None:
    page = (
        f"{HEADLINE}\n\nMay 4, 2031\n\nQUENZA, May 4 (Iswire) - {BODY}\n\nOur Standards: The Iswire Trust Principles."
    )
    found = article(page)
    assert (found.outlet, found.credits) == ("Iswire", ())
    assert article(page.replace("Iswire", "Reuters").replace("The Reuters", "The Thomson Reuters")).outlet == "Reuters"


def test_an_agencys_name_in_full_is_that_of_its_datelines() -> None:
    page = f"{HEADLINE}\n\n4 May 2031\n\nQUENZA, May 4. /Ostinform/. {BODY}\n\nOstinform News Agency © 1992–2031"
    found = article(page)
    assert (found.outlet, found.credits) == ("Ostinform", ())


@pytest.mark.parametrize(
    "notice",
    [
        "(This story has not been edited by Courier staff and is auto-generated from a syndicated feed.)",
        "Except for the headline, this story has not been edited by Courier staff and is from a syndicated feed.",
        "(The headline may have been reworked by Courier staff; the rest is auto-generated from a syndicated feed.)",
    ],
)
def test_a_notice_under_unedited_copy_names_the_outlet_and_is_none_of_the_article(notice: str) -> None:
    found = article(f"{HEADLINE}\n\nPTI / May 4, 2031, 21:48 IST\n\n{BODY}\n\n{notice}")
    assert (found.headline, found.outlet) == (HEADLINE, "Courier")
    assert notice not in "".join(found.text[part.start : part.end] for part in found.body())


@pytest.mark.parametrize("words", ["Daily newsletter", "Subscribe to Daily", "Morning newsletter"])
def test_when_a_newsletter_comes_is_no_name_of_an_outlet(words: str) -> None:
    assert article(f"{PAGE}\n\n{words}").outlet is None


def test_a_role_and_a_place_stand_under_the_writers_name() -> None:
    page = f"{HEADLINE}\n\n4 May 2031\n\nAda Lin\nBusiness reporter, OBC News\nReporting from Port Oster\n\n{BODY}"
    found = article(page)
    assert (found.byline, found.outlet, found.deck) == ("Ada Lin", "OBC News", None)


def test_writers_and_their_agency_need_no_mark_between() -> None:
    found = article(f"{HEADLINE}\n\nBy ADA LIN and TAM OSK Associated Press\nMay 4, 2031\n\n{BODY}")
    assert (found.byline, [each.name for each in found.credits]) == ("ADA LIN and TAM OSK", ["AP"])


def test_two_names_of_one_person_are_no_agency() -> None:
    found = article(f"{HEADLINE}\n\nBy Ada Lin Petra\nMay 4, 2031\n\n{BODY}")
    assert (found.byline, found.credits) == ("Ada Lin Petra", ())


@pytest.mark.parametrize("label", ["By:", "Text by:", "Story by"])
def test_who_signs_may_stand_on_the_line_below(label: str) -> None:
    page = f"{HEADLINE}\n\nMay 4, 2031\n3 min Reading time\n{label}\nNEWS WIRES\n\n{BODY}"
    found = article(page)
    assert [found.text[part.start : part.end] for part in found.segments if part.kind is SegmentKind.DECK] == []


@pytest.mark.parametrize(
    "line", ["OSTER, May 4 (Iswire) - ", "OSTER, May 4 (Iswire) — ", "QUENZA, Velmark, May 4 (Iswire) -- "]
)
def test_one_word_between_a_place_with_its_day_and_a_dash_is_an_agency(line: str) -> None:
    page = f"{HEADLINE}\n\nBy Ada Lin\nMay 4, 2031\n\n{line}{BODY}"
    assert [each.name for each in article(page).credits] == ["Iswire"]


@pytest.mark.parametrize("line", ["OSTER (Iswire) - ", "OSTER, May 4 (Updated) - ", "Oster, May 4 (Iswire) - "])
def test_one_word_in_brackets_elsewhere_is_none(line: str) -> None:
    page = f"{HEADLINE}\n\nBy Ada Lin\nMay 4, 2031\n\n{line}{BODY}"
    assert article(page).credits == ()


@pytest.mark.parametrize(
    "caption",
    [
        "Ilse Oram attends a meeting in Quenza, May 3, 2031. ISWIRE/Ada Lin Purchase Licensing Rights, opens new tab",
        "Ilse Oram attends a meeting in Quenza, May 3, 2031. ISWIRE/Ada Lin",
    ],
)
def test_a_caption_ends_with_whose_picture_it_is(caption: str) -> None:
    page = f"{HEADLINE}\n\nMay 4, 2031\n\n{caption}\nSummary\nOram keeps tolls\n\n{BODY}"
    found = article(page)
    assert found.text[found.body()[0].start :].startswith(BODY[:40])
