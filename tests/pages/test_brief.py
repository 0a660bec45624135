from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from onrecord.pages.brief import BriefPage, StoryBrief, brief_page
from onrecord.pages.citations import Citation
from onrecord.pages.layout import Document, Emphasis, Item, Line, plain_text
from onrecord.pages.statements import say_role
from onrecord.records import Role, Stance
from onrecord.records.errors import InputError
from onrecord.store import View


@pytest.fixture
def page(view: View) -> BriefPage:
    return brief_page(view, "harbour.db")


@pytest.fixture
def story(page: BriefPage) -> StoryBrief:
    (only,) = page.stories
    return only


def lines(document: Document) -> Iterator[Line]:
    for part in document.parts:
        yield from part.lede
        for section in part.sections:
            yield from (section.note, section.after)
            for item in section.items:
                yield from lines_of(item)


def lines_of(item: Item) -> Iterator[Line]:
    yield from (item.lead, *item.details)
    for below in item.items:
        yield from lines_of(below)


def text_of(page: BriefPage) -> str:
    return "\n".join(plain_text(line) for line in lines(page.lay_out()))


def test_the_head_counts_articles_outlets_and_the_undated(story: StoryBrief) -> None:
    assert (story.head.articles, story.head.outlets, story.head.undated) == (3, 2, 1)


def test_the_line_that_changed_comes_first_with_what_it_was_before(story: StoryBrief) -> None:
    first = story.positions[0]
    assert first.before
    assert (first.stance, first.before.line) == (Stance.CONSULT, "rejects lower harbour dues")


def test_a_line_is_shown_in_a_quotation_rather_than_in_the_reporters_words(story: StoryBrief) -> None:
    shown = story.positions[1].shown
    assert shown
    assert shown.wording.words == "“Nobody sails for free into my port,”"


def test_a_line_tells_how_many_independent_origins_it_has(story: StoryBrief) -> None:
    evidence = story.positions[1].evidence
    assert (evidence.articles, evidence.origins, evidence.independent_origins) == (2, ("Union Wire",), 1)


def test_the_undated_stands_apart_at_the_end(story: StoryBrief) -> None:
    assert [day.on for day in story.days] == ["2031-05-04", "2031-05-09", None]


def test_within_a_day_the_most_reported_comes_first(story: StoryBrief) -> None:
    assert [one.evidence.articles for one in story.days[0].statements] == [2, 1]


def test_a_speaker_that_is_not_told_is_said_not_to_be(page: BriefPage) -> None:
    assert "Speaker not told (the article has “He”) said the quay was" in text_of(page)


def test_a_source_without_a_name_is_said_to_have_none(page: BriefPage) -> None:
    assert "An official (not named)" in text_of(page)


def test_what_may_be_one_statement_is_said_to_be_doubtful(page: BriefPage) -> None:
    assert "may be the same statement as" in text_of(page)


def test_both_wordings_of_a_difference_are_shown(page: BriefPage) -> None:
    text = text_of(page)
    assert re.search(r"400 ships — The Beacon\W+\d+\W+About 400 ships a month call at Sund", text)
    assert re.search(r"340 ships — outlet not told\W+\d+\W+Some 340 ships call there every month", text)


def test_a_source_tells_how_its_date_is_known_and_whom_it_cites(page: BriefPage) -> None:
    assert "beacon.txt · 4 May 2031 (as printed) · cites Union Wire" in text_of(page)


def test_a_role_is_told_where_the_speaker_first_comes_in_a_section(page: BriefPage) -> None:
    timeline = page.lay_out().parts[0].sections[1]
    text = "\n".join(plain_text(one) for item in timeline.items for one in lines_of(item))
    assert text.count("(Ostmark port minister)") == 1


def test_every_citation_leads_to_what_stands_there(view: View, story: StoryBrief) -> None:
    def stands(one: Citation) -> bool:
        return view.find_article(one.article).text[one.start : one.end] == one.exact

    assert story.citations
    assert all(stands(one) for one in story.citations)


def test_every_number_on_the_page_has_its_place_among_the_sources(page: BriefPage) -> None:
    runs = [run for line in lines(page.lay_out()) for run in line if run.emphasis is Emphasis.CITATION]
    assert {run.link for run in runs if run.link} == {run.anchor for run in runs if run.anchor}


def test_every_statement_and_difference_bears_a_citation(story: StoryBrief) -> None:
    said = [one.wording.citation for day in story.days for one in day.statements]
    told = [number for one in story.differences for side in one.sides for number in side.citations]
    assert {*said, *told} <= {one.number for one in story.citations}


def test_a_story_is_chosen_by_words_of_its_headline(view: View) -> None:
    assert brief_page(view, "harbour.db", "HARBOUR DUES").stories[0].head.story == "y1"


def test_a_story_is_chosen_by_its_number(view: View) -> None:
    assert brief_page(view, "harbour.db", "1").stories[0].head.story == "y1"


def test_a_story_is_chosen_by_the_id_of_one_that_went_into_it(view: View) -> None:
    gone = next(view.stories()).also[0]
    assert brief_page(view, "harbour.db", gone).stories[0].head.story == "y1"


def test_a_story_that_is_none_is_answered_with_the_headlines(view: View) -> None:
    with pytest.raises(InputError, match="“Ostmark will not lower harbour dues”"):
        brief_page(view, "harbour.db", "whales")


@pytest.mark.parametrize(
    ("of", "title", "told"),
    [
        ("Ostmark", "port minister", "Ostmark port minister"),
        ("Ostmark", "President", "President of Ostmark"),
        ("Ostmarkian", "President", "Ostmarkian President"),
        ("U.O.", "President", "U.O. President"),
        ("Delta Guild", "Delta Guild leader", "Delta Guild leader"),
    ],
)
def test_a_role_is_told_with_whose_it_is_as_newspapers_have_it(of: str, title: str, told: str) -> None:
    assert say_role(Role(role=title, of=of)) == told
