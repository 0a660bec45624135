"""Articles put together into matters by the company they keep: one likeness of two does not join two stories.

Among many articles some are alike that have nothing to do with each other, and were one such pair enough, all stories
would end in one. So two articles that are alike are of one matter only if they are alike to the same third ones (shared
nearest neighbours; Jarvis and Patrick 1973), as far as these agree by weight (Ruzicka 1958). What is sure by itself
(the same words quoted, the same statement brought as news) takes far less of that. Whether two articles are joined
hangs on these two and on those that they are alike to, whatever else the record holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import attrgetter

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Edge, Member, bind
from onrecord.link.entities import surest
from onrecord.link.rows import only
from onrecord.link.twins import is_twin
from onrecord.records import Link, Verdict
from onrecord.records.packing import compact

SURE = 0.8  # the score from which a link needs but little company
# Of the company of two articles the share in common from which they are of one matter. Planted coverage, F1 of 1,000
# articles (two seeds), 3,162, 10,000 and 31,623: .30 .995 .987 .996 .982 .986, .33 .994 .988 .996 .983 .988; every
# likeness by itself .59 .32 .10 .02. Average linkage, which needs the whole of a connected set, had .996 at 1,000 and
# .971 at 10,000.
COMPANY, LITTLE_COMPANY = 0.32, 0.05
BENEFIT = 0.5  # that counts as in common besides, so that a story of few articles does not need many links
UNLIKE_THE_REST = "but too few others of the two stories are alike"


def matters(engine: Engine, ids: Iterable[str], pairs: Iterable[Link], kept: ExitStack) -> Iterator[Member | Link]:
    """Every article with its matter, named by the least id in it, then the links, those between two matters as doubts.

    Of the links of one pair only the surest counts.
    """
    links = kept.enter_context(Kept(engine.gather(_by_left, _surest_of_each, pairs)))
    lent = engine.gather(_by_end, _lend, _spokes(links))
    judged = kept.enter_context(Kept(engine.gather(_by_holder, _hold, lent)))
    edges = chain((Edge(left=link.left, right=link.right) for link in links if is_twin(link)), only(Edge, judged))
    members = kept.enter_context(Kept(only(Member, (bound.row for bound in bind(engine, ids, edges, ())))))
    yield from members
    half: Iterable[Member | _Loose] = chain(members, only(_Loose, judged))
    whole: Iterable[Member | _Loose] = chain(members, engine.gather(_by_loose_left, _meet_left, half))
    torn = engine.gather(_by_loose_right, _meet_right, whole)
    yield from _told(links, engine.gather(_by_article, _one, torn))


def _by_left(link: Link) -> Iterator[tuple[str, str]]:
    """One group an article, in which the links to one other article lie side by side, the surest first."""
    yield link.left, f"{link.right}\x1f{1 - link.score:.6f}{link.verdict}{link.reasons}"


def _surest_of_each(_article: str, links: Iterator[Link]) -> Iterator[Link]:
    for right, several in groupby(links, key=attrgetter("right")):
        yield from surest(right, several)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoke:
    """To whom an article is alike, and how much."""

    article: str
    other: str
    score: float


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Circle:
    """An article's company: those that it is alike to, how much, and the sum of that."""

    article: str
    others: tuple[str, ...]
    scores: tuple[float, ...]
    whole: float


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Lent:
    """An article's company, for it to hold others' against, or for one of greater id that it is alike to."""

    to: str
    circle: _Circle


def _spokes(links: Iterable[Link]) -> Iterator[_Spoke]:
    """The likenesses from both ends; doubts are nobody's company, and of twins the first stands for all."""
    for link in links:
        if link.verdict is Verdict.POSITIVE and not is_twin(link):
            score = min(link.score, SURE)
            yield _Spoke(article=link.left, other=link.right, score=score)
            yield _Spoke(article=link.right, other=link.left, score=score)


def _by_end(row: _Spoke) -> Iterator[tuple[str, str]]:
    yield row.article, row.other


def _lend(article: str, rows: Iterator[_Spoke]) -> Iterator[_Lent]:
    spokes = list(rows)
    circle = _Circle(
        article=article,
        others=tuple(row.other for row in spokes),
        scores=tuple(row.score for row in spokes),
        whole=sum(row.score for row in spokes),
    )
    yield _Lent(to=article, circle=circle)
    yield from (_Lent(to=other, circle=circle) for other in circle.others if other > article)


def _by_holder(row: _Lent) -> Iterator[tuple[str, str]]:
    """An article's own company comes before that of the others."""
    yield row.to, "" if row.to == row.circle.article else row.circle.article


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Loose:
    """Two articles that are alike and keep other company; `cluster` is the matter of the left one once it is known."""

    left: str
    right: str
    cluster: str = ""


def _hold(article: str, rows: Iterator[_Lent]) -> Iterator[Edge | _Loose]:
    """Whether the article is of one matter with each of those of lesser id that it is alike to."""
    own = next(rows).circle
    scores = dict(zip(own.others, own.scores, strict=True))
    for row in rows:
        other = row.circle
        score = scores[other.article]
        thirds = zip(other.others, other.scores, strict=True)
        common = sum([min(theirs, scores[name]) for name, theirs in thirds if name in scores])
        both = own.whole + other.whole - 2 * score - common
        share = (common + BENEFIT) / (both + BENEFIT)
        joined = share >= (LITTLE_COMPANY if score >= SURE else COMPANY)
        yield (Edge if joined else _Loose)(left=other.article, right=article)


def _by_loose_left(row: Member | _Loose) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.left, f"1{row.right}")


def _meet_left(_article: str, rows: Iterator[Member | _Loose]) -> Iterator[_Loose]:
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        else:
            yield replace(row, cluster=cluster)


def _by_loose_right(row: Member | _Loose) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.right, f"1{row.left}")


def _meet_right(_article: str, rows: Iterator[Member | _Loose]) -> Iterator[_Loose]:
    """Those of which no other likenesses have made one matter."""
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        elif row.cluster != cluster:
            yield row


def _by_article(row: _Loose) -> Iterator[tuple[str, str]]:
    yield row.left, row.right


def _one(_article: str, rows: Iterator[_Loose]) -> Iterator[_Loose]:
    return rows


def _told(links: Iterable[Link], torn: Iterator[_Loose]) -> Iterator[Link]:
    """The links as they come, those that are torn as doubts; both come in the order of their articles."""
    at = next(torn, None)
    for link in links:
        if at is not None and (at.left, at.right) == (link.left, link.right):
            yield _doubted(link)
            at = next(torn, None)
        else:
            yield link


def _doubted(link: Link) -> Link:
    return replace(link, verdict=Verdict.UNSURE, reasons=(*link.reasons, UNLIKE_THE_REST))
