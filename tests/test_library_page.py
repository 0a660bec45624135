"""docs/library.md: its sessions print what it shows, and mypy takes them for a user's program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.python_tour import rewritten, sources
from tests.tour import ROOT, run, steps_of

PAGE = (ROOT / "docs/library.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_library_page_shows_what_its_code_prints(tmp_path: Path) -> None:
    run(steps_of(PAGE), tmp_path)
    assert rewritten(PAGE, tmp_path) == PAGE


@pytest.mark.slow
def test_mypy_takes_the_code_of_the_library_page_for_a_strictly_typed_program(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(sources(PAGE), encoding="utf-8")
    assert mypy(program) == (0, "Success: no issues found in 1 source file\n")


@pytest.mark.slow
def test_mypy_knows_what_the_library_gives(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import onrecord\n"
        "with onrecord.open_record('record.db') as record:\n"
        "    for statement in record.statements():\n"
        "        statement.speaker.casefold()\n",
        encoding="utf-8",
    )
    code, said = mypy(program)
    assert code == 1
    assert 'program.py:4: error: Item "None" of "str | None" has no attribute "casefold"' in said


def test_a_session_is_written_anew_with_what_it_prints(tmp_path: Path) -> None:
    stale = "Words.\n\n```pycon\n>>> for one in (1, 2):\n...     print(one)\n1\n>>> 2 + 2\n5\n```\n"
    assert rewritten(stale, tmp_path) == stale.replace("\n1\n", "\n1\n2\n").replace("\n5\n", "\n4\n")


def mypy(program: Path) -> tuple[int, str]:
    command = (sys.executable, "-m", "mypy", "--strict", "--config-file=", program.name)
    done = subprocess.run(command, cwd=program.parent, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout
