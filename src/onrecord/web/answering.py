"""From a page to an answer: HTML from a template, JSON from the record itself, and errors that say the mend."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from onrecord.pages.formats.json_page import encode
from onrecord.records.errors import InputError, OnrecordError, RecordError
from onrecord.store import Locator, View, open_view
from onrecord.web.templating import environment

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why there is no page, and what to do about it (RFC 9457)."""

    status: int
    title: str
    detail: str
    mend: str


class Site:
    """The record that is served, and how its pages are written. Each page is read from the record as it is then."""

    def __init__(self, record: Locator, name: str) -> None:
        self.record = record
        self.name = name  # what readers know the record by: the file's, without the folders of this machine
        self._templates = environment(name)

    def ask(self, question: Callable[Concatenate[View, P], T], *given: P.args, **asked: P.kwargs) -> T:
        """What answers the question, read from the record of this moment."""
        if isinstance(self.record, Path) and not self.record.exists():
            raise RecordError(f"{self.name}: the record is not there any more; put it back, or serve another")
        with open_view(self.record) as view:
            return question(view, *given, **asked)

    def html(self, request: Request, template: str, status: int = 200, **known: Any) -> Response:
        """The template, filled in; half a character that no browser could take is told as it is."""
        written = self._templates.get_template(template).render(request=request, **known)
        return HTMLResponse(written.encode("utf-8", "backslashreplace"), status_code=status)

    def json(self, page: object) -> Response:
        """The page itself."""
        return Response(encode(page), media_type="application/json")

    def problem(self, request: Request, problem: Problem) -> Response:
        """The problem as a page, or as problem+json where JSON was asked for."""
        headers = {"www-authenticate": 'Basic realm="onrecord"'} if _is_machine(request, problem) else {}
        if request.url.path.endswith((".json", ".atom")):
            told = {"type": "about:blank", **{name: getattr(problem, name) for name in Problem.__slots__}}
            body = json.dumps(told, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
            return Response(body, status_code=problem.status, media_type="application/problem+json", headers=headers)
        return self.html(request, "problem.html", problem.status, problem=problem)

    def failed(self, request: Request, failure: Exception) -> Response:
        """What went wrong, as a page that doesn't tell where on this machine the record lies."""
        found = _problem_of(request, failure)
        return self.problem(
            request, replace(found, detail=self._without_folders(found.detail), mend=self._without_folders(found.mend))
        )

    def _without_folders(self, told: str) -> str:
        names = [self.record.absolute(), self.record] if isinstance(self.record, Path) else [self.record]
        for one in names:
            told = told.replace(str(one), self.name)
        return told


def _is_machine(request: Request, problem: Problem) -> bool:
    """Whether a program asks that could send the token by itself; a browser would ask with a box of its own."""
    return problem.status == HTTPStatus.UNAUTHORIZED and request.url.path.endswith((".json", ".atom"))


def _problem_of(request: Request, failure: Exception) -> Problem:
    match failure:
        case InputError():
            return _about_input(request, str(failure))
        case RecordError() | OnrecordError():
            return Problem(
                status=503,
                title="The record cannot be read",
                detail=str(failure),
                mend="See to the file, then load this page again.",
            )
        case RequestValidationError():
            wrong = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in failure.errors())
            return Problem(
                status=422,
                title="The address asks for something that cannot be",
                detail=wrong,
                mend="Correct that part of the address, or leave it out.",
            )
        case HTTPException(status_code=404):
            return Problem(
                status=404,
                title="There is no such page",
                detail=f"Nothing is at {request.url.path}.",
                mend="Begin at the list of stories, or search for the words.",
            )
        case HTTPException():
            return Problem(
                status=failure.status_code,
                title=HTTPStatus(failure.status_code).phrase,
                detail=str(failure.detail),
                mend="Begin at the list of stories.",
            )
    return Problem(
        status=500,
        title="This is a fault of onrecord",
        detail=f"{type(failure).__name__} while the page was made. The record is as it was.",
        mend="Load the page again; if it stays, the terminal in which the server runs has the details.",
    )


def _about_input(request: Request, told: str) -> Problem:
    """The path leads to nothing in the record, or what is asked makes no sense; the last clause is the mend."""
    said, _, mend = told.rpartition("; ")
    missing = bool(request.path_params)
    return Problem(
        status=404 if missing else 400,
        title="The record does not have that" if missing else "That cannot be asked",
        detail=said or told,
        mend=f"{mend[:1].upper()}{mend[1:]}." if said else "Begin at the list of stories.",
    )
