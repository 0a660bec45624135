"""Stories and the events in them, out of articles and the statements that they report."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.link.cluster import Groups
from onrecord.link.rows import Said, Told, Versions
from onrecord.link.versions import is_first_report, is_fresh
from onrecord.records import Event, Story
from onrecord.records.stories import event_id
from onrecord.records.stories import story_id as id_of_story
from onrecord.text.days import Days, apart, days_of
from onrecord.text.stems import content_stems

TOLD = 3000  # weight of the day of an article's first statement, the second weighing half, and so on
LATE = 2  # days after which an article no longer brings what was said as news
# Two articles of the project's own on one matter and day come to .28 and more.
LIKE = 0.28
NAMES, LEAST_NAMES = 20, 2  # of an article that count, and how many both must have
FIRST_NAMES, NEIGHBOURS = 8, 16  # names under which an article is compared, and with how many others under each
HEADLINE_SHARE = 0.6  # of the stems of the shorter of two headlines of one day


def events_of(story: str, told: Sequence[Told], versions: Sequence[Versions]) -> tuple[Event, ...]:
    """The happenings of a story, each article in one: those that report one saying of one day, or head it alike."""
    by_id = {row.article: row for row in told}
    fresh = _brought(versions, by_id, is_fresh)
    first = _brought(versions, by_id, lambda row, day: is_fresh(row, day) and is_first_report(row, day))
    mains = _main_days(by_id, versions)
    groups = Groups(sorted(by_id))
    _join_dated(groups, fresh, first, mains)
    _join_undated(groups, fresh, mains)
    _join_headed_alike(groups, told, mains)
    _join_quoting_alike(groups, told, mains)
    _join_told_alike(groups, told, mains)
    events = [_event(story, [by_id[article] for article in ids], mains) for ids in groups.all()]
    return tuple(sorted(events, key=lambda event: (event.on or "9999", event.id)))


def story_of(told: Sequence[Told], events: Sequence[Event]) -> Story:
    """The story of articles on one matter, headed by the headline that is nearest to all others."""
    days = [days for event in events if (days := days_of(event.on))]
    return Story(
        id=story_id(told),
        headline=_headline(told),
        articles=tuple(sorted(row.article for row in told)),
        first=min(each.first for each in days).isoformat() if days else None,
        last=max(each.last for each in days).isoformat() if days else None,
    )


def story_id(told: Iterable[Told]) -> str:
    """The id of the story of these articles, which those that come out later do not change."""
    return id_of_story(_opener(told))


def _opener(told: Iterable[Told]) -> str:
    """The article that came out first, an undated one last: what is added to a story later leaves it the same."""
    return min((row.published or "9999", row.article) for row in told)[1]


def _main_days(told: Mapping[str, Told], versions: Iterable[Versions]) -> Mapping[str, str]:
    """The day that each article is about: that of its first statements, what comes later counting less.

    An article whose statements tell no day is about the day of its lead; one that comes days later, about its own.
    """
    said: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for each in versions:
        for row in each.said:
            if row.attribution.article not in told:
                continue
            # What is told without a day is, as a rule, of the day of the article; that is worth a third of a day told.
            own = told[row.attribution.article].happened or row.published
            day, worth = (each.statement.said_on, TOLD) if each.statement.said_on else (own, TOLD // 3)
            place = (row.attribution.start, day or "", worth if is_fresh(row, day) else 0)
            said[row.attribution.article].append(place)
    mains: dict[str, str] = {article: row.happened for article, row in told.items() if row.happened}
    for article, rows in said.items():
        weights: Counter[str] = Counter()
        for rank, (_, day, worth) in enumerate(sorted(rows)):
            weights[day] += worth // (1 + rank)
        if any(weights.values()):
            mains[article] = min(weights, key=lambda day: (-weights[day], day))
    return {article: _own_day(day, told[article].published) for article, day in mains.items() if day}


def _own_day(day: str, published: str | None) -> str:
    """The day that an article is about: its own, where it looks back on what others told days before."""
    late = published is not None and days_of(published) is not None and (apart(day, published) or 0) >= LATE
    return published if late and published is not None and day < published else day


def _brought(
    versions: Iterable[Versions], articles: Collection[str], as_news: Callable[[Said, str | None], bool]
) -> Mapping[str, frozenset[str]]:
    """The statements that each of the articles brings as news."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in versions:
        for row in each.said:
            if row.attribution.article in articles and as_news(row, each.statement.said_on):
                found[row.attribution.article].add(each.statement.id)
    return {article: frozenset(statements) for article, statements in sorted(found.items())}


