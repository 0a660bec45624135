"""What an added article leaves as it was: the ids of stories and events that it does not open."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from tests.derive.notation import Coverage, read_page

from onrecord.engine import LocalEngine
from onrecord.pipeline import derive_rows
from onrecord.records import Event, Reading, Story

COVERAGE = Path(__file__).parents[1] / "examples" / "coverage"
NAMES = tuple(sorted(path.name for path in COVERAGE.iterdir()))


@cache
def by_name() -> dict[str, Reading]:
    return {path.name: read_page(path.read_bytes(), path.name) for path in COVERAGE.iterdir()}


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(sorted(by_name().values(), key=lambda reading: reading.article.id))


def told_by(some: tuple[Reading, ...]) -> dict[str, frozenset[str]]:
    """The articles of each story and event, by its id."""
    with LocalEngine(processes=1) as engine, ExitStack() as kept:
        rows = list(derive_rows(Coverage(some), (), engine, kept, lambda _: None))
    return {row.id: frozenset(row.articles) for row in rows if isinstance(row, Story | Event)}


@cache
def all_told() -> dict[str, frozenset[str]]:
    return told_by(readings())


@pytest.mark.parametrize("name", NAMES[::3])
def test_one_article_more_keeps_every_story_and_event_that_it_is_not_in(name: str) -> None:
    added = by_name()[name].article.id
    before = told_by(tuple(each for each in readings() if each.article.id != added))
    apart = {told: articles for told, articles in all_told().items() if added not in articles}
    assert apart.items() <= before.items()


def test_the_article_that_comes_out_last_keeps_every_id_but_of_what_it_joins_to_another() -> None:
    last = max((each for each in readings() if each.article.published), key=lambda each: each.article.published or "")
    before, after = told_by(tuple(each for each in readings() if each is not last)), all_told()
    joined = [articles for articles in after.values() if last.article.id in articles]
    lost = [before[told] for told in before.keys() - after.keys()]
    assert len(before.keys() & after.keys()) > len(lost)
    assert all(any(articles < each for each in joined) for articles in lost)
