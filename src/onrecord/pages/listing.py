"""The articles of a record, a page of them at a time."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.sources import Source, sources_of
from onrecord.store import View

ON_A_PAGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """Articles `ON_A_PAGE` at a time by path, of a page its latest version; those shown together by day."""

    sources: tuple[Source, ...]
    rejected: int
    leaf: Leaf


def listing_page(view: View, number: int = 1) -> ListingPage:
    """The page of that number, the first being 1."""
    leaf = leaf_of(view.articles_count(), number, ON_A_PAGE)
    return ListingPage(
        sources=sources_of(view.articles_page(slice_of(leaf, ON_A_PAGE)), Shelf(view)),
        rejected=view.rejected_count(),
        leaf=leaf,
    )
