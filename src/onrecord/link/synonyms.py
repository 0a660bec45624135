"""Two wordings brought to the same words where each has a synonym of a word of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.link.wording import Wording
from onrecord.text.meanings import is_number, light, opposed
from onrecord.text.thesaurus import kin


def in_the_same_words(one: Wording, other: Wording, shared: frozenset[str]) -> tuple[Wording, Wording, frozenset[str]]:
    """Both wordings, each pair of synonyms by one stem, and the stems that they share then.

    Only stems that the other has not are changed, each once; names, figures and words that add little stand for
    themselves, and what cannot both be said of one thing is no synonym ("raise", "cut").
    """
    pairs = dict(_pairs(one, other, shared))
    if not pairs:
        return one, other, shared
    names = pairs | {theirs: mine for mine, theirs in pairs.items()}
    least = {stem: min(stem, twin) for stem, twin in names.items()}
    return _renamed(one, least), _renamed(other, least), shared | frozenset(least.values())


def _pairs(one: Wording, other: Wording, shared: frozenset[str]) -> Iterator[tuple[str, str]]:
    theirs = frozenset(_open(other, shared))
    met = ((left, right) for left in _open(one, shared) for right in kin(left) & theirs)
    taken: set[str] = set()
    for left, right in sorted(met, key=lambda pair: (min(pair), max(pair))):
        if taken.isdisjoint((left, right)) and not opposed({left}, {right}):
            taken.update((left, right))
            yield left, right


def _open(found: Wording, shared: frozenset[str]) -> list[str]:
    """The stems for which the other may have a synonym."""
    own = (stem for stem in found.stems if stem not in shared and stem not in light() and stem not in found.names)
    return [stem for stem in own if not is_number(stem)]


def _renamed(found: Wording, least: Mapping[str, str]) -> Wording:
    """The wording with these stems by other names."""
    clauses = (
        replace(clause, stems=tuple(dict.fromkeys(least.get(stem, stem) for stem in clause.stems)))
        for clause in found.clauses
    )
    return replace(
        found,
        stems=tuple(least.get(stem, stem) for stem in found.stems),
        head=tuple(least.get(stem, stem) for stem in found.head),
        clauses=tuple(clauses),
    )
