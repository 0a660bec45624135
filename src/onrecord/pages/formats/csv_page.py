"""CSV (RFC 4180, UTF-8): for the pages that are a table, of which other programs and people read the rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Protocol, runtime_checkable

from onrecord.pages.formats import Look
from onrecord.pages.layout import Page
from onrecord.records.errors import InputError


@runtime_checkable
class Tabular(Protocol):
    """A page that is a table."""

    def table(self) -> Iterable[Sequence[str]]:
        """The head, then the rows."""
        ...


def render(page: Page, look: Look) -> str:  # noqa: ARG001 - a table has no width of its own
    """The page's table."""
    if not isinstance(page, Tabular):
        raise InputError("this page is no table and cannot be written as CSV; choose another --format or file ending")
    written = StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(page.table())
    return written.getvalue()
