"""Two printings of one quotation, laid beside each other word by word."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, zip_longest

from rapidfuzz.distance import Indel

from onrecord.records import Article, Span
from onrecord.text.stems import STOPWORDS
from onrecord.text.words import words

CAREFUL = 250_000  # pairs of words that are aligned as difflib does; of more it would take minutes
MOST = 1_000_000_000  # that are aligned at all, in 125 MB


class Change(StrEnum):
    """What became of some words of the fullest printing."""

    SAME = "same"
    LEFT_OUT = "left out"  # stand in the fullest printing only
    PUT_IN = "put in"  # stand in this printing only


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A word as an article prints it, with the marks that cling to it; `part` is the number of its content."""

    article: str
    span: Span
    plain: str
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words on end in one article, all of which were kept, left out or put in."""

    change: Change
    article: str
    span: Span
    words: int


def printed(article: Article, contents: Sequence[Span]) -> tuple[Printed, ...]:
    """The words of the contents in order; together their spans leave out nothing but blanks."""
    return tuple(one for part, content in enumerate(contents) for one in _printed(article, content, part))


def _printed(article: Article, content: Span, part: int) -> Iterator[Printed]:
    found = words(article.text, content.start, content.end)
    start = content.start
    for word, following in zip_longest(found, found[1:]):
        gap = article.text[word.end : following.start if following else content.end]
        # Marks before the last blank belong to this word, those after it to the next.
        end = word.end + len(gap if following is None or not gap.split() else _clinging(gap))
        span = Span.of(article.text, *_stripped(article.text, start, end))
        yield Printed(article=article.id, span=span, plain=word.lower, part=part)
        start = end


def _clinging(gap: str) -> str:
    head, blank, _ = gap.rpartition(" ")
    return head if blank else gap


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    exact = text[start:end]
    return start + len(exact) - len(exact.lstrip()), end - (len(exact) - len(exact.rstrip()))


def align(full: Sequence[Printed], other: Sequence[Printed]) -> tuple[tuple[Change, Printed], ...]:
    """The words of the other printing in order, and among them those of the full one that it leaves out."""
    aligned: list[tuple[Change, Printed]] = []
    for kept, at, to, left, right in _blocks([one.plain for one in full], [one.plain for one in other]):
        if kept:
            aligned += [(Change.SAME, one) for one in other[left:right]]
        else:
            aligned += [(Change.LEFT_OUT, one) for one in full[at:to]]
            aligned += [(Change.PUT_IN, one) for one in other[left:right]]
    return tuple(aligned)


Block = tuple[bool, int, int, int, int]
Code = tuple[str, int, int, int, int]


def codes_of(
    full: Sequence[Hashable], other: Sequence[Hashable], careful: int = CAREFUL, most: int = MOST
) -> list[Code]:
    """How one row becomes another, as difflib tells it; of long rows by the longest common one, of endless by ends."""
    pairs = len(full) * len(other)
    if pairs <= careful:
        return [*SequenceMatcher(None, full, other, autojunk=False).get_opcodes()]
    if pairs > most:
        return _joined(_ends(full, other))
    steps = Indel.opcodes(full, other)
    return _joined((one.tag, one.src_start, one.src_end, one.dest_start, one.dest_end) for one in steps)


def _ends(full: Sequence[Hashable], other: Sequence[Hashable]) -> list[Code]:
    """What both begin with and end with is the same, the rest is not."""
    shorter = min(len(full), len(other))
    head = next((at for at in range(shorter) if full[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if full[-1 - at] != other[-1 - at]), shorter - head)
    to, right = len(full) - tail, len(other) - tail
    end = ("equal", to, len(full), right, len(other))
    return [("equal", 0, head, 0, head), ("replace", head, to, head, right), end]


def _joined(codes: Iterable[Code]) -> list[Code]:
    """The steps, those of one change joined, and none that is empty."""
    found: list[Code] = []
    for kept, group in groupby(codes, key=lambda code: code[0] == "equal"):
        steps = list(group)
        at, to, left, right = steps[0][1], steps[-1][2], steps[0][3], steps[-1][4]
        tag = "equal" if kept else "replace" if at < to and left < right else "delete" if at < to else "insert"
        if at < to or left < right:
            found.append((tag, at, to, left, right))
    return found


def _blocks(full: Sequence[str], other: Sequence[str]) -> list[Block]:
    """Stretches that are alike and stretches that are not, in turn; a lone "the" between two changes is changed too."""
    codes = codes_of(full, other)
    replaced = [tag == "replace" for tag, *_ in codes]
    found: list[Block] = []
    for number, (tag, at, to, left, right) in enumerate(codes):
        between = 0 < number < len(codes) - 1 and replaced[number - 1] and replaced[number + 1]
        lone = between and set(full[at:to]) <= STOPWORDS
        kept = tag == "equal" and not lone
        if found and not kept and not found[-1][0]:
            _, start, _, begin, _ = found.pop()
            found.append((False, start, to, begin, right))
        else:
            found.append((kept, at, to, left, right))
    return found


def pieces(aligned: Sequence[tuple[Change, Printed]], texts: dict[str, str]) -> tuple[Piece, ...]:
    """The aligned words, those of one change that stand on end joined; `texts` are those of the articles."""
    found = []
    for (change, article, _), group in groupby(aligned, key=lambda one: (one[0], one[1].article, one[1].part)):
        spans = [one.span for _, one in group]
        span = Span.of(texts[article], spans[0].start, spans[-1].end)
        found.append(Piece(change=change, article=article, span=span, words=len(spans)))
    return tuple(found)
