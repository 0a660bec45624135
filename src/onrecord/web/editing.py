"""The addresses at which a record is changed: by the forms of its pages, and by programs that send the same as JSON."""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from onrecord.web import adding, correcting, saving, sending
from onrecord.web.answering import Site
from onrecord.web.editor import Bench, Edit, Editor
from onrecord.web.questions import ActorId, JudgementId, SearchId, StatementId
from onrecord.web.sending import of_form, of_json

HERE = "#judged-h"  # where a page tells what people judged of it
IDS: dict[str, Any] = {"actor": ActorId, "statement": StatementId, "judgement": JudgementId, "search": SearchId}
EDITS = (
    Edit(path="/add", does=adding.add_article, sent=sending.Added),
    Edit(path="/people/{actor}/join", does=correcting.join_people, sent=sending.JoinedPeople, shown=HERE),
    Edit(path="/people/{actor}/separate", does=correcting.separate_people, sent=sending.SeparatedPeople, shown=HERE),
    Edit(path="/people/{actor}/rename", does=correcting.rename_person, sent=sending.Renamed, shown=HERE),
    Edit(path="/people/{actor}/describe", does=correcting.describe_person, sent=sending.Described, shown=HERE),
    Edit(
        path="/statements/{statement}/join", does=correcting.join_statements, sent=sending.JoinedStatements, shown=HERE
    ),
    Edit(
        path="/statements/{statement}/separate",
        does=correcting.separate_reports,
        sent=sending.SeparatedReports,
        shown=HERE,
    ),
    Edit(path="/statements/{statement}/assign", does=correcting.assign_reports, sent=sending.Assigned, shown=HERE),
    Edit(path="/judgements/{judgement}/undo", does=correcting.undo_judgement),
    Edit(path="/searches", does=saving.keep_search, sent=sending.Kept),
    Edit(path="/searches/{search}/forget", does=saving.forget_search),
)


def edits(site: Site, editor: Editor) -> APIRouter:
    """The addresses at which a record is changed; the guard lets only those reach them who know the token."""
    router = APIRouter()
    bench = Bench(site=site, editor=editor)

    @router.get("/add", include_in_schema=False)
    def ask(request: Request) -> Response:
        return site.html(request, "add.html")

    for edit in EDITS:
        router.add_api_route(edit.path, _by_form(bench, edit), methods=["POST"], include_in_schema=False)
        router.add_api_route(
            f"{edit.path}.json",
            _by_program(bench, edit),
            methods=["POST"],
            name=edit.does.__name__,
            summary=inspect.getdoc(edit.does),
            response_class=Response,
        )
    return router


def _by_form(bench: Bench, edit: Edit) -> Callable[..., Awaitable[Response]]:
    async def changed(request: Request, **ids: str) -> Response:
        sent = await of_form(request, edit.sent)
        found = await run_in_threadpool(edit.does, bench, sent, *(ids.values() or ("",)))
        return RedirectResponse(f"{found.address}{edit.shown if found.id else ''}", status_code=303)

    return _asking(changed, edit)


def _by_program(bench: Bench, edit: Edit) -> Callable[..., Awaitable[Response]]:
    async def changed(request: Request, **ids: str) -> Response:
        sent = await of_json(request, edit.sent)
        return bench.site.json(await run_in_threadpool(edit.does, bench, sent, *(ids.values() or ("",))))

    return _asking(changed, edit)


def _asking(answer: Callable[..., Awaitable[Response]], edit: Edit) -> Callable[..., Awaitable[Response]]:
    """The function as FastAPI is to see it: it takes the ids of the address."""
    names = re.findall(r"\{(\w+)\}", edit.path)
    taken = [
        inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request),
        *(inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=IDS[name]) for name in names),
    ]
    answer.__signature__ = inspect.Signature(taken, return_annotation=Response)  # type: ignore[attr-defined]
    return answer
