"""What only a server has: addresses, refusals, several writers at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.records import Capture, Decision, Maker, Reading, Rejected, SegmentKind, Subject, Verdict
from onrecord.records.articles import Segment
from onrecord.records.errors import InputError, NewerRecord, NotARecord, OnrecordError, RecordError
from onrecord.store import Server, Steps, View, create, exists, locator, open_view, open_writer

STEPS = Steps(reading="r1", deriving="d1")
NEW, NEWEST = Steps(reading="r2", deriving="d1"), Steps(reading="r3", deriving="d1")
NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\n"
SOUTH = "Oram on tolls\n“Not while I am minister,” she said.\n"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(onrecord.__file__).parents[1])}
HOLD = """
with open_writer(path) as writer, writer.deriving():
    print(os.getpid(), flush=True)
    input()
"""


@pytest.fixture
def places(cluster: Any) -> Callable[[], Server]:
    """Schemas of a server alone."""
    empty: Callable[[], Server] = cluster.empty
    return empty


def refusal(path: Server, error: type[OnrecordError]) -> set[str]:
    """What a view and a writer say of the database, when both refuse it with this error."""
    said = set()
    for door in (open_view, open_writer):
        with pytest.raises(error) as refused, door(path):
            pass
        said.add(str(refused.value))
    return said


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("postgresql://desk:secret@db.example/tolls", "postgresql://desk@db.example/tolls"),
        ("postgres://desk:se%40cret@db.example:5433/tolls", "postgres://desk@db.example:5433/tolls"),
        ("postgresql://db.example/tolls?user=desk&password=secret&x=1", "postgresql://db.example/tolls?user=desk&x=1"),
        ("postgresql://db.example/tolls?password=secret", "postgresql://db.example/tolls"),
        ("postgresql://a:1,b:2/tolls", "postgresql://a:1,b:2/tolls"),
        ("postgresql:///tolls", "postgresql:///tolls"),
    ],
)
def test_an_address_is_shown_without_its_password(typed: str, shown: str) -> None:
    assert str(locator(typed)) == shown
    assert "secret" not in repr(locator(typed))


@pytest.mark.parametrize("typed", ["record.db", "postgresql.db", "a/postgresql:/x"])
def test_what_is_no_address_is_a_path(typed: str) -> None:
    assert str(locator(typed)) == typed
    assert not isinstance(locator(typed), Server)


def test_a_server_that_is_not_there_is_said_so_without_the_password() -> None:
    (said,) = refusal(Server("postgresql://desk:secret@/tolls?host=/nowhere"), RecordError)
    assert "postgresql://desk@/tolls?host=/nowhere: the server cannot be reached" in said
    assert "secret" not in said


def test_a_database_that_is_not_there_is_said_with_the_command_that_makes_it(cluster: Any) -> None:
    (said,) = refusal(Server(cluster.database.address.replace("/postgres?", "/tolls?")), RecordError)
    assert 'database "tolls" does not exist; make it with createdb' in said


def test_a_schema_that_is_not_there_is_said_so(cluster: Any) -> None:
    (said,) = refusal(Server(f"{cluster.database.address}&options=-csearch_path%3Dnone"), RecordError)
    assert "schema that the address names is not there" in said


def test_a_database_of_another_encoding_is_refused(cluster: Any) -> None:
    cluster.ask(cluster.database, "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    (said,) = refusal(Server(cluster.database.address.replace("/postgres?", "/latin?")), RecordError)
    assert "keeps its texts in LATIN1" in said


def test_an_empty_schema_is_no_record_but_may_become_one(record: Any) -> None:
    assert not exists(record.path)
    with pytest.raises(InputError, match="no such record; make one with"), record.view():
        pass
    record.create()
    assert exists(record.path)
    with record.view() as view:
        assert view.counts().articles == 0


def test_another_programs_tables_are_refused_and_left_as_they_are(cluster: Any) -> None:
    path = cluster.empty()
    cluster.ask(path, "CREATE TABLE record (key text, value text)")
    (said,) = refusal(path, NotARecord)
    assert f"{path}: not a record of onrecord" in said
    assert cluster.ask(path, "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace") == "1"


def test_a_record_of_a_later_onrecord_is_refused(cluster: Any, record: Any) -> None:
    record.create()
    cluster.ask(record.path, "UPDATE alembic_version SET version_num = '9999'")
    (said,) = refusal(record.path, NewerRecord)
    assert "later onrecord (its tables are version 9999" in said


def test_who_may_only_read_can_read_and_is_refused_the_rest(cluster: Any, filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    schema = cluster.ask(record.path, "SELECT current_schema()")
    role = f"reader_{schema}"
    cluster.ask(
        record.path,
        f"CREATE ROLE {role} LOGIN",
        f"GRANT USAGE ON SCHEMA {schema} TO {role}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role}",
    )
    path = Server(record.path.address.replace("onrecord@", f"{role}@"))
    with open_view(path) as view:
        assert view.counts().articles == 1
    with open_writer(path) as writer, pytest.raises(RecordError, match="permission denied"):
        writer.add_captures([coverage.capture("south.txt", SOUTH)], coverage.now)


def test_a_view_stays_as_it_was_when_it_was_opened(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.view() as view:
        with record.writer() as writer:
            writer.drop_readings([coverage.reading(NORTH).article.id])
            assert list(writer.view().readings()) == []
        assert list(view.readings()) == [coverage.reading(NORTH)]


def test_a_server_that_breaks_off_is_said_so(cluster: Any, filled: Any) -> None:
    with filled(north=NORTH).view() as view:
        cluster.ask(
            cluster.database,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'",
        )
        with pytest.raises(RecordError, match="server broke off"):
            view.counts()


def test_without_psycopg_an_address_is_refused_with_the_command_that_installs_it() -> None:
    code = """
