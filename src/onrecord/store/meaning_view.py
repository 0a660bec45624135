"""The question whose answers are statements in other words: what was said that means what these words mean."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from onrecord.store import queries
from onrecord.store.operators import Clause, Query, Term
from onrecord.store.reach import ALL, Reach
from onrecord.store.search import Match
from onrecord.store.search_view import SearchView
from onrecord.store.sifting import Sieve
from onrecord.text.kindred import kindred
from onrecord.text.meanings import meaning
from onrecord.text.stems import STOPWORDS

OWN = 0.95  # another form of the word itself; the word is 1
LEAST = 0.1  # of what the query weighs
COMMON = 3_000  # passages, the latest, of which one word tells; and a concept of more tells too little
MOST = 600  # passages that are looked at, the best first


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Words of which a query asks for one, and all words of the record that may stand for them, with weights."""

    asked: tuple[str, ...]
    words: Mapping[str, float]

    @property
    def clause(self) -> Clause:
        """The words, each as a term."""
        return tuple(map(_term, self.words))


class MeaningView(SearchView):
    """Search by meaning in what was said."""

    def concepts(self, query: Query) -> tuple[Concept, ...]:
        """What the plain words of the query may mean; none of phrases, beginnings and words that say nothing alone."""
        found = []
        for clause in query.clauses:
            words = [word for term in clause for word in term.words if word not in STOPWORDS]
            if words and not any(map(_is_exact, clause)):
                found.append(Concept(asked=tuple(words), words=self._forms(words)))
        return tuple(found)

    def meant(self, query: Query, concepts: Sequence[Concept]) -> Iterator[Match]:
        """What was said that has the concepts or some of them, and all else that is asked for; the best first."""
        sieve = Sieve(query.fields, self)
        reach = sieve.reach()
        within = self._spoken(reach) if reach is not ALL else None
        postings = [self._postings(one) for one in concepts]
        rare = [levels for levels in postings if sum(len(ids) for _, ids in levels) < COMMON] or postings
        for clause in query.clauses:
            if any(map(_is_exact, clause)):
                having = frozenset(passage for (passage,) in self._reader.having(clause))
                within = having if within is None else within & having
        scores = rank(rare, self.passage_count(), within)
        best = {passage: score for score, passage in scores}
        spoken = [one for one in self._found([(*one, True) for one in best.items()]) if one.attribution]
        return self._sifted(spoken, query, sieve)

    def _spoken(self, reach: Reach) -> frozenset[int]:
        """The passages of what was said that are reached."""
        query = f"SELECT k.passage FROM spoken k WHERE true{reach.condition('k.passage')}"  # noqa: S608 - SQL of our own
        return frozenset(passage for (passage,) in self._reader.rows(query, reach.values))

    def _forms(self, words: Iterable[str]) -> dict[str, float]:
        """The words of the record that may stand for one of these, by how surely they do."""
        meanings: dict[str, float] = {}
        for word in words:
            near = {meaning(word): OWN, **kindred(word)}
            meanings.update((one, max(weight, meanings.get(one, 0.0))) for one, weight in near.items())
        spelled = self.about(queries.SPELLED, sorted(meanings))
        return {word: meanings[meant] for word, meant in spelled} | dict.fromkeys(words, 1.0)

    def _postings(self, concept: Concept) -> list[tuple[float, frozenset[int]]]:
        """The passages that have words of the concept, weight by weight."""
        levels: dict[float, list[str]] = {}
        for word, weight in concept.words.items():
            levels.setdefault(weight, []).append(word)
        return [
            (weight, frozenset(chain.from_iterable(islice(self._reader.having(tuple(map(_term, words))), COMMON))))
            for weight, words in levels.items()
        ]

    def passage_count(self) -> int:
        """How many passages can be found."""
        row = self._reader.row(queries.FACT, {"key": "passages"})
        return int(row[0]) if row else 0


def _term(word: str) -> Term:
    return Term(words=(word,))


def _is_exact(term: Term) -> bool:
    """Whether the words are to stand as they are written."""
    return term.quoted or term.open_ended


def rank(
    concepts: Sequence[Sequence[tuple[float, Collection[int]]]], passages: int, within: Collection[int] | None = None
) -> list[tuple[float, int]]:
    """The passages that have some of the concepts, the best MOST first: how well each fits, from 0 to 1, and its id.

    A concept weighs the more, the fewer passages have it (inverse document frequency), and counts in a passage by the
    word that stands for it most surely. `within` has the only passages that are wanted.
    """
    scores: dict[int, float] = {}
    whole = 0.0
    for levels in concepts:
        rarity = math.log(1 + passages / (1 + len(set().union(*(ids for _, ids in levels)))))
        whole += rarity
        best: dict[int, float] = {}
        for weight, ids in sorted(levels, key=lambda level: level[0]):
            best.update(dict.fromkeys(ids, rarity * weight))
        both = {passage: scores[passage] + best[passage] for passage in scores.keys() & best.keys()}
        scores = {**scores, **best, **both}
    if within is not None:
        scores = {passage: scores[passage] for passage in scores.keys() & within}
    return [(score / whole, passage) for score, passage in _best(scores, LEAST * whole)]


def _best(scores: Mapping[int, float], least: float) -> list[tuple[float, int]]:
    """The MOST passages of the best scores, of those that fit as well by id. There are few different scores."""
    counted = Counter(scores.values())
    found: list[tuple[float, int]] = []
    last = least
    wanted = MOST
    for score in sorted((one for one in counted if one >= least), reverse=True):
        last, wanted = score, wanted - counted[score]
        if wanted <= 0:
            break
    found = [(score, passage) for passage, score in scores.items() if score >= last]
    return sorted(found, key=lambda one: (-one[0], one[1]))[:MOST]
