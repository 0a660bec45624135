"""Weights of the stance model, from plover-gsr and the sentences of stances.tsv; written to the package.

    python -m training.stances [--data ../shared/data] [--out src/onrecord/derive/weights.json]

The lists of hints and the sentences of stances.tsv were written after reading plover-gsr: its folds are no unseen test
(`benchmarks/stances.py` has the rows that are). Softmax regression by gradient descent from zero over the hints of
`onrecord.derive.hints`: nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from onrecord.derive.hints import hints_of
from onrecord.derive.weighing import BIAS, NONE

VERBAL = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
CLASSES = (*VERBAL, NONE)
OWN = Path(__file__).with_name("stances.tsv")
PACKAGED = Path(__file__).parents[1] / "src" / "onrecord" / "derive" / "weights.json"
STEPS, RATE, PULL, DECAY = 400, 0.1, 0.9, 0.002
FEWEST = 2  # sentences that must have a hint for it to have weights

Labelled = tuple[str, str]  # sentence, class
Hints = Callable[[str], frozenset[str]]
Weights = dict[str, tuple[float, ...]]


def read_plover(path: Path) -> list[Labelled]:
    """The sentences of the verbal categories."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(each) for each in lines]
    return [(row["text"], row["event"]) for row in rows if row["event"] in VERBAL]


def read_own() -> list[Labelled]:
    """The sentences written for this project, the neutral ones with them."""
    rows = [each.split("\t") for each in OWN.read_text(encoding="utf-8").splitlines() if each]
    return [(sentence, label) for label, sentence in rows]


def fit(labelled: Sequence[Labelled], hints_in: Hints = hints_of) -> Weights:
    """One row of weights for each hint that stands in at least two sentences, one number a class."""
    hints = [hints_in(sentence) for sentence, _ in labelled]
    counts = Counter(hint for each in hints for hint in each)
    names = (*sorted(hint for hint, count in counts.items() if count >= FEWEST), BIAS)
    seen = np.array([[name == BIAS or name in each for name in names] for each in hints], dtype=float)
    wanted = np.array([[label == each for each in CLASSES] for _, label in labelled], dtype=float)
    weights, moved = np.zeros((len(names), len(CLASSES))), 0.0
    for _ in range(STEPS):
        scores = seen @ weights
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        moved = PULL * moved + seen.T @ (shares - wanted) / len(labelled) + DECAY * weights
        weights = weights - RATE * moved
    return {name: tuple(round(float(each), 3) for each in row) for name, row in zip(names, weights, strict=True)}


def main() -> None:
    """Write the weights."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=Path("../shared/data"))
    asked.add_argument("--out", type=Path, default=PACKAGED)
    options = asked.parse_args()
    weights = fit(read_plover(options.data / "plover-gsr.jsonl.gz") + read_own())
    options.out.write_text(json.dumps({"classes": CLASSES, "weights": weights}, indent=0) + "\n", encoding="utf-8")
    print(f"{options.out}: {len(weights)} hints, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
