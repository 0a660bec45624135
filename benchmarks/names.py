"""How right names are linked, beside string similarity alone: `python benchmarks/names.py`.

The cases are those of `tests/link/hard_names.txt`, each pair linked as in a record. A pair is taken for one actor, for
two, or left unsure; precision and recall are of the pairs taken for one. Similarity takes a pair for one from a
threshold up. It is shown at the threshold with the best F1 on this very set and at the one that gets most pairs right,
so it cannot do better here. A pair that is unsure counts as one not taken.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from tests.link.notation import judged, read_cases

from onrecord.link.names import compare_names
from onrecord.records import Verdict
from onrecord.text.folding import fold

ROUNDS = 10
Scorer = Callable[[str, str], float]
SCORERS: dict[str, Scorer] = {
    "rapidfuzz ratio": lambda left, right: fuzz.ratio(left, right) / 100,
    "rapidfuzz token_sort": lambda left, right: fuzz.token_sort_ratio(left, right) / 100,
    "rapidfuzz Jaro-Winkler": JaroWinkler.similarity,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names, whether they are one, and what onrecord says."""

    left: str
    right: str
    wanted: Verdict
    found: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of the pairs taken for one the share that are, of those that are the share taken, and of all the share right."""

    precision: float
    recall: float
    right: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


F1, RIGHT = attrgetter("f1"), attrgetter("right")


def pairs() -> Iterator[Pair]:
    """Every pair of the set."""
    for case in read_cases():
        for left, right, wanted, found in judged(case):
            yield Pair(left=left.entity.name, right=right.entity.name, wanted=wanted, found=found)


def figures(rows: list[Pair], is_taken: Callable[[Pair], bool]) -> Figures:
    """How right it is to take these pairs for one."""
    taken = {id(row) for row in rows if is_taken(row)}
    ones = {id(row) for row in rows if row.wanted is Verdict.POSITIVE}
    hits = len(taken & ones)
    return Figures(
        precision=hits / len(taken) if taken else 0.0,
        recall=hits / len(ones),
        right=1 - len(taken ^ ones) / len(rows),
    )


def best_of(rows: list[Pair], scorer: Scorer, good: Callable[[Figures], float]) -> tuple[float, Figures]:
    """The threshold at which a similarity is best by the measure, and how well it does there."""
    scores = {id(row): scorer(fold(row.left), fold(row.right)) for row in rows}

    def at(cut: float) -> Figures:
        return figures(rows, lambda row: scores[id(row)] >= cut)

    return max(((cut, at(cut)) for cut in sorted(set(scores.values()))), key=lambda pair: (good(pair[1]), pair[0]))


def microseconds(rows: list[Pair], compare: Callable[[str, str], object]) -> float:
    """The time that one comparison takes, names seen before."""
    begun = time.perf_counter()
    for _ in range(ROUNDS):
        for row in rows:
            compare(row.left, row.right)
    return (time.perf_counter() - begun) / (ROUNDS * len(rows)) * 1e6


def main() -> None:
    """Print the table."""
    rows = list(pairs())
    wanted = [row.wanted for row in rows]
    counts = ", ".join(f"{wanted.count(verdict)} {verdict}" for verdict in Verdict)
    print(f"{len(rows)} pairs: {counts}; {sum(row.wanted is row.found for row in rows)} come out so")
    print(f"{'taken for one by':<36}precision  recall     F1  right  us a pair")
    own = figures(rows, lambda row: row.found is Verdict.POSITIVE)
    print_row("onrecord", own, microseconds(rows, compare_names))
    for name, scorer in SCORERS.items():
        each = microseconds(rows, scorer)
        for measure in (F1, RIGHT):
            cut, best = best_of(rows, scorer, measure)
            print_row(f"{name} from {cut:.2f}", best, each)


def print_row(name: str, found: Figures, each: float) -> None:
    """Print one line of the table."""
    print(
        f"{name:<36}{found.precision:>9.3f}  {found.recall:>6.3f}  {found.f1:>5.3f}  {found.right:>5.3f}  {each:>9.1f}"
    )


if __name__ == "__main__":
    main()
