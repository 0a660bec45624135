"""How much two sets have in common, from 0 to 1; what is empty has nothing in common with anything."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

T = TypeVar("T")


def containment(left: AbstractSet[T], right: AbstractSet[T]) -> float:
    """Share of `left` that `right` holds."""
    return len(left & right) / len(left) if left else 0.0


def jaccard(left: AbstractSet[T], right: AbstractSet[T]) -> float:
    """Share of all members that both hold."""
    either = len(left | right)
    return len(left & right) / either if either else 0.0


def weighted_overlap(left: AbstractSet[T], right: AbstractSet[T], weights: Mapping[T, float]) -> float:
    """Weight of what both hold, as a share of the lighter one's; what has no weight weighs 1."""

    def weight(members: AbstractSet[T]) -> float:
        # Sorted, for a sum of floats depends on its order, and that of a set on the process.
        return sum(sorted(weights.get(member, 1.0) for member in members))

    lighter = min(weight(left), weight(right))
    return min(weight(left & right) / lighter, 1.0) if lighter > 0 else 0.0
