"""What issues are called, and which contents are on one, by the cases of `issues.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.derive.test_derived import line

from onrecord.derive.positions import positions_of

CASES = Path(__file__).with_name("issues.txt")
SIGNS = (" => ", " == ", " <> ")
HELD_SHARE = 0.8  # of the cases that no rule was made on


def _cases() -> dict[str, list[str]]:
    """The cases under each heading, in order."""
    found: dict[str, list[str]] = {}
    part = ""
    for row in CASES.read_text(encoding="utf-8").splitlines():
        if row.startswith("## "):
            part = row.removeprefix("## ")
        elif part and any(sign in row for sign in SIGNS):
            found.setdefault(part, []).append(row)
    return found


def _issues(*told: str) -> list[str]:
    """The names of the issues of contents that two parties tell."""
    rows = []
    for party, each in zip(("Ister", "Skarn"), told, strict=False):
        cue, _, content = each.partition(" | ")
        rows.append(line(content, party=party, cue=cue))
    return [position.issue for position in positions_of("story", rows)]


def holds(case: str) -> bool:
    """Whether the issues come out as the case says."""
    told = case.partition(" ! ")[0]
    sign = next(each for each in SIGNS if each in told)
    left, right = told.split(sign)
    match sign:
        case " => ":
            return _issues(left) == ([] if right == "-" else [right])
        case " == ":
            return len(_issues(left, right)) == 2 and len(set(_issues(left, right))) == 1
        case _:
            return len(set(_issues(left, right))) == 2


def _marked(case: str) -> object:
    failing = case.partition(" ! ")[2]
    return pytest.param(case, marks=[pytest.mark.xfail(strict=True, reason=failing)] if failing else [])


@pytest.mark.parametrize("case", [_marked(case) for case in _cases()["made on"]])
def test_issues_come_out_as_the_case_says(case: str) -> None:
    assert holds(case)


def test_issues_come_out_so_in_most_cases_that_no_rule_was_made_on() -> None:
    held = _cases()["held"]
    failing = [case for case in held if not holds(case)]
    assert len(failing) <= (1 - HELD_SHARE) * len(held), "\n".join(failing)


def test_the_name_of_a_party_makes_no_two_issues_one() -> None:
    found = positions_of(
        "y1",
        [
            line("talks with Tarn Shipping", cue="ruled out"),
            line("the books of Tarn Shipping", cue="demanded", party="Tarn Shipping"),
        ],
    )
    assert len({each.issue for each in found}) == 2


def test_what_moves_makes_no_two_issues_one() -> None:
    found = positions_of(
        "y1",
        [
            line("fares must rise by 12 percent", party="Castria"),
            line("a pay rise of 9 percent", cue="demanded"),
        ],
    )
    assert len({each.issue for each in found}) == 2
