"""Addresses to captures."""

from __future__ import annotations

import gzip
import itertools
import ssl
import time
import zlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import cast

import pytest
import trustme
from tests.read.server import LOCAL, PAGE, QUICK, Answer, Asked, Site, fetch, serving

from onrecord.read import ReadOptions, WebOptions, check, find_captures
from onrecord.records import Capture, Rejected
from onrecord.records.errors import InputError

OTHER = b"<html><p>The ferry sails, the minister said on Tuesday.</p></html>"


def test_a_page_becomes_a_capture_with_its_address_and_its_servers_type(site: Site) -> None:
    site.answers["/a"] = Answer(headers={"Content-Type": "text/html; charset=ISO-8859-1", "ETag": '"7"'})
    (found,) = fetch(site.url("/a")).captures
    assert (found.url, found.content, found.path) == (site.url("/a"), PAGE, None)
    assert (found.media_type, found.etag) == ("text/html; charset=iso-8859-1", '"7"')


def test_who_asks_is_said_as_the_user_said_it(site: Site) -> None:
    site.answers["/a"] = Answer()
    fetch(site.url("/a"), web=replace(QUICK, user_agent="desk/1.0 (mail@desk.example)"))
    assert {one.headers["User-Agent"] for one in site.asked} == {"desk/1.0 (mail@desk.example)"}


def test_an_address_that_is_named_twice_is_asked_once(site: Site) -> None:
    site.answers["/a"] = Answer()
    fetch(site.url("/a"), site.url("/a#top"), site.url("/a"))
    assert site.paths == ["/a"]


@pytest.mark.parametrize("url", ["http://", "https://user:secret@quay.example/", "http://[::1"])
def test_what_is_no_address_of_a_page_is_told(url: str) -> None:
    (found,) = fetch(url).rejected
    assert (found.where, found.mend) == (url, "correct the address")


def test_what_follows_a_wrong_address_is_fetched(site: Site) -> None:
    site.answers["/a"] = Answer()
    found = fetch("http://[::1", site.url("/a"))
    assert (found.paths, len(found.rejected)) == ({"/a"}, 1)


# what the server answers


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "who you are"),
        (402, "paid"),
        (403, "refuses"),
        (404, "no such page"),
        (410, "taken away"),
        (451, "legal"),
        (418, "418"),
        (204, "204"),
        (500, "failed (500), 3 times"),
        (502, "failed (502)"),
        (503, "left in peace"),
        (429, "left in peace"),
    ],
)
def test_a_page_that_is_not_to_be_had_is_told_and_the_others_are_fetched(site: Site, status: int, says: str) -> None:
    site.answers |= {"/a": Answer(status=status), "/b": Answer()}
    found = fetch(site.url("/a"), site.url("/b"))
    assert found.paths == {"/b"}
    assert says in found.causes["/a"]
    assert found.rejected[0].mend


@pytest.mark.parametrize(("status", "times"), [(404, 1), (403, 1), (500, 3), (503, 3), (429, 3)])
def test_only_what_may_change_is_tried_again(site: Site, status: int, times: int) -> None:
    site.answers["/a"] = Answer(status=status)
    fetch(site.url("/a"))
    assert site.paths == ["/a"] * times


def test_a_page_that_comes_at_the_second_try_is_fetched(site: Site) -> None:
    answers = iter((Answer(status=503), Answer()))
    site.answers["/a"] = lambda _: next(answers)
    assert fetch(site.url("/a")).paths == {"/a"}


def in_two_seconds() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)


@pytest.mark.parametrize("wait", ["1", in_two_seconds])
def test_a_server_that_says_when_to_come_again_is_left_in_peace_until_then(
    site: Site, wait: str | Callable[[], str]
) -> None:
    def answer(_: Asked) -> Answer:
        told = wait() if callable(wait) else wait
        return Answer(status=429, headers={"Retry-After": told}) if len(site.paths) == 1 else Answer()

    site.answers["/a"] = answer
    assert fetch(site.url("/a")).paths == {"/a"}
    first, second = (one.at for one in site.asked if one.path == "/a")
    assert second - first >= 0.9


