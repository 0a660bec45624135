"""The same thing counted differently by two articles. Precision before all.

A reporter who is shown three false differences stops looking; so both articles must count the same thing in much the
same words, and neither may know the other's number but as a part of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.derive.figure_reasons import PART, explained, is_part
from onrecord.derive.rows import Figure
from onrecord.derive.same_count import Counts, of_other_days, same_thing, telling
from onrecord.records import Discrepancy, DiscrepancyKind, Span, Value
from onrecord.records.ids import content_id
from onrecord.text.places import place_key
from onrecord.text.stems import content_stems

LEAST_NEAR = 2  # words right around two numbers that are a whole and its part
LEAST_SHARED = 3  # stems of two sentences that tell one figure
SHARE_NEAR = 0.5
MOST_VALUES = 4  # of one thing, beyond which it is a series
MOST_COMPARED = 50  # figures under one stem that a further one is compared with: far more than MOST_VALUES

_NUMBER = re.compile(
    r"[$€£¥]?\d|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen\b|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundred|thousand|million|billion|dozen|half)",
    re.IGNORECASE,
)

Pair = tuple[Figure, Figure]


def figure_discrepancies(story: str, rows: Sequence[Figure]) -> Iterator[Discrepancy]:
    """What two articles of a story count differently, the clearest pair of each thing only.

    A thing told with more than MOST_VALUES numbers is a series (passengers of each sailing), not a disagreement.
    """
    counts = Counts.of(rows)
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.article, row.span)):
        by_unit[row.measure].append(row)
    for unit in sorted(by_unit):
        found = [(pair, _why(*pair, counts)) for pair in _rivals(by_unit[unit], counts)]
        rivals = [(pair, why) for pair, why in found if why is not None]
        told = _told_with(pair for pair, _ in rivals)
        linked = _linked(rivals)
        by_amount: dict[float, list[Figure]] = defaultdict(list)
        for row in by_unit[unit]:
            by_amount[row.amount].append(row)
        shown: set[tuple[float, ...]] = set()
        for pair, why in sorted(rivals, key=lambda rival: _unlike(*rival[0])):
            amounts = _amounts(pair)
            if amounts not in shown and all(len(told[_wording(row)]) <= MOST_VALUES for row in pair):
                shown.add(amounts)
                like = [row for amount in sorted(set(amounts)) for row in by_amount[amount]]
                yield _discrepancy(story, _with_copies(like, linked[amounts, why]), pair, why or None)


def _linked(rivals: Iterable[tuple[Pair, str]]) -> Mapping[tuple[tuple[float, ...], str], list[Figure]]:
    """By two amounts and why they are no conflict, the figures that give them of one thing."""
    found: dict[tuple[tuple[float, ...], str], dict[Figure, None]] = defaultdict(dict)
    for pair, why in rivals:
        found[_amounts(pair), why] |= dict.fromkeys(pair)
    return {key: list(rows) for key, rows in found.items()}


def _amounts(pair: Pair) -> tuple[float, ...]:
    return tuple(sorted(row.amount for row in pair))


def _with_copies(rows: Sequence[Figure], linked: Sequence[Figure]) -> list[Figure]:
    """The rows that tell what one of the linked ones tells."""
    return [row for row in rows if any(row == one or _tells_as(one, row) for one in linked)]


def _unlike(left: Figure, right: Figure) -> tuple[bool, float, str, Span, str, Span]:
    """How little two figures have in common, headlines last: the clearest pair is to be shown."""
    one, other = _wording(left), _wording(right)
    share = len(one & other) / max(1, len(one | other))
    headed = 0 in {left.sentence.start, right.sentence.start}
    return headed, -share, left.article, left.span, right.article, right.span


def _why(left: Figure, right: Figure, counts: Counts) -> str | None:
    """Why the two are no conflict, empty where they are one; None where they are not to be shown."""
    if _of_two_wholes(left, right):
        return ""
    low, high = sorted((left, right), key=lambda row: (row.amount, row.article, row.span))
    if is_part(low, high):
        return PART
    if not same_thing(left, right, counts) or _known_to_both(left, right, counts):
        return None
    return explained(left, right) or ""


def _rivals(rows: Sequence[Figure], counts: Counts) -> list[Pair]:
    """The pairs that count one thing differently; each is compared under one stem of its first figure alone.

    Of figures with the same value and words in many articles the first is compared: the others are its copies.
    """
    kinds: dict[tuple[float, frozenset[str]], Figure] = {}
    for row in rows:
        kinds.setdefault((row.amount, _wording(row)), row)
    firsts = list(kinds.values())
    by_word: dict[str, list[int]] = defaultdict(list)
    pairs: list[Pair] = []
    for place, row in enumerate(firsts):
        told = _wording(row) | telling((*row.near, *row.head))
        near = {other for word in told for other in by_word[word][-MOST_COMPARED:]}
        pairs += [(firsts[other], row) for other in sorted(near) if _comparable(firsts[other], row, counts)]
        for word in told:
            by_word[word].append(place)
    return pairs


def _wording(row: Figure) -> frozenset[str]:
    return frozenset(telling(row.stems))


def _told_with(pairs: Iterable[tuple[Figure, Figure]]) -> dict[frozenset[str], set[float]]:
    """By the words around a figure, the values that rival figures give with it."""
    told: dict[frozenset[str], set[float]] = defaultdict(set)
    for left, right in pairs:
        for one in (left, right):
            told[_wording(one)] |= {left.amount, right.amount}
    return told


def _comparable(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether two figures may be told of one thing in any of the ways that are shown."""
    if left.article == right.article or of_other_days(left, right):
        return False
    return same_thing(left, right, counts) or _of_two_wholes(left, right) or _whole_and_part(left, right)


