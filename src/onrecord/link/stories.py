"""Which articles are on one matter: by the names and stems that they share and that few others have."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, pairwise, takewhile
from typing import TypeAlias

from onrecord.engine import Engine
from onrecord.engine.kept import Kept
from onrecord.link.cluster import Member
from onrecord.link.crowding import Crowds
from onrecord.link.matters import SURE, matters
from onrecord.link.names import Judgement
from onrecord.link.rows import Told, Versions, only
from onrecord.link.twins import Twins, join_twins
from onrecord.link.versions import NEWS_DAYS, is_fresh
from onrecord.records import Link, Verdict
from onrecord.records.packing import compact
from onrecord.text.days import apart

# The share of names and the share of words that two articles have in common (of the one that has fewer, by weight), as
# their geometric mean. Measured on random eights of PolNeAR's development part, all of one campaign: .25 links 4 pairs
# of 1120, .23 links 16, .20 links 30; on the examples, pairs of one story have .2 to .6, of two stories 0.
SAME_STORY, MAYBE = 0.25, 0.2
ONE_NAME = 0.4  # what it takes where only one name is in both: a country is
WINDOW = 32  # articles of one key, in the order of publication, that each is compared with
STORY_DAYS = 30  # between two articles that are linked directly
FEW = 50  # articles below which nothing is told from how common a word is
COMMON = 0.01  # of the articles: a word in fewer weighs as if no other had it
UNITS = 1_000  # of a weight, so that sums of weights are the same in any order
NAME_WEIGHT = 1.5  # of a name beside a word
WORDS_SHOWN = 10
NAME = "name "
NAMES = 20  # of an article that count
KEYS = 16  # names and stems under which an article is compared; with 8 a third of planted pairs are missed
ENOUGH = 200  # articles met under the rarest of its names and stems
FEATURES = 16  # different ones an article, about

StoryRow: TypeAlias = Link | Member


def link_stories(engine: Engine, told: Kept[Told], versions: Iterable[Versions], kept: ExitStack) -> Iterator[StoryRow]:
    """Every article with its story's least article id, then the links among articles."""
    crowds = Crowds.of((feature for row in told for feature, _ in _features(row)), FEATURES * len(told))
    step = CompareTold(crowds=crowds, articles=len(told))
    twins = Twins(type="article", judge=_with_itself)
    singles = kept.enter_context(Kept(join_twins(engine, twins, (step.weighed(row) for row in told))))
    compared = engine.gather(_by_key, step, only(Weighed, singles))
    pairs = chain(only(Link, singles), compared, _by_statements(versions))
    yield from matters(engine, (row.article for row in told), pairs, kept)


def _by_statements(versions: Iterable[Versions]) -> Iterator[Link]:
    """Articles that bring one statement as news are on one matter; each is linked to the next that came out."""
    for each in versions:
        fresh = {
            row.attribution.article: row.published or "" for row in each.said if is_fresh(row, each.statement.said_on)
        }
        articles = sorted(fresh, key=lambda article: (fresh[article], article))
        for left, right in pairwise(articles):
            if (apart(fresh[left], fresh[right]) or 0) <= STORY_DAYS:
                first, second = sorted((left, right))
                words = " ".join(each.statement.text.split()[:WORDS_SHOWN])
                yield Link(
                    type="article",
                    left=first,
                    right=second,
                    verdict=Verdict.POSITIVE,
                    score=SURE,
                    reasons=(f"both report: {words} …",),
                )


def _features(row: Told) -> list[tuple[str, float]]:
    """What an article is about, each with its weight; a name counts for more than a word."""
    names = {f"{NAME}{name}": NAME_WEIGHT for name in row.names[:NAMES]}
    return [*names.items(), *((stem, 1.0) for stem in row.stems)]


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """An article with its telling names and then its stems, and what each weighs, in UNITS of one."""

    id: str
    published: str | None
    features: tuple[str, ...]
    weights: tuple[int, ...]
    keys: tuple[str, ...]
    names_weigh: int
    stems_weigh: int
    quoted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Near:
    """An article among its neighbours under a key, with the keys that go before it."""

    row: Weighed
    weights: Mapping[str, int]
    names: frozenset[str]
    before: frozenset[str]

    @classmethod
    def of(cls, row: Weighed, before: frozenset[str] = frozenset()) -> _Near:
        """The article with the weight of each of its names and stems."""
        weights = dict(zip(row.features, row.weights, strict=True))
        names = frozenset(takewhile(_is_name, row.features))
        return cls(row, weights, names, before)


