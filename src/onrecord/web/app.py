"""The application: addresses, what every request passes, and what is answered where something fails."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.records.errors import OnrecordError
from onrecord.store import Locator, Memory, called
from onrecord.web import guarding
from onrecord.web.answering import Site
from onrecord.web.describing import described
from onrecord.web.editing import edits
from onrecord.web.editor import Editor
from onrecord.web.files import files
from onrecord.web.forms import local, read_form
from onrecord.web.options import ServeOptions, check
from onrecord.web.problems import Problem
from onrecord.web.routes import pages

LONGEST_TOKEN = 8_192  # bytes of its form
YEAR = 365 * 24 * 3_600  # seconds


def create_app(options: ServeOptions, editor: Editor | None = None, memory: Memory | None = None) -> FastAPI:
    """The application that serves the record, and has it changed where there is an editor.

    `memory` keeps long searches; without one the application makes its own.

    InputError where strangers could read or change it unasked.
    """
    check(options)
    site = Site(options.record, name_of(options.record), memory or Memory())
    app = FastAPI(
        title=f"{site.name} on record",
        version=__version__,
        description="Every page of the record as JSON, at the page’s address with “.json” after it.",
        openapi_url=None,  # `_entrance` has it, with all that a page may answer
        generate_unique_id_function=lambda route: route.name,
    )
    app.include_router(files(site))  # before pages, whose addresses would take “….atom” for an id
    app.include_router(pages(site))
    _entrance(app, site, options)
    if editor is not None and options.edit:
        app.include_router(edits(site, editor))
    app.mount("/static", StaticFiles(packages=[("onrecord.web", "static")]), name="static")
    app.add_middleware(guarding.Heads)
    app.add_middleware(guarding.Guard, options=options, explain=site.problem)
    app.add_middleware(guarding.Headers)
    for failure in (OnrecordError, RequestValidationError, HTTPException):
        app.add_exception_handler(failure, site.failed)
    app.add_exception_handler(Exception, lambda request, failure: _broken(site.failed(request, failure)))
    return app


def name_of(record: Locator) -> str:
    """What readers know the record by: nothing of where on the machine or the net it lies."""
    return record.name if isinstance(record, Path) else called(record)


def _broken(answer: Response) -> Response:
    """The answer to what nobody foresaw: it is made outside of all that puts headers on answers."""
    answer.headers.update(guarding.HEADERS)
    return answer


def _entrance(app: FastAPI, site: Site, options: ServeOptions) -> None:
    """The way in: the first address, the token's form, and the description of the JSON."""

    @app.get("/", include_in_schema=False)
    def front() -> Response:
        return RedirectResponse("/stories", status_code=307)

    @cache
    def api() -> dict[str, Any]:
        return described(app, options)

    @app.get("/openapi.json", include_in_schema=False)
    def openapi() -> Response:
        return site.json(api())

    @app.get("/docs", include_in_schema=False)
    def docs(request: Request) -> Response:
        return site.html(request, "docs.html", api=api())

    @app.get("/enter", include_in_schema=False)
    def door(request: Request) -> Response:
        return site.html(request, "enter.html", to=local(request.query_params.get("next", "")))

    @app.post("/enter", include_in_schema=False)
    async def enter(request: Request) -> Response:
        form = await read_form(request, LONGEST_TOKEN)
        if not options.token or not guarding.knows(str(form.get("token", "")), options.token):
            wrong = Problem(
                status=401,
                title="That is not the token",
                detail="The server was started with another one.",
                mend="Enter it again, or ask whoever started the server.",
            )
            return site.problem(request, wrong)
        answer = RedirectResponse(local(str(form.get("next", ""))), status_code=303)
        answer.set_cookie(
            guarding.COOKIE,
            guarding.ticket(options.token),
            max_age=YEAR,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return answer
