"""One question, one frozen page, read from the store's view. How it looks is the matter of `formats`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from onrecord.pages.layout import Page

# The function that answers each question, imported when it is asked.
PAGES = {
    "brief": "onrecord.pages.brief:brief_page",
    "positions": "onrecord.pages.positions:positions_page",
    "timeline": "onrecord.pages.timeline:timeline_page",
    "differ": "onrecord.pages.differences:differ_page",
    "sources": "onrecord.pages.sources:sources_page",
    "origins": "onrecord.pages.provenance:origins_page",
    "rejected": "onrecord.pages.sources:rejected_page",
    "who": "onrecord.pages.actors:who_page",
    "why": "onrecord.pages.actors:why_page",
    "search": "onrecord.pages.searching:search_page",
    "exact search": "onrecord.pages.searching:exact_search_page",
    "searches": "onrecord.pages.searches:searches_page",
    "text": "onrecord.pages.article:text_page",
    "whole text": "onrecord.pages.article:whole_text_page",
    "versions": "onrecord.pages.versions:versions_page",
    "history": "onrecord.pages.versions:history_page",
    "verify": "onrecord.pages.checking:verify_page",
    "build": "onrecord.pages.building:build_page",
    "judgements": "onrecord.pages.judgements:judgements_page",
}


def ask(question: str) -> Callable[..., Page]:
    """The function that answers the question from a view."""
    module, _, function = PAGES[question].partition(":")
    answer: Callable[..., Page] = getattr(import_module(module), function)
    return answer
