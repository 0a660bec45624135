"""Which methods an address takes, by the routes themselves."""

from __future__ import annotations

from starlette.requests import Request
from starlette.routing import Match, Mount

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def takes(request: Request, method: str) -> bool:
    """Whether something is done at the address of the request by that method; the program's own files are read only."""
    scope = {**request.scope, "method": method}
    routes = (route for route in request.app.routes if not isinstance(route, Mount))
    return any(route.matches(scope)[0] is Match.FULL for route in routes)


def taken(request: Request) -> tuple[str, ...]:
    """The methods that the address of the request takes; HEAD wherever it is read."""
    found = [method for method in METHODS if takes(request, method)] or ["GET"]
    return tuple(each for method in found for each in ((method, "HEAD") if method == "GET" else (method,)))
