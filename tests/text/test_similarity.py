"""Shingles and what they have in common."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import containment, jaccard, shingles, weighted_overlap

SETS = st.frozensets(st.integers(0, 8))


def test_there_is_a_shingle_for_each_run_of_tokens() -> None:
    assert len(shingles("nobody will pay to go home".split(), 3)) == 4


def test_fewer_tokens_than_asked_for_make_one_shingle() -> None:
    assert shingles(["go", "home"], 3) == shingles(["go", "home"], 2)


def test_no_tokens_make_none() -> None:
    assert shingles([], 3) == frozenset()


def test_tokens_do_not_run_together() -> None:
    assert shingles(["ab", "c"], 2) != shingles(["a", "bc"], 2)


def test_a_shingle_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="pass 1 or more"):
        shingles(["go"], 0)


def test_shingles_are_the_same_in_another_process() -> None:
    code = "from onrecord.text.shingles import shingles; print(*sorted(shingles(['go', 'home'], 1)))"
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {code}"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert [int(number) for number in told.split()] == sorted(shingles(["go", "home"], 1))


def test_containment_is_the_share_of_the_left() -> None:
    assert containment({1, 2}, {2, 3, 4}) == 0.5


def test_jaccard_is_the_share_of_all() -> None:
    assert jaccard({1, 2}, {2, 3}) == pytest.approx(1 / 3)


def test_heavy_members_count_for_more() -> None:
    assert weighted_overlap({"a", "b"}, {"b", "c"}, {"b": 3.0}) == 0.75


@given(SETS, SETS)
def test_overlap_lies_between_nothing_and_all(left: frozenset[int], right: frozenset[int]) -> None:
    measures = (
        containment(left, right),
        jaccard(left, right),
        weighted_overlap(left, right, {1: 0.3, 2: 0.1}),
    )
    assert all(0 <= measure <= 1 for measure in measures)


@given(SETS.filter(bool))
def test_a_set_has_all_in_common_with_itself(members: frozenset[int]) -> None:
    assert containment(members, members) == jaccard(members, members) == 1


@given(SETS)
def test_the_empty_set_has_nothing_in_common(members: frozenset[int]) -> None:
    empty: frozenset[int] = frozenset()
    assert containment(empty, members) == jaccard(empty, empty) == weighted_overlap(empty, members, {}) == 0
