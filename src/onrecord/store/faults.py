"""What a database's complaint means to a user: one error of the tree, with path, cause and mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.records.errors import NotARecord, RecordBusy, RecordError, RecordFull

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


def full(path: Path) -> RecordFull:
    """That the disk is full, and what of the work is safe."""
    return RecordFull(
        f"{path}: no space left on the disk, or over a quota; make room and run the same command again: "
        "all that was added before is kept"
    )


def not_a_record(path: Path) -> NotARecord:
    """That the file is something else."""
    return NotARecord(f"{path}: not a record of onrecord; name a record, or a new file to make one")


def nothing_yet(path: Path) -> NotARecord:
    """That the file is empty, or was left so when there was no room to make a record in it."""
    return NotARecord(f"{path}: empty, not a record yet; `onrecord build FILES -o {path}` makes it one")


def unwritable(path: Path, cause: str) -> RecordError:
    """That the file or its folder refuses to be opened or written."""
    return RecordError(
        f"{path}: the record cannot be opened or written ({cause}); check the permissions of the file "
        "and its folder, or copy it to where you may write"
    )
