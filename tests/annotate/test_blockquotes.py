"""Words that stand in a paragraph of their own behind a colon. {s source} {c cue} {t content}."""

from __future__ import annotations

import pytest
from tests.annotate.marking import read

from onrecord.records import Form

BLOCK = "Nobody will pay. A river is no shop."


@pytest.mark.parametrize("lead", ["{s Oram} {c said}:\n", "{s Oram} {c said:}\n", "Asked of it, {s Oram} {c said}:\n"])
def test_a_paragraph_behind_a_colon_is_said_as_it_stands(lead: str) -> None:
    found = read(lead + "{t Nobody will pay}. A river is no shop.\nCrews sang.")[-1]
    assert ([each.exact for each in found.content], found.form) == ([BLOCK], Form.DIRECT)


@pytest.mark.parametrize(
    "marked",
    [
        "{s Oram} {c said}: {t nobody would pay}.\nCrews sang.",
        "{s Oram} {c said} so.\n{t Nobody will pay}. A river is no shop.",
        "{s Oram} {c said}:\nCrews sang. {t Nobody will pay}.",
        "{s Oram} {c said}:\n{t Nobody will pay}, as he put it, “ever”.",
    ],
)
def test_other_words_stay_as_they_were_found(marked: str) -> None:
    assert read(marked)[-1].form is Form.INDIRECT
