"""The corpus as the model sees it: sentences of word pieces with their tags and links."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.annotate.model.labels import (
    BEGIN,
    CONTENT,
    CUE,
    END,
    INSIDE,
    NAME_KINDS,
    OUTSIDE,
    SINGLE,
    SOURCE,
    tag_of,
)
from onrecord.annotate.model.pieces import Pieces, add_paragraph
from training.gum import Named

HELD_OUT = 14  # every so many articles one is kept out of training, to tune on
UNKNOWN = -1  # the tag of a piece of which nothing was marked
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A stretch of a role, pieces `[start, stop)` of its article, and the first piece of its cue."""

    role: int
    start: int
    stop: int
    cue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An article's word pieces; `sentences` are ranges of pieces, together all of them.

    `tags` are the roles and `names` the names; where an article was not marked for one of them, all are `UNKNOWN`.
    """

    ids: tuple[int, ...]
    looks: tuple[int, ...]
    tags: tuple[int, ...]
    names: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    links: tuple[Link, ...] = ()


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a corpus, as stored."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def mark(article: dict[str, Any], tokenizer: Tokenizer) -> Marked:
    """The article's word pieces with tags and links; its names are unknown."""
    pieces = _pieces(article["text"], tokenizer)
    tags = [OUTSIDE] * len(pieces.ids)
    links: list[Link] = []
    for attribution in article["attributions"]:
        links += _mark_one(attribution, pieces.offsets, tags)
    return replace(_unmarked(pieces), tags=tuple(tags), links=tuple(links))


def mark_names(document: Named, tokenizer: Tokenizer) -> Marked:
    """The document's word pieces with its names; its roles are unknown."""
    pieces = _pieces(document.text, tokenizer)
    names = [OUTSIDE] * len(pieces.ids)
    for start, end, kind in document.names:
        if found := pieces_of([start, end], pieces.offsets):
            names[slice(*found)] = stretch(NAME_KINDS.index(kind), found[1] - found[0])
    return replace(_unmarked(pieces), names=tuple(names))


def mark_nothing(text: str, tokenizer: Tokenizer) -> Marked:
    """The word pieces of a text that only teachers tell something of."""
    return _unmarked(_pieces(text, tokenizer))


def _pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """The text's word pieces, a paragraph a line, as the product reads them."""
    pieces = Pieces()
    for line in _LINE.finditer(text):
        add_paragraph(pieces, text, line.span(), tokenizer)
    return pieces


def _unmarked(pieces: Pieces) -> Marked:
    unknown = (UNKNOWN,) * len(pieces.ids)
    return Marked(
        ids=tuple(pieces.ids),
        looks=tuple(pieces.looks),
        tags=unknown,
        names=unknown,
        sentences=tuple(pieces.sentences),
    )


def _mark_one(attribution: dict[str, Any], offsets: list[tuple[int, int]], tags: list[int]) -> list[Link]:
    """The attribution's links; its tags are set."""
    found = {
        role: [r for span in attribution[name] if (r := pieces_of(span, offsets))]
        for role, name in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content"))
    }
    for role, ranges in found.items():
        for start, stop in ranges:
            tags[start:stop] = stretch(role, stop - start)
    if not found[CUE]:
        return []
    cue = found[CUE][0][0]
    return [
        Link(role=role, start=start, stop=stop, cue=cue) for role in (SOURCE, CONTENT) for start, stop in found[role]
    ]


def stretch(role: int, length: int) -> list[int]:
    """The tags of a stretch of that many pieces."""
    if length == 1:
        return [tag_of(role, SINGLE)]
    return [tag_of(role, BEGIN), *[tag_of(role, INSIDE)] * (length - 2), tag_of(role, END)]


def pieces_of(span: list[int], offsets: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The range of pieces that the characters `[start, end)` touch."""
    low, high = 0, len(offsets)
    while low < high:
        middle = (low + high) // 2
        if offsets[middle][1] <= span[0]:
            low = middle + 1
        else:
            high = middle
    stop = low
    while stop < len(offsets) and offsets[stop][0] < span[1]:
        stop += 1
    return (low, stop) if stop > low else None
