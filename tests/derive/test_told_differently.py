"""What two articles tell differently is shown, and what only looks so is explained or left out."""

from __future__ import annotations

import pytest
from tests.derive.notation import Case, cases, differences, shown

CASES = tuple(cases())


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"line {case.line}",
            marks=[pytest.mark.xfail(strict=True, reason=case.failing)] if case.failing else [],
        )
        for case in CASES
    ],
)
def test_two_articles_differ_as_the_case_says(case: Case) -> None:
    assert shown(differences(case.left, case.right)) == case.wanted


def test_half_of_the_cases_are_traps() -> None:
    traps = [case for case in CASES if case.wanted == "nothing" or ":" in case.wanted]
    assert len(CASES) >= 60
    assert len(traps) >= len(CASES) / 2