def test_a_server_that_asks_for_an_hour_is_not_waited_for(site: Site) -> None:
    site.answers["/a"] = Answer(status=503, headers={"Retry-After": "3600"})
    (found,) = fetch(site.url("/a")).rejected
    assert "60 minutes" in found.mend


def test_a_host_is_left_in_peace_between_two_requests(site: Site) -> None:
    site.answers |= {f"/{number}": Answer() for number in range(3)}
    fetch(*(site.url(f"/{number}") for number in range(3)), web=replace(QUICK, pause_seconds=0.2))
    times = [one.at for one in site.asked if one.path != "/robots.txt"]
    assert all(later - earlier >= 0.2 for earlier, later in itertools.pairwise(times))


def test_hosts_are_asked_side_by_side(site: Site) -> None:
    def slow(_: Asked) -> Answer:
        time.sleep(0.3)
        return Answer()

    site.answers["/a"] = slow
    begun = time.monotonic()
    found = fetch(*(site.url("/a", host) for host in ("127.0.0.1", "127.0.0.2", "127.0.0.3")))
    assert len(found.captures) == 3
    assert time.monotonic() - begun < 0.8


# redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_page_that_moved_is_fetched_where_it_is(site: Site, status: int) -> None:
    site.answers |= {"/old": Answer(status=status, headers={"Location": "new?x=1"}), "/new?x=1": Answer()}
    assert fetch(site.url("/old")).paths == {"/new?x=1"}


def test_a_redirect_that_goes_round_is_given_up(site: Site) -> None:
    site.answers["/a"] = Answer(status=302, headers={"Location": "/a"})
    assert "more than 10 addresses" in fetch(site.url("/a")).causes["/a"]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://quay.example/a", "javascript:alert(1)", "http://[::", ""]
)
def test_a_redirect_to_what_is_no_page_is_told(site: Site, target: str) -> None:
    site.answers["/a"] = Answer(status=302, headers={"Location": target})
    assert "moved" in fetch(site.url("/a")).causes["/a"]


def test_a_redirect_to_an_address_of_this_machine_is_not_followed(site: Site) -> None:
    site.answers |= {
        "/a": Answer(status=302, headers={"Location": site.url("/secret", "127.0.0.9")}),
        "/secret": Answer(),
    }
    found = fetch(site.url("/a"))
    assert site.paths == ["/a"]
    assert "private or local network" in found.causes["/a"]
    assert "127.0.0.9" in found.causes["/a"]


def test_each_step_of_a_redirect_obeys_robots_txt(site: Site) -> None:
    site.answers |= {
        "/robots.txt": Answer(body=b"User-agent: *\nDisallow: /private/", headers={"Content-Type": "text/plain"}),
        "/a": Answer(status=302, headers={"Location": "/private/b"}),
        "/private/b": Answer(),
    }
    assert "robots.txt" in fetch(site.url("/a")).causes["/a"]
    assert site.paths == ["/a"]


# addresses that are never asked


@pytest.mark.parametrize(
    "host",
    "127.0.0.1 127.1 2130706433 0x7f000001 0.0.0.0 [::1] [::ffff:127.0.0.1] localhost [::]".split(),
)
def test_no_request_leaves_for_this_machine_however_it_is_written(site: Site, host: str) -> None:
    site.answers["/a"] = Answer()
    (found,) = fetch(site.url("/a", host), web=replace(QUICK, allowed_hosts=frozenset())).rejected
    assert site.asked == []
    assert "--allow-host" in found.mend or "no host" in found.cause


