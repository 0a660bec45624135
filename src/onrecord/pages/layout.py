"""The one document model that every page lays itself out into and every format renders.

A document is parts; a part is a title and sections; a section is items; an item is a leading line, lines of
detail and items below it; a line is runs of text, each with its emphasis. Nothing here knows of news, or of a
format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Emphasis(StrEnum):
    """What a run of text is, so that each format can show it in its own way."""

    PLAIN = "plain"
    STRONG = "strong"
    QUOTATION = "quotation"  # words that stand so in an archived article
    NAME = "name"
    DATE = "date"
    DOUBT = "doubt"  # what is not told or not sure
    CITATION = "citation"  # a number that leads to a place in a file
    FAINT = "faint"
    STRUCK = "struck"  # dropped from the article, or by it
    PUT_IN = "put in"  # words of this article that another lacks
    COMMAND = "command"  # to be typed


class Flow(StrEnum):
    """How the items of a section stand to each other."""

    LIST = "list"
    PROSE = "prose"  # paragraphs, with a blank line between


# Control characters could move a reader's cursor or hide words; bidirectional overrides could turn a
# quotation round.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def printable(text: str) -> str:
    """The text with white space made blanks, and with every control character made visible as �."""
    return _UNPRINTABLE.sub("�", re.sub(r"[^\S\u00a0]+", " ", text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Printable text with one emphasis. `link` names the anchor it leads to, `anchor` the one it is."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    link: str = ""
    anchor: str = ""
    hint: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", printable(self.text))
        object.__setattr__(self, "hint", printable(self.hint))


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A leading line, lines of detail beneath it, and items beneath those."""

    lead: Line
    details: tuple[Line, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, a note to it, items, and what is said after them."""

    heading: str
    items: tuple[Item, ...]
    note: Line = ()
    after: Line = ()
    flow: Flow = Flow.LIST

    def __post_init__(self) -> None:
        object.__setattr__(self, "heading", printable(self.heading))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One story's or one thing's share of a document."""

    title: str
    lede: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", printable(self.title))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a page looks like, whatever the format."""

    title: str
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", printable(self.title))


class Page(Protocol):
    """The frozen answer to one question, which can lay itself out."""

    def lay_out(self) -> Document:
        """The page as a document."""
        ...


def run(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> Run:
    """A run of that text."""
    return Run(text=text, emphasis=emphasis)


def line(*pieces: str | Run | Line) -> Line:
    """One line of the pieces, plain text and runs in any mixture; empty ones fall out."""
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, str):
            runs.append(run(piece))
        elif isinstance(piece, Run):
            runs.append(piece)
        else:
            runs.extend(piece)
    return tuple(one for one in runs if one.text)


def strong(text: str) -> Run:
    """Text that leads its line."""
    return run(text, Emphasis.STRONG)


def quotation(text: str) -> Run:
    """Words as an archived article prints them."""
    return run(text, Emphasis.QUOTATION)


def name(text: str) -> Run:
    """The name of a person, body or outlet."""
    return run(text, Emphasis.NAME)


def date(text: str) -> Run:
    """A day in words."""
    return run(text, Emphasis.DATE)


def doubt(text: str) -> Run:
    """What is not told, or not sure."""
    return run(text, Emphasis.DOUBT)


def faint(text: str) -> Run:
    """What most readers will pass over."""
    return run(text, Emphasis.FAINT)


def command(text: str) -> Run:
    """What to type."""
    return run(text, Emphasis.COMMAND)


def plain_text(line: Line) -> str:
    """The line without emphasis."""
    return "".join(one.text for one in line)
