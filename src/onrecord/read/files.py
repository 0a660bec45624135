"""Files and folders to captures: in a fixed order, each file once, nothing opened that is no file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from onrecord.read.contents import fault_of, read_path, special
from onrecord.read.options import DEFAULT, STEP, ReadOptions, Row
from onrecord.records import Rejected
from onrecord.records.errors import InputError

BESIDE_A_RECORD = ("-wal", "-shm", "-journal", "-writer")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A path that is to be opened, or why it is not."""

    path: str
    cause: str | None = None
    mend: str = ""


def read_files(paths: Sequence[str], options: ReadOptions = DEFAULT) -> Iterator[Row]:
    """What every file under the paths holds, captures or rejections, in the order of their names; each file once.

    Hidden files below a given folder are passed over. A path that does not exist is an InputError, raised
    before anything is read.
    """
    given = normal_paths(paths)
    payloads: set[int] = set()  # one for all web archives: what one has, another may only refer to
    found = _find(given, _own_names(options.passed_over))
    return (row for each in found for row in _rows(each, options, payloads, is_named=each.path in given))


def _own_names(record: Path | None) -> frozenset[str]:
    """The real paths of the record and of the files beside it."""
    if record is None:
        return frozenset()
    place = os.path.realpath(record)
    return frozenset(place + ending for ending in ("", *BESIDE_A_RECORD))


def normal_paths(paths: Sequence[str]) -> list[str]:
    """The paths in their order, none below another; InputError of one that leads to nothing."""
    for path in paths:
        if not path or "\x00" in path:
            raise InputError(f"{path!r} is no path; name a file or a folder")
        if not os.path.lexists(path):
            raise InputError(f"{path}: there is no such file or folder; check the spelling")
    normal = {_posix(os.path.normpath(path)) for path in paths}
    return sorted(path for path in normal if not _is_below_another(path, normal))


def _is_below_another(path: str, given: set[str]) -> bool:
    """Whether another of the given folders holds the path anyway."""
    parents = PurePosixPath(path).parents
    return any(
        str(parent) in given and not any(part.startswith(".") for part in PurePosixPath(path).relative_to(parent).parts)
        for parent in parents
    )


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def _find(paths: Sequence[str], own: frozenset[str]) -> Iterator[_Found]:
    """Every path to open; no folder twice, whichever of the given paths and links lead to it."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found in _below(path, seen, ()):
            if not own or found.path in paths or os.path.realpath(found.path) not in own:
                yield found


def _below(path: str, seen: set[tuple[int, int]], above: tuple[tuple[int, int], ...]) -> Iterator[_Found]:
    try:
        status = Path(path).stat()
    except OSError as error:
        yield _failed(path, error)
        return
    identity = (status.st_dev, status.st_ino)
    if stat.S_ISDIR(status.st_mode):
        if identity in above:
            yield _Found(
                path=path,
                cause="the link leads back to a folder above it",
                mend="remove the link, or leave it so: it was not followed",
            )
        elif identity not in seen:
            seen.add(identity)
            yield from _entries(path, seen, (*above, identity))
    elif not stat.S_ISREG(status.st_mode):
        yield _Found(
            path=path,
            cause=f"it is {special(status.st_mode)}, not a file",
            mend="give regular files; it was not opened",
        )
    else:
        yield _Found(path=path)


def _entries(folder: str, seen: set[tuple[int, int]], above: tuple[tuple[int, int], ...]) -> Iterator[_Found]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        yield _failed(folder, error)
        return
    for name in names:
        if not name.startswith("."):
            yield from _below(f"{folder}/{name}" if folder != "/" else f"/{name}", seen, above)


def _rows(found: _Found, options: ReadOptions, payloads: set[int], *, is_named: bool) -> Iterator[Row]:
    if found.cause is None:
        return read_path(found.path, options, payloads, is_named=is_named)
    return iter((Rejected(where=found.path, step=STEP, cause=found.cause, mend=found.mend),))


def _failed(path: str, error: OSError) -> _Found:
    fault = fault_of(path, error)
    return _Found(path=path, cause=fault.cause, mend=fault.mend)
