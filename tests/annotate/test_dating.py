"""When an undated article came out, by the days that others give to what it tells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.marked import article_of

from onrecord.annotate import Dated, Known, annotate, date_article
from onrecord.annotate.rules import RulesTagger
from onrecord.records import Reading

# 5 May 2031 is a Monday.
MONDAY = "2031-05-05"
BELOW = "The council met in Vall.\n\nIt is old.\n\nIt is cold.\n\n"
TOLLS = "“Nobody will pay a toll to go home on this river,” Ilse Oram"


def reading_of(text: str) -> Reading:
    return annotate(article_of(text), RulesTagger())


def dated(text: str, day: str = MONDAY, words: str = "Nobody will pay") -> Dated | None:
    """The article dated by the day on which the attribution with those words was said."""
    reading = reading_of(text)
    known = {each.id: Known(day=day, reason="told elsewhere") for each in reading.attributions if words in each.text}
    assert known, "the words are no attribution of the text"
    return date_article(reading, known)


def published(text: str, day: str = MONDAY) -> str | None:
    found = dated(text, day)
    return found.article.published if found else None


FITS = {
    "a first paragraph is news of that day or the day before": (f"{TOLLS} said on Monday.", "2031-05-05/2031-05-06"),
    "a first paragraph without a day is too": (f"{TOLLS} said.", "2031-05-05/2031-05-06"),
    "later on the weekday is that day": (
        f"{TOLLS} told reporters on Monday. Piet Brandt is due in Vall later on Monday.",
        MONDAY,
    ),
    "yesterday leaves one day": (f"{TOLLS} said yesterday.", "2031-05-06"),
    "today leaves one day": (f"{TOLLS} said today.", MONDAY),
    "what is to come has not been": (
        f"{BELOW}{TOLLS} said on Monday.\n\nTalks are set to begin in Vall on May 7.",
        "2031-05-05/2031-05-07",
    ),
    "further down a weekday leaves the week": (
        f"{BELOW}{TOLLS} said on Monday.",
        "2031-05-05/2031-05-11",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), FITS.values(), ids=FITS.keys())
def test_the_days_that_fit_are_the_publication(text: str, wanted: str) -> None:
    assert published(text) == wanted


ABSTAINS = {
    "another weekday contradicts": f"{TOLLS} said on Thursday.",
    "one recalled quotation far down, without a day, tells nothing": (f"{BELOW}{TOLLS} said."),
    "last year contradicts": f"{TOLLS} said last year.",
}


@pytest.mark.parametrize("text", ABSTAINS.values(), ids=ABSTAINS.keys())
def test_where_the_days_tell_too_little_or_contradict_nothing_is_inferred(text: str) -> None:
    assert dated(text) is None


def test_the_other_days_of_the_article_are_read_by_its_inferred_day() -> None:
    found = dated(f"{TOLLS} said today. Piet Brandt said on Sunday that the mine was safe.")
    assert found is not None
    assert [each.said_on for each in found.attributions] == [MONDAY, "2031-05-04"]
    assert [each.edtf for each in found.mentions] == [MONDAY, "2031-05-04"]


def test_a_day_that_is_another_by_each_of_the_days_that_fit_is_an_interval() -> None:
    found = dated(f"{TOLLS} said. Piet Brandt said yesterday that the mine was safe.")
    assert found is not None
    assert [each.said_on for each in found.attributions] == ["2031-05-04/2031-05-05"]


def test_the_reasons_say_which_words_told_the_day() -> None:
    found = dated(f"{TOLLS} said today.")
    assert found is not None
    assert found.article.reasons == ("told elsewhere", "the only day that fits the days it names")


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from([each for each, _ in FITS.values()]))
@settings(max_examples=60, deadline=None)
def test_no_article_comes_out_before_what_it_tells_was_said(day: date, text: str) -> None:
    found = published(text, day.isoformat())
    assert found is None or found[:10] >= day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
@settings(max_examples=30, deadline=None)
def test_the_weekday_an_article_gives_is_the_day_that_was_known(day: date) -> None:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    told = published(f"{TOLLS} said on {names[day.weekday()]}.", day.isoformat())
    assert told is not None
    assert 0 <= (date.fromisoformat(told[:10]) - day).days <= 6
    assert published(f"{TOLLS} said on {names[(day.weekday() + 1) % 7]}.", day.isoformat()) is None
