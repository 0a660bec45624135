"""Who may read, from where, and what a browser is told to keep out."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.serving import addresses, open_client

from onrecord.records.errors import InputError
from onrecord.web.app import create_app
from onrecord.web.options import ServeOptions, check, is_own_name

KNOWN = "to its readers alone"


@pytest.fixture(scope="module")
def closed(record: Path) -> TestClient:
    return open_client(record, token=KNOWN)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])  # noqa: S104 - refused below
def test_an_address_that_others_reach_needs_a_token_or_a_word_that_all_may_read(record: Path, host: str) -> None:
    with pytest.raises(InputError, match=r"--token SECRET.*--public-read"):
        create_app(ServeOptions(record=record, host=host))
    check(ServeOptions(record=record, host=host, token=KNOWN))
    check(ServeOptions(record=record, host=host, public_read=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "[::1]", "localhost"])
def test_this_machine_alone_needs_neither(record: Path, host: str) -> None:
    check(ServeOptions(record=record, host=host))


def test_a_token_that_can_be_guessed_is_refused(record: Path) -> None:
    with pytest.raises(InputError, match="at least 16"):
        check(ServeOptions(record=record, token=KNOWN[:8]))


@pytest.mark.parametrize(
    "address", ["/stories", "/stories.json", "/openapi.json", "/docs", "/articles/a1/capture", "/"]
)
def test_without_the_token_nothing_is_read(closed: TestClient, address: str) -> None:
    answer = closed.get(address)
    assert answer.status_code == 401
    assert "dues" not in answer.text


def test_the_token_can_be_sent_by_programs_and_feed_readers(closed: TestClient) -> None:
    basic = base64.b64encode(f"anyone:{KNOWN}".encode()).decode()
    for sent in (f"Bearer {KNOWN}", f"Basic {basic}"):
        assert closed.get("/stories.json", headers={"authorization": sent}).status_code == 200


@pytest.mark.parametrize("sent", ["Bearer wrong", "Basic !!!", "Basic YTpi", "Bearer", "", "Digest x"])
def test_another_token_opens_nothing(closed: TestClient, sent: str) -> None:
    assert closed.get("/stories.json", headers={"authorization": sent}).status_code == 401


def test_a_reader_enters_the_token_once(record: Path) -> None:
    client = open_client(record, token=KNOWN)
    form = html.document_fromstring(client.get("/positions?story=").text).forms[-1]
    assert form.action == "/enter"
    sent = {**dict(form.form_values()), "token": KNOWN}
    answer = client.post("/enter", data=sent, headers={"sec-fetch-site": "same-origin"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/positions")
    kept = answer.headers["set-cookie"]
    assert "HttpOnly" in kept
    assert "samesite=lax" in kept.lower()
    assert KNOWN not in kept
    assert client.get("/positions").status_code == 200


def test_a_wrong_token_is_told(closed: TestClient) -> None:
    answer = closed.post("/enter", data={"token": "wrong"}, headers={"sec-fetch-site": "same-origin"})
    assert answer.status_code == 401
    assert "That is not the token" in answer.text


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x", ""]
)
def test_the_token_leads_to_no_other_site(closed: TestClient, address: str) -> None:
    sent = {"token": KNOWN, "next": address}
    answer = closed.post("/enter", data=sent, headers={"sec-fetch-site": "same-origin"})
    assert answer.headers["location"] == "/stories"


@pytest.mark.parametrize(
    "sent",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9000"},
        {},
    ],
)
def test_a_form_of_another_site_changes_nothing(closed: TestClient, sent: dict[str, str]) -> None:
    answer = closed.post("/enter", data={"token": KNOWN}, headers=sent)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_form_that_is_too_long_is_not_read(closed: TestClient) -> None:
    sent = {"token": KNOWN, "next": "/" + "x" * 10_000}
    assert closed.post("/enter", data=sent, headers={"sec-fetch-site": "same-origin"}).status_code == 413


@pytest.mark.parametrize("host", ["elsewhere.example", "elsewhere.example:8000", "127.0.0.1.elsewhere.example", ""])
def test_a_name_that_was_led_here_from_elsewhere_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/stories.json", headers={"host": host})
    assert answer.status_code == 421
    assert "--allow-host" in answer.json()["mend"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "record.localhost", "192.0.2.7", "DESK.example:80"]
)
def test_numbers_and_names_that_were_given_are_this_server(host: str) -> None:
    assert is_own_name(host, frozenset({"desk.example"}))


@pytest.mark.parametrize("address", ["/stories", "/stories.json", "/nowhere", "/static/onrecord.css", "/stories.atom"])
def test_every_answer_bears_a_strict_policy(client: TestClient, address: str) -> None:
    answer = client.get(address)
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_refusals_and_faults_bear_the_policy_too(record: Path, closed: TestClient) -> None:
    app = create_app(ServeOptions(record=record))

    @app.get("/fault")
    def fault() -> None:
        raise ZeroDivisionError

    broken = TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False).get("/fault")
    assert broken.status_code == 500
    assert "a fault of onrecord" in broken.text
    for answer in (broken, closed.get("/stories"), closed.get("/stories", headers={"host": "elsewhere.example"})):
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_no_page_has_a_script_or_a_style_within_it(client: TestClient) -> None:
    for address in [*addresses(client).values(), "/docs", "/nowhere"]:
        page = html.document_fromstring(client.get(address).text)
        assert page.xpath("//script[not(@src)] | //style | //@style | //@*[starts-with(name(), 'on')]") == [], address


def test_nothing_is_loaded_from_another_host(client: TestClient) -> None:
    for address in addresses(client).values():
        page = html.document_fromstring(client.get(address).text)
        loaded = page.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src")
        assert loaded
        assert [one for one in loaded if not re.match(r"/(?!/)", one)] == []


def test_what_is_shown_as_a_file_runs_nothing(client: TestClient) -> None:
    for address in ("/articles/a1/capture", "/articles/a1/text"):
        assert client.get(address).headers["content-security-policy"] == "default-src 'none'; sandbox"
