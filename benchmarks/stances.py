"""Stances of plover-gsr's verbal sentences, and false ones on neutral sentences, figure by figure.

    PYTHONPATH=src:. python benchmarks/stances.py [--data ../shared/data] [--splits 2]

The sentences of `training/stance_sentences.tsv` were written from the codebooks by one who had not seen plover-gsr,
and the network's settings were chosen on them alone. "Alone" is a network that was taught by nothing else;
in five folds, each fold's network has seen the other folds' sentences too. A sentence may be said to take no line, and
that is wrong; "of eight" is which verbal category is likeliest, whatever the share of none.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.stances import CLASSES, PLOVER_TIMES, VERBAL, Labelled, fit, read_own, read_plover, vectors_of, vocabulary

from onrecord.derive import cue_words, lexicon
from onrecord.derive.weighing import NONE, Numbers, Weights, shares_in

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Teacher:
    """The vocabulary that all networks here share, with its vectors."""

    words: Sequence[str]
    vectors: Numbers

    def taught(self, labelled: Sequence[Labelled]) -> Weights:
        """The weights that the sentences teach."""
        return fit(labelled, self.words, self.vectors)


def by_rules(sentence: str) -> str | None:
    """The stance whose words stand first, cues before contents: the rules alone."""
    plain = sentence.lower()
    cues = sorted((each.start(), stance) for stance, cue in cue_words.CUES if (each := cue.search(plain)))
    if cues:
        return cues[0][1]
    return next((stance for stance, told in lexicon.CONTENTS if any(each.search(plain) for each in told)), None)


def folds_of(labelled: Sequence[Labelled], seed: int) -> list[int]:
    """A fold for each sentence, each class spread over all; a text that stands twice is in one."""
    order = list(range(len(labelled)))
    random.Random(seed).shuffle(order)  # noqa: S311 -- a seeded split
    order.sort(key=lambda at: labelled[at][1])
    first: dict[str, int] = {}
    for place, at in enumerate(order):
        first.setdefault(labelled[at][0], place % FOLDS)
    return [first[sentence] for sentence, _ in labelled]


def found_by(weights: Weights, sentences: Sequence[str]) -> Numbers:
    """The share of each class in each sentence."""
    return np.array([shares_in(weights, sentence) for sentence in sentences])


def in_folds(
    teacher: Teacher, labelled: Sequence[Labelled], besides: Sequence[Labelled], times: int, seed: int
) -> Numbers:
    """The shares in each sentence by weights that never saw it, the others' counted so many times."""
    folds = folds_of(labelled, seed)
    said = np.zeros((len(labelled), len(CLASSES)), dtype=np.float32)
    for fold in range(FOLDS):
        seen = [row for row, other in zip(labelled, folds, strict=True) if other != fold]
        weights = teacher.taught([*seen * times, *besides])
        unseen = [at for at, other in enumerate(folds) if other == fold]
        said[unseen] = found_by(weights, [labelled[at][0] for at in unseen])
    return said


def accuracy(labelled: Sequence[Labelled], said: Sequence[str | None]) -> float:
    """The share that is right."""
    return sum(label == each for (_, label), each in zip(labelled, said, strict=True)) / len(labelled)


def told(name: str, labelled: Sequence[Labelled], said: Numbers) -> None:
    """Print how often the likeliest class is right, and how often the likeliest verbal one."""
    of_nine = accuracy(labelled, [CLASSES[at] for at in said.argmax(axis=1)])
    of_eight = accuracy(labelled, [VERBAL[at] for at in said[:, : len(VERBAL)].argmax(axis=1)])
    print(f"  {name}: {of_nine:.3f}, of eight {of_eight:.3f}", flush=True)


def print_classes(labelled: Sequence[Labelled], said: Sequence[str | None]) -> None:
    """Precision and recall of each class."""
    right = Counter(label for (_, label), each in zip(labelled, said, strict=True) if label == each)
    wanted, given = Counter(label for _, label in labelled), Counter(said)
    for label in VERBAL:
        precision = right[label] / given[label] if given[label] else 0.0
        print(f"    {label:9} {wanted[label]:3}  precision {precision:.2f}  recall {right[label] / wanted[label]:.2f}")


def main() -> None:
    """Print all of it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=DATA)
    asked.add_argument("--splits", type=int, default=2)
    options = asked.parse_args()
    plover, own = read_plover(options.data / "plover-gsr.jsonl.gz"), read_own()
    words = vocabulary(options.data)
    teacher = Teacher(words=words, vectors=vectors_of(words))
    print(f"plover-gsr, {len(plover)} verbal sentences")
    print(f"  rules alone: {accuracy(plover, [by_rules(sentence) for sentence, _ in plover]):.3f}")
    told("another hand's sentences alone", plover, found_by(teacher.taught(own), [sentence for sentence, _ in plover]))
    for seed in range(options.splits):
        said = in_folds(teacher, plover, own, PLOVER_TIMES, seed)
        told(f"another hand's sentences, five folds, split {seed}", plover, said)
    print_classes(plover, [CLASSES[at] for at in said.argmax(axis=1)])
    print_own(teacher, own)


def print_own(teacher: Teacher, own: Sequence[Labelled]) -> None:
    """Our own sentences in five folds, and false stances on the neutral ones at several shares."""
    said = in_folds(teacher, own, [], 1, 0)
    print(f"our own sentences, {len(own)}, in five folds")
    told("those with a stance", *_those(own, said, stance=True))
    neutral, shares = _those(own, said, stance=False)
    falsely = sum(by_rules(sentence) is not None for sentence, _ in neutral)
    print(f"  {len(neutral)} without one: rules alone, without whose line it is, {falsely} false")
    for least in (0.0, 0.8, 0.9):
        falsely = int((shares[:, : len(VERBAL)].max(axis=1) >= np.maximum(shares[:, -1], least)).sum())
        print(f"    share of {least} and more: {falsely} false")


def _those(own: Sequence[Labelled], said: Numbers, *, stance: bool) -> tuple[list[Labelled], Numbers]:
    kept = [at for at, (_, label) in enumerate(own) if (label != NONE) == stance]
    return [own[at] for at in kept], said[kept]


if __name__ == "__main__":
    main()
