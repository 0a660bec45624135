"""One writer at a time: a lock file beside the record, which the system frees when its holder dies."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path

from onrecord.records.errors import RecordBusy
from onrecord.store.faults import full, unwritable

PAUSE_SECONDS = 0.05
# POSIX locks belong to a process: they keep other processes out, but not a second writer of our own. Nor do
# the worker processes of a build inherit them, so a worker that outlives a killed build holds nothing.
_HELD: set[tuple[int, int]] = set()


class WriterLock:
    """Held from `take` to `release`, or until the process ends, by whatever end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = path.with_name(path.name + "-writer")
        self._descriptor: int | None = None
        self._key: tuple[int, int] | None = None

    def take(self, patience_seconds: float) -> None:
        """The lock is held; waits for another holder as long as `patience_seconds`, then RecordBusy."""
        deadline = time.monotonic() + patience_seconds
        while not self._try():
            if time.monotonic() >= deadline:
                raise RecordBusy(
                    f"{self._path}: {self._holder()} is writing to the record; wait until it is done, or stop it"
                )
            time.sleep(PAUSE_SECONDS)

    def release(self) -> None:
        """The lock is free, and its file gone."""
        if self._descriptor is not None and self._key is not None:
            self._beside.unlink(missing_ok=True)
            _HELD.discard(self._key)
            os.close(self._descriptor)
            self._descriptor = None

    def _try(self) -> bool:
        if self._ours():  # closing a second descriptor of a file would free the lock on the first
            return False
        descriptor = self._open()
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            if error.errno in (errno.EACCES, errno.EAGAIN):
                return False
            raise unwritable(self._path, str(error)) from error
        if not self._same(descriptor):  # its holder removed the file between our opening and our locking it
            os.close(descriptor)
            return False
        self._descriptor, self._key = descriptor, _key(os.fstat(descriptor))
        _HELD.add(self._key)
        with suppress(OSError):  # who holds it is a courtesy, for which a full disk may have no room
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode())
        return True

    def _open(self) -> int:
        try:
            return os.open(self._beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise full(self._path) from error
            raise unwritable(self._path, error.strerror or str(error)) from error

    def _ours(self) -> bool:
        try:
            return _key(self._beside.stat()) in _HELD
        except OSError:
            return False

    def _same(self, descriptor: int) -> bool:
        try:
            return _key(self._beside.stat()) == _key(os.fstat(descriptor))
        except OSError:
            return False

    def _holder(self) -> str:
        if self._ours():
            return "this program"
        try:
            process = self._beside.read_text(encoding="ascii").strip()
        except OSError:
            process = ""
        return f"process {process}" if process else "another program"


def _key(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_dev, stat.st_ino
