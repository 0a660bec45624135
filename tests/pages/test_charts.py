"""What a page draws: a mark for each statement in its party's row, or bars of counts, and a score for each line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from onrecord.pages.charting import Chart, Key, chart_of
from onrecord.pages.charts import IN_STORY, StoryPlot, actor_chart, story_chart
from onrecord.pages.formats.json_page import encode
from onrecord.pages.marks import Point, Step, step_of, stretch
from onrecord.pages.narrowing import Narrowing
from onrecord.pages.scale import MOST, TEMPERS, WORDS, Temper, say_score, temper_of
from onrecord.pages.shelf import Shelf
from onrecord.records import Stance
from onrecord.records.errors import InputError
from onrecord.records.scale import SCORES
from onrecord.store import Extent, PlottedDay, PlottedName, PlottedRow, View

FIRST = date(2031, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A plot of so many statements by party and day."""

    drawn: Mapping[str, Sequence[PlottedDay]]

    def rows(self, most: int) -> list[PlottedRow]:
        counted = {party: sum(one.statements for one in several) for party, several in self.drawn.items()}
        first = sorted(counted, key=lambda one: (-counted[one], one))[:most]
        return [PlottedRow(name=one, story="", statements=counted[one], dated=counted[one]) for one in first]

    def speakers(self, row: PlottedRow) -> Sequence[str]:  # noqa: ARG002 - as the protocol has it
        return ()

    def names(self) -> list[PlottedName]:
        days = {party: [one.day for one in several] for party, several in self.drawn.items()}
        return [
            PlottedName(one.name, 1, one.statements, one.dated, min(days[one.name]), max(days[one.name]))
            for one in self.rows(len(self.drawn))
        ]

    def days(self, row: PlottedRow) -> Sequence[PlottedDay]:
        return self.drawn[row.name]

    def total(self) -> list[PlottedDay]:
        counted: Counter[tuple[str, str]] = Counter()
        for several in self.drawn.values():
            for one in several:
                counted[one.day, one.stance] += one.statements
        return [PlottedDay(day=day, stance=stance, statements=n, turns=0) for (day, stance), n in counted.items()]

    def points(self, places: Callable[[Key], int]) -> Iterator[Point]:  # noqa: ARG002 - as the protocol has it
        return iter(())


def said(parties: int, each: int, days: int) -> Counted:
    """Statements of as many parties, spread over the days one after the other."""
    return Counted(
        drawn={
            f"Party {party:02}": [
                PlottedDay(
                    day=date.fromordinal(FIRST.toordinal() + number * days // each).isoformat(),
                    stance="",
                    statements=1,
                    turns=0,
                )
                for number in range(each)
            ]
            for party in range(parties)
        }
    )


def drawn(view: View, plot: Counted, most_marks: int = 0) -> Chart:
    return chart_of(plot, (), Shelf(view), most_marks)


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
    chart = drawn(view, said(parties=3, each=100, days=30))
    assert chart.marks == ()
    assert sum(bar.statements for bar in chart.bars) == 300


def test_a_chart_is_small_however_much_was_said(view: View) -> None:
    chart = drawn(view, said(parties=40, each=250, days=4_000))
    assert len(chart.rows) == 12
    assert (chart.rows[-1].name, chart.rows[-1].rest) == (None, 29)
    assert len(encode(chart)) < 250_000


def test_what_the_smaller_rows_share_is_what_the_others_do_not_have(view: View) -> None:
    chart = drawn(view, said(parties=40, each=5, days=5))
    shared = [bar.statements for bar in chart.bars if bar.row == 11]
    assert shared == [29] * 5


def test_a_bar_counts_each_kind_of_line(view: View) -> None:
    (day,) = said(1, 1, 1).drawn["Party 00"]
    several = [day._replace(stance=Stance.REJECT, statements=2), day]
    (bar,) = drawn(view, Counted(drawn={"Party 00": several})).bars
    assert (bar.statements, bar.refusing, bar.willing, bar.score) == (3, 2, 0, -4.0)


def test_bars_count_what_marks_would_show(view: View) -> None:
    parts = [Narrowing(), Narrowing(outlet="Evening Post"), Narrowing(party="Ostmark")]
    for part in parts:
        marked, counted = (story_chart(view, "y1", part, most) for most in (IN_STORY, 0))
        assert replace(counted, bars=(), marks=marked.marks) == marked
        assert sum(bar.statements for bar in counted.bars) == len(marked.marks)
        assert sum(bar.turns for bar in counted.bars) == sum(mark.turns for mark in marked.marks)
        assert sum(bar.refusing for bar in counted.bars) == sum(one.temper is Temper.REFUSING for one in marked.marks)


def test_a_part_that_is_all_there_is_is_counted_as_the_whole(view: View) -> None:
    whole = StoryPlot(Extent(scope="y1"), view)
    part = StoryPlot(Extent(scope="y1", day="2031-01-01/2031-12-31"), view)
    dated = {one.name: one.dated for one in whole.rows(10) if one.dated}
    assert {one.name: one.dated for one in part.rows(10)} == dated
    for row in part.rows(10):
        assert set(part.days(row)) == set(whole.days(row))
        assert part.speakers(row) == whole.speakers(row)
    assert set(part.total()) == set(whole.total())


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
