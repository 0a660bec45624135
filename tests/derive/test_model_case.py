"""The model case beside the project, where it is: what its reader marked as told differently is shown so."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.derive.notation import differences_of, read_page

from onrecord.records import Discrepancy

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "seeds.json"
pytestmark = pytest.mark.skipif(
    not GOLD.is_file(), reason=f"{GOLD} is not on this machine; the model case was not compared"
)
Marked = dict[str, Any]
LEAST = 5  # of the marked differences


@cache
def marked() -> tuple[Marked, ...]:
    return tuple(json.loads(GOLD.read_text(encoding="utf-8"))["discrepancies"])


@cache
def found() -> tuple[tuple[Discrepancy, tuple[frozenset[str], ...]], ...]:
    """The differences that are shown, each with the numbers of the articles on every side."""
    readings = {path.name[:3]: read_page(path.read_bytes(), path.name) for path in (SHARED / "seeds").glob("*.txt")}
    numbers = {reading.article.id: number for number, reading in readings.items()}
    shown = differences_of(readings.values())
    return tuple((row, tuple(frozenset(numbers[each] for each in v.articles) for v in row.values)) for row in shown)


def is_conflict(one: Marked) -> bool:
    return not any(words in one.get("note", "") for words in ("NOT", "never", "compatible: "))


def is_shown(one: Marked) -> bool:
    """Whether a difference of its kind sets the same articles against each other, explained where it has to be."""
    return any(
        row.kind == one["kind"]
        and frozenset().union(*sides) == set(one["values"])
        and len(set(sides)) > 1
        and (row.explained is not None or "explained" not in one.get("note", ""))
        for row, sides in found()
    )


def test_most_of_what_the_reader_marked_as_told_differently_is_shown_so() -> None:
    missed = [one["about"] for one in marked() if is_conflict(one) and not is_shown(one)]
    assert sum(map(is_conflict, marked())) - len(missed) >= LEAST, missed


@pytest.mark.parametrize("kind", ["date", "place"])
def test_what_the_reader_marked_as_one_day_or_place_is_no_conflict(kind: str) -> None:
    (one,) = (each for each in marked() if each["kind"] == kind)
    assert not is_conflict(one)
    assert not [row for row, _ in found() if row.kind == kind and row.explained is None]


def test_what_the_reader_marked_as_spellings_of_one_name_is_no_conflict() -> None:
    (one,) = (each for each in marked() if each["kind"] == "spelling")
    spellings = [set(names) for names in one["values"].values()]
    told = [{word for value in row.values for word in value.value.split()} for row, _ in found() if not row.explained]
    assert not [words for words in told if any(len(words & names) > 1 for names in spellings)]
