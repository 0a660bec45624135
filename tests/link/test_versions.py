"""The day that a statement's other reports give to one whose article tells none, or tells it less well."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.pairs import read_report

from onrecord.link.rows import Versions
from onrecord.link.versions import days_of_versions, statement_of

TOLD = "Oram said: “Nobody will pay to go home.”"


def days(published: str, *said_on: str | None) -> list[str]:
    """The days given to reports of these days in articles of one day, with the numbers of the reports."""
    row = read_report(TOLD).said("a1")
    rows = tuple(
        replace(row, published=published, attribution=replace(row.attribution, id=str(number), said_on=day))
        for number, day in enumerate(said_on)
    )
    versions = Versions(statement=statement_of("c", rows), said=rows)
    return [f"{day.attribution}: {day.said_on}" for day in days_of_versions(versions)]


def test_a_report_without_a_day_takes_that_of_another_while_it_is_news() -> None:
    assert days("2031-05-04", "2031-05-03", None) == ["1: 2031-05-03"]
    assert days("2031-05-24", "2031-05-03", None) == []


@pytest.mark.parametrize("open_days", ["2031-05-01/2031-05-04", "2031-05-03/2031-05-07", "2031-05-02/2031-05-03"])
def test_a_report_of_few_days_takes_the_one_of_them_that_another_tells(open_days: str) -> None:
    assert days("2031-05-07", "2031-05-03", open_days) == ["1: 2031-05-03"]


@pytest.mark.parametrize("other", ["2031-05-03", "2031-05", "2030", "2031-04-28/2031-05-20"])
def test_a_report_of_that_day_or_of_many_keeps_what_its_article_tells(other: str) -> None:
    assert days("2031-05-07", "2031-05-03", other) == []
