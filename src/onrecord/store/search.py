"""What search answers: passages that fit, and hits with the offsets to cite."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import Article, Attribution, Form, Reading, SegmentKind
from onrecord.store.operators import Clause, Term
from onrecord.store.words import Word, fold, words_of
from onrecord.text.meanings import meaning

CONTEXT_CHARS = 80  # on each side of a hit
LONGEST_WORD = 60  # characters of a word that may mean something
SHOWN_CHARS = 300  # of what is found as a whole


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
    """Where in the article the words of the query stand, `[start, end)`; the higher `score`, the better.

    `marks` are the places in the snippet where one of them stands, `words` those that stand anywhere in the passage,
    as search compares them.
    """

    kind: HitKind
    article: str
    attribution: str | None
    start: int
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A passage that fits, `[start, end)` of its article, with what it can be narrowed by.

    What is `said` has the attribution, and what the record tells of it; `latest` is the latest version of the page
    where the article is an earlier one. The higher `score`, the better; unless `sure`, phrases must be looked for.
    """

    passage: int
    kind: HitKind
    article: str
    attribution: str | None
    start: int
    end: int
    score: float
    sure: bool
    outlet: str | None
    published: str | None
    latest: str | None
    said: Saying | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What the record tells of an attribution: its statement, who said it, when, how, to whom and through whom.

    `speaker` is an actor or None, `speaker_name` the actor's name, else that in the article.
    """

    statement: str | None
    speaker: str | None
    speaker_name: str | None
    said_on: str | None
    form: Form
    addressee: str | None
    relayed_by: tuple[str, ...]
    carried_on: bool  # a later version of the page has it too


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The passages that fit, read as far as they are asked for: the best first, or the latest."""

    matches: Iterator[Match]
    latest_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article that is found as a whole: `pieces` are its `[start, end)`, in reading order."""

    kind: HitKind
    pieces: tuple[tuple[int, int], ...]
    attribution: str | None = None

    def words(self, text: str) -> str:
        """What the search index holds of it."""
        return " ".join(fold(text[start:end]) for start, end in self.pieces)


def passages(reading: Reading) -> Iterator[Passage]:
    """All of the article that can be found: what people wrote to be read, and each quotation as a whole."""
    for segment in reading.article.prose():
        yield Passage(kind=SEGMENT_KINDS[segment.kind], pieces=((segment.start, segment.end),))
    for attribution in reading.attributions:
        yield Passage(kind=HitKind.QUOTATION, pieces=pieces_of(attribution), attribution=attribution.id)


def vocabulary(words: Iterable[str]) -> list[dict[str, str]]:
    """The different words of what the search index holds, each with its meaning, but for those too long to have any."""
    known = sorted({word for several in words for word in several.split() if len(word) <= LONGEST_WORD})
    return [{"word": word, "meaning": meaning(word)} for word in known]


def pieces_of(attribution: Attribution) -> tuple[tuple[int, int], ...]:
    """Where the contents of the attribution stand."""
    return tuple((span.start, span.end) for span in attribution.content)


def locate(clauses: Sequence[Clause], words: Sequence[Word]) -> tuple[int, int] | None:
    """The shortest, first stretch `[start, end)` that has a term of every clause in it, or None."""
    known = _places(words)
    ends = [_ends(clause, words, known) for clause in clauses]
    places = [sorted(several) for several in ends]
    if not all(places):
        return None
    best = None
    for first in sorted({at for several in places for at in several}):
        following = [bisect_left(several, first) for several in places]
        if any(number == len(several) for number, several in zip(following, places, strict=True)):
            break
        chosen = (several[number] for number, several in zip(following, places, strict=True))
        last = max(several[at] for at, several in zip(chosen, ends, strict=True))
        if best is None or last - first < best[1] - best[0]:
            best = first, last
    return (words[best[0]].start, words[best[1]].end) if best else None


def place_of(
    match: Match, clauses: Sequence[Clause], article: Article, quotation: Attribution | None
) -> tuple[int, int, tuple[Word, ...]]:
    """Where in the passage of the article, or of what is quoted, the words of the clauses stand, and all its words.

    It is its beginning where none of the clauses does.
    """
    pieces = pieces_of(quotation) if quotation else ((match.start, match.end),)
    words = tuple(words_of(article.text, pieces))
    start, end = locate(standing(clauses, words), words) or pieces[0]
    return start, end, words


def hit_of(match: Match, clauses: Sequence[Clause], article: Article, quotation: Attribution | None) -> Hit:
    """The place with what is shown of it."""
    start, end, words = place_of(match, clauses, article, quotation)
    shown = snippet(article, start, min(end, start + SHOWN_CHARS))
    wanted = {word for clause in clauses for term in clause for word in term.words}
    return Hit(
        kind=match.kind,
        article=match.article,
        attribution=match.attribution,
        start=start,
        end=end,
        snippet=shown,
        marks=marks((term for clause in clauses for term in clause), shown),
        words=tuple(dict.fromkeys(word.folded for word in words if word.folded in wanted)),
        score=round(match.score, 6),
    )


def standing(clauses: Iterable[Clause], words: Sequence[Word]) -> list[Clause]:
    """The clauses of which a term is there."""
    known = _places(words)
    return [clause for clause in clauses if _ends(clause, words, known)]


def _places(words: Sequence[Word]) -> Mapping[str, Sequence[int]]:
    """The numbers at which each word stands."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word.folded, []).append(at)
    return places


def _ends(clause: Clause, words: Sequence[Word], places: Mapping[str, Sequence[int]]) -> dict[int, int]:
    """The numbers of the words at which one of the terms stands, each with that of its last word."""
    ends: dict[int, int] = {}
    for term in sorted(clause, key=lambda one: -len(one.words)):
        first, last = term.words[0], len(term.words) - 1
        begins = range(len(words)) if term.open_ended and not last else places.get(first, ())
        ends.update((at, at + last) for at in begins if term.stands_at(words, at))
    return ends


def marks(terms: Iterable[Term], text: str) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in the text, `[start, end)` each, in order; those that overlap are one."""
    words = tuple(words_of(text, [(0, len(text))]))
    known = _places(words)
    found: list[tuple[int, int]] = []
    for first, last in sorted(pair for term in terms for pair in _ends((term,), words, known).items()):
        start, end = words[first].start, words[last].end
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


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
