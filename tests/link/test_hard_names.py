"""Hard names: each line of `hard_names.txt` and each small coverage of `hard_clusters.txt` comes out as it says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.notation import Case, Coverage, Linked, judged, read_cases, read_coverages

from onrecord.link.names import compare_names
from onrecord.records import Verdict

CASES = list(read_cases())
COVERAGES = list(read_coverages())


def marked(cases: list[Case] | list[Coverage]) -> list[object]:
    return [
        pytest.param(
            each,
            id=each.line,
            marks=pytest.mark.xfail(strict=True, reason=each.wrong_because) if each.wrong_because else (),
        )
        for each in cases
    ]


@pytest.mark.parametrize("case", marked(CASES))
def test_the_names_of_a_line_come_out_as_it_says(case: Case) -> None:
    wrong = [
        (left.entity.name, right.entity.name, got) for left, right, wanted, got in judged(case) if got is not wanted
    ]
    assert not wrong


@pytest.mark.parametrize("coverage", marked(COVERAGES))
def test_the_names_of_some_articles_are_as_many_actors_as_they_say(coverage: Coverage) -> None:
    linked = Linked.of(coverage.rows)
    found: dict[str, set[str]] = {}
    for row in coverage.rows:
        found.setdefault(linked.actors[row.entity.id], set()).add(row.entity.id)
    assert sorted(map(sorted, found.values())) == sorted(map(sorted, coverage.groups()))


@pytest.mark.parametrize("coverage", COVERAGES, ids=[each.line for each in COVERAGES])
@settings(max_examples=6, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_actor(coverage: Coverage, random: object) -> None:
    rows = list(coverage.rows)
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert Linked.of(rows) == Linked.of(coverage.rows)


def test_there_are_as_many_cases_as_were_asked_for() -> None:
    assert len(CASES) >= 80
    assert len(COVERAGES) >= 15


def test_which_of_two_names_comes_first_changes_nothing() -> None:
    names = sorted({row.entity.name for case in CASES for row in case.rows})
    told = [[case.rows[at].entity.name for at in (left, right)] for case in CASES for left, right, _ in case.pairs]
    pairs = [*told, *pairwise(names)]
    assert [pair for pair in pairs if compare_names(*pair) != compare_names(*reversed(pair))] == []


def test_every_verdict_has_its_reasons() -> None:
    for case in CASES:
        assert all(Linked.of(case.rows).reasons.values()), case.line


def test_no_case_is_of_one_verdict_only() -> None:
    assert {verdict for case in CASES for *_, verdict in case.pairs} == set(Verdict)
