"""The same thing counted differently by two articles. Precision before all.

A reporter who is shown three false differences stops looking; so both articles must count the same thing in much the
same words, and neither may know the other's number but as a part of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.derive.contrasts import contrasted
from onrecord.derive.figure_reasons import PART, explained, is_part
from onrecord.derive.measures import is_converted
from onrecord.derive.rows import Figure
from onrecord.records import Discrepancy, DiscrepancyKind, Value
from onrecord.records.ids import content_id
from onrecord.text.days import apart
from onrecord.text.places import place_key
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems
from onrecord.text.stems import stem as stem_of

SHARE, SHARE_COUNTED = 0.6, 0.5  # of the stems of the shorter sentence; less where the unit says what is counted
SHARE_ALL = 0.8  # of the stems of the longer sentence, beyond which the words may stand in any order
LEAST_SHARED = 3
LEAST_NEAR = 2  # stems right around two numbers that are a whole and its part
MOST_VALUES = 4  # of one thing, beyond which it is a series
MOST_COMPARED = 50  # figures under one stem that a further one is compared with: far more than MOST_VALUES
NEWS = 3  # days between two articles that count the same thing at the same time
NOW = 60  # days between an article and the days of which it tells without naming any

# A figure that is said to move differs from itself on another day.
_MOVING = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|increas\w+|ris(?:e|es|en|ing)|rose|lower(?:s|ed|ing)|(?<=to )lower|cut(?:s|ting)?|"
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|gr[oe]w(?:s|n|ing)?|climb\w*|soar\w*|shr[iau]nk\w*|doubl\w+|so far|now|"
    r"revis\w+|updat\w+)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|per)\s+([a-z]\w+)")
_NUMBER = re.compile(
    r"[$€£¥]?\d|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen\b|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundred|thousand|million|billion|dozen|half)",
    re.IGNORECASE,
)
# Two surveys differ by nature.
_SURVEYED = re.compile(r"\b(?:polls?|polling|pollsters?|survey\w*|averages?|margin of|sampling)\b", re.IGNORECASE)
# Units of measure and of money count anything; any other unit says itself what is counted.
_MEASURES = frozenset(
    "percent percentage point second minute hour day week month quarter year decade metre meter kilometre kilometer "
    "mile foot inch yard acre hectare tonne ton kilogram kilo gram pound ounce litre liter gallon barrel degree watt "
    "megawatt gigawatt knot dollar euro yuan yen rupee ruble rouble franc krone krona crown shilling peso lira real "
    "rand won hryvnia dinar riyal dirham zloty forint time page".split()
)


def figure_discrepancies(story: str, rows: Sequence[Figure]) -> Iterator[Discrepancy]:
    """What two articles of a story count differently, the clearest pair of each thing only.

    A thing told with more than MOST_VALUES numbers is a series (passengers of each sailing), not a disagreement.
    """
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.article, row.span)):
        by_unit[row.measure].append(row)
    for unit in sorted(by_unit):
        values = _amounts_by_article(by_unit[unit])
        found = [(pair, _why(*pair, values)) for pair in _rivals(by_unit[unit])]
        rivals = [(pair, why) for pair, why in found if why is not None]
        told = _told_with(pair for pair, _ in rivals)
        seen: set[tuple[float, float, str]] = set()
        for (left, right), why in rivals:
            about = _about(left, right)
            key = (min(left.amount, right.amount), max(left.amount, right.amount), about)
            if key not in seen and max(len(told[_wording(left)]), len(told[_wording(right)])) <= MOST_VALUES:
                seen.add(key)
                yield _discrepancy(story, by_unit[unit], (left, right), why or None)


def _why(left: Figure, right: Figure, amounts: dict[str, set[float]]) -> str | None:
    """Why the two are no conflict, empty where they are one; None where they are not to be shown."""
    if _of_two_wholes(left, right):
        return ""
    low, high = sorted((left, right), key=lambda row: (row.amount, row.article, row.span))
    if is_part(low, high):
        return PART
    if not _same_thing(left, right) or _known_to_both(left, right, amounts):
        return None
    return explained(left, right) or ""


def _rivals(rows: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The pairs that count one thing differently; each is compared under one stem of its first figure alone.

    Of figures with the same value and words in many articles the first is compared: the others are its copies.
    """
    kinds: dict[tuple[float, frozenset[str]], Figure] = {}
    for row in rows:
        kinds.setdefault((row.amount, _wording(row)), row)
    firsts = list(kinds.values())
    by_stem: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[Figure, Figure]] = []
    for place, row in enumerate(firsts):
        stems = _wording(row)
        near = {other for stem in stems for other in by_stem[stem][-MOST_COMPARED:]}
        pairs += [(firsts[other], row) for other in sorted(near) if _comparable(firsts[other], row)]
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
            told[_wording(one)] |= {left.amount, right.amount}
    return told


