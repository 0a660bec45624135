"""What is kept of a record between two who ask, and when it is forgotten."""

from __future__ import annotations

from typing import Any

from onrecord.store import Memory, open_view

NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\n"
SOUTH = "Oram on tolls\n“Not while I am minister,” she said.\n"


def test_what_was_kept_is_recalled_while_the_record_stays_as_it_is() -> None:
    memory = Memory()
    memory.keep("now", "question", "answer")
    assert memory.recall("now", "question") == "answer"
    assert memory.recall("now", "another") is None


def test_with_another_state_of_the_record_all_is_forgotten() -> None:
    memory = Memory()
    memory.keep("before", "question", "answer")
    memory.keep("now", "another", "answer")
    assert memory.recall("before", "question") is None
    assert memory.recall("now", "question") is None


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    memory = Memory(most=2)
    for number in (1, 2):
        memory.keep("now", number, "answer")
    memory.recall("now", 1)
    memory.keep("now", 3, "answer")
    assert [memory.recall("now", number) for number in (1, 2, 3)] == ["answer", None, "answer"]


def test_a_view_recalls_what_an_earlier_one_of_the_same_record_kept(filled: Any) -> None:
    record, memory = filled(north=NORTH), Memory()
    with open_view(record.path, memory) as view:
        view.keep("question", "answer")
    with open_view(record.path, memory) as view:
        assert view.recall("question") == "answer"


def test_a_view_recalls_nothing_after_an_article_came(filled: Any, coverage: Any) -> None:
    record, memory = filled(north=NORTH), Memory()
    with open_view(record.path, memory) as view:
        view.keep("question", "answer")
    with record.writer() as writer:
        writer.add_captures([coverage.capture("south.txt", SOUTH)], coverage.now)
        writer.add_readings([coverage.reading(SOUTH)])
    with open_view(record.path, memory) as view:
        assert view.recall("question") is None


def test_nothing_is_kept_of_what_was_not_derived(record: Any, coverage: Any) -> None:
    memory = Memory()
    with record.writer() as writer:
        writer.add_captures([coverage.capture("north.txt", NORTH)], coverage.now)
        writer.add_readings([coverage.reading(NORTH)])
    with open_view(record.path, memory) as view:
        view.keep("question", "answer")
        assert view.recall("question") is None
