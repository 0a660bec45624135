"""The forms by which people correct a record: who is who, who said what, and what is one statement."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from onrecord.pages import judging
from onrecord.pages.judging_reports import Cut
from onrecord.records import Judgement, Maker, Verdict
from onrecord.records.errors import InputError, NotOnRecord
from onrecord.store import View
from onrecord.web.answering import Site
from onrecord.web.forms import field, fields, read_form
from onrecord.web.templating import href

Judged = Callable[[View, Maker], Sequence[Judgement]]
Asked = Callable[[FormData, str], Judged]  # what a form asks to be judged of the thing of that id
HERE = "#judged-h"  # where a page tells what people judged of it


class Judge(Protocol):
    """Changes what was judged in a record, and all that follows from it; what fails changes nothing."""

    def judge(self, judged: Judged, by: str, why: str) -> None:
        """The judgements are in, and the record follows them."""
        ...

    def undo(self, judgement: str) -> None:
        """The record is as if that had never been judged."""
        ...


def corrections(site: Site, judge: Judge) -> APIRouter:
    """The addresses to which the forms are sent."""
    router = APIRouter(include_in_schema=False)
    _of(router, site, judge, "people", ACTORS)
    _of(router, site, judge, "statements", STATEMENTS)

    @router.post("/judgements/{judgement}/undo")
    async def undo(request: Request, judgement: str) -> Response:
        await read_form(request)
        await run_in_threadpool(judge.undo, judgement)
        return RedirectResponse("/judgements", status_code=303)

    return router


def _of(router: APIRouter, site: Site, judge: Judge, room: str, forms: dict[str, Asked]) -> None:
    """The forms of a person's or a statement's page; each leads to where that is then."""
    for name, asked in forms.items():
        router.add_api_route(f"/{room}/{{one}}/{name}", _corrected(site, judge, room, asked), methods=["POST"])


def _corrected(site: Site, judge: Judge, room: str, asked: Asked) -> Callable[[Request, str], Awaitable[Response]]:
    async def corrected(request: Request, one: str) -> Response:
        told = await read_form(request)
        by = field(told, "by")
        if not by:
            raise InputError("the judgement bears no name; say who judges")
        before = await run_in_threadpool(site.ask, FIRST[room], one)
        try:
            await run_in_threadpool(judge.judge, asked(told, one), by, field(told, "why"))
        except NotOnRecord as missing:  # the form names it, not the address
            raise InputError(str(missing)) from missing
        now = await run_in_threadpool(site.ask, PRESENT[room], one, before)
        return RedirectResponse(f"{href(room, now)}{HERE}" if now else "/judgements", status_code=303)

    return corrected


def _merge(form: FormData, actor: str) -> Judged:
    other = field(form, "other")
    return lambda view, maker: [judging.merge(view, [actor, other], maker)]


def _split(form: FormData, actor: str) -> Judged:
    return lambda view, maker: [judging.split(view, actor, _cut(form, fields(form, "name")), maker)]


def _rename(form: FormData, actor: str) -> Judged:
    name = field(form, "name")
    return lambda view, maker: [judging.rename(view, actor, name, maker)]


def _join(form: FormData, statement: str) -> Judged:
    others = fields(form, "other")
    if not others:
        raise InputError("no other statement is named; choose one, or give its id")
    return lambda view, maker: [judging.merge(view, [statement, *others], maker)]


def _separate(form: FormData, statement: str) -> Judged:
    return lambda view, maker: [judging.split(view, statement, _cut(form, fields(form, "report")), maker)]


def _assign(form: FormData, _statement: str) -> Judged:
    reports, speaker = fields(form, "report"), field(form, "speaker")
    if not reports:
        raise InputError("no report is named; choose those that somebody else said")
    return lambda view, maker: [judging.assign(view, each, speaker, maker) for each in reports]


def _cut(form: FormData, names: tuple[str, ...]) -> Cut:
    verdict = Verdict.UNSURE if field(form, "unsure") else Verdict.NEGATIVE
    return Cut(names=names, articles=fields(form, "article"), verdict=verdict)


def _first_name(view: View, actor: str) -> str | None:
    return next((one.id for one in view.entities_of_actor(view.actor_on_record(actor).id)), None)


def _first_report(view: View, statement: str) -> str | None:
    found = view.statement_on_record(statement)
    return next(iter((*found.attributions, *found.earlier)), None)


def _present_actor(view: View, actor: str, name: str | None) -> str | None:
    """The actor, or whom the name is taken for now."""
    return actor if view.actor(actor) else view.actor_of(name or "")


def _present_statement(view: View, statement: str, report: str | None) -> str | None:
    """The statement, or that which the report is taken for now."""
    return statement if view.statement(statement) else view.statement_of(report or "")


ACTORS: dict[str, Asked] = {"join": _merge, "separate": _split, "rename": _rename}
STATEMENTS: dict[str, Asked] = {"join": _join, "separate": _separate, "assign": _assign}
FIRST = {"people": _first_name, "statements": _first_report}
PRESENT = {"people": _present_actor, "statements": _present_statement}
