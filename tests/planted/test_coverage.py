"""The planted coverage is the same every time, in order, and its known answers hold of what it says."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest
from tests.planted.answers import agreement
from tests.planted.coverage import Planted, coverage
from tests.planted.language import WORDS
from tests.planted.sayings import VERSIONS

from onrecord.records import EntityKind


@pytest.fixture(scope="module")
def planted() -> list[Planted]:
    return list(coverage(1_200))


def test_the_same_seed_gives_the_same_articles(planted: list[Planted]) -> None:
    assert list(coverage(200)) == planted[:200]


def test_another_seed_gives_others(planted: list[Planted]) -> None:
    ids = {one.reading.article.id for one in planted}
    assert ids.isdisjoint(one.reading.article.id for one in coverage(200, seed=8))


def test_the_articles_of_a_larger_coverage_begin_with_those_of_a_smaller() -> None:
    assert list(coverage(50)) == list(islice(coverage(400), 50))


def test_no_two_articles_have_one_id(planted: list[Planted]) -> None:
    assert len({one.reading.article.id for one in planted}) == len(planted)


def test_articles_come_in_order_of_publication(planted: list[Planted]) -> None:
    days = [one.reading.article.published or "" for one in planted]
    assert days == sorted(days)


def test_every_span_holds_what_stands_in_the_text(planted: list[Planted]) -> None:
    for one in planted:
        for row in one.reading.attributions:
            spans = [*row.content, *(span for span in (row.source, row.cue) if span)]
            assert all(one.reading.article.text[span.start : span.end] == span.exact for span in spans)


def test_every_attribution_and_every_speaker_has_its_answer(planted: list[Planted]) -> None:
    for one in planted:
        assert one.statements.keys() == {row.id for row in one.reading.attributions}
        assert one.actors.keys() == {row.id for row in one.reading.entities if row.kind is not EntityKind.PLACE}


def test_a_statement_is_said_on_one_day(planted: list[Planted]) -> None:
    days: dict[str, set[str]] = {}
    for one in planted:
        for row in one.reading.attributions:
            days.setdefault(one.statements[row.id], set()).update([row.said_on] if row.said_on else [])
    assert max(map(len, days.values())) == 1


def test_nothing_is_reported_before_it_was_said(planted: list[Planted]) -> None:
    for one in planted:
        published = one.reading.article.published or ""
        assert all((row.said_on or "") <= published for row in one.reading.attributions)


def test_a_copy_has_sentences_of_the_wire_report_that_it_copies(planted: list[Planted]) -> None:
    copies = [one for one in planted if one.copies]
    assert copies
    assert all({wire for wire, _ in one.wire} <= {one.copies} for one in copies)
    assert sum(bool(one.wire) for one in copies) > 0.95 * len(copies)


def test_a_sentence_that_was_edited_counts_as_no_wire_sentence(planted: list[Planted]) -> None:
    places: dict[tuple[str, int], set[str]] = {}
    for one in planted:
        for place in one.wire:
            paragraphs = set(one.reading.article.text.split("\n\n"))
            places[place] = places.get(place, paragraphs) & paragraphs
    assert places
    assert all(places.values())  # there is a sentence that stands in all of them


def test_stories_are_of_many_sizes(planted: list[Planted]) -> None:
    sizes = sorted(Counter(one.story for one in planted).values())
    assert sizes[len(sizes) // 2] <= 10
    assert sizes[-1] > 25


def test_family_names_are_borne_by_several(planted: list[Planted]) -> None:
    bearers: dict[str, set[str]] = {}
    for one in planted:
        for row in one.reading.entities:
            if row.kind is not EntityKind.PERSON:
                continue
            bearers.setdefault(row.name.split()[-1], set()).add(one.actors[row.id])
    assert any(len(people) > 1 for people in bearers.values())


def test_made_up_words_are_all_different() -> None:
    assert len(set(WORDS)) == len(WORDS)


def test_the_rates_of_versions_add_up_to_all() -> None:
    assert sum(VERSIONS.values()) == pytest.approx(1)


def test_pairs_are_counted_as_if_they_were_listed() -> None:
    found = agreement({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "x", "d": "y"})
    assert (found.both, found.found, found.known) == (1, 1, 3)


def test_what_was_not_found_is_alone() -> None:
    assert agreement({}, {"a": "x", "b": "x"}).found == 0
