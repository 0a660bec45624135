from __future__ import annotations

import pytest
from tests.clean.page import BODY, FIRST, HEADLINE, PAGE, SECOND, THIRD, article, body, dropped, of_kind

from onrecord.clean.blocks import find_blocks
from onrecord.records import SegmentKind


def test_the_headline_stands_apart_from_the_body() -> None:
    found = article(PAGE)
    assert found.headline == HEADLINE
    assert body(PAGE) == [FIRST, SECOND, THIRD]


def test_a_text_that_begins_with_its_body_has_no_headline() -> None:
    assert article(BODY).headline is None


def test_a_heading_of_markdown_is_the_headline_without_its_mark() -> None:
    assert article(f"# {HEADLINE}\n\n*By Ada Lin*\n\n{BODY}").headline == HEADLINE


def test_front_matter_is_read() -> None:
    found = article(
        f'---\ntitle: "{HEADLINE}"\nauthor: Ada Lin\ndate: 2031-05-04\nsite: Northern Courier\n---\n\n{BODY}'
    )
    assert (found.headline, found.byline, found.published, found.outlet) == (
        HEADLINE,
        "Ada Lin",
        "2031-05-04",
        "Northern Courier",
    )


def test_the_headline_is_found_below_the_navigation() -> None:
    page = f"Skip to content\nNews\nSport\nObituaries\nEel season opens late\n\n{HEADLINE}\n\nBy Ada Lin\n\n{BODY}"
    assert article(page).headline == HEADLINE


def test_a_sentence_between_headline_and_byline_is_the_deck() -> None:
    deck = "Ilse Oram says that lorries can wait, and that her council will not be hurried by Quenza."
    found = article(f"{HEADLINE}\n\n{deck}\nAda Lin\n4 May 2031\n\n{BODY}")
    assert (found.deck, found.byline, found.published) == (deck, "Ada Lin", "2031-05-04")


def test_a_headline_in_capitals_of_a_title_goes_before_a_deck_that_tells_more() -> None:
    headline = "The Clerk and the Barge"
    deck = "How a ferry toll that nobody wanted to pay came to be the talk of the council"
    found = article(f"{headline}\n{deck}\nBy Ada Lin\n\n{BODY}")
    assert (found.headline, found.deck) == (headline, deck)


def test_the_slug_of_an_agency_is_no_headline() -> None:
    slug = "UP-OSTER-FERRY/UPDATE 2 (recasts with council, adds lorries)"
    assert article(f"{slug}\n\n{HEADLINE}\n\nBy Ada Lin\n\n{BODY}").headline == HEADLINE


def test_a_headline_printed_again_is_furniture() -> None:
    assert dropped(f"{HEADLINE}\n\nLorries wait on both banks\n{HEADLINE}\n\n4 May 2031\n\n{BODY}") == [HEADLINE]


def test_a_dateline_inside_the_first_paragraph_is_cut_off() -> None:
    found = article(f"{HEADLINE}\n\nPORT OSTER (Unity Press) — {BODY}")
    assert found.dateline == "PORT OSTER"
    assert of_kind(found, SegmentKind.DATELINE) == ["PORT OSTER (Unity Press) —"]
    assert of_kind(found, SegmentKind.BODY)[0] == FIRST


def test_a_dateline_may_stand_alone() -> None:
    found = article(f"{HEADLINE}\n\nPORT OSTER:\n\n{BODY}")
    assert found.dateline == "PORT OSTER"
    assert of_kind(found, SegmentKind.BODY)[0] == FIRST


def test_a_date_before_the_first_sentence_is_the_publication_date() -> None:
    found = article(f" date 2031-05-04 {BODY}")
    assert found.published == "2031-05-04"
    assert found.published_span is not None
    assert found.published_span.exact == "2031-05-04"
    assert of_kind(found, SegmentKind.BODY)[0] == FIRST


def test_a_line_after_the_article_may_say_when_it_was_published() -> None:
    found = article(f"{PAGE}\nPublished in Northern Courier, May 4th, 2031.")
    assert found.published == "2031-05-04"
    assert of_kind(found, SegmentKind.BODY) == [FIRST, SECOND, THIRD]


