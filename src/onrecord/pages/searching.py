"""Where words stand, in what was said and in what was written."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.citations import Citation, Notebook, by_number, mark
from onrecord.pages.counting import count
from onrecord.pages.days import say_day
from onrecord.pages.layout import Document, Item, Line, Part, Section, date, doubt, faint, line, name
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stories import places
from onrecord.records import Span
from onrecord.store import Hit, HitKind, View

WHERE = {
    HitKind.HEADLINE: "in the headline",
    HitKind.DECK: "in the deck",
    HitKind.BODY: "in the text",
    HitKind.CAPTION: "in a caption",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place with the words. `speaker` and `said_on` are those of what was said, else None."""

    kind: HitKind
    outlet: str | None
    snippet: str
    attribution: str | None
    speaker: str | None
    said_on: str | None
    citation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The places, best first."""

    query: str
    found: tuple[Found, ...]
    citations: tuple[Citation, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        cited = by_number(self.citations)
        items = tuple(
            Item(lead=_lead(one), details=(line(one.snippet, " ", mark([one.citation], cited)),)) for one in self.found
        )
        title = f"{count(len(self.found), 'place')} with “{self.query}”"
        sections = (Section(heading="", items=items), *places(self.citations)) if items else ()
        return Document(title=title, parts=(Part(title=title, sections=sections),))


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
        outlet,
    )


def search_page(view: View, query: str, limit: int) -> SearchPage:
    """At most `limit` places that have all the words."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    hits = view.search(query, limit)
    shelf.take(hits)
    found = tuple(_found(hit, shelf, notebook) for hit in hits)
    return SearchPage(query=query, found=found, citations=notebook.citations())


def _found(hit: Hit, shelf: Shelf, notebook: Notebook) -> Found:
    said = shelf.attribution(hit.attribution) if hit.attribution else None
    return Found(
        kind=hit.kind,
        outlet=shelf.outlet(hit.article),
        snippet=hit.snippet,
        attribution=hit.attribution,
        speaker=said.speaker_name if said else None,
        said_on=said.said_on if said else None,
        citation=notebook.cite(hit.article, Span.of(shelf.article(hit.article).text, hit.start, hit.end)),
    )
