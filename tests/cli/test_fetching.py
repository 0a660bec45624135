"""Pages from the net into a record."""

from __future__ import annotations

import itertools
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Call
from tests.cli.test_building import ARTICLE
from tests.read import archives
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


def page(*paragraphs: str, canonical: str = "") -> Answer:
    """A page as outlets build them, with a number that is another each time it is sent."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    told = "".join(f"<p>{one}</p>" for one in paragraphs)
    body = (
        f"<html><head><title>Ferry stays in port</title>{link}</head><body><article><h1>Ferry stays in port</h1>{told}"
    )
    return Answer(body=f"{body}</article><script>n={next(SENT)}</script></body></html>".encode())


SENT = itertools.count()
LEAD = "The ferry will stay in port until the storm has passed, the harbour office in Velm said on Monday morning."
BRANDT = "“We will not sail into a storm,” Transport Minister Ada Brandt told reporters in the harbour on Monday."
HELK = "Harbour master Marten Helk said that the pier was too old for such ships and would have to be closed at once."
LAST = "Some forty lorries were waiting at the quay in the afternoon, and the drivers had been given soup and blankets."


def articles(call: Call, record: Path) -> list[dict[str, Any]]:
    return [row for row in map(json.loads, call("export", record).out.splitlines()) if row["type"] == "article"]


def test_a_page_that_has_changed_is_a_new_version_and_counts_once(call: Call, site: Site, record: Path) -> None:
    site.answers["/a"] = page(LEAD, BRANDT, HELK, LAST)
    assert "1 article, 3 attributions" in build(call, record, site.url("/a"))
    site.answers["/a"] = page(LEAD, BRANDT, LAST)
    told = build(call, record, site.url("/a"))
    assert "1 article, 2 attributions" in told
    assert f"1 earlier version of a page is kept: onrecord versions {record}" in told


def test_what_a_page_no_longer_says_is_shown(call: Call, site: Site, record: Path) -> None:
    for answer in (page(LEAD, BRANDT, HELK, LAST), page(LEAD, BRANDT.replace("Monday", "Tuesday"), LAST)):
        site.answers["/a"] = answer
        build(call, record, site.url("/a"))
    shown = " ".join(call("versions", record, "/a").out.split())
    assert f"~~{HELK}~~" in shown
    assert "~~Monday.~~ ++Tuesday.++" in shown
    assert "Marten Helk: that the pier was too old" in shown
    assert "withdrawn: no latest version of any page has it" in shown


def test_a_page_that_only_its_own_link_calls_the_same_is_a_version_if_it_is_worded_so(
    call: Call, site: Site, record: Path
) -> None:
    site.answers |= {
        "/a?utm_source=feed": page(LEAD, BRANDT, HELK, LAST, canonical=site.url("/a")),
        "/b": page(LEAD, BRANDT, LAST, canonical=site.url("/a")),
        "/a?page=2": page(
            "The rest of the story is about herring.", "Nobody eats herring any more.", canonical=site.url("/a")
        ),
    }
    for path in site.answers:
        build(call, record, site.url(path))
    latest = {row["url"]: row["version_of"] for row in articles(call, record)}
    assert {path for path in site.answers if latest[site.url(path)] is None} == {"/b", "/a?page=2"}


def test_captures_of_one_page_in_a_web_archive_are_versions_by_the_days_on_which_they_were_archived(
    call: Call, record: Path, tmp_path: Path
) -> None:
    url = "https://quay.example/ferry"
    earlier, later = (page(*told).body for told in ((LEAD, BRANDT, HELK), (LEAD, BRANDT)))
    assert isinstance(earlier, bytes)
    assert isinstance(later, bytes)
    archived = archives.page(url, later).replace(archives.DAY.encode(), b"2031-03-05T05:06:07Z")
    (tmp_path / "quay.warc").write_bytes(archives.plain([archived, archives.page(url, earlier)]))
    assert "1 article, 2 attributions" in build(call, record, tmp_path / "quay.warc")
    (one,) = json.loads(call("versions", record, "--format", "json").out)["pages"]
    assert [version["first_seen"] for version in one["versions"]] == [
        "2031-03-04T05:06:07+00:00",
        "2031-03-05T05:06:07+00:00",
    ]


def test_every_version_is_read_and_verified(call: Call, site: Site, record: Path) -> None:
    for answer in (page(LEAD, BRANDT, HELK, LAST), page(LEAD, BRANDT, LAST)):
        site.answers["/a"] = answer
        build(call, record, site.url("/a"))
    assert HELK in call("text", record, "/a@1", "--raw").out
    assert HELK not in call("text", record, "/a", "--raw").out
    assert "in 2 articles: all stand in the archive" in call("verify", record).out


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
