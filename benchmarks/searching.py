"""How well search finds what was said in other words: `python benchmarks/searching.py [--misses]`.

The questions are those of `tests/pages/search_questions.txt`, half of them to tune on. Each way of finding gets the
same sayings and gives its ten best; recall and nDCG are over those, MRR is of the first answer. "As shipped" goes
through the very functions that `onrecord search` uses; the other rows say what each part of it gives, and what was
tried beside it.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import numpy as np
from numpy.typing import NDArray
from tests.pages.asked import Gold, Question, read_gold

from onrecord.annotate.model import FOLDER
from onrecord.annotate.model.closeness import closeness_to
from onrecord.annotate.model.network import CLS, SEP, open_network
from onrecord.pages.finding import LEAST_NEAR, nearness
from onrecord.store.meaning_view import OWN, rank
from onrecord.store.words import fold
from onrecord.text.kindred import ABOVE, SAME, kindred, nearest
from onrecord.text.meanings import meaning
from onrecord.text.stems import STOPWORDS
from onrecord.text.thesaurus import of_a_sense

TEN = 10
Way = Callable[[str], Sequence[int]]  # the numbers of the sayings that a question finds, the best first
Near = Callable[[str], Mapping[str, float]]  # the meanings that a word may stand for


class Index:
    """The sayings by their words."""

    def __init__(self, sayings: Sequence[str]) -> None:
        self.sayings = sayings
        self.having: dict[str, set[int]] = defaultdict(set)
        self.meant: dict[str, set[int]] = defaultdict(set)
        for number, saying in enumerate(sayings):
            for word in fold(saying).split():
                self.having[word].add(number)
                self.meant[meaning(word)].add(number)

    def scores(self, question: str, near: Near | None) -> list[tuple[float, int]]:
        """How well each saying fits, by the words themselves, or also by their meanings and what is near to those."""
        concepts = []
        for word in (word for word in fold(question).split() if word not in STOPWORDS):
            levels = [(1.0, self.having[word])]
            if near is not None:
                wide = {meaning(word): OWN, **near(word)}
                levels += [(weight, self.meant[meant]) for meant, weight in wide.items()]
            concepts.append(levels)
        return rank(concepts, len(self.sayings))

    def with_all(self, question: str) -> list[int]:
        """The sayings that have every word, as a search for words alone has it."""
        return sorted(set.intersection(*(self.having[word] for word in fold(question).split())))

    def by(self, near: Near | None) -> Way:
        """The way that finds by words and what is near to them."""
        return lambda question: [number for _, number in self.scores(question, near)]

    def shipped(self, question: str) -> list[int]:
        """What `onrecord search` finds."""
        close = closeness_to(question)
        found = self.scores(question, kindred)
        told = [(nearness(score, close.of(self.sayings[number])), number) for score, number in found]
        return [number for near, number in sorted(told, key=lambda one: (-one[0], one[1])) if near >= LEAST_NEAR]

    def by_vectors(self, question: str) -> list[int]:
        """Every saying by its word vectors: a look at all of them."""
        close = closeness_to(question)
        return sorted(range(len(self.sayings)), key=lambda number: (-close.of(self.sayings[number]), number))


def by_encoder(sayings: Sequence[str]) -> Way:
    """Every saying by the mean of the encoder's states."""
    network = open_network(FOLDER / "accurate.onnx")

    def state(text: str) -> NDArray[np.float32]:
        ids = network.tokenizer.encode(text, add_special_tokens=False).ids
        words = network.words.vectors(np.asarray([CLS, *ids, SEP]))
        looks = np.zeros((1, len(words)), dtype=np.int64)
        (hidden,) = network.session.run(["hidden"], {"words": words[None], "looks": looks})
        mean: NDArray[np.float32] = hidden[0].mean(0)
        return mean / np.float32(np.linalg.norm(mean))

    states = np.stack([state(one) for one in sayings])
    return lambda question: [int(number) for number in np.argsort(-(states @ state(question)), kind="stable")]


def by_wordnet(word: str) -> Mapping[str, float]:
    """What WordNet alone has near to the word."""
    above, same = of_a_sense(meaning(word))
    return dict.fromkeys(above, ABOVE) | dict.fromkeys(same, SAME)


def figures(way: Way, questions: Sequence[Question]) -> str:
    """Recall, reciprocal rank and gain over the ten best, and how many find nothing."""
    recall = reciprocal = gain = empty = 0.0
    for question in questions:
        found = list(way(question.text))[:TEN]
        right = [at for at, number in enumerate(found) if number in question.answers]
        most = min(TEN, len(question.answers))
        recall += len(right) / most
        reciprocal += 1 / (right[0] + 1) if right else 0.0
        gain += sum(1 / math.log2(at + 2) for at in right) / sum(1 / math.log2(at + 2) for at in range(most))
        empty += not found
    many = len(questions)
    return f"{recall / many:>9.3f} {reciprocal / many:>6.3f} {gain / many:>7.3f} {empty:>5.0f}"


def ways(gold: Gold) -> dict[str, Way]:
    """All ways that are measured."""
    index = Index(gold.sayings)
    return {
        "all of the words": index.with_all,
        "any of the words": index.by(None),
        "words and stems": index.by(lambda _: {}),
        "… and WordNet": index.by(by_wordnet),
        "… and near words": index.by(lambda word: nearest(meaning(word))),
        "… and both": index.by(kindred),
        "encoder, all sayings": by_encoder(gold.sayings),
        "word vectors, all sayings": index.by_vectors,
        "as shipped": index.shipped,
    }


def main(*, misses: bool) -> None:
    """Print a row for each way, and what the shipped one does not find of the half that is tuned on."""
    gold = read_gold()
    halves = {half: [one for one in gold.questions if one.half == half] for half in ("tune", "report")}
    counts = ", ".join(f"{half} {len(several)}" for half, several in halves.items())
    print(f"{len(gold.sayings)} sayings; questions: {counts}")
    heads = f"{'recall@10':>9} {'MRR':>6} {'nDCG@10':>7} {'none':>5}"
    print(f"{'':<26} {'tune':<30}   report")
    print(f"{'':<26} {heads}   {heads}")
    known = ways(gold)
    for name, way in known.items():
        print(f"{name:<26} " + "   ".join(figures(way, several) for several in halves.values()))
    if misses:
        for one in halves["tune"]:
            lost = one.answers - set(list(known["as shipped"](one.text))[:TEN])
            print(f"{one.text}: {len(lost)} of {len(one.answers)} not found")
            print(*(f"  {gold.sayings[number]}" for number in sorted(lost)), sep="\n")


if __name__ == "__main__":
    main(misses="--misses" in sys.argv[1:])