def _of_two_wholes(left: Figure, right: Figure) -> bool:
    """Whether one share is told of a place by one article, and of a part of that place by the other."""
    one, other = left.share_of, right.share_of
    if one is None or other is None or left.amount != right.amount or one.part == other.part:
        return False
    # A word beside the place must be in both: who holds it, or what is done with it.
    beside = telling(left.stems) & telling(right.stems) - set(content_stems(one.place))
    return place_key(one.place) == place_key(other.place) and bool(beside)


def _whole_and_part(left: Figure, right: Figure) -> bool:
    """Whether the sentence of the larger number has the smaller as a part, and both are told of one thing."""
    low, high = sorted((left, right), key=lambda row: (row.amount, row.article, row.span))
    near_low, near_high = telling(low.near), telling(high.near)
    shared = near_low & near_high
    enough = len(shared) >= LEAST_NEAR and len(shared) >= SHARE_NEAR * min(len(near_low), len(near_high))
    return is_part(low, high) and enough


def _known_to_both(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether one of the articles has both numbers: then they count two things, or it tells the difference itself."""
    if left.amount == right.amount:
        return False
    return counts.has(left.article, right) or counts.has(right.article, left)


def _about(left: Figure, right: Figure) -> str:
    """What is counted, in the words of the article that says it shorter, its number left out."""
    row = min((left, right), key=lambda row: (len(row.sentence.exact), row.article, row.span))
    said, at = row.sentence.exact, row.span.start - row.sentence.start
    before = said[:at].rstrip()
    if row.rough and before.lower().endswith(row.rough):
        before = before[: -len(row.rough)]
    printed = row.span.exact.split()
    numbers = [place for place, word in enumerate(printed) if _NUMBER.match(word)]
    counted = printed[numbers[-1] + 1 :] if numbers else printed
    return " ".join([*before.split(), "…", *counted, *said[at + len(row.span.exact) :].split()])


def _discrepancy(story: str, rows: Sequence[Figure], pair: tuple[Figure, Figure], why: str | None) -> Discrepancy:
    values = []
    for figure in sorted(pair, key=lambda row: (row.amount, row.unit, row.share_of is not None and row.share_of.part)):
        same = [row for row in rows if row == figure or _is_as_much(figure, row)]
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
        about=_about(*pair),
        values=tuple(values),
        explained=why,
    )


def _tells_as(figure: Figure, row: Figure) -> bool:
    """Whether a further figure is the same in the same unit and of the same whole, told of the same thing."""
    return _is_as_much(figure, row) and _alike(row, figure)


def _is_as_much(figure: Figure, row: Figure) -> bool:
    return (row.amount, row.unit, row.share_of) == (figure.amount, figure.unit, figure.share_of)


def _printed(figure: Figure) -> str:
    """The figure with its hedge, as printed."""
    hedged = figure.rough and not figure.span.exact.lower().startswith(figure.rough)
    return f"{figure.rough} {figure.span.exact}{figure.behind}" if hedged else f"{figure.span.exact}{figure.behind}"


def _alike(left: Figure, right: Figure) -> bool:
    shared = telling(left.stems) & telling(right.stems)
    return len(shared) >= LEAST_SHARED
