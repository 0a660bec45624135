"""How a page is written: one renderer a format, each over the same document (JSON: over the page itself)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Protocol

from onrecord.pages.layout import Page


class Format(StrEnum):
    """What a page can be written as."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    JSON = "json"
    SVG = "svg"
    CSV = "csv"


class Colour(StrEnum):
    """Whether the reader's terminal shows colours."""

    NONE = "none"
    ANSI = "ansi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the reader's surface can show. Only text and SVG ask."""

    width: int = 100
    colour: Colour = Colour.NONE


class Render(Protocol):
    """A page in one format, ending in a newline."""

    def __call__(self, page: Page, look: Look) -> str:
        """The page, written."""
        ...


# Modules, not functions: each is imported when its format is asked for, and rich with two of them only.
FORMATS = {
    Format.TEXT: "onrecord.pages.formats.text_page",
    Format.MD: "onrecord.pages.formats.markdown_page",
    Format.HTML: "onrecord.pages.formats.html_page",
    Format.JSON: "onrecord.pages.formats.json_page",
    Format.SVG: "onrecord.pages.formats.svg_page",
    Format.CSV: "onrecord.pages.formats.csv_page",
}


def render(page: Page, form: Format, look: Look) -> str:
    """The page in that format."""
    written: str = import_module(FORMATS[form]).render(page, look)
    return written
