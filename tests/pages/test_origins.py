"""Who carried what from whom: the page, its picture and its PROV-O."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.formats import Format, Look, render
from onrecord.pages.formats.graph_svg import draw
from onrecord.pages.graph import Arrow, Box, Graph
from onrecord.pages.placing import GAP, place
from onrecord.pages.provenance import OriginsPage, origins_page
from onrecord.records.errors import InputError
from onrecord.store import View

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert(1)</script> & "x" \x1b[31m'


@pytest.fixture
def page(view: View) -> OriginsPage:
    return origins_page(view)


def graph(arrows: list[tuple[int, int]], titles: tuple[str, ...] = ()) -> Graph:
    """Nine boxes in three columns, and these arrows between them, each from an earlier column to a later one."""
    names = titles or tuple(f"box {number}" for number in range(9))
    pairs = {(min(pair), max(pair)) for pair in arrows if pair[0] % 3 != pair[1] % 3}
    return Graph(
        title=names[0],
        note="",
        columns=("ONE", "TWO", "THREE"),
        boxes=tuple(Box(id=str(number), column=number % 3, title=name) for number, name in enumerate(names)),
        arrows=tuple(
            Arrow(left=str(min(pair, key=lambda each: each % 3)), right=str(max(pair, key=lambda each: each % 3)))
            for pair in sorted(pairs)
        ),
        told=("one line",),
    )


def read(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - our own picture


def rectangles(picture: str) -> Iterator[tuple[float, float, float, float]]:
    for box in read(picture).iter(f"{SVG}g"):
        (rect,) = box.findall(f"{SVG}rect")
        x, y, width, height = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        yield x, y, x + width, y + height


def test_an_agency_stands_between_the_occasion_and_who_prints_its_words(view: View) -> None:
    written = render(origins_page(view, statement="sails for free"), Format.TEXT, Look(width=100))
    assert "told reporters, 4 May 2031" in written
    assert "Union Wire → The Beacon (beacon.txt)" in written


def test_an_origin_that_nobody_tells_is_a_box_of_its_own(page: OriginsPage) -> None:
    boxes = {box.title for each in page.draw() for box in each.boxes}
    assert "origin not told" in boxes


def test_words_that_stand_in_two_statements_are_asked_back(view: View) -> None:
    with pytest.raises(InputError, match=r"--statement dues: stands in \d statements; give words of one, or its id"):
        origins_page(view, statement="dues")


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_no_two_boxes_overlap(arrows: list[tuple[int, int]]) -> None:
    for left, right in combinations(rectangles(draw((graph(arrows),))), 2):
        apart = left[2] <= right[0] or right[2] <= left[0] or left[3] <= right[1] or right[3] <= left[1]
        assert apart


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_an_arrow_that_passes_a_column_goes_between_its_boxes(arrows: list[tuple[int, int]]) -> None:
    drawn = graph(arrows)
    placed = place(drawn, {box.id: 40.0 for box in drawn.boxes})
    columns = {box.id: box.column for box in drawn.boxes}
    for _, path in placed.paths:
        for lane in path[1:-1]:
            for box, column in columns.items():
                if column == 1:
                    gap = abs(placed.middle(lane) - placed.middle(box)) - (placed.heights[lane] + 40.0) / 2
                    assert gap >= GAP - 0.001


@given(st.text())
def test_the_words_of_a_box_stay_in_it(title: str) -> None:
    picture = draw((graph([(0, 1)], tuple(f"{title}{number}" for number in range(9))),))
    for box in read(picture).iter(f"{SVG}g"):
        (rect,) = box.findall(f"{SVG}rect")
        bottom = float(rect.attrib["y"]) + float(rect.attrib["height"])
        assert all(float(words.attrib["y"]) < bottom for words in box.findall(f"{SVG}text"))


def test_hostile_words_come_out_as_words() -> None:
    picture = draw((graph([(0, 1)], (HOSTILE,) * 9),))
    assert "<script" not in picture
    assert "\x1b" not in picture


def test_the_picture_has_a_title_and_says_in_words_what_it_shows(page: OriginsPage) -> None:
    picture = read(render(page, Format.SVG, Look()))
    assert picture.findtext(f"{SVG}title") == "Ostmark will not lower harbour dues"
    assert "Ilse Oram → told reporters (4 May 2031)" in (picture.findtext(f"{SVG}desc") or "")


def test_the_picture_has_colours_for_light_and_for_dark(page: OriginsPage) -> None:
    assert "prefers-color-scheme: dark" in render(page, Format.SVG, Look())


def nodes(page: OriginsPage) -> dict[str, dict[str, Any]]:
    written = json.loads(render(page, Format.JSON, Look()))
    return {node["@id"]: node for node in written["prov"]["@graph"]}


def test_what_an_agency_carried_is_derived_from_what_was_said_and_attributed_to_it(page: OriginsPage) -> None:
    found = nodes(page)
    report = found["urn:onrecord:t2"]
    sent = found[report["prov:wasDerivedFrom"]["@id"]]
    agent = found[sent["prov:wasAttributedTo"]["@id"]]
    assert agent["rdfs:label"] == "Union Wire"
    assert "prov:Agent" in agent["@type"]
    assert sent["prov:hadPrimarySource"] == report["prov:hadPrimarySource"]


def test_a_report_whose_origin_nobody_tells_is_derived_from_nothing(page: OriginsPage) -> None:
    assert "prov:wasDerivedFrom" not in nodes(page)["urn:onrecord:t4"]


def test_every_node_that_another_names_is_there(page: OriginsPage) -> None:
    found = nodes(page)
    named = {
        value["@id"] for node in found.values() for value in node.values() if isinstance(value, dict) and "@id" in value
    }
    assert named <= found.keys()
