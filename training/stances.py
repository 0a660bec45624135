"""Weights of the stance network, from plover-gsr and the sentences of stance_sentences.tsv; written to the package.

    PYTHONPATH=src:. python -m training.stances [--data ../shared/data] [--out src/onrecord/derive/stances.npz]

Whoever wrote the sentences knew the PLOVER and CAMEO codebooks and had not seen plover-gsr; the settings below were
chosen on the first 1,560 of them against the others. A word's vector is MiniLM's, as the tagger ships it; names have
none. One seed draws all that is drawn by chance, and numpy is all it takes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.annotate.model.words import Words
from onrecord.derive.weighing import NONE, SIDES, Numbers, Weights, neighbours, rows_of, shares, words_of
from onrecord.text.words import words
from training.descent import Descent

VERBAL = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
CLASSES = (*VERBAL, NONE)
OWN = Path(__file__).with_name("stance_sentences.tsv")
PACKAGE = Path(__file__).parents[1] / "src" / "onrecord"
MODEL = PACKAGE / "annotate" / "model"
PACKAGED = PACKAGE / "derive" / "stances.npz"
FEWEST = 2  # times that a word stands in PolNeAR's training part, for it to have a row
PLOVER_TIMES = 3  # how often a sentence of plover-gsr counts, of which there are few
WIDTH, MIXED = 32, 64
EPOCHS, BATCH = 20, 64
DROPPED, UNREAD, SMOOTHED = 0.3, 0.1, 0.05  # shares of numbers and of words left out, and of a label given to all

Labelled = tuple[str, str]  # sentence, class
Ids = NDArray[np.int64]


def read_plover(path: Path) -> list[Labelled]:
    """The sentences of the verbal categories."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(each) for each in lines]
    return [(row["text"], row["event"]) for row in rows if row["event"] in VERBAL]


def read_own() -> list[Labelled]:
    """The sentences written for this project, the neutral ones with them."""
    rows = [each.split("\t") for each in OWN.read_text(encoding="utf-8").splitlines() if each]
    return [(sentence, label) for label, sentence in rows]


