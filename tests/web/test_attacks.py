"""Requests that no reader sends: each is answered by what was wrong and the mend, and none gets more than a reader."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message
from tests.postgres import Cluster
from tests.web.serving import HERE, HOSTILE, addresses, built, open_client, twin

from onrecord.cli.desk import Desk
from onrecord.records.errors import InputError
from onrecord.store import create
from onrecord.web.app import create_app
from onrecord.web.forms import read_form
from onrecord.web.options import ServeOptions, check, is_own_name

KNOWN = "to-its-editors-alone"
EDITOR = {"authorization": f"Bearer {KNOWN}"}
ODD_WORDS = ["%00", "%ED%A0%80", "%ff", "%zz", "%", "a%2Fb", "..%2F..%2Fetc%2Fpasswd", "%E2%80%AE", "x" * 60_000, "'--"]
ODD_PATHS = ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/static/%00"]


@pytest.fixture(scope="module")
def pages(client: TestClient) -> dict[str, str]:
    return addresses(client)


@pytest.fixture
def desk(tmp_path: Path) -> TestClient:
    create(tmp_path / "own.db")
    own = ServeOptions(record=tmp_path / "own.db", token=KNOWN, edit=True)
    app = create_app(own, Desk(record=own.record))
    return TestClient(app, base_url=HERE, follow_redirects=False, raise_server_exceptions=False)


@pytest.mark.parametrize("word", ODD_WORDS)
@pytest.mark.parametrize("kind", ["stories", "statements", "articles", "people"])
def test_an_id_that_nobody_gave_is_told_as_a_page_and_as_a_problem(client: TestClient, kind: str, word: str) -> None:
    page, problem = client.get(f"/{kind}/{word}"), client.get(f"/{kind}/{word}.json")
    assert page.status_code in {404, 422}
    assert "What to do:" in page.text
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json().keys() == {"type", "status", "title", "detail", "mend"}


@pytest.mark.parametrize("word", ODD_WORDS)
@pytest.mark.parametrize("asked", ["search?q", "compare?left", "compare?story", "positions?story", "articles?page"])
def test_what_cannot_be_asked_is_no_fault_of_the_server(client: TestClient, asked: str, word: str) -> None:
    for address in (f"/{asked}={word}", twin(f"/{asked}={word}")):
        assert client.get(address).status_code < 500, address


@pytest.mark.parametrize("word", ODD_WORDS)
@pytest.mark.parametrize("asked", ["party", "issue", "outlet", "day", "whole"])
def test_a_story_narrowed_to_nonsense_is_no_fault(
    client: TestClient, pages: dict[str, str], asked: str, word: str
) -> None:
    assert client.get(f"{pages['story']}?{asked}={word}").status_code in {200, 422}


def test_a_record_in_a_database_takes_no_harm_from_odd_words(cluster: Cluster) -> None:
    client = open_client(built(HOSTILE, cluster.empty()))
    story = addresses(client)["story"]
    for word in ODD_WORDS:
        for asked in (f"{story}?outlet=", "/search?q=", "/search?q=dues&outlet=", "/compare?left=", "/statements/"):
            assert client.get(f"{asked}{word}").status_code < 500, (asked, word)


@pytest.mark.parametrize("kind", ["nothing", "Quotation", "%00"])
def test_a_kind_of_place_that_there_is_not_is_told(client: TestClient, kind: str) -> None:
    for address in (f"/search?q=dues&kind={kind}", f"/search.json?q=dues&kind={kind}"):
        assert client.get(address).status_code == 422
    assert client.get("/search?q=dues&kind=").status_code == 200


@pytest.mark.parametrize("facet", ["way", "form"])
def test_a_facet_that_has_no_such_value_is_told(client: TestClient, facet: str) -> None:
    for address in (f"/search?q=dues&{facet}=0.1.0", f"/search.json?q=dues&{facet}=0.1.0"):
        assert client.get(address).status_code == 422
    assert client.get(f"/search?q=dues&{facet}=").status_code == 200


def test_a_long_address_is_not_repeated_whole(client: TestClient) -> None:
    assert len(client.get(f"/{'x' * 60_000}").text) < 5_000


@pytest.mark.parametrize("path", ODD_PATHS)
def test_no_path_leads_out_of_the_program_s_own_files(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize(
    "address", ["/stories", "/stories.json", "/articles/a1/capture", "/static/onrecord.css", "/add"]
)
def test_a_method_that_an_address_does_not_take_is_told_with_those_it_does(
    desk: TestClient, address: str, method: str
) -> None:
    if (address, method) == ("/add", "POST"):
        return
    answer = desk.request(method, address)
    assert answer.status_code == 405
    assert answer.headers["allow"] == ("GET, HEAD, POST" if address == "/add" else "GET, HEAD")


@pytest.mark.parametrize(
    "accept", ["", "*/*", "text/html", "image/png", "application/json;q=0", "*", ";;,,", "x" * 9_000, "\xff"]
)
def test_an_odd_accept_header_changes_no_page(client: TestClient, pages: dict[str, str], accept: str) -> None:
    for address in (pages["story"], twin(pages["story"]), "/articles/a1/capture"):
        answer = client.get(address, headers=[(b"accept", accept.encode("latin-1"))])
        assert answer.status_code == 200, (address, accept)


@pytest.mark.parametrize(
    ("address", "accept", "told"),
    [
        ("/articles/none/capture", "*/*", "application/problem+json"),
        ("/articles/none/capture", "text/html,*/*;q=0.8", "text/html; charset=utf-8"),
        ("/articles/none.json", "text/html,*/*;q=0.8", "application/problem+json"),
        ("/articles/none", "*/*", "text/html; charset=utf-8"),
        ("/articles/none", "application/json", "application/problem+json"),
    ],
)
def test_a_browser_is_told_by_a_page_and_a_program_by_a_problem(
    client: TestClient, address: str, accept: str, told: str
) -> None:
    assert client.get(address, headers={"accept": accept}).headers["content-type"] == told


@pytest.mark.parametrize(
    "origin", ["http://[::1", "http://127.0.0.1:99999999", "null", "://", "", "http://127.0.0.1:8000@elsewhere.example"]
)
def test_an_origin_that_is_none_is_another_site(desk: TestClient, origin: str) -> None:
    answer = desk.post("/add", data={"text": "x"}, headers={**EDITOR, "origin": origin})
    assert answer.status_code == 403


def test_what_a_browser_sends_by_itself_changes_nothing_from_nowhere(desk: TestClient) -> None:
    answer = desk.post("/add", data={"text": "x"}, auth=("anyone", KNOWN))
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:80/static/",
        "127.0.0.1:80#",
        "127.0.0.1:port",
        "127.0.0.1:8000@elsewhere.example",
        "localhost:1:2",
        "[::1",
        "[::1]x",
        "127.0.0.1 elsewhere.example",
        "127.0.0.1\tx",
    ],
)
def test_a_host_that_is_more_than_a_name_and_a_port_is_none_of_ours(host: str) -> None:
    assert not is_own_name(host, frozenset())


def test_an_answer_is_kept_by_the_readers_own_browser_alone(record: Path) -> None:
    closed = open_client(record, token=KNOWN)
    for address in ("/stories.json", "/articles/a1/capture", "/stories.atom", "/nowhere"):
        for headers in ({}, EDITOR):
            assert closed.get(address, headers=headers).headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize("token", ["a" * 15 + "é", " " + "a" * 16, "a" * 16 + "\n", "a" * 16 + " "])
def test_a_token_that_would_not_arrive_whole_is_refused(record: Path, token: str) -> None:
    with pytest.raises(InputError, match="ASCII"):
        check(ServeOptions(record=record, token=token))


def test_whoever_may_not_read_is_told_how_to_show_the_token(record: Path) -> None:
    closed = open_client(record, token=KNOWN)
    told = {address: closed.get(address).headers["www-authenticate"] for address in ("/stories", "/stories.atom")}
    assert told == {"/stories": 'Bearer realm="onrecord"', "/stories.atom": 'Basic realm="onrecord"'}


@pytest.mark.parametrize("length", ["9" * 5_000, "-1", "1e3", "²", "0x10", " "])
def test_a_length_that_is_none_is_not_believed(desk: TestClient, length: str) -> None:
    sent = {**EDITOR, "content-length": length.encode("latin-1")}
    assert desk.post("/add", content=b"", headers=sent).status_code in {411, 413}  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["multipart/form-data", "multipart/form-data; boundary=", "text/plain", "", "x;;;"])
def test_a_form_that_is_none_is_told(desk: TestClient, form: str) -> None:
    answer = desk.post("/add", content=b"--x\r\n\r\n\x00\xff", headers={**EDITOR, "content-type": form})
    assert answer.status_code == 400


def test_half_a_character_in_a_form_is_no_fault(desk: TestClient) -> None:
    body = b'--b\r\ncontent-disposition: form-data; name="text"\r\n\r\nhalf \\ud800 of it\r\n--b--\r\n'
    told = "multipart/form-data; boundary=b; charset=unicode_escape"
    answer = desk.post("/add", content=body, headers={**EDITOR, "content-type": told})
    assert answer.status_code == 303


def form_request(*pieces: bytes, length: int) -> Request:
    left = list(pieces)

    async def receive() -> Message:
        if not left:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": left.pop(0), "more_body": True}

    headers = [
        (b"content-length", str(length).encode()),
        (b"content-type", b"multipart/form-data; boundary=b"),
        (b"transfer-encoding", b"chunked"),
    ]
    return Request({"type": "http", "method": "POST", "path": "/add", "headers": headers}, receive)


def test_a_form_that_is_longer_than_it_tells_is_not_read() -> None:
    head = b'--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n'
    with pytest.raises(HTTPException) as told:
        asyncio.run(read_form(form_request(head, b"x" * 600, b"x" * 600, length=10), longest=1_000))
    assert told.value.status_code == 413


def test_a_form_that_does_not_come_is_not_waited_for() -> None:
    with pytest.raises(HTTPException) as told:
        asyncio.run(read_form(form_request(b"--b\r\n", length=10), seconds=0.05))
    assert told.value.status_code == 408
