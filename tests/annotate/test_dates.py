"""Dates as printed, in [brackets], what the publication was, and what they mean."""

import re

import pytest

from onrecord.annotate.dates import Grain, find_dates

MONDAY = "2031-05-05"
THURSDAY = "2031-05-08T14:30"
SATURDAY = "2031-05-10"
FEBRUARY = "2031-02-14"

Row = tuple[str, str | None, str]

DAYS: list[Row] = [
    ("The ferry sank on [Feb. 17].", MONDAY, "2031-02-17"),
    ("The ferry sank on [February 17, 2030].", None, "2030-02-17"),
    ("The ferry sank on [17 February 2030].", None, "2030-02-17"),
    ("The ferry sank on [the 17th of February 2030].", None, "2030-02-17"),
    ("It sank on [Tuesday, March 4, 2031].", MONDAY, "2031-03-04"),
    ("It sank on [Tues., March 4].", MONDAY, "2031-03-04"),
    ("It sank on [Sat., 3 May 2031].", None, "2031-05-03"),
    ("It sank on [2030-02-17].", None, "2030-02-17"),
    ("It sank on [17.02.2030].", None, "2030-02-17"),
    ("It sank on [02/17/2030].", None, "2030-02-17"),
    ("The law of [Sept. 3rd, 2019], was repealed.", None, "2019-09-03"),
    ("PRESS RELEASE [MARCH 3, 2021]", None, "2021-03-03"),
    ("They met on [Dec. 30].", FEBRUARY, "2030-12-30"),
    ("They will meet on [Dec. 30].", FEBRUARY, "2031-12-30"),
    ("They met on [Dec. 3, 2029], and [Jan. 5].", MONDAY, "2029-12-03 2030-01-05"),
    ("On [June 1, 2015], he joined. On [Oct. 4] he left.", MONDAY, "2015-06-01 2015-10-04"),
    ("The council sat on [the 5th].", MONDAY, "2031-05-05"),
    ("The council sat until [the 29th of last month].", MONDAY, "2031-04-29"),
    ("After the [Sept. 11] attacks and [9/11] trials.", MONDAY, "2001-09-11 2001-09-11"),
    ("They met on [Christmas Day].", FEBRUARY, "2030-12-25"),
    ("They met on [Easter Monday 2031].", None, "2031-04-14"),
    ("They met on [Thanksgiving 2030].", None, "2030-11-28"),
    ("They met in [the last week of February 2032].", None, "2032-02-23/2032-02-29"),
    ("They met in [the first week of March].", MONDAY, "2031-03-01/2031-03-07"),
    ("They met in [the final week of April].", MONDAY, "2031-04-24/2031-04-30"),
]

MONTHS_AND_YEARS: list[Row] = [
    ("Elected in [March 2029], she resigned.", None, "2029-03"),
    ("She died in [December of 1984].", None, "1984-12"),
    ("She was elected in [November].", MONDAY, "2030-11"),
    ("She will step down in [November].", MONDAY, "2031-11"),
    ("The party looks toward [November's] vote.", "2031-07-19", "2031-11"),
    ("They passed it [last March].", MONDAY, "2031-03"),
    ("They passed it [last June].", MONDAY, "2030-06"),
    ("The deal was signed in [December] [last year].", MONDAY, "2030-12 2030"),
    ("They met in [late September 2030].", None, "2030-09-15/2030-09-30"),
    ("They met in [mid-January].", FEBRUARY, "2031-01-10/2031-01-20"),
    ("The war, which began in [2014], ended in [early 2016].", None, "2014 2016"),
    ("Since [2014] and until [2016].", None, "2014 2016"),
    ("In the [2014] elections, the 2014 people voted.", None, "2014"),
    ("The war of [1812] and the [1848] uprising.", None, "1812 1848"),
    ("By [the year 2040] and from [2009] - [2016].", None, "2040 2009 2016"),
    ("In [FY2030] and [Q1 2031].", None, "2030 2031-01-01/2031-03-31"),
    ("Caesar died in [44 BC], Jerome in [420 AD].", None, "-0043 0420"),
    ("Born [c. 347] in the hills.", None, "0347"),
    ("The class of [’71] met.", None, "1971"),
    ("[This year's] harvest; [next year's] too.", MONDAY, "2031 2032"),
    ("[Last month] and [earlier this month].", FEBRUARY, "2031-01 2031-02"),
]

