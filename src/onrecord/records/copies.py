"""What one article has from another, word for word, and which articles are copies of which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.packing import compact


class Sharing(StrEnum):
    """How much of the shorter of two articles stands in the other."""

    COPY = "copy"  # most of it
    PASSAGES = "passages"  # whole sentences, among others of its own


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The same words at a place in each of two articles, offsets into either's text."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """That two articles have sentences in common, which are not only what somebody said; `left < right`.

    `left_shared` of the `left_of` sentences of the left article stand in the other one, in any order, and so to the
    right; sentences that are little but quotation count on neither side. `score` is the share of the shorter article's
    own words that the other one has.
    """

    left: str
    right: str
    sharing: Sharing
    score: float
    left_shared: int
    left_of: int
    right_shared: int
    right_of: int
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """That an article is a copy of another, the fullest of its copies; which is no copy itself."""

    article: str
    original: str
