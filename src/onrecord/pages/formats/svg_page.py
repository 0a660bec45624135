"""SVG: a graph where the page is one, else the terminal's text as a picture, for a README. It names no font file."""

from __future__ import annotations

import re
from io import StringIO

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from onrecord.pages.formats import Look, graph_svg
from onrecord.pages.formats.text_page import write
from onrecord.pages.graph import Drawn
from onrecord.pages.layout import Page

# Legible on its own background in light and dark surroundings; contrast of every colour is at least 4.5 to 1.
PAPER = TerminalTheme(
    (253, 253, 251),
    (34, 36, 38),
    [
        (34, 36, 38),
        (176, 32, 40),
        (22, 101, 52),
        (138, 84, 0),
        (29, 78, 176),
        (126, 34, 140),
        (14, 96, 112),
        (92, 96, 100),
    ],
)
DRAWING = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>A page of onrecord</title>
<style>
.{unique_id}-matrix {{
font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect width="100%" height="100%" rx="8" fill="#fdfdfb" stroke="#d8d8d2"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def render(page: Page, look: Look) -> str:
    """The page as a picture, the same on every machine."""
    if isinstance(page, Drawn):
        return graph_svg.draw(page.draw())
    console = Console(
        file=StringIO(),
        record=True,
        width=look.width,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    write(page.lay_out(), console)
    drawn = console.export_svg(title="", theme=PAPER, code_format=DRAWING, unique_id="onrecord")
    return re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE)
