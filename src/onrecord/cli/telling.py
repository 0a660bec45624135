"""To whom a watched record tells what is new: the terminal, a file of JSON lines, a webhook."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec

from onrecord.cli.output import show
from onrecord.cli.stopping import Stop
from onrecord.cli.timing import Clock
from onrecord.pages.notices import NoticesPage
from onrecord.read.web.posting import Posted, Poster
from onrecord.records import Notice
from onrecord.records.errors import InputError

SECRET_PREFIX = "whsec_"  # noqa: S105 - what a secret of Standard Webhooks begins with, not one
SHORTEST_SECRET = 24  # bytes, as Standard Webhooks asks for
WAITS_SECONDS = (1.0, 5.0, 25.0)  # before the second, third and fourth try
MOST_REFUSED = 3  # notices in a row: then the fault is not theirs

Acknowledge = Callable[[Sequence[str]], None]


class Receiver(Protocol):
    """Someone who is told. `name` tells receivers apart in the record, and says nothing of them."""

    @property
    def name(self) -> str:
        """The receiver, in the record."""
        ...

    def tell(self, notices: Sequence[Notice], acknowledge: Acknowledge) -> str | None:
        """Each notice has been acknowledged when it was taken; returns why the others were not, None if all were."""
        ...


def named(kind: str, address: str) -> str:
    """The name of a receiver: an address may hold a secret, and a record may be given away."""
    return f"{kind} {hashlib.sha256(address.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def as_event(notice: Notice) -> bytes:
    """The notice as receivers get it: one JSON object, the same bytes however often."""
    told = {"type": notice.kind.value, "timestamp": notice.told_at, "data": notice}
    return msgspec.json.encode(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What stands on stdout has been told."""

    record: str
    stop: Stop
    name: str = "stdout"

    def tell(self, notices: Sequence[Notice], acknowledge: Acknowledge) -> str | None:
        """All of them are printed as one page."""
        with self.stop.held():
            show(NoticesPage(record=self.record, notices=tuple(notices)), None, None)
            acknowledge([one.id for one in notices])
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLines:
    """What stands in the file and is on the disk has been told."""

    path: Path
    stop: Stop

    @property
    def name(self) -> str:
        """The file, wherever the program is started."""
        return named("jsonl", str(self.path.resolve()))

    def tell(self, notices: Sequence[Notice], acknowledge: Acknowledge) -> str | None:
        """All of them stand at the end of the file, one a line."""
        lines = b"".join(as_event(one) + b"\n" for one in notices)
        with self.stop.held():
            try:
                _append(self.path, lines)
            except OSError as error:
                return f"{self.path}: {(error.strerror or str(error)).lower()}; make room, or name another file"
            acknowledge([one.id for one in notices])
        return None


def _append(path: Path, lines: bytes) -> None:
    with path.open("ab+") as file:
        _end_line(file.fileno(), lines)
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def _end_line(descriptor: int, lines: bytes) -> None:
    """The file ends with a whole line: what a kill left of these lines is taken out, anything else is ended."""
    size = os.fstat(descriptor).st_size
    tail = os.pread(descriptor, min(size, len(lines)), max(0, size - len(lines)))
    torn = tail.rpartition(b"\n")[2]
    if torn and any(line.startswith(torn) for line in lines.split(b"\n")):
        os.ftruncate(descriptor, size - len(torn))
    elif torn:
        os.write(descriptor, b"\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """What the server answered with 2xx has been told. Signed as Standard Webhooks has it, one notice a request."""

    url: str
    secret: bytes
    poster: Poster
    clock: Clock
    stop: Stop

    @property
    def name(self) -> str:
        """The address, hashed."""
        return named("webhook", self.url)

    def tell(self, notices: Sequence[Notice], acknowledge: Acknowledge) -> str | None:
        """The notices are sent in their order until the server takes no more; each is acknowledged at once."""
        refused: list[str] = []
        in_a_row = 0
        for notice in notices:
            posted = self._send(notice, acknowledge)
            if posted.cause is None:
                in_a_row = 0
                continue
            refused.append(posted.cause)
            in_a_row += 1
            if posted.is_host or in_a_row >= MOST_REFUSED:
                break
        return f"the webhook: {refused[-1]}" if refused else None

    def _send(self, notice: Notice, acknowledge: Acknowledge) -> Posted:
        posted = self._post(notice, acknowledge)
        for seconds in WAITS_SECONDS:
            if not posted.may_pass:
                break
            self.clock.sleep(seconds)
            posted = self._post(notice, acknowledge)
        return posted

    def _post(self, notice: Notice, acknowledge: Acknowledge) -> Posted:
        body = as_event(notice)
        timestamp = str(int(self.clock.now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "webhook-id": notice.id,
            "webhook-timestamp": timestamp,
            "webhook-signature": signature(self.secret, notice.id, timestamp, body),
        }
        with self.stop.held():  # what the server takes is acknowledged before anything ends
            posted = self.poster.post(self.url, body, headers)
            if posted.cause is None:
                acknowledge([notice.id])
        return posted


def signature(secret: bytes, notice: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over "id.timestamp.body", as https://www.standardwebhooks.com writes it: "v1," and base64."""
    signed = hmac.digest(secret, f"{notice}.{timestamp}.".encode() + body, "sha256")
    return f"v1,{base64.b64encode(signed).decode()}"


def secret_of(told: str, place: str) -> bytes:
    """The bytes of the secret: after "whsec_" they are base64, else the text itself; InputError for one too short."""
    text = told.strip()
    try:
        encoded = text.removeprefix(SECRET_PREFIX)
        secret = base64.b64decode(encoded, validate=True) if encoded != text else text.encode()
    except (binascii.Error, ValueError) as error:
        raise InputError(f"{place}: what follows “{SECRET_PREFIX}” is no base64; copy the secret whole") from error
    if len(secret) < SHORTEST_SECRET:
        raise InputError(
            f"{place}: the secret has {len(secret)} bytes, and {SHORTEST_SECRET} are the least; "
            "make one with: openssl rand -base64 32"
        )
    return secret
