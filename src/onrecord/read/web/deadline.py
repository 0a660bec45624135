"""A time by which a request must be done with, whatever the server drips meanwhile."""

from __future__ import annotations

import ssl
import threading
import time
from typing import Any

import httpcore


class Deadline(threading.local):
    """When the request of this thread must be done."""

    def __init__(self) -> None:
        self._end = float("inf")

    def set(self, seconds: float) -> None:
        """From now on, the thread's request may take so long."""
        self._end = time.monotonic() + seconds

    def within(self, step_seconds: float | None) -> float:
        """How long a step may take; httpcore.ReadTimeout where no time is left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole took too long")
        return left if step_seconds is None else min(left, step_seconds)


class TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends by the deadline of the thread that uses it."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes of what the server sends."""
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """The bytes are sent."""
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        """The connection is closed."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The connection, secured."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout))
        return TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection itself knows."""
        return self._stream.get_extra_info(info)
