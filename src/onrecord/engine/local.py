"""The engine of one machine: this process, or a pool of them; sorting in memory, or on disk."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from onrecord.engine.batches import Batch, LargeGroup, OverGroups, Parcel, batches_of, name_of, parcels_of
from onrecord.engine.protocol import GroupStep, Keys, Step
from onrecord.engine.scratch import Scratch
from onrecord.engine.shuffle import BYTES_IN_MEMORY, Limits, shuffle

if TYPE_CHECKING:
    from onrecord.engine.pool import Pool
    from onrecord.engine.stream import Stream

A = TypeVar("A")
B = TypeVar("B")

IN_FLIGHT = 3  # batches a process, answered ones that wait for their turn included


class LocalEngine:
    """Runs steps in `processes` processes, 1 being this one; a context manager that leaves nothing behind.

    `memory_rows` pairs, or pairs of some `memory_bytes`, are sorted in memory, more on disk in `scratch` (the system's
    temporary folder where it is None), so many at a time. An engine belongs to one thread.
    """

    def __init__(
        self,
        processes: int = 1,
        memory_rows: int = 150_000,
        memory_bytes: int = BYTES_IN_MEMORY,
        batch_size: int = 16,
        scratch: Path | None = None,
    ) -> None:
        if min(processes, batch_size) < 1:
            raise ValueError(f"processes={processes}, batch_size={batch_size}: neither may be less than 1")
        self._processes = processes
        self._batch_size = batch_size
        self._limits = Limits(memory_rows=memory_rows, memory_bytes=memory_bytes)
        self._scratch = Scratch(scratch)
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop every worker at once."""
        try:
            if self._pool is not None:
                self._pool.close()
        finally:
            self._pool = None

    def each(self, step: Step[A, B], rows: Iterable[A]) -> Iterator[B]:
        """What the step gives for the rows, batch by batch, in the order of the rows."""
        batches = batches_of(rows, self._batch_size)
        # A single batch is done here sooner than a process is started.
        first = list(itertools.islice(batches, 2)) if self._processes > 1 else []
        batches = itertools.chain(first, batches)
        if len(first) < 2:
            yield from _each_here(step, batches)
            return
        with self._stream(step, name_of(step)) as stream:
            for batch in batches:
                yield from stream.put(batch.rows, batch.label)
            yield from stream.rest()

    def gather(self, keys: Keys[A], step: GroupStep[A, B], rows: Iterable[A]) -> Iterator[B]:
        """What the step gives for each group of rows that share a key, in the order of the keys."""
        with ExitStack() as stack:
            shuffled = shuffle(keys, rows, self._limits, self._scratch, stack)
            if self._processes == 1:
                yield from _gather_here(step, shuffled.rows())
            else:
                yield from self._gather_in_parcels(step, parcels_of(shuffled.packed()))

    def _gather_in_parcels(self, step: GroupStep[A, B], parcels: Iterator[Parcel | LargeGroup]) -> Iterator[B]:
        over_groups: OverGroups[A, B] = OverGroups(step)
        first = next(parcels, None)
        second = next(parcels, None) if isinstance(first, Parcel) else None
        if isinstance(first, Parcel) and second is None:
            yield from over_groups(first.groups)
            return
        with self._stream(over_groups, name_of(step)) as stream:
            for parcel in itertools.chain((each for each in (first, second) if each is not None), parcels):
                if isinstance(parcel, Parcel):
                    yield from stream.put(parcel.groups, parcel.label)
                else:
                    yield from stream.rest()
                    yield from over_groups([(parcel.key, parcel.rows)])
            yield from stream.rest()

    @contextmanager
    def _stream(self, step: Callable[[Any], Any], name: str) -> Iterator[Stream]:
        """Batches for the step go to the workers, which several streams share, until the context ends."""
        from onrecord.engine.pool import Pool  # noqa: PLC0415 - nothing of it is needed for one process
        from onrecord.engine.stream import Stream  # noqa: PLC0415

        if self._pool is None:
            self._pool = Pool(self._processes)
        stream = Stream(self._pool, self._pool.share(step, name), IN_FLIGHT * self._processes)
        try:
            yield stream
        finally:
            stream.cancel()


def _each_here(step: Step[A, B], batches: Iterable[Batch[A]]) -> Iterator[B]:
    for batch in batches:
        try:
            yield from step(batch.rows)
        except Exception as error:
            error.add_note(f"while {name_of(step)} had {batch.label}")
            raise


def _gather_here(step: GroupStep[A, B], pairs: Iterator[tuple[str, A]]) -> Iterator[B]:
    over_groups: OverGroups[A, B] = OverGroups(step)
    for key, group in itertools.groupby(pairs, key=itemgetter(0)):
        yield from over_groups.stream(key, (row for _, row in group))
