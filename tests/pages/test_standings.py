"""Parties and issues: which line is the present one, and how old it is."""

from __future__ import annotations

import pytest

from onrecord.pages.narrowing import Narrowing
from onrecord.pages.standings import days_between, standings_page
from onrecord.pages.story import story_page
from onrecord.records.errors import InputError
from onrecord.store import View


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2031-05-04", "2031-05-09", 5),
        ("2031-05-04/2031-05-06", "2031-05-09", 3),
        ("2031-05-09", "2031-05-04", 0),
        ("2031-05", "2031-05-09", None),
        (None, "2031-05-09", None),
        ("2031-05-04T18:00", "2031-05-09T06:00", 5),
    ],
)
def test_the_days_between_are_counted_where_both_are_known(first: str, last: str, days: int | None) -> None:
    assert days_between(first, last) == days


def test_the_line_taken_last_is_the_present_one(view: View) -> None:
    (table,) = standings_page(view).stories
    cells = [cell for row in table.issues for cell in row.cells if cell]
    (changed,) = [cell for cell in cells if cell.changed]
    assert changed.now.since == "2031-05-09"
    assert [one.since for one in changed.earlier] == ["2031-05-04"]


def test_each_party_has_a_cell_in_every_row(view: View) -> None:
    (table,) = standings_page(view).stories
    assert {len(row.cells) for row in table.issues} == {len(table.parties)}


def test_a_day_takes_in_what_was_said_in_a_stretch_around_it(view: View) -> None:
    (story,) = view.stories()
    whole = story_page(view, story.id, Narrowing())
    days = [day.value for day in whole.choices.days]
    assert days == sorted(days)
    for day in days:
        part = story_page(view, story.id, Narrowing(day=day))
        assert {one.on for one in part.brief.days} == {day}


def test_a_story_that_is_not_there_is_told(view: View) -> None:
    with pytest.raises(InputError, match="no story of this record"):
        story_page(view, "y0", Narrowing())
