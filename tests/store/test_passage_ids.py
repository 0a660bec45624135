from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store import passage_ids
from onrecord.store.passage_ids import SLOT, first_id, recency

DAYS = st.dates().map(str)


@given(days=st.tuples(DAYS, DAYS), articles=st.tuples(st.text(), st.text()))
def test_what_came_out_on_a_later_day_has_a_higher_id(days: tuple[str, str], articles: tuple[str, str]) -> None:
    (early, former), (late, latter) = zip(sorted(days), articles, strict=True)
    if "1900" <= early < late < "2258":
        assert first_id(early, former) < first_id(late, latter)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031-05-04T23:59", "2031-05-04"),
        ("2031-05", "2031-05-01"),
        ("2031-05-04/2031-05-09", "2031-05-04"),
        ("no date", None),
    ],
)
def test_only_the_first_day_on_which_it_can_have_come_out_counts(published: str, day: str | None) -> None:
    assert first_id(published, "a1") == first_id(day, "a1")


def test_an_article_without_a_day_has_a_lower_id_than_any_other() -> None:
    assert first_id(None, "a1") < first_id("1900-01-01", "a1")


@given(day=st.one_of(st.none(), DAYS), article=st.text(), place=st.integers(0, SLOT - 1))
def test_an_id_is_a_positive_number_of_63_bits_and_all_of_an_article_are_as_recent(
    day: str | None, article: str, place: int
) -> None:
    first = first_id(day, article)
    assert 0 < first + place < 2**63
    assert recency(first + place) == recency(first)


def test_two_articles_of_one_hash_have_ids_of_their_own(
    record: Any, coverage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passage_ids, "crc32", lambda _: 7)
    texts = [f"Tolls rise\nThe toll number {number} is paid.\n" for number in range(3)]
    with record.writer() as writer:
        writer.add_captures([coverage.capture(f"{text[-9]}.txt", text) for text in texts], coverage.now)
        readings = [coverage.reading(text) for text in texts]
        writer.add_readings([replace(each, article=replace(each.article, published="2031-05-04")) for each in readings])
    with record.view() as view:
        assert {hit.article for hit in view.search("toll")} == {each.article.id for each in readings}
        assert len(view.search("tolls")) == 3
