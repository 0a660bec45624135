"""The question whose answers are places in articles: where these words stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.records import Article, Attribution
from onrecord.records.errors import RecordError
from onrecord.store import queries
from onrecord.store.ground_view import GroundView
from onrecord.store.search import Hit, HitKind, Term, locate, parse, pieces_of, snippet
from onrecord.store.words import words_of

AT_ONCE = 50  # passages that are looked up together


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage that has all the words, and how well it fits; unless `sure`, its phrases must be looked for."""

    kind: str
    article: str
    attribution: str | None
    start: int
    end: int
    score: float
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The articles and attributions that several passages stand in, and which articles are earlier versions."""

    articles: Mapping[str, Article]
    said: Mapping[str, Attribution]
    earlier: frozenset[str]


class SearchView(GroundView):
    """Full-text search over headlines, body, captions and quotations."""

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Where all words of the query stand, the best first; `"…"` is a phrase, `word*` a beginning.

        A hit within a quotation is given as the quotation's, once; one in an earlier version of a page where the latest
        has no such passage. InputError where the query has no word.
        """
        terms = parse(query)
        hits: dict[tuple[str, str | int], Hit] = {}
        names = Found.__slots__
        rows = (Found(**dict(zip(names, row, strict=True))) for row in self._reader.search(terms))
        while len(hits) < limit and (some := tuple(islice(rows, AT_ONCE))):
            known = self._known(some)
            for found in some:
                if len(hits) < limit:
                    self._keep(terms, found, known, hits)
        return tuple(hits.values())

    def _known(self, some: Sequence[Found]) -> _Known:
        articles = tuple(dict.fromkeys(one.article for one in some))
        said = self.attributions_named([one.attribution for one in some if one.attribution])
        return _Known(
            articles={one.id: one for one in self.articles_named(articles)},
            said={one.id: one for one in said},
            earlier=self.earlier_among(articles),
        )

    def _keep(self, terms: Sequence[Term], found: Found, known: _Known, hits: dict[tuple[str, str | int], Hit]) -> None:
        """The hit is among the others, unless it is found elsewhere."""
        latest = None
        if found.article in known.earlier:
            latest = self._reader.row(queries.VERSION_OF, {"article": found.article})
        if latest is not None and self._stands_in(latest[0], found):
            return
        hit = self._hit(terms, found, known)
        if hit is None:
            return
        # What several earlier versions have, and the latest has not, is found once.
        key = (hit.article, hit.attribution or hit.start) if latest is None else (latest[0], hit.snippet)
        hits.setdefault(key, hit)

    def _stands_in(self, latest: str, found: Found) -> bool:
        """Whether the latest version of the page has the passage of an earlier one too, and it will be found there."""
        if found.attribution and self._reader.row(queries.SUCCESSOR, {"id": found.attribution}):
            return True
        earlier, later = self._recent(found.article), self._recent(latest)
        return earlier is not None and later is not None and earlier.text[found.start : found.end] in later.text

    def _hit(self, terms: Sequence[Term], found: Found, known: _Known) -> Hit | None:
        article = known.articles.get(found.article)
        if article is None:
            raise RecordError(f"{self._reader.path}: search leads to an article that is gone; build the record again")
        quotation = known.said.get(found.attribution) if found.attribution else None
        pieces = pieces_of(quotation) if quotation else ((found.start, found.end),)
        stretch = locate(terms, tuple(words_of(article.text, pieces)))
        if stretch is None and not found.sure:
            return None
        start, end = stretch or (found.start, found.end)
        quotation = quotation or self._quotation_at(article.id, start, end)
        return Hit(
            kind=HitKind.QUOTATION if quotation else HitKind(found.kind),
            article=article.id,
            attribution=quotation.id if quotation else None,
            start=start,
            end=end,
            snippet=snippet(article, start, end),
            score=round(found.score, 6),
        )

    def _quotation_at(self, article: str, start: int, end: int) -> Attribution | None:
        """The first quotation that has all of the stretch in one of its contents."""
        for attribution in self.attributions(article):
            if any(span.start <= start and end <= span.end for span in attribution.content):
                return attribution
        return None
