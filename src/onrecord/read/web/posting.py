"""Something sent to an address: once, signed by the caller, past the same guard that pages are fetched through."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

import httpx

from onrecord.read.web.deadline import Deadline
from onrecord.read.web.guard import ForbiddenAddress, Gate, Resolve, UnknownHost, resolve
from onrecord.read.web.options import WebOptions
from onrecord.read.web.transport import GuardedTransport

_LATER = frozenset({408, 425, 429})  # besides 5xx: may be taken if it is sent again


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What became of it: `cause` says why it was not taken, None where it was.

    `may_pass` where it may be taken if it is sent again as it is; `is_host` where nothing else will be taken now.
    """

    cause: str | None = None
    may_pass: bool = False
    is_host: bool = False


class Poster:
    """Sends bodies to one server after another; no redirect is followed, nothing is tried twice."""

    def __init__(self, options: WebOptions, resolver: Resolve = resolve) -> None:
        self._options = options
        self._deadline = Deadline()
        gate = Gate(allowed=options.allowed_hosts, resolve=resolver)
        self._client = httpx.Client(
            transport=GuardedTransport(gate, self._deadline, options.certificates, 1),
            headers={"User-Agent": options.user_agent},
            timeout=httpx.Timeout(options.step_seconds),
            trust_env=False,
        )

    def close(self) -> None:
        """The connections are closed."""
        self._client.close()

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Posted:
        """What the server said to the body; 2xx is taken, whatever else it sends with it."""
        self._deadline.set(self._options.total_seconds)
        try:
            request = self._client.build_request("POST", url, content=body, headers=dict(headers))
            with closing(self._client.send(request, stream=True, follow_redirects=False)) as answer:
                return _told(answer.status_code)
        except ForbiddenAddress as error:
            host = httpx.URL(url).host
            return Posted(
                cause=f"{host} is at {error}, an address of a private or local network; "
                f"if you trust it, allow it: --allow-host {host}",
                is_host=True,
            )
        except UnknownHost:
            return Posted(cause="there is no such host, or no network", may_pass=True, is_host=True)
        except httpx.TimeoutException:
            return Posted(cause="it did not answer in time", may_pass=True, is_host=True)
        except (httpx.TransportError, httpx.InvalidURL, UnicodeError) as error:
            cause = f"the connection failed ({str(error) or type(error).__name__})"
            return Posted(cause=cause, may_pass=isinstance(error, httpx.TransportError), is_host=True)


def _told(status: int) -> Posted:
    if 200 <= status < 300:
        return Posted()
    if status >= 500 or status in _LATER:
        return Posted(cause=f"it answered with {status}", may_pass=True, is_host=True)
    if 300 <= status < 400:
        return Posted(cause=f"it says that it moved ({status}); name its new address", is_host=True)
    return Posted(cause=f"it refused what was sent ({status})", is_host=status in {401, 403, 404, 405, 410})
