"""Text for a terminal or a pipe: wrapped to the width, coloured where the terminal shows colours."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text

from onrecord.pages.formats import Colour, Look
from onrecord.pages.layout import Document, Emphasis, Flow, Item, Line, Page, Part, Section

STYLES = {
    Emphasis.PLAIN: "",
    Emphasis.STRONG: "bold",
    Emphasis.QUOTATION: "green",
    Emphasis.NAME: "bold",
    Emphasis.DATE: "cyan",
    Emphasis.DOUBT: "yellow",
    Emphasis.CITATION: "blue",
    Emphasis.FAINT: "dim",
    Emphasis.STRUCK: "strike dim",
    Emphasis.PUT_IN: "bold underline",
    Emphasis.COMMAND: "italic",
}
MARKS = {Emphasis.STRUCK: "~~", Emphasis.PUT_IN: "++"}  # around words, where there are no colours
HEADING = "bold cyan"
UNBREAKABLE = "\ue000"  # stands for U+00A0 while rich wraps, which would break a line there
NARROWEST = 24  # below this, wrapping makes no sense and lines run over


def render(page: Page, look: Look) -> str:
    """The page as text."""
    console = Console(
        file=StringIO(),
        width=max(look.width, NARROWEST),
        force_terminal=look.colour is not Colour.NONE,
        color_system="standard" if look.colour is not Colour.NONE else None,
        no_color=look.colour is Colour.NONE,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        write(page.lay_out(), console)
    return "\n".join(row.rstrip() for row in captured.get().splitlines()).rstrip("\n") + "\n"


def write(document: Document, console: Console) -> None:
    """The document, printed on the console."""
    for number, part in enumerate(document.parts):
        if number:
            console.print()
            console.print(Text("─" * console.width, style="dim"))
            console.print()
        _write_part(part, console)


def _write_part(part: Part, console: Console) -> None:
    _put(console, Text(part.title, style="bold"), 0)
    for lede in part.lede:
        _put(console, _text(lede, console), 0)
    for section in part.sections:
        console.print()
        _write_section(section, console)


def _write_section(section: Section, console: Console) -> None:
    if section.heading:
        _put(console, Text(section.heading.upper(), style=HEADING), 0)
    if section.note:
        _put(console, _text(section.note, console), 0)
    indent = 2 if section.heading and section.flow is Flow.LIST else 0
    for number, item in enumerate(section.items):
        if number and (section.flow is Flow.PROSE or item.items):
            console.print()
        _write_item(item, console, indent)
    if section.after:
        _put(console, _text(section.after, console), indent)


def _write_item(item: Item, console: Console, indent: int) -> None:
    # Lines hang: what wraps stands two deeper, so that every line that begins something can be seen to.
    _put(console, _text(item.lead, console), indent)
    for detail in item.details:
        _put(console, _text(detail, console), indent + 2)
    for below in item.items:
        _write_item(below, console, indent + 2)


def _put(console: Console, text: Text, indent: int) -> None:
    hanging = 2 if indent else 0
    room = max(console.width - indent - hanging, NARROWEST // 2)
    text.plain = text.plain.replace("\u00a0", UNBREAKABLE)
    for number, row in enumerate(text.wrap(console, room)):
        row.rstrip()
        row.plain = row.plain.replace(UNBREAKABLE, " ")
        console.print(Text(" " * (indent + (hanging if number else 0))) + row, soft_wrap=True)


def _text(line: Line, console: Console) -> Text:
    text = Text()
    for one in line:
        mark = MARKS.get(one.emphasis, "") if console.no_color else ""
        text.append(f"{mark}{one.text}{mark}", style=STYLES[one.emphasis])
    return text
