"""From a page to an answer: HTML from a template, JSON from the record itself, and errors that say the mend."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.pages.formats.json_page import encode
from onrecord.records.errors import Moved, RecordError
from onrecord.store import Locator, Memory, View, open_view
from onrecord.web.problems import Problem, problem_of
from onrecord.web.taking import taken
from onrecord.web.templating import environment

PROBLEM = "application/problem+json"
TWINS = (".json", ".atom")  # the ends of addresses that only programs read
FILES = (".svg", "/capture", "/text")  # of those that a browser may be led to
P = ParamSpec("P")
T = TypeVar("T")


class Site:
    """The record that is served, and how its pages are written. Each page is read from the record as it is then."""

    def __init__(self, record: Locator, name: str, memory: Memory) -> None:
        self.record = record
        self.name = name  # what readers know the record by: the file's, without the folders of this machine
        self._templates = environment(name)
        self._memory = memory

    def ask(self, question: Callable[Concatenate[View, P], T], *given: P.args, **asked: P.kwargs) -> T:
        """What answers the question, read from the record of this moment."""
        if isinstance(self.record, Path) and not self.record.exists():
            raise RecordError(f"{self.name}: the record is not there any more; put it back, or serve another")
        with open_view(self.record, self._memory) as view:
            return question(view, *given, **asked)

    def html(self, request: Request, template: str, status: int = 200, **known: Any) -> Response:
        """The template, filled in; half a character that no browser could take is told as it is."""
        written = self._templates.get_template(template).render(request=request, **known)
        return HTMLResponse(written.encode("utf-8", "backslashreplace"), status_code=status)

    def json(self, page: object) -> Response:
        """The page itself."""
        return Response(encode(page), media_type="application/json")

    def problem(self, request: Request, problem: Problem) -> Response:
        """The problem as a page, or as problem+json to a program."""
        if is_program(request):
            body = json.dumps(asdict(problem), ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
            answer = Response(body, status_code=problem.status, media_type=PROBLEM)
        else:
            answer = self.html(request, "problem.html", problem.status, problem=problem)
        answer.headers.update(_told_with(request, problem))
        return answer

    def failed(self, request: Request, failure: Exception) -> Response:
        """What went wrong, as a page that doesn't tell where on this machine the record lies; or where it went."""
        if isinstance(failure, Moved) and request.method == "GET" and failure.gone in request.path_params.values():
            return _led_on(request, failure)
        found = problem_of(request, failure)
        return self.problem(
            request, replace(found, detail=self._without_folders(found.detail), mend=self._without_folders(found.mend))
        )

    def _without_folders(self, told: str) -> str:
        names = [self.record.absolute(), self.record] if isinstance(self.record, Path) else [self.record]
        for one in names:
            told = told.replace(str(one), self.name)
        return told


def _led_on(request: Request, moved: Moved) -> Response:
    """The way to what has taken in what was at this address; only for now, as a judgement can be taken back."""
    asked = urlencode({**request.query_params, "was": moved.gone})
    return RedirectResponse(f"{request.scope['path'].replace(moved.gone, moved.now)}?{asked}", status_code=307)


def is_program(request: Request) -> bool:
    """Whether a problem is told as JSON: always where JSON and feeds are, else to whoever does not ask for HTML."""
    path, accepted = request.scope["path"], request.headers.get("accept", "")
    if path.endswith(TWINS):
        return True
    return "text/html" not in accepted and (path.endswith(FILES) or "json" in accepted)


def _told_with(request: Request, problem: Problem) -> dict[str, str]:
    """The headers that HTTP wants beside a status: how to show the token, or which methods are taken."""
    match problem.status:
        case HTTPStatus.UNAUTHORIZED:  # for “Basic” a browser would open a box of its own, which only feeds need
            scheme = "Basic" if request.scope["path"].endswith(TWINS) else "Bearer"
            return {"www-authenticate": f'{scheme} realm="onrecord"'}
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return {"allow": ", ".join(taken(request))}
    return {}
