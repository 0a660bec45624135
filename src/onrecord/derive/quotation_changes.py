"""How two versions of one quotation differ: in a word of it, or only in how much of it is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz.distance import Indel

from onrecord.derive.rows import Report
from onrecord.records import Span
from onrecord.text.stems import content_stems
from onrecord.text.words import words

CUT_SHARE = 0.75  # of the words of the fullest version: what has fewer is quoted in part
CUT_WORDS = 3  # at its beginning or end, of which others stand in their place: more is another cut
CUT_STEMS = 3  # content stems that a version lacks
_CONTRARY = tuple(
    tuple(pair.split())
    for pair in "up down; before after; above below; more less; more fewer; with without; on off; all none; all some; "
    "in out; inside outside".split("; ")
)
_WEIGHTY = frozenset("will would shall should can could may might must only just even still always".split())
_SHORTENED = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}
_DENIALS = frozenset({"not", "never", "no", "nobody", "nothing", "none", "cannot"})


class Change(StrEnum):
    """How one version of a quotation differs from the fullest."""

    NONE = "none"
    CUT = "cut"
    WORDS = "words"


def change_of(short: tuple[str, ...], full: tuple[str, ...]) -> Change:
    """Whether words of content differ, or one of the two only has much that the other leaves out before or behind."""
    if Indel.normalized_similarity(short, full) == 1.0:
        return Change.NONE
    common, changed = 0, False
    steps = SequenceMatcher(None, short, full, autojunk=False).get_opcodes()
    for number, (what, at, to, start, end) in enumerate(steps):
        if what == "equal":
            common += to - at
        elif 0 < number < len(steps) - 1 or 0 < min(to - at, end - start) <= CUT_WORDS:
            changed |= _differ(short[at:to], full[start:end])
    if changed:
        return Change.WORDS
    is_cut = common < CUT_SHARE * len(full) and len(_lacking(short, full)) >= CUT_STEMS
    return Change.CUT if is_cut else Change.NONE


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(_lacking(one, other)) or _turned(one, other)


def _lacking(one: tuple[str, ...], other: tuple[str, ...]) -> set[str]:
    """The stems of content that only one has; a single letter is what an odd apostrophe leaves."""
    return {stem for stem in set(content_stems(" ".join(one))) ^ set(content_stems(" ".join(other))) if len(stem) > 1}


def _turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a small word tells another thing: "up" for "down", "could" for "will", a denial that the other lacks."""
    here, there = set(one), set(other)
    if any(len({*pair} & here) == len({*pair} & there) == 1 and {*pair} <= here | there for pair in _CONTRARY):
        return True
    return _denials(here) != _denials(there) or _weighty(here) != _weighty(there)


def _weighty(told: set[str]) -> set[str]:
    """The small words by which a sentence promises, doubts or stresses; "we'll" has "will"."""
    short = {full for word in told for end, full in _SHORTENED.items() if word.endswith(end)}
    return (told & _WEIGHTY) | short


def _denials(told: set[str]) -> set[str]:
    return {word for word in told if word in _DENIALS or word.endswith("n't")}


def differing_span(report: Report, other: tuple[str, ...]) -> Span:
    """The first piece of the quotation that does not stand in the other words as it is; where all do, the first."""
    pieces = report.attribution.content
    told = (tuple(word.lower for word in words(piece.exact)) for piece in pieces)
    return next((piece for piece, own in zip(pieces, told, strict=True) if not is_part(own, other)), pieces[0])


def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of one quotation stand in the other as they are."""
    return any(full[at : at + len(short)] == short for at in range(len(full) - len(short) + 1))
