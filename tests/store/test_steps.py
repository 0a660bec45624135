from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.records import Rejected
from onrecord.store import Steps, read_last_by

NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\n"
SOUTH = "Oram on tolls\n“Not while I am minister,” she said.\n"
OLD = Steps(reading="r1", deriving="d1")
NEW = Steps(reading="r2", deriving="d1")


def test_a_capture_is_read_once_it_has_an_article(record: Any, coverage: Any) -> None:
    capture = coverage.capture("north.txt", NORTH)
    with record.writer(OLD) as writer:
        assert not writer.is_read(capture.sha256)
        writer.add_captures([capture], coverage.now)
        assert not writer.is_read(capture.sha256)
        writer.add_readings([coverage.reading(NORTH)])
        assert writer.is_read(capture.sha256)


def test_a_capture_is_read_once_it_is_rejected(record: Any, coverage: Any) -> None:
    capture = coverage.capture("north.txt", NORTH)
    rejected = Rejected(where="north.txt", step="clean", cause="no sentence", mend="none", sha256=capture.sha256)
    with record.writer(OLD) as writer:
        writer.add_captures([capture], coverage.now)
        writer.add_rejected([rejected])
        assert writer.is_read(capture.sha256)


def test_captures_that_were_archived_but_not_read_are_stale(record: Any, coverage: Any) -> None:
    captures = [coverage.capture("b.txt", SOUTH), coverage.capture("a.txt", NORTH)]
    with record.writer(OLD) as writer:
        writer.add_captures(captures, coverage.now)
    with record.writer(OLD) as writer:
        assert list(writer.stale_captures()) == captures[::-1]


def test_captures_read_by_older_steps_are_stale_until_read_again(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    with record.writer(OLD) as writer:
        assert list(writer.stale_captures()) == []
    with record.writer(NEW) as writer:
        seen = []
        for capture in writer.stale_captures():
            seen.append(capture.path)
            writer.add_readings([coverage.reading(capture.content.decode())])
        assert (seen, list(writer.stale_captures())) == (["north.txt", "south.txt"], [])


def test_no_stale_capture_is_left_out_however_many_there_are(record: Any, coverage: Any) -> None:
    captures = [coverage.capture(f"{number % 7}/{number}.txt", f"Ferry {number}\n") for number in range(1203)]
    with record.writer(OLD) as writer:
        writer.add_captures(captures, coverage.now)
        assert list(writer.stale_captures()) == sorted(captures, key=lambda capture: capture.path)


def test_dropped_readings_are_gone_from_every_answer_but_their_captures_stay(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    article = coverage.reading(NORTH).article
    with record.writer(OLD) as writer:
        writer.drop_readings([article.id])
        assert [capture.path for capture in writer.stale_captures()] == ["north.txt"]
    with record.view() as view:
        assert list(view.readings()) == [coverage.reading(SOUTH)]
        assert [hit.article for hit in view.search("tolls")] == [coverage.reading(SOUTH).article.id]
        assert (list(view.statements()), list(view.actors())) == ([], [])


def test_a_reading_that_was_dropped_and_added_again_is_found_as_before(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    with record.view() as view:
        before = view.search("tolls")
    with record.writer(OLD) as writer:
        writer.drop_readings([coverage.reading(NORTH).article.id])
        writer.add_readings([coverage.reading(NORTH)])
    with record.view() as view:
        assert view.search("tolls") == before


def test_what_is_derived_is_so_until_another_article_comes(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.writer(OLD) as writer:
        assert writer.is_derived()
        writer.add_captures([coverage.capture("south.txt", SOUTH)], coverage.now)
        writer.add_readings([coverage.reading(SOUTH)])
        assert not writer.is_derived()


def test_what_is_derived_is_so_until_an_article_is_found_at_a_lesser_path(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.writer(OLD) as writer:
        writer.add_captures([coverage.capture("zzz.txt", NORTH)], coverage.now)
        assert writer.is_derived()
        writer.add_captures([coverage.capture("aaa.txt", NORTH)], coverage.now)
        assert not writer.is_derived()


def test_other_deriving_steps_must_derive_again(filled: Any) -> None:
    record = filled(north=NORTH)
    with record.writer(replace(OLD, deriving="d2")) as writer:
        assert not writer.is_derived()


def test_a_new_record_must_be_derived(record: Any) -> None:
    with record.writer(OLD) as writer:
        assert not writer.is_derived()


def test_the_record_says_by_which_tagger_it_was_read_last(record: Any, coverage: Any) -> None:
    assert read_last_by(record.path) == ("", "")
    for tagger in ("careful", "quick"):
        steps = replace(OLD, reading=f"read by {tagger}", tagger=tagger)
        with record.writer(steps) as writer:
            writer.add_captures([coverage.capture("north.txt", NORTH)], coverage.now)
            writer.add_readings([coverage.reading(NORTH)])
        with record.writer(replace(steps, tagger="other")) as writer:
            writer.replace_derived([])
        assert read_last_by(record.path) == (tagger, steps.reading)


def test_the_record_says_which_onrecord_made_it(filled: Any) -> None:
    with filled(north=NORTH).view() as view:
        assert view.made_by[0].isdigit()
        assert view.schema_version >= 1
