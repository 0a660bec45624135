"""Pages from the net into a record."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.cli.test_building import ARTICLE
from tests.read.server import Answer, Asked, Site, serving

from onrecord.store import open_view

PLAIN = Answer(headers={"Content-Type": "text/plain; charset=utf-8", "ETag": '"7"'}, body=ARTICLE.encode())


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as answering:
        yield answering


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "r.db"


def rejected(call: Call, record: Path) -> dict[str, str]:
    rows = json.loads(call("sources", record, "--rejected", "--format", "json").out)["rejected"]
    return {row["where"]: row["cause"] for row in rows}


def build(call: Call, record: Path, *more: object) -> str:
    local = ("--allow-host", "127.0.0.1", "--pause", "0", "--tagger", "rules", "--processes", "1")
    outcome = call("build", *more, "-o", record, *local)
    assert outcome.code == 0, outcome.err
    return " ".join(outcome.out.split())


def test_a_page_is_built_from_its_address(call: Call, site: Site, record: Path) -> None:
    site.answers["/a"] = PLAIN
    assert "1 article" in build(call, record, site.url("/a"))
    (article,) = [row for row in map(json.loads, call("export", record).out.splitlines()) if row["type"] == "article"]
    assert article["url"] == site.url("/a")


def test_a_page_that_has_not_changed_is_not_sent_again(call: Call, site: Site, record: Path) -> None:
    def answer(asked: Asked) -> Answer:
        return Answer(status=304) if asked.headers.get("If-None-Match") == '"7"' else PLAIN

    site.answers["/a"] = answer
    build(call, record, site.url("/a"))
    assert "nothing new, 1 known already" in build(call, record, site.url("/a"))


def test_a_page_that_has_changed_is_a_capture_of_its_own(call: Call, site: Site, record: Path) -> None:
    site.answers["/a"] = PLAIN
    build(call, record, site.url("/a"))
    site.answers["/a"] = replace(PLAIN, headers={"ETag": '"8"'}, is_html=False, body=ARTICLE.encode() + b"More.\n")
    assert "2 articles" in build(call, record, site.url("/a"))


def test_a_page_that_is_not_to_be_had_is_listed_and_the_others_are_built(
    call: Call, site: Site, record: Path, tmp_path: Path
) -> None:
    site.answers["/a"] = PLAIN
    (tmp_path / "pages.urls").write_text(f"{site.url('/gone')}\n{site.url('/a')}\n")
    assert "1 article" in build(call, record, "--urls", tmp_path / "pages.urls")
    assert rejected(call, record) == {site.url("/gone"): "there is no such page (404)"}


def test_a_page_that_is_there_after_all_is_not_listed_any_more(call: Call, site: Site, record: Path) -> None:
    site.answers |= {"/a": PLAIN, "/b": replace(PLAIN, body=b"Other. " + ARTICLE.encode())}
    del site.answers["/b"]
    build(call, record, site.url("/a"), site.url("/b"))
    site.answers["/b"] = replace(PLAIN, body=b"Other. " + ARTICLE.encode())
    build(call, record, site.url("/b"))
    assert rejected(call, record) == {}


def test_a_feed_that_is_there_after_all_is_not_listed_any_more(call: Call, site: Site, record: Path) -> None:
    site.answers["/a"] = PLAIN
    build(call, record, site.url("/a"), site.url("/feed"))
    feed = f"<rss><channel><item><link>{site.url('/a')}</link></item></channel></rss>"
    site.answers["/feed"] = Answer(headers={"Content-Type": "text/xml"}, body=feed.encode())
    build(call, record, site.url("/feed"))
    assert rejected(call, record) == {}


def listing(site: Site, *paths: str) -> Callable[[Asked], Answer]:
    """A feed that is not sent again to those who have it."""
    items = "".join(f"<item><link>{site.url(path)}</link></item>" for path in paths)
    feed = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    sent = Answer(headers={"Content-Type": "application/rss+xml", "ETag": '"3"'}, body=feed)
    return lambda asked: Answer(status=304) if asked.headers.get("If-None-Match") == '"3"' else sent


def test_a_feed_that_has_not_changed_is_not_sent_again_and_its_pages_are_known(
    call: Call, site: Site, record: Path
) -> None:
    site.answers |= {"/feed": listing(site, "/a", "/late"), "/a": PLAIN}
    build(call, record, site.url("/feed"))
    site.answers["/late"] = replace(PLAIN, body=b"Late. " + ARTICLE.encode())
    assert "2 articles" in build(call, record, site.url("/feed"))
    assert [asked.headers.get("If-None-Match") for asked in site.asked if asked.path == "/feed"] == [None, '"3"']
    assert rejected(call, record) == {}


def test_a_page_that_moved_is_not_listed_any_more(call: Call, site: Site, record: Path) -> None:
    site.answers |= {"/a": PLAIN, "/b": replace(PLAIN, body=b"Other. " + ARTICLE.encode())}
    build(call, record, site.url("/a"), site.url("/old"))
    site.answers["/old"] = Answer(status=301, headers={"Location": "/b"})
    build(call, record, site.url("/old"))
    assert rejected(call, record) == {}


@pytest.mark.parametrize("name", ["", "desk\nX: y", "Bücher/1"])
def test_a_name_that_no_header_can_carry_is_refused(call: Call, record: Path, name: str) -> None:
    outcome = call("build", "https://quay.example/", "-o", record, "--user-agent", name)
    assert (outcome.code, record.exists()) == (2, False)
    assert "--user-agent" in outcome.err


def test_no_address_of_this_machine_is_asked_unless_its_host_is_allowed(call: Call, site: Site, record: Path) -> None:
    site.answers["/a"] = PLAIN
    outcome = call("build", site.url("/a"), "-o", record, "--tagger", "rules")
    assert outcome.code == 2
    assert site.asked == []
    assert "private or local network" in rejected(call, record)[site.url("/a")]


@pytest.mark.slow
def test_a_build_that_is_interrupted_while_it_fetches_keeps_what_came_and_waits_for_no_server(
    site: Site, record: Path
) -> None:
    def silent() -> Iterator[bytes]:
        yield ARTICLE.encode()
        time.sleep(30)

    site.answers |= {f"/{number}": replace(PLAIN, body=b"%d. " % number + ARTICLE.encode()) for number in range(40)}
    site.answers["/40"] = replace(PLAIN, body=silent)
    urls = [site.url(f"/{number}") for number in range(41)]
    local = ("--allow-host", "127.0.0.1", "--pause", "0", "--tagger", "rules", "--processes", "1")
    command = [sys.executable, "-m", "onrecord", "build", *urls, "-o", str(record), *local]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while "/40" not in site.paths:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, told = process.communicate(timeout=60)
    assert time.monotonic() - begun < 5
    assert process.returncode == 130
    assert "Traceback" not in told
    with open_view(record) as view:
        assert len(list(view.captures())) == 32  # as many as are committed together
