"""Where a page goes: the terminal, a pipe or a file, each as it can take it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from onrecord.pages.formats import Colour, Format, Look, render
from onrecord.pages.layout import Page
from onrecord.records.errors import InputError, OnrecordError

READER_GONE = 141  # 128 + SIGPIPE, as shells have it
PIPE_WIDTH = 100  # where there is no terminal to ask
WIDEST = 110  # longer lines are hard to read
# For surfaces that know ASCII only; what is not here becomes a question mark.
ASCII = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...",
        "·": "-", "─": "-", "\u00a0": " ", "�": "?",
    }
)  # fmt: skip
FOR_READING = (Format.TEXT, Format.MD)  # in the terminal's encoding; the other forms are UTF-8 everywhere
SUFFIXES = {
    ".txt": Format.TEXT,
    ".md": Format.MD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".svg": Format.SVG,
    ".csv": Format.CSV,
}


def show(page: Page, form: Format | None, output: Path | None) -> None:
    """The page is written: to `output`, or to stdout. Without `form` the file's ending decides, else text."""
    chosen = form or format_of(output) or Format.TEXT
    written = render(page, chosen, _look(output))
    readable = output is None and chosen in FOR_READING
    deliver([_for_stdout(written) if readable else written.encode("utf-8", "backslashreplace")], output)


def format_of(output: Path | None) -> Format | None:
    """The format that the file's ending asks for, if any."""
    return SUFFIXES.get(output.suffix.lower()) if output else None


def deliver(pieces: Iterable[bytes], output: Path | None) -> None:
    """The pieces stand in `output`, whole or not at all, or have gone to stdout."""
    if output is None:
        _to_stdout(pieces)
        return
    if output.is_dir():
        raise InputError(f"{output}: a folder; name a file")
    part = _part_of(output)
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
        part.replace(output)
    except OSError as error:
        raise _unwritable(output, error) from error
    finally:
        part.unlink(missing_ok=True)


def deliver_folder(files: Iterable[tuple[str, Iterable[bytes]]], output: Path) -> None:
    """The files stand in the folder `output`, all of them or none, in place of those of the same names."""
    if output.exists() and not output.is_dir():
        raise InputError(f"{output}: a file; name a folder")
    part = _part_of(output)
    names = []
    try:
        part.mkdir()
        for name, pieces in files:
            with (part / name).open("wb") as file:
                file.writelines(pieces)
            names.append(name)
        output.mkdir(exist_ok=True)
        for name in names:
            (part / name).replace(output / name)
    except OSError as error:
        raise _unwritable(output, error) from error
    finally:
        for path in part.glob("*"):
            path.unlink()
        if part.is_dir():
            part.rmdir()


def _part_of(output: Path) -> Path:
    """Where it is written until all of it is."""
    return output.with_name(f".{output.name}.{os.getpid()}.part")


def _unwritable(output: Path, error: OSError) -> InputError:
    return InputError(f"{output}: it could not be written: {_said(error)}; name another place")


def _to_stdout(pieces: Iterable[bytes]) -> None:
    if sys.stdout is None:  # as Python has it where the shell closed it (`>&-`)
        raise OnrecordError("the output could not be written: it is closed; name a file with -o, or leave it open")
    sys.stdout.flush()
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes stdout once more on its way out; that flush must not complain about the same pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(READER_GONE) from None
    except OSError as error:
        raise OnrecordError(f"the output could not be written: {_said(error)}; send it elsewhere") from error


def _said(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _look(output: Path | None) -> Look:
    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        return Look(width=_width(PIPE_WIDTH))
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Look(width=_width(PIPE_WIDTH), colour=Colour.NONE if plain else Colour.ANSI)


def _width(otherwise: int) -> int:
    """The columns of the environment or the terminal; shutil, which knows them too, is slow to import."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return min(int(told), WIDEST)
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, ValueError, OSError):  # closed, no file, or no terminal
        columns = 0
    return min(columns or otherwise, WIDEST)


def _for_stdout(text: str) -> bytes:
    encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(ASCII).encode(encoding, "replace")
