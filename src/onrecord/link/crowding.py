"""How many rows meet under each key, about: a count in bounded memory that nothing but the set of rows decides.

A sketch with one row (Cormode and Muthukrishnan, An Improved Data Stream Summary, 2005): keys that share a place are
counted together, so that a count is never too low. It tells under which keys rows are worth comparing.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

FEWEST = 1 << 16  # places of two bytes; four are taken for every key expected, so that few share one
MOST = 1 << 27
MANY = (1 << 16) - 1  # what a place counts to


@dataclass(frozen=True, slots=True)
class Crowds:
    """The count of each key, MANY for all that are more."""

    places: array[int] = field(default_factory=lambda: array("H", bytes(2)))

    @classmethod
    def of(cls, keys: Iterable[str], expected: int) -> Crowds:
        """The counts of the keys, of which about so many are expected."""
        size = FEWEST
        while size < min(4 * expected, MOST):
            size *= 2
        places = array("H", bytes(2 * size))
        for key in keys:
            at = crc32(key.encode()) & (size - 1)
            if places[at] < MANY:
                places[at] += 1
        return cls(places)

    def count(self, key: str) -> int:
        """How many rows meet under the key, or a few more where another key shares its place; at most MANY."""
        return self.places[crc32(key.encode()) & (len(self.places) - 1)]

    def shared(self, keys: Iterable[str], enough: int | None = None) -> tuple[str, ...]:
        """The keys under which a row meets another, those of the fewest rows first, which all rows order alike.

        Left out are those that come after the row has met `enough` others, so that what it costs to compare a row does
        not grow with their number.
        """
        found: list[str] = []
        met = 0
        for count, key in sorted((count, key) for key in keys if (count := self.count(key)) > 1):
            if enough is not None and met >= enough:
                break
            found.append(key)
            met += count - 1
        return tuple(found)
