"""What is sent to change a record: the same fields in a form and as JSON, without blanks around them."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from onrecord.pages.faceting import Wanted
from onrecord.pages.finding import Way
from onrecord.records import Form
from onrecord.store import HitKind
from onrecord.text.media_types import bare_type
from onrecord.web.forms import LONGEST, field, fields, read_body, read_form

LONGEST_JSON = LONGEST * 4 // 3 + 1_000  # a file of the longest form is a third longer as base64
JSON = "application/json"
BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
S = TypeVar("S", bound="Sent")


class Sent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is sent to an address."""


class Added(Sent, frozen=True, kw_only=True):
    """An article: its text as printed, with outlet, headline and date; or its address; or a file, as base64.

    `name` is what it is called in the record.
    """

    text: str = ""
    url: str = ""
    file: Annotated[bytes, msgspec.Meta(extra_json_schema={"pattern": BASE64})] = b""
    name: str = ""


class Signed(Sent, frozen=True, kw_only=True):
    """A judgement: by whom, and why."""

    by: str
    why: str = ""


class JoinedPeople(Signed, frozen=True, kw_only=True):
    """`other` is another name in the record, or an id."""

    other: str


class SeparatedPeople(Signed, frozen=True, kw_only=True):
    """What is someone else’s: names, what stands in articles (by file or id), or those names in those articles."""

    name: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    unsure: bool = False


class Renamed(Signed, frozen=True, kw_only=True):
    """`name` is what they are called on every page."""

    name: str


class Described(Signed, frozen=True, kw_only=True):
    """What is told of them, empty where nothing is: a role, for whom they speak (or “nobody”), their Wikidata id."""

    role: str = ""
    affiliation: str = ""
    wikidata: str = ""


class JoinedStatements(Signed, frozen=True, kw_only=True):
    """`other` are statements by their ids, or reports as FILE:START or by their ids."""

    other: tuple[str, ...]


class SeparatedReports(Signed, frozen=True, kw_only=True):
    """Reports, by their ids or as FILE:START, or those in articles, that are of another statement."""

    report: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    unsure: bool = False


class Assigned(Signed, frozen=True, kw_only=True):
    """Who said what these reports report: a name or an id, or “nobody” where it cannot be told."""

    report: tuple[str, ...]
    speaker: str


class Kept(Sent, frozen=True, kw_only=True):
    """A search: the name under which it is kept, by whom, and what its results are narrowed to."""

    name: str
    q: str
    by: str
    way: Way | None = None
    kind: HitKind | None = None
    speaker: str | None = None
    party: str | None = None
    outlet: str | None = None
    issue: str | None = None
    form: Form | None = None
    day: str | None = None

    @property
    def wanted(self) -> Wanted:
        """What the results are narrowed to."""
        return Wanted(
            way=self.way,
            kind=self.kind,
            speaker=self.speaker or None,
            party=self.party or None,
            outlet=self.outlet or None,
            issue=self.issue or None,
            form=self.form,
            day=self.day or None,
        )


async def of_form(request: Request, kind: type[S] | None) -> S | None:
    """What the form says; what it does not have is as if it were left empty."""
    form = await read_form(request)
    try:
        if kind is None:
            return None
        told = {one.name: await _told(form, one) for one in msgspec.structs.fields(kind)}
        if kind is Added and told["file"]:
            told["name"] = str(getattr(form["file"], "filename", ""))
        return msgspec.convert(told, kind)
    except msgspec.ValidationError as wrong:
        raise _unfit(wrong) from wrong
    finally:
        await form.close()


async def _told(form: FormData, one: msgspec.structs.FieldInfo) -> Any:
    sent = form.get(one.name)
    if isinstance(one.default, bytes):
        return await sent.read() if isinstance(sent, UploadFile) and sent.filename else b""
    if isinstance(one.default, bool):
        return bool(field(form, one.name))
    if "tuple" in str(one.type):
        return fields(form, one.name)
    return field(form, one.name) or one.default if one.default is None else field(form, one.name)


async def of_json(request: Request, kind: type[S] | None) -> S | None:
    """What the JSON says; 415, 400 or 422 where it is none, or does not have the fields that are declared."""
    if kind is None:
        return None
    if bare_type(request.headers.get("content-type", "")) != JSON:
        raise HTTPException(415, f"what was sent is not called JSON; send it as Content-Type: {JSON}")
    body = await read_body(request, LONGEST_JSON)
    try:
        return _trimmed(msgspec.json.decode(body, type=kind))
    except msgspec.ValidationError as wrong:
        raise _unfit(wrong) from wrong
    except msgspec.DecodeError as wrong:
        raise HTTPException(
            400, f"what was sent is no JSON ({wrong}); send an object with the fields of /docs"
        ) from wrong


def _trimmed(sent: S) -> S:
    """The same without blanks around what was written, and without what was left empty in a list."""
    told = {one: getattr(sent, one) for one in sent.__struct_fields__}
    trimmed: dict[str, Any] = {name: one.strip() for name, one in told.items() if type(one) is str}
    lists = {name: tuple(each.strip() for each in one) for name, one in told.items() if isinstance(one, tuple)}
    trimmed |= {name: tuple(each for each in one if each) for name, one in lists.items()}
    return msgspec.structs.replace(sent, **trimmed)


def _unfit(wrong: msgspec.ValidationError) -> HTTPException:
    return HTTPException(422, f"{wrong}; /docs tells the fields that are taken here")
