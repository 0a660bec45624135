"""Search with what its results can be narrowed to; each count is the length of the list that it leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeAlias

from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.finding import Result, Way, find, find_among
from onrecord.pages.searching import Found, show
from onrecord.pages.shelf import Shelf
from onrecord.store import View, chain_of, parse

MOST_RESULTS = 500  # of which counts are made; a query with more is asked to be narrower
MOST_LATEST = 100  # of them where the latest come first: so wide a query tells little of what is wanted
ON_A_PAGE = 20
Values: TypeAlias = Mapping[str, frozenset[str]]  # what a result has, facet by facet
Had: TypeAlias = tuple[Result, Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the results are narrowed to; None is all."""

    way: str | None = None
    kind: str | None = None
    speaker: str | None = None
    party: str | None = None
    outlet: str | None = None
    issue: str | None = None
    form: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value, how many results it leads to with the other facets as they are, and whether it is chosen."""

    value: str
    results: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow the results; days come in order, other values the most frequent first."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetedPage:
    """A page of the results that fit, best first, of `total` in all.

    `exact` of them have the words, the others were said in other words. `more` tells that the query has more results
    than are counted, `latest_first` that so many places have the words that not the best, but the latest come first.
    """

    query: str
    wanted: Wanted
    facets: tuple[Facet, ...]
    found: tuple[Found, ...]
    citations: tuple[Citation, ...]
    total: int
    exact: int
    page: int
    pages: int
    more: bool
    latest_first: bool


NO_PAGE = FacetedPage(
    query="",
    wanted=Wanted(),
    facets=(),
    found=(),
    citations=(),
    total=0,
    exact=0,
    page=1,
    pages=0,
    more=False,
    latest_first=False,
)
NAMES = tuple(Wanted.__slots__)


def faceted_page(view: View, query: str, wanted: Wanted, page: int = 1) -> FacetedPage:
    """The results of the query that fit; none where it is empty."""
    if not query.strip():
        return NO_PAGE
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    counted = _counted(view, query, shelf)
    had = counted.had
    values = [values for _, values in had]
    fitting = [one for (one, _), missing in zip(had, _missing(values, wanted), strict=True) if not missing]
    pages = -(-len(fitting) // ON_A_PAGE)
    shown = min(page, max(pages, 1))
    found = show(fitting[(shown - 1) * ON_A_PAGE : shown * ON_A_PAGE], shelf, notebook)
    return FacetedPage(
        query=query,
        wanted=wanted,
        facets=_facets(values, wanted),
        found=found,
        citations=notebook.citations(),
        total=len(fitting),
        exact=sum(one.way is Way.WORDS for one in fitting),
        page=shown,
        pages=pages,
        more=counted.more,
        latest_first=counted.latest_first,
    )


def narrowed(view: View, query: str, wanted: Wanted) -> tuple[Result, ...]:
    """The results of the query that fit, best first."""
    had = _counted(view, query, Shelf(view)).had
    lacking = _missing([values for _, values in had], wanted)
    return tuple(one for (one, _), missing in zip(had, lacking, strict=True) if not missing)


def narrowed_among(view: View, query: str, wanted: Wanted, statements: Collection[str]) -> frozenset[str]:
    """Those of the statements that the query finds and that fit."""
    had = _with_values(find_among(view, query, statements, MOST_RESULTS), Shelf(view))
    lacking = _missing([values for _, values in had], wanted)
    fitting = (one for (one, _), missing in zip(had, lacking, strict=True) if not missing)
    return frozenset(one.statement for one in fitting if one.statement)


class _Counted(NamedTuple):
    """The results of which counts are made; whether there are more, and in what order they come."""

    had: Sequence[Had]
    more: bool
    latest_first: bool


def _counted(view: View, query: str, shelf: Shelf) -> _Counted:
    """The results with what they have.

    Those that fill several pages are kept: whoever narrows them or turns a page asks for them again.
    """
    asked = parse(query)
    known: _Counted | None = view.recall(asked)
    if known is not None:
        return known
    results = find(view, query, MOST_RESULTS, MOST_LATEST)
    found = _Counted(_with_values(results.results, shelf), results.more, results.latest_first)
    if len(results.results) > ON_A_PAGE:
        view.keep(asked, found)
    return found


def _with_values(results: Sequence[Result], shelf: Shelf) -> list[Had]:
    shelf.take_actors(one.said.speaker for one in results if one.said and one.said.speaker)
    lines = shelf.view.lines_of([one.statement for one in results if one.statement])
    return [(one, _values(one, lines.get(one.statement or "", ()), shelf)) for one in results]


def _values(one: Result, lines: Iterable[tuple[str, str]], shelf: Shelf) -> Values:
    """What each facet has of a result; a statement has what its reports have that were found."""
    said = one.said
    named = _told(said.speaker_name if said else None)
    return {
        "way": frozenset({one.way.value}),
        "kind": frozenset({one.kind.value}),
        "speaker": named,
        "party": named | {each.name for each in chain_of(said.speaker if said else None, shelf.actor)},
        "outlet": frozenset(match.outlet for match in one.matches if match.outlet),
        "issue": frozenset(issue for issue, _ in lines),
        "form": frozenset(match.said.form.value for match in one.matches if match.said),
        "day": _told(said.said_on if said else None),
    }


def _told(value: str | None) -> frozenset[str]:
    return frozenset({value} if value else ())


def _missing(results: Sequence[Values], wanted: Wanted) -> list[set[str]]:
    """For each result the facets that lack what is wanted."""
    asked = [(name, value) for name in NAMES if (value := getattr(wanted, name)) is not None]
    return [{name for name, value in asked if value not in had[name]} for had in results]


def _facets(results: Sequence[Values], wanted: Wanted) -> tuple[Facet, ...]:
    """All facets; each counts what fits but for itself."""
    missing = _missing(results, wanted)
    return tuple(
        _facet(name, [had[name] for had, lacking in zip(results, missing, strict=True) if lacking <= {name}], wanted)
        for name in NAMES
    )


def _facet(name: str, values: Iterable[frozenset[str]], wanted: Wanted) -> Facet:
    counts = Counter(chain.from_iterable(values))
    chosen = getattr(wanted, name)
    if chosen is not None:
        counts.setdefault(chosen, 0)  # what is chosen stays in the list, to be taken back
    order = sorted(counts) if name == "day" else sorted(counts, key=lambda one: (-counts[one], one))
    return Facet(
        name=name,
        values=tuple(FacetValue(value=one, results=counts[one], chosen=one == chosen) for one in order),
    )
