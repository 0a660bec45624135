"""Rows sorted by key: in memory while they are few and small, on disk beyond that, in the same order."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

from onrecord.engine.protocol import Keys
from onrecord.engine.scratch import Scratch
from onrecord.engine.spill import SAMPLED, Spill, untied

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)

BYTES_IN_MEMORY = 64 << 20  # pickled; as objects rows take some four times as much


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many pairs are sorted in memory at a time, and about how many bytes of their rows, pickled."""

    memory_rows: int
    memory_bytes: int = BYTES_IN_MEMORY


class Shuffled(Protocol[A_co]):
    """Keys and rows in order of key, order and digest; to be read once, in one of two ways."""

    def rows(self) -> Iterator[tuple[str, A_co]]:
        """Keys with their rows."""
        ...

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Keys with their rows pickled."""
        ...


def shuffle(keys: Keys[A], rows: Iterable[A], limits: Limits, scratch: Scratch, stack: ExitStack) -> Shuffled[A]:
    """Sort the rows by their keys. What lies on disk is there until `stack` ends."""
    taken: list[tuple[A, list[tuple[str, str]]]] = []
    pairs = 0
    guessed_bytes = 0
    source = iter(rows)
    for number, row in enumerate(source):
        if number % SAMPLED == 0:
            guessed_bytes += SAMPLED * len(pickle.dumps(row, protocol=5))
        found = list(keys(row))
        taken.append((row, found))
        pairs += len(found)
        if pairs > limits.memory_rows or guessed_bytes > limits.memory_bytes:
            spill: Spill[A] = stack.enter_context(Spill(scratch, limits.memory_rows, limits.memory_bytes))
            spill.add(itertools.chain(_emptied(taken), ((row, list(keys(row))) for row in source)))
            return spill
    return InMemory([(key, order, row) for row, found in _emptied(taken) for key, order in found])


def _emptied(taken: list[A]) -> Iterator[A]:
    """Every one, of which the list keeps none."""
    while taken:
        yield taken.pop()


class InMemory(Generic[A]):
    """Pairs that fit in memory."""

    def __init__(self, entries: list[tuple[str, str, A]]) -> None:
        self._entries = entries

    def rows(self) -> Iterator[tuple[str, A]]:
        """Keys with their rows, sorted."""
        self._entries.sort(key=itemgetter(0, 1))
        return untied(self._entries)

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Keys with their rows pickled, sorted."""
        return ((key, pickle.dumps(row, protocol=5)) for key, row in self.rows())
