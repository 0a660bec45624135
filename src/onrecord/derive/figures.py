"""Figures of articles, and the same thing counted differently by two of them. Precision before all.

A reporter who is shown three false differences stops looking; so both articles must count the same thing in much the
same words, and neither may know the other's number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.derive.rows import Figure
from onrecord.records import Discrepancy, DiscrepancyKind, MentionKind, Reading, Span, Value
from onrecord.records.ids import content_id
from onrecord.text.sentences import sentences
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems
from onrecord.text.words import words

COUNTED_WORDS = 4  # words behind the number that say what is counted
SHARE, SHARE_COUNTED = 0.6, 0.5  # of the stems of the shorter sentence; less where the unit says what is counted
LEAST_SHARED = 3
ROUNDED = 0.06  # between a number and a hedged one that may be it, rounded
MOST_VALUES = 4  # of one thing, beyond which it is a series
MOST_COMPARED = 50  # figures under one stem that a further one is compared with: far more than MOST_VALUES
NEAR_BOUND = 1.25  # "more than 600" is not said of 900

_HEDGE = (
    r"(?:about|around|some|roughly|approximately|nearly|almost|an estimated|close to|up to|at least|more than|"
    r"over|fewer than|less than|under|just over|just under|~)"
)
_BEFORE = re.compile(rf"(?<!\w){_HEDGE}\s*$", re.IGNORECASE)
_WITHIN = re.compile(rf"{_HEDGE}(?!\w)", re.IGNORECASE)
# A figure that is said to move differs from itself on another day.
_MOVING = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|increas\w+|ris(?:e|es|en|ing)|rose|lower(?:s|ed|ing)?|cut(?:s|ting)?|f[ae]ll(?:s|en|ing)?|"
    r"drop(?:s|ped|ping)?|gr[oe]w(?:s|n|ing)?|climb\w*|soar\w*|shr[iau]nk\w*|doubl\w+|so far|now|revis\w+|updat\w+)\b",
    re.IGNORECASE,
)
# Units of measure and of money count anything; any other unit says itself what is counted.
_MEASURES = frozenset(
    "percent percentage point second minute hour day week month quarter year decade metre meter kilometre kilometer "
    "mile foot inch yard acre hectare tonne ton kilogram kilo gram pound ounce litre liter gallon barrel degree watt "
    "megawatt gigawatt knot dollar euro yuan yen rupee ruble rouble franc krone krona crown shilling peso lira real "
    "rand won hryvnia dinar riyal dirham zloty forint time page".split()
)
_AT_LEAST = frozenset({"at least", "more than", "over", "just over"})
_AT_MOST = frozenset({"up to", "fewer than", "less than", "under", "just under", "nearly", "almost"})


def figures(reading: Reading) -> Iterator[Figure]:
    """Every quantity in the article's prose whose value is known."""
    quantities = [m for m in reading.mentions if m.kind is MentionKind.QUANTITY and m.value is not None]
    if not quantities:
        return
    text = reading.article.text
    spans = [span for part in reading.article.prose() for span in sentences(text, part.start, part.end)]
    published = (reading.article.published or "")[:10] or None
    for mention in quantities:
        home = next((span for span in spans if span[0] <= mention.span.start < span[1]), None)
        if home is None or mention.value is None:
            continue
        sentence = Span.of(text, *home)
        rough = _WITHIN.match(mention.span.exact) or _BEFORE.search(text, home[0], mention.span.start)
        yield Figure(
            article=reading.article.id,
            span=mention.span,
            sentence=sentence,
            value=mention.value,
            unit=(mention.unit or "").lower(),
            counted=_counted(text, mention.span.end, home[1]),
            stems=tuple(sorted(set(content_stems(sentence.exact)) - set(content_stems(mention.span.exact)))),
            rough=rough.group().strip().lower() if rough else "",
            published=published,
        )


def _counted(text: str, start: int, end: int) -> tuple[str, ...]:
    """The stems of the first words behind a number, up to the next mark."""
    stop = re.search(r"[,;:.()\"“”—–]", text[start:end])
    reach = words(text, start, start + stop.start() if stop else end)[:COUNTED_WORDS]
    return tuple(content_stems(" ".join(word.lower for word in reach)))


def figure_discrepancies(story: str, rows: Sequence[Figure]) -> Iterator[Discrepancy]:
    """What two articles of a story count differently, the clearest pair of each thing only.

    A thing told with more than MOST_VALUES numbers is a series (passengers of each sailing), not a disagreement.
    """
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.article, row.span)):
        by_unit[row.unit].append(row)
    for unit in sorted(by_unit):
        values = _values_by_article(by_unit[unit])
        rivals = [pair for pair in _rivals(by_unit[unit]) if not _known_to_both(*pair, values)]
        told = _told_with(rivals)
        seen: set[tuple[float, float, str]] = set()
        for left, right in rivals:
            about = _about(left, right)
            key = (min(left.value, right.value), max(left.value, right.value), about)
            if key not in seen and max(len(told[_wording(left)]), len(told[_wording(right)])) <= MOST_VALUES:
                seen.add(key)
                yield _discrepancy(story, about, by_unit[unit], left, right)


