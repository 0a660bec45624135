"""A writer of a record: what a call was given is kept when it returns, and no part of it before."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

import onrecord
from onrecord.records import Article, Authority, Capture, Judgement, Notice, Reading, Rejected, SavedSearch
from onrecord.records.derived import DerivedRow
from onrecord.records.ids import text_hash
from onrecord.store import derived_rows, notice_rows, queries, sightings
from onrecord.store.database import Writing
from onrecord.store.passage_ids import SLOT, first_id
from onrecord.store.rows import to_row
from onrecord.store.schema import (
    ARTICLE,
    ATTRIBUTION,
    AUTHORITY,
    CAPTURE,
    ENTITY,
    JUDGEMENT,
    LED,
    LISTING,
    LOCATION,
    MENTION,
    PASSAGE,
    RECORD,
    REJECTED,
    SEARCH,
    VALIDATOR,
    VOCABULARY,
)
from onrecord.store.search import passages, vocabulary
from onrecord.store.steps import Steps
from onrecord.store.view import View

T = TypeVar("T")
BATCH = 500
GROUND_TABLES = (
    PASSAGE,
    MENTION,
    ATTRIBUTION,
    ENTITY,
)  # the rows of an article, in an order they can be deleted


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
        """The articles are in, can be searched, and replace what older steps read of the same captures.

        What was rejected at the places of their captures isn't listed any more. Their captures must have been
        added.
        """
        with self._transaction() as connection:
            for batch in _batches(readings):
                self._add_batch(connection, batch)
        self._writing.let_go([reading.article.sha256 for reading in readings])

    def add_rejected(self, rejected: Sequence[Rejected]) -> None:
        """What could not be read is listed, each place once, with the latest cause."""
        hashes = [row.sha256 for row in rejected if row.sha256 is not None]
        with self._transaction() as connection:
            for batch in _batches(hashes):
                self._drop_older(connection, batch)
                self._mark_read(connection, batch)
            for row in rejected:
                columns = to_row(row) | {"where": stored_place(row.where)}
                connection.execute(self._writing.insert_or_replace(REJECTED), columns)
        self._writing.let_go(hashes)

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
        with self._transaction() as connection:
            for batch in _batches(articles):
                captures = select(ARTICLE.c.sha256).where(ARTICLE.c.id.in_(batch))
                connection.execute(update(CAPTURE).where(CAPTURE.c.sha256.in_(captures)).values(read_by=""))
                self._drop(connection, batch)

    def replace_authorities(self, entries: Sequence[Authority]) -> None:
        """What is known outside the coverage are these entries and no others."""
        with self._transaction() as connection:
            connection.execute(delete(AUTHORITY))
            for batch in _batches(entries):
                self._writing.add_new(connection, AUTHORITY, [to_row(entry) for entry in batch])

    @contextmanager
    def deriving(self, waiting: Callable[[str], None] = lambda _: None) -> Iterator[View]:
        """The record as it is now, to derive from: within the context nobody else derives, nor judges.

        `waiting` is told who does, where somebody else does first.
        """
        with self._writing.deriving(waiting):
            yield self.view()

    def replace_derived(self, rows: Iterable[DerivedRow], judgements: Sequence[Judgement] | None = None) -> None:
        """The derived rows are these and no others, and so are the judgements, in this order, where any are given.

        Where anything fails, all is what it was.
        """
        with self.deriving(), self._writing.replacing() as connection:
            held = self.view().judgements() if judgements is None else judgements
            if judgements is not None:
                connection.execute(delete(JUDGEMENT))
                kept = [to_row(row) | {"number": number} for number, row in enumerate(judgements, start=1)]
                self._writing.add_new(connection, JUDGEMENT, kept)
            derived_rows.empty(connection)
            derived_rows.fill(self._writing, connection, rows)
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
        self._drop_older(connection, hashes)
        by_id = {reading.article.id: reading for reading in readings}
        known = set(connection.scalars(select(ARTICLE.c.id).where(ARTICLE.c.id.in_(by_id))))
        new = [by_id[article] for article in by_id if article not in known]
        self._count_passages(connection, _insert_readings(self._writing, connection, new))
        sightings.address(connection, hashes)
        self._mark_read(connection, hashes)
        places = select(LOCATION.c.place).where(LOCATION.c.sha256.in_(hashes))
        connection.execute(delete(REJECTED).where(REJECTED.c.where.in_(places)))

    def _mark_read(self, connection: Connection, hashes: Sequence[str]) -> None:
        read = update(CAPTURE).where(CAPTURE.c.sha256.in_(hashes))
        connection.execute(read.values(read_by=self._steps.reading))
        self._tell(connection, {"made_by": onrecord.__version__, "reading": self._steps.reading})

    def _tell(self, connection: Connection, facts: dict[str, str]) -> None:
        connection.execute(
            self._writing.insert_or_replace(RECORD), [{"key": key, "value": facts[key]} for key in facts]
        )

    def _count_passages(self, connection: Connection, more: int) -> None:
        """There are so many passages more: a number that no reader has the time to find out."""
        known = connection.scalar(select(RECORD.c.value).where(RECORD.c.key == "passages"))
        self._tell(connection, {"passages": str(int(known or 0) + more)})

    def _drop_older(self, connection: Connection, hashes: Sequence[str]) -> None:
        """What older steps read of these captures is out."""
        older = (
            select(ARTICLE.c.id)
            .join(CAPTURE, CAPTURE.c.sha256 == ARTICLE.c.sha256)
            .where(ARTICLE.c.sha256.in_(hashes), CAPTURE.c.read_by != self._steps.reading)
        )
        self._drop(connection, connection.scalars(older).all())

    def _drop(self, connection: Connection, articles: Sequence[str]) -> None:
        if not articles:
            return
        self._writing.dropping(connection)
        derived_rows.empty(connection)
        connection.execute(delete(RECORD).where(RECORD.c.key == "derived_from"))
        gone = 0
        for article in articles:
            self._forget_words(connection, article)
            for table in GROUND_TABLES:
                rows = connection.execute(delete(table).where(table.c.article == article)).rowcount
                gone += rows if table is PASSAGE else 0
            connection.execute(delete(ARTICLE).where(ARTICLE.c.id == article))
        self._count_passages(connection, -gone)

    def _forget_words(self, connection: Connection, article: str) -> None:
        reading = self.view().reading(article)
        if reading is None:
            return
        rowids = connection.scalars(select(PASSAGE.c.id).where(PASSAGE.c.article == article).order_by(PASSAGE.c.id))
        found = zip(rowids.all(), passages(reading), strict=True)
        self._writing.drop_words(connection, [(rowid, each.words(reading.article.text)) for rowid, each in found])

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


def _insert_readings(writing: Writing, connection: Connection, readings: Sequence[Reading]) -> int:
    """The articles and what was found in them are in; how many passages they have."""
    groups: dict[Any, list[dict[str, Any]]] = {ARTICLE: [], ENTITY: [], ATTRIBUTION: [], MENTION: []}
    for reading in readings:
        groups[ARTICLE].append(_article_row(reading))
        groups[ENTITY] += [to_row(entity) for entity in reading.entities]
        groups[ATTRIBUTION] += [to_row(row) | {"start": row.start} for row in reading.attributions]
        groups[MENTION] += [to_row(row) | {"start": row.span.start} for row in reading.mentions]
    for table, rows in groups.items():
        writing.add_new(connection, table, rows)
    return _insert_passages(writing, connection, readings)


def _article_row(reading: Reading) -> dict[str, Any]:
    article = reading.article
    row = to_row(article) | {"text_sha256": None}
    if _decodes_to(article.text, article.encoding, article.sha256):
        row["text"] = None
    else:
        row["text_sha256"] = text_hash(article.text)
    return row


def _decodes_to(text: str, encoding: str, sha256: str) -> bool:
    """Whether the text is, to the byte and back, the capture decoded; then it need not be kept again."""
    try:
        content = text.encode(encoding)
        return hashlib.sha256(content).hexdigest() == sha256 and content.decode(encoding) == text
    except (UnicodeError, LookupError):
        return False


def _insert_passages(writing: Writing, connection: Connection, readings: Sequence[Reading]) -> int:
    texts: list[str] = []
    for reading in readings:
        article = reading.article
        found = list(passages(reading))
        ids = _free_ids(connection, article, len(found))
        rows = [
            {
                "id": number,
                "article": article.id,
                "attribution": passage.attribution,
                "kind": passage.kind.value,
                "start": passage.pieces[0][0],
                "end": passage.pieces[-1][1],
            }
            for number, passage in zip(ids, found, strict=True)
        ]
        writing.add_new(connection, PASSAGE, rows)
        words = [passage.words(article.text) for passage in found]
        writing.add_words(connection, list(zip(ids, words, strict=True)))
        texts += words
    writing.add_new(connection, VOCABULARY, vocabulary(texts))
    return len(texts)


def _free_ids(connection: Connection, article: Article, count: int) -> range:
    """So many ids in a row that no passage has, from the article's own on."""
    first = first_id(article.published, article.id)
    while connection.scalar(select(PASSAGE.c.id).where(PASSAGE.c.id.between(first, first + count - 1)).limit(1)):
        first += SLOT
    return range(first, first + count)
