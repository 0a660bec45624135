"""What holds of the dates of any text."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.dates import find_dates, is_edtf
from onrecord.annotate.dates.feasts import easter

WORDS = st.sampled_from(
    """May March Monday Tues. Sat the last next this past week weekend year years two 3 17 17th 2014 1999 31 -
    to and from between of in on ago later earlier few couple a early late mid- century 20th 1960s Feb. 2,014 30
    summer quarter first half Q1 end yesterday today , . : / ’71 BC 44 before after day same that Easter will said
    04.05.2031 2031-02-30 99999 billion decade \n\n 10 a.m. p.m. ET GMT 14:30 0800 noon at since until around
    perhaps first second third strike began vote fortnight beginning weekend months half fiscal Whit Epiphany""".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))
BASES = st.one_of(st.none(), st.dates().map(date.isoformat), st.text(max_size=12))
WEEKDAYS = [f"{date(2031, 5, 5 + number):%A}" for number in range(7)]
SENTENCES = [
    "Oram said on {} that it was over.", "Oram will sail on {}.", "The talks resume {}.", "They met {} night.",
    "{}, the crews left.", "The truce holds until {}.", "They leave this {}.", "The coming {} they rest.",
]  # fmt: skip
PRINTED = [
    "{0:%B} {0.day}, {0:%Y}", "{0.day} {0:%B} {0:%Y}", "{0:%b} {0.day}, {0:%Y}", "{0:%A}, {0.day} {0:%b} {0:%Y}",
    "{0:%Y-%m-%d}", "{0:%d.%m.%Y}", "the {0.day}th of {0:%B} {0:%Y}", "{0:%a}, {0:%B} {0.day}, {0:%Y}",
]  # fmt: skip


@given(TEXTS, BASES)
def test_every_mention_is_anchored_and_every_date_is_edtf(text: str, base: str | None) -> None:
    done = 0
    for one in find_dates(text, base=base):
        assert text[one.span.start : one.span.end] == one.span.exact
        assert one.span.start >= done
        assert one.edtf is None or is_edtf(one.edtf)
        assert one.interval is None or is_edtf(one.interval)
        done = one.span.end


@given(TEXTS, TEXTS, TEXTS, BASES)
def test_what_stands_in_other_paragraphs_changes_nothing(
    before: str, paragraph: str, after: str, base: str | None
) -> None:
    alone = find_dates(paragraph, base=base)
    start = len(before) + 2
    among = find_dates(f"{before}\n\n{paragraph}\n\n{after}", start=start, end=start + len(paragraph), base=base)
    shifted = [(one.span.start - start, one.span.exact, one.edtf, one.interval, one.governs_past) for one in among]
    assert shifted == [(one.span.start, one.span.exact, one.edtf, one.interval, one.governs_past) for one in alone]


@given(st.sampled_from(WEEKDAYS), st.sampled_from(SENTENCES), st.dates(date(1900, 1, 8), date(2090, 12, 20)))
def test_a_weekday_lies_within_seven_days_of_the_publication(weekday: str, sentence: str, base: date) -> None:
    (found,) = find_dates(sentence.format(weekday), base=base.isoformat())
    day = date.fromisoformat(found.edtf or "")
    assert abs((day - base).days) <= 7
    assert f"{day:%A}" == weekday


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    ["May ", "the last ", "1 1 ", "2031 ", "Monday, ", "first second third ", "a year and a half ",
     "10 a.m. ET on Monday ", "The strike began on May 1. On the third day of the strike it fell. ",
     "between from to and "],
)  # fmt: skip
def test_ten_times_the_text_takes_some_ten_times_the_time(words: str) -> None:
    short, long = _seconds(words * 400), _seconds(words * 4000)
    assert long < 30 * max(short, 0.002)


def _seconds(text: str) -> float:
    def once() -> float:
        begin = time.process_time()
        find_dates(text, base="2031-05-05")
        return time.process_time() - begin

    return min(once() for _ in range(3))


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_no_mention_lies_outside_the_part_asked_for(text: str, start: int, length: int) -> None:
    for one in find_dates(text, start=start, end=start + length, base="2031-05-05"):
        assert start <= one.span.start < one.span.end <= start + length


@pytest.mark.parametrize("form", PRINTED)
@given(day=st.dates(date(1000, 1, 1), date(2099, 12, 31)))
def test_a_printed_date_gives_back_the_day(form: str, day: date) -> None:
    printed = form.format(day)
    (found,) = find_dates(f"It began on {printed}.")
    assert (found.span.exact, found.edtf) == (printed, day.isoformat())


@given(st.dates(date(1900, 6, 1), date(2090, 12, 31)), st.integers(-40, 40))
def test_a_day_without_its_year_is_the_one_nearest_to_the_publication(day: date, off: int) -> None:
    base = date.fromordinal(day.toordinal() + off)
    (found,) = find_dates(f"It began on {day:%B} {day.day}.", base=base.isoformat())
    assert found.edtf == day.isoformat()


@pytest.mark.parametrize(("year", "day"), [(1818, "03-22"), (2000, "04-23"), (2025, "04-20"), (2038, "04-25")])
def test_easter_is_when_the_church_keeps_it(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    "text",
    ["2031", "2031-05", "2031-05-04", "-0043", "2031~", "2031-05-04T16:10Z", "2031-05-04T16:10-04:00", "2031/2033"],
)
def test_dates_and_intervals_are_edtf(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "31", "2031-13", "2031-02-29", "2031-05-04T25:00", "May 2031", "2031/2030", "2031/2032/2033", "2031-5-4"],
)
def test_what_no_calendar_has_is_no_edtf(text: str) -> None:
    assert not is_edtf(text)
