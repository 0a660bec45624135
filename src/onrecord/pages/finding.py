"""What a search finds: statements, however many reports have the words, and places in what was written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from onrecord.store import Clause, Concept, Hit, HitKind, Match, Saying, View, parse

LEAST_NEAR = 0.7  # of what is shown where nothing has the words
LEAST_BESIDE = 1.0  # beside what has them
CLOSENESS = 2.0  # against 1 for having words for all of it
Near: TypeAlias = Callable[[str], Callable[[str], float]]


class Way(StrEnum):
    """How a result was found."""

    WORDS = "words"  # it has the words of the query
    MEANING = "meaning"  # it was said in other words


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """That these words of the record stand for a word of the query."""

    asked: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A statement, or a place in the text; `matches` are its passages that fit, the best first.

    `clauses` are the words to mark in it, `concepts` what was looked for in other words.
    """

    way: Way
    matches: tuple[Match, ...]
    clauses: tuple[Clause, ...]
    concepts: tuple[Concept, ...] = ()

    @property
    def kind(self) -> HitKind:
        """Where the words stand."""
        return self.matches[0].kind

    @property
    def said(self) -> Saying | None:
        """What the record tells of the statement; None of a place in the text."""
        return self.matches[0].said

    @property
    def statement(self) -> str | None:
        """The id of the statement; None of a place, or of what no statement was made of yet."""
        return self.said.statement if self.said else None

    def stands(self, hit: Hit) -> Iterator[Stand]:
        """Which words of the hit stand for those of the query that it has not."""
        for concept in self.concepts:
            there = [word for word in hit.words if word in concept.words]
            if there and set(concept.asked).isdisjoint(there):
                yield Stand(asked=" or ".join(concept.asked), words=tuple(there))


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What was found: what has the words, then what means them; the best first, or the latest where `latest_first`.

    `more` tells that there is more.
    """

    results: tuple[Result, ...]
    more: bool
    latest_first: bool


def by_model(words: str) -> Callable[[str], float]:
    """How near texts are to the words by the shipped word vectors, which are opened when they are needed."""
    from onrecord.annotate.model.closeness import closeness_to  # noqa: PLC0415 - most searches need none

    return closeness_to(words).of


def find(view: View, query: str, most: int, most_latest: int | None = None, near: Near = by_model) -> Results:
    """At most `most` results, or `most_latest` where the latest come first; InputError where the query cannot be asked.

    `near` puts what means it in order.
    """
    asked = parse(query)
    matches = view.matches(asked)
    if matches.latest_first and most_latest is not None:
        most = most_latest
    exact = _gathered(matches.matches, most)
    found = [Result(way=Way.WORDS, matches=tuple(one), clauses=asked.clauses) for one in exact.values()]
    if len(found) <= most and (concepts := view.concepts(asked)):
        others = (one for one in view.meant(asked, concepts) if _key(one) not in exact)
        close = _nearest(others, concepts, view, near)
        least = LEAST_BESIDE if found else LEAST_NEAR
        meant = _gathered((one for how, one in close if how >= least), most - len(found))
        kept = tuple(clause for clause in asked.clauses if any(term.quoted or term.open_ended for term in clause))
        clauses = (*kept, *(one.clause for one in concepts))
        found += [
            Result(way=Way.MEANING, matches=tuple(one), clauses=clauses, concepts=concepts) for one in meant.values()
        ]
    return Results(results=tuple(found[:most]), more=len(found) > most, latest_first=matches.latest_first)


def find_among(view: View, query: str, statements: Collection[str], most: int) -> tuple[Result, ...]:
    """What of these statements is a result, however many others are; in other words as far as `most` results go."""
    asked = parse(query)
    reports = view.matches(asked, statements).matches
    fitting = (one for one in reports if one.said and one.said.statement in statements)
    exact = _gathered(fitting, len(statements)).values()
    others = find(view, query, most).results
    return (
        *(Result(way=Way.WORDS, matches=tuple(one), clauses=asked.clauses) for one in exact),
        *(one for one in others if one.way is Way.MEANING and one.statement in statements),
    )


def nearness(score: float, close: float) -> float:
    """How near a text is to what was asked for, by how much of it has a word there and by how close the texts are."""
    return score + CLOSENESS * close


def _nearest(
    matches: Iterable[Match], concepts: Sequence[Concept], view: View, near: Near
) -> Sequence[tuple[float, Match]]:
    """The matches with how near each is to what was asked for, the nearest first."""
    found = list(matches)
    if not found:
        return ()
    close = near(" ".join(word for concept in concepts for word in concept.asked))
    texts = view.contents([one.attribution for one in found if one.attribution])
    scored = [(nearness(one.score, close(texts.get(one.attribution or "", ""))), one) for one in found]
    return sorted(scored, key=lambda pair: -pair[0])


def _gathered(matches: Iterable[Match], most: int) -> dict[tuple[str, int], list[Match]]:
    """The matches by what they are reports of, one more than `most` of them; in the order of the first of each."""
    found: dict[tuple[str, int], list[Match]] = {}
    for match in matches:
        key = _key(match)
        if key in found:
            found[key].append(match)
        elif len(found) <= most:
            found[key] = [match]
        else:
            break
    return found


def _key(match: Match) -> tuple[str, int]:
    if match.said is None:
        return match.article, match.start
    return match.said.statement or match.attribution or "", -1
