"""A writer of a record: what a call was given is kept when it returns, and no part of it before."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, func, or_, select, union, update

import onrecord
from onrecord.records import Authority, Capture, Judgement, Notice, Reading, Rejected, SavedSearch
from onrecord.records.derived import DerivedRow
from onrecord.store import derived_rows, ground_rows, notice_rows, queries, sightings
from onrecord.store.database import Writing
from onrecord.store.renewals import Renewal, Renewed, renewal_row, renewals
from onrecord.store.rows import to_row
from onrecord.store.schema import (
    ARTICLE,
    AUTHORITY,
    CAPTURE,
    JUDGEMENT,
    LED,
    LISTING,
    LOCATION,
    RECORD,
    REJECTED,
    RENEWAL,
    SEARCH,
    VALIDATOR,
)
from onrecord.store.steps import Steps
from onrecord.store.view import View

T = TypeVar("T")
BATCH = 500
RENEWED = 100  # articles that are put in the place of others at once: as many as memory holds with all they say


class Writer:
    """Adds to the record. Every call is one transaction: done and on the disk, or not done."""

    def __init__(self, writing: Writing, steps: Steps) -> None:
        self._writing = writing
        self._reader = writing.reader
        self._steps = steps
        self._elsewhere: list[str] = []  # captures that other writers were reading

    def view(self) -> View:
        """The record to read, each question answered with what has been committed when it is asked."""
        return View(self._reader)

    def add_captures(self, captures: Sequence[Capture], now: str) -> None:
        """The bytes are archived, with every path and address at which they were found.

        What was rejected there before, when other bytes or none were there, isn't listed any more.
        """
        if not captures:
            return
        with self._transaction() as connection:
            self._writing.add_new(connection, CAPTURE, [_capture_row(capture, now) for capture in captures])
            places = [_location_row(capture, now) for capture in captures]
            self._writing.add_new(connection, LOCATION, places)
            sightings.widen(connection, places)
            for batch in _batches(sorted({row["sha256"] for row in places})):
                sightings.address(connection, batch)
            self._name_versions(connection, captures)
            found = [{"of": row["sha256"], "at": row["place"]} for row in places]
            connection.execute(
                update(CAPTURE)
                .where(CAPTURE.c.sha256 == bindparam("of"), CAPTURE.c.place > bindparam("at"))
                .values(place=bindparam("at")),
                found,
            )
            connection.execute(
                delete(REJECTED).where(
                    REJECTED.c.where == bindparam("at"),
                    or_(REJECTED.c.sha256.is_(None), REJECTED.c.sha256 != bindparam("of")),
                ),
                found,
            )

    def is_read(self, sha256: str) -> bool:
        """Whether the present steps have made an article of the capture, or rejected it."""
        return self._reader.row(queries.READ_BY, {"sha256": sha256}) == (self._steps.reading,)

    def stale_captures(self) -> Iterator[Capture]:
        """The archived captures that the present steps have not read, by path: new ones and older ones.

        Readings may be added while it is consumed. What another writer reads meanwhile is left to it: ask again
        after `await_others`.
        """
        view = self.view()
        self._elsewhere = []
        after = {"reading": self._steps.reading, "place": "", "sha256": "", "limit": BATCH}
        # Batch by batch: a query that is never done would keep SQLite from ever emptying its log.
        while batch := list(self._reader.rows(queries.STALE_CAPTURES, after)):
            for place, sha256 in batch:
                after |= {"place": place, "sha256": sha256}
                capture = view.capture(sha256) if self._is_left_to_us(sha256) else None
                if capture is not None:
                    yield capture

    def await_others(self) -> bool:
        """The captures that other writers were reading are let go; whether any of them is still to be read."""
        elsewhere, self._elsewhere = self._elsewhere, []
        self._writing.await_claims(elsewhere)
        return not all(self.is_read(sha256) for sha256 in elsewhere)

    def _is_left_to_us(self, sha256: str) -> bool:
        if not self._writing.claim(sha256):
            self._elsewhere.append(sha256)
            return False
        if self.is_read(sha256):  # between our looking for it and our claiming it
            self._writing.let_go([sha256])
            return False
        return True

    def add_readings(self, readings: Sequence[Reading]) -> None:
        """The articles are in and can be searched, and what was rejected at their places isn't listed any more.

        Where an article stands as other steps read it, it does until `replace_derived`. The captures must have been
        added.
        """
        with self._transaction() as connection:
            for batch in _batches(readings):
                self._add_batch(connection, batch)
        self._writing.let_go([reading.article.sha256 for reading in readings])

    def add_rejected(self, rejected: Sequence[Rejected]) -> None:
        """What could not be read is listed, each place once, with the latest cause.

        Where an article stands as other steps read it, it does until `replace_derived`.
        """
        rows = [replace(row, where=stored_place(row.where)) for row in rejected]
        with self._transaction() as connection:
            for batch in _batches(rows):
                hashes = [row.sha256 for row in batch if row.sha256 is not None]
                standing = self._standing(connection, hashes)
                self._renew_later(connection, standing, [row for row in batch if row.sha256 in standing])
                self._list_rejected(connection, [row for row in batch if row.sha256 not in standing])
                if hashes:
                    self._mark_read(connection, hashes)
        self._writing.let_go([row.sha256 for row in rejected if row.sha256 is not None])

    def forget_rejected(self, places: Sequence[str]) -> None:
        """What could not be read at these places, or within them, isn't listed any more."""
        if not places:
            return
        within = func.substr(REJECTED.c.where, 1, func.length(bindparam("at")) + 2) == bindparam("at") + ", "
        here = delete(REJECTED).where(REJECTED.c.step == "read", or_(REJECTED.c.where == bindparam("at"), within))
        with self._transaction() as connection:
            connection.execute(here, [{"at": stored_place(place)} for place in places])

    def drop_readings(self, articles: Sequence[str]) -> None:
        """The articles are out, their captures unread; out are all derived rows, which may rest on them."""
        with self.deriving(), self._transaction() as connection:
            derived_rows.empty(connection)
            connection.execute(delete(RECORD).where(RECORD.c.key == "derived_from"))
            for batch in _batches(articles):
                captures = select(ARTICLE.c.sha256).where(ARTICLE.c.id.in_(batch))
                connection.execute(update(CAPTURE).where(CAPTURE.c.sha256.in_(captures)).values(read_by=""))
                connection.execute(delete(RENEWAL).where(RENEWAL.c.article.in_(batch)))
                self._take_out(connection, batch)

    def replace_authorities(self, entries: Sequence[Authority]) -> None:
        """What is known outside the coverage are these entries and no others."""
        with self._transaction() as connection:
            connection.execute(delete(AUTHORITY))
            for batch in _batches(entries):
                self._writing.add_new(connection, AUTHORITY, [to_row(entry) for entry in batch])

    @contextmanager
    def deriving(self, waiting: Callable[[str], None] = lambda _: None) -> Iterator[View]:
        """The record as it is now, to derive from: within the context nobody else derives, nor judges.

        What newer steps read is there in the place of what still stands for readers. `waiting` is told who derives,
        where somebody else does first.
        """
        with self._writing.deriving(waiting):
            yield Renewed(self._reader) if self._reader.row(queries.HAS_RENEWALS) else self.view()

    def replace_derived(self, rows: Iterable[DerivedRow], judgements: Sequence[Judgement] | None = None) -> None:
        """The derived rows are these and no others, and so are the judgements, in this order, where any are given.

        What newer steps read is what articles say from now on. Where anything fails, all is what it was.
        """
        with self.deriving(), self._writing.replacing() as connection:
            held = self.view().judgements() if judgements is None else judgements
            if judgements is not None:
                connection.execute(delete(JUDGEMENT))
                kept = [to_row(row) | {"number": number} for number, row in enumerate(judgements, start=1)]
                self._writing.add_new(connection, JUDGEMENT, kept)
            derived_rows.empty(connection)
            derived_rows.fill(self._writing, connection, rows)
            self._renew(connection)
            derived_rows.complete(self._writing, connection)
            self._tell(connection, {"derived_from": self._ground(held)})

    def is_derived(self) -> bool:
        """Whether the derived rows follow from the present ground rows by the present steps."""
        return self._reader.row(queries.FACT, {"key": "derived_from"}) == (self._ground(self.view().judgements()),)

    def keep_search(self, search: SavedSearch) -> None:
        """The search is kept, in the place of one of the same name."""
        with self._transaction() as connection:
            connection.execute(self._writing.insert_or_replace(SEARCH), [to_row(search)])

    def forget_search(self, search: str) -> bool:
        """The search of this id is kept no more; False where none was."""
        with self._transaction() as connection:
            return connection.execute(delete(SEARCH).where(SEARCH.c.id == search)).rowcount > 0

    def begin_watch(self, name: str) -> None:
        """The record is watched, its feed known by this name, and what it held is nothing new; or it was before."""
        with self._transaction() as connection:
            notice_rows.begin(self._writing, connection, name)

    def add_led(self, address: str) -> None:
        """The address led to a page that is archived under another."""
        with self._transaction() as connection:
            self._writing.add_new(connection, LED, [{"address": stored_place(address)}])

    def add_listing(self, listing: Capture) -> None:
        """The list of pages is kept as it was read last, to be asked for only where it has changed."""
        row = {
            "url": stored_place(listing.where),
            "etag": listing.etag,
            "last_modified": listing.last_modified,
            "content": zlib.compress(listing.content),
        }
        with self._transaction() as connection:
            connection.execute(self._writing.insert_or_replace(LISTING), [row])

    def add_notices(self, notices: Sequence[Notice], captures: Sequence[str], receivers: Sequence[str]) -> int:
        """The notices wait for each receiver, and the captures that they come of tell nothing new any more.

        Returns how many had not been told before; the others are told to no one again.
        """
        with self._transaction() as connection:
            return notice_rows.add(self._writing, connection, notices, captures, receivers)

    def acknowledge(self, receiver: str, notices: Sequence[str]) -> None:
        """The receiver has been told these notices."""
        with self._transaction() as connection:
            notice_rows.acknowledge(connection, receiver, notices)

    def _transaction(self) -> AbstractContextManager[Connection]:
        return self._writing.adding()

    def _add_batch(self, connection: Connection, readings: Sequence[Reading]) -> None:
        hashes = [reading.article.sha256 for reading in readings]
        _refuse_unarchived(connection, hashes)
        standing = self._standing(connection, hashes)
        later = [reading for reading in readings if reading.article.sha256 in standing]
        self._renew_later(connection, standing, later)
        self._put_in(connection, [reading for reading in readings if reading.article.sha256 not in standing])
        sightings.address(connection, hashes)
        self._mark_read(connection, hashes)

    def _put_in(self, connection: Connection, readings: Sequence[Reading]) -> None:
        self._count_passages(connection, ground_rows.put_in(self._writing, connection, readings))
        hashes = [reading.article.sha256 for reading in readings]
        places = select(LOCATION.c.place).where(LOCATION.c.sha256.in_(hashes))
        connection.execute(delete(REJECTED).where(REJECTED.c.where.in_(places)))

    def _take_out(self, connection: Connection, articles: Sequence[str]) -> None:
        self._count_passages(connection, -ground_rows.take_out(self._writing, connection, self.view(), articles))

    def _list_rejected(self, connection: Connection, rejected: Sequence[Rejected]) -> None:
        if rejected:
            connection.execute(self._writing.insert_or_replace(REJECTED), [to_row(row) for row in rejected])

    def _standing(self, connection: Connection, hashes: Sequence[str]) -> dict[str, str]:
        """The articles that stand as other steps read these captures, or for which a renewal waits; by capture."""
        stands = (
            select(ARTICLE.c.sha256, ARTICLE.c.id)
            .join(CAPTURE, CAPTURE.c.sha256 == ARTICLE.c.sha256)
            .where(ARTICLE.c.sha256.in_(hashes), CAPTURE.c.read_by != self._steps.reading)
        )
        waits = select(RENEWAL.c.sha256, RENEWAL.c.article).where(RENEWAL.c.sha256.in_(hashes))
        return dict(connection.execute(union(stands, waits)).all())

    def _renew_later(
        self, connection: Connection, standing: Mapping[str, str], results: Sequence[Reading | Rejected]
    ) -> None:
        """The standing articles are to be so, or to go, when what follows from that is derived."""
        read = ((one.article.sha256 if isinstance(one, Reading) else one.sha256, one) for one in results)
        rows = [
            renewal_row(sha256, Renewal(article=standing[sha256], read_by=self._steps.reading, result=result))
            for sha256, result in read
            if sha256 is not None
        ]
        if rows:
            connection.execute(self._writing.insert_or_replace(RENEWAL), rows)

    def _renew(self, connection: Connection) -> None:
        """What waited for what follows from it takes its place; what other writers left since waits on."""
        waiting = renewals(self._reader)
        while some := list(islice(waiting, RENEWED)):
            self._writing.joining(connection)
            self._take_out(connection, [one.article for one in some])
            self._put_in(connection, [one.result for one in some if isinstance(one.result, Reading)])
            self._list_rejected(connection, [one.result for one in some if isinstance(one.result, Rejected)])
            put = [{"of": one.article, "by": one.read_by} for one in some]
            done = (RENEWAL.c.article == bindparam("of"), RENEWAL.c.read_by == bindparam("by"))
            connection.execute(delete(RENEWAL).where(*done), put)

    def _mark_read(self, connection: Connection, hashes: Sequence[str]) -> None:
        read = update(CAPTURE).where(CAPTURE.c.sha256.in_(hashes))
        connection.execute(read.values(read_by=self._steps.reading))
        told = {"made_by": onrecord.__version__, "reading": self._steps.reading, "tagger": self._steps.tagger}
        self._tell(connection, told)

    def _tell(self, connection: Connection, facts: dict[str, str]) -> None:
        connection.execute(
            self._writing.insert_or_replace(RECORD), [{"key": key, "value": facts[key]} for key in facts]
        )

    def _count_passages(self, connection: Connection, more: int) -> None:
        """There are so many passages more: a number that no reader has the time to find out."""
        known = connection.scalar(select(RECORD.c.value).where(RECORD.c.key == "passages"))
        self._tell(connection, {"passages": str(int(known or 0) + more)})

    def _name_versions(self, connection: Connection, captures: Sequence[Capture]) -> None:
        """The addresses have the names that their servers gave the version the last time."""
        rows = [
            {
                "url": stored_place(capture.url),
                "sha256": capture.sha256,
                "etag": capture.etag,
                "last_modified": capture.last_modified,
            }
            for capture in captures
            if capture.url and (capture.etag or capture.last_modified)
        ]
        if rows:
            connection.execute(self._writing.insert_or_replace(VALIDATOR), rows)

    def _ground(self, judgements: Sequence[Judgement]) -> str:
        """A fingerprint of all that derived rows follow from: articles, places, versions, steps, what people told."""
        whole = hashlib.sha256(f"{self._steps.reading}\x1f{self._steps.deriving}".encode())
        for row in self._reader.rows(queries.GROUND):
            whole.update("\x1f".join(row).encode())
        for told in sightings.order_of_versions(self._reader.rows(queries.SIGHTINGS)):
            whole.update(told.encode())
        for judgement in judgements:
            whole.update(judgement.id.encode())
        for entry in self._reader.rows(queries.AUTHORITIES):
            whole.update(repr(tuple(entry)).encode())
        return whole.hexdigest()


