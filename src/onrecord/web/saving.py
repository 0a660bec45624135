"""Keeping a search by name, and letting it go; the guard lets only those do it who know the token."""

from __future__ import annotations

from typing import Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from onrecord.pages.faceting import NAMES, Wanted
from onrecord.web.forms import field, read_form


class Keeper(Protocol):
    """Keeps searches in the record."""

    def keep(self, name: str, query: str, wanted: Wanted, by: str) -> None:
        """The search is kept under the name, in the place of what was kept under it."""
        ...

    def forget(self, search: str) -> None:
        """The search of this id is kept no more."""
        ...


def keeping(keeper: Keeper) -> APIRouter:
    """The addresses at which searches are kept and let go."""
    router = APIRouter(include_in_schema=False)

    @router.post("/searches")
    async def keep(request: Request) -> Response:
        form = await read_form(request)
        wanted = Wanted(**{name: field(form, name) or None for name in NAMES})
        await run_in_threadpool(keeper.keep, field(form, "name"), field(form, "q"), wanted, field(form, "by"))
        return RedirectResponse("/searches", status_code=303)

    @router.post("/searches/{search}/forget")
    async def forget(request: Request, search: str) -> Response:
        await read_form(request)
        await run_in_threadpool(keeper.forget, search)
        return RedirectResponse("/searches", status_code=303)

    return router
