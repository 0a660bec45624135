"""A graph in columns, to be drawn: boxes with words, and arrows between them. Nothing here knows of news."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from onrecord.pages.layout import printable


class Tone(StrEnum):
    """How a box or an arrow looks."""

    STRONG = "strong"
    PLAIN = "plain"
    FAINT = "faint"
    DOUBT = "doubt"  # dashed: what is not told, or only inferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box in a column, the first being 0; `detail` stands below the title in smaller type."""

    id: str
    column: int
    title: str
    detail: str = ""
    tone: Tone = Tone.PLAIN

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", printable(self.title))
        object.__setattr__(self, "detail", printable(self.detail))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From a box to one in a later column, or within the last; `weight` is 1 or more."""

    left: str
    right: str
    weight: int = 1
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Boxes and arrows under a title; `told` says in words what the picture shows, line by line."""

    title: str
    note: str
    columns: tuple[str, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    told: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", printable(self.title))
        object.__setattr__(self, "told", tuple(map(printable, self.told)))


@runtime_checkable
class Drawn(Protocol):
    """A page that is a picture, rather than text."""

    def draw(self) -> tuple[Graph, ...]:
        """The graphs, one below the other."""
        ...
