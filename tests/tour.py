"""The commands and outputs that a document shows: read, run, compared, and written anew.

A block fenced as ```console holds commands, each after `$ `, and below each what it prints. A line `...` stands
for any number of lines. All blocks of a document run one after another in one directory, in which `examples/` lies.

`python -m tests.tour README.md docs/commands.md` writes the present outputs into the documents.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests import python_tour

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT = "$ "
ELISION = "..."
# What would colour or widen an output, or read settings that only this machine has.
UNSET = {"COLUMNS", "LINES", "FORCE_COLOR", "CLICOLOR_FORCE", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A command of a document and the lines that the document shows below it; `line` is the command's own."""

    line: int
    command: str
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a step printed, both streams in one, and its exit status."""

    step: Step
    printed: tuple[str, ...]
    status: int

    @property
    def is_as_shown(self) -> bool:
        """Whether the step succeeded and printed what the document shows."""
        return self.status == 0 and is_shown(self.step.shown, self.printed)


def steps_of(document: str) -> list[Step]:
    """The steps of a document, in reading order."""
    steps: list[Step] = []
    for block in BLOCK.finditer(document):
        first_line = document.count("\n", 0, block.start(1)) + 1
        for number, line in enumerate(block[1].splitlines(), start=first_line):
            if line.startswith(PROMPT):
                steps.append(Step(line=number, command=line.removeprefix(PROMPT), shown=()))
            elif steps:
                last = steps.pop()
                steps.append(Step(line=last.line, command=last.command, shown=(*last.shown, line)))
    return steps


def is_shown(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether the lines printed are those shown, an elision standing for any lines, blank ends left aside."""
    parts = [".*" if line == ELISION else re.escape(line.rstrip()) for line in shown]
    pattern = "".join("(?:.*\n)*" if part == ".*" else part + "\n" for part in parts)
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed)) is not None


def run(steps: Sequence[Step], place: Path) -> list[Outcome]:
    """What each step prints, run in order in `place`, where a copy of `examples/` is laid."""
    shutil.copytree(ROOT / "examples", place / "examples")
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    outcomes = []
    for step in steps:
        done = subprocess.run(
            ["sh", "-c", step.command],
            cwd=place,
            env={**kept, "PATH": path, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        outcomes.append(Outcome(step=step, printed=tuple(done.stdout.splitlines()), status=done.returncode))
    return outcomes


def shortened(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """The lines printed, elided where the document elides: as many kept before and after as it keeps."""
    if ELISION not in shown:
        return [line.rstrip() for line in printed]
    before = list(shown).index(ELISION)
    after = list(reversed(shown)).index(ELISION)
    kept = [*printed[:before], ELISION, *(printed[-after:] if after else ())]
    return [line.rstrip() for line in kept]


def rewritten(document: str, outcomes: Sequence[Outcome]) -> str:
    """The document with the present outputs in the place of those it shows."""
    left = iter(outcomes)

    def block(match: re.Match[str]) -> str:
        lines = []
        for line in match[1].splitlines():
            if line.startswith(PROMPT):
                outcome = next(left)
                lines += [line, *shortened(outcome.step.shown, outcome.printed)]
        return "```console\n" + "".join(line + "\n" for line in lines) + "```"

    return BLOCK.sub(block, document)


def main(paths: Sequence[str]) -> None:
    """Each document shows what its commands print now; one of which a command fails is left as it is."""
    failed = False
    for path in map(Path, paths):
        text = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as place:
            outcomes = run(steps_of(text), Path(place))
            failures = [outcome for outcome in outcomes if outcome.status]
            whole = text if failures else python_tour.rewritten(rewritten(text, outcomes), Path(place))
        for outcome in failures:
            told = "\n".join(outcome.printed)
            sys.stderr.write(f"{path}:{outcome.step.line}: exit status {outcome.status}; not rewritten\n{told}\n")
        if not failures:
            path.write_text(whole, encoding="utf-8")
        failed = failed or bool(failures)
    sys.exit(failed)


if __name__ == "__main__":
    main(sys.argv[1:])
