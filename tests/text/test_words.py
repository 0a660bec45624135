"""Words keep what belongs together and know where they stand."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.words import words


def spelled(text: str) -> list[str]:
    return [word.lower for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. envoy", ["the", "u.s.", "envoy"]),
        ("They don't", ["they", "don't"]),
        ("They don’t", ["they", "don't"]),
        ("rank-and-file", ["rank-and-file"]),
        ("U.S.-made arms", ["u.s.-made", "arms"]),
        ("some 1,200.5 tons, no more.", ["some", "1,200.5", "tons", "no", "more"]),
        ("the 1990s and the 20th", ["the", "1990s", "and", "the", "20th"]),
        ("at 5 p.m. on", ["at", "5", "p.m.", "on"]),
        ("Ister–Vall talks — over", ["ister", "vall", "talks", "over"]),
        ("the ministers' “no”", ["the", "ministers", "no"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
    ],
)
def test_a_word_keeps_its_own_stops_apostrophes_and_hyphens(text: str, expected: list[str]) -> None:
    assert spelled(text) == expected


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    joins = {ord(mark): "'" for mark in "’\u02bc\uff07"}
    assert all(text[word.start : word.end].lower().translate(joins)[:1] == word.lower[:1] for word in words(text))


def test_a_letter_that_is_an_apostrophe_too_may_open_a_word() -> None:
    assert [(word.start, word.lower) for word in words("so \u02bcalif")] == [(0, "so"), (3, "'alif")]


@given(st.text())
def test_words_are_disjoint_and_ordered(text: str) -> None:
    found = words(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_words_of_a_stretch_lie_in_it(text: str, start: int, length: int) -> None:
    assert all(start <= word.start < word.end <= start + length for word in words(text, start, start + length))


@given(st.text())
def test_every_letter_belongs_to_a_word(text: str) -> None:
    covered = {place for word in words(text) for place in range(word.start, word.end)}
    assert {place for place, mark in enumerate(text) if mark.isalnum()} <= covered
