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


@cache
def _thesaurus() -> _Thesaurus:
    senses: dict[str, set[int]] = {}
    above: list[tuple[int, ...]] = []
    packed = files("onrecord.text").joinpath("thesaurus.txt.gz").read_bytes()
    for number, line in enumerate(gzip.decompress(packed).decode("ascii").splitlines()):
        higher, _, words = line.partition("\t")
        above.append(tuple(map(int, higher.split())))
        for word in words.split():
            senses.setdefault(meaning(word), set()).add(number)
    return _Thesaurus({meant: frozenset(numbers) for meant, numbers in senses.items()}, tuple(above))


@lru_cache(maxsize=200_000)
def synonyms(left: str, right: str) -> bool:
    """Whether two meanings (`meanings.meaning`) share a sense, or one has a sense just above one of the other's."""
    table = _thesaurus()
    here, there = table.senses.get(left), table.senses.get(right)
    if not here or not there:
        return False
    if not here.isdisjoint(there):
        return True
    return any(not there.isdisjoint(table.above[sense]) for sense in here) or any(
        not here.isdisjoint(table.above[sense]) for sense in there
    )
