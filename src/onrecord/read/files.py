"""Files and folders to captures: in a fixed order, each file once, nothing opened that is no file."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from onrecord.read.media import SNIFF_BYTES, tell_kind
from onrecord.records import Capture, Rejected
from onrecord.records.errors import InputError
from onrecord.records.ids import sha256_of

STEP = "read"
MEGABYTE = 1_000_000
BESIDE_A_RECORD = ("-wal", "-shm", "-journal", "-writer")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How files are read.

    Files of more than `max_bytes` are rejected without being read. `passed_over`, the record that is written, and
    the files that a database keeps beside it are no articles where a given folder holds them.
    """

    max_bytes: int = 20 * MEGABYTE
    passed_over: Path | None = None


DEFAULT = ReadOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A path that is to be opened, or why it is not."""

    path: str
    cause: str | None = None
    mend: str = ""


def find_captures(paths: Sequence[str], options: ReadOptions = DEFAULT) -> Iterator[Capture | Rejected]:
    """Every file under the paths, as a capture or a rejection, in the order of their names; each file once.

    Hidden files below a given folder are passed over. A path that does not exist is an InputError, raised
    before anything is read.
    """
    given = _normal_paths(paths)
    return (_open(found, options) for found in _find(given, _own_names(options.passed_over)))


def count_candidates(paths: Sequence[str], options: ReadOptions = DEFAULT) -> int:
    """How many captures and rejections `find_captures` will give, told without opening a file."""
    return sum(1 for _ in _find(_normal_paths(paths), _own_names(options.passed_over)))


def _own_names(record: Path | None) -> frozenset[str]:
    """The real paths of the record and of the files beside it."""
    if record is None:
        return frozenset()
    place = os.path.realpath(record)
    return frozenset(place + ending for ending in ("", *BESIDE_A_RECORD))


def _normal_paths(paths: Sequence[str]) -> list[str]:
    if not paths:
        raise InputError("no path was given; name a file or a folder")
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
            cause=f"it is {_special(status.st_mode)}, not a file",
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


def _special(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((what for is_kind, what in kinds if is_kind(mode)), "something special")


def _open(found: _Found, options: ReadOptions) -> Capture | Rejected:
    if found.cause is not None:
        return Rejected(where=found.path, step=STEP, cause=found.cause, mend=found.mend)
    try:
        return _read(found.path, options)
    except OSError as error:
        failed = _failed(found.path, error)
        return Rejected(where=failed.path, step=STEP, cause=failed.cause or "", mend=failed.mend)


def _read(path: str, options: ReadOptions) -> Capture | Rejected:
    # O_NONBLOCK: a pipe put in the file's place since it was looked at must not hold the program.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return _rejected(path, f"it is {_special(status.st_mode)}, not a file", "give regular files")
        if status.st_size > options.max_bytes:
            return _too_large(path, status.st_size, options)
        head = file.read(SNIFF_BYTES)
        kind = tell_kind(path, head)
        if kind.cause is not None:
            return _rejected(path, kind.cause, kind.mend)
        content = head + file.read(options.max_bytes + 1 - len(head))
    if len(content) > options.max_bytes:  # it grew while it was read
        return _too_large(path, len(content), options)
    if not content.strip():
        return _rejected(path, "the file is empty", "give a file with an article in it, or remove it")
    return Capture(sha256=sha256_of(content), content=content, media_type=kind.media_type, path=path)


def _too_large(path: str, size: int, options: ReadOptions) -> Rejected:
    return _rejected(
        path,
        f"the file has {size / MEGABYTE:.1f} MB, more than the {options.max_bytes / MEGABYTE:.1f} MB that are read",
        "split it into articles, or allow more with --max-bytes",
    )


def _rejected(path: str, cause: str, mend: str) -> Rejected:
    return Rejected(where=path, step=STEP, cause=cause, mend=mend)


def _failed(path: str, error: OSError) -> _Found:
    """What the system said of a path, as a sentence."""
    match error:
        case FileNotFoundError():
            if Path(path).is_symlink():
                return _Found(path=path, cause="the link leads to nothing", mend="mend or remove the link")
            return _Found(path=path, cause="the file vanished while the folder was read", mend="build again")
        case PermissionError():
            return _Found(
                path=path,
                cause="it may not be read by this user",
                mend="allow reading it (chmod u+r), or leave it out",
            )
        case _ if error.errno == errno.ELOOP:
            return _Found(path=path, cause="the link leads round in a circle", mend="remove the link")
        case _:
            said = (error.strerror or str(error)).lower()
            return _Found(path=path, cause=f"it could not be read: {said}", mend="check the disk and build again")
