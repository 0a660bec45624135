from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.coverage import TEXTS, write_record

from onrecord.pages import ask
from onrecord.pages.formats import Colour, Format, Look, render
from onrecord.pages.layout import (
    Document,
    Item,
    Part,
    Section,
    doubt,
    line,
    name,
    printable,
    quotation,
)
from onrecord.store import View, open_view

QUESTIONS: dict[str, tuple[Any, ...]] = {
    "brief": ("harbour.db",),
    "positions": (),
    "timeline": (),
    "differ": (),
    "sources": (),
    "origins": (),
    "rejected": (),
    "who": ("Oram",),
    "why": ("Oram",),
    "search": ("dues", 50),
    "text": ("beacon.txt",),
    "whole text": ("beacon.txt",),
    "verify": (),
    "judgements": ("harbour.db",),
}
LOOK = Look(width=80)
HOSTILE = "<script>alert(1)</script> & \x1b[31m*bold* _em_ `code` [x](http://x) ~~gone~~ | # \u202ereversed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A page with one text in every place where a text can stand."""

    text: str

    def lay_out(self) -> Document:
        lead = line(self.text, " ", name(self.text), quotation(self.text), doubt(self.text))
        item = Item(lead=lead, details=(lead,), items=(Item(lead=lead),))
        section = Section(heading=self.text, items=(item,), note=lead, after=lead)
        return Document(title=self.text, parts=(Part(title=self.text, lede=(lead,), sections=(section,)),))


class Tags(HTMLParser):
    """The tags and the attributes that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.CSV])  # only some pages are a table
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_page_can_be_written_in_every_format(view: View, question: str, form: Format) -> None:
    written = render(ask(question)(view, *QUESTIONS[question]), form, LOOK)
    assert written.endswith("\n")
    assert written.strip()


def test_json_is_the_page_record_field_by_field(view: View) -> None:
    page = ask("brief")(view, "harbour.db")
    (story,) = json.loads(render(page, Format.JSON, LOOK))["stories"]
    assert story["head"]["headline"] == "Ostmark will not lower harbour dues"
    assert story["citations"][0].keys() >= {"number", "outlet", "file", "path", "start", "end", "exact"}


@pytest.mark.parametrize("width", [30, 60, 100])
def test_no_line_of_text_is_wider_than_the_terminal(view: View, width: int) -> None:
    written = render(ask("brief")(view, "harbour.db"), Format.TEXT, Look(width=width))
    assert max(map(len, written.splitlines())) <= width


def test_text_for_a_pipe_has_no_escape_codes(view: View) -> None:
    assert "\x1b" not in render(ask("brief")(view, "harbour.db"), Format.TEXT, LOOK)


def test_text_for_a_terminal_has_colours(view: View) -> None:
    look = Look(width=80, colour=Colour.ANSI)
    assert "\x1b[" in render(ask("brief")(view, "harbour.db"), Format.TEXT, look)


def test_colour_changes_no_word(view: View) -> None:
    page = ask("brief")(view, "harbour.db")
    coloured = render(page, Format.TEXT, Look(width=80, colour=Colour.ANSI))
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert plain.split() == render(page, Format.TEXT, LOOK).split()


def test_a_number_never_leaves_its_offsets_on_another_line(view: View) -> None:
    written = render(ask("brief")(view, "harbour.db"), Format.TEXT, Look(width=34))
    places = written.partition("SOURCES")[2]
    assert re.search(r"\[\d+\] \d+-\d+", places)
    assert not re.search(r"\[\d+\]$", places, re.MULTILINE)


def test_dropped_text_can_be_told_without_colours(view: View) -> None:
    written = render(ask("whole text")(view, "beacon.txt"), Format.TEXT, LOOK)
    assert "~~Read also: Ten lighthouses you must see~~" in written


def test_html_of_a_hostile_text_has_no_tag_of_its_own() -> None:
    tags = Tags()
    tags.feed(render(Sample(text=HOSTILE), Format.HTML, LOOK))
    assert not {"script", "img", "iframe"} & {tag for tag, _ in tags.seen}
    assert "<script>alert(1)</script>" in tags.text


def test_html_loads_nothing_from_anywhere(view: View) -> None:
    written = render(ask("brief")(view, "harbour.db"), Format.HTML, LOOK)
    assert not re.search(r"(src|href)=\"(?!#)|url\(|@import|<script|<link", written)


def test_html_links_lead_to_anchors_on_the_page(view: View) -> None:
    tags = Tags()
    tags.feed(render(ask("brief")(view, "harbour.db"), Format.HTML, LOOK))
    attributes = [attribute for _, several in tags.seen for attribute in several]
    links = {value for key, value in attributes if key == "href"}
    assert links
    assert links <= {f"#{value}" for key, value in attributes if key == "id"}


def test_a_citation_in_html_tells_outlet_and_place_when_pointed_at(view: View) -> None:
    assert 'title="Evening Post, evening.txt:59-88"' in render(ask("brief")(view, "harbour.db"), Format.HTML, LOOK)


def test_markdown_of_a_hostile_text_has_no_markup_of_its_own() -> None:
    written = render(Sample(text=HOSTILE), Format.MD, LOOK)
    assert "\\<script\\>" in written
    assert "[x](http" not in written
    assert "\\~\\~gone" in written


@given(st.text())
def test_no_text_can_send_a_control_character_to_the_terminal(text: str) -> None:
    written = render(Sample(text=text), Format.TEXT, LOOK)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


@given(st.text())
def test_what_is_printable_stays_so(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_the_picture_names_no_address_and_no_maker(view: View) -> None:
    picture = render(ask("brief")(view, "harbour.db"), Format.SVG, Look(width=100))
    assert "Rich" not in picture
    assert re.findall(r"https?://[^\"]*", picture) == ["http://www.w3.org/2000/svg"]


def test_the_picture_is_the_same_each_time(view: View) -> None:
    first = render(ask("brief")(view, "harbour.db"), Format.SVG, LOOK)
    assert render(ask("brief")(view, "harbour.db"), Format.SVG, LOOK) == first


def test_a_hostile_headline_comes_out_as_words(tmp_path: Path) -> None:
    texts = {path: text.replace("Oram: dues", f"Oram: {HOSTILE} dues") for path, text in TEXTS.items()}
    with open_view(write_record(tmp_path / "hostile.db", texts)) as view:
        page = ask("brief")(view, "hostile.db")
    tags = Tags()
    tags.feed(render(page, Format.HTML, LOOK))
    assert "Oram: <script>alert(1)</script>" in tags.text
    assert "\x1b" not in render(page, Format.TEXT, LOOK)
