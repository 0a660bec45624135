"""The searches that are kept by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.pages.counting import count, listed
from onrecord.pages.days import say_day
from onrecord.pages.faceting import NAMES, Wanted
from onrecord.pages.layout import Document, Item, Part, Section, command, faint, line, strong
from onrecord.records import SavedSearch
from onrecord.records.errors import InputError
from onrecord.records.ids import content_id
from onrecord.store import View, parse

LONGEST_NAME = 100  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchesPage:
    """All searches that are kept, by name."""

    searches: tuple[SavedSearch, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        if not self.searches:
            how = line("To keep one: ", command("onrecord search RECORD WORDS --save NAME"))
            return Document(
                title="Saved searches", parts=(Part(title="No search is kept in this record", lede=(how,)),)
            )
        sections = (Section(heading="", items=tuple(map(_item, self.searches))),)
        title = count(len(self.searches), "search", "searches") + " kept by name"
        return Document(title="Saved searches", parts=(Part(title=title, sections=sections),))


def _item(search: SavedSearch) -> Item:
    narrowed = "".join(f", {facet} {value}" for facet, value in search.facets)
    kept = f"{search.query}{narrowed} · kept by {search.by}, {say_day(search.made[:10])}"
    return Item(lead=line(strong(search.name)), details=(line(faint(kept)),))


def search_named(searches: Iterable[SavedSearch], name: str) -> SavedSearch:
    """The search that is kept by the name; InputError where none is."""
    every = tuple(searches)
    for one in every:
        if one.name == name.strip():
            return one
    kept = f"kept are {listed([f'“{one.name}”' for one in every])}" if every else "none is kept in this record"
    raise InputError(f"“{name[:LONGEST_NAME]}”: no search is kept by that name; {kept}")


def searches_page(view: View) -> SearchesPage:
    """The searches that people keep."""
    return SearchesPage(searches=view.searches())


def wanted_by(search: SavedSearch) -> Wanted:
    """What the results of the search are narrowed to."""
    return Wanted(**dict(search.facets))


def saved_search(name: str, query: str, wanted: Wanted, by: str, made: str) -> SavedSearch:
    """The search to be kept under the name; InputError where there is none, or the query cannot be asked."""
    if not name or len(name) > LONGEST_NAME:
        raise InputError(f"“{name[:LONGEST_NAME]}”: that is no name for a search; give up to {LONGEST_NAME} characters")
    if not by:
        raise InputError("the search bears no name of who keeps it; say who you are")
    parse(query)
    chosen = ((facet, getattr(wanted, facet)) for facet in NAMES)
    return SavedSearch(
        id=content_id("search", name),
        name=name,
        query=query,
        facets=tuple((facet, value) for facet, value in chosen if value),
        made=made,
        by=by,
    )