def test_the_date_below_the_headline_comes_before_the_one_over_it() -> None:
    page = f"NORTHERN COURIER\nMonday, 5 May 2031\n\n{HEADLINE}\n\nBy Ada Lin\n4 May 2031, 16:30\n\n{BODY}"
    assert article(page).published == "2031-05-04T16:30"


def test_an_update_counts_where_there_is_no_other_date() -> None:
    assert article(f"{HEADLINE}\n\nUpdated 5 May 2031\n\n{BODY}").published == "2031-05-05"


def test_the_publication_counts_before_the_update() -> None:
    page = f"{HEADLINE}\n\nUpdated 5 May 2031\nPublished 4 May 2031\n\n{BODY}"
    assert article(page).published == "2031-05-04"


def test_the_site_s_name_after_the_headline_is_no_part_of_it() -> None:
    assert article(f"{HEADLINE} | Northern Courier\n\n{BODY}").headline == HEADLINE


def test_teasers_of_other_matters_after_a_rubric_are_no_part_of_the_body() -> None:
    long = (
        "Bakers, millers and tanners from the upper valley had driven down before dawn with flour, hides, barley.\n\n"
        "Customs officers opened four gates, then two, then none, and played cards beside the barrier until lunch.\n\n"
        "Nobody offered them coffee; somebody offered a goat, which the sergeant politely refused in two languages.\n\n"
        "The treaty of the river fixes neither price nor hour, lawyers in Quenza say, and leaves both to the banks."
    )
    teasers = (
        "A goalkeeper was sold twice in one week, which the club regrets very much indeed.\n\n"
        "Ten soups keep a family warm until spring comes, and none of them needs any butter."
    )
    last = of_kind(article(f"{PAGE}\n{long}\n\nYou may also like\n\n{teasers}"), SegmentKind.BODY)[-1]
    assert last.startswith("The treaty")


def test_a_date_inside_the_story_is_no_publication_date() -> None:
    assert (
        article(f"{HEADLINE}\n\n{BODY}\nThe pact of May 4, 2029 runs out in August, the council said.").published
        is None
    )


def test_the_date_of_a_picture_is_no_publication_date() -> None:
    caption = "Ilse Oram speaks in Port Oster on March 1, 2030. (Ana Brill/ Unity Press via Getty Images)"
    found = article(f"{HEADLINE}\n\n{caption}\n\n{BODY}")
    assert found.published is None
    assert of_kind(found, SegmentKind.CAPTION) == [caption]


def test_adverts_and_invitations_between_paragraphs_are_dropped() -> None:
    page = f"{HEADLINE}\n\n{FIRST}\n\nJOIN US ON TELEGRAM\n\n{SECOND}\n\nAdvertisement\n\n{THIRD}"
    assert body(page) == [FIRST, SECOND, THIRD]


def test_an_advert_s_own_words_go_with_its_label() -> None:
    page = f"{HEADLINE}\n\n{FIRST}\n\nADVERTISEMENT\n\nHalloran paint. Two coats, ten winters.\n\n{SECOND}\n\n{THIRD}"
    assert body(page) == [FIRST, SECOND, THIRD]


def test_a_related_title_with_its_summary_is_dropped_in_the_middle_of_the_body() -> None:
    title = "Quenza Guild Lets Its Pilots Join Lignite Pact"
    summary = "Premier Renn will put his name to the lignite pact in the harbour hall on Friday."
    page = f"{HEADLINE}\n\n{FIRST}\n\n{title}\nOther topics of interest\n\n{title}\n\n{summary}\n\n{SECOND}\n\n{THIRD}"
    assert body(page) == [FIRST, SECOND, THIRD]


def test_a_title_and_summary_set_tight_at_the_end_are_dropped() -> None:
    title = "Two hurt as crane drops a load of planks at the northern quay"
    summary = "A crane broke on Sunday night and two dockers were taken to hospital."
    assert body(f"{PAGE}\n{title}\n{summary}\nNorthern Courier") == [FIRST, SECOND, THIRD]


