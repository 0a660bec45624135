"""Rows and groups put together into what is worth sending to another process."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Generic, TypeVar

from onrecord.engine.protocol import GroupStep

A = TypeVar("A")
B = TypeVar("B")

PARCEL_ROWS = 512  # groups travel together until they hold so many rows …
PARCEL_BYTES = 4 << 20  # … or bytes
GROUP_ROWS = 8_192  # a group of more rows …
GROUP_BYTES = 32 << 20  # … or bytes is too large to travel


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(Generic[A]):
    """Rows that go through a step together, and which they are."""

    rows: list[A]
    label: str


@dataclass(slots=True, kw_only=True)
class Parcel:
    """Whole groups, their rows pickled."""

    groups: list[tuple[str, list[bytes]]] = field(default_factory=list)
    rows: int = 0
    bytes: int = 0

    @property
    def full(self) -> bool:
        """Whether it holds as much as is worth sending."""
        return self.rows >= PARCEL_ROWS or self.bytes >= PARCEL_BYTES

    @property
    def label(self) -> str:
        """Which groups it holds, for messages."""
        return f"groups {self.groups[0][0]!r} to {self.groups[-1][0]!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeGroup:
    """A group that may be larger than memory; its rows are to be read before the next parcel is asked for."""

    key: str
    rows: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class OverGroups(Generic[A, B]):
    """Runs a group step over groups whose rows are pickled."""

    step: GroupStep[A, B]

    def __call__(self, groups: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[B]:
        """What the step gives for each group."""
        for key, rows in groups:
            yield from self.stream(key, map(pickle.loads, rows))

    def stream(self, key: str, rows: Iterator[A]) -> Iterator[B]:
        """What the step gives for one group, of which it holds no more rows than it wants to."""
        try:
            yield from self.step(key, rows)
        except Exception as error:
            error.add_note(f"while {name_of(self.step)} had group {key!r}")
            raise


def name_of(step: Callable[..., Any]) -> str:
    """How messages call the step: by its function or class."""
    name = getattr(step, "__qualname__", None) or type(step).__qualname__
    return f"{getattr(step, '__module__', '')}.{name}"


def batches_of(rows: Iterable[A], size: int) -> Iterator[Batch[A]]:
    """Yield the rows, `size` at a time."""
    source = iter(rows)
    for first in itertools.count(1, size):
        taken = list(itertools.islice(source, size))
        if not taken:
            return
        yield Batch(rows=taken, label=f"rows {first} to {first + len(taken) - 1}")


def parcels_of(pairs: Iterable[tuple[str, bytes]]) -> Iterator[Parcel | LargeGroup]:
    """Yield the groups of the sorted pairs, small ones together."""
    parcel = Parcel()
    for key, group in itertools.groupby(pairs, key=itemgetter(0)):
        rows = (row for _, row in group)
        head, size = _head(rows)
        if size >= GROUP_BYTES or len(head) >= GROUP_ROWS:
            if parcel.groups:
                yield parcel
                parcel = Parcel()
            yield LargeGroup(key=key, rows=itertools.chain(head, rows))
            continue
        parcel.groups.append((key, head))
        parcel.rows += len(head)
        parcel.bytes += size
        if parcel.full:
            yield parcel
            parcel = Parcel()
    if parcel.groups:
        yield parcel


def _head(rows: Iterator[bytes]) -> tuple[list[bytes], int]:
    """Take rows until the group ends or is too large to travel."""
    head: list[bytes] = []
    size = 0
    for row in rows:
        head.append(row)
        size += len(row)
        if size >= GROUP_BYTES or len(head) >= GROUP_ROWS:
            break
    return head, size