INTERVALS: list[Row] = [
    ("Talks took place on [Feb. 15-16].", MONDAY, "2031-02-15/2031-02-16"),
    ("Talks took place on [15–16 February 2030].", None, "2030-02-15/2030-02-16"),
    ("Talks ran from [Monday to Wednesday].", THURSDAY, "2031-05-05/2031-05-07"),
    ("Talks ran [between March 3 and 5].", MONDAY, "2031-03-03/2031-03-05"),
    ("In [2014-16] and [1999-00].", None, "2014/2016 1999/2000"),
    ("In [the 1960s] and [the nineties].", None, "1960-01-01/1969-12-31 1990-01-01/1999-12-31"),
    ("In [the early 2000s].", None, "2000-01-01/2004-12-31"),
    ("In [the 1800s].", None, "1800-01-01/1899-12-31"),
    ("In [the 20th century].", None, "1900-01-01/1999-12-31"),
    ("In [the twelfth to sixteenth centuries].", None, "1100-01-01/1599-12-31"),
    ("In [the summer of 2030] and [fall 2004].", None, "2030-06-01/2030-08-31 2004-09-01/2004-11-30"),
    ("They applied before [last summer].", FEBRUARY, "2030-06-01/2030-08-31"),
    ("In [winter 2029], snow fell.", None, "2029-12-01/2030-02-28"),
    ("In [the third quarter of 2030].", None, "2030-07-01/2030-09-30"),
    ("In [the first half of this year].", MONDAY, "2031-01-01/2031-06-30"),
    ("[Last quarter] was poor.", MONDAY, "2031-01-01/2031-03-31"),
    ("[Last week] and [this past week] were cold.", MONDAY, "2031-04-28/2031-05-04 2031-04-28/2031-05-04"),
    ("They will meet [this week].", THURSDAY, "2031-05-05/2031-05-11"),
    ("They will meet [next week].", THURSDAY, "2031-05-12/2031-05-18"),
    ("They met over [the weekend].", MONDAY, "2031-05-03/2031-05-04"),
    ("They met at [the weekend].", SATURDAY, "2031-05-10/2031-05-11"),
    ("They met [last weekend].", SATURDAY, "2031-05-03/2031-05-04"),
    ("They will meet at [the weekend].", MONDAY, "2031-05-10/2031-05-11"),
    ("They met [this weekend].", "2031-05-07", "2031-05-03/2031-05-04"),
    ("In [the past 30 days].", MONDAY, "2031-04-05/2031-05-05"),
    ("Over [the next five years].", MONDAY, "2032/2036"),
    ("Over [the past three years].", MONDAY, "2028/2031"),
    ("In [the past few days].", MONDAY, "2031-05-05~"),
]

WEEKDAYS: list[Row] = [
    ("The palace on [Monday] ruled it out.", MONDAY, "2031-05-05"),
    ("The palace on [Tuesday] ruled it out.", MONDAY, "2031-04-29"),
    ("The pilots are due to vote on [Tuesday], which matters.", MONDAY, "2031-05-06"),
    ("The envoys will meet in Port Ister on [Tuesday].", MONDAY, "2031-05-06"),
    ("On [Sunday] the minister will travel to Ister.", MONDAY, "2031-05-11"),
    ("On [Sunday] the minister travelled to Ister.", MONDAY, "2031-05-04"),
    ("She is due in Ister on [Friday] to sign it.", THURSDAY, "2031-05-09"),
    ("The crews, due in port [later on Monday], will join.", MONDAY, "2031-05-05"),
    ("The talks are to resume on [Thursday], she said on [Monday].", MONDAY, "2031-05-08 2031-05-05"),
    ("He said [Sunday] that he would go [Wednesday].", MONDAY, "2031-05-04 2031-05-07"),
    ("Leaders to meet [Thursday]", MONDAY, "2031-05-08"),
    ("The truce holds until [Friday].", THURSDAY, "2031-05-09"),
    ("[Monday morning] and [Saturday Night] were quiet.", MONDAY, "2031-05-05 2031-05-03"),
    ("She left ahead of talks on [Thursday].", MONDAY, "2031-05-08"),
    ("She spoke on the eve of [Tuesday's] vote.", MONDAY, "2031-05-06"),
    ("The vote on [Friday] failed.", MONDAY, "2031-05-02"),
    ("By [Friday] the crews must answer.", MONDAY, "2031-05-09"),
    ("She was scheduled to sail, but on [Sunday] the crews struck.", MONDAY, "2031-05-04"),
    ("Speaking to reporters in Ister on [Sunday], she said no.", MONDAY, "2031-05-04"),
    ("She left [last Friday].", MONDAY, "2031-05-02"),
    ("She left [last Wednesday].", SATURDAY, "2031-04-30"),
    ("She leaves [next Monday].", MONDAY, "2031-05-12"),
    ("She left [this past Thursday].", SATURDAY, "2031-05-08"),
    ("On [Saturday] it rained; [the next Tuesday] too.", MONDAY, "2031-05-03 2031-05-06"),
    ("She came on [Tuesday] of [last week].", MONDAY, "2031-04-29 2031-04-28/2031-05-04"),
]

