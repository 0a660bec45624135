"""Whatever the user named, to captures: files and folders in their order, then what is piped in, then addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from onrecord.read.addresses import check_lists, is_address, read_lists
from onrecord.read.files import normal_paths, read_files
from onrecord.read.options import DEFAULT, ReadOptions, Row
from onrecord.read.stdin import NAME, read_stdin
from onrecord.records.errors import InputError


def find_captures(named: Sequence[str], options: ReadOptions = DEFAULT) -> Iterator[Row]:
    """The captures of all paths and addresses named, and of the lists of addresses, or the rejections that say why not.

    What `check` refuses is refused before anything is read.
    """
    check(named, options)
    files = read_files(_paths(named), options)
    addresses = [each for each in named if is_address(each)]
    return _found(chain(files, read_stdin(options) if NAME in named else ()), addresses, options)


def check(named: Sequence[str], options: ReadOptions) -> None:
    """Every path that is named, and every list, is there; else InputError."""
    if not named and not options.lists:
        raise InputError("no path was given; name a file, a folder or an address")
    check_lists(options.lists)
    normal_paths(_paths(named))


def _paths(named: Sequence[str]) -> list[str]:
    return [each for each in named if each != NAME and not is_address(each)]


def _found(files: Iterator[Row], addresses: Sequence[str], options: ReadOptions) -> Iterator[Row]:
    yield from files
    if not addresses and not options.lists:
        return
    from onrecord.read.web.pages import fetch_pages  # noqa: PLC0415 - most builds fetch nothing

    yield from fetch_pages(chain(addresses, read_lists(options.lists)), options)