def test_a_host_is_allowed_with_its_port(site: Site) -> None:
    site.answers["/a"] = Answer()
    web = replace(QUICK, allowed_hosts=frozenset({f"127.0.0.1:{site.port}"}))
    assert fetch(site.url("/a"), web=web).paths == {"/a"}


# robots.txt


def test_what_robots_txt_disallows_is_told_and_not_asked(site: Site) -> None:
    rules = b"User-agent: onrecord\nDisallow: /a\n\nUser-agent: *\nDisallow: /"
    site.answers |= {"/robots.txt": Answer(body=rules), "/a": Answer(), "/b": Answer()}
    found = fetch(site.url("/a"), site.url("/b"))
    assert found.paths == {"/b"}
    assert "robots.txt disallows it for “onrecord”" in found.causes["/a"]
    assert site.paths == ["/b"]


def test_robots_txt_is_asked_once_of_a_host(site: Site) -> None:
    site.answers |= {"/a": Answer(), "/b": Answer()}
    fetch(site.url("/a"), site.url("/b"))
    assert [one.path for one in site.asked].count("/robots.txt") == 1


def test_a_host_whose_robots_txt_fails_is_not_asked_for_pages(site: Site) -> None:
    site.answers |= {"/robots.txt": Answer(status=500), "/a": Answer(), "/b": Answer()}
    found = fetch(site.url("/a"), site.url("/b"))
    assert site.paths == []
    assert set(found.causes) == {"/a", "/b"}


def test_the_pause_that_robots_txt_asks_for_is_kept(site: Site) -> None:
    site.answers |= {"/robots.txt": Answer(body=b"User-agent: *\nCrawl-delay: 0.3"), "/a": Answer(), "/b": Answer()}
    fetch(site.url("/a"), site.url("/b"))
    first, second = (one.at for one in site.asked if one.path != "/robots.txt")
    assert second - first >= 0.3


# bodies


def zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(megabytes)), packer.flush()])


def test_a_page_that_unpacks_to_gigabytes_is_refused_cheaply(site: Site) -> None:
    site.answers["/a"] = Answer(body=zeros(300), headers={"Content-Encoding": "gzip"})
    begun = time.monotonic()
    assert "unpacked it has more than" in fetch(site.url("/a")).causes["/a"]
    assert time.monotonic() - begun < 0.5


