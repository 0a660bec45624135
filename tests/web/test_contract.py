"""What programs are told of `serve` is true: of every answer its status, media type, headers and fields."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient
from tests.web.contract import HOST, Held, as_pages, asked_as, asked_of, hold
from tests.web.serving import HERE, addresses, open_client, twin

from onrecord.cli.desk import Desk
from onrecord.read import ReadOptions
from onrecord.read.options import Row
from onrecord.records import Rejected
from onrecord.web.app import create_app
from onrecord.web.describing import LEADS
from onrecord.web.editing import EDITS
from onrecord.web.options import ServeOptions

KNOWN = "to-its-readers-alone"
TOKEN = {"Authorization": f"Bearer {KNOWN}"}
EXAMPLES = 50  # of each operation, beside those that cover its parameters
ELSEWHERE = "192.0.2.7"
# Who may read, by how the server was started.
ACCESS: dict[str, dict[str, Any]] = {
    "open": {},
    "with a token": {"token": KNOWN},
    "edited here": {"token": KNOWN, "edit": True},
    "edited elsewhere": {"token": KNOWN, "edit": True, "host": ELSEWHERE},
}


def description(client: TestClient) -> dict[str, Any]:
    return dict(client.get("/openapi.json").json())


def closed(schemas: dict[str, Any]) -> dict[str, Any]:
    """The schemas with nothing allowed that they do not name."""
    return {name: {**it, "additionalProperties": False} if "properties" in it else it for name, it in schemas.items()}


def objections(client: TestClient, address: str) -> list[str]:
    """What the declared schema has against the answer, no field more being allowed than it names."""
    api, path = description(client), address.partition("?")[0]
    (declared,) = [each for each in api["paths"] if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", each), path)]
    content = api["paths"][declared]["get"]["responses"]["200"]["content"]
    schema = {**content["application/json"]["schema"], "components": {"schemas": closed(api["components"]["schemas"])}}
    return [one.message for one in Draft202012Validator(schema).iter_errors(client.get(address).json())]


@pytest.mark.parametrize("record_of", ["client", "hostile", "empty"])
def test_what_is_written_has_the_fields_that_are_declared_and_no_other(
    record_of: str, request: pytest.FixtureRequest
) -> None:
    client: TestClient = request.getfixturevalue(record_of)
    for address in addresses(client).values():
        assert objections(client, twin(address)) == [], address


def test_a_field_that_is_not_declared_would_be_found(client: TestClient) -> None:
    schemas = closed(description(client)["components"]["schemas"])
    check = Draft202012Validator({"$ref": "#/components/schemas/FrontPage", "components": {"schemas": schemas}})
    page = client.get("/stories.json").json()
    assert not list(check.iter_errors(page))
    assert list(check.iter_errors({**page, "more": 1}))
    del page["stories"][0]["changed"]
    assert list(check.iter_errors(page))


def test_no_schema_is_declared_that_no_answer_has(client: TestClient) -> None:
    api = client.get("/openapi.json").text
    assert [name for name in description(client)["components"]["schemas"] if f"/schemas/{name}" not in api] == []


def test_whatever_asks_for_an_id_is_led_to_from_where_ids_are(record: Path) -> None:
    paths = description(open_editor(record, **ACCESS["edited here"]))["paths"]
    operations = [(path, each) for path, methods in paths.items() for each in methods.values()]
    linked = {to for _, each in operations for to in each["responses"]["200"].get("links", {})}
    assert [path for path, each in operations if "{" in path and each["operationId"] not in linked] == []


def test_ids_are_where_the_links_say(record: Path, tmp_path: Path) -> None:
    client = open_editor(copied(record, tmp_path), **ACCESS["edited here"])
    person = client.get("/people.json").json()["people"][0]["actor"]
    client.post(f"/people/{person}/rename.json", json={"name": "I. Oram", "by": "Ada"}, headers=TOKEN)
    client.post("/searches.json", json={"name": "Dues", "q": "dues", "by": "Ada"}, headers=TOKEN)
    lists = ("stories", "articles", "people", "judgements", "searches")
    pages = {"story": addresses(client)["story"]} | {name: f"/{name}" for name in lists}
    for lead in LEADS:
        found = client.get(twin(pages[lead.within])).json()
        for step in lead.at.split("/")[1:]:
            found = found[int(step) if step.isdecimal() else step]
        assert re.fullmatch(r"\w+", found), lead


def test_the_token_is_declared_where_it_is_asked(record: Path) -> None:
    for access, asked in ACCESS.items():
        api = open_editor(record, **asked).get("/openapi.json", headers=TOKEN).json()
        operations = [each for methods in api["paths"].values() for each in methods.items()]
        read = all("security" in it for method, it in operations if method == "get")
        assert read == (access in {"with a token", "edited elsewhere"}), access
        assert all(it["security"] == [{"bearer": []}] for method, it in operations if method == "post"), access


def test_all_that_a_form_changes_is_declared_where_the_record_may_be_changed(record: Path) -> None:
    for access, asked in ACCESS.items():
        client = open_editor(record, **asked)
        paths = client.get("/openapi.json", headers=TOKEN).json()["paths"]
        declared = {path for path, methods in paths.items() if "post" in methods}
        assert declared == ({f"{one.path}.json" for one in EDITS} if "edit" in asked else set()), access


def test_what_a_change_answers_has_the_fields_that_are_declared(record: Path, tmp_path: Path) -> None:
    client = open_editor(copied(record, tmp_path), **ACCESS["edited here"])
    schemas = closed(description(client)["components"]["schemas"])
    check = Draft202012Validator({"$ref": "#/components/schemas/Changed", "components": {"schemas": schemas}})
    person = client.get("/people.json").json()["people"][0]["actor"]
    search = {"name": "Dues", "q": "dues", "by": "Ada"}
    for address, sent in (("/searches", search), (f"/people/{person}/rename", {"name": "I. Oram", "by": "Ada"})):
        answer = client.post(f"{address}.json", json=sent, headers=TOKEN)
        assert answer.status_code == 200, answer.text
        assert list(check.iter_errors(answer.json())) == [], address


def open_editor(record: Path, **access: Any) -> TestClient:
    app = create_app(ServeOptions(record=record, **access), Desk(record=record))
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


def copied(record: Path, folder: Path) -> Path:
    """A copy that may be changed; other tests read the record itself."""
    return Path(shutil.copy(record, folder / record.name))


def nowhere(urls: Sequence[str], _: ReadOptions) -> Iterator[Row]:
    """No page is fetched from the net."""
    return iter(Rejected(where=url, step="read", cause="there is no network", mend="leave it so") for url in urls)


def held(record: Path, **access: Any) -> tuple[Held, dict[str, Any]]:
    options = ServeOptions(record=record, names=frozenset({HOST}), **access)
    app = create_app(options, Desk(record=record, fetched=nowhere))
    asked = asked_of(app, EXAMPLES, TOKEN if options.token else {})
    return hold(asked), asked.raw_schema["paths"]


@pytest.mark.slow
@pytest.mark.parametrize("access", ["open", "with a token"])
def test_a_record_answers_as_declared_and_each_operation_with_what_was_asked_for(record: Path, access: str) -> None:
    found, operations = held(record, **ACCESS[access])
    assert found.broken == []
    assert found.never_answered(operations) == []


@pytest.mark.slow
def test_whatever_is_sent_to_change_a_record_is_answered_as_declared(record: Path, tmp_path: Path) -> None:
    found, operations = held(copied(record, tmp_path), **ACCESS["edited here"])
    assert found.broken == []
    changes = [f"POST {path}" for path, methods in operations.items() if "post" in methods]
    assert [one for one in changes if not found.statuses(one) & {200, 400, 404}] == []
    assert [one for one in changes if 401 not in found.statuses(one)] == []


@pytest.mark.slow
def test_articles_that_mean_harm_are_answered_as_declared(hostile_record: Path) -> None:
    found, operations = held(hostile_record, **ACCESS["with a token"], host=ELSEWHERE)
    assert found.broken == []
    assert found.never_answered(operations) == []


@pytest.mark.slow
def test_an_empty_record_is_answered_as_declared(empty_record: Path) -> None:
    found, operations = held(empty_record)
    assert found.broken == []
    assert found.never_answered([path for path in operations if "{" not in path]) == []


@pytest.mark.slow
def test_whatever_is_asked_of_a_page_is_answered_by_a_page(hostile_record: Path) -> None:
    client = open_client(hostile_record)
    ids = {"story": "story", "statement": "statement", "article": "article", "actor": "person"}
    known = {name: addresses(client)[page].rpartition("/")[2] for name, page in ids.items()}
    app = create_app(ServeOptions(record=hostile_record, names=frozenset({HOST})))
    asked = asked_as(app, as_pages(description(client), known), EXAMPLES)
    found = hold(asked)
    assert found.broken == []
    assert found.never_answered(asked.raw_schema["paths"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("untrue", ["status", "field", "media type"])
def test_what_is_declared_and_not_so_is_found(record: Path, untrue: str) -> None:
    app = create_app(ServeOptions(record=record, names=frozenset({HOST})))
    api = description(open_client(record))
    path = "/people/{actor}.json"
    match untrue:
        case "status":
            del api["paths"][path]["get"]["responses"]["404"]
        case "field":
            api["components"]["schemas"]["WhoPage"]["properties"]["asked"]["type"] = "integer"
        case "media type":
            page = api["paths"][path]["get"]["responses"]["200"]
            page["content"] = {"application/xml": page["content"].pop("application/json")}
    api["paths"] = {path: api["paths"][path]}
    people = [one["actor"] for one in open_client(record).get("/people.json").json()["people"]]
    api["paths"][path]["get"]["parameters"][0]["example"] = people[0]
    assert hold(asked_as(app, api, EXAMPLES)).broken
