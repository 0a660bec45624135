"""Articles that newer steps read anew: to readers they stand as they were until what follows is derived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from onrecord.records import Fact, Reading, Rejected
from onrecord.store import Steps, View

NORTH = "Ister keeps its tolls\nMinister Oram said: “Nobody will pay to go home.”\n"
SOUTH = "Oram on tolls\n“Not while I am minister,” she said.\n"
OLD = Steps(reading="r1", deriving="d1")
NEW = Steps(reading="r2", deriving="d1")
NEWEST = Steps(reading="r3", deriving="d1")


def silent(reading: Reading) -> Reading:
    """The article as steps read it that find nobody who says anything."""
    return replace(reading, attributions=(), mentions=())


def refused(coverage: Any) -> Rejected:
    sha256 = coverage.capture("north.txt", NORTH).sha256
    return Rejected(where="north.txt", step="clean", cause="no story", mend="none", sha256=sha256)


def seen(view: View) -> Sequence[object]:
    """What readers of the record find."""
    return (
        list(view.readings()),
        list(view.statements()),
        list(view.actors()),
        list(view.stories()),
        list(view.rejected()),
        view.counts(),
        view.counts_as_derived(),
        view.search("nobody"),
        view.search("minister"),
        view.passage_count(),
    )


def test_an_article_read_anew_stands_as_it_was_until_what_follows_is_derived(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    with record.view() as view:
        before = seen(view)
    with record.writer(NEW) as writer:
        writer.add_readings([silent(coverage.reading(NORTH)), silent(coverage.reading(SOUTH))])
        assert (list(writer.stale_captures()), writer.is_derived()) == ([], False)
    with record.view() as view:
        assert seen(view) == before


def test_an_article_read_anew_and_what_follows_come_at_once(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    newer = [silent(coverage.reading(NORTH)), coverage.reading(SOUTH)]
    with record.writer(NEW) as writer:
        writer.add_readings(newer)
        writer.replace_derived(coverage.derived(newer))
        assert writer.is_derived()
    with record.view() as view:
        assert list(view.readings()) == newer
        assert len(list(view.statements())) == 1
        assert [hit.kind.value for hit in view.search("nobody")] == ["body"]


def test_what_is_derived_follows_from_what_newer_steps_read(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    newer = silent(coverage.reading(NORTH))
    with record.writer(NEW) as writer:
        writer.add_readings([newer])
        with writer.deriving() as source:
            assert list(source.readings()) == [newer, coverage.reading(SOUTH)]
            assert list(source.attributions(newer.article.id)) == []
            assert list(source.entities(newer.article.id)) == list(newer.entities)
            assert list(writer.view().readings()) == [coverage.reading(NORTH), coverage.reading(SOUTH)]


def test_what_newer_steps_read_before_a_stop_is_not_read_again(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    newer = [silent(coverage.reading(NORTH)), silent(coverage.reading(SOUTH))]
    with record.writer(NEW) as writer:
        writer.add_readings(newer[:1])
    with record.writer(NEW) as writer:
        assert [capture.path for capture in writer.stale_captures()] == ["south.txt"]
        writer.add_readings(newer[1:])
        writer.replace_derived(coverage.derived(newer))
        assert list(writer.view().readings()) == newer


def test_a_derivation_that_fails_leaves_what_was_and_what_waits(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH, south=SOUTH)
    with record.view() as view:
        before = seen(view)
    newer = [silent(coverage.reading(NORTH)), coverage.reading(SOUTH)]
    with record.writer(NEW) as writer:
        writer.add_readings(newer)
        with pytest.raises(ValueError, match="names what isn't in the record"):
            writer.replace_derived(coverage.derived([coverage.reading(NORTH)]))
        with record.view() as view:
            assert seen(view) == before
        with writer.deriving() as source:
            assert list(source.readings()) == newer


def test_a_rejection_by_newer_steps_takes_the_article_out_when_what_follows_is_derived(
    filled: Any, coverage: Any
) -> None:
    record = filled(north=NORTH, south=SOUTH)
    with record.view() as view:
        before = seen(view)
    with record.writer(NEW) as writer:
        writer.add_rejected([refused(coverage)])
        writer.add_readings([coverage.reading(SOUTH)])
        with record.view() as view:
            assert seen(view) == before
        with writer.deriving() as source:
            assert list(source.readings()) == [coverage.reading(SOUTH)]
            gone = coverage.reading(NORTH).article.id
            assert (source.reading(gone), [*source.attributions(gone), *source.entities(gone)]) == (None, [])
            writer.replace_derived(coverage.derived([coverage.reading(SOUTH)]))
        assert writer.is_derived()
    with record.view() as view:
        assert list(view.readings()) == [coverage.reading(SOUTH)]
        assert list(view.rejected()) == [refused(coverage)]
        assert view.search("nobody") == ()
        assert view.capture(coverage.capture("north.txt", NORTH).sha256) is not None


def test_of_two_newer_readings_the_later_counts(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    newest = replace(coverage.reading(NORTH, outlet="The Quay"), mentions=())
    with record.writer(NEW) as writer:
        writer.add_rejected([refused(coverage)])
    with record.writer(NEWEST) as writer:
        assert [capture.path for capture in writer.stale_captures()] == ["north.txt"]
        writer.add_readings([newest])
        writer.replace_derived(coverage.derived([newest]))
    with record.view() as view:
        assert (list(view.readings()), list(view.rejected())) == ([newest], [])


def test_steps_that_come_back_read_what_stood(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.view() as view:
        before = seen(view)
    with record.writer(NEW) as writer:
        writer.add_readings([silent(coverage.reading(NORTH))])
    with record.writer(OLD) as writer:
        writer.add_readings([coverage.reading(NORTH)])
        writer.replace_derived(coverage.derived([coverage.reading(NORTH)]))
    with record.view() as view:
        assert seen(view) == before


def test_an_article_that_is_dropped_takes_what_waits_for_it_along(filled: Any, coverage: Any) -> None:
    record = filled(north=NORTH)
    with record.writer(NEW) as writer:
        writer.add_readings([silent(coverage.reading(NORTH))])
        writer.drop_readings([coverage.reading(NORTH).article.id])
        writer.replace_derived([])
        assert list(writer.view().readings()) == []


def test_an_address_that_newer_steps_find_in_the_page_is_known_before_it_is_seen(record: Any, coverage: Any) -> None:
    first, second = (replace(coverage.capture("", text), path=None) for text in (NORTH, SOUTH))
    captures = [replace(first, url="https://quay.example/a?from=feed"), replace(second, url="https://quay.example/b")]
    fact = Fact(name="canonical", value="https://quay.example/b", where="link rel=canonical")
    newer = replace(coverage.reading(NORTH), article=replace(coverage.reading(NORTH).article, facts=(fact,)))
    with record.writer(OLD) as writer:
        writer.add_captures(captures, coverage.now)
        writer.add_readings([coverage.reading(NORTH), coverage.reading(SOUTH)])
        assert list(writer.view().sightings()) == []
    with record.writer(NEW) as writer:
        writer.add_readings([newer, coverage.reading(SOUTH)])
        writer.add_captures(captures, coverage.now)
        with writer.deriving() as source:
            assert {one.article for one in source.sightings()} == {newer.article.id, coverage.reading(SOUTH).article.id}
