"""Where the boxes of a graph go: in layers, few arrows crossing, each arrow past the boxes it does not touch.

Sugiyama, Tagawa, Toda: Methods for visual understanding of hierarchical system structures (1981), its second and third
step; the layers are the columns that the graph gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.pages.graph import Arrow, Graph

SWEEPS = 8  # to the right and back
LANE = 10.0  # pixels in height that an arrow takes in a column it only passes
GAP = 14.0  # between two boxes, one above the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The top of every box and lane by its id, and for each arrow the ids that it goes through, ends included."""

    tops: Mapping[str, float]
    heights: Mapping[str, float]
    paths: tuple[tuple[Arrow, tuple[str, ...]], ...]
    height: float

    def middle(self, name: str) -> float:
        """How far down the middle of the box or lane is."""
        return self.tops[name] + self.heights[name] / 2


def place(graph: Graph, heights: Mapping[str, float]) -> Placed:
    """The places of the boxes of those heights; the same ones for the same graph."""
    columns, paths = _layers(graph)
    sizes = {name: heights.get(name, LANE) for column in columns for name in column}
    neighbours = _neighbours(paths)
    for sweep in range(SWEEPS):
        order = range(len(columns)) if sweep % 2 == 0 else range(len(columns) - 1, -1, -1)
        for at in order:
            columns[at] = _sorted(columns, at, neighbours)
    whole = max((_height(column, sizes) for column in columns), default=0.0)
    tops: dict[str, float] = {}
    for column in columns:
        top = (whole - _height(column, sizes)) / 2
        for name in column:
            tops[name] = top
            top += sizes[name] + GAP
    return Placed(tops=tops, heights=sizes, paths=tuple(paths), height=whole)


def _height(column: Sequence[str], sizes: Mapping[str, float]) -> float:
    return sum(sizes[name] for name in column) + GAP * max(len(column) - 1, 0)


def _layers(graph: Graph) -> tuple[list[list[str]], list[tuple[Arrow, tuple[str, ...]]]]:
    """The columns with a lane in each for the arrows that pass it on the way to one box, and the arrows' paths."""
    at = {box.id: box.column for box in graph.boxes}
    columns: list[list[str]] = [[] for _ in graph.columns]
    for box in graph.boxes:
        columns[box.column].append(box.id)
    paths = []
    for arrow in graph.arrows:
        lanes = [f"{arrow.right} in {column}" for column in range(at[arrow.left] + 1, at[arrow.right])]
        for column, lane in enumerate(lanes, start=at[arrow.left] + 1):
            if lane not in columns[column]:
                columns[column].append(lane)
        paths.append((arrow, (arrow.left, *lanes, arrow.right)))
    return columns, paths


def _neighbours(paths: Sequence[tuple[Arrow, tuple[str, ...]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _, path in paths:
        for left, right in pairwise(path):
            found.setdefault(left, []).append(right)
            found.setdefault(right, []).append(left)
    return found


def _sorted(columns: Sequence[Sequence[str]], at: int, neighbours: Mapping[str, Sequence[str]]) -> list[str]:
    """The column by the mean place of each one's neighbours; what has none stays where it is."""
    places = {name: (number + 0.5) / len(column) for column in columns for number, name in enumerate(column)}

    def mean(name: str) -> float:
        beside = neighbours.get(name, ())
        return sum(sorted(places[one] for one in beside)) / len(beside) if beside else places[name]

    return sorted(columns[at], key=lambda name: (round(mean(name), 9), places[name]))
