"""httpx over connections that the gate lets through."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import httpcore
import httpx

from onrecord.read.web.deadline import Deadline
from onrecord.read.web.guard import Gate, GuardedBackend

# What is told apart here; the others are told by httpx's common name for them.
_ERRORS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (httpcore.TimeoutException, httpx.ReadTimeout),
    (httpcore.ConnectError, httpx.ConnectError),
    (httpcore.NetworkError, httpx.ReadError),
    (httpcore.UnsupportedProtocol, httpx.UnsupportedProtocol),
    (httpcore.ProtocolError, httpx.RemoteProtocolError),
)


class GuardedTransport(httpx.BaseTransport):
    """Sends requests over connections to addresses that may be asked; no proxy, nothing from the environment."""

    def __init__(self, gate: Gate, deadline: Deadline, certificates: ssl.SSLContext | None, connections: int) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=certificates or _usual_certificates(),
            max_connections=2 * connections,
            max_keepalive_connections=connections,
            keepalive_expiry=15.0,
            network_backend=GuardedBackend(gate, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body still to be read."""
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _told_as_httpx():
            answer = self._pool.handle_request(asked)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(cast("httpx.SyncByteStream", answer.stream)),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """The connections are closed."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with _told_as_httpx():
            yield from self._stream

    def close(self) -> None:
        self._stream.close()


@contextmanager
def _told_as_httpx() -> Iterator[None]:
    try:
        yield
    except tuple(core for core, _ in _ERRORS) as error:
        told = next(ours for core, ours in _ERRORS if isinstance(error, core))
        raise told(str(error)) from error


def _usual_certificates() -> ssl.SSLContext:
    """The authorities that come with httpx, and those of this machine, which may know a house's own."""
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    return context
