"""Words of one kind that exclude each other: what is told of the north is not of the south, the killed not the hurt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.text.meanings import meaning
from onrecord.text.stems import STOPWORDS, stem

_KINDS = tuple(
    frozenset(meaning(stem(word)) for word in told.split())
    for told in (
        "north northern south southern east eastern west western central",
        "upper lower middle",
        "left right",
        "men women boys girls",
        "old new",
        "first second third fourth fifth sixth final",
        "spring summer autumn winter",
        "morning evening night afternoon",
        "junior senior",
        "killed dead died wounded injured hurt arrested missing rescued saved survived",
        "hired dismissed sacked",
        "bought sold",
        "won lost",
        "imports exports imported exported",
        "built destroyed demolished repaired",
        "arrived left departed",
        "fire flood storm earthquake explosion avalanche",
        "wants wanted demands demanded seeks sought offers offered",
    )
)


def contrasted(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether one side has a stem of a kind and the other none but another of that kind."""
    one, other = frozenset(map(meaning, left)), frozenset(map(meaning, right))
    return any(one & kind and other & kind and not one & other & kind for kind in _KINDS)


# A noun with the noun that tells of which sort it is, before it or behind "of": "the paper mill", "a sack of grain".
_OF = re.compile(r"\b([a-z][a-z-]+) of (?:the |an? |its |his |her |their )?([a-z][a-z-]+)")
_BEFORE = re.compile(r"(?=\b(?:the|an?|its|his|her|their|this|that|old|new) ([a-z][a-z-]+) ([a-z][a-z-]+)\b)")
_NO_NOUN = re.compile(r"(?:ed|ing|ly)$")


def qualified_apart(left: str, right: str) -> bool:
    """Whether two sentences tell of two sorts of one thing: of a sack of grain and of one of flour."""
    one, other = _sorts(left), _sorts(right)
    return any(one[thing].isdisjoint(other[thing]) for thing in one.keys() & other.keys())


@lru_cache(maxsize=4_000)
def _sorts(sentence: str) -> Mapping[str, frozenset[str]]:
    """By what a thing comes to, of which sort the sentence says that it is."""
    found: dict[str, set[str]] = defaultdict(set)
    pairs = [(thing, sort) for thing, sort in _OF.findall(sentence)]
    pairs += [(thing, sort) for sort, thing in _BEFORE.findall(sentence)]
    for thing, sort in pairs:
        if not {thing, sort} & STOPWORDS and not _NO_NOUN.search(thing) and not _NO_NOUN.search(sort):
            found[meaning(thing)].add(meaning(sort))
    return {thing: frozenset(sorts) for thing, sorts in found.items()}
