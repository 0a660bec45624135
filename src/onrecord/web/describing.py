"""What programs are told of the addresses (OpenAPI 3.1): what each takes, all that it may answer, what leads where."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_type_hints

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from msgspec.json import schema_components

from onrecord.web.answering import FILES, PROBLEM
from onrecord.web.editing import EDITS
from onrecord.web.editor import Changed
from onrecord.web.guarding import COOKIE
from onrecord.web.options import ServeOptions
from onrecord.web.problems import Problem
from onrecord.web.routes import SERVED
from onrecord.web.sending import JSON

REF = "#/components/schemas/{name}"
CHANGING = frozenset({401, 403})  # what may be told besides to who changes something
SENDING = frozenset({400, 408, 411, 413, 415, 422})  # and of what is sent to be taken
PROBLEMS = {
    400: "That cannot be asked; the problem says why, and what can.",
    401: "The record is not open to everyone, and the token was not sent.",
    403: "It was sent by a page of another site.",
    404: "The record does not have that.",
    408: "It did not come in time.",
    411: "It does not tell how long it is.",
    413: "It is longer than what is read.",
    415: "It is not called JSON.",
    421: "The Host is not one that this server was told it is.",
    422: "A parameter, or a field of what was sent, is not of its form.",
    503: "The record cannot be read at this moment.",
}
MOVING = ("story", "statement")  # which may be taken in by another
MOVED = {
    "description": "What had this id is part of another, which is there.",
    "headers": {"Location": {"required": True, "schema": {"type": "string"}}},
}
SHOWING = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "The token that the server was started with."},
    "basic": {"type": "http", "scheme": "basic", "description": "The same as the password of any name, for feeds."},
    "cookie": {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": "What /enter gives a browser."},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Where an id stands in an answer: whatever takes the parameter can be asked with it."""

    within: str
    at: str
    parameter: str


LEADS = (
    Lead(within="stories", at="/stories/0/head/story", parameter="story"),
    Lead(within="story", at="/brief/days/0/statements/0/statement", parameter="statement"),
    Lead(within="articles", at="/sources/0/article", parameter="article"),
    Lead(within="judgements", at="/lines/0/judgement", parameter="judgement"),
    Lead(within="searches", at="/searches/0/id", parameter="search"),
    Lead(within="people", at="/people/0/actor", parameter="actor"),
)


def described(app: FastAPI, options: ServeOptions) -> dict[str, Any]:
    """The description of the application: what it says of an answer is what is written."""
    api = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    answers, schemas = _answers()
    bodies, sent = _bodies()
    operations = [(path, *each) for path, methods in api["paths"].items() for each in methods.items()]
    for path, method, operation in operations:
        if (path, method) in bodies:
            operation["requestBody"] = {"required": True, "content": {JSON: {"schema": bodies[path, method]}}}
        given = _page(answers[path, method]) if (path, method) in answers else operation["responses"]["200"]
        links = _links(operation["operationId"], [each for *_, each in operations])
        operation["responses"] = {"200": {**given, **links}, **_others(path, method, operation, options)}
        if method == "post":
            operation["security"] = [{"bearer": []}]
        elif not options.is_open:
            operation["security"] = [{name: []} for name in SHOWING]
    edits = any(method == "post" for _, method, _ in operations)
    named = {**schemas, **sent} if edits else {name: it for name, it in schemas.items() if name != Changed.__name__}
    shown = {name: it for name, it in SHOWING.items() if not options.is_open or (edits and name == "bearer")}
    api["components"] = {"schemas": named, **({"securitySchemes": shown} if shown else {})}
    return api


def _others(path: str, method: str, operation: Mapping[str, Any], options: ServeOptions) -> dict[str, Any]:
    """What may be answered instead: where it is, or why there is none."""
    parameters = operation.get("parameters", ())
    statuses = set(_statuses(parameters, options))
    if method == "post":
        statuses |= CHANGING
    if "requestBody" in operation:
        statuses |= SENDING
    may_move = method == "get" and any(one["in"] == "path" and one["name"] in MOVING for one in parameters)
    return ({"307": MOVED} if may_move else {}) | {str(one): _problem(one, path) for one in sorted(statuses)}


def _answers() -> tuple[dict[tuple[str, str], Any], dict[str, Any]]:
    """The schema of what each address answers by the method, and all by their names, as what is written is encoded."""
    types = {(f"{one.path}.json", "get"): get_type_hints(one.question)["return"] for one in SERVED}
    types |= {(f"{one.path}.json", "post"): Changed for one in EDITS}
    schemas, named = schema_components([*types.values(), Problem], ref_template=REF)
    return dict(zip(types, schemas, strict=False)), {name: _complete(schema) for name, schema in named.items()}


def _bodies() -> tuple[dict[tuple[str, str], Any], dict[str, Any]]:
    """The schema of what is sent to each address, and those that only what is sent has by their names."""
    types = {(f"{one.path}.json", "post"): one.sent for one in EDITS if one.sent is not None}
    schemas, named = schema_components(types.values(), ref_template=REF)
    return dict(zip(types, schemas, strict=True)), {name: _told(schema) for name, schema in named.items()}


def _told(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {**schema, "description": inspect.cleandoc(schema["description"])} if "description" in schema else {**schema}


def _complete(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of what is written rather than taken: no field is ever left out."""
    told = _told(schema)
    if "properties" in told:
        fields = told["properties"].items()
        told["properties"] = {name: {key: it[key] for key in it if key != "default"} for name, it in fields}
        told["required"] = list(told["properties"])
    return told


def _page(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": "The page.", "content": {JSON: {"schema": schema}}}


def _statuses(parameters: Sequence[Mapping[str, Any]], options: ServeOptions) -> Iterator[int]:
    """The problems that may come instead."""
    places = {one["in"] for one in parameters}
    names = {one["name"] for one in parameters}
    if not options.is_open:
        yield 401
    if places:
        yield 400
    if "path" in places or "story" in names:
        yield 404
    yield 421
    if places:
        yield 422
    yield 503


def _problem(status: int, path: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": PROBLEMS[status],
        "content": {PROBLEM: {"schema": {"$ref": REF.format(name=Problem.__name__)}}},
    }
    if path.endswith(FILES):
        told["content"]["text/html"] = {"schema": {"type": "string"}}
    if status == 401:
        told["headers"] = {"WWW-Authenticate": {"required": True, "schema": {"type": "string"}}}
    return told


def _links(operation: str, operations: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What the answer of the operation leads to."""
    links = {
        to["operationId"]: {
            "operationId": to["operationId"],
            "parameters": {lead.parameter: f"$response.body#{lead.at}"},
        }
        for lead in LEADS
        if lead.within == operation
        for to in operations
        if lead.parameter in {one["name"] for one in to.get("parameters", ())}
    }
    return {"links": links} if links else {}
