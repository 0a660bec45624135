"""An end that is asked for by Ctrl-C or SIGTERM, at a moment at which nothing is half told."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDS = (signal.SIGINT, signal.SIGTERM)


class Stopped(KeyboardInterrupt):
    """The program was asked to end; `code` is its exit code, as shells have it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


class Stop:
    """Raises Stopped where the program is asked to end: at once, or when what must not be cut in two is done."""

    def __init__(self) -> None:
        self._held = False
        self._asked: int | None = None

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Within it, the signals that ask for an end are heard."""
        before = {one: signal.signal(one, self._hear) for one in ENDS}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Within it, the end waits; who asks for it twice gets it at once."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        if self._asked is not None:
            raise Stopped(self._asked)

    def _hear(self, number: int, _: FrameType | None) -> None:
        waits = self._held and self._asked is None
        self._asked = number
        if not waits:
            raise Stopped(number)