def _is_name(feature: str) -> bool:
    return feature.startswith(NAME)


def _by_key(row: Weighed) -> Iterator[tuple[str, str]]:
    """Under each key in order of publication."""
    yield from ((key, f"{row.published or ''}\x1f{row.id}") for key in row.keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareTold:
    """Compares the articles that share a name or a stem; knows how common each is among how many articles."""

    crowds: Crowds = field(default_factory=Crowds)
    articles: int = 0

    def weighed(self, row: Told) -> Weighed:
        """The article with the weight of each of its names and stems."""
        found = _features(row)
        weights = {feature: round(UNITS * weight * self.weight(feature)) for feature, weight in found}
        names = sum(weight for feature, weight in weights.items() if _is_name(feature))
        return Weighed(
            id=row.article,
            published=row.published,
            features=tuple(weights),
            weights=tuple(weights.values()),
            keys=self._keys(weights),
            names_weigh=names,
            stems_weigh=sum(weights.values()) - names,
            quoted=row.quoted,
        )

    def _keys(self, features: Iterable[str]) -> tuple[str, ...]:
        """The names and stems under which an article is compared, the rarest of those that others have too.

        Once it meets ENOUGH others under them, it isn't looked for under commoner ones, so that what it costs to
        compare an article does not grow with their number.
        """
        limit = max(FEW, self.articles // 20)
        found: list[str] = []
        met = 0
        for feature in self.crowds.shared(features)[:KEYS]:
            count = self.crowds.count(feature)
            if count > limit or met >= ENOUGH:
                break
            found.append(feature)
            met += min(count - 1, WINDOW)
        return tuple(found)

    def __call__(self, key: str, rows: Iterator[Weighed]) -> Iterator[Link]:
        """The links among the articles of one key; a pair of several keys is compared under the rarest of them."""
        window: deque[_Near] = deque(maxlen=WINDOW)
        for row in rows:
            near = _Near.of(row, frozenset(row.keys[: row.keys.index(key)]))
            for other in window:
                judged = _compare(other, near) if near.before.isdisjoint(other.before) else None
                if judged:
                    yield judged.link("article", other.row.id, row.id)
            window.append(near)

    def weight(self, feature: str) -> float:
        """The rarer the more; among few articles, which are often of one story, all weigh nearly alike."""
        found = self.crowds.count(feature)
        count = found if found >= max(2, COMMON * self.articles) else 1
        return math.log(1 + max(self.articles, FEW) / max(count * self.articles / (self.articles + FEW), 1))


def _with_itself(row: Weighed) -> Judgement | None:
    """What comparing two such articles comes to."""
    near = _Near.of(row)
    return _compare(near, near)


def _compare(left: _Near, right: _Near) -> Judgement | None:
    """Whether two articles are on one matter; None where little speaks for it."""
    one, other, weights = left.row, right.row, left.weights
    gap = apart(one.published, other.published)
    if gap is not None and gap > STORY_DAYS:
        return None
    shared = weights.keys() & right.weights.keys()
    names = left.names & right.names
    named = sum([weights[name] for name in names])
    worded = sum([weights[feature] for feature in shared]) - named
    score = math.sqrt(
        _share(named, one.names_weigh, other.names_weigh) * _share(worded, one.stems_weigh, other.stems_weigh)
    )
    quoted = bool(names) and gap is not None and gap <= NEWS_DAYS and not set(one.quoted).isdisjoint(other.quoted)
    if score < MAYBE and not quoted:
        return None
    enough = quoted or score >= (SAME_STORY if len(names) > 1 else ONE_NAME)
    return Judgement(
        verdict=Verdict.POSITIVE if enough else Verdict.UNSURE,
        score=max(score, SURE) if quoted else score,
        reasons=(
            f"names in both: {', '.join(name.removeprefix(NAME) for name in sorted(names)[:5])}",
            f"{len(shared) - len(names)} content words in both",
            *(("the same words in quotation marks",) if quoted else ()),
        ),
    )


def _share(both: int, one: int, other: int) -> float:
    least = min(one, other)
    return min(1.0, max(0.0, both / least)) if least > 0 else 0.0
