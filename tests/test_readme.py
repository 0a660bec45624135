from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from tests.tour import ROOT, Outcome, is_shown, rewritten, run, steps_of

from onrecord.cli.door import COMMANDS

DOCUMENTS = [
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    if steps_of(path.read_text(encoding="utf-8"))
]
# The README's tour is part of `make test`; the other documents run each command once more, which takes a while.
RUN = [pytest.param(path, marks=() if path == "README.md" else pytest.mark.slow) for path in DOCUMENTS]
SAMPLE = """\
Some words.

```console
$ printf 'one\\ntwo\\nthree\\n'
one
...
$ true
```
"""


def difference(document: str, outcome: Outcome) -> str:
    lines = difflib.unified_diff(outcome.step.shown, outcome.printed, "shown", "printed", lineterm="")
    head = f"{document}:{outcome.step.line}: $ {outcome.step.command} (exit status {outcome.status})"
    return "\n".join((head, *lines))


@pytest.mark.parametrize("document", RUN)
def test_a_document_shows_what_its_commands_print(
    document: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    if document == "docs/postgresql.md":
        for name, value in request.getfixturevalue("cluster").environment.items():
            monkeypatch.setenv(name, value)
    outcomes = run(steps_of((ROOT / document).read_text(encoding="utf-8")), tmp_path)
    differing = [difference(document, outcome) for outcome in outcomes if not outcome.is_as_shown]
    assert not differing, "\n\n".join(differing)


def test_the_readme_has_a_tour() -> None:
    commands = [step.command for step in steps_of((ROOT / "README.md").read_text(encoding="utf-8"))]
    assert any(command.startswith("onrecord build ") for command in commands)
    assert any(command.startswith("onrecord brief ") for command in commands)


def test_every_command_has_an_executed_example() -> None:
    examples = [step.command for path in DOCUMENTS for step in steps_of((ROOT / path).read_text(encoding="utf-8"))]
    assert [name for name in COMMANDS if not any(f"onrecord {name}" in line for line in examples)] == []


def test_steps_are_read_with_their_lines() -> None:
    first, second = steps_of(SAMPLE)
    assert (first.line, first.shown) == (4, ("one", "..."))
    assert (second.line, second.command, second.shown) == (7, "true", ())


def test_an_elision_stands_for_any_lines() -> None:
    assert is_shown(("a", "...", "z"), ("a", "b", "c", "z"))
    assert is_shown(("a", "..."), ("a",))


def test_a_line_that_differs_is_not_as_shown() -> None:
    assert not is_shown(("a", "b"), ("a", "c"))
    assert not is_shown(("a", "..."), ("b", "c"))
    assert not is_shown(("a.",), ("ab",))


def test_a_line_more_or_less_is_not_as_shown() -> None:
    assert not is_shown(("a",), ("a", "b"))
    assert not is_shown(("a", "b"), ("a",))


def test_a_document_is_rewritten_with_the_lines_it_elides_elided(tmp_path: Path) -> None:
    stale = SAMPLE.replace("\none\n", "\nstale\n")
    assert rewritten(stale, run(steps_of(stale), tmp_path)) == SAMPLE


def test_a_step_that_fails_is_not_as_shown(tmp_path: Path) -> None:
    (outcome,) = run(steps_of("```console\n$ exit 3\n```\n"), tmp_path)
    assert outcome.status == 3
    assert not outcome.is_as_shown
