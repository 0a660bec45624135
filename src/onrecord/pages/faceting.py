"""Search with what its places can be narrowed to; each count is the length of the list that it leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.pages.citations import Citation
from onrecord.pages.searching import Found, search_page
from onrecord.store import View

MOST_PLACES = 150  # of which counts are made; a query with more is asked to be narrower


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the places are narrowed to; None is all."""

    kind: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    day: str | None = None


# What each facet has of a place; None where it has nothing.
FACETS: dict[str, Callable[[Found], str | None]] = {
    "kind": lambda one: one.kind.value,
    "outlet": lambda one: one.outlet,
    "speaker": lambda one: one.speaker,
    "day": lambda one: one.said_on,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value, how many places it leads to with the other facets as they are, and whether it is chosen."""

    value: str
    places: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow the places; days come in order, other values the most frequent first."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetedPage:
    """The places that fit, best first. `more` tells that the query has more places than are counted."""

    query: str
    wanted: Wanted
    facets: tuple[Facet, ...]
    found: tuple[Found, ...]
    citations: tuple[Citation, ...]
    more: bool
    most: int = MOST_PLACES


def faceted_page(view: View, query: str, wanted: Wanted) -> FacetedPage:
    """The places that have all the words; none where the query is empty."""
    if not query.strip():
        return FacetedPage(query="", wanted=wanted, facets=(), found=(), citations=(), more=False)
    page = search_page(view, query, MOST_PLACES + 1)
    places = tuple(_with_actor(one, view) for one in page.found[:MOST_PLACES])
    return FacetedPage(
        query=query,
        wanted=wanted,
        facets=tuple(_facet(name, places, wanted) for name in FACETS),
        found=tuple(one for one in places if _fits(one, wanted)),
        citations=page.citations,
        more=len(page.found) > MOST_PLACES,
    )


def _with_actor(one: Found, view: View) -> Found:
    """The place with the speaker by one name, however the article spells it."""
    said = view.attribution(one.attribution) if one.attribution else None
    actor = view.actor(view.actor_of(said.entity) or "") if said and said.entity else None
    return replace(one, speaker=actor.name) if actor else one


def _fits(one: Found, wanted: Wanted, but: str = "") -> bool:
    """Whether the place fits all that is wanted, one facet left aside."""
    asked = ((name, getattr(wanted, name)) for name in FACETS if name != but)
    return all(value is None or FACETS[name](one) == value for name, value in asked)


def _facet(name: str, places: Sequence[Found], wanted: Wanted) -> Facet:
    counts = Counter(value for one in places if _fits(one, wanted, name) and (value := FACETS[name](one)))
    chosen = getattr(wanted, name)
    if chosen is not None:
        counts.setdefault(chosen, 0)  # what is chosen stays in the list, to be taken back
    order = sorted(counts) if name == "day" else sorted(counts, key=lambda one: (-counts[one], one))
    values = (FacetValue(value=one, places=counts[one], chosen=one == chosen) for one in order)
    return Facet(name=name, values=tuple(values))
