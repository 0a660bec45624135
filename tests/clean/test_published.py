from __future__ import annotations

import pytest

from onrecord.clean.published import date_line, find_dates


def read(line: str) -> str | None:
    return next((one.edtf for one in date_line(line, 0, len(line))), None)


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("4 May 2031", "2031-05-04"),
        ("May 4, 2031", "2031-05-04"),
        ("May 4th, 2031", "2031-05-04"),
        ("Sunday, 4 May 2031", "2031-05-04"),
        ("Sun. May 4, 2031", "2031-05-04"),
        ("Sept. 7, 2031", "2031-09-07"),
        ("2031-05-04", "2031-05-04"),
        ("2031/05/04", "2031-05-04"),
        ("04.05.2031", "2031-05-04"),
        ("25/05/2031", "2031-05-25"),
        ("05/25/2031", "2031-05-25"),
        ("2031年5月4日", "2031-05-04"),
        ("Published: May 4, 2031 4:10 PM", "2031-05-04T16:10"),
        ("Published on May 4, 2031 at 12:05 a.m.", "2031-05-04T00:05"),
        ("4 May 2031, 16.30", "2031-05-04T16:30"),
        ("16:30, 4 May 2031", "2031-05-04T16:30"),
        ("4 May 2031 | 16:30 GMT", "2031-05-04T16:30Z"),
        ("4 May 2031 - 16:30 CEST", "2031-05-04T16:30+02:00"),
        ("4 May 2031 16:30 (UTC+3)", "2031-05-04T16:30+03:00"),
        ("4 May 2031 16:30 GMT-05:30", "2031-05-04T16:30-05:30"),
        ("4 May 2031 4:30 PM EDT", "2031-05-04T16:30-04:00"),
        ("4 May 2031 4:30 PM ET", "2031-05-04T16:30"),
        ("2031-05-04T16:30:00Z", "2031-05-04T16:30Z"),
        ("2031-05-04T16:30:00+02:00", "2031-05-04T16:30+02:00"),
        ("May 4, 2031 · 3 min read", "2031-05-04"),
        ("May 4, 20315:42 PM UTCUpdated 3 hours ago", "2031-05-04T17:42Z"),
        ("4 May 203116:30 CESTUpdated a day ago", "2031-05-04T16:30+02:00"),
        ("May 4, 2031 Updated 11 hrs ago", "2031-05-04"),
        ("Published 25/05/2031last updated 26/05/2031", "2031-05-25"),
        ("25/05/2031May 25, 2031", "2031-05-25"),
    ],
)
def test_a_printed_date_is_read(line: str, edtf: str) -> None:
    assert read(line) == edtf


@pytest.mark.parametrize(
    "line",
    [
        "04/05/2031",
        "May 4, 20315",
        "May 4, 2031/32",
        "May 4",
        "31 June 2031",
        "2031",
        "version 1.2.2031.4",
        "The pact of May 4, 2031 holds",
        "3h ago",
    ],
)
def test_what_is_no_full_date_line_is_none(line: str) -> None:
    assert read(line) is None


def test_an_update_is_told_from_the_publication() -> None:
    line = "Updated 5 May 2031 08:00, published 4 May 2031 16:30"
    assert [(one.edtf, one.is_update) for one in find_dates(line, 0, len(line))] == [
        ("2031-05-05T08:00", True),
        ("2031-05-04T16:30", False),
    ]


def test_a_date_stands_where_its_span_says() -> None:
    line = "By Ada Lin | 4 May 2031, 16:30 GMT | Port Oster"
    (found,) = find_dates(line, 0, len(line))
    assert found.span.exact == line[found.span.start : found.span.end] == "4 May 2031, 16:30 GMT"


@pytest.mark.parametrize(
    ("rest", "edtf"),
    [
        ("The bridge fell on Tuesday.\n\nThe mayor resigned on Wednesday.", "2031-11-05"),
        ("A picture of November 4, 2031.", "2031-11-05"),
        ("The toll was raised on May 10.", "2031-05-11"),
        ("Updated: 18/11/2031", "2031-11-05"),
        ("Updated: 11/18/2031", "2031-05-11"),
        ("Nobody came.", None),
        ("Nobody came last Wednesday.", None),
        ("The talks open on Friday, the mayor said on Wednesday.", None),
        ("The mayor said on Wednesday that they began on 12 May.", None),
    ],
)
def test_which_figure_is_the_month_is_told_by_the_rest_of_the_page(rest: str, edtf: str | None) -> None:
    page = f"Issued on: 05/11/2031 - 18:47\n\n{rest}"
    assert next((one.edtf[:10] for one in find_dates(page, 0, 29)), None) == edtf
