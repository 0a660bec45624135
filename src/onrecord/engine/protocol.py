"""What a step is, and what an engine does with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias, TypeVar

A = TypeVar("A")
B = TypeVar("B")

Step: TypeAlias = Callable[[Iterable[A]], Iterable[B]]
"""Takes one batch of rows and gives any number of rows for it."""

Keys: TypeAlias = Callable[[A], Iterable[tuple[str, str]]]
"""The (key, order) pairs of a row."""

GroupStep: TypeAlias = Callable[[str, Iterator[A]], Iterable[B]]
"""Takes a key and the rows of its group, one at a time, and gives any number of rows for it."""


class Engine(Protocol):
    """Runs steps over rows. What comes out is the same, in the same order, on every engine.

    Rows and steps can be pickled; rows hold no sets, whose order differs between processes. A step may see
    its rows in any process, and keeps nothing between two batches that changes what it gives.
    """

    def each(self, step: Step[A, B], rows: Iterable[A]) -> Iterator[B]:
        """What the step gives for the rows, batch by batch, in the order of the rows."""
        ...

    def gather(self, keys: Keys[A], step: GroupStep[A, B], rows: Iterable[A]) -> Iterator[B]:
        """What the step gives for each group of rows that share a key, in the order of the keys.

        A row goes into the group of each of its keys, once per pair; within a group rows come sorted by
        `order`, and rows of one order by a digest of what they hold. All rows are taken before one comes out.
        """
        ...
