from __future__ import annotations

import pytest

from onrecord.clean.bylines import looks_like_person, read_byline


def name_of(line: str) -> str | None:
    found = read_byline(line, 0, len(line))
    return None if found is None else found.name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Lin", "Ada Lin"),
        ("by The Northern Courier news desk May 4, 2031 9:35 AM 6 min read", "The Northern Courier news desk"),
        ("By Ada Lin and Tom Oster", "Ada Lin and Tom Oster"),
        ("BY ADA LIN", "ADA LIN"),
        ("By Ada Lin, Staff Writer", "Ada Lin"),
        ("By Ada Lin, Unity Press", "Ada Lin"),
        ("By Ada Lin in Port Oster", "Ada Lin"),
        ("By Ada Lin | Northern Courier | 4 May 2031", "Ada Lin"),
        ("*By Ada Lin*", "Ada Lin"),
        ("Written by: Ada Lin", "Ada Lin"),
        ("Author: Ada Lin", "Ada Lin"),
        ("From Ada Lin in Port Oster", "Ada Lin"),
        ("Ada Lin - 4 May 2031", "Ada Lin"),
        ("Reuters May 4, 2031", "Reuters"),
        ("Unity Press | 4 May 2031", "Unity Press"),
        ("Ada Lin, Political Correspondent", "Ada Lin"),
        ("Northern Courier Staff", "Northern Courier Staff"),
        ("A. Lin | PORT OSTER", "A. Lin"),
        ("Ada Lin | QUENZA", "Ada Lin"),
        ("Tom Oster | NEW ISTER", "Tom Oster"),
        ("Ada Lin (now) and Tom Oster in Quenza (earlier)", "Ada Lin and Tom Oster"),
        ("Ada Lin (until 3pm) and Tom Oster (now)", "Ada Lin and Tom Oster"),
        ("Ada Lin (earlier)", "Ada Lin"),
    ],
)
def test_a_byline_gives_its_name(line: str, name: str) -> None:
    assert name_of(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "IMAGE SOURCE, OSTER PRESS PICTURES",
        "Photo Credit, Oster Herald",
        "Picture Source | QUENZA",
        "4 May 2031",
        "By and large the tolls stay",
        "By noon the queue was a mile long, drivers said",
        "World News",
        "Port Oster keeps its tolls",
        "Ada Lin told reporters on Monday that the tolls would stay.",
    ],
)
def test_a_line_that_signs_nothing_has_no_byline(line: str) -> None:
    assert name_of(line) is None


def test_the_outlet_beside_a_name_is_kept() -> None:
    line = "By Ada Lin, Northern Courier"
    found = read_byline(line, 0, len(line))
    assert found is not None
    assert found.outlet == "Northern Courier"


def test_a_section_is_no_person() -> None:
    assert not looks_like_person("Middle East")
