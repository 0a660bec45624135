"""The record on disk: schema, writer, view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.store.counted_view import Cell, Slice, StorySize
from onrecord.store.derived_view import chain_of
from onrecord.store.extents import Extent, Side
from onrecord.store.ground_view import Archived, Location
from onrecord.store.locating import Locator, Server, called, locator
from onrecord.store.meaning_view import Concept
from onrecord.store.opening import create, exists, open_view, open_writer, read_last_by
from onrecord.store.operators import Clause, parse
from onrecord.store.plotted_view import PlottedDay, PlottedName, PlottedPoint, PlottedRow
from onrecord.store.remembering import Memory
from onrecord.store.search import Hit, HitKind, Match, Matches, Saying, hit_of, place_of
from onrecord.store.steps import Steps
from onrecord.store.view import Counts, View

if TYPE_CHECKING:
    from onrecord.store.writer import Writer

__all__ = [
    "Archived",
    "Cell",
    "Clause",
    "Concept",
    "Counts",
    "Extent",
    "Hit",
    "HitKind",
    "Location",
    "Locator",
    "Match",
    "Matches",
    "Memory",
    "PlottedDay",
    "PlottedName",
    "PlottedPoint",
    "PlottedRow",
    "Saying",
    "Server",
    "Side",
    "Slice",
    "Steps",
    "StorySize",
    "View",
    "Writer",
    "called",
    "chain_of",
    "create",
    "exists",
    "hit_of",
    "locator",
    "open_view",
    "open_writer",
    "parse",
    "place_of",
    "read_last_by",
]


def __getattr__(name: str) -> Any:
    # The writer brings SQLAlchemy, which a reader of the record needn't wait for.
    if name == "Writer":
        from onrecord.store import writer  # noqa: PLC0415

        return getattr(writer, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
