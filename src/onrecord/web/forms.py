"""What a reader sends: a form of bounded length that comes in bounded time, and where to go then."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

LONGEST = 21_000_000  # bytes; a page of more than 20 million is not read anyway
MOST_FIELDS = 1_000  # a statement may have hundreds of reports to choose from
SECONDS = 300.0  # in which the longest form comes through a thin line
LENGTH = re.compile(r"[0-9]{1,18}")
_HALVES = re.compile("[\ud800-\udfff]")  # what only a charset of the sender's choice could make


async def read_form(request: Request, longest: int = LONGEST, seconds: float = SECONDS) -> FormData:
    """The fields of the form; 411, 413 or 408 where its length is not told, too great, or does not come."""
    bounded = _within(request, longest)
    async with _in_time(seconds):
        return await bounded.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=longest)


async def read_body(request: Request, longest: int = LONGEST, seconds: float = SECONDS) -> bytes:
    """All that was sent, with the same bounds."""
    bounded = _within(request, longest)
    async with _in_time(seconds):
        return await bounded.body()


def _within(request: Request, longest: int) -> Request:
    """The request, of which no more is received than that."""
    told = request.headers.get("content-length", "")
    if LENGTH.fullmatch(told) is None:
        raise HTTPException(411, "the form does not tell how long it is; send it with a Content-Length")
    if int(told) > longest:
        raise _too_long(longest)
    return Request(request.scope, _bounded(request.receive, longest))


@asynccontextmanager
async def _in_time(seconds: float) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        raise HTTPException(408, f"the form did not come within {seconds:g} seconds; send it again") from None


def _bounded(receive: Receive, longest: int) -> Receive:
    """What receives no more than that, whatever length was told."""
    left = longest

    async def receive_within() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise _too_long(longest)
        return message

    return receive_within


def _too_long(longest: int) -> HTTPException:
    return HTTPException(413, f"the form has more than {longest:,} bytes; onrecord build reads larger files")


def field(form: FormData, name: str) -> str:
    """What was typed into the field, without blanks around it and without half characters."""
    return next(iter(_texts(form, name)), "")


def fields(form: FormData, name: str) -> tuple[str, ...]:
    """All that was chosen or typed under the name, as `field` has it, without what was left empty."""
    return tuple(one for one in _texts(form, name) if one)


def _texts(form: FormData, name: str) -> list[str]:
    return [_HALVES.sub("�", one).strip() for one in form.getlist(name) if not isinstance(one, UploadFile)]


def local(address: str) -> str:
    """The address where it is one of this server, else the first page."""
    is_local = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_local else "/stories"
