"""A graph as SVG: legible in light and dark surroundings, its words in title and desc for those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from onrecord.pages.graph import Arrow, Box, Graph, Tone
from onrecord.pages.placing import Placed, place

BOX, COLUMN_GAP, MARGIN = 190.0, 80.0, 24.0  # pixels
INSET = 10.0
TITLE_SIZE, DETAIL_SIZE, HEAD_SIZE, CAPTION_SIZE = 13.0, 11.0, 16.0, 11.0
LEADING = 1.35
MOST_LINES = 3
RADIUS = 6
BULGE = 34.0  # how far an arrow within a column swings out
WIDEST_STROKE = 6.0
NARROW, WIDE = frozenset("iljftrI.,:;'’‘“”()[]|!·- "), frozenset("mwMW@%—…")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
LABELLED = 'role="img" aria-labelledby="graph-title graph-desc"'
STYLE = """
.paper { fill: #fdfdfb; } text { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #222426; }
.head { font-size: 16px; font-weight: 600; } .note, .caption { font-size: 11px; fill: #5a5e62; }
.caption { letter-spacing: .04em; } .title { font-size: 13px; } .strong .title { font-weight: 600; }
.detail { font-size: 11px; fill: #5a5e62; }
.box rect { fill: #ffffff; stroke: #8a8f94; } .strong rect { fill: #e8eefb; stroke: #1d4eb0; }
.faint rect { fill: #f4f4f0; } .doubt rect { fill: #fff8ea; stroke: #8a5400; stroke-dasharray: 5 4; }
.arrow { fill: none; stroke: #6d7378; } .arrow.doubt { stroke: #8a5400; stroke-dasharray: 5 4; }
.tip { fill: #6d7378; } .tip.doubt { fill: #8a5400; }
@media (prefers-color-scheme: dark) {
.paper { fill: #16181a; } text { fill: #e8e8e4; } .note, .caption, .detail { fill: #a9aeb3; }
.box rect { fill: #202326; stroke: #7d8389; } .strong rect { fill: #1c2a46; stroke: #7ea6f5; }
.faint rect { fill: #1b1d1f; } .doubt rect { fill: #2c2415; stroke: #e0a94a; }
.arrow, .tip { stroke: #8d9399; } .tip { fill: #8d9399; } .arrow.doubt { stroke: #e0a94a; }
.tip.doubt { fill: #e0a94a; stroke: #e0a94a; }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lines of a box, wrapped to its width."""

    title: tuple[str, ...]
    detail: tuple[str, ...]

    @property
    def height(self) -> float:
        """Of the box that holds them."""
        lines = len(self.title) * TITLE_SIZE + len(self.detail) * DETAIL_SIZE
        return lines * LEADING + 2 * INSET - 4


def draw(graphs: tuple[Graph, ...]) -> str:
    """The graphs, one below the other, as one picture; the same on every machine."""
    top = MARGIN
    parts: list[str] = []
    width = 0.0
    for graph in graphs:
        drawn, height = _draw_one(graph, top)
        parts += drawn
        top += height + 2 * MARGIN
        width = max(width, _width(graph))
    height = top - MARGIN
    title = "; ".join(graph.title for graph in graphs) or "Nothing to show"
    told = "\n".join(line for graph in graphs for line in graph.told)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" {LABELLED}>',
            f'<title id="graph-title">{_escaped(title)}</title>',
            f'<desc id="graph-desc">{_escaped(told)}</desc>',
            f"<style>{STYLE}</style>",
            '<rect class="paper" width="100%" height="100%" rx="8"/>',
            *parts,
            "</svg>\n",
        )
    )


def _width(graph: Graph) -> float:
    return 2 * MARGIN + len(graph.columns) * BOX + (len(graph.columns) - 1) * COLUMN_GAP + BULGE


def _left(column: int) -> float:
    return MARGIN + column * (BOX + COLUMN_GAP)


def _draw_one(graph: Graph, top: float) -> tuple[list[str], float]:
    """The lines of SVG, and how high the graph is."""
    wide = _width(graph) - 2 * MARGIN
    head = [
        *((words, "head", HEAD_SIZE) for words in _wrapped(graph.title, wide, HEAD_SIZE)),
        *((words, "note", CAPTION_SIZE) for words in _wrapped(graph.note, wide, CAPTION_SIZE)),
    ]
    parts: list[str] = []
    down = top
    for words, kind, size in head:
        down += size * LEADING
        parts.append(_text(MARGIN, down, kind, words))
    down += MARGIN
    parts += [_text(_left(at), down, "caption", words) for at, words in enumerate(graph.columns)]
    down += INSET
    words_of = {box.id: _words(box) for box in graph.boxes}
    placed = place(graph, {name: words.height for name, words in words_of.items()})
    boxes = {box.id: box for box in graph.boxes}
    for arrow, path in placed.paths:
        parts += _arrow(arrow, path, boxes, placed, down)
    for box in graph.boxes:
        parts += _box(box, words_of[box.id], placed.tops[box.id] + down)
    return parts, down + placed.height - top


def _box(box: Box, words: _Words, top: float) -> list[str]:
    left = _left(box.column)
    full = f"{box.title}, {box.detail}" if box.detail else box.title
    parts = [
        f'<g class="box {box.tone}"><title>{_escaped(full)}</title>',
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{BOX:.0f}" height="{words.height:.1f}" rx="{RADIUS}"/>',
    ]
    down = top + INSET - 4
    for line in words.title:
        down += TITLE_SIZE * LEADING
        parts.append(_text(left + INSET, down - 2, "title", line))
    for line in words.detail:
        down += DETAIL_SIZE * LEADING
        parts.append(_text(left + INSET, down - 2, "detail", line))
    return [*parts, "</g>"]


def _arrow(arrow: Arrow, path: tuple[str, ...], boxes: Mapping[str, Box], placed: Placed, down: float) -> list[str]:
    """The arrow as one curve through its lanes; within a column it swings out to the right."""
    start, end = boxes[path[0]], boxes[path[-1]]
    stroke = min(1.2 + 0.5 * (arrow.weight - 1), WIDEST_STROKE)
    x, y = _left(start.column) + BOX, placed.middle(start.id) + down
    if start.column == end.column:
        tip_x, tip_y = x, placed.middle(end.id) + down
        curve = f"M{x:.1f},{y:.1f} C{x + BULGE:.1f},{y:.1f} {x + BULGE:.1f},{tip_y:.1f} {tip_x + 7:.1f},{tip_y:.1f}"
        tip = f"M{tip_x:.1f},{tip_y:.1f} l8,-4 v8 z"
    else:
        points = [(x, y)]
        for column, lane in enumerate(path[1:-1], start=start.column + 1):
            height = placed.middle(lane) + down
            points += [(_left(column), height), (_left(column) + BOX, height)]
        tip_x, tip_y = _left(end.column), placed.middle(end.id) + down
        points.append((tip_x - 7, tip_y))
        curve = f"M{x:.1f},{y:.1f}" + "".join(
            f" C{(a + c) / 2:.1f},{b:.1f} {(a + c) / 2:.1f},{d:.1f} {c:.1f},{d:.1f}"
            for (a, b), (c, d) in pairwise(points)
        )
        tip = f"M{tip_x:.1f},{tip_y:.1f} l-8,-4 v8 z"
    tone = " doubt" if arrow.tone is Tone.DOUBT else ""
    return [
        f'<path class="arrow{tone}" d="{curve}" stroke-width="{stroke:.1f}"/>',
        f'<path class="tip{tone}" d="{tip}"/>',
    ]


def _text(left: float, down: float, kind: str, words: str) -> str:
    return f'<text class="{kind}" x="{left:.1f}" y="{down:.1f}">{_escaped(words)}</text>'


def _escaped(words: str) -> str:
    """The words as XML has them; the few characters that it knows no way to write become �."""
    return escape(_NO_XML.sub("�", words))


def _words(box: Box) -> _Words:
    inner = BOX - 2 * INSET
    return _Words(title=_wrapped(box.title, inner, TITLE_SIZE), detail=_wrapped(box.detail, inner, DETAIL_SIZE))


def _wrapped(text: str, wide: float, size: float) -> tuple[str, ...]:
    """The text in lines that are no wider, by a cautious guess at its letters; what goes beyond is cut with "…"."""
    lines: list[str] = []
    for word in text.split():
        if lines and _wide(f"{lines[-1]} {word}", size) <= wide:
            lines[-1] += f" {word}"
        else:
            lines.append(_cut(word, wide, size))
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], _cut(f"{lines[MOST_LINES - 1]} {lines[MOST_LINES]}…", wide, size)]
    return tuple(lines)


def _cut(text: str, wide: float, size: float) -> str:
    if _wide(text, size) <= wide:
        return text
    kept = text.rstrip("…")
    while kept and _wide(f"{kept}…", size) > wide:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _wide(text: str, size: float) -> float:
    """Pixels, as wide as common sans-serif faces have them at most."""
    return size * sum(_share(letter) for letter in text)


def _share(letter: str) -> float:
    if letter in NARROW:
        return 0.4
    if letter in WIDE or ord(letter) > 0x2E80:
        return 1.0
    return 0.76 if letter.isupper() else 0.62
