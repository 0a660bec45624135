"""One step's batches on their way through the pool."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

from onrecord.engine.pool import Pool, Shared, Task


class Stream:
    """Gives what comes out in the order of what went in, with at most `window` batches under way."""

    def __init__(self, pool: Pool, step: Shared, window: int) -> None:
        self._pool = pool
        self._step = step
        self._window = window
        self._waiting: deque[Task] = deque()

    def put(self, batch: list[Any], label: str) -> Iterator[Any]:
        """Send the batch, and yield what the oldest batches gave while they are answered or too many."""
        self._waiting.append(self._pool.submit(self._step, batch, label))
        while self._waiting and (len(self._waiting) >= self._window or self._waiting[0].outcome is not None):
            yield from self._pool.result(self._waiting.popleft())

    def rest(self) -> Iterator[Any]:
        """Yield all that is still to come."""
        while self._waiting:
            yield from self._pool.result(self._waiting.popleft())

    def cancel(self) -> None:
        """Forget what is still to come."""
        self._pool.cancel(self._waiting)
        self._waiting.clear()
