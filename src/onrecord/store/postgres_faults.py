"""What PostgreSQL's complaint means to a user: one error of the tree, with address, cause and mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors

from onrecord.records.errors import RecordBusy, RecordError
from onrecord.store.faults import full
from onrecord.store.locating import Server


@contextmanager
def explained(path: Server) -> Iterator[None]:
    """Within it, what PostgreSQL complains of is raised as an error of onrecord's tree that names `path`."""
    try:
        yield
    except psycopg.Error as error:
        raise explain(path, error) from error


def explain(path: Server, error: psycopg.Error) -> RecordError:
    """The error of the tree that says what the complaint about the record at `path` means."""
    said = _said(error)
    match error:
        case errors.DiskFull():
            return full(path)
        case errors.InsufficientPrivilege() | errors.ReadOnlySqlTransaction():
            return RecordError(f"{path}: the server refuses it ({said}); ask for the right, or name another user")
        case errors.OutOfMemory():
            return RecordBusy(
                f"{path}: the server has no room for more locks or connections ({said}); "
                "build with fewer --processes, or raise max_locks_per_transaction"
            )
        case errors.LockNotAvailable() | errors.DeadlockDetected() | errors.SerializationFailure():
            return RecordBusy(f"{path}: another program is using the record ({said}); run the same command again")
        case psycopg.OperationalError():
            return RecordError(
                f"{path}: the server broke off ({said}); when it is back, run the same command again: "
                "all that was added before is kept"
            )
        case _:
            return RecordError(f"{path}: the record cannot be used: {said}; check the database")


def unreachable(path: Server, error: psycopg.Error) -> RecordError:
    """That no connection came about."""
    said = _said(error)
    if "does not exist" in said and "database" in said:
        return RecordError(f"{path}: {said}; make it with createdb, or name another")
    return RecordError(
        f"{path}: the server cannot be reached, or lets nobody in ({said}); check that it runs, the address, "
        "and the password (PGPASSWORD, or ~/.pgpass)"
    )


def _said(error: psycopg.Error) -> str:
    """What the server or its library said last, in one line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    said = lines[0] if error.sqlstate or not lines else lines[-1]
    return said.removeprefix("FATAL:").strip() or type(error).__name__
