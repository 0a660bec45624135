"""Which network addresses a request may go to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpcore
import pytest
from tests.read.server import QUICK, Answer, Site

from onrecord.read import ReadOptions
from onrecord.read.web.deadline import Deadline
from onrecord.read.web.guard import ForbiddenAddress, Gate, GuardedBackend, is_public
from onrecord.read.web.pages import fetch_pages
from onrecord.records import Capture, Rejected


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_an_address_of_the_public_net_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    """
    127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0
    192.0.2.1 198.18.0.1 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
    ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 fec0::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1::1 2002:a00:1::1 2001:0:4136:e378::1
    """.split(),
)
def test_an_address_of_a_private_or_local_network_may_not_be_asked(address: str) -> None:
    assert not is_public(address)


def test_a_host_with_a_public_and_a_private_address_is_asked_at_the_public_one() -> None:
    gate = Gate(resolve=lambda _host, _port: ["10.0.0.1", "8.8.8.8"])
    assert gate.addresses("quay.example", 443) == ["8.8.8.8"]


def test_a_name_that_leads_into_a_private_network_may_not_be_asked() -> None:
    gate = Gate(resolve=lambda _host, _port: ["169.254.169.254"])
    with pytest.raises(ForbiddenAddress, match=r"169\.254\.169\.254"):
        gate.addresses("quay.example", 80)


@pytest.mark.parametrize("host", ["Quay.example", "quay.example."])
def test_an_allowed_host_is_allowed_however_it_is_written(host: str) -> None:
    gate = Gate(allowed=frozenset({"quay.example"}), resolve=lambda _host, _port: ["10.0.0.1"])
    assert gate.addresses(host, 80) == ["10.0.0.1"]


def test_allowing_one_host_allows_no_other() -> None:
    gate = Gate(allowed=frozenset({"quay.example", "other.example:8080"}), resolve=lambda _host, _port: ["10.0.0.1"])
    for host in ("other.example", "sub.quay.example"):
        with pytest.raises(ForbiddenAddress):
            gate.addresses(host, 80)


def test_the_address_that_was_looked_at_is_the_one_that_is_connected_to() -> None:
    answers = iter((["8.8.8.8"], ["127.0.0.1"]))
    asked: list[str] = []

    class Recording(GuardedBackend):
        def _connect(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
            asked.append(address)
            raise httpcore.ConnectError(f"{port} in {seconds}")

    backend = Recording(Gate(resolve=lambda _host, _port: next(answers)), Deadline())
    with pytest.raises(httpcore.ConnectError):
        backend.connect_tcp("quay.example", 443, 1.0)
    assert asked == ["8.8.8.8"]


def test_a_name_that_leads_elsewhere_the_second_time_gains_nothing(site: Site) -> None:
    site.answers["/a"] = Answer()
    url = f"http://quay.example:{site.port}/a"
    (found,) = fetch_pages([url], ReadOptions(web=QUICK), lambda _host, _port: ["127.0.0.1"])
    assert isinstance(found, Rejected)
    assert "quay.example is at 127.0.0.1" in found.cause
    assert site.asked == []


def test_a_host_is_asked_by_its_name_whatever_its_address(site: Site) -> None:
    site.answers["/a"] = Answer()
    web = replace(QUICK, allowed_hosts=frozenset({"quay.example"}))
    url = f"http://quay.example:{site.port}/a"
    (found,) = fetch_pages([url], ReadOptions(web=web), lambda _host, _port: ["127.0.0.9", "127.0.0.1"])
    assert isinstance(found, Capture)
    assert {one.host for one in site.asked} == {f"quay.example:{site.port}"}


def test_nothing_but_the_room_for_it_goes_out_to_the_net() -> None:
    package = Path(__file__).parents[2] / "src/onrecord"
    words = ("import httpx", "import httpcore", "import socket", "urllib.request", "http.client", "import requests")
    users = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in words)
    }
    listening = {"cli/serving.py"}  # takes connections, makes none
    assert {user for user in users - listening if not user.startswith("read/web/")} == set()


def test_no_server_but_the_records_own_is_spoken_to_in_another_language() -> None:
    package = Path(__file__).parents[2] / "src/onrecord"
    users = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "import psycopg" in path.read_text(encoding="utf-8")
    }
    assert {user for user in users if not user.startswith("store/postgres")} == set()
