"""What search is asked and what it answers: a query in words, hits with the offsets to cite."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import Article, Attribution, Reading, SegmentKind
from onrecord.records.errors import InputError
from onrecord.store.words import Word, fold

QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|(\S+)")
CONTEXT_CHARS = 80  # on each side of a hit
MOST_RANKED = 2_000  # passages of one query: bm25 says little of words that more passages have
SHOWN_CHARS = 200  # of a query, in a message


class HitKind(StrEnum):
    """Where a hit stands."""

    QUOTATION = "quotation"  # in the content of an attribution
    HEADLINE = "headline"
    DECK = "deck"
    BODY = "body"
    CAPTION = "caption"


SEGMENT_KINDS = {
    SegmentKind.HEADLINE: HitKind.HEADLINE,
    SegmentKind.DECK: HitKind.DECK,
    SegmentKind.BODY: HitKind.BODY,
    SegmentKind.CAPTION: HitKind.CAPTION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where in the article the words of the query stand, `[start, end)`; the higher `score`, the better."""

    kind: HitKind
    article: str
    attribution: str | None
    start: int
    end: int
    snippet: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that follow each other; where `open_ended`, the last may go on."""

    words: tuple[str, ...]
    open_ended: bool = False

    def stands_at(self, words: Sequence[Word], at: int) -> bool:
        """Whether the term is what stands from word number `at`."""
        found = [word.folded for word in words[at : at + len(self.words)]]
        if self.open_ended and len(found) == len(self.words) and found[-1].startswith(self.words[-1]):
            found[-1] = self.words[-1]
        return tuple(found) == self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article that is found as a whole: `pieces` are its `[start, end)`, in reading order."""

    kind: HitKind
    pieces: tuple[tuple[int, int], ...]
    attribution: str | None = None

    def words(self, text: str) -> str:
        """What the search index holds of it."""
        return " ".join(fold(text[start:end]) for start, end in self.pieces)


def parse(query: str) -> tuple[Term, ...]:
    """The terms that a hit must have, all of them: words, `"exact phrases"`, beginnings of words with `*`.

    Raises InputError where the query has no word in it.
    """
    terms = []
    for phrase, word in QUOTED.findall(query):
        words = tuple(fold(phrase or word).split())
        if words:
            terms.append(Term(words=words, open_ended=word.endswith("*")))
    if not terms:
        shown = query if len(query) <= SHOWN_CHARS else query[:SHOWN_CHARS] + "…"
        raise InputError(f"“{shown}”: there is no word in it to search for; give a word or a phrase")
    return tuple(terms)


def passages(reading: Reading) -> Iterator[Passage]:
    """All of the article that can be found: what people wrote to be read, and each quotation as a whole."""
    for segment in reading.article.prose():
        yield Passage(kind=SEGMENT_KINDS[segment.kind], pieces=((segment.start, segment.end),))
    for attribution in reading.attributions:
        yield Passage(kind=HitKind.QUOTATION, pieces=pieces_of(attribution), attribution=attribution.id)


def pieces_of(attribution: Attribution) -> tuple[tuple[int, int], ...]:
    """Where the contents of the attribution stand."""
    return tuple((span.start, span.end) for span in attribution.content)


def locate(terms: Sequence[Term], words: Sequence[Word]) -> tuple[int, int] | None:
    """The shortest, first stretch `[start, end)` that has every term in it, or None."""
    places = [[at for at in range(len(words)) if term.stands_at(words, at)] for term in terms]
    if not all(places):
        return None
    best = None
    for first in sorted({at for several in places for at in several}):
        following = [bisect_left(several, first) for several in places]
        if any(number == len(several) for number, several in zip(following, places, strict=True)):
            break
        chosen = (several[number] for number, several in zip(following, places, strict=True))
        last = max(at + len(term.words) - 1 for at, term in zip(chosen, terms, strict=True))
        if best is None or last - first < best[1] - best[0]:
            best = first, last
    return (words[best[0]].start, words[best[1]].end) if best else None


def snippet(article: Article, start: int, end: int) -> str:
    """The text around the hit in one line, cut between words, with an ellipsis where it goes on."""
    text = article.text
    left, right = max(0, start - CONTEXT_CHARS), min(len(text), end + CONTEXT_CHARS)
    before, after = text[left:start], text[end:right]
    if left > 0:
        before = "…" + before.partition(" ")[2]
    if right < len(text):
        after = after.rpartition(" ")[0] + "…"
    return " ".join((before + text[start:end] + after).split())
