"""All that can be asked of a record. Nothing here writes."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.records import Authority, Judgement, SavedSearch
from onrecord.store import queries
from onrecord.store.counted_view import WHOLE_RECORD, CountedView
from onrecord.store.database import Reader
from onrecord.store.locating import Locator
from onrecord.store.meaning_view import MeaningView
from onrecord.store.notice_view import NoticeView
from onrecord.store.plotted_view import PlottedView
from onrecord.store.remembering import Memory
from onrecord.store.rows import from_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the record holds; `earlier` versions of pages, and what only they report, count apart."""

    articles: int
    outlets: int
    attributions: int
    statements: int
    actors: int
    stories: int
    rejected: int
    earlier: int = 0


class View(MeaningView, CountedView, PlottedView, NoticeView):
    """A record to read. Every list comes in an order that only the record's content determines."""

    def __init__(self, reader: Reader, memory: Memory | None = None) -> None:
        super().__init__(reader)
        CountedView.__init__(self, reader)
        self._memory = memory

    def recall(self, question: Hashable) -> Any | None:
        """What was kept as the answer to the question, of the record as it is now."""
        state = self._state() if self._memory else ""
        return self._memory.recall(state, question) if self._memory and state else None

    def keep(self, question: Hashable, answer: object) -> None:
        """The answer is kept for the next who asks, where there is a memory."""
        state = self._state() if self._memory else ""
        if self._memory and state:
            self._memory.keep(state, question, answer)

    def _state(self) -> str:
        """What stays as it is while nothing is derived and no article comes or goes; empty where nothing is derived."""
        row = self._reader.row(queries.FACT, {"key": "derived_from"})
        return f"{row[0]} {self.passage_count()}" if row else ""

    @property
    def path(self) -> Locator:
        """Where the record lies."""
        return self._reader.path

    @property
    def schema_version(self) -> int:
        """The version of the record's tables."""
        row = self._reader.row(queries.VERSION)
        return int(row[0]) if row else 0

    @property
    def made_by(self) -> str:
        """The version of onrecord that last added to the record; empty where nothing was added."""
        row = self._reader.row(queries.FACT, {"key": "made_by"})
        return str(row[0]) if row else ""

    @property
    def read_by(self) -> str:
        """The fingerprint of the steps that last read an article; empty where none was read."""
        row = self._reader.row(queries.FACT, {"key": "reading"})
        return str(row[0]) if row else ""

    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged, the earliest first."""
        return tuple(from_row(Judgement, row) for row in self._reader.rows(queries.JUDGEMENTS))

    def searches(self) -> tuple[SavedSearch, ...]:
        """The searches that people keep, by name."""
        return tuple(from_row(SavedSearch, row) for row in self._reader.rows(queries.SEARCHES))

    def authorities(self) -> Iterator[Authority]:
        """The entries of the file of authorities that a build was given last, by Wikidata id."""
        return (from_row(Authority, row) for row in self._reader.rows(queries.AUTHORITIES))

    def authority(self, wikidata: str) -> Authority | None:
        """The entry of this Wikidata id."""
        row = self._reader.row(queries.AUTHORITY, {"id": wikidata})
        return None if row is None else from_row(Authority, row)

    def counts_as_derived(self) -> Counts:
        """The same as it was when the record was derived last, without counting; what could not be read as it is."""
        found = dict(self.tally(WHOLE_RECORD, "count", len(Counts.__slots__)))
        named = {name: found.get(name, 0) for name in Counts.__slots__}
        return Counts(**named | {"rejected": self.rejected_count()})

    def counts(self) -> Counts:
        """How much the record holds."""
        row = self._reader.row(queries.COUNTS) or ()
        return Counts(**dict(zip(Counts.__slots__, row, strict=True)))
