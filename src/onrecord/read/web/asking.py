"""One request and its answer: what the server says, in words, and never more of it than may be read."""

from __future__ import annotations

import ssl
from contextlib import closing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from onrecord.read.options import MEGABYTE
from onrecord.read.responses import Response
from onrecord.read.web.addressing import plain_address
from onrecord.read.web.deadline import Deadline
from onrecord.read.web.guard import ForbiddenAddress, Gate, Resolve, UnknownHost, resolve
from onrecord.read.web.options import WebOptions
from onrecord.read.web.outcomes import Fetched, Later, Moved, Outcome, Refused, Unchanged
from onrecord.read.web.transport import GuardedTransport
from onrecord.records import Capture
from onrecord.text.media_types import bare_type

REDIRECTS = frozenset({301, 302, 303, 307, 308})
LONGEST_WAIT_SECONDS = 120.0  # a server that asks for more is told to the user instead
# What is no page, by the first part of its media type; what else there is, is looked at when it has come.
_NO_PAGES = frozenset({"image", "video", "audio", "font", "model"})
_BY_HAND = "open it in your browser, save the page, and give the file"
_LATER = "build again later"
_ANSWERS = {
    401: ("the server asks who you are (401)", _BY_HAND),
    402: ("the server asks to be paid (402)", _BY_HAND),
    403: ("the server refuses it (403)", f"{_BY_HAND}; or say who you are with --user-agent"),
    404: ("there is no such page (404)", "check the address; a web archive may have the page"),
    410: ("the page was taken away (410)", "a web archive may have it"),
    451: ("the page is withheld for legal reasons (451)", "a web archive may have it"),
}


class Asker:
    """Asks servers, one request at a time and thread; no redirect is followed, nothing is tried twice."""

    def __init__(self, options: WebOptions, max_bytes: int, resolver: Resolve = resolve) -> None:
        self._options = options
        self._max_bytes = max_bytes
        self._deadline = Deadline()
        gate = Gate(allowed=options.allowed_hosts, resolve=resolver)
        self._client = httpx.Client(
            transport=GuardedTransport(gate, self._deadline, options.certificates, options.hosts_at_once),
            headers={"User-Agent": options.user_agent, "Accept-Encoding": "gzip, deflate"},
            timeout=httpx.Timeout(options.step_seconds),
            trust_env=False,
            event_hooks={"response": [_set_location_aside]},
        )

    def close(self) -> None:
        """The connections are closed."""
        self._client.close()

    def ask(self, url: str, known: Capture | None = None, most: int | None = None) -> Outcome:
        """What became of the request; where a version is known, the server is asked whether there is another."""
        self._deadline.set(self._options.total_seconds)
        try:
            request = self._client.build_request("GET", url, headers=_conditions(known))
            with closing(self._client.send(request, stream=True, follow_redirects=False)) as answer:
                return self._outcome(url, answer, known, most or self._max_bytes)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            return Refused(cause=f"it is no address that can be asked ({error})", mend="correct the address")
        except ForbiddenAddress as error:
            host = httpx.URL(url).host
            cause = f"{host} is at {error}, an address of a private or local network, which is never asked"
            return Refused(cause=cause, mend=f"if you trust it, allow it: --allow-host {host}")
        except UnknownHost:
            cause = f"there is no host {httpx.URL(url).host}, or no network"
            return Refused(cause=cause, mend="check the address and the network")
        except httpx.TimeoutException:
            return self._later("the server did not answer in time", is_host=True)
        except httpx.TransportError as error:
            return self._failed(error)

    def _failed(self, error: httpx.TransportError) -> Outcome:
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLCertVerificationError):
                told = cause.verify_message or cause.reason
                return Refused(cause=f"its certificate cannot be trusted ({told})", mend=_BY_HAND)
            if isinstance(cause, ssl.SSLError):
                return Refused(cause=f"no secure connection could be made ({cause.reason})", mend=_BY_HAND)
            cause = cause.__cause__ or cause.__context__
        return self._later(f"the connection failed ({str(error) or type(error).__name__})", is_host=True)

    def _later(self, cause: str, *, is_host: bool = False, seconds: float | None = None) -> Later:
        wait = self._options.retry_seconds if seconds is None else seconds
        return Later(seconds=wait, cause=cause, mend=_LATER, is_host=is_host)

    def _outcome(self, url: str, answer: httpx.Response, known: Capture | None, most: int) -> Outcome:
        status = answer.status_code
        if status == 304 and known is not None:
            return Unchanged(capture=known)
        if status in REDIRECTS:
            return _moved(answer)
        if status in {200, 203}:
            return self._fetched(url, answer, most)
        if status in {429, 503}:
            return self._asked_to_wait(answer)
        if status >= 500:
            return self._later(f"the server failed ({status})")
        cause, mend = _ANSWERS.get(status, (f"the server answered with {status} and no page", _BY_HAND))
        return Refused(cause=cause, mend=mend, is_answer=True)

    def _asked_to_wait(self, answer: httpx.Response) -> Outcome:
        cause = f"the server asks to be left in peace for a while ({answer.status_code})"
        seconds = _retry_after(answer.headers.get("Retry-After"), datetime.now(UTC))
        if seconds is not None and seconds > LONGEST_WAIT_SECONDS:
            mend = f"{_LATER}, in {seconds / 60:.0f} minutes; a longer --pause may help"
            return Refused(cause=cause, mend=mend)
        return self._later(cause, is_host=True, seconds=seconds)

    def _fetched(self, url: str, answer: httpx.Response, most: int) -> Outcome:
        said = answer.headers.get("Content-Type", "")
        if bare_type(said).partition("/")[0] in _NO_PAGES:
            return Refused(cause=f"it is no page ({bare_type(said)})", mend="leave it out of the list")
        too_large = Refused(
            cause=f"it has more than the {most / MEGABYTE:.1f} MB that are read", mend="allow more with --max-bytes"
        )
        if answer.headers.get("Content-Length", "").isdigit() and int(answer.headers["Content-Length"]) > most:
            return too_large
        parts: list[bytes] = []
        read = 0
        for part in answer.iter_raw():
            parts.append(part)
            read += len(part)
            if read > most:
                return too_large
        return Fetched(response=_response(url, answer, b"".join(parts)))


def _conditions(known: Capture | None) -> dict[str, str]:
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified} if known else {}
    return {name: value for name, value in told.items() if value}


def _set_location_aside(answer: httpx.Response) -> None:
    # httpx would make an address of it in any case, and take one that it cannot for a broken connection.
    answer.extensions["location"] = answer.headers.pop("Location", None)


def _moved(answer: httpx.Response) -> Outcome:
    location = answer.extensions.get("location")
    if not location:
        return Refused(cause=f"the server says that it moved ({answer.status_code}), and not where", mend=_BY_HAND)
    url = plain_address(location, str(answer.request.url))
    if url is None:
        cause = f"the server says that it moved to “{location[:100]}”, which is no address of a page"
        return Refused(cause=cause, mend=_BY_HAND)
    return Moved(url=url)


def _response(url: str, answer: httpx.Response, content: bytes) -> Response:
    return Response(
        url=url,
        where=url,
        content=content,
        content_type=answer.headers.get("Content-Type", ""),
        content_encoding=answer.headers.get("Content-Encoding", ""),
        etag=answer.headers.get("ETag"),
        last_modified=answer.headers.get("Last-Modified"),
    )


def _retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that the server asks for, as a number or as a moment (RFC 9110, 10.2.3)."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())