def vocabulary(data: Path) -> list[str]:
    """The words with a row, in order: those of our own sentences and of PolNeAR's training part that are no names."""
    with gzip.open(data / "polnear-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        counts = Counter(word for line in lines for word in _in_lower_case(json.loads(line)["text"]))
    own = {word for sentence, _ in read_own() for word in _in_lower_case(sentence)}
    return sorted(own | {word for word, count in counts.items() if count >= FEWEST})


def _in_lower_case(text: str) -> Iterator[str]:
    return (each.lower for each in words(text) if text[each.start] == each.lower[0] and each.lower[0].isalpha())


def vectors_of(vocabulary: Iterable[str]) -> Numbers:
    """The vector of each word, the mean of its pieces, each number by its mean and spread; zeros at UNKNOWN."""
    tokenizer, vectors = Tokenizer.from_file(str(MODEL / "tokenizer.json")), Words.open(MODEL / "words.npy")
    pieces = [tokenizer.encode(word, add_special_tokens=False).ids for word in vocabulary]
    rows = np.array([vectors.vectors(np.array(ids)).mean(axis=0) for ids in pieces])
    rows = (rows - rows.mean(axis=0)) / rows.std(axis=0)
    return np.vstack([np.zeros((1, rows.shape[1]), dtype=np.float32), rows])


def fit(labelled: Sequence[Labelled], vocabulary: Sequence[str], vectors: Numbers, seed: int = 0) -> Weights:
    """The weights learnt from the sentences, in EPOCHS rounds over all of them."""
    empty = np.zeros(0, dtype=np.float32)
    bare = Weights(
        classes=CLASSES, rows=rows_of(list(vocabulary)), table=vectors,
        mix=empty, mix_bias=empty, look=empty, see=empty, see_bias=empty,
    )  # fmt: skip
    ids = [bare.ids(words_of(sentence)) for sentence, _ in labelled]
    wanted = np.array([[label == each for each in CLASSES] for _, label in labelled], dtype=np.float32)
    wanted = wanted * (1 - SMOOTHED) + SMOOTHED / len(CLASSES)
    chance = np.random.default_rng(seed)
    descent = Descent.begun(_shapes(vectors.shape[1]), chance, EPOCHS * -(-len(ids) // BATCH))
    for _ in range(EPOCHS):
        order = chance.permutation(len(ids))
        for at in range(0, len(order), BATCH):
            here = order[at : at + BATCH]
            descent.step(_slopes(descent.found, vectors, [ids[each] for each in here], wanted[here], chance))
    found = descent.found
    table = np.maximum(vectors @ found["table"] + found["table_bias"], 0)
    return replace(
        bare, table=table, mix=found["mix"], mix_bias=found["mix_bias"],
        look=found["look"], see=found["see"], see_bias=found["see_bias"],
    )  # fmt: skip


def _shapes(width: int) -> dict[str, tuple[int, ...]]:
    return {
        "table": (width, WIDTH), "table_bias": (WIDTH,), "mix": ((2 * SIDES + 1) * WIDTH, MIXED), "mix_bias": (MIXED,),
        "look": (MIXED, len(CLASSES)), "see": (MIXED, len(CLASSES)), "see_bias": (len(CLASSES),),
    }  # fmt: skip


def _slopes(
    found: dict[str, Numbers], vectors: Numbers, ids: Sequence[Ids], wanted: Numbers, chance: np.random.Generator
) -> dict[str, Numbers]:
    """How the loss on a batch changes with each weight: the network of `weighing`, forth and back."""
    there = np.zeros((len(ids), max(map(len, ids))), dtype=bool)
    rows = np.zeros(there.shape, dtype=np.int64)
    for at, each in enumerate(ids):
        there[at, : len(each)], rows[at, : len(each)] = True, each
    rows[chance.random(rows.shape) < UNREAD] = 0
    here = there[:, :, None].astype(np.float32)
    kept = _kept((*rows.shape, vectors.shape[1]), chance)
    seen = vectors[rows] * kept
    narrow = np.maximum(seen @ found["table"] + found["table_bias"], 0) * here
    beside = neighbours(narrow)
    kept_mixed = _kept((*rows.shape, MIXED), chance)
    mixed: Numbers = np.maximum(beside @ found["mix"] + found["mix_bias"], 0) * kept_mixed
    looks: Numbers = shares(np.where(here > 0, mixed @ found["look"], np.float32(-1e4)), axis=1)
    sees: Numbers = mixed @ found["see"] + found["see_bias"]
    missed: Numbers = (shares((looks * sees).sum(axis=1), axis=1) - wanted)[:, None, :] / np.float32(len(ids))
    by_see: Numbers = missed * looks
    by_look: Numbers = missed * sees * looks
    by_look -= looks * by_look.sum(axis=1, keepdims=True)
    by_mixed = (by_see @ found["see"].T + by_look @ found["look"].T) * kept_mixed * (mixed > 0)
    by_narrow = _together(by_mixed @ found["mix"].T, narrow.shape) * (narrow > 0)
    return {
        "table": _flat(seen).T @ _flat(by_narrow),
        "table_bias": by_narrow.sum(axis=(0, 1)),
        "mix": _flat(beside).T @ _flat(by_mixed),
        "mix_bias": by_mixed.sum(axis=(0, 1)),
        "look": _flat(mixed).T @ _flat(by_look),
        "see": _flat(mixed).T @ _flat(by_see),
        "see_bias": by_see.sum(axis=(0, 1)),
    }


def _kept(shape: tuple[int, ...], chance: np.random.Generator) -> Numbers:
    """What is left of numbers when a share of them is left out, the others raised for it."""
    return (chance.random(shape, dtype=np.float32) >= DROPPED).astype(np.float32) / np.float32(1 - DROPPED)


def _flat(rows: Numbers) -> Numbers:
    return rows.reshape(-1, rows.shape[-1])


def _together(beside: Numbers, shape: tuple[int, ...]) -> Numbers:
    """What `neighbours` parted, added up where it came from."""
    length, width = shape[1], shape[2]
    padded = np.zeros((shape[0], length + 2 * SIDES, width), dtype=np.float32)
    for at in range(2 * SIDES + 1):
        padded[:, at : at + length] += beside[..., at * width : (at + 1) * width]
    return padded[:, SIDES : SIDES + length]


def save(weights: Weights, vocabulary: Sequence[str], path: Path) -> None:
    """The weights lie at `path`, the table as bytes with a scale a column."""
    scales = np.maximum(weights.table.max(axis=0) / 255, np.float32(1e-12)).astype(np.float32)
    rest = {name: getattr(weights, name).astype(np.float16) for name in ("mix", "mix_bias", "look", "see", "see_bias")}
    np.savez_compressed(
        path,
        classes=np.frombuffer("\n".join(weights.classes).encode("ascii"), dtype=np.uint8),
        words=np.frombuffer("\n".join(vocabulary).encode("utf-8"), dtype=np.uint8),
        table=np.rint(weights.table / scales).astype(np.uint8), scales=scales, allow_pickle=False, **rest,
    )  # fmt: skip


def main() -> None:
    """Write the weights."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared/data"))
    asked.add_argument("--out", type=Path, default=PACKAGED)
    options = asked.parse_args()
    told = vocabulary(options.data)
    plover = read_plover(options.data / "plover-gsr.jsonl.gz")
    save(fit([*plover * PLOVER_TIMES, *read_own()], told, vectors_of(told)), told, options.out)
    print(f"{options.out}: {len(told):,} words, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
