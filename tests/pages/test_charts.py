"""What a page draws: a mark for each statement in its party's row, or bars of counts, and a score for each line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.pages.charting import Chart, chart_of
from onrecord.pages.charts import actor_chart, story_chart
from onrecord.pages.formats.json_page import encode
from onrecord.pages.marks import Point, Step, step_of, stretch
from onrecord.pages.narrowing import Narrowing
from onrecord.pages.scale import MOST, SCORES, TEMPERS, WORDS, Temper, say_score, temper_of
from onrecord.pages.shelf import Shelf
from onrecord.records import Stance, Statement
from onrecord.records.errors import InputError
from onrecord.store import View

FIRST = date(2031, 1, 1)


def points(parties: int, each: int, days: int) -> list[Point]:
    """Statements of as many parties, spread over the days one after the other."""
    return [
        Point(
            row=f"Party {party:02}",
            story=None,
            speaker=None,
            statement=Statement(
                id=f"s{party}-{number}",
                speaker=None,
                said_on=date.fromordinal(FIRST.toordinal() + number * days // each).isoformat(),
                text="“We shall see,”",
                attributions=(),
            ),
            position=None,
            turns=False,
        )
        for party in range(parties)
        for number in range(each)
    ]


def drawn(view: View, several: list[Point], most_marks: int = 0) -> Chart:
    return chart_of(several, (), Shelf(view), most_marks)


def test_a_row_is_a_party_with_those_who_speak_for_it(view: View) -> None:
    chart = story_chart(view, "y1", Narrowing())
    assert [(row.name, row.within, row.statements, row.undated) for row in chart.rows] == [
        ("Ostmark", ("Ilse Oram",), 3, 0),
        (None, (), 2, 2),
    ]


def test_a_mark_tells_who_when_what_and_through_whom(view: View) -> None:
    (mark,) = [one for one in story_chart(view, "y1", Narrowing()).marks if one.statement == "s2"]
    assert (mark.speaker, mark.day, mark.words) == ("Ilse Oram", "4 May 2031", "“Nobody sails for free into my port,”")
    assert (mark.outlets, mark.origins) == (("The Beacon",), "one origin: Union Wire")
    assert (mark.line, mark.temper, mark.score) == ("rejects lower harbour dues", Temper.REFUSING, -4.0)


def test_the_mark_with_which_a_line_changes_is_told(view: View) -> None:
    assert [one.statement for one in story_chart(view, "y1", Narrowing()).marks if one.turns] == ["s5"]


def test_what_bears_no_day_has_no_mark_and_is_counted(view: View) -> None:
    chart = story_chart(view, "y1", Narrowing())
    assert (chart.statements, len(chart.marks), chart.undated) == (5, 3, 2)


def test_what_happened_is_on_the_chart_by_its_day(view: View) -> None:
    (happening,) = story_chart(view, "y1", Narrowing()).happenings
    assert (happening.day, happening.articles) == ("4 May 2031", 2)


def test_a_chart_of_a_part_has_the_marks_of_that_part(view: View) -> None:
    chart = story_chart(view, "y1", Narrowing(outlet="Evening Post"))
    assert [one.statement for one in chart.marks] == ["s5"]


def test_a_chart_of_a_person_has_the_lines_on_an_issue_in_one_row(view: View) -> None:
    chart = actor_chart(view, "p1")
    assert [row.name for row in chart.rows] == ["lower harbour dues"]
    assert [one.score for one in chart.marks] == [-4.0, -4.0, 1.0]


def test_a_chart_of_no_story_is_told(view: View) -> None:
    with pytest.raises(InputError, match="no story of this record has this id"):
        story_chart(view, "y0", Narrowing())


def test_a_chart_of_no_one_is_told(view: View) -> None:
    with pytest.raises(InputError, match="no one in this record has this id"):
        actor_chart(view, "p0")


def test_many_statements_are_counted_and_none_is_lost(view: View) -> None:
    chart = drawn(view, points(parties=3, each=100, days=30))
    assert chart.marks == ()
    assert sum(bar.statements for bar in chart.bars) == 300


def test_a_chart_is_small_however_much_was_said(view: View) -> None:
    chart = drawn(view, points(parties=40, each=250, days=4_000))
    assert len(chart.rows) == 12
    assert (chart.rows[-1].name, chart.rows[-1].rest) == (None, 29)
    assert len(encode(chart)) < 250_000


def test_a_bar_counts_each_kind_of_line(view: View) -> None:
    shelf = Shelf(view)
    refusal = next(one for one in view.positions(story="y1") if one.stance is Stance.REJECT)
    several = [replace(one, position=refusal if number < 2 else None) for number, one in enumerate(points(1, 3, 1))]
    (bar,) = chart_of(several, (), shelf, 0).bars
    assert (bar.statements, bar.refusing, bar.willing, bar.score) == (3, 2, 0, -4.0)


@pytest.mark.parametrize(
    ("days", "step"), [(1, Step.DAY), (60, Step.DAY), (61, Step.WEEK), (421, Step.MONTH), (1_801, Step.YEAR)]
)
def test_a_bar_is_as_long_as_the_chart_has_room_for(days: int, step: Step) -> None:
    assert step_of(FIRST, date.fromordinal(FIRST.toordinal() + days - 1)) is step


@pytest.mark.parametrize(
    ("step", "first", "last"),
    [
        (Step.DAY, "2031-12-31", "2031-12-31"),
        (Step.WEEK, "2031-12-29", "2032-01-04"),
        (Step.MONTH, "2031-12-01", "2031-12-31"),
        (Step.YEAR, "2031-01-01", "2031-12-31"),
    ],
)
def test_a_stretch_has_the_day_in_it(step: Step, first: str, last: str) -> None:
    assert stretch(date(2031, 12, 31), step) == (date.fromisoformat(first), date.fromisoformat(last))


def test_every_category_has_a_score_on_the_scale() -> None:
    assert set(SCORES) == set(Stance)
    assert all(-MOST <= score <= MOST for score in SCORES.values())


def test_what_is_said_goes_down_from_an_offer_to_a_threat() -> None:
    said = [Stance.AGREE, Stance.SUPPORT, Stance.CONSULT, Stance.REQUEST, Stance.ACCUSE, Stance.REJECT, Stance.THREATEN]
    assert sorted(said, key=lambda one: -SCORES[one]) == said


def test_every_kind_has_words_and_only_willing_ones_are_above_none() -> None:
    assert set(WORDS) == set(Temper)
    assert {one for one in Stance if SCORES[one] > 0} == {one for one in Stance if temper_of(one) is Temper.WILLING}
    assert Temper.WILLING not in TEMPERS.values()


def test_a_score_has_its_sign() -> None:
    assert [say_score(one) for one in (4.0, 3.5, -1.0)] == ["+4", "+3.5", "−1"]
