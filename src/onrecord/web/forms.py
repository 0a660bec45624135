"""What a reader sends: a form of bounded length, and where to go then."""

from __future__ import annotations

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

LONGEST = 21_000_000  # bytes; a page of more than 20 million is not read anyway
MOST_FIELDS = 1_000  # a statement may have hundreds of reports to choose from


async def read_form(request: Request, longest: int = LONGEST) -> FormData:
    """The fields of the form; 413 where it is too long, 411 where it does not tell how long it is."""
    told = request.headers.get("content-length", "")
    if not told.isdecimal():
        raise HTTPException(411, "The form does not tell how long it is.")
    if int(told) > longest:
        raise HTTPException(413, f"The form has more than {longest:,} bytes; onrecord build reads larger files.")
    return await request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=longest)


def field(form: FormData, name: str) -> str:
    """What was typed into the field, without blanks around it."""
    found = form.get(name, "")
    return "" if isinstance(found, UploadFile) else found.strip()


def fields(form: FormData, name: str) -> tuple[str, ...]:
    """What was chosen or typed under the name, without blanks around it and without what was left empty."""
    found = (one.strip() for one in form.getlist(name) if isinstance(one, str))
    return tuple(one for one in found if one)


def local(address: str) -> str:
    """The address where it is one of this server, else the first page."""
    is_local = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_local else "/stories"
