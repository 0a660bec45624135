"""Citation numbers: each leads to outlet, file and offset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from onrecord.pages.layout import Emphasis, Line, Run
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.records import Attribution, Span

NARROW = "\u00a0"  # a blank that no line breaks at


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where the words of a number stand; `file` is the shortest end of `path` that is unique on the page."""

    number: int
    article: str
    outlet: str | None
    file: str
    path: str
    start: int
    end: int
    exact: str

    @property
    def place(self) -> str:
        """The file and the offsets, as `file.txt:1009-1133`."""
        return f"{self.file}:{self.start}-{self.end}"


Cited = Mapping[int, Citation]


def by_number(citations: Iterable[Citation]) -> Cited:
    """The citations by their numbers."""
    return {one.number: one for one in citations}


class Notebook:
    """Gives each cited place its number, in the order in which a page first cites them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._spans: list[tuple[str, Span]] = []

    def turn_page(self) -> int:
        """How many numbers have been given; whatever is cited from here on gets a new one.

        Each story lists the places of its own numbers, so that a number of another story would lead nowhere.
        """
        self._numbers.clear()
        return len(self._spans)

    def cite(self, article_id: str, span: Span) -> int:
        """The number of that place."""
        key = (article_id, span.start, span.end)
        if key not in self._numbers:
            self._spans.append((article_id, span))
            self._numbers[key] = len(self._spans)
        return self._numbers[key]

    def cite_attribution(self, attribution: Attribution) -> int:
        """The number of the attribution's contents, the first to the last."""
        content = attribution.content
        if len(content) == 1:
            return self.cite(attribution.article, content[0])
        text = self._shelf.article(attribution.article).text
        return self.cite(attribution.article, Span.of(text, content[0].start, content[-1].end))

    def citations(self, after: int = 0) -> tuple[Citation, ...]:
        """Every place cited so far whose number is above `after`, by number."""
        articles = [article for article, _ in self._spans]
        paths = self._shelf.locations(articles)
        self._shelf.take_outlets(articles)
        files = short_names(paths.values())
        return tuple(
            Citation(
                number=number,
                article=article,
                outlet=self._shelf.outlet(article),
                file=files[paths[article]],
                path=paths[article],
                start=span.start,
                end=span.end,
                exact=span.exact,
            )
            for number, (article, span) in enumerate(self._spans[after:], start=after + 1)
        )


def short_names(paths: Iterable[str]) -> Mapping[str, str]:
    """For each path its shortest ending that no other of them has."""
    parts = {path: _parts(path) for path in set(paths)}
    names: dict[str, str] = {}
    length = 1
    waiting = set(parts)
    while waiting:
        endings: dict[tuple[str, ...], list[str]] = {}
        for path in parts:
            endings.setdefault(parts[path][-length:], []).append(path)
        for ending, owners in endings.items():
            if len(owners) == 1 and owners[0] in waiting:
                names[owners[0]] = "/".join(ending).replace("//", "/")
        done = {path for path in waiting if path in names or len(parts[path]) <= length}
        names.update((path, path) for path in done if path not in names)
        waiting -= done
        length += 1
    return names


@lru_cache(maxsize=20_000)
def _parts(path: str) -> tuple[str, ...]:
    return PurePosixPath(path).parts


def mark(numbers: Iterable[int], citations: Cited) -> Line:
    """The numbers in brackets, each leading to its place."""
    return tuple(_mark(citations[number]) for number in numbers)


def _mark(citation: Citation) -> Run:
    return Run(
        text=f"[{citation.number}]",
        emphasis=Emphasis.CITATION,
        link=f"c{citation.number}",
        hint=f"{citation.outlet or OUTLET_NOT_TOLD}, {citation.place}",
    )


def anchors(citations: Iterable[Citation]) -> Line:
    """The numbers with their offsets: where `mark` leads to."""
    runs: list[Run] = []
    for one in citations:
        gap = "   " if runs else ""
        number = Run(text=f"{gap}[{one.number}]", emphasis=Emphasis.CITATION, anchor=f"c{one.number}")
        runs += [number, Run(text=f"{NARROW}{one.start}-{one.end}", emphasis=Emphasis.FAINT)]
    return tuple(runs)
