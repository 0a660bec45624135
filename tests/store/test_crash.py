from __future__ import annotations

import signal
from typing import Any

import pytest

from onrecord.records import Link, Verdict
from onrecord.store import Steps, open_view, open_writer

STEPS = Steps(reading="r1", deriving="d1")
LINK = Link(type="entity", left="n1", right="n2", verdict=Verdict.POSITIVE, score=1.0, reasons=("same name",))
# Archives and reads article after article; says which it has been acknowledged.
BUILD = """
from onrecord.records import Article, Capture, Reading, Segment, SegmentKind
from onrecord.records.ids import content_id, sha256_of
with open_writer(path, Steps(reading="r1", deriving="d1")) as writer:
    for number in range(int(input()), 100_000):
        text = f"Ferry {number}\\n" + "tolls " * 3000
        sha256 = sha256_of(text.encode())
        content, name = text.encode(), f"{number:06}.txt"
        capture = Capture(sha256=sha256, content=content, media_type="text/plain", path=name)
        writer.add_captures([capture], "now")
        print("archived", sha256, flush=True)
        article = Article(
            id=content_id("article", sha256), sha256=sha256, text=text, encoding="utf-8",
            segments=(Segment(start=0, end=len(text), kind=SegmentKind.BODY),),
        )
        writer.add_readings([Reading(article=article)])
        print("read", article.id, flush=True)
"""
DERIVE_AND_HANG = """
from onrecord.records import Link, Verdict
def rows():
    for number in range(2000):
        yield Link(type="entity", left="n3", right=f"{number}", verdict=Verdict.UNSURE, score=0.0, reasons=())
    print("half way", flush=True)
    input()
with open_writer(path, Steps(reading="r1", deriving="d1")) as writer:
    writer.replace_derived(rows())
"""


@pytest.mark.parametrize("lines", [1, 2, 3, 8, 13, 20])
def test_a_build_that_is_killed_loses_nothing_it_acknowledged_and_goes_on(process_at: Any, lines: int) -> None:
    acknowledged = []
    for first in (0, 1000):  # the second goes on with the record of the first
        with process_at.start(BUILD) as build:
            build.stdin.write(f"{first}\n")
            build.stdin.flush()
            acknowledged += [build.stdout.readline().split() for _ in range(lines)]
            build.send_signal(signal.SIGKILL)  # wherever it has got to by now
            acknowledged += [line.split() for line in build.stdout.readlines() if line.endswith("\n")]
    with open_view(process_at.path) as view:
        for what, name in acknowledged:
            assert (view.capture(name) if what == "archived" else view.article(name)) is not None
        assert view.counts().articles == len(view.search("ferry", limit=10_000))
    with open_writer(process_at.path, STEPS) as writer:
        unread = len(list(writer.stale_captures()))
        assert unread <= 2  # one a kill: archived, and killed before it was read


def test_a_kill_while_derived_rows_are_replaced_leaves_the_former(process_at: Any) -> None:
    with open_writer(process_at.path, STEPS) as writer:
        writer.replace_derived([LINK])
    with process_at.start(DERIVE_AND_HANG) as derive:
        assert derive.stdout.readline() == "half way\n"
        derive.send_signal(signal.SIGKILL)
    with open_view(process_at.path) as view:
        assert list(view.links()) == [LINK]
    with open_writer(process_at.path, STEPS) as writer:
        assert writer.is_derived()


def test_a_kill_while_a_record_is_made_leaves_a_file_that_can_become_one(other_process: Any) -> None:
    code = "import sqlite3\nsqlite3.connect(path).execute('PRAGMA journal_mode = WAL')\nos._exit(9)"
    with other_process.start(code) as begun:
        begun.wait()
    with open_writer(other_process.path) as writer:
        assert writer.view().counts().articles == 0