import sys
sys.modules["psycopg"] = None
from onrecord.records.errors import InputError
from onrecord.store import locator, open_view
try:
    with open_view(locator("postgresql:///tolls")):
        pass
except InputError as error:
    print(error)
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert "pip install 'onrecord[postgres]'" in said.stdout


# Several writers


def test_two_writers_add_at_once(record: Any, coverage: Any) -> None:
    with record.writer() as one, record.writer() as other:
        one.add_captures([coverage.capture("north.txt", NORTH)], coverage.now)
        other.add_captures([coverage.capture("north.txt", NORTH), coverage.capture("s.txt", SOUTH)], coverage.now)
        other.add_readings([coverage.reading(SOUTH), coverage.reading(NORTH)])
        one.add_readings([coverage.reading(NORTH)])
        assert [capture.path for capture in one.view().captures()] == ["north.txt", "s.txt"]
        assert one.view().counts().articles == 2


def test_writers_that_add_the_same_in_other_orders_do_not_stop_each_other(record: Any, coverage: Any) -> None:
    texts = [f"Ferry {number}\nOram: “No toll {number}.”\n" for number in range(30)]
    record.create()
    failures: list[BaseException] = []

    def add(several: list[str]) -> None:
        try:
            with record.writer() as writer:
                for at in range(0, len(several), 5):
                    some = several[at : at + 5]
                    writer.add_captures([coverage.capture(f"{text[6:8]}.txt", text) for text in some], coverage.now)
                    writer.add_readings([coverage.reading(text) for text in some])
        except BaseException as failure:  # noqa: BLE001 - told by the test
            failures.append(failure)

    threads = [threading.Thread(target=add, args=(order,)) for order in (texts, texts[::-1], texts[7:] + texts[:7])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with record.view() as view:
        assert view.counts().articles == 30
        assert len(view.search("toll", limit=100)) == 30


def test_what_one_writer_reads_is_left_to_it_by_the_others(record: Any, coverage: Any) -> None:
    captures = [coverage.capture("a.txt", NORTH), coverage.capture("b.txt", SOUTH)]
    with record.writer() as one, record.writer() as other:
        one.add_captures(captures, coverage.now)
        reading = one.stale_captures()
        assert next(reading) == captures[0]
        assert list(other.stale_captures()) == [captures[1]]
        assert list(reading) == []
        one.add_readings([coverage.reading(NORTH)])
        other.add_readings([coverage.reading(SOUTH)])
        assert (one.await_others(), other.await_others()) == (False, False)


def test_what_a_writer_left_unread_is_read_by_the_others(record: Any, coverage: Any) -> None:
    capture = coverage.capture("a.txt", NORTH)
    with record.writer() as other:
        with record.writer() as one:
            one.add_captures([capture], coverage.now)
            assert list(one.stale_captures()) == [capture]
            assert list(other.stale_captures()) == []
        assert other.await_others()
        assert list(other.stale_captures()) == [capture]


def test_a_rejection_lets_the_capture_go(record: Any, coverage: Any) -> None:
    capture = coverage.capture("a.txt", NORTH)
    rejected = Rejected(where="a.txt", step="clean", cause="no sentence", mend="none", sha256=capture.sha256)
    with record.writer() as one, record.writer() as other:
        one.add_captures([capture], coverage.now)
        assert list(one.stale_captures()) == [capture]
        assert list(other.stale_captures()) == []
        one.add_rejected([rejected])
        assert not other.await_others()


def test_who_waits_to_derive_is_told_who_derives(process_at: Any, record: Any) -> None:
    record.create()
    told: list[str] = []
    with process_at.start(HOLD) as first:
        holder = first.stdout.readline().strip()

        def waiting(who: str) -> None:
            told.append(who)
            first.stdin.write("\n")
            first.stdin.flush()

        with record.writer() as writer, writer.deriving(waiting):
            pass
    assert len(told) == 1
    assert told[0].endswith(f", process {holder}")


def test_a_deriver_that_was_killed_holds_nobody_up(process_at: Any, record: Any) -> None:
    record.create()
    with process_at.start(HOLD) as first:
        first.stdout.readline()
        first.send_signal(signal.SIGKILL)
        first.wait()
        with record.writer() as writer, writer.deriving() as view:
            assert view.counts().articles == 0


def test_what_is_added_while_another_derives_must_be_derived_again(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.writer() as one, record.writer() as other, one.deriving() as source:
        other.add_captures([coverage.capture("south.txt", SOUTH)], coverage.now)
        other.add_readings([coverage.reading(SOUTH)])
        assert list(source.readings()) == [coverage.reading(NORTH)]
        one.replace_derived(coverage.derived(list(source.readings())))
        assert one.is_derived()
        assert not other.is_derived()


def test_nothing_is_dropped_while_another_derives_from_it(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    with record.writer() as one, record.writer() as other:
        dropping = threading.Thread(target=other.drop_readings, args=([coverage.reading(NORTH).article.id],))
        with one.deriving() as source:
            dropping.start()
            time.sleep(0.2)
            one.replace_derived(coverage.derived(list(source.readings())))
            assert dropping.is_alive()
        dropping.join()
        assert list(one.view().readings()) == [coverage.reading(SOUTH)]
        assert not one.is_derived()


def test_what_is_read_anew_while_another_derives_waits_for_the_next(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    north, south = (replace(coverage.reading(text), mentions=()) for text in (NORTH, SOUTH))
    newest = replace(north, attributions=())
    with record.writer(NEW) as one, record.writer(NEW) as other, record.writer(NEWEST) as third:
        one.add_readings([north])
        with one.deriving() as source:
            other.add_readings([south])
            third.add_readings([newest])
            assert list(source.readings()) == [north, coverage.reading(SOUTH)]
            one.replace_derived(coverage.derived(list(source.readings())))
            assert not other.is_derived()
        with record.view() as view:
            assert list(view.readings()) == [north, coverage.reading(SOUTH)]
        with other.deriving() as source:
            assert list(source.readings()) == [newest, south]
            other.replace_derived(coverage.derived([newest, south]))
        with record.view() as view:
            assert list(view.readings()) == [newest, south]
        with one.deriving() as source:
            assert type(source) is View


def test_what_two_people_judge_at_once_is_kept_of_both(filled: Any) -> None:
    record = filled(north=NORTH)

    def judge(by: str) -> None:
        with record.writer() as writer, writer.deriving() as view:
            subject = Subject(article="a1", start=1, words="Oram")
            made = Maker(made="2031-05-12T08:00:00+00:00", by=by, why="")
            new = made.judge(Decision.RENAME, Verdict.POSITIVE, [[subject]], by)
            held = view.judgements()
            time.sleep(0.1)
            writer.replace_derived([], [*held, new])

    threads = [threading.Thread(target=judge, args=(by,)) for by in ("Ada", "Zoe", "Max")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with record.view() as view:
        assert {one.by for one in view.judgements()} == {"Ada", "Zoe", "Max"}


def test_writers_that_make_a_record_at_once_make_one(cluster: Any) -> None:
    path = cluster.empty()
    threads = [threading.Thread(target=create, args=(path,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_view(path) as view:
        assert view.counts().articles == 0


# What PostgreSQL's index cannot hold


def one_paragraph(coverage: Any, words: list[str]) -> tuple[Capture, Reading]:
    text = " ".join(words)
    reading = coverage.reading("Tolls\n")
    capture = coverage.capture("long.txt", text)
    body = (Segment(start=0, end=len(text), kind=SegmentKind.BODY),)
    article = replace(reading.article, sha256=capture.sha256, text=text, segments=body)
    return capture, Reading(article=article)


@pytest.fixture
def long_paragraph(record: Any, coverage: Any) -> Iterator[Any]:
    """40,000 words, one of them far longer than the index takes, every second the same, two rare ones at the end."""
    words = [f"w{number}" if number % 2 else "toll" for number in range(40_000)]
    capture, reading = one_paragraph(coverage, ["x" * 5000, *words, "toll", "needle", "toll", "eye"])
    with record.writer() as writer:
        writer.add_captures([capture], coverage.now)
        writer.add_readings([reading])
    with record.view() as view:
        yield view


@pytest.mark.parametrize("query", ["needle", "eye", '"toll needle toll"', '"needle toll eye"', "need*", "x" * 5000])
def test_a_word_or_phrase_is_found_at_the_end_of_a_very_long_paragraph(long_paragraph: Any, query: str) -> None:
    (hit,) = long_paragraph.search(query)
    found = long_paragraph.article(hit.article).text[hit.start : hit.end]
    assert found.startswith(query.strip('"*'))


def test_a_phrase_that_is_not_in_a_very_long_paragraph_is_not_found(long_paragraph: Any) -> None:
    assert long_paragraph.search('"eye needle"') == ()
    assert long_paragraph.search("x" * 499 + "y") == ()
