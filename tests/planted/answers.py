"""What is known of planted coverage, and how far what was found agrees: clusters and pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tests.planted.coverage import Planted


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Pairs that are together: in both, in what was found, in what is known."""

    both: int
    found: int
    known: int

    @property
    def precision(self) -> float:
        """Of the pairs found, how many are known."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs known, how many were found."""
        return self.both / self.known if self.known else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.both / (self.found + self.known) if self.found + self.known else 1.0


def agreement(found: Mapping[str, str], known: Mapping[str, str]) -> Agreement:
    """How the clusters of the ids in `known` agree; an id that was not found is alone."""
    labels = {name: found.get(name, f"alone {name}") for name in known}
    return Agreement(
        both=_pairs((labels[name], cluster) for name, cluster in known.items()),
        found=_pairs(labels.values()),
        known=_pairs(known.values()),
    )


def of_pairs(found: set[tuple[str, str]], known: set[tuple[str, str]]) -> Agreement:
    """How two sets of pairs agree."""
    return Agreement(both=len(found & known), found=len(found), known=len(known))


def copy_pairs(planted: Sequence[Planted]) -> set[tuple[str, str]]:
    """The pairs of copies of one report, by article id."""
    groups: dict[str, list[str]] = {}
    for one in planted:
        if one.copies is not None:
            groups.setdefault(one.copies, []).append(one.reading.article.id)
    return {pair for ids in groups.values() for pair in combinations(sorted(set(ids)), 2)}


def sentence_pairs(planted: Sequence[Planted], least: int) -> set[tuple[str, str]]:
    """The pairs of articles that have at least so many unchanged sentences of a report in common."""
    reports: dict[str, list[Planted]] = {}
    for one in planted:
        for report in {report for report, _ in one.wire}:
            reports.setdefault(report, []).append(one)
    found = set()
    for several in reports.values():
        for left, right in combinations(several, 2):
            if len(left.wire & right.wire) >= least:
                first, second = sorted((left.reading.article.id, right.reading.article.id))
                found.add((first, second))
    return found


def _pairs(labels: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())
