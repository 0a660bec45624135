"""Who said what a news organisation is told to have carried, each line of `carried.txt` a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.annotate.marking import read

CASES = Path(__file__).parent / "carried.txt"


def cases() -> Iterator[tuple[str, str, str]]:
    """Every marked text with the speaker and the carriers expected of its last attribution."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            marked, _, told = line.partition(" => ")
            speaker, _, carriers = told.partition(" via ")
            yield marked.replace(" / ", "\n"), speaker, carriers


@pytest.mark.parametrize(("marked", "speaker", "carriers"), [*cases()])
def test_words_are_of_who_said_them_and_came_through_who_carried_them(marked: str, speaker: str, carriers: str) -> None:
    found = read(marked)[-1]
    assert (found.speaker_name, ", ".join(found.relayed_by) or "-") == (speaker, carriers)
