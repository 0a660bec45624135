from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.store.operators import parse
from onrecord.store.search import locate
from onrecord.store.words import fold, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élodie’s 20% of the U.S.", "elodie s 20 of the u s"),
        ("e\u0301lodie", "elodie"),
        ("STRASSE Straße", "strasse strasse"),
        ("snake_case", "snake case"),
        ("İstanbul", "istanbul"),
        ("Москва — Київ", "москва киів"),
        ("…—!", ""),
    ],
)
def test_words_are_folded_to_lower_case_without_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(text=st.text())
@example(text="ﷺ½ﬁ")
def test_words_with_offsets_are_the_words_of_the_index(text: str) -> None:
    assert [word.folded for word in words_of(text, [(0, len(text))])] == fold(text).split()


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("a b", "a x x b x b a", "b a"),
        ("a b", "a b b a", "a b"),
        ('"a b"', "a x b a b", "a b"),
        ('"a b" c', "c x a b c", "a b c"),
        ("a*", "xa ab", "ab"),
        ("a a", "x a", "a"),
    ],
)
def test_the_shortest_stretch_with_all_terms_is_found_and_of_such_the_first(query: str, text: str, found: str) -> None:
    words = tuple(words_of(text, [(0, len(text))]))
    start, end = locate(parse(query).clauses, words) or (0, 0)
    assert text[start:end] == found


def test_a_quotation_mark_that_is_never_closed_quotes_the_rest() -> None:
    ((term,),) = parse('"nobody will').clauses
    assert term.words == ("nobody", "will")
