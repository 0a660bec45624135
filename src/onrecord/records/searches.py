"""Searches that are kept by name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A query kept under a name, with what its results are narrowed to, when it was kept (ISO 8601) and by whom.

    `id` is a hash of the name, so that keeping another query under a name takes the place of the first. `facets` are
    pairs of a facet and the value chosen, in the order of their names.
    """

    id: str
    name: str
    query: str
    facets: tuple[tuple[str, str], ...]
    made: str
    by: str
