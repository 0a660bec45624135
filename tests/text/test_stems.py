"""Stems stand for the words that carry the meaning."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import content_stems, stem


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("negotiations", "negotiating"),
        ("territories", "territory"),
        ("ruled", "rules"),
        ("minister's", "minister"),
    ],
)
def test_forms_of_one_word_have_one_stem(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize(("left", "right"), [("toll", "tool"), ("deny", "deniable"), ("ferry", "ferret")])
def test_different_words_have_different_stems(left: str, right: str) -> None:
    assert stem(left) != stem(right)


def test_function_words_are_left_out_and_the_order_is_kept() -> None:
    assert content_stems("They will not return to the ferries") == ("return", "ferri")


def test_a_word_used_twice_counts_twice() -> None:
    assert content_stems("toll, toll") == ("toll", "toll")


@pytest.mark.parametrize("text", ["the U.S. toll", "the US toll"])
def test_the_united_states_are_no_pronoun(text: str) -> None:
    assert content_stems(text) == ("us", "toll")


def test_a_pronoun_is_no_state() -> None:
    assert content_stems("tell us") == ("tell",)


def test_parts_of_a_hyphenated_word_count_each() -> None:
    assert content_stems("a ferry-toll deal") == content_stems("a ferry toll deal")


@given(st.text())
def test_no_stem_is_empty_or_holds_a_blank(text: str) -> None:
    assert all(found and not any(map(str.isspace, found)) for found in content_stems(text))


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
def test_many_threads_get_the_stems_that_one_gets() -> None:
    known = [f"{root}{end}" for root in ("harbour", "operat", "generous") for end in ("ations", "ness", "izer", "edly")]
    uncached = stem.__wrapped__
    alone = [uncached(word) for word in known]
    with ThreadPoolExecutor(max_workers=16) as threads:
        together = list(threads.map(lambda _: [uncached(word) for word in known], range(200)))
    assert all(one == alone for one in together)
