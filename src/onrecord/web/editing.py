"""Changing a record from a page: an article is added, and what people judge of all of them."""

from __future__ import annotations

from typing import Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from onrecord.records.errors import InputError
from onrecord.records.ids import content_id, sha256_of
from onrecord.store import View
from onrecord.web.answering import Site
from onrecord.web.correcting import Judge, corrections
from onrecord.web.forms import field, read_form
from onrecord.web.saving import Keeper
from onrecord.web.templating import href


class Editor(Judge, Keeper, Protocol):
    """Changes the record, one change at a time; what fails changes nothing."""

    def add(self, name: str, content: bytes) -> int:
        """What the file holds is in the record; how many of its captures are listed as what could not be read."""
        ...


def edits(site: Site, editor: Editor) -> APIRouter:
    """The addresses at which a record is changed; the guard lets only those reach them who know the token."""
    router = APIRouter(include_in_schema=False)
    _adding(router, site, editor)
    router.include_router(corrections(site, editor))
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