DISTANCES: list[Row] = [
    ("[Yesterday], [today] and [tomorrow].", MONDAY, "2031-05-04 2031-05-05 2031-05-06"),
    ("[Last night] and [this morning].", MONDAY, "2031-05-04 2031-05-05"),
    ("[The day before yesterday] and [tonight].", MONDAY, "2031-05-03 2031-05-05"),
    ("It began [just over 24 hours ago].", MONDAY, "2031-05-04"),
    ("It began [three hours ago].", "2031-05-05T01:30", "2031-05-04"),
    ("It began [three days ago].", MONDAY, "2031-05-02"),
    ("It began [two weeks ago].", MONDAY, "2031-04-21"),
    ("It began [10 months ago].", MONDAY, "2030-07"),
    ("[Seventeen years ago] this was unthinkable.", MONDAY, "2014"),
    ("[A year ago] he was free.", MONDAY, "2030"),
    ("It began [nearly a decade ago].", MONDAY, "2021~"),
    ("It began [two and a half years ago].", MONDAY, "2028-11"),
    ("In [1724] he went; [two years later] he came back.", None, "1724 1726"),
    ("It fell on [May 3]; [three days earlier] it stood.", MONDAY, "2031-05-03 2031-04-30"),
    ("It fell from [the year before].", MONDAY, "2030"),
    ("In [1920] he married; [that year] he moved.", None, "1920 1920"),
    ("On [May 3] it fell. [The next day] it burned.", MONDAY, "2031-05-03 2031-05-04"),
    ("By [year end] or [the end of next month].", MONDAY, "2031-12-31 2031-06-30"),
    ("In [the 16th century] and [the last century].", MONDAY, "1500-01-01/1599-12-31 1900-01-01/1999-12-31"),
]

NAMED_BY_PLACE: list[Row] = [
    ("They sat on [the first Monday of May 2030].", None, "2030-05-06"),
    ("They sat on [the last Friday in April].", MONDAY, "2031-04-25"),
    ("They will sit on [the second Tuesday of June].", MONDAY, "2031-06-10"),
    ("They sat in [the week of March 5, 2031].", None, "2031-03-03/2031-03-09"),
    ("They sail in [the week beginning 12 May].", MONDAY, "2031-05-12/2031-05-18"),
    ("Sales fell in [the week to April 27].", MONDAY, "2031-04-21/2031-04-27"),
    ("They met at [the weekend of 3 May].", MONDAY, "2031-05-03/2031-05-04"),
    ("They left [the week before last].", MONDAY, "2031-04-21/2031-04-27"),
    ("They left [the weekend before last].", MONDAY, "2031-04-26/2031-04-27"),
    ("They leave [the week after next].", MONDAY, "2031-05-19/2031-05-25"),
    ("It burned [the night before last].", MONDAY, "2031-05-03"),
    ("The lock opens on [Wednesday week].", MONDAY, "2031-05-14"),
    ("The lock opens [a week on Friday].", MONDAY, "2031-05-16"),
    ("They sat on [May 3, 4 and 5].", MONDAY, "2031-05-03/2031-05-05"),
    ("In [the first nine months of 2030] and [the first three months of this year].", MONDAY,
     "2030-01-01/2030-09-30 2031-01-01/2031-03-31"),
    ("In [fiscal year 2030], [fiscal 2029] and [2Q 2030].", None, "2030 2029 2030-04-01/2030-06-30"),
    ("It began [a year and a half ago].", MONDAY, "2029-11"),
    ("It began [two-and-a-half years ago].", MONDAY, "2028-11"),
    ("It began [half an hour ago].", "2031-05-05T10:15", "2031-05-05"),
    ("In [the past 24 hours] three boats sank.", MONDAY, "2031-05-04/2031-05-05"),
    ("They met [earlier this week].", THURSDAY, "2031-05-05/2031-05-11"),
]  # fmt: skip

