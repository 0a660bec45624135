"""The articles of a record, a page of them at a time."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.shelf import Shelf
from onrecord.pages.sources import Source, sources_of
from onrecord.records.errors import InputError
from onrecord.store import View

ON_A_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """Articles `ON_A_PAGE` at a time by path, of a page its latest version; those shown together by day."""

    sources: tuple[Source, ...]
    articles: int
    number: int
    pages: int
    rejected: int


def listing_page(view: View, number: int = 1) -> ListingPage:
    """The page of that number, the first being 1."""
    earlier = {one.article for one in view.page_versions() if not one.stands}
    articles = [article for article in view.article_ids() if article not in earlier]
    pages = max(-(-len(articles) // ON_A_PAGE), 1)
    if not 1 <= number <= pages:
        raise InputError(f"page={number}: there are {pages} pages of articles; give one of these")
    start = (number - 1) * ON_A_PAGE
    return ListingPage(
        sources=sources_of(articles[start : start + ON_A_PAGE], Shelf(view)),
        articles=len(articles),
        number=number,
        pages=pages,
        rejected=view.counts().rejected,
    )
