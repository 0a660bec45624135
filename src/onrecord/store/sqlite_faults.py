"""What SQLite's complaint means to a user: one error of the tree, with path, cause and mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.records.errors import RecordBusy, RecordError
from onrecord.store.faults import full, not_a_record, unwritable

PRIMARY = 0xFF  # SQLite's extended codes carry the primary one in the low byte
FULL_WRITES = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_FSYNC}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Within it, what SQLite complains of is raised as an error of onrecord's tree that names `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, error) from error


def explain(path: Path, error: sqlite3.Error) -> RecordError:
    """The error of the tree that says what SQLite's complaint about the record at `path` means."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    if code in FULL_WRITES:
        return full(path)
    match code & PRIMARY:
        case sqlite3.SQLITE_FULL:
            return full(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return RecordBusy(f"{path}: another program is using the record; wait until it is done, or close it")
        case sqlite3.SQLITE_NOTADB:
            return not_a_record(path)
        case sqlite3.SQLITE_CORRUPT:
            return RecordError(
                f"{path}: the record is damaged or cut short ({error}); restore it from a copy, or build it "
                "again from its sources under another name"
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return unwritable(path, str(error))
        case _:
            return RecordError(f"{path}: the record cannot be used: {error}; check the file and its disk")
