"""What differs only in print folds to one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“No,” he said", '"no," he said'),
        ("«Toll»", '"toll"'),
        ("don’t", "DON'T"),
        ("Ister–Vall", "Ister-Vall"),
        ("over -- and out", "over — and out"),
        ("José Łęcki", "jose lecki"),
        ("cafe\u0301", "café"),
        ("a\u00a0b\n\tc", " a b c "),
        ("ﬁve", "five"),
        ("straße", "STRASSE"),
        ("wait…", "wait..."),
        ("soft\u00adhyphen", "softhyphen"),
        ("back`s", "back's"),
    ],
)
def test_variants_of_print_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), [("toll", "tolls"), ("“a”", "‘a’"), ("a b", "ab"), ("a-b", "a b")])
def test_what_differs_in_more_than_print_does_not(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_with_offsets_gives_the_same_text(text: str) -> None:
    assert fold_with_offsets(text)[0] == fold(text)


@given(st.text())
def test_each_folded_character_leads_to_what_it_came_from(text: str) -> None:
    folded, places = fold_with_offsets(text)
    assert all(
        character in {" ", *fold(f"x{text[start:end]}x")}
        for character, (start, end) in zip(folded, places, strict=True)
    )


@given(st.text())
def test_offsets_never_go_back(text: str) -> None:
    _, places = fold_with_offsets(text)
    assert list(places) == sorted(places)


def test_an_accent_of_its_own_belongs_to_its_letter() -> None:
    assert fold_with_offsets("e\u0301a") == ("ea", ((0, 2), (2, 3)))


def test_a_run_of_blanks_is_one_blank_with_its_whole_place() -> None:
    assert fold_with_offsets(" a \n b")[1] == ((1, 2), (2, 5), (5, 6))
