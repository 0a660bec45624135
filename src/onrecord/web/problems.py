"""Why there is no page: what was wrong, and the mend (RFC 9457)."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onrecord.pages.wording import cut
from onrecord.records.errors import InputError, NotOnRecord, OnrecordError
from onrecord.web.taking import taken

LONGEST_PATH = 200  # characters of what was asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why there is no page, and what to do about it (RFC 9457); `mend` is what helps."""

    type: str = "about:blank"
    status: int
    title: str
    detail: str
    mend: str


def problem_of(request: Request, failure: Exception) -> Problem:
    """What is told of the failure."""
    match failure:
        case NotOnRecord():
            return _about_input(404, "The record does not have that", str(failure))
        case InputError():
            return _about_input(400, "That cannot be asked", str(failure))
        case OnrecordError():
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
        case HTTPException():
            return _about_request(request, failure)
    return Problem(
        status=500,
        title="This is a fault of onrecord",
        detail=f"{type(failure).__name__} while the page was made. The record is as it was.",
        mend="Load the page again; if it stays, the terminal in which the server runs has the details.",
    )


def _about_request(request: Request, failure: HTTPException) -> Problem:
    """The request itself is not one that this server answers."""
    match failure.status_code:
        case HTTPStatus.NOT_FOUND:
            return Problem(
                status=404,
                title="There is no such page",
                detail=f"Nothing is at {cut(request.scope['path'], LONGEST_PATH)}.",
                mend="Begin at the list of stories, or search for the words.",
            )
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return Problem(
                status=405,
                title="That is not done at this address",
                detail=f"{request.method} is not among what it takes: {', '.join(taken(request))}.",
                mend="Use one of these; /docs lists what is where.",
            )
    said, _, mend = str(failure.detail).rpartition("; ")
    return Problem(
        status=failure.status_code,
        title=HTTPStatus(failure.status_code).phrase,
        detail=said or mend,
        mend=f"{mend[:1].upper()}{mend[1:]}." if said else "Begin at the list of stories.",
    )


def _about_input(status: int, title: str, told: str) -> Problem:
    """What was asked for is not there, or makes no sense; the last clause is the mend."""
    said, _, mend = told.rpartition("; ")
    return Problem(
        status=status,
        title=title,
        detail=said or told,
        mend=f"{mend[:1].upper()}{mend[1:]}." if said else "Begin at the list of stories.",
    )
