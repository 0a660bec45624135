"""Whether two words can stand for one thing in some of their usual senses: by WordNet, in the file beside this module.

WordNet 3.0, copyright 2006 by Princeton University (thesaurus.LICENSE); `training/thesaurus.py` makes the file of it,
which this module alone opens. What it says is weaker than `meanings`: a word has several senses, a sense several words.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.text.meanings import meaning


@dataclass(frozen=True, slots=True)
class _Thesaurus:
    senses: dict[str, frozenset[int]]  # of each meaning
    above: tuple[tuple[int, ...], ...]  # of each sense, the senses just above it
    meanings: tuple[frozenset[str], ...]  # of each sense, what its words mean
    below: dict[int, list[int]]  # of each sense that is above others, those


@cache
def _thesaurus() -> _Thesaurus:
    senses: dict[str, set[int]] = {}
    above: list[tuple[int, ...]] = []
    below: dict[int, list[int]] = {}
    meanings: list[frozenset[str]] = []
    packed = files("onrecord.text").joinpath("thesaurus.txt.gz").read_bytes()
    for number, line in enumerate(gzip.decompress(packed).decode("ascii").splitlines()):
        higher, _, words = line.partition("\t")
        above.append(tuple(map(int, higher.split())))
        meanings.append(frozenset(map(meaning, words.split())))
        for one in above[-1]:
            below.setdefault(one, []).append(number)
        for meant in meanings[-1]:
            senses.setdefault(meant, set()).add(number)
    known = {meant: frozenset(numbers) for meant, numbers in senses.items()}
    return _Thesaurus(known, tuple(above), tuple(meanings), below)


def of_a_sense(meant: str) -> tuple[frozenset[str], frozenset[str]]:
    """The meanings with a sense just above or below one of this one's, and those that share one; not itself."""
    table = _thesaurus()
    own = table.senses.get(meant, frozenset())
    near = (other for sense in own for other in (*table.above[sense], *table.below.get(sense, ())))
    itself = {meant}
    return (
        frozenset(word for sense in near for word in table.meanings[sense]) - itself,
        frozenset(word for sense in own for word in table.meanings[sense]) - itself,
    )


@lru_cache(maxsize=20_000)
def kin(meant: str) -> frozenset[str]:
    """The meanings that share a sense with this one, or have a sense just above or below one of its."""
    near, same = of_a_sense(meant)
    return near | same
