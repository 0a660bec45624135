"""Feeds, lists of feeds and sitemaps that were saved: the pages they list, from the net or saved beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from onrecord.read.contents import read_path
from onrecord.read.options import Opened, Row
from onrecord.read.web.lists import read_list

_MISSING = "the list names this page, and no file of that name lies beside it"
_MEND = "save the page beside the list, or take it out"


def read_saved_list(opened: Opened) -> Iterator[Row]:
    """The captures of the pages that a file lists.

    An address is fetched. What is none, as in a feed that was saved with its pages, is a file in the folder of the list
    or below it; nothing outside of that is opened.
    """
    if not opened.is_named:
        yield opened.rejected("it lists pages to be fetched", "name the file itself to have them fetched")
        return
    content = opened.file.read(opened.options.max_bytes + 1)
    listed = read_list(content) if len(content) <= opened.options.max_bytes else None
    if listed is None or not (listed.pages or listed.lists):
        yield opened.rejected("no page can be told from it", "check the file, or allow more with --max-bytes")
        return
    beside = {page: path for page in listed.pages if (path := _beside(opened.name, page)) is not None}
    for path in dict.fromkeys(beside.values()):
        if os.path.lexists(path):
            yield from read_path(path, opened.options, opened.payloads, is_named=False)
        else:
            yield opened.rejected(_MISSING, _MEND, path)
    elsewhere = [each for each in (*listed.pages, *listed.lists) if each not in beside]
    if elsewhere:
        from onrecord.read.web.pages import fetch_pages  # noqa: PLC0415 - a list that was saved with its pages asks nobody

        yield from fetch_pages(elsewhere, opened.options)


def _beside(name: str, page: str) -> str | None:
    """The file that a relative address means, below the folder of the list; None where it means none."""
    try:
        parts = urlsplit(page)
    except ValueError:
        return None
    path = PurePosixPath(unquote(parts.path))
    if parts.scheme or parts.netloc or path.is_absolute() or ".." in path.parts or not path.name or "\x00" in page:
        return None
    return str(PurePosixPath(name).parent / path)