def _rivals(rows: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The pairs that count one thing differently; each is compared under one stem of its first figure alone.

    Of figures with the same value and words in many articles the first is compared: the others are its copies.
    """
    kinds: dict[tuple[float, frozenset[str]], Figure] = {}
    for row in rows:
        kinds.setdefault((row.value, _wording(row)), row)
    firsts = list(kinds.values())
    by_stem: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[Figure, Figure]] = []
    for place, row in enumerate(firsts):
        stems = _wording(row)
        near = {other for stem in stems for other in by_stem[stem][-MOST_COMPARED:]}
        pairs += [(firsts[other], row) for other in sorted(near) if _same_thing(firsts[other], row)]
        for stem in stems:
            by_stem[stem].append(place)
    return pairs


def _wording(row: Figure) -> frozenset[str]:
    return frozenset(_telling(row.stems))


def _told_with(pairs: Iterable[tuple[Figure, Figure]]) -> dict[frozenset[str], set[float]]:
    """By the words around a figure, the values that rival figures give with it."""
    told: dict[frozenset[str], set[float]] = defaultdict(set)
    for left, right in pairs:
        for one in (left, right):
            told[_wording(one)] |= {left.value, right.value}
    return told


def _values_by_article(rows: Iterable[Figure]) -> dict[str, set[float]]:
    values: dict[str, set[float]] = defaultdict(set)
    for row in rows:
        values[row.article].add(row.value)
    return values


def _same_thing(left: Figure, right: Figure) -> bool:
    """Whether two figures with different values count one thing, by the words around them."""
    if left.article == right.article or left.value == right.value:
        return False
    if any(_MOVING.search(each.sentence.exact) for each in (left, right)):
        return False
    telling_left, telling_right = _telling(left.stems), _telling(right.stems)
    shared = telling_left & telling_right
    fewest = min(len(telling_left), len(telling_right))
    counts_itself = bool(left.unit) and not _MEASURES & set(left.unit.split())
    if len(shared) < LEAST_SHARED or len(shared) / fewest < (SHARE_COUNTED if counts_itself else SHARE):
        return False
    counted_left, counted_right = set(left.counted), set(right.counted)
    return counts_itself or not (counted_left and counted_right) or bool(counted_left & counted_right)


def _telling(stems: Iterable[str]) -> set[str]:
    return {stem for stem in stems if not state_of(stem) and not stem[0].isdigit()}


def _known_to_both(left: Figure, right: Figure, values: dict[str, set[float]]) -> bool:
    """Whether one of the articles has both numbers: then they count two things, or it tells the difference itself."""
    return right.value in values[left.article] or left.value in values[right.article]


def _about(left: Figure, right: Figure) -> str:
    """What is counted, in the words of the article that says it shorter."""
    shorter = min((left, right), key=lambda row: (len(row.sentence.exact), row.article, row.span))
    return " ".join(shorter.sentence.exact.split())


def _discrepancy(story: str, about: str, rows: Sequence[Figure], left: Figure, right: Figure) -> Discrepancy:
    values = []
    for figure in sorted((left, right), key=lambda row: row.value):
        same = [row for row in rows if row.value == figure.value and (row == figure or _alike(row, figure))]
        values.append(
            Value(
                value=_printed(figure),
                articles=tuple(row.article for row in same),
                spans=tuple(row.span for row in same),
            )
        )
    return Discrepancy(
        id=content_id("discrepancy", story, "figure", *(f"{v.articles}{v.spans}" for v in values)),
        story=story,
        kind=DiscrepancyKind.FIGURE,
        about=about,
        values=tuple(values),
        explained=_explained(left, right),
    )


def _printed(figure: Figure) -> str:
    """The figure with its hedge, as printed."""
    hedged = figure.rough and not figure.span.exact.lower().startswith(figure.rough)
    return f"{figure.rough} {figure.span.exact}" if hedged else figure.span.exact


def _alike(left: Figure, right: Figure) -> bool:
    shared = _telling(left.stems) & _telling(right.stems)
    return len(shared) >= LEAST_SHARED


def _explained(left: Figure, right: Figure) -> str | None:
    """Why two numbers are no conflict: one is rounded, or a bound that the other keeps."""
    low, high = sorted((left, right), key=lambda row: row.value)
    if (low.rough in _AT_LEAST or high.rough in _AT_MOST) and high.value <= NEAR_BOUND * low.value:
        return "one is a bound, and the other lies within it"
    if (low.rough or high.rough) and high.value - low.value <= ROUNDED * high.value:
        return "one is rounded"
    return None
