from __future__ import annotations

import re

import pytest

from onrecord.annotate.model.looks import CAPITAL, CAPITALS, MIXED, OPENS_PARAGRAPH, PLAIN, QUOTED, looks_of
from onrecord.annotate.quotes import find_quotations


def looks(text: str) -> list[int]:
    pieces = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    return looks_of(text, pieces, find_quotations(text, 0, len(text)))


@pytest.mark.parametrize(
    ("piece", "look"),
    [
        ("ferry", PLAIN),
        (",", PLAIN),
        ("Oram", CAPITAL),
        ("I", CAPITAL),
        ("AFP", CAPITALS),
        ("McCoy", MIXED),
        ("B1", CAPITALS),
        ("38", MIXED),
        ("Élan", CAPITAL),
    ],
)
def test_a_piece_looks_as_its_letters_do(piece: str, look: int) -> None:
    text = f"the {piece}"
    assert looks_of(text, [(0, 3), (4, len(text))], ())[1] == look


def test_only_the_first_piece_opens_the_paragraph() -> None:
    assert [look >= OPENS_PARAGRAPH for look in looks("nobody pays")] == [True, False]


def test_what_stands_between_quotation_marks_is_quoted_marks_included() -> None:
    text = "she said “we sail” and “stay” there"
    quoted = [bool(look & QUOTED) for look in looks(text)]
    assert quoted == [False, False, True, True, True, True, False, True, True, True, False]


def test_a_paragraph_without_pieces_has_no_looks() -> None:
    assert looks_of("", [], ()) == []
