"""What a database's complaint means to a user: one error of the tree, with path, cause and mend."""

from __future__ import annotations

from onrecord.records.errors import NotARecord, RecordError, RecordFull
from onrecord.store.locating import Locator


def full(path: Locator) -> RecordFull:
    """That the disk is full, and what of the work is safe."""
    return RecordFull(
        f"{path}: no space left on the disk, or over a quota; make room and run the same command again: "
        "all that was added before is kept"
    )


def not_a_record(path: Locator) -> NotARecord:
    """That the file is something else."""
    return NotARecord(f"{path}: not a record of onrecord; name a record, or a new file to make one")


def nothing_yet(path: Locator) -> NotARecord:
    """That the file is empty, or was left so when there was no room to make a record in it."""
    return NotARecord(f"{path}: empty, not a record yet; `onrecord build FILES -o {path}` makes it one")


def unwritable(path: Locator, cause: str) -> RecordError:
    """That the file or its folder refuses to be opened or written."""
    return RecordError(
        f"{path}: the record cannot be opened or written ({cause}); check the permissions of the file "
        "and its folder, or copy it to where you may write"
    )