FEASTS: list[Row] = [
    ("They met on [Palm Sunday].", MONDAY, "2031-04-06"),
    ("They met on [Maundy Thursday 2031].", None, "2031-04-10"),
    ("They will meet on [Whit Monday].", MONDAY, "2031-06-02"),
    ("They met on [Ascension Day 2030].", None, "2030-05-30"),
    ("They marched on [May Day].", MONDAY, "2031-05-01"),
    ("They met on [All Saints’ Day].", MONDAY, "2030-11-01"),
    ("They met on [St. Patrick’s Day].", MONDAY, "2031-03-17"),
    ("They met on [Orthodox Easter 2024].", None, "2024-05-05"),
    ("They met on [Orthodox Christmas].", MONDAY, "2031-01-07"),
]

CLOCKS: list[Row] = [
    ("It sank at [10 a.m. ET on Monday].", MONDAY, "2031-05-05T10:00-04:00"),
    ("It sank at [10 p.m. EST on February 3, 2031].", None, "2031-02-03T22:00-05:00"),
    ("It sank on [Jan. 4 at 9:05 a.m. ET].", MONDAY, "2031-01-04T09:05-05:00"),
    ("It sank at [0800 GMT on Monday].", MONDAY, "2031-05-05T08:00Z"),
    ("It sank on [May 3, 2031, at 14:30 CET].", None, "2031-05-03T14:30+01:00"),
    ("It sank at [noon on Monday].", MONDAY, "2031-05-05T12:00"),
    ("It sank on [Sunday at 11.40 pm local time].", MONDAY, "2031-05-04T23:40"),
    ("It sank at [6 a.m. IST on Monday].", MONDAY, "2031-05-05T06:00"),
    ("It sank at [2031-05-03T10:30:00+02:00].", None, "2031-05-03T10:30+02:00"),
    ("At 10 a.m. they left, and [yesterday] they returned.", MONDAY, "2031-05-04"),
    ("They won 3-2 on [Monday] and 10-12 on [Sunday].", MONDAY, "2031-05-05 2031-05-04"),
]

HEDGED: list[Row] = [
    ("It sank around [May 3].", MONDAY, "2031-05-03~"),
    ("It was built roughly in 1985 homes; probably in [2019].", None, "2019?"),
    ("It sank possibly on [Sunday].", MONDAY, "2031-05-04?"),
    ("It sank perhaps around [May 3].", MONDAY, "2031-05-03%"),
]

COUNTED_FROM_EVENTS: list[Row] = [
    ("The strike began on [May 1]. On [the third day of the strike] it rained.", MONDAY, "2031-05-01 2031-05-03"),
    ("The talks opened on [2 May 2031]. [Day three of the talks] was quiet.", None, "2031-05-02 2031-05-04"),
    ("The vote on [May 1] failed. [Two days after the vote] she left.", MONDAY, "2031-05-01 2031-05-03"),
    ("The vote was on [May 1]. She left [the day before the vote].", MONDAY, "2031-05-01 2031-04-30"),
    ("The flood came on [June 3, 2029]. On [the second anniversary of the flood] bells rang.", None,
     "2029-06-03 2031-06-03"),
    ("On the third day of the strike it rained.", MONDAY, ""),
    ("They left two days after the vote.", MONDAY, ""),
    ("They sailed from [May 3] to the third day of the strike.", MONDAY, "2031-05-03"),
    ("The vote was on [May 1]. They left two days after the flood.", MONDAY, "2031-05-01"),
    ("It fell on [May 3]. [The day after], it burned.", MONDAY, "2031-05-03 2031-05-04"),
    ("It fell on [May 3]. [A week later] it was gone.", MONDAY, "2031-05-03 2031-05-10"),
]  # fmt: skip

