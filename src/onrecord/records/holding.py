"""What the pipeline asks of a record, whichever store holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from onrecord.records.articles import Capture, Rejected
from onrecord.records.attributions import Attribution, Entity, Reading
from onrecord.records.authorities import Authority
from onrecord.records.derived import DerivedRow
from onrecord.records.judgements import Judgement
from onrecord.records.versions import Sighting


class Source(Protocol):
    """What deriving reads: the readings of the record, in a fixed order, one at a time, and what people judged."""

    def readings(self) -> Iterator[Reading]:
        """Every article with its attributions, mentions and entities."""
        ...

    def reading(self, article: str) -> Reading | None:
        """The article of this id with all that was read in it."""
        ...

    def entities(self, article: str) -> Iterator[Entity]:
        """The entities of the article."""
        ...

    def attributions(self, article: str) -> Iterator[Attribution]:
        """The attributions of the article."""
        ...

    def sightings(self) -> Iterator[Sighting]:
        """Where and when the articles were found of which another was found at the same address; by address."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged, the earliest first."""
        ...

    def authorities(self) -> Iterator[Authority]:
        """Who is known outside the coverage."""
        ...


class Record(Protocol):
    """What the pipeline asks of the store's writer; each call is one transaction."""

    def view(self) -> Source:
        """The record to read, with all that has been committed."""
        ...

    def add_captures(self, captures: list[Capture], now: str) -> None:
        """The bytes are archived."""
        ...

    def is_read(self, sha256: str) -> bool:
        """Whether the present steps have read the capture, or rejected it."""
        ...

    def stale_captures(self) -> Iterator[Capture]:
        """The archived captures that the present steps have not read; readings may be added meanwhile."""
        ...

    def add_readings(self, readings: list[Reading]) -> None:
        """The articles are in; what other steps read of their captures stands until `replace_derived`."""
        ...

    def add_rejected(self, rejected: list[Rejected]) -> None:
        """What could not be read is listed."""
        ...

    def forget_rejected(self, places: list[str]) -> None:
        """What could not be read at these places or within them isn't listed any more."""
        ...

    def await_others(self) -> bool:
        """What other writers were reading is read, or let go; whether any of it is still to be read."""
        ...

    def deriving(self, waiting: Callable[[str], None]) -> AbstractContextManager[Source]:
        """The record as it is now, to derive from; nobody else derives meanwhile. `waiting` is told who does first."""
        ...

    def replace_derived(self, rows: Iterable[DerivedRow], judgements: Sequence[Judgement] | None = None) -> None:
        """The derived rows are these and no others, and so are the judgements where any are given."""
        ...

    def replace_authorities(self, entries: Sequence[Authority]) -> None:
        """Who is known outside the coverage are these and no others."""
        ...

    def is_derived(self) -> bool:
        """Whether the derived rows follow from the present articles by the present steps."""
        ...
