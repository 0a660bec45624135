"""Which cue each source and content belongs to, by the network's link vectors and the distance between them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.model.decoding import Stretch
from onrecord.annotate.model.labels import CONTENT, CUE, FARTHEST_SENTENCE, SOURCE, distance_bucket
from onrecord.annotate.model.network import Network, Numbers, Scores
from onrecord.annotate.model.pieces import Pieces
from onrecord.records import Article

FARTHEST = 3  # sentences between a stretch and its cue
REACH = 2 * 7 * 158  # pieces: more than so many sentences can have
# What follows was chosen on held-out articles of the training part.
LEAST_CHANCE = 0.02  # a cue less probable than this is not taken by a content
LEAST_SOURCE = 0.01  # a source that so improbably belongs to a cue is none of its own; it may belong to several
CUE_CHANCE = 0.7  # a word that a content takes for its cue with this probability is one, though none was tagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A cue with its source and the contents, in reading order, that chose it; `sure` is the mean of all doubts."""

    cue: Stretch | None
    source: Stretch | None
    contents: tuple[Stretch, ...]
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How probable each piece from `low` on is to be the first of a stretch's cue."""

    stretch: Stretch
    low: int
    chances: Numbers

    def of(self, cue: Stretch) -> float:
        """How probable the cue is; nought where it is out of reach."""
        if not self.low <= cue.start < self.low + len(self.chances):
            return 0.0
        return float(self.chances[cue.start - self.low : cue.stop - self.low].sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """A block as it was scored, with what is needed to link its stretches."""

    article: Article
    pieces: Pieces
    scores: Scores
    network: Network

    def link(self, stretches: tuple[Stretch, ...]) -> tuple[Group, ...]:
        """Every cue that a content chose, with its source, then the contents that found no cue, each alone.

        Contents choose their cue, several the same; a cue chooses its source, and one source can serve several
        cues, as in: *Oram* doubted it and said so.
        """
        cues = [each for each in stretches if each.role == CUE]
        taken = {at for each in stretches for at in range(each.start, each.stop)}
        chosen: dict[Stretch, list[tuple[Stretch, float]]] = {}
        alone: list[Group] = []
        for content in (each for each in stretches if each.role == CONTENT):
            cue, chance = self._choose(content, cues, taken)
            if cue is None:
                alone.append(Group(cue=None, source=None, contents=(content,), sure=content.sure))
            else:
                chosen.setdefault(cue, []).append((content, chance))
        sources = [self._view(each) for each in stretches if each.role == SOURCE]
        groups = [_group(cue, told, _source_of(cue, sources)) for cue, told in chosen.items()]
        return (*groups, *alone)

    def _choose(self, content: Stretch, cues: list[Stretch], taken: set[int]) -> tuple[Stretch | None, float]:
        """The most probable of the tagged cues, or a word without a role that is surely one; and how probable it is."""
        view = self._view(content)
        likeliest = view.low + int(view.chances.argmax())
        chance = float(view.chances[likeliest - view.low])
        if chance >= CUE_CHANCE and likeliest not in taken:
            return self._word(likeliest, taken), chance
        first = bisect_left(cues, view.low, key=lambda cue: cue.start)
        stop = bisect_left(cues, view.low + len(view.chances), key=lambda cue: cue.start)
        best = max(((view.of(cue), cue) for cue in cues[first:stop]), key=lambda each: each[0], default=None)
        return (best[1], best[0]) if best and best[0] > LEAST_CHANCE else (None, 0.0)

    def _view(self, stretch: Stretch) -> View:
        low, high = self._reach(stretch)
        return View(stretch=stretch, low=low, chances=self._chances(stretch, low, high))

    def _reach(self, stretch: Stretch) -> tuple[int, int]:
        """The pieces among which the cue is looked for: sentences near by in the stretch's paragraph.

        The paragraph before belongs to them if it ends with a colon: "He said:" and what follows.
        """
        pieces = self.pieces
        first = max(0, pieces.sentence_of[stretch.start] - FARTHEST)
        last = min(len(pieces.sentences) - 1, pieces.sentence_of[stretch.stop - 1] + FARTHEST)
        paragraph = pieces.paragraph_of[stretch.start]
        top = pieces.paragraphs[paragraph][0]
        if top and self.article.text[pieces.offsets[top - 1][0] : pieces.offsets[top - 1][1]] == ":":
            top = pieces.paragraphs[paragraph - 1][0]
        return max(pieces.sentences[first][0], top), min(pieces.sentences[last][1], pieces.paragraphs[paragraph][1])

    def _chances(self, stretch: Stretch, low: int, high: int) -> Numbers:
        """How probable each piece of `[low, high)` is to be the first of the stretch's cue."""
        kind = 0 if stretch.role == SOURCE else 1
        query = self.scores.links[stretch.start : stretch.stop, kind].mean(axis=0)
        found: Numbers = self.scores.links[low:high, 2] @ query * np.float32(len(query) ** -0.5)
        sentence = self.pieces.sentence_of[stretch.start]
        lines = np.asarray(self.pieces.sentence_of[low:high]) - sentence
        lines = lines.clip(-FARTHEST_SENTENCE, FARTHEST_SENTENCE) + FARTHEST_SENTENCE
        found = (
            found + self.network.by_distance[kind, _apart(low, high, stretch)] + self.network.by_sentence[kind, lines]
        )
        found[stretch.start - low : stretch.stop - low] = -np.inf
        found = np.exp(found - found.max()) if np.isfinite(found).any() else np.zeros_like(found)
        return found / max(float(found.sum()), 1e-9)

    def _word(self, at: int, taken: set[int]) -> Stretch:
        """The word that the piece stands in, as a cue."""
        offsets = self.pieces.offsets
        start, stop = at, at + 1
        while start > 0 and offsets[start - 1][1] == offsets[start][0] and start - 1 not in taken:
            start -= 1
        while stop < len(offsets) and offsets[stop][0] == offsets[stop - 1][1] and stop not in taken:
            stop += 1
        return Stretch(role=CUE, start=start, stop=stop, sure=0.5)


# The bucket of each distance from -REACH to REACH.
_BUCKETS = np.array([distance_bucket(distance) for distance in range(-REACH, REACH + 1)])


def _apart(low: int, high: int, stretch: Stretch) -> NDArray[np.int64]:
    """The bucket of the distance of each piece of `[low, high)` from the stretch."""
    places = np.arange(low, high)
    apart = np.where(places < stretch.start, places - stretch.start, places - stretch.stop + 1)
    buckets: NDArray[np.int64] = _BUCKETS[apart.clip(-REACH, REACH) + REACH]
    return buckets


def _source_of(cue: Stretch, sources: list[View]) -> tuple[Stretch, float] | None:
    """The source that most probably belongs to the cue, and how probable that is."""
    near = bisect_left(sources, cue.start - REACH, key=lambda view: view.stretch.start)
    stop = bisect_left(sources, cue.start + REACH, key=lambda view: view.stretch.start)
    best = max(((view.of(cue), view.stretch) for view in sources[near:stop]), key=lambda each: each[0], default=None)
    return (best[1], best[0]) if best and best[0] >= LEAST_SOURCE else None


def _group(cue: Stretch, told: list[tuple[Stretch, float]], source: tuple[Stretch, float] | None) -> Group:
    doubts = [cue.sure, *(chance * stretch.sure for stretch, chance in (*told, *([source] if source else [])))]
    return Group(
        cue=cue,
        source=source[0] if source else None,
        contents=tuple(stretch for stretch, _ in told),
        sure=float(np.exp(np.mean(np.log(np.maximum(doubts, 1e-6))))),
    )
