"""Opening a record to write or to read it; whatever is wrong with it is said with its mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from onrecord.records.errors import InputError, RecordError
from onrecord.store import queries
from onrecord.store.database import database, version_of
from onrecord.store.faults import nothing_yet
from onrecord.store.locating import Locator
from onrecord.store.remembering import Memory
from onrecord.store.steps import UNVERSIONED, Steps
from onrecord.store.versions import SCHEMA_VERSION
from onrecord.store.view import View

if TYPE_CHECKING:
    from onrecord.store.writer import Writer

PATIENCE_SECONDS = 5.0


def create(path: Locator) -> None:
    """An up-to-date record lies at `path`: made where there was none, migrated where it was older."""
    with open_writer(path):
        pass


def exists(path: Locator) -> bool:
    """Whether a record, or anything else, lies at `path`."""
    return database(path).exists()


def read_last_by(path: Locator) -> tuple[str, str]:
    """The name of the tagger, and the fingerprint of the steps, that last read an article of the record.

    Empty where nothing was read, nor is told; the record may be of an older onrecord.
    """
    lies = database(path)
    if not lies.exists():
        return "", ""
    with closing(lies.reader()) as reader:
        if version_of(reader) is None:
            return "", ""
        tagger, reading = (reader.row(queries.FACT, {"key": key}) for key in ("tagger", "reading"))
    return tagger[0] if tagger else "", reading[0] if reading else ""


@contextmanager
def open_writer(
    path: Locator, steps: Steps = UNVERSIONED, patience_seconds: float = PATIENCE_SECONDS
) -> Iterator[Writer]:
    """A writer of the record, a file's only one; makes the record where there is none, migrates an older one.

    `steps` names the versions of the steps whose rows it will be given. Raises RecordBusy where another
    writer holds the file for longer than `patience_seconds`, NotARecord, NewerRecord, RecordFull.
    """
    from onrecord.store.writer import Writer  # noqa: PLC0415 - SQLAlchemy is slow to import, and views do without

    with database(path).writing(patience_seconds) as writing:
        yield Writer(writing, steps)


@contextmanager
def open_view(path: Locator, memory: Memory | None = None) -> Iterator[View]:
    """The record to read, as it is at this moment, whatever a writer does meanwhile.

    What took long to find is kept in the memory, where one is given, for the next view of the same state.

    Raises InputError where there is no such record, NotARecord, NewerRecord, RecordError for an older one.
    """
    lies = database(path)
    if not lies.exists():
        raise InputError(f"{path}: no such record; make one with `onrecord build FILES -o {path}`")
    with closing(lies.reader()) as reader:
        reader.hold()
        version = version_of(reader)
        if version is None:
            raise nothing_yet(path)
        if version < SCHEMA_VERSION:
            raise RecordError(
                f"{path}: the record is of an older onrecord (its tables are version {version}, here "
                f"{SCHEMA_VERSION}); bring it up to date with `onrecord build -o {path}`"
            )
        yield View(reader, memory)