@pytest.mark.parametrize(
    ("encoding", "body"),
    [("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE)), ("identity", PAGE)],
    ids=["gzip", "deflate", "identity"],
)
def test_a_packed_page_is_unpacked(site: Site, encoding: str, body: bytes) -> None:
    site.answers["/a"] = Answer(body=body, headers={"Content-Encoding": encoding})
    assert fetch(site.url("/a")).captures[0].content == PAGE


def test_a_packed_page_that_breaks_off_is_told(site: Site) -> None:
    site.answers["/a"] = Answer(body=gzip.compress(PAGE)[:-9], headers={"Content-Encoding": "gzip"})
    assert "break off" in fetch(site.url("/a")).causes["/a"]


def endless() -> Iterator[bytes]:
    yield b"<html><p>"
    while True:
        yield b"The ferry sails. " * 4_000


def test_a_page_that_never_ends_is_cut_off_at_the_limit(site: Site) -> None:
    site.answers["/a"] = Answer(body=endless)
    assert "more than the 1.0 MB" in fetch(site.url("/a")).causes["/a"]


def test_a_page_that_says_that_it_is_too_large_is_not_read(site: Site) -> None:
    site.answers["/a"] = Answer(body=bytes(2_000_000))
    assert "--max-bytes" in fetch(site.url("/a")).rejected[0].mend


def dripping() -> Iterator[bytes]:
    yield b"<html><p>"
    while True:
        time.sleep(0.05)
        yield b"drip "


def silent() -> Iterator[bytes]:
    yield b"<html>"
    time.sleep(3)


def test_a_server_that_drips_its_header_is_given_up(site: Site) -> None:
    site.answers["/a"] = Answer(headers={"X": "drip"}, drips=True)
    begun = time.monotonic()
    web = replace(QUICK, step_seconds=0.3, total_seconds=0.5, most_tries=1)
    assert "in time" in fetch(site.url("/a"), web=web).causes["/a"]
    assert time.monotonic() - begun < 1.5


@pytest.mark.parametrize("body", [dripping, silent])
def test_a_page_that_does_not_come_in_time_is_given_up(site: Site, body: object) -> None:
    assert callable(body)
    site.answers |= {"/a": Answer(body=body), "/b": Answer()}
    web = replace(QUICK, step_seconds=0.3, total_seconds=0.4, most_tries=1)
    found = fetch(site.url("/a"), site.url("/b"), web=web)
    assert found.paths == {"/b"}
    assert "in time" in found.causes["/a"]


def test_a_page_whose_connection_breaks_is_tried_again_and_told(site: Site) -> None:
    site.answers["/a"] = Answer(headers={"Transfer-Encoding": "chunked"}, body=lambda: iter((b"ffff\r\n<html>",)))
    assert "connection failed" in fetch(site.url("/a")).causes["/a"]
    assert site.paths == ["/a"] * 3


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Type": "image/png"}, b"\x89PNG"),
        ({"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n"),
        ({"Content-Type": "text/html"}, b" \n"),
    ],
)
def test_what_is_no_page_is_told(site: Site, headers: dict[str, str], body: bytes) -> None:
    site.answers["/a"] = Answer(headers=headers, body=body)
    assert list(fetch(site.url("/a")).causes) == ["/a"]


@pytest.mark.parametrize("said", ["text/plain", "", "application/octet-stream"])
def test_a_page_that_is_called_something_else_is_a_page(site: Site, said: str) -> None:
    site.answers["/a"] = Answer(headers={"Content-Type": said} if said else {}, is_html=False)
    assert fetch(site.url("/a")).captures[0].media_type == "text/html"


# versions


def test_a_page_that_has_not_changed_is_the_archived_one(site: Site) -> None:
    archived = Capture(sha256="1", content=PAGE, media_type="text/html", url=site.url("/a"), etag='"7"')

    def answer(asked: Asked) -> Answer:
        return Answer(status=304) if asked.headers.get("If-None-Match") == '"7"' else Answer()

    site.answers["/a"] = answer
    found = fetch(site.url("/a"), web=replace(QUICK, known={site.url("/a"): archived}.get))
    assert found.captures == [archived]


def test_a_page_is_asked_for_by_the_date_of_its_archived_version(site: Site) -> None:
    day = "Tue, 04 Mar 2031 05:00:00 GMT"
    archived = Capture(sha256="1", content=PAGE, media_type="text/html", url=site.url("/a"), last_modified=day)
    site.answers["/a"] = Answer(body=OTHER)
    found = fetch(site.url("/a"), web=replace(QUICK, known={site.url("/a"): archived}.get))
    assert site.asked[-1].headers["If-Modified-Since"] == day
    assert found.captures[0].content == OTHER


# connections


def test_a_host_that_does_not_exist_is_told(site: Site) -> None:
    site.answers["/a"] = Answer()
    found = fetch("https://quay.invalid/a", site.url("/a"))
    assert found.paths == {"/a"}
    assert "no host quay.invalid" in found.causes["/a"]


def test_a_host_that_dies_on_the_way_is_asked_no_more(site: Site) -> None:
    broken = Answer(headers={"Transfer-Encoding": "chunked"}, body=lambda: iter((b"ffff\r\n<html>",)))
    site.answers |= {"/0": Answer()} | {f"/{number}": broken for number in range(1, 20)}
    found = fetch(*(site.url(f"/{number}") for number in range(20)))
    assert len(found.rejected) == 19
    assert len(site.paths) == 1 + 9


def test_a_host_where_nothing_answers_is_told_for_each_page_and_tried_for_the_first(site: Site) -> None:
    begun = time.monotonic()
    found = fetch(*(f"http://127.0.0.2:1/{number}" for number in range(200)), site.url("/a"))
    assert len(found.rejected) == 201
    assert "connection failed" in found.causes["/199"]
    assert time.monotonic() - begun < 5


def certified() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    authority = trustme.CA()
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("localhost").configure_cert(server)
    authority.configure_trust(client)
    return server, client


def test_a_page_comes_over_a_secure_connection() -> None:
    server, client = certified()
    with serving(server) as site:
        site.answers["/a"] = Answer()
        assert fetch(site.url("/a"), web=replace(QUICK, certificates=client)).paths == {"/a"}


def test_a_certificate_that_cannot_be_trusted_is_told_and_not_tried_again() -> None:
    server, _ = certified()
    with serving(server) as site:
        site.answers["/a"] = Answer()
        assert "certificate cannot be trusted" in fetch(site.url("/a")).causes["/a"]
        assert site.asked == []


def test_a_certificate_of_another_host_is_not_trusted() -> None:
    server, client = certified()
    with serving(server) as site:
        site.answers["/a"] = Answer()
        found = fetch(site.url("/a", "127.0.0.1"), web=replace(QUICK, certificates=client))
        assert "certificate cannot be trusted" in found.causes["/a"]


# lists


def test_the_addresses_of_a_list_are_fetched(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/a": Answer(), "/b": Answer()}
    path = tmp_path / "pages.urls"
    path.write_text(f"\ufeff# two pages\n{site.url('/a')}\r\n\n  {site.url('/b')}  \nnonsense\n", encoding="utf-8")
    found = list(find_captures([], ReadOptions(lists=(path,), web=QUICK)))
    assert {one.url for one in found if isinstance(one, Capture)} == {site.url("/a"), site.url("/b")}
    assert [one.where for one in found if isinstance(one, Rejected)] == ["nonsense"]


def test_a_list_that_is_not_there_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        check([], ReadOptions(lists=(tmp_path / "none.urls",)))


def test_a_build_can_be_left_while_servers_are_silent(site: Site) -> None:
    site.answers |= {"/a": Answer(), "/b": Answer(body=silent)}
    options = ReadOptions(web=replace(QUICK, step_seconds=30.0, total_seconds=30.0))
    begun = time.monotonic()
    rows = cast("Generator[object]", find_captures([site.url("/b"), site.url("/a", "127.0.0.2")], options))
    assert isinstance(next(rows), Capture)
    rows.close()  # as the interpreter does when it is interrupted
    assert time.monotonic() - begun < 2


@pytest.mark.slow
def test_a_list_of_ten_thousand_with_a_tenth_dead_is_read_to_its_end(site: Site, tmp_path: Path) -> None:
    hosts = ("127.0.0.1", "127.0.0.2", "127.0.0.3", "localhost")
    for number in range(10_000):
        body = b"<html><p>Page %d</p></html>" % number
        site.answers[f"/{number}"] = Answer(body=body) if number % 10 else Answer(status=404)
    urls = [site.url(f"/{number}", hosts[number % 4]) for number in range(10_000)]
    urls[::100] = [f"http://gone{number}.invalid/" for number in range(100)]
    urls[10::200] = [f"http://127.0.0.{number + 10}:1/" for number in range(50)]
    path = tmp_path / "pages.urls"
    path.write_text("\n".join(urls))
    allowed = LOCAL | {f"127.0.0.{number + 10}" for number in range(50)}
    web = WebOptions(allowed_hosts=allowed, pause_seconds=0.0, retry_seconds=0.05)
    found = list(find_captures([], ReadOptions(lists=(path,), web=web)))
    assert sum(isinstance(one, Capture) for one in found) == 9_000
    assert len({one.where for one in found if isinstance(one, Rejected)}) == 1_000