def _batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in their order, no more at a time than a query can name."""
    return (values[at : at + BATCH] for at in range(0, len(values), BATCH))


def _capture_row(capture: Capture, now: str) -> dict[str, Any]:
    return {
        "sha256": capture.sha256,
        "place": stored_place(capture.where),
        "size": len(capture.content),
        "captured_at": sightings.moment(capture.captured_at or now),
        "content": zlib.compress(capture.content),
    }


def _location_row(capture: Capture, now: str) -> dict[str, Any]:
    return {
        "sha256": capture.sha256,
        "place": stored_place(capture.where),
        "kind": "url" if capture.path is None else "path",
        "media_type": capture.media_type,
        "seen_at": sightings.moment(capture.captured_at or now),
        "last_seen_at": sightings.moment(capture.captured_at or now),
        "address": None,  # told when all is in
    }


def stored_place(place: str) -> str:
    r"""The path or address as the record keeps it: a byte of a file name that is no text becomes `\udcxx`."""
    return place.encode("utf-8", "backslashreplace").decode()


def _refuse_unarchived(connection: Connection, hashes: Sequence[str]) -> None:
    archived = set(connection.scalars(select(CAPTURE.c.sha256).where(CAPTURE.c.sha256.in_(hashes))))
    missing = sorted(set(hashes) - archived)
    if missing:
        raise ValueError(f"the captures of these readings are not archived; add them first: {', '.join(missing)}")