UNTOLD: list[Row] = [
    ("She left on [Monday].", None, "-"),
    ("She left on [Feb. 17] and [last year].", None, "- -"),
    ("It began [a few years ago].", MONDAY, "-"),
    ("It was due on [02/03/2031].", MONDAY, "-"),
    ("It was due on [Feb. 30].", MONDAY, "-"),
    ("[The next day] it burned.", MONDAY, "-"),
]


def _read(sentence: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", sentence), re.findall(r"\[(.*?)\]", sentence)


@pytest.mark.parametrize(
    ("sentence", "base", "expected"),
    DAYS
    + MONTHS_AND_YEARS
    + INTERVALS
    + WEEKDAYS
    + DISTANCES
    + UNTOLD
    + NAMED_BY_PLACE
    + FEASTS
    + CLOCKS
    + HEDGED
    + COUNTED_FROM_EVENTS,
)
def test_a_date_means_what_a_reader_takes_it_to_mean(sentence: str, base: str | None, expected: str) -> None:
    text, printed = _read(sentence)
    found = find_dates(text, base=base)
    assert [one.span.exact for one in found] == printed
    assert " ".join(one.edtf or "-" for one in found) == expected


WRONG: list[tuple[str, str | None, str, str]] = [
    (
        "August bodies sat in silence.",
        MONDAY,
        "",
        "an adjective in capitals at the head of a sentence looks like the month",
    ),
    ("Sunday Oliva scored twice.", MONDAY, "", "a first name that is a weekday looks like the day"),
    ("The 1975 sang in Ister.", MONDAY, "", "a band named by a year looks like the year"),
    (
        "Wait until [the spring].",
        MONDAY,
        "2032-03-01/2032-05-31",
        "a season with “the” alone is mostly no date, so none is read",
    ),
    ("It sank on [03.05.31].", MONDAY, "2031-05-03", "a year of two figures cannot be told from a version or a score"),
    ("In [the coming days] they sail.", MONDAY, "2031-05-06~", "vague stretches ahead are not read"),
    ("[Overnight] it burned.", MONDAY, "2031-05-05", "“overnight” may end or begin on the day"),
    (
        "It lasted [from 10 a.m. to noon on Monday].",
        MONDAY,
        "2031-05-05",
        "two clock times of one day: only the second is read",
    ),
    ("They met on [Eid al-Fitr].", MONDAY, "2031-01-24", "feasts by the moon are not computed"),
]


@pytest.mark.parametrize(
    ("sentence", "base", "expected"),
    [
        pytest.param(sentence, base, expected, marks=pytest.mark.xfail(strict=True, reason=reason))
        for sentence, base, expected, reason in WRONG
    ],
)
def test_what_is_not_yet_read_as_a_reader_would(sentence: str, base: str | None, expected: str) -> None:
    text, printed = _read(sentence)
    found = find_dates(text, base=base)
    assert [one.span.exact for one in found] == printed
    assert " ".join(one.edtf or "-" for one in found) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "General March spoke to Anka May and Jane August.",
        "They met in June Street, on July 14 Square and in May Valley.",
        "The May Day parade passed; Christmas trees burned.",
        "Open 24/7, call +44 20 7946 0958 or 555-3-2031.",
        "They won 3-2, 10-1 and 2-2; the code is 2031-0003.",
        "It cost 2020 crowns, €1999 and 2,031 dollars.",
        "Prices fall; the fall of Ister; a hot spring; the Ister Spring.",
        "After Friday prayers and Sunday school came the Sunday roast.",
        "At 2030 they left; the gates closed at 1930 hours.",
        "Velmark Today said so, and so did the Today programme.",
        "Man Friday met Ruby Tuesday at Monday.com.",
        "The Good Friday Agreement and the March 8 Alliance hold.",
        "Such boats are still in use today.",
        "He knows it better than today.",
        "They are the leaders of tomorrow; imagine a tomorrow without tolls.",
        "The 2031 who came were tired.",
        "In a second the second half began; third second.",
        "The Sat nav led Sun Street residents astray.",
        "Mayday calls, marchers, octaves and a decimated novel.",
        "Saturday Night Live and Friday Night Lights were shown.",
        "A Monday person; every Tuesday; on Wednesdays.",
        "They may go, might march and will fall.",
        "They may march on; may 5 people pass?",
        "Wait a second. The Sun sat low over the hills.",
        "Theresa May said so, and Mrs May left.",
        "A force of 2,016 people in 1984 homes.",
        "They counted 2000 troops and 1500 tanks.",
        "About 1999 barrels; nearly 2014 of them.",
        "The bill of $2014 was 1984% higher.",
        "Call 555-2014 or flight 1984, room 2014.",
        "Resolution 1701 and No. 2014 on page 1918.",
        "The 2-1 win, 17-year-old Oram, aged 19.",
        "At 1430 GMT and at 2015 local time.",
        "The Sunday Times and Black Friday sales.",
        "Every Friday they pray, on Mondays they rest.",
        "He is in his 60s; temperatures in the 80s degrees.",
        "The March on Ister drew crowds.",
        "The first half ended 2-0 and the last day came.",
        "He spent three years in prison for ten days.",
        "13 billion years ago the stars formed.",
        "Jan went home with April Oram.",
        "Version 3.11.2 of 2014-13-45.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence: str) -> None:
    assert [one.span.exact for one in find_dates(sentence, base=MONDAY)] == []


def test_both_ends_of_a_range_carry_the_whole_of_it() -> None:
    first, last = find_dates("It runs from January 23 through March 9, 2031.", base=MONDAY)
    assert (first.edtf, last.edtf) == ("2031-01-23", "2031-03-09")
    assert first.interval == last.interval == "2031-01-23/2031-03-09"


def test_the_first_end_of_a_range_over_new_year_lies_in_the_year_before() -> None:
    first, _ = find_dates("It ran from November 23 to March 9, 2031.", base=MONDAY)
    assert first.edtf == "2030-11-23"


def test_no_date_runs_from_one_paragraph_into_the_next() -> None:
    found = find_dates("He left in May\n\n2031 was a good year.", base=MONDAY)
    assert [one.span.exact for one in found] == ["May", "2031"]


def test_since_and_until_reach_to_the_publication_and_from_it() -> None:
    since, until = find_dates("Since 2029 they wait, until June 3.", base=MONDAY)
    assert (since.interval, until.interval) == ("2029/2031-05-05", "2031-05-05/2031-06-03")


def test_a_day_told_just_before_the_part_is_what_the_next_day_counts_from() -> None:
    (found,) = find_dates("The next day they left.", base=MONDAY, anchor="2031-04-11")
    assert found.edtf == "2031-04-12"


def test_the_day_of_a_date_with_its_time_is_the_day_alone() -> None:
    (found,) = find_dates("It sank at 10 a.m. ET on Monday.", base=MONDAY)
    assert (found.day, found.grain) == ("2031-05-05", Grain.DAY)


def test_a_date_may_run_over_a_line_break() -> None:
    (found,) = find_dates("He left on February\n17, 2030.")
    assert found.edtf == "2030-02-17"


def test_only_the_part_asked_for_is_read_and_spans_lead_into_the_whole() -> None:
    text = "On May 3, 2030 it began. On May 4, 2030 it ended."
    (found,) = find_dates(text, start=24)
    assert text[found.span.start : found.span.end] == "May 4, 2030"


def test_a_date_that_the_sentence_puts_ahead_governs_no_past() -> None:
    said, ahead = find_dates("She said on Monday they will meet on Tuesday.", base=MONDAY)
    assert (said.governs_past, ahead.governs_past) == (True, False)


def test_a_mention_tells_how_fine_it_is_and_whether_the_publication_was_needed() -> None:
    year, week = find_dates("In 2014 and last week.", base=MONDAY)
    assert (year.grain, year.relative) == (Grain.YEAR, False)
    assert (week.grain, week.relative) == (Grain.INTERVAL, True)


def test_offsets_hold_where_lower_case_is_longer_than_upper_case() -> None:
    text = "İİİ left on Feb. 17, 2030."
    (found,) = find_dates(text)
    assert found.span.exact == "Feb. 17, 2030"
