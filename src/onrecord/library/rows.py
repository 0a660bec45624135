"""Rows of one type that a program iterates, and a notebook shows as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from html import escape
from itertools import islice
from typing import Any, Generic, TypeVar

from onrecord.pages.layout import printable
from onrecord.pages.wording import cut
from onrecord.records import Credit, Fact, Role, RoleClaim, Segment, Span, Value

T = TypeVar("T")
SHOWN = 20  # rows of a table in a notebook
NAMED = 3  # rows in the words of `repr`
LONGEST = 120  # characters of a cell


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """Rows in the record's own order, each a frozen type of `onrecord.records`; read anew each time they are iterated.

    Nothing is held in memory but the row at hand. `list(rows)` holds all.
    """

    read: Callable[[], Iterator[T]]

    def __iter__(self) -> Iterator[T]:
        return self.read()

    def first(self) -> T | None:
        """The first row, None where there is none."""
        return next(iter(self), None)

    def __repr__(self) -> str:
        several = list(islice(self, NAMED + 1))
        told = [repr(row) for row in several[:NAMED]] + (["…"] if len(several) > NAMED else [])
        return f"Rows({', '.join(told)})"

    def _repr_html_(self) -> str:
        several = list(islice(self, SHOWN + 1))
        if not several:
            return "<p>no rows</p>"
        names = [field.name for field in fields(several[0])]  # type: ignore[arg-type]
        rows = [[as_cell(getattr(row, name)) for name in names] for row in several[:SHOWN]]
        return html_table(names, rows, "and more: iterate to see them" if len(several) > SHOWN else "")


def html_table(names: Sequence[str], rows: Sequence[Sequence[str]], note: str = "") -> str:
    """The table as HTML, everything in it escaped."""
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    below = f"<p>{escape(note)}</p>" if note else ""
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>{below}"


def as_cell(value: Any) -> str:
    """The value in words, cut where it is long; empty where it is None."""
    return cut(printable(_in_words(value)), LONGEST)


def _in_words(value: Any) -> str:
    match value:
        case None:
            return ""
        case Span():
            return value.exact
        case Value():
            return value.value
        case Credit():
            return value.name
        case Role():
            return value.role
        case RoleClaim():
            return value.title
        case Fact():
            return f"{value.name}: {value.value}"
        case Segment():
            return f"{value.kind} {value.start}-{value.end}"
        case tuple():
            return ", ".join(map(_in_words, value[:SHOWN]))
        case _:
            return str(value)
