"""Which captures are versions of one page: those of one address, in the order of the times at which they were found.

What is found at one address of the net is one page, whatever it says by then. A file's path, a site's front page and an
address that only the page itself calls its own prove less: there two are versions of one page if one is worded like the
other. Of two that were found at the same times nothing tells which is the later: neither takes the other's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import LCSseq

from onrecord.records import Article, PageVersion, Sighting
from onrecord.text.addresses import is_front_page
from onrecord.text.folding import fold
from onrecord.text.words import words

# Of the words of the shorter, in order. In the examples two articles that are no copies have .45 at most (one of them a
# brief of 62 words), and half of all pairs .19 at most.
ALIKE = 0.5
MOST_WORDS = 3_000  # of an article that are compared
KEPT = 16  # articles in memory

Find = Callable[[str], Article | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An article at one address: at which places, and from when to when."""

    article: str
    places: frozenset[str]
    first: str
    last: str
    is_file: bool


@dataclass(slots=True)
class _Chain:
    """Versions of one page so far, and the places at which they were found."""

    seen: list[Seen] = field(default_factory=list)
    places: set[str] = field(default_factory=set)


def page_versions(sightings: Iterable[Sighting], find: Find) -> tuple[PageVersion, ...]:
    """The versions of all pages that have several, page by page; `sightings` come by address.

    Pages of two addresses that have come to be the same are one, by its latest version.
    """
    look = lru_cache(maxsize=KEPT)(find)
    pages: dict[str, list[Seen]] = {}
    for _, rows in groupby(sightings, key=lambda row: row.address):
        for chain in _chains(_seen(rows), look):
            pages.setdefault(chain[-1].article, []).extend(chain)
    ends = {article: max(one.last for one in chain if one.article == article) for article, chain in pages.items()}
    return tuple(row for latest in sorted(pages) for row in _rows(_merged(pages[latest], latest), ends))


def _merged(chain: list[Seen], latest: str) -> list[Seen]:
    """Each article once, the latest at the end."""
    found: dict[str, list[Seen]] = {}
    for one in chain:
        found.setdefault(one.article, []).append(one)
    merged = [
        replace(several[0], first=min(one.first for one in several), last=max(one.last for one in several))
        for several in found.values()
    ]
    return sorted(merged, key=lambda one: (one.article == latest, *_order(one)))


def _rows(chain: list[Seen], ends: Mapping[str, str]) -> Iterator[PageVersion]:
    """The versions, if there are several; `ends` tell when what is the latest somewhere was last seen there."""
    latest = chain[-1]
    for number, one in enumerate(chain if len(chain) > 1 else (), start=1):
        stands = one is latest or ends.get(one.article, "") >= latest.first
        yield PageVersion(number=number, article=one.article, latest=latest.article, stands=stands)


def _seen(rows: Iterable[Sighting]) -> list[Seen]:
    """What was found at one address, in the order in which it was seen last."""
    found: dict[str, list[Sighting]] = {}
    for row in rows:
        found.setdefault(row.article, []).append(row)
    seen = [
        Seen(
            article=article,
            places=frozenset(row.place for row in several),
            first=min(row.first for row in several),
            last=max(row.last for row in several),
            is_file=all(row.is_file for row in several),
        )
        for article, several in found.items()
    ]
    return sorted(seen, key=_order)


def _order(one: Seen) -> tuple[str, str, str]:
    return (one.last, one.first, one.article)


def _chains(seen: list[Seen], find: Find) -> Iterator[list[Seen]]:
    """The pages of one address, each with its versions, the earliest first; the latest of each can be told."""
    chains: list[_Chain] = []
    for one in seen:
        own = [chain for chain in chains if chain.places & one.places and not _may_change_hands(one)]
        own = own or [chain for chain in reversed(chains) if _is_version(one, chain, find)][:1]
        chain = _Chain()
        for other in own:
            chain.seen += other.seen
            chain.places |= other.places
            chains.remove(other)
        chain.seen.append(one)
        chain.places |= one.places
        chains.append(chain)
    for chain in chains:
        yield from _told_apart(sorted(chain.seen, key=_order))


def _told_apart(seen: list[Seen]) -> Iterator[list[Seen]]:
    """The versions up to the latest; those that were found at the very times of the latest stand each for itself."""
    times = (seen[-1].last, seen[-1].first)
    at_once = [one for one in seen if (one.last, one.first) == times]
    yield [*seen[: len(seen) - len(at_once)], at_once[0]]
    yield from ([one] for one in at_once[1:])


def _may_change_hands(one: Seen) -> bool:
    """Whether another article may be found at the same place next time."""
    return one.is_file or any(is_front_page(place) for place in one.places)


def _is_version(one: Seen, chain: _Chain, find: Find) -> bool:
    """Whether the article is one more version of the page, by its headline or its words."""
    left, right = find(one.article), find(chain.seen[-1].article)
    if left is None or right is None:
        return False
    same_place = bool(chain.places & one.places)
    headed = left.headline is not None and fold(left.headline) == fold(right.headline or "")
    return (same_place and headed) or is_alike(left, right)


def is_alike(left: Article, right: Article) -> bool:
    """Whether half of the words of the shorter stand in the other, in order."""
    one, other = _words(left), _words(right)
    shorter = min(len(one), len(other))
    return shorter > 0 and LCSseq.similarity(one, other) >= ALIKE * shorter


def _words(article: Article) -> list[str]:
    found = [word.lower for part in article.body() for word in words(article.text, part.start, part.end)]
    return found[:MOST_WORDS]
