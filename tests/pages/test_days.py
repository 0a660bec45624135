from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.days import say_date, say_day, say_span, span_of
from onrecord.text.days import bounds


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-04", "4 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-04T16:10", "4 May 2031, 16:10"),
        ("2031-05-04/2031-05-09", "4–9 May 2031"),
        ("2031-04-28/2031-05-02", "28 Apr – 2 May 2031"),
        ("2030-12-31/2031-01-01", "31 Dec 2030 – 1 Jan 2031"),
        ("2030/2031", "2030–2031"),
        ("2030/2031-05-04", "2030 – 4 May 2031"),
        ("2031-05~", "about May 2031"),
        ("../2031-05-04", "until 4 May 2031"),
        ("2031-05-04/..", "since 4 May 2031"),
        (None, "day not given"),
    ],
)
def test_a_date_reads_as_in_a_newspaper(edtf: str | None, words: str) -> None:
    assert say_date(edtf) == words


def test_a_day_leaves_the_clock_out() -> None:
    assert say_day("2031-05-04T16:10+02:00") == "4 May 2031"


def test_an_undated_thing_sorts_after_every_dated_one() -> None:
    assert bounds(None) > bounds("2999-12-31")


def test_a_stretch_runs_from_the_first_day_to_the_last() -> None:
    assert say_span("2031-05-04/2031-05-05", "2031-05-09") == "4–9 May 2031"


def test_a_story_without_days_says_so() -> None:
    assert say_span(None, None) == "days not given"


@given(st.lists(st.dates().map(str), min_size=1))
def test_the_earliest_and_latest_of_dates_are_found(days: list[str]) -> None:
    assert span_of(days) == (min(days), max(days))


@given(st.text())
def test_a_date_that_is_none_is_shown_as_it_came(text: str) -> None:
    assert isinstance(say_date(text), str)
