"""The corpus as the model sees it: sentences of word pieces with their tags and links."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.annotate.model.labels import BEGIN, CONTENT, CUE, END, INSIDE, OUTSIDE, SINGLE, SOURCE, tag_of
from onrecord.text.sentences import sentences

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
    """An article's word pieces; `sentences` are ranges of pieces, together all of them."""

    ids: tuple[int, ...]
    tags: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    links: tuple[Link, ...]


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a corpus, as stored."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def mark(article: dict[str, Any], tokenizer: Tokenizer, longest: int) -> Marked:
    """The article's word pieces with tags and links; a sentence of more than `longest` pieces is parted."""
    text = article["text"]
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    bounds: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        for start, end in sentences(text, line.start(), line.end()):
            encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
            first = len(ids)
            ids += encoded.ids
            offsets += [(start + a, start + b) for a, b in encoded.offsets]
            bounds += [(at, min(at + longest, len(ids))) for at in range(first, len(ids), longest)]
    tags = [OUTSIDE] * len(ids)
    links: list[Link] = []
    for attribution in article["attributions"]:
        links += _mark_one(attribution, offsets, tags)
    return Marked(ids=tuple(ids), tags=tuple(tags), sentences=tuple(bounds), links=tuple(links))


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
