"""Questions in other words than those of the coverage, and what was said that answers each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.link.pairs import read_report

HERE = Path(__file__).parent
LINK = HERE.parent / "link"
OTHER_MATTERS = ("! [object]", "! [addressee]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, the numbers of the sayings that answer it, and the half it belongs to: "tune" or "report"."""

    text: str
    answers: frozenset[int]
    half: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """All that was said, most of which answers no question, and the questions."""

    sayings: Sequence[str]
    questions: Sequence[Question]


def read_gold() -> Gold:
    """The questions of `search_questions.txt` over the reports that linking is measured on and some of their own."""
    sayings: list[str] = []
    same = list(_answers(LINK / "same_statements.txt", sayings))
    list(_answers(LINK / "unmet_statements.txt", sayings))
    questions: list[Question] = []
    for number, block in enumerate(_blocks(HERE / "search_questions.txt")):
        if block[0][0].isdigit():
            told = (line.partition(": ") for line in block)
            questions += [_question(text, same[int(at) - 1], int(at)) for at, _, text in told]
        else:
            first = len(sayings)
            sayings += [line[2:] for line in block if line.startswith("> ")]
            own = frozenset(range(first, len(sayings)))
            questions += [_question(line[2:], own, number) for line in block if line.startswith("? ")]
    return Gold(sayings=sayings, questions=questions)


def _question(text: str, answers: frozenset[int], number: int) -> Question:
    return Question(text=text, answers=answers, half="tune" if number % 2 else "report")


def _answers(path: Path, sayings: list[str]) -> Iterator[frozenset[int]]:
    """For each block the numbers of its reports that are on one matter; all are added to the sayings."""
    for first, *others in _blocks(path):
        at = len(sayings)
        sayings += [read_report(first).content, *(read_report(line.partition("] ")[2]).content for line in others)]
        on_it = (number for number, line in enumerate(others, at + 1) if not line.startswith(OTHER_MATTERS))
        yield frozenset((at, *on_it))


def _blocks(path: Path) -> Iterator[list[str]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
        if lines:
            yield lines
