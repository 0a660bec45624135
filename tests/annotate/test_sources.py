"""Who the sources are, each line of `sources.txt` a text with the speakers that a careful reader finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.annotate.marking import read

CASES = Path(__file__).parent / "sources.txt"


def cases() -> Iterator[tuple[str, str]]:
    """Every marked text with the speakers expected, in order."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            marked, _, speakers = line.partition(" => ")
            yield marked.replace(" / ", "\n"), speakers


@pytest.mark.parametrize(("marked", "speakers"), [*cases()])
def test_a_source_is_whom_a_careful_reader_takes_it_for(marked: str, speakers: str) -> None:
    assert " | ".join(each.speaker_name or "-" for each in read(marked)) == speakers