def test_lists_of_other_articles_after_the_body_are_dropped() -> None:
    page = (
        f"{PAGE}\nMore on ferries\nEel season opens late Sport\nEel season opens late\nBy Ada Lin\n3h ago\n"
        "Guild votes to keep the regatta\nBy Tom Vargo\n5h ago\nRead Next\nTwo hurt as crane falls\nBy Ada Lin\n1d ago"
    )
    assert body(page) == [FIRST, SECOND, THIRD]


def test_a_title_that_asks_is_dropped_with_its_byline_and_age() -> None:
    title = "Mira Kell: The river’s quiet war on its own ferries – is the guild winning?"
    page = f"{PAGE}\nMore on ferries\n{title} Opinion\n{title}\nBy Ada Lin\n3h ago"
    assert body(page) == [FIRST, SECOND, THIRD]


def test_comments_after_the_article_are_dropped_though_they_are_prose() -> None:
    said = "Harbour cat: I have waited for three hours today and it is a scandal."
    page = f"{PAGE}\nCOMMENTS\n\n{said}\n\nI agree with the cat, said nobody ever."
    assert body(page) == [FIRST, SECOND, THIRD]


def test_the_life_of_the_writer_is_dropped() -> None:
    life = "Ada Lin is a reporter who covers harbours and rivers. She lives in Port Oster with two cats."
    page = f"{HEADLINE}\n\nAda Lin\n4 May 2031\n\n{BODY}\nAda Lin\n{life}"
    assert body(page) == [FIRST, SECOND, THIRD]


def test_a_person_of_the_story_who_covers_something_stays() -> None:
    last = "Tom Vargo is a reporter who was in the queue when the gate closed."
    assert last in body(f"{HEADLINE}\n\nBy Ada Lin\n\n{BODY}\n{last}")


def test_a_crosshead_between_paragraphs_stays() -> None:
    assert "What happens next" in body(f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\nWhat happens next\n\n{THIRD}")


def test_an_article_may_go_on_after_a_link_to_another() -> None:
    page = f"{HEADLINE}\n\n{FIRST}\n\nRead more: Drivers block the quay\n\n{SECOND}\n\n{THIRD}"
    assert body(page) == [FIRST, SECOND, THIRD]


def test_a_last_sentence_cut_off_in_mid_word_is_body_and_told() -> None:
    found = article(f"{PAGE}\nThe minister said he wou")
    assert of_kind(found, SegmentKind.BODY)[-1] == "The minister said he wou"
    assert found.truncated


def test_a_sentence_cut_off_in_the_middle_of_the_text_is_told() -> None:
    cut = "“Nobody will pay more than they paid last year for going home,” the council leader told the drivers who wai"
    assert article(f"{HEADLINE}\n\n{FIRST}\n{cut}\n{THIRD}").truncated


def test_a_whole_article_is_not_told_as_cut_off() -> None:
    assert not article(PAGE).truncated


def test_a_line_of_a_few_words_without_a_stop_among_paragraphs_breaks_off_nowhere() -> None:
    assert not article(f"{HEADLINE}\n\n{FIRST}\n\n18.40 CEST\n\n{SECOND}\n\n{THIRD}\n").truncated


def test_lines_wrapped_at_a_page_s_width_are_one_paragraph() -> None:
    wrapped = (
        "The harbour council of Port Oster on Monday ruled out lifting the\n"
        "ferry tolls before the autumn, and said that lorries would have to\n"
        "wait for the ice to break on the upper river like everybody else.\n"
        "\n"
        "Council leader Ilse Oram told reporters on the quay that nobody would\n"
        "be hurried, whatever the drivers on the other bank were saying now.\n"
    )
    assert [block.text.count("\n") for block in find_blocks(wrapped)] == [0, 0]
    assert len(find_blocks(wrapped)) == 2


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert body(f"{HEADLINE}\n{FIRST}\n{SECOND}\n{THIRD}") == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("closing", ["© 2031 Northern Courier", "Follow us on Telegram", "« Previous Eel season"])
def test_what_stands_after_the_article_is_dropped_with_a_reason(closing: str) -> None:
    found = article(f"{PAGE}\n{closing}")
    assert [one.reason != "" for one in found.segments if one.kind is SegmentKind.FURNITURE] == [True]
