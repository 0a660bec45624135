"""What changed from one version of a page to the next, paragraph by paragraph and within them word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from onrecord.pages.alignment import Change, Piece, Printed, align, codes_of, pieces, printed
from onrecord.pages.layout import Emphasis, Item, Run, faint, line, run
from onrecord.records import Article, Segment, SegmentKind, Span

ONE_PARAGRAPH = 0.4  # of the words of the longer, in order, that two versions of one paragraph have in common
NEAR = 40  # paragraphs on end among which that is looked for of which a later one is made
SAME_SHOWN = 12  # words on end that did not change, before and after a change; what is between more is left out
CUT = "[…]"


class Fared(StrEnum):
    """What became of a paragraph."""

    CHANGED = "changed"
    LEFT_OUT = "left out"
    PUT_IN = "put in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph that is not in both versions as it was: the words of the earlier one and those of the later."""

    fared: Fared
    kind: SegmentKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph of a version with its words as they are printed, marks and capitals included."""

    segment: Segment
    printed: tuple[Printed, ...]
    plain: tuple[str, ...]


def changes(earlier: Article, later: Article) -> tuple[int, tuple[Paragraph, ...]]:
    """How many paragraphs stand in both as they are, and the others, in the order of the later version."""
    left, right = _paragraphs(earlier), _paragraphs(later)
    texts = {earlier.id: earlier.text, later.id: later.text}
    same = 0
    found: list[Paragraph] = []
    for tag, at, to, start, end in codes_of([one.plain for one in left], [one.plain for one in right]):
        if tag == "equal":
            same += to - at
        else:
            found += _replaced(left[at:to], right[start:end], texts)
    return same, tuple(found)


def _paragraphs(article: Article) -> list[_Words]:
    """What is no furniture of the page, in reading order, without paragraphs in which there is no word."""
    found = [(one, _as_printed(article, one)) for one in article.segments if one.kind is not SegmentKind.FURNITURE]
    return [_Words(one, words, tuple(word.plain for word in words)) for one, words in found if words]


def _as_printed(article: Article, segment: Segment) -> tuple[Printed, ...]:
    span = Span.of(article.text, segment.start, segment.end)
    return tuple(replace(word, plain=word.span.exact) for word in printed(article, [span]))


def _replaced(left: Sequence[_Words], right: Sequence[_Words], texts: dict[str, str]) -> Iterator[Paragraph]:
    """The paragraphs of a stretch that is not the same: each new one beside the old one that it is made of."""
    waiting = list(left)
    for one in right:
        likest = [_likeness(each, one) for each in waiting[:NEAR]]
        if max(likest, default=0.0) < ONE_PARAGRAPH:
            yield _whole(one, Fared.PUT_IN, Change.PUT_IN, texts)
            continue
        at = likest.index(max(likest))
        before = waiting[at]
        yield from (_whole(each, Fared.LEFT_OUT, Change.LEFT_OUT, texts) for each in waiting[:at])
        waiting = waiting[at + 1 :]
        aligned = pieces(align(before.printed, one.printed), texts)
        yield Paragraph(fared=Fared.CHANGED, kind=one.segment.kind, pieces=aligned)
    yield from (_whole(each, Fared.LEFT_OUT, Change.LEFT_OUT, texts) for each in waiting)


def _likeness(left: _Words, right: _Words) -> float:
    return LCSseq.normalized_similarity(left.plain, right.plain, score_cutoff=ONE_PARAGRAPH)


def _whole(one: _Words, fared: Fared, change: Change, texts: dict[str, str]) -> Paragraph:
    found = pieces([(change, word) for word in one.printed], texts)
    return Paragraph(fared=fared, kind=one.segment.kind, pieces=found)


def lay_out_paragraph(one: Paragraph) -> Item:
    """The paragraph with what was left out of it struck, and what was put in marked as such."""
    last = len(one.pieces) - 1
    runs = [
        shown for place, piece in enumerate(one.pieces) for shown in _runs(piece, first=place == 0, last=place == last)
    ]
    label = "" if one.kind is SegmentKind.BODY else f"{one.kind}: "
    return Item(lead=line(faint(label), tuple(runs)))


def _runs(piece: Piece, *, first: bool, last: bool) -> list[Run]:
    blank = [] if last else [run(" ")]
    match piece.change:
        case Change.LEFT_OUT:
            return [run(piece.span.exact, Emphasis.STRUCK), *blank]
        case Change.PUT_IN:
            return [run(piece.span.exact, Emphasis.PUT_IN), *blank]
        case Change.SAME:
            return [*_shortened(piece.span.exact, first=first, last=last), *blank]


def _shortened(text: str, *, first: bool, last: bool) -> list[Run]:
    """The words next to what changed."""
    told = text.split()
    head, tail = 0 if first else SAME_SHOWN, 0 if last else SAME_SHOWN
    if len(told) <= head + tail + 1:
        return [run(" ".join(told))]
    left, right = " ".join(told[:head]), " ".join(told[len(told) - tail :])
    return [run(left), run(" ") if left else run(""), faint(CUT), run(" ") if right else run(""), run(right)]
