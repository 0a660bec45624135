"""Lists of addresses, one a line, as people and programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.records.errors import InputError

LONGEST_LINE = 8_192
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(argument: str) -> bool:
    """Whether what was named is an address and no path."""
    return _ADDRESS.match(argument) is not None


def check_lists(lists: Sequence[Path]) -> None:
    """The lists can be read; InputError of the first that cannot."""
    for path in lists:
        try:
            with path.open("rb"):
                pass
        except OSError as error:
            said = (error.strerror or str(error)).lower()
            raise InputError(f"{path}: {said}; name a list of addresses that you may read") from error


def read_lists(lists: Sequence[Path]) -> Iterator[str]:
    """The addresses of all lists; blank lines, and those that begin with “#”, are none."""
    for path in lists:
        # "utf-8-sig": spreadsheets put a mark at the beginning; a byte that is no text makes a wrong address.
        with path.open(encoding="utf-8-sig", errors="backslashreplace") as file:
            while line := file.readline(LONGEST_LINE):
                address = line.strip()
                if address and not address.startswith("#"):
                    yield address
