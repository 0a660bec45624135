"""What is sent to a webhook: past the guard, once, and never further than the address that was named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from tests.read.server import QUICK, Answer, Site, serving

from onrecord.read.web.guard import UnknownHost
from onrecord.read.web.options import WebOptions
from onrecord.read.web.posting import Posted, Poster


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as answering:
        yield answering


def post(url: str, web: WebOptions = QUICK, found: tuple[str, ...] = ()) -> Posted:
    def resolve(host: str, _: int) -> list[str]:
        if host == "nowhere.example":
            raise UnknownHost(host)
        return list(found) or [host]

    with closing(Poster(web, resolve)) as poster:
        return poster.post(url, b"{}", {"webhook-id": "w1"})


def test_the_body_and_the_headers_arrive_as_they_are(site: Site) -> None:
    site.answers["/in"] = Answer(status=204, body=b"")
    assert post(site.url("/in")) == Posted()
    (asked,) = site.asked
    assert (asked.body, asked.headers["webhook-id"]) == (b"{}", "w1")


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fc00::1"])
def test_a_name_that_leads_to_a_private_address_is_not_asked(address: str) -> None:
    told = post("http://hook.example/in", WebOptions(), (address,))
    assert told.cause is not None
    assert "--allow-host hook.example" in told.cause
    assert (told.may_pass, told.is_host) == (False, True)


@pytest.mark.parametrize(
    ("status", "may_pass", "is_host"),
    [
        (500, True, True),
        (503, True, True),
        (429, True, True),
        (422, False, False),
        (404, False, True),
        (308, False, True),
    ],
)
def test_what_may_pass_is_told_from_what_will_not(site: Site, status: int, *, may_pass: bool, is_host: bool) -> None:
    site.answers["/in"] = Answer(status=status, body=b"")
    told = post(site.url("/in"))
    assert (told.may_pass, told.is_host) == (may_pass, is_host)


def test_a_server_that_only_drips_does_not_hold_the_round_up(site: Site) -> None:
    site.answers["/in"] = Answer(drips=True)
    told = post(site.url("/in"), replace(QUICK, total_seconds=0.3))
    assert told.cause == "it did not answer in time"
    assert told.may_pass


def test_a_host_that_is_not_there_may_be_there_later() -> None:
    told = post("http://nowhere.example/in")
    assert (told.cause, told.may_pass) == ("there is no such host, or no network", True)
