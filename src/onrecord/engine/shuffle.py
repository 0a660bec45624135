"""Rows sorted by key: in memory while they are few and small, on disk beyond that, in the same order."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

from onrecord.engine.ordering import digest, pack
from onrecord.engine.protocol import Keys
from onrecord.engine.scratch import Scratch

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)

SAMPLED = 64  # the size of every so-manieth row is measured, to guess that of all
BYTES_IN_MEMORY = 64 << 20  # pickled; as objects rows take some four times as much


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is sorted in memory, and how much memory sorting on disk may take (in DuckDB's notation)."""

    memory_rows: int
    memory_limit: str
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
    entries: list[tuple[str, str, A]] = []
    guessed_bytes = 0
    source = iter(rows)
    for number, row in enumerate(source):
        if number % SAMPLED == 0:
            guessed_bytes += SAMPLED * len(pack(row))
        entries.extend((key, order, row) for key, order in keys(row))
        if len(entries) > limits.memory_rows or guessed_bytes > limits.memory_bytes:
            from onrecord.engine.spill import Spill  # noqa: PLC0415 - DuckDB and Arrow load when needed

            spill: Spill[A] = stack.enter_context(Spill(stack.enter_context(scratch.folder()), limits.memory_limit))
            more = ((key, order, row) for row in source for key, order in keys(row))
            spill.add(itertools.chain(_emptied(entries), more))
            return spill
    return InMemory(entries)


def _emptied(entries: list[tuple[str, str, A]]) -> Iterator[tuple[str, str, A]]:
    """Every entry, of which the list keeps none."""
    while entries:
        yield entries.pop()


class InMemory(Generic[A]):
    """Pairs that fit in memory."""

    def __init__(self, entries: list[tuple[str, str, A]]) -> None:
        self._entries = entries

    def rows(self) -> Iterator[tuple[str, A]]:
        """Keys with their rows, sorted."""
        self._entries.sort(key=itemgetter(0, 1))
        for (key, _), tied in itertools.groupby(self._entries, key=itemgetter(0, 1)):
            alike = [row for _, _, row in tied]
            if len(alike) > 1:
                alike.sort(key=lambda row: digest(pack(row)))
            for row in alike:
                yield key, row

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Keys with their rows pickled, sorted."""
        return ((key, pickle.dumps(row, protocol=5)) for key, row in self.rows())