def _join_dated(
    groups: Groups,
    fresh: Mapping[str, frozenset[str]],
    first_told: Mapping[str, frozenset[str]],
    mains: Mapping[str, str],
) -> None:
    """Articles about one day that share a statement are of one event.

    Two statements do for any days, where they are at least half of what one of the two articles brings, and both bring
    them first: what looks back on them days later is another event.
    """
    firsts: dict[tuple[str, str], str] = {}
    days: dict[str, set[str]] = defaultdict(set)
    for article in sorted((each for each in fresh if each in mains), key=lambda each: (-len(fresh[each]), each)):
        for pair in combinations(sorted(first_told.get(article, ())), 2):
            first = firsts.setdefault(pair, article)
            if len(fresh[article]) <= 2 * len(pair):
                groups.join(first, article)
        for statement in fresh[article]:
            day = mains[article]
            days[statement].add(day)
            groups.join(firsts.setdefault((statement, f"on {day}"), article), article)
    for statement, several in days.items():
        for left, right in combinations(sorted(several), 2):
            if apart(left, right) == 0:
                groups.join(firsts[statement, f"on {left}"], firsts[statement, f"on {right}"])


def _join_undated(groups: Groups, fresh: Mapping[str, frozenset[str]], mains: Mapping[str, str]) -> None:
    """An article that tells no day goes with the one that it shares most statements with, of several the first."""
    brought: dict[str, list[str]] = defaultdict(list)
    for article, statements in fresh.items():
        for statement in statements:
            brought[statement].append(article)
    best: dict[frozenset[str], list[str]] = {}
    for article in (each for each in fresh if each not in mains):
        statements = fresh[article]
        if statements not in best:  # copies share theirs
            counts = Counter(other for statement in sorted(statements) for other in brought[statement])
            best[statements] = heapq.nsmallest(2, counts, key=lambda other: (-counts[other], other))
        others = [other for other in best[statements] if other != article]
        if others:
            groups.join(article, others[0])


def _join_headed_alike(groups: Groups, told: Sequence[Told], mains: Mapping[str, str]) -> None:
    """Articles of one day with nearly one headline are of one event."""
    by_day: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for row in sorted(told, key=lambda row: row.article):
        stems = frozenset(content_stems(row.headline))
        day = mains.get(row.article) or row.published
        if len(stems) > 2 and day and days_of(day):
            by_day[day].append((stems, row.article))
    for day, heads in sorted(by_day.items()):
        _join_heads(groups, heads, heads)
        for other in (each for each in by_day if each > day and apart(day, each) == 0):
            _join_heads(groups, heads, by_day[other])


def _join_quoting_alike(groups: Groups, told: Sequence[Told], mains: Mapping[str, str]) -> None:
    """Articles about one day that print the same words in quotation marks are of one event, whoever they say spoke."""
    firsts: dict[tuple[str, str], str] = {}
    for row in sorted(told, key=lambda row: row.article):
        day = mains.get(row.article) or row.published
        for run in row.quoted if day else ():
            groups.join(firsts.setdefault((run, day or ""), row.article), row.article)


def _join_told_alike(groups: Groups, told: Sequence[Told], mains: Mapping[str, str]) -> None:
    """Articles about one day that name the same people and places and have many words in common are of one event.

    Each is compared with the last few that have a name of its own first ones.
    """
    near: dict[tuple[str, str], deque[Told]] = defaultdict(lambda: deque(maxlen=NEIGHBOURS))
    for row in sorted(told, key=lambda row: row.article):
        day = days_of(mains.get(row.article))
        if day is None or day.length > 1:
            continue
        for name in row.names[:FIRST_NAMES]:
            others = near[day.first.isoformat(), name]
            for other in others:
                if not groups.together(other.article, row.article) and _likeness(row, other) >= LIKE:
                    groups.join(other.article, row.article)
            others.append(row)


def _likeness(left: Told, right: Told) -> float:
    """The share of names and of words that both have, of the one that has fewer: their geometric mean."""
    names = {*left.names[:NAMES]} & {*right.names[:NAMES]}
    stems = {*left.stems} & {*right.stems}
    if len(names) < LEAST_NAMES:
        return 0.0
    named = len(names) / min(NAMES, len(left.names), len(right.names))
    return math.sqrt(named * len(stems) / max(1, min(len(left.stems), len(right.stems))))


def _join_heads(
    groups: Groups, lefts: Sequence[tuple[frozenset[str], str]], rights: Sequence[tuple[frozenset[str], str]]
) -> None:
    """Every two of the headlines that share enough are of one event; those of one event already are passed over."""
    open_lefts = list(lefts)
    for stems, article in rights:
        apart_yet = [pair for pair in open_lefts if not groups.together(pair[1], article)]
        for other_stems, other in apart_yet:
            fewest = min(len(stems), len(other_stems))
            if len(stems & other_stems) >= HEADLINE_SHARE * fewest:
                groups.join(article, other)


def _event(story: str, told: Sequence[Told], mains: Mapping[str, str]) -> Event:
    articles = tuple(sorted(row.article for row in told))
    days = [each for article in articles if (each := days_of(mains.get(article)))]
    days = days or [each for row in told if (each := days_of(row.published))]
    return Event(
        id=event_id(_opener(told)),
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
