from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.citations import Notebook, short_names
from onrecord.pages.shelf import Shelf
from onrecord.records import Span
from onrecord.store import View

PATHS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map("/".join), max_size=8)


@given(PATHS)
def test_a_short_name_belongs_to_one_path(paths: list[str]) -> None:
    names = short_names(paths)
    assert len(set(names.values())) == len(set(paths)) == len(names)


@given(PATHS)
def test_a_short_name_is_an_end_of_its_path(paths: list[str]) -> None:
    assert all(path.endswith(name) for path, name in short_names(paths).items())


def test_a_name_alone_stands_for_a_file_where_no_other_has_it() -> None:
    assert short_names(["x/one.txt", "y/two.txt"]) == {"x/one.txt": "one.txt", "y/two.txt": "two.txt"}


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    assert set(short_names(["x/one.txt", "y/one.txt"]).values()) == {"x/one.txt", "y/one.txt"}


def test_one_place_has_one_number(view: View) -> None:
    notebook = Notebook(Shelf(view))
    span = Span.of(view.find_article("a1").text, 0, 7)
    assert notebook.cite("a1", span) == notebook.cite("a1", span) == 1


def test_a_place_gets_a_new_number_on_another_page(view: View) -> None:
    notebook = Notebook(Shelf(view))
    span = Span.of(view.find_article("a1").text, 0, 7)
    notebook.cite("a1", span)
    before = notebook.turn_page()
    assert notebook.cite("a1", span) == 2
    assert [one.number for one in notebook.citations(before)] == [2]


def test_a_citation_leads_to_outlet_file_and_offset(view: View) -> None:
    notebook = Notebook(Shelf(view))
    notebook.cite("a1", Span.of(view.find_article("a1").text, 0, 7))
    (citation,) = notebook.citations()
    assert (citation.outlet, citation.place, citation.exact) == ("The Beacon", "beacon.txt:0-7", "Ostmark")
