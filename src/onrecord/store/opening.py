"""Opening a record to write or to read it; whatever is wrong with the file is said with its mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.records.errors import InputError, NewerRecord, RecordError
from onrecord.store.faults import explained, not_a_record, nothing_yet, unwritable
from onrecord.store.sqlite import Reader, connect_reader, connect_writer
from onrecord.store.steps import UNVERSIONED, Steps
from onrecord.store.versions import APPLICATION_ID, SCHEMA_VERSION
from onrecord.store.view import View

if TYPE_CHECKING:
    from onrecord.store.writer import Writer

PATIENCE_SECONDS = 5.0
SHORTEST = 512  # bytes of the smallest page, and so of the smallest database


def create(path: Path) -> None:
    """An up-to-date record lies at `path`: made where there was none, migrated where it was older."""
    with open_writer(path):
        pass


@contextmanager
def open_writer(path: Path, steps: Steps = UNVERSIONED, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[Writer]:
    """The record's only writer; makes the record where there is none, migrates an older one.

    `steps` names the versions of the steps whose rows it will be given. Raises RecordBusy where another
    writer holds the record for longer than `patience_seconds`, NotARecord, NewerRecord, RecordFull.
    """
    from onrecord.store.lock import WriterLock  # noqa: PLC0415 - views take no lock
    from onrecord.store.writer import Writer  # noqa: PLC0415 - SQLAlchemy is slow to import, and views do without

    _refuse_odd_paths(path)
    lock = WriterLock(path)
    lock.take(patience_seconds)
    try:
        with (
            closing(_up_to_date(path, patience_seconds)) as connection,
            closing(Writer(path, connection, steps)) as writer,
        ):
            yield writer
    finally:
        lock.release()


@contextmanager
def open_view(path: Path) -> Iterator[View]:
    """The record to read, as it is at this moment, whatever a writer does meanwhile.

    Raises InputError where there is no such file, NotARecord, NewerRecord, RecordError for an older one.
    """
    _refuse_odd_paths(path)
    if not path.exists():
        raise InputError(f"{path}: no such record; make one with `onrecord build FILES -o {path}`")
    with closing(connect_reader(path)) as reader:
        reader.hold()
        version = version_of(reader)
        if version is None:
            raise nothing_yet(path)
        if version < SCHEMA_VERSION:
            raise RecordError(
                f"{path}: the record is of an older onrecord (its tables are version {version}, here "
                f"{SCHEMA_VERSION}); bring it up to date with `onrecord build -o {path}`"
            )
        yield View(reader)


def version_of(reader: Reader) -> int | None:
    """The version of the record's tables, None for an empty file; else NotARecord or NewerRecord."""
    marked = reader.row("PRAGMA application_id") == (APPLICATION_ID,)
    if not marked:
        # SQLite takes a file too short to be a database for an empty one, and would write over it.
        size = reader.path.stat().st_size
        if reader.row("SELECT 1 FROM sqlite_master") is None and (size == 0 or size >= SHORTEST):
            return None
        raise not_a_record(reader.path)
    found = reader.row("SELECT version_num FROM alembic_version")
    if found is None or not found[0].isdigit():
        raise not_a_record(reader.path)
    version = int(found[0])
    if version > SCHEMA_VERSION:
        raise NewerRecord(
            f"{reader.path}: the record was written by a later onrecord (its tables are version {version}, "
            f"here {SCHEMA_VERSION}); install the newest onrecord to use it"
        )
    return version


def _up_to_date(path: Path, patience_seconds: float) -> sqlite3.Connection:
    """A writing connection to a record of the newest version; nothing is written into what is no record."""
    from onrecord.store.migrating import make_tables, migrate  # noqa: PLC0415 - slow, as above
    from onrecord.store.readable import bring_views_up_to_date, drop_views  # noqa: PLC0415 - for writers only
    from onrecord.store.sqlite_writing import engine_over, explained_writing  # noqa: PLC0415 - slow, as above

    version = None
    if path.exists():
        with closing(connect_reader(path)) as reader:
            version = version_of(reader)
    with explained(path):
        connection = connect_writer(path, patience_seconds)
    try:
        with explained_writing(path):
            if version is None:
                make_tables(engine_over(connection))
            elif version < SCHEMA_VERSION:
                drop_views(connection)
                migrate(engine_over(connection))
            bring_views_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_odd_paths(path: Path) -> None:
    try:
        path.exists()
    except OSError as error:  # a folder above it may not be entered
        raise unwritable(path, error.strerror or str(error)) from error
    if path.is_dir():
        raise InputError(f"{path}: a folder, not a record; name a file, such as {path / 'record.db'}")
    if not path.parent.is_dir():
        raise InputError(f"{path}: there is no folder {path.parent}; make it, or name another place")
    if path.exists() and not path.is_file():
        raise not_a_record(path)
