"""Every row with the story that it is told in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Member
from onrecord.link.rows import Versions
from onrecord.records.packing import compact


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class InArticle:
    """A row of any kind with the article it belongs to."""

    article: str
    row: object


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class InStory:
    """A row of any kind with the cluster of articles that is its story."""

    cluster: str
    order: str
    row: object


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """That an article reports a statement."""

    statement: str


def in_stories(
    engine: Engine, members: Iterable[Member], rows: Iterable[InArticle], versions: Kept[Versions]
) -> Iterator[InStory]:
    """The rows of articles, each with its story, and each statement once for every story whose articles report it."""
    reports = (report for each in versions for report in _reports(each))
    met: Iterable[Member | InArticle] = chain(members, rows, reports)
    with Kept(engine.gather(_by_article, _place, met)) as placed:
        yield from (row for row in placed if not isinstance(row.row, _Report))
        told = (row for row in placed if isinstance(row.row, _Report))
        whole: Iterable[InStory | Versions] = chain(told, versions)
        yield from engine.gather(_by_statement, _place_versions, whole)


def _reports(versions: Versions) -> Iterator[InArticle]:
    """That each of the articles reports the statement, which itself stays where it is."""
    for article in sorted({row.attribution.article for row in versions.said}):
        yield InArticle(article=article, row=_Report(statement=versions.statement.id))


def _by_statement(row: InStory | Versions) -> Iterator[tuple[str, str]]:
    if isinstance(row, Versions):
        yield row.statement.id, "1"
    elif isinstance(row.row, _Report):
        yield row.row.statement, f"0{row.cluster}\x1f{row.order}"


def _place_versions(_statement: str, rows: Iterator[InStory | Versions]) -> Iterator[InStory]:
    """The statement in every story that has it, where the first of the story's articles that report it stands."""
    stories: dict[str, str] = {}
    for row in rows:
        if isinstance(row, Versions):
            yield from (InStory(cluster=cluster, order=order, row=row) for cluster, order in stories.items())
        else:
            stories.setdefault(row.cluster, row.order)


def by_story(row: InStory) -> Iterator[tuple[str, str]]:
    """One group a story, in the order of the articles."""
    yield row.cluster, row.order


def main_article(versions: Versions) -> str:
    """The article that brings most versions of a statement, of several the least: in its story the statement lies."""
    counts = Counter(row.attribution.article for row in versions.said)
    return min(counts, key=lambda article: (-counts[article], article))


def _by_article(row: Member | InArticle) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.article, f"1{type(row.row).__name__}")


def _place(article: str, rows: Iterator[Member | InArticle]) -> Iterator[InStory]:
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        else:
            yield InStory(cluster=cluster, order=article, row=row.row)
