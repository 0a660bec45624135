"""Stories and events out of linked articles and the statements that they report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from onrecord.engine import Engine
from onrecord.link.cluster import Groups, Member
from onrecord.link.days import Days, apart, days_of
from onrecord.link.rows import Told, Versions
from onrecord.link.versions import is_fresh
from onrecord.records import Event, Story
from onrecord.records.ids import content_id
from onrecord.text.stems import content_stems

TOLD = 3000  # weight of the day of an article's first statement, the second weighing half, and so on
HEADLINE_SHARE = 0.6  # of the stems of the shorter of two headlines of one day


@dataclass(frozen=True, slots=True, kw_only=True)
class InArticle:
    """A row of any kind with the article it belongs to."""

    article: str
    row: object


@dataclass(frozen=True, slots=True, kw_only=True)
class InStory:
    """A row of any kind with the cluster of articles that is its story."""

    cluster: str
    order: str
    row: object


def in_stories(engine: Engine, members: Iterable[Member], rows: Iterable[InArticle]) -> Iterator[InStory]:
    """The rows of articles, each with its story."""
    met: Iterable[Member | InArticle] = chain(members, rows)
    return engine.gather(_by_article, _place, met)


def by_story(row: InStory) -> Iterator[tuple[str, str]]:
    """One group a story, in the order of the articles."""
    yield row.cluster, row.order


def main_article(versions: Versions) -> str:
    """The article that brings most versions of a statement, of several the least: in its story the statement lies."""
    counts = Counter(row.attribution.article for row in versions.said)
    return min(counts, key=lambda article: (-counts[article], article))


def in_each_article(versions: Versions) -> Iterator[InArticle]:
    """The statement once for each article that reports it."""
    for article in sorted({row.attribution.article for row in versions.said}):
        yield InArticle(article=article, row=versions)


def _by_article(row: Member | InArticle) -> Iterator[tuple[str, str]]:
    yield (row.id, "0") if isinstance(row, Member) else (row.article, f"1{type(row.row).__name__}")


def _place(article: str, rows: Iterator[Member | InArticle]) -> Iterator[InStory]:
    cluster = ""
    for row in rows:
        if isinstance(row, Member):
            cluster = row.cluster
        else:
            yield InStory(cluster=cluster, order=article, row=row.row)


def events_of(story: str, told: Sequence[Told], versions: Sequence[Versions]) -> tuple[Event, ...]:
    """The happenings of a story, each article in one: those that report one saying of one day, or head it alike."""
    articles = sorted(row.article for row in told)
    shared = {pair: count for pair, count in _shared(versions).items() if set(pair) <= set(articles)}
    mains = {article: day for article, day in _main_days(versions).items() if article in articles}
    groups = Groups(articles)
    _join_dated(groups, shared, mains)
    _join_undated(groups, shared, mains)
    _join_headed_alike(groups, told, mains)
    by_id = {row.article: row for row in told}
    events = [_event(story, [by_id[article] for article in ids], mains) for ids in groups.all()]
    return tuple(sorted(events, key=lambda event: (event.on or "9999", event.id)))


def story_of(cluster: str, told: Sequence[Told], events: Sequence[Event]) -> Story:
    """The story of a cluster of articles, headed by the headline that is nearest to all others."""
    days = [days for event in events if (days := days_of(event.on))]
    return Story(
        id=story_id(cluster),
        headline=_headline(told),
        articles=tuple(sorted(row.article for row in told)),
        first=min(each.first for each in days).isoformat() if days else None,
        last=max(each.last for each in days).isoformat() if days else None,
    )


def story_id(cluster: str) -> str:
    """The id of the story of a cluster of articles."""
    return content_id("story", cluster)


def _shared(versions: Iterable[Versions]) -> Mapping[tuple[str, str], int]:
    """How many statements each two articles both bring as news."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in versions:
        fresh = sorted({row.attribution.article for row in each.said if is_fresh(row, each.statement.said_on)})
        counts.update(combinations(fresh, 2))
    return counts


def _main_days(versions: Iterable[Versions]) -> Mapping[str, str]:
    """The day that each article is about: that of its first statements, what comes later counting less."""
    said: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for each in versions:
        for row in each.said:
            # What is told without a day is, as a rule, of the day of the article; that is worth a third of a day told.
            day, worth = (each.statement.said_on, TOLD) if each.statement.said_on else (row.published, TOLD // 3)
            place = (row.attribution.start, day or "", worth if is_fresh(row, day) else 0)
            said[row.attribution.article].append(place)
    mains: dict[str, str] = {}
    for article, rows in said.items():
        weights: Counter[str] = Counter()
        for rank, (_, day, worth) in enumerate(sorted(rows)):
            weights[day] += worth // (1 + rank)
        if any(weights.values()):
            mains[article] = min(weights, key=lambda day: (-weights[day], day))
    return {article: day for article, day in mains.items() if day}


def _join_dated(groups: Groups, shared: Mapping[tuple[str, str], int], mains: Mapping[str, str]) -> None:
    """Articles about one day that share a statement are of one event; two statements do for any days."""
    for (left, right), count in sorted(shared.items()):
        if left in mains and right in mains and (count > 1 or apart(mains[left], mains[right]) == 0):
            groups.join(left, right)


def _join_undated(groups: Groups, shared: Mapping[tuple[str, str], int], mains: Mapping[str, str]) -> None:
    """An article that tells no day goes with the one that it shares most statements with."""
    best: dict[str, tuple[int, str]] = {}
    for (left, right), count in sorted(shared.items()):
        for article, other in ((left, right), (right, left)):
            if article not in mains and (article not in best or count > best[article][0]):
                best[article] = (count, other)
    for article, (_, other) in sorted(best.items()):
        groups.join(article, other)


def _join_headed_alike(groups: Groups, told: Sequence[Told], mains: Mapping[str, str]) -> None:
    """Articles of one day with nearly one headline are of one event."""
    stems = {row.article: frozenset(content_stems(row.headline)) for row in told}
    days = {row.article: mains.get(row.article) or row.published for row in told}
    for left, right in combinations(sorted(stems), 2):
        fewest = min(len(stems[left]), len(stems[right]))
        share = len(stems[left] & stems[right]) / fewest if fewest > 2 else 0.0
        if share >= HEADLINE_SHARE and apart(days[left], days[right]) == 0:
            groups.join(left, right)


def _event(story: str, told: Sequence[Told], mains: Mapping[str, str]) -> Event:
    articles = tuple(sorted(row.article for row in told))
    days = [each for article in articles if (each := days_of(mains.get(article)))]
    days = days or [each for row in told if (each := days_of(row.published))]
    return Event(
        id=content_id("event", articles[0]),
        story=story,
        on=_interval(days),
        articles=articles,
        headline=_headline(told),
    )


def _interval(days: Sequence[Days]) -> str | None:
    """The days from the first to the last as EDTF."""
    if not days:
        return None
    short = min(each.length for each in days)
    exact = [each for each in days if each.length == short]
    first, last = min(each.first for each in exact), max(each.last for each in exact)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _headline(told: Sequence[Told]) -> str:
    """The headline whose words most of the others have too; of several the first published."""
    stems = {row.article: frozenset(content_stems(row.headline)) for row in told}
    counts = Counter(stem for each in stems.values() for stem in each)

    def fitness(row: Told) -> tuple[bool, float, str, str]:
        own = stems[row.article]
        usual = sum(counts[stem] for stem in own) / (len(own) + 1)
        return (not row.headed, -usual, row.published or "9999", row.article)

    return min(told, key=fitness).headline
