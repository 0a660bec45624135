"""JSON: the page record itself, field by field, not its layout."""

from __future__ import annotations

import msgspec

from onrecord.pages.formats import Look
from onrecord.pages.layout import Page


def render(page: Page, look: Look) -> str:  # noqa: ARG001 - the look is for formats that have one
    """The page as one indented JSON object, its keys in the order of its fields."""
    return encode(page).decode()


def encode(page: object) -> bytes:
    """The same of any frozen record, as UTF-8."""
    return msgspec.json.format(msgspec.json.encode(page), indent=2) + b"\n"
