"""A web server on this machine for tests: what it answers is said path by path, what it was asked is kept."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from onrecord.read import ReadOptions, WebOptions, find_captures
from onrecord.records import Capture, Rejected

PAGE = b"<html><p>The ferry stays in port, the minister said on Monday.</p></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent: status, headers, body; a body that is no bytes is sent piece by piece, as long as it is read."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | Callable[[], Iterator[bytes]] = PAGE
    is_html: bool = True
    drips: bool = False  # header by header, without an end


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as it came in, and when."""

    path: str
    headers: Mapping[str, str]
    host: str
    body: bytes = b""
    at: float = field(default_factory=time.monotonic)


@dataclass(slots=True)
class Site:
    """The server: `answers` by path, each an answer or what makes one of the request; `asked` what came in."""

    port: int = 0
    answers: dict[str, Answer | Callable[[Asked], Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    scheme: str = "http"
    host: str = "127.0.0.1"

    def url(self, path: str, host: str | None = None) -> str:
        return f"{self.scheme}://{host or self.host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, without robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        found = self.answers.get(asked.path, Answer(status=404))
        return found if isinstance(found, Answer) else found(asked)


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = dict(self.headers.items())
            answer = site.answer(Asked(path=self.path, headers=headers, host=self.headers["Host"], body=body))
            with suppress(OSError):  # the client need not stay to the end
                self._send(answer)

        def do_POST(self) -> None:
            self.do_GET()

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            while answer.drips:
                self.send_header("X-Drip", "1")
                self.flush_headers()
                time.sleep(0.05)
            if answer.is_html and "Content-Type" not in answer.headers:
                self.send_header("Content-Type", "text/html; charset=utf-8")
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if isinstance(answer.body, bytes):
                body = b"" if answer.status == 304 else answer.body
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                return
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            for part in answer.body():
                self.wfile.write(part)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    return Handler


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """A client that goes away is expected."""


@contextmanager
def serving(certificate: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that answers while the context lasts."""
    site = Site(scheme="https" if certificate else "http", host="localhost" if certificate else "127.0.0.1")
    server = _Server(("0.0.0.0", 0), _handler(site))  # noqa: S104 - for all of 127/8
    if certificate:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was fetched."""

    captures: list[Capture]
    rejected: list[Rejected]

    @property
    def paths(self) -> set[str]:
        """Each capture's path on the site."""
        return {"/" + (one.url or "").split("/", 3)[3] for one in self.captures}

    @property
    def causes(self) -> dict[str, str]:
        """Why there is none, by the path that was asked."""
        return {"/" + one.where.split("/", 3)[3]: one.cause for one in self.rejected}


LOCAL = frozenset({"127.0.0.1", "127.0.0.2", "127.0.0.3", "localhost"})
QUICK = WebOptions(
    allowed_hosts=LOCAL, pause_seconds=0.0, retry_seconds=0.02, step_seconds=2.0, total_seconds=2.0, most_tries=3
)


def fetch(*urls: str, web: WebOptions = QUICK, max_bytes: int = 1_000_000) -> Rows:
    """What is found at the addresses."""
    found = list(find_captures(urls, ReadOptions(web=web, max_bytes=max_bytes)))
    return Rows(
        captures=[one for one in found if isinstance(one, Capture)],
        rejected=[one for one in found if isinstance(one, Rejected)],
    )
