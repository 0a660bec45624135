"""What every request passes: is it meant for this server, may it read, does it come from a page of ours."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.options import ServeOptions, is_own_name
from onrecord.web.problems import Problem
from onrecord.web.taking import takes

COOKIE = "onrecord"
OPEN = ("/static/", "/enter")  # what is needed to give the token
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "private, no-cache",  # kept by the reader's browser alone, which asks again each time
}
FOREIGN = Problem(
    status=403,
    title="That was sent by another site",
    detail="Something is only changed from this server’s own pages.",
    mend="Go to the page here, and send the form from there; a program sends the token as “Authorization: Bearer”.",
)
Explain = Callable[[Request, Problem], Response]


class Headers:
    """Every answer bears the headers by which a browser keeps strangers' scripts and styles out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer of the rest, its headers completed."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                added = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message["headers"] = [*message["headers"], *(each for each in added if each[0] not in given)]
            await send(message)

        await self._app(scope, receive, complete)


class Heads:
    """Whoever asks for the head of a page alone gets that of the whole page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer of the rest; to HEAD without its body."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def bodiless(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, bodiless)


class Guard:
    """Lets through what is meant for this server, comes from its own pages where it writes, and knows the token."""

    def __init__(self, app: ASGIApp, options: ServeOptions, explain: Explain) -> None:
        self._app = app
        self._options = options
        self._explain = explain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer of the rest, or why there is none."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        request.state.edits = self._options.edit
        request.state.knows = self._knows(request)
        problem = self._problem(request)
        answer: Callable[[Scope, Receive, Send], Awaitable[None]] = self._app
        if problem is not None:
            answer = self._explain(request, problem)
        await answer(scope, receive, send)

    def _problem(self, request: Request) -> Problem | None:
        if not is_own_name(request.headers.get("host", ""), self._options.names):
            return Problem(
                status=421,
                title="This server does not go by that name",
                detail="The address names a host that this server was not told it is.",
                mend="Use the address that the server printed, or start it with --allow-host and this host’s name.",
            )
        is_foreign = _changes(request) and not _is_own_page(request)
        if is_foreign and _is_browser(request):
            return FOREIGN
        if self._needs_token(request) and not request.state.knows:
            return Problem(
                status=401,
                title="This is not open to everyone",
                detail="Whoever started the server gave it a token, which one must know here.",
                mend="Enter the token; programs send it as “Authorization: Bearer TOKEN”.",
            )
        return FOREIGN if is_foreign else None

    def _needs_token(self, request: Request) -> bool:
        if request.scope["path"].startswith(OPEN):
            return False
        return not self._options.is_open or (self._options.edit and _changes(request))

    def _knows(self, request: Request) -> bool:
        token = self._options.token
        if token is None:
            return False
        given = request.cookies.get(COOKIE, "")
        return _same(given, ticket(token)) or _same(_sent(request.headers.get("authorization", "")), token)


def ticket(token: str) -> str:
    """What the browser of a reader who knows the token keeps: it proves that, and doesn't tell the token."""
    return hmac.new(token.encode(), b"reader of onrecord", hashlib.sha256).hexdigest()


def knows(given: str, token: str) -> bool:
    """Whether what was given is the token."""
    return _same(given.strip(), token)


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())


def _sent(header: str) -> str:
    """The token of `Bearer TOKEN`, or the password of `Basic …`, which feed readers can send; else empty."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(value).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _changes(request: Request) -> bool:
    """Whether something is written at that address by that method; where nothing is, the answer says so."""
    return request.method not in SAFE and takes(request, request.method)


def _is_browser(request: Request) -> bool:
    """Whether the request says what page it was sent by, as browsers' do."""
    return "sec-fetch-site" in request.headers or "origin" in request.headers


def _is_own_page(request: Request) -> bool:
    """Whether a request that changes something was sent by a page of this server, or by no browser at all.

    A browser sends what a reader typed into its own box (Basic) with forms of any site, but never Bearer.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return origin.partition("://")[2] == request.headers.get("host", "")
    return site == "same-origin" or request.headers.get("authorization", "").lower().startswith("bearer ")
