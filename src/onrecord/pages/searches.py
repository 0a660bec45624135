"""The searches that are kept by name."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.faceting import NAMES, Wanted
from onrecord.records import SavedSearch
from onrecord.records.errors import InputError
from onrecord.records.ids import content_id
from onrecord.store import View, parse

LONGEST_NAME = 100  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchesPage:
    """All searches that are kept, by name."""

    searches: tuple[SavedSearch, ...]


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
