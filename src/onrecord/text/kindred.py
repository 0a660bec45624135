"""Which meanings a word may stand for beside its own, and how near each is: what search by meaning looks for.

By WordNet (`thesaurus`), and by the nearest of the shipped model's word vectors, in the table beside this module, which
`training/kindred.py` makes. Neither says that two words mean the same: what is found so is shown with the words.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.text.meanings import light, meaning, opposed
from onrecord.text.thesaurus import of_a_sense

SAME, ABOVE = 0.6, 0.4  # of a word that shares a sense, or has one just above or below


@cache
def _table() -> dict[str, str]:
    packed = files("onrecord.text").joinpath("kindred.txt.gz").read_bytes()
    lines = (line.partition("\t") for line in gzip.decompress(packed).decode("ascii").splitlines())
    return {meant: near for meant, _, near in lines}


@lru_cache(maxsize=10_000)
def kindred(word: str) -> Mapping[str, float]:
    """The meanings (`meanings.meaning`) near to that of the word, in lower case, each from 0 to 1; its own is none.

    Words that add little are near to nothing, and neither is what cannot both be said of one thing.
    """
    own = meaning(word)
    near = nearest(own)
    for weight, others in zip((ABOVE, SAME), of_a_sense(own), strict=True):
        near.update({other: max(weight, near.get(other, 0.0)) for other in others})
    return {other: weight for other, weight in near.items() if other not in light() and not opposed({own}, {other})}


def nearest(own: str) -> dict[str, float]:
    """The meanings whose words have the vectors nearest to those of this one's."""
    told = _table().get(own, "").split()
    return {other: int(hundredths) / 100 for other, hundredths in zip(told[::2], told[1::2], strict=True)}
