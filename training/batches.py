"""Windows of whole sentences, cut anew each epoch, and batches of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from onrecord.annotate.model.labels import END, INSIDE, OUTSIDE
from training.corpus import UNKNOWN, Marked, stretch

CLS, SEP, PAD = 101, 102, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Windows side by side. `links` rows: window, role, start, stop, first piece of the cue."""

    ids: Tensor
    looks: Tensor
    mask: Tensor
    inner: Tensor  # the pieces of the text: not [CLS], [SEP] or padding
    tags: Tensor
    names: Tensor
    sentences: Tensor
    links: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Sentences `[first, stop)` of an article."""

    article: Marked
    first: int
    stop: int

    @property
    def pieces(self) -> tuple[int, int]:
        """The range of its word pieces."""
        return self.article.sentences[self.first][0], self.article.sentences[self.stop - 1][1]


def cut_windows(articles: list[Marked], longest: int, chance: random.Random) -> list[Window]:
    """Every sentence of the articles in one window of at most `longest` pieces; where windows begin is chance."""
    found: list[Window] = []
    for article in articles:
        room = chance.randint(longest // 5, longest)
        first = 0
        used = 0
        for number, (start, stop) in enumerate(article.sentences):
            if used and used + stop - start > room:
                found.append(Window(article=article, first=first, stop=number))
                first, used, room = number, 0, longest
            used += stop - start
        if used:
            found.append(Window(article=article, first=first, stop=len(article.sentences)))
    return found


def batches_of(articles: list[Marked], *, longest: int, size: int, chance: random.Random) -> Iterator[Batch]:
    """The articles once, in batches of windows of about the same length, in an order of chance."""
    windows = cut_windows(articles, longest, chance)
    chance.shuffle(windows)
    groups: list[list[Window]] = []
    for at in range(0, len(windows), 32 * size):
        near = sorted(windows[at : at + 32 * size], key=lambda w: w.pieces[1] - w.pieces[0])
        groups += [near[k : k + size] for k in range(0, len(near), size)]
    chance.shuffle(groups)
    for group in groups:
        yield batch_of(group)


def batch_of(windows: list[Window]) -> Batch:
    """The windows as tensors, with [CLS] before and [SEP] behind each."""
    length = 2 + max(stop - start for start, stop in (window.pieces for window in windows))
    ids = torch.full((len(windows), length), PAD)
    looks = torch.zeros((len(windows), length), dtype=torch.long)
    inner = torch.zeros((len(windows), length), dtype=torch.bool)
    tags = torch.full((len(windows), length), UNKNOWN)
    names = torch.full((len(windows), length), UNKNOWN)
    numbers = torch.zeros((len(windows), length), dtype=torch.long)
    links: list[tuple[int, int, int, int, int]] = []
    for row, window in enumerate(windows):
        start, stop = window.pieces
        size = stop - start
        ids[row, : size + 2] = torch.tensor([CLS, *window.article.ids[start:stop], SEP])
        looks[row, 1 : size + 1] = torch.tensor(window.article.looks[start:stop])
        inner[row, 1 : size + 1] = True
        tags[row, 1 : size + 1] = torch.tensor(_closed(window.article.tags[start:stop]))
        names[row, 1 : size + 1] = torch.tensor(_closed(window.article.names[start:stop]))
        for number in range(window.first, window.stop):
            left, right = window.article.sentences[number]
            numbers[row, 1 + left - start : 1 + right - start] = number
        links += _links(window, row)
    return Batch(
        ids=ids,
        looks=looks,
        mask=ids != PAD,
        inner=inner,
        tags=tags,
        names=names,
        sentences=numbers,
        links=torch.tensor(links, dtype=torch.long).view(-1, 5),
    )


def _links(window: Window, row: int) -> list[tuple[int, int, int, int, int]]:
    start, stop = window.pieces
    return [
        (row, link.role // 2, link.start - start + 1, link.stop - start + 1, link.cue - start + 1)
        for link in window.article.links
        if link.start >= start and link.stop <= stop and start <= link.cue < stop
    ]


def _goes_on(tag: int, after: int) -> bool:
    """Whether the tag behind belongs to the same stretch."""
    return after > OUTSIDE and (after - 1) // 4 == (tag - 1) // 4 and (after - 1) % 4 in {INSIDE, END}


def _closed(tags: tuple[int, ...]) -> list[int]:
    """The tags with stretches cut by the window's ends closed there."""
    out = list(tags)
    at = 0
    while at < len(out):
        tag = out[at]
        end = at + 1
        if tag > OUTSIDE:
            while end < len(out) and _goes_on(tag, out[end]):
                end += 1
            out[at:end] = stretch((tag - 1) // 4, end - at)
        at = end
    return out
