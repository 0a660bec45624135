"""Markdown: headings and nested lists that read well unrendered; nothing in a text can become markup."""

from __future__ import annotations

import re

from onrecord.pages.formats import Look
from onrecord.pages.layout import Document, Emphasis, Flow, Item, Line, Page, Part, Section

AROUND = {
    Emphasis.STRONG: ("**", "**"),
    Emphasis.NAME: ("**", "**"),
    Emphasis.DOUBT: ("_", "_"),
    Emphasis.STRUCK: ("~~", "~~"),
    Emphasis.PUT_IN: ("**", "**"),
}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_STARTS_A_BLOCK = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def render(page: Page, look: Look) -> str:  # noqa: ARG001 - a Markdown text has no width of its own
    """The page as Markdown."""
    return _document(page.lay_out())


def _document(document: Document) -> str:
    return "\n".join(_part(part) for part in document.parts)


def _part(part: Part) -> str:
    blocks = [f"# {escape(part.title)}"]
    blocks += [_line(lede) for lede in part.lede]
    blocks += [_section(section) for section in part.sections]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> str:
    blocks = [f"## {escape(section.heading)}"] if section.heading else []
    if section.note:
        blocks.append(_line(section.note))
    if section.flow is Flow.PROSE:
        for item in section.items:
            blocks.append(_line(item.lead))
            blocks += [_line(detail) for detail in item.details]
    elif section.items:
        blocks.append("\n".join(_item(item, 0) for item in section.items))
    if section.after:
        blocks.append(_line(section.after))
    return "\n\n".join(blocks)


def _item(item: Item, depth: int) -> str:
    margin = "  " * depth
    rows = [f"{margin}- {_line(item.lead)}"]
    # A backslash before the newline is CommonMark's line break, and can be seen.
    for detail in item.details:
        rows[-1] += "\\"
        rows.append(f"{margin}  {_line(detail)}")
    rows += [_item(below, depth + 1) for below in item.items]
    return "\n".join(rows)


def _line(line: Line) -> str:
    return _STARTS_A_BLOCK.sub(r"\1\\\2", "".join(_run(one.text, one.emphasis) for one in line))


def _run(text: str, emphasis: Emphasis) -> str:
    if emphasis is Emphasis.COMMAND:
        return f"`{text.replace('`', chr(39))}`"
    inner = text.strip()
    if emphasis not in AROUND or not inner:
        return escape(text)
    # Emphasis marks must touch the words they mark, so the blanks stand outside.
    before, after = AROUND[emphasis]
    left, _, right = text.partition(inner)
    return f"{left}{before}{escape(inner)}{after}{right}"


def escape(text: str) -> str:
    """The text with every character that Markdown or HTML would read as markup made a plain one."""
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
