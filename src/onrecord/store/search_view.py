"""The question whose answers are places in articles: where these words stand, said or written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple, TypeAlias

import msgspec

from onrecord.records import Form, Span
from onrecord.records.errors import RecordError
from onrecord.store import queries
from onrecord.store.derived_view import DerivedView
from onrecord.store.ground_view import GroundView
from onrecord.store.operators import Clause, Query, parse
from onrecord.store.passage_ids import recency
from onrecord.store.reach import REPORTING, Reach
from onrecord.store.search import Hit, HitKind, Match, Matches, Saying, hit_of, locate, pieces_of
from onrecord.store.sifting import Sieve
from onrecord.store.words import words_of

MOST_PASSAGES = 10_000  # that are looked at where the latest come first
MANY = 500  # that have the words; of more the latest come first, since so common words do not tell the best
AT_A_TIME = 1_000  # of the best that are put in order and held against each other, unless so many are not wanted
_NAMES = msgspec.json.Decoder(tuple[str, ...])
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_SPAN = msgspec.json.Decoder(Span)


Row: TypeAlias = tuple[int, float, bool]  # a passage, how well it fits, whether its phrases are sure


class Found(NamedTuple):
    """A passage that has the words, and how well it fits; unless `sure`, its phrases must be looked for."""

    passage: int
    score: float
    sure: bool
    place: str
    kind: str
    article: str
    attribution: str | None
    start: int
    end: int


class SearchView(GroundView, DerivedView):
    """Full-text search over headlines, body, captions and quotations."""

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Where the words of the query stand, the best first; `operators` has the language.

        A hit within a quotation is given as the quotation's, once; one in an earlier version of a page where the latest
        has no such passage. InputError where the query cannot be asked.
        """
        asked = parse(query)
        hits: list[Hit] = []
        for match in self.matches(asked).matches:
            if len(hits) >= limit:
                break
            hits.append(self.place(match, asked.clauses))
        return tuple(hits)

    def matches(self, query: Query, reporting: Collection[str] | None = None) -> Matches:
        """The passages that fit, the best first; of very many the latest; without words the latest of what was said.

        A paragraph of which something fits that is quoted in it is not given beside it. Only what reports one of the
        statements is found where they are named.
        """
        sieve = Sieve(query.fields, self)
        reach = sieve.reach()
        if reporting is not None:
            reach = reach.within(REPORTING, sorted(reporting))
        if query.clauses:
            reach = reach.sized(lambda crowd, values: self._reader.row(crowd, values) is not None)
        latest = self._by_day(query.clauses, reach)
        first = list(islice(latest, MANY + 1)) if query.clauses else []
        if query.clauses and len(first) <= MANY:
            best = self._reader.search(query.clauses, reach)
            rows = ((passage, score, bool(sure)) for passage, score, sure in best)
            return Matches(matches=self._sifted(self._apart(rows), query, sieve), latest_first=False)
        # Of the latest, only those of one article fit equally well.
        apart = self._apart(chain(first, latest), queries.AT_ONCE, queries.PLACED)
        return Matches(matches=self._sifted(apart, query, sieve), latest_first=True)

    def _by_day(self, clauses: Sequence[Clause], reach: Reach) -> Iterator[Row]:
        """The passages that have the words, the latest first; without words what was said, the latest first."""
        if clauses:
            found = self._reader.latest(clauses, reach, MOST_PASSAGES)
            return ((passage, recency(passage), bool(sure)) for passage, sure in found)
        said = self._reader.rows(reach.said(MOST_PASSAGES), reach.values)
        return ((passage, float(-number), True) for number, (passage,) in enumerate(said))

    def place(self, match: Match, clauses: Sequence[Clause]) -> Hit:
        """Where in the passage the words of the clauses stand; its beginning where none does."""
        article = self._recent(match.article)
        quotation = self.attribution(match.attribution) if match.attribution else None
        if article is None or (match.attribution and quotation is None):
            raise RecordError(f"{self._reader.path}: search leads to what is gone; build the record again")
        return hit_of(match, clauses, article, quotation)

    def contents(self, attributions: Sequence[str]) -> Mapping[str, str]:
        """What was said by each of the attributions, as printed."""
        rows = self.about(queries.CONTENTS, attributions)
        return {attribution: " ".join(span.exact for span in _SPANS.decode(content)) for attribution, content in rows}

    def _found(self, rows: Sequence[Row], query: str = queries.PASSAGES) -> list[Found]:
        """The passages, the best first; of those that fit as well, by path and offset."""
        known = {row[0]: row[1:] for row in self.about(query, [row[0] for row in rows])}
        found = [Found._make((*row, *known[row[0]])) for row in rows]
        return sorted(
            found, key=lambda one: (-one.score, one.place, one.article, one.start, one.end, one.attribution or "")
        )

    def _sifted(self, found: Iterable[Found], query: Query, sieve: Sieve) -> Iterator[Match]:
        """Those of the passages that have what is asked for and not what is left out, each passage of a page once."""
        left_out = {passage for (passage,) in self._reader.having(query.without)} if query.without else set()
        once: set[tuple[str, str]] = set()
        rows = iter(found)
        while some := list(islice(rows, queries.AT_ONCE)):
            matches = self._told([one for one in some if one.passage not in left_out])
            without = self._with_any(matches, left_out) if left_out else set()
            for match in sieve.sift(matches):
                if match.said and match.said.statement in without:
                    continue
                if self._is_sure(match, query) and self._is_latest(match, once):
                    yield match

    def _apart(self, rows: Iterator[Row], at_a_time: int = AT_A_TIME, query: str = queries.PASSAGES) -> Iterator[Found]:
        """The passages in order, read as far as they are asked for, but for paragraphs of which another is quoted.

        That is left out which something quoted in it is as good as, or near to: among so many, or before them.
        """
        quoted: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        while some := list(islice(rows, at_a_time)):
            found = self._found(some, query)
            for one in found:
                if one.attribution:
                    quoted[one.article].append((one.start, one.end))
            yield from (one for one in found if one.attribution or not _holds(one, quoted.get(one.article, ())))

    def _told(self, found: Sequence[Found]) -> list[Match]:
        """The passages with what the record tells of each."""
        known = {row[0]: row[1:] for row in self.about(queries.MATCHED, [one.passage for one in found])}
        return [_match(one, known[one.passage]) for one in found]

    def _with_any(self, matches: Iterable[Match], passages: set[int]) -> set[str | None]:
        """The statements of which any report is one of the passages."""
        statements = [one.said.statement for one in matches if one.said and one.said.statement]
        return {statement for statement, passage in self.about(queries.REPORTED, statements) if passage in passages}

    def _is_sure(self, match: Match, query: Query) -> bool:
        """Whether the phrases stand there, where the index could not tell."""
        if match.sure:
            return True
        article = self._recent(match.article)
        quotation = self.attribution(match.attribution) if match.attribution else None
        pieces = pieces_of(quotation) if quotation else ((match.start, match.end),)
        return article is not None and locate(query.clauses, tuple(words_of(article.text, pieces))) is not None

    def _is_latest(self, match: Match, once: set[tuple[str, str]]) -> bool:
        """Whether no later version of the page has the passage, nor an earlier one that was given."""
        if match.latest is None:
            return True
        earlier, later = self._recent(match.article), self._recent(match.latest)
        if earlier is None or later is None:
            return True
        text = earlier.text[match.start : match.end]
        if (match.said and match.said.carried_on) or text in later.text or (match.latest, text) in once:
            return False
        once.add((match.latest, text))
        return True


def _holds(paragraph: Found, quoted: Iterable[tuple[int, int]]) -> bool:
    return any(
        paragraph.start <= start < paragraph.end or paragraph.start < end <= paragraph.end for start, end in quoted
    )


def _match(found: Found, known: Sequence[Any]) -> Match:
    outlet, published, latest, *said = known
    return Match(
        passage=found.passage,
        kind=HitKind(found.kind),
        article=found.article,
        attribution=found.attribution,
        start=found.start,
        end=found.end,
        score=found.score,
        sure=found.sure,
        outlet=outlet,
        published=published,
        latest=latest,
        said=_saying(said) if found.attribution else None,
    )


def _saying(known: Sequence[Any]) -> Saying:
    statement, speaker, name, said_on, form, addressee, relayed_by, later = known
    return Saying(
        statement=statement,
        speaker=speaker,
        speaker_name=name,
        said_on=said_on,
        form=Form(form),
        addressee=_SPAN.decode(addressee).exact if addressee else None,
        relayed_by=_NAMES.decode(relayed_by),
        carried_on=later is not None,
    )
