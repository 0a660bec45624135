"""An article with all that was read in it marked: no mark changes a letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.coverage import TEXTS

from onrecord.pages.annotated import AnnotatedPage, Part, annotated_page
from onrecord.records.errors import InputError
from onrecord.store import View, open_view

TEXT = TEXTS["harbour/beacon.txt"]
PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda place: place[0] < place[1])


def shown(page: AnnotatedPage, part: Part | None = None) -> str:
    """All text of the page, or what of it is marked so."""
    strokes = [one for block in page.blocks for paragraph in block.paragraphs for one in paragraph.strokes]
    return "".join(one.text for one in strokes if part is None or part in one.parts)


@given(here=PLACES)
def test_whatever_place_is_marked_every_letter_is_shown_once_in_order(record: Path, here: tuple[int, int]) -> None:
    with open_view(record) as view:
        page = annotated_page(view, "a1", here)
    assert "".join(shown(page).split()) == "".join(TEXT.split())
    assert "".join(shown(page, Part.HERE).split()) == "".join(TEXT[slice(*here)].split())


def test_each_report_begins_once(view: View) -> None:
    page = annotated_page(view, "a1")
    begun = [number for block in page.blocks for paragraph in block.paragraphs for number in paragraph.said]
    assert sorted(begun) == [one.number for one in page.said]


def test_content_within_content_keeps_both_numbers(view: View) -> None:
    page = annotated_page(view, "a1")
    strokes = [one for block in page.blocks for paragraph in block.paragraphs for one in paragraph.strokes]
    assert all(set(one.said) <= set(one.within) for one in strokes)


def test_what_was_left_out_stands_in_a_block_of_its_own(view: View) -> None:
    page = annotated_page(view, "a1")
    left_out = [block for block in page.blocks if block.left_out]
    assert [one.reason for block in left_out for one in block.paragraphs] == ["a headline of another article"]


@pytest.mark.parametrize("here", [(-1, 4), (4, 4), (5, 4), (0, len(TEXT) + 1)])
def test_a_place_that_is_none_is_refused(view: View, here: tuple[int, int]) -> None:
    with pytest.raises(InputError, match="give a place within"):
        annotated_page(view, "a1", here)
