"""How far found clusters agree with known ones, counted in pairs without listing them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


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


def _pairs(labels: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())
