"""Who changes a record for its pages, and what is told of a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from onrecord.pages.faceting import Wanted
from onrecord.records import Judgement, Maker
from onrecord.store import View
from onrecord.web.answering import Site
from onrecord.web.sending import Sent

Judged = Callable[[View, Maker], Sequence[Judgement]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What was added: the SHA-256 of each capture, and how many are listed as what could not be read."""

    captures: tuple[str, ...]
    rejected: int


class Editor(Protocol):
    """Changes the record, one change at a time; what fails changes nothing."""

    def add(self, name: str, content: bytes) -> Came:
        """What the file holds is in the record."""
        ...

    def fetch(self, url: str) -> Came:
        """What is at the address is in the record."""
        ...

    def judge(self, judged: Judged, by: str, why: str) -> tuple[str, ...]:
        """The judgements are in, and the record follows them; their ids."""
        ...

    def undo(self, judgement: str) -> None:
        """The record is as if that had never been judged."""
        ...

    def keep(self, name: str, query: str, wanted: Wanted, by: str) -> str:
        """The search is kept under the name, in the place of what was kept under it; its id."""
        ...

    def forget(self, search: str) -> None:
        """The search of this id is kept no more."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a change came to: the page that shows it, and the id of what the page is of, None where it is of many.

    `judgements` are the ids of what was judged by it, which can be taken back; `rejected` counts what could not be
    read of what was added.
    """

    address: str
    id: str | None = None
    judgements: tuple[str, ...] = ()
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The record that is changed: how it is read, and who changes it."""

    site: Site
    editor: Editor


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is done at an address: by a form, and with “.json” after the address by a program that sends the same.

    `sent` is what is sent, None where the address says all; `shown` is where the page tells of it.
    """

    path: str
    does: Callable[[Bench, Any, str], Changed]
    sent: type[Sent] | None = None
    shown: str = ""
