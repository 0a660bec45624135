"""What was said, and what was written, with these words or in other words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from onrecord.pages.citations import Citation, Cited, Notebook, by_number, mark
from onrecord.pages.counting import count, listed
from onrecord.pages.days import say_day
from onrecord.pages.finding import Result, Stand, Way, find
from onrecord.pages.layout import Document, Item, Line, Part, Section, date, doubt, faint, line, name, strong
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stories import places
from onrecord.records import Article, Attribution, Span
from onrecord.store import HitKind, Match, View, hit_of, place_of

WHERE = {
    HitKind.HEADLINE: "in the headline",
    HitKind.DECK: "in the deck",
    HitKind.BODY: "in the text",
    HitKind.CAPTION: "in a caption",
}
MOST_PLACES = 4  # of the reports of one statement that are quoted with their words


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A statement with the words, or a place in what was written.

    The snippet is of the best report; `marks` are the words in it, as `[start, end)` of the snippet. `citation` is the
    place, `others` those of further reports. `outlets` and `reports` are those of the whole statement. `stands` tell,
    of what was found in other words, which words stand for those of the query.
    """

    way: Way
    kind: HitKind
    statement: str | None
    attribution: str | None
    speaker: str | None
    actor: str | None
    said_on: str | None
    outlet: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    citation: int
    others: tuple[int, ...]
    outlets: tuple[str, ...]
    reports: int
    stands: tuple[Stand, ...]

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The snippet in pieces, each with whether it is marked."""
        bounds = [0, *(at for one in self.marks for at in one), len(self.snippet)]
        cut = (self.snippet[start:end] for start, end in pairwise(bounds))
        return tuple((piece, bool(number % 2)) for number, piece in enumerate(cut) if piece)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found, best first: what has the words, then what was said in other words. `more` is not shown.

    So many places may have the words that not the best, but the latest come first: `latest_first`.
    """

    query: str
    found: tuple[Found, ...]
    citations: tuple[Citation, ...]
    more: bool = False
    latest_first: bool = False

    def lay_out(self) -> Document:
        """The page as a document."""
        cited = by_number(self.citations)
        ways = {way: tuple(_item(one, cited) for one in self.found if one.way is way) for way in Way}
        exact, meant = ways[Way.WORDS], ways[Way.MEANING]
        first = "" if exact or not meant else "In other words"
        sections = [Section(heading=first, items=exact or meant)] if exact or meant else []
        if exact and meant:
            sections.append(Section(heading="In other words", items=meant))
        title = self._title()
        return Document(title=title, parts=(Part(title=title, sections=(*sections, *places(self.citations))),))

    def _title(self) -> str:
        exact = [one for one in self.found if one.way is Way.WORDS]
        said = sum(one.kind is HitKind.QUOTATION for one in exact)
        written = len(exact) - said
        told = [count(said, "statement")] if said or not written else []
        told += [count(written, "place")] if written else []
        more = ", and more" if self.more else ""
        order = ": the latest first" if self.latest_first and self.more else ""
        return f"{listed(told)} with “{self.query}”{more}{order}"


def _item(one: Found, cited: Cited) -> Item:
    words = line(*(strong(piece) if is_marked else piece for piece, is_marked in one.pieces))
    details = [line(*words, " ", mark([one.citation, *one.others], cited))]
    if one.stands:
        details.append(line(faint("; ".join(f"{stand.asked}: {listed(stand.words)}" for stand in one.stands))))
    return Item(lead=_lead(one), details=tuple(details))


def _lead(one: Found) -> Line:
    outlet = name(one.outlet) if one.outlet else doubt(OUTLET_NOT_TOLD)
    if one.kind is not HitKind.QUOTATION:
        return line(outlet, faint(f", {WHERE[one.kind]}"))
    speaker = name(one.speaker) if one.speaker else doubt("speaker not told")
    return line(
        speaker,
        ", ",
        date(say_day(one.said_on)) if one.said_on else doubt(say_day(None)),
        faint(" · "),
        line(*(line(", " if number else "", name(each)) for number, each in enumerate(one.outlets))) or outlet,
        faint(f" · {count(one.reports, 'report')}") if one.reports > 1 else "",
    )


def search_page(view: View, query: str, limit: int, ways: Collection[Way] = tuple(Way)) -> SearchPage:
    """At most `limit` results, of those that were found in these ways."""
    results = find(view, query, limit)
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    found = show((one for one in results.results if one.way in ways), shelf, notebook)
    return SearchPage(
        query=query,
        found=found,
        citations=notebook.citations(),
        more=results.more,
        latest_first=results.latest_first,
    )


def exact_search_page(view: View, query: str, limit: int) -> SearchPage:
    """The same, only of what has the words of the query."""
    return search_page(view, query, limit, (Way.WORDS,))


def show(results: Iterable[Result], shelf: Shelf, notebook: Notebook) -> tuple[Found, ...]:
    """The results with their words, and what stands behind each."""
    shown = tuple(results)
    matches = [match for one in shown for match in one.matches[:MOST_PLACES]]
    shelf.take_statements(one.statement for one in shown if one.statement)
    shelf.take_articles(one.article for one in matches)
    shelf.take_attributions(one.attribution for one in matches if one.attribution)
    return tuple(_show(one, shelf, notebook) for one in shown)


def _show(one: Result, shelf: Shelf, notebook: Notebook) -> Found:
    best, *others = one.matches[:MOST_PLACES]
    hit = hit_of(best, one.clauses, *_source(best, shelf))
    citation = notebook.cite(hit.article, Span.of(shelf.article(hit.article).text, hit.start, hit.end))
    reports = shelf.reports(shelf.statement(one.statement)) if one.statement else ()
    said = one.said
    return Found(
        way=one.way,
        kind=one.kind,
        statement=one.statement,
        attribution=hit.attribution,
        speaker=said.speaker_name if said else None,
        actor=said.speaker if said else None,
        said_on=said.said_on if said else None,
        outlet=shelf.outlet(hit.article),
        snippet=hit.snippet,
        marks=hit.marks,
        citation=citation,
        others=tuple(_cite(match, one, shelf, notebook) for match in others),
        outlets=tuple(dict.fromkeys(outlet for each in reports if (outlet := shelf.outlet(each.article)))),
        reports=len(reports) or len(one.matches),
        stands=tuple(one.stands(hit)),
    )


def _source(match: Match, shelf: Shelf) -> tuple[Article, Attribution | None]:
    """The article of the passage, and what is quoted in it."""
    return shelf.article(match.article), shelf.attribution(match.attribution) if match.attribution else None


def _cite(match: Match, one: Result, shelf: Shelf, notebook: Notebook) -> int:
    article, quotation = _source(match, shelf)
    start, end, _ = place_of(match, one.clauses, article, quotation)
    return notebook.cite(article.id, Span.of(article.text, start, end))
