"""Changing a record from a page: an article is added, names are joined and separated, a judgement is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from onrecord.pages import judging
from onrecord.records import Judgement, Maker, Verdict
from onrecord.records.errors import InputError
from onrecord.records.ids import content_id, sha256_of
from onrecord.store import View
from onrecord.web.answering import Site
from onrecord.web.forms import field, read_form
from onrecord.web.saving import Keeper
from onrecord.web.templating import href

Judged = Callable[[View, Maker], Sequence[Judgement]]


class Editor(Keeper, Protocol):
    """Changes the record, one change at a time; what fails changes nothing."""

    def add(self, name: str, content: bytes) -> int:
        """What the file holds is in the record; how many of its captures are listed as what could not be read."""
        ...

    def judge(self, judged: Judged, by: str, why: str) -> None:
        """The judgements are in, and the record follows them."""
        ...

    def undo(self, judgement: str) -> None:
        """The record is as if that had never been judged."""
        ...


def edits(site: Site, editor: Editor) -> APIRouter:
    """The addresses at which a record is changed; the guard lets only those reach them who know the token."""
    router = APIRouter(include_in_schema=False)
    _adding(router, site, editor)
    _judging(router, editor)
    return router


def _adding(router: APIRouter, site: Site, editor: Editor) -> None:
    @router.get("/add")
    def ask(request: Request) -> Response:
        return site.html(request, "add.html")

    @router.post("/add")
    async def add(request: Request) -> Response:
        form = await read_form(request)
        try:
            name, content = await _sent(form)
        finally:
            await form.close()
        rejected = await run_in_threadpool(editor.add, name, content)
        return RedirectResponse(await run_in_threadpool(site.ask, _leads_to, content, rejected), status_code=303)


def _judging(router: APIRouter, editor: Editor) -> None:
    async def judged(form: FormData, what: Judged, to: str) -> Response:
        by = field(form, "by")
        if not by:
            raise InputError("the judgement bears no name; say who judges")
        await run_in_threadpool(editor.judge, what, by, field(form, "why"))
        return RedirectResponse(to, status_code=303)

    @router.post("/people/{actor}/join")
    async def join(request: Request, actor: str) -> Response:
        form = await read_form(request)
        other = field(form, "other")
        return await judged(form, lambda view, maker: [judging.merge(view, [actor, other], maker)], "/judgements")

    @router.post("/people/{actor}/separate")
    async def separate(request: Request, actor: str) -> Response:
        form = await read_form(request)
        names = tuple(str(one) for one in form.getlist("name"))
        cut = judging.Cut(names=names, verdict=Verdict.UNSURE if field(form, "unsure") else Verdict.NEGATIVE)
        return await judged(form, lambda view, maker: [judging.split(view, actor, cut, maker)], "/judgements")

    @router.post("/judgements/{judgement}/undo")
    async def undo(request: Request, judgement: str) -> Response:
        await read_form(request)
        await run_in_threadpool(editor.undo, judgement)
        return RedirectResponse("/judgements", status_code=303)


async def _sent(form: FormData) -> tuple[str, bytes]:
    """The name and the bytes of the file, else of the text that was pasted."""
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return (_plain(file.filename), await file.read())
    text = field(form, "text")
    if not text:
        raise InputError("there is no text and no file; paste the article, or choose its file")
    content = (text.replace("\r\n", "\n") + "\n").encode("utf-8", "backslashreplace")
    name = _plain(field(form, "name"))
    return (name or f"pasted-{sha256_of(content)[:12]}.txt", content)


def _plain(name: str) -> str:
    """The name without folders and without what cannot be seen."""
    return "".join(one for one in name.replace("\\", "/").rpartition("/")[2] if one.isprintable()).strip()


def _leads_to(view: View, content: bytes, rejected: int) -> str:
    """The address of the article that was read of the bytes, of what could not be read, or of all that they held."""
    article = content_id("article", sha256_of(content))
    if view.article(article):
        return href("articles", article)
    return "/rejected" if rejected else "/articles"