def _amounts_by_article(rows: Iterable[Figure]) -> dict[str, set[float]]:
    amounts: dict[str, set[float]] = defaultdict(set)
    for row in rows:
        amounts[row.article].add(row.amount)
    return amounts


def _comparable(left: Figure, right: Figure) -> bool:
    """Whether two figures may be told of one thing in any of the ways that are shown."""
    if left.article == right.article or _of_other_days(left, right):
        return False
    return _same_thing(left, right) or _of_two_wholes(left, right) or _whole_and_part(left, right)


def _of_other_days(left: Figure, right: Figure) -> bool:
    """Whether the figures are of two times: what tells no day is of the days of its article."""
    if left.days and right.days:
        return all((apart(one, other) or 0) > 0 for one in left.days for other in right.days)
    told, published = (left.days, right.published) if left.days else (right.days, left.published)
    return bool(told) and all((apart(day, published) or 0) > NOW for day in told)


def _of_two_wholes(left: Figure, right: Figure) -> bool:
    """Whether one share is told of a place by one article, and of a part of that place by the other."""
    one, other = left.share_of, right.share_of
    if one is None or other is None or left.amount != right.amount or one.part == other.part:
        return False
    # A word beside the place must be in both: who holds it, or what is done with it.
    beside = _telling(left.stems) & _telling(right.stems) - set(content_stems(one.place))
    return place_key(one.place) == place_key(other.place) and bool(beside)


def _whole_and_part(left: Figure, right: Figure) -> bool:
    """Whether the sentence of the larger number has the smaller as a part, and both are told of one thing."""
    low, high = sorted((left, right), key=lambda row: (row.amount, row.article, row.span))
    near_low, near_high = _telling(low.near), _telling(high.near)
    shared = near_low & near_high
    enough = len(shared) >= LEAST_NEAR and len(shared) >= SHARE_COUNTED * min(len(near_low), len(near_high))
    return is_part(low, high) and enough


def _same_thing(left: Figure, right: Figure) -> bool:
    """Whether two figures with different values count one thing, by the words around them."""
    converted = is_converted(left.unit, right.unit) or left.per != right.per
    if left.amount == right.amount and not converted:
        return False
    if any(pattern.search(row.sentence.exact) for row in (left, right) for pattern in (_MOVING, _SURVEYED)):
        return False
    if (apart(left.published, right.published) or 0) > NEWS or _of_two_names(left, right):
        return False
    if contrasted(left.stems, right.stems) or _of_two_shares(left, right):
        return False
    telling_left, telling_right = _telling(left.stems), _telling(right.stems)
    shared = telling_left & telling_right
    fewest = min(len(telling_left), len(telling_right))
    counts_itself = bool(left.unit) and not _MEASURES & set(left.unit.split())
    if len(shared) < LEAST_SHARED or len(shared) / fewest < (SHARE_COUNTED if counts_itself else SHARE):
        return False
    counted_left, counted_right = _counted(left), _counted(right)
    if len(shared) >= SHARE_ALL * max(len(telling_left), len(telling_right)):
        return True
    return counts_itself or not (counted_left and counted_right) or bool(counted_left & counted_right)


def _of_two_names(left: Figure, right: Figure) -> bool:
    """Whether each of two figures is told beside a name that the other is not told beside."""
    one, other = set(left.names), set(right.names)
    return bool(one - other and other - one)


def _of_two_shares(left: Figure, right: Figure) -> bool:
    """Whether one tells what "each family" has, and the other what "each farm" has."""
    one, other = (frozenset(map(stem_of, _EACH.findall(row.sentence.exact.lower()))) for row in (left, right))
    return bool(one and other) and one.isdisjoint(other)


def _counted(row: Figure) -> set[str]:
    """What is counted; a time that the figure is for ("a week") is not."""
    return set(row.counted) - ({row.per} if row.per else set())


def _telling(stems: Iterable[str]) -> set[str]:
    return {stem for stem in stems if not state_of(stem) and not stem[0].isdigit()}


def _known_to_both(left: Figure, right: Figure, amounts: dict[str, set[float]]) -> bool:
    """Whether one of the articles has both numbers: then they count two things, or it tells the difference itself."""
    if left.amount == right.amount:
        return False
    return right.amount in amounts[left.article] or left.amount in amounts[right.article]


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
        same = [row for row in rows if row == figure or _tells_as(figure, row)]
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
    alike = (row.amount, row.unit, row.share_of) == (figure.amount, figure.unit, figure.share_of)
    return alike and _alike(row, figure)


def _printed(figure: Figure) -> str:
    """The figure with its hedge, as printed."""
    hedged = figure.rough and not figure.span.exact.lower().startswith(figure.rough)
    return f"{figure.rough} {figure.span.exact}{figure.behind}" if hedged else f"{figure.span.exact}{figure.behind}"


def _alike(left: Figure, right: Figure) -> bool:
    shared = _telling(left.stems) & _telling(right.stems)
    return len(shared) >= LEAST_SHARED
