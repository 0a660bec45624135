from __future__ import annotations

import pytest

from onrecord.pages.actors import who_page, why_page
from onrecord.pages.article import text_page, whole_text_page
from onrecord.pages.citations import Notebook
from onrecord.pages.differences import differ_page
from onrecord.pages.layout import plain_text
from onrecord.pages.positions import positions_page
from onrecord.pages.searching import search_page
from onrecord.pages.shelf import Shelf
from onrecord.pages.sources import rejected_page, sources_page
from onrecord.pages.timeline import days_of, timeline_page
from onrecord.records import DiscrepancyKind, Event
from onrecord.records.errors import InputError
from onrecord.store import View


def test_positions_of_one_party_leave_out_the_others(view: View) -> None:
    assert [len(story.positions) for story in positions_page(view, party="Ostmark").stories] == [2]
    assert [len(story.positions) for story in positions_page(view, party="Oram").stories] == [0]


def test_the_ledger_of_a_line_has_each_statement_with_its_speaker_and_day(view: View) -> None:
    (story,) = positions_page(view, party="Ostmark").stories
    held = {one.id: one for one in view.positions()}
    for one in story.positions:
        assert {each.statement for each in one.sayings} == set(held[one.position].statements)
        assert {each.said_on for each in one.sayings if each.said_on} == set(held[one.position].said_on)
        assert {each.speaker for each in one.sayings} == {"Ilse Oram"}


def test_a_line_that_changed_shows_the_statement_before(view: View) -> None:
    (story,) = positions_page(view, party="Ostmark").stories
    held = {one.id: one for one in view.positions()}
    (before,) = [one.before for one in story.positions if one.before]
    assert before.shown.statement in held[before.position].statements


def test_a_timeline_of_one_speaker_leaves_out_the_others(view: View) -> None:
    (story,) = timeline_page(view, speaker="Oram").stories
    assert {one.speaker for day in story.days for one in day.statements} == {"Ilse Oram"}


def test_a_day_on_which_nothing_was_said_has_its_event_alone(view: View) -> None:
    shelf = Shelf(view)
    event = Event(id="e9", story="y1", on="2031-05-02", articles=("a1",), headline="Crane falls at Sund")
    (day,) = days_of([], [event], shelf, Notebook(shelf))
    assert (day.on, day.events, day.statements) == ("2031-05-02", ("Crane falls at Sund",), ())


def test_a_difference_names_the_outlets_of_each_side(view: View) -> None:
    (story,) = differ_page(view).stories
    (found,) = story.differences
    assert found.kind is DiscrepancyKind.FIGURE
    assert [side.outlets for side in found.sides] == [("The Beacon",), ("outlet not told",)]


def test_sources_come_by_day_of_publication_and_the_undated_last(view: View) -> None:
    assert [one.outlet for one in sources_page(view).sources] == ["The Beacon", "Evening Post", None]


def test_sources_say_how_many_files_could_not_be_read(view: View) -> None:
    assert sources_page(view).rejected == 2


def test_each_rejected_file_has_its_cause_and_mend(view: View) -> None:
    assert [(one.where, one.cause, one.mend) for one in rejected_page(view).rejected] == [
        ("harbour/empty.txt", "the file is empty", "leave it out"),
        ("harbour/photo.txt", "it is no text", "save it as text"),
    ]


def test_a_person_is_found_by_any_name(view: View) -> None:
    (sheet,) = who_page(view, "oram").actors
    assert (sheet.name, sheet.affiliation, sheet.aliases) == ("Ilse Oram", "Ostmark", ("Oram",))


def test_a_person_holds_the_lines_that_her_words_show(view: View) -> None:
    (sheet,) = who_page(view, "Oram").actors
    assert {one.party for one in sheet.positions} == {"Ostmark"}


def test_reasons_are_given_when_asked_why(view: View) -> None:
    (sheet,) = why_page(view, "Oram").actors
    assert sheet.why
    assert [(one.left, one.right, one.reasons) for one in sheet.why.names] == [
        ("Ilse Oram", "Oram", ("same surname", "same role"))
    ]
    assert {one.reasons for one in sheet.why.words} == {("the name stands before the cue",)}


def test_names_are_cited_where_their_articles_first_have_them(view: View) -> None:
    (sheet,) = why_page(view, "Oram").actors
    assert sheet.why
    (reason,) = sheet.why.names
    cited = {one.number: one for one in sheet.citations}
    assert [cited[number].exact for number in (reason.left_citation, reason.right_citation)] == ["Ilse Oram", "Oram"]


def test_reports_that_have_one_reason_stand_on_one_line(view: View) -> None:
    parts = why_page(view, "Oram").lay_out().parts
    (section,) = (each for each in parts[0].sections if each.heading == "Why these words are theirs")
    assert len(section.items) == 1


def test_reasons_are_left_out_when_nobody_asked(view: View) -> None:
    (sheet,) = who_page(view, "Oram").actors
    assert sheet.why is None


def test_a_name_that_is_none_is_answered_with_the_nearest(view: View) -> None:
    with pytest.raises(InputError, match="nearest are “Ilse Oram”"):
        who_page(view, "Ilse Orram")


def test_a_find_in_a_quotation_tells_who_said_it(view: View) -> None:
    page = search_page(view, "talk about", limit=5)
    assert [(one.speaker, one.said_on) for one in page.found] == [("Ilse Oram", "2031-05-09")]


def test_a_search_gives_no_more_places_than_asked_for(view: View) -> None:
    assert len(search_page(view, "dues", limit=2).found) == 2


def test_furniture_is_left_out_of_an_article(view: View) -> None:
    page = text_page(view, "beacon.txt")
    assert not any("lighthouses" in one.text for one in page.stretches)


def test_furniture_is_shown_with_its_reason_when_all_is_asked_for(view: View) -> None:
    page = whole_text_page(view, "beacon.txt")
    assert [one.reason for one in page.stretches if "lighthouses" in one.text] == ["a headline of another article"]


def test_words_that_are_said_stand_in_numbered_brackets(view: View) -> None:
    text, _ = text_page(view, "evening.txt").lay_out().parts[0].sections
    assert "[1: “We can talk about the dues,”] Ilse Oram said on Friday." in [
        plain_text(item.lead) for item in text.items
    ]
