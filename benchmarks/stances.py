"""Stances of plover-gsr's verbal sentences in five folds, and false ones on neutral sentences, figure by figure.

    python benchmarks/stances.py [--data ../shared/data] [--misses]

What the folds can tell and what they cannot: the weights of a fold never saw its sentences, but the word lists of
`onrecord.derive.hints` and the sentences of `training/stances.tsv` were written by someone who had read ALL of
plover-gsr. Folds do not undo that: "hints" is a figure on known material, and an upper bound. Rows marked "unseen" use
stems, the weights of the fold, and the patterns of `onrecord.derive`, which are older than that reading but for
vows, "agreed in principle", own promises and appeals in court (added for other articles): they are nearest to what may
be expected of new sentences.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.stances import CLASSES, VERBAL, Hints, Labelled, fit, read_own, read_plover

from onrecord.derive import cue_words, lexicon
from onrecord.derive.hints import hints_of
from onrecord.derive.weighing import NONE, weigh_with
from onrecord.text.stems import stem
from onrecord.text.words import words

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDS, SEEDS = 5, 5


def by_rules(sentence: str) -> str | None:
    """The stance whose words stand first, cues before contents: the rules alone."""
    plain = sentence.lower()
    cues = sorted((each.start(), stance) for stance, cue in cue_words.CUES if (each := cue.search(plain)))
    if cues:
        return cues[0][1]
    return next((stance for stance, told in lexicon.CONTENTS if any(each.search(plain) for each in told)), None)


def unseen(sentence: str) -> frozenset[str]:
    """The rules' patterns and the stems as hints: next to nothing that was written after reading plover-gsr."""
    plain = sentence.lower()
    cues = sorted((each.start(), stance) for stance, cue in cue_words.CUES if (each := cue.search(plain)))
    found = {f"cue {stance}" for _, stance in cues} | ({f"first {cues[0][1]}"} if cues else {"none"})
    found |= {f"says {stance}" for stance, told in lexicon.CONTENTS if any(each.search(plain) for each in told)}
    return frozenset(found | stems(sentence))


def stems(sentence: str) -> frozenset[str]:
    """The stems alone."""
    return frozenset(f"stem {stem(word.lower)}" for word in words(sentence.lower()) if word.lower.isalpha())


def folds_of(labelled: Sequence[Labelled], seed: int) -> list[int]:
    """A fold for each sentence, each class spread over all; a text that stands twice is in one."""
    order = list(range(len(labelled)))
    random.Random(seed).shuffle(order)  # noqa: S311 -- a seeded split
    order.sort(key=lambda at: labelled[at][1])
    first: dict[str, int] = {}
    for place, at in enumerate(order):
        first.setdefault(labelled[at][0], place % FOLDS)
    return [first[sentence] for sentence, _ in labelled]


def in_folds(
    labelled: Sequence[Labelled], besides: Sequence[Labelled], hints: Hints, seed: int, most: float = 0.0
) -> list[str]:
    """What each sentence is said to be by weights that never saw it; NONE below the share `most`."""
    folds = folds_of(labelled, seed)
    said = [NONE] * len(labelled)
    for fold in range(FOLDS):
        weights = fit([*(row for row, other in zip(labelled, folds, strict=True) if other != fold), *besides], hints)
        for at in (at for at, other in enumerate(folds) if other == fold):
            found = weigh_with(CLASSES, weights, hints(labelled[at][0]))
            said[at] = found.stance or NONE if found.share >= most else NONE
    return said


def accuracy(labelled: Sequence[Labelled], said: Sequence[str | None]) -> float:
    """The share that is right."""
    return sum(label == each for (_, label), each in zip(labelled, said, strict=True)) / len(labelled)


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
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    plover, own = read_plover(options.data / "plover-gsr.jsonl.gz"), read_own()
    rules = [by_rules(sentence) for sentence, _ in plover]
    print(f"plover-gsr, {len(plover)} verbal sentences\n  rules alone: {accuracy(plover, rules):.3f}")
    print_classes(plover, rules)
    rows: list[tuple[str, Callable[[str], frozenset[str]], list[Labelled]]] = [
        ("unseen: stems", stems, []),
        ("unseen: rules' patterns and stems", unseen, []),
        ("hints (known material), plover alone", hints_of, []),
        ("hints (known material), with our own sentences", hints_of, own),
    ]
    said: list[str] = []
    for name, hints, besides in rows:
        runs = [in_folds(plover, besides, hints, seed) for seed in range(SEEDS)]
        said = runs[0]
        scores = [accuracy(plover, each) for each in runs]
        print(f"  {name}: {sum(scores) / SEEDS:.3f} ({min(scores):.3f}-{max(scores):.3f} over {SEEDS} splits)")
    print_classes(plover, said)
    print_neutral(own, plover)
    if options.misses:
        for (sentence, label), each in zip(plover, said, strict=True):
            if label != each:
                print(f"{label} {each} {sentence}")


def print_neutral(own: Sequence[Labelled], plover: Sequence[Labelled]) -> None:
    """False stances on our own neutral sentences, in folds, at several shares."""
    neutral = sum(label == NONE for _, label in own)
    falsely = sum(by_rules(sentence) is not None for sentence, label in own if label == NONE)
    print(f"our own neutral sentences, {neutral}\n  rules alone, without whose line it is: {falsely} false")
    for most in (0.0, 0.8, 0.9):
        said = in_folds(own, plover, hints_of, 0, most)
        falsely = sum(label == NONE != each for (_, label), each in zip(own, said, strict=True))
        print(f"  hints, share of {most} and more: {falsely} false")


if __name__ == "__main__":
    main()
