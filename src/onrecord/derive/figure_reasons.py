"""Why two figures of one thing are no conflict after all."""

from __future__ import annotations

import re

from onrecord.derive.measures import is_converted
from onrecord.derive.rows import Figure
from onrecord.text.days import apart, days_of

ROUNDED = 0.06  # between a number and a hedged one that may be it, rounded
CONVERTED = 0.03  # between a number and the same in another unit, which is rounded as a rule
NEAR_BOUND = 1.25  # "more than 600" is not said of 900
TOLL_BOUND = 1.5  # "at least seven killed" is said while more are counted
UNIT = "the same in another unit"
BOUND = "one is a bound, and the other lies within it"
ROUND = "one is rounded"
LATER = "a later count"
CHANGED = "plans told on two days"
PART = "a part of the whole, which the other article tells too"
_AT_LEAST = frozenset({"at least", "more than", "over", "just over"})
_AT_MOST = frozenset({"up to", "fewer than", "less than", "under", "just under", "nearly", "almost"})
# What is counted up while it is found out.
_COUNTED_UP = re.compile(
    r"\b(?:kill\w*|dead|died|die|deaths?|wound\w*|injur\w*|hurt|arrest\w*|detain\w*|rescued|toll|survivors|evacuated|ill|sick|infected|infections|cases|missing)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|shall|ready to|prepared to|willing to|plans? to|planned|intends? to)\b|['’]ll\b",
    re.IGNORECASE,
)
_ONES = "zero one two three four five six seven eight nine ten eleven twelve".split()


def explained(left: Figure, right: Figure) -> str | None:
    """Why two numbers are no conflict: another unit, a later count, rounded, or a bound that the other keeps."""
    low, high = sorted((left, right), key=lambda row: (row.amount, row.article, row.span))
    gap = (high.amount - low.amount) / high.amount if high.amount else 0.0
    rough = bool(low.rough or high.rough)
    converted = is_converted(left.unit, right.unit) or left.per != right.per
    if converted and gap <= (ROUNDED if rough else CONVERTED):
        return UNIT
    near = high.amount <= NEAR_BOUND * low.amount or (_counted_up(low, high) and high.amount <= TOLL_BOUND * low.amount)
    if (low.rough in _AT_LEAST and near) or (high.rough in _AT_MOST and high.amount <= NEAR_BOUND * low.amount):
        return BOUND
    if rough and gap <= ROUNDED:
        return ROUND
    if _is_changed_plan(left, right):
        return CHANGED
    return LATER if _counted_later(low, high) else None


def _is_changed_plan(left: Figure, right: Figure) -> bool:
    """Whether each tells what somebody says is to be, on two days: between them he may have moved."""
    days = [row.said_on or row.published for row in (left, right)]
    ahead = all(row.said_by and _AHEAD.search(row.sentence.exact) for row in (left, right))
    return ahead and (apart(*days) or 0) > 0


def _counted_later(low: Figure, high: Figure) -> bool:
    """Whether the larger number is that of an article of a later day, and of what is counted up as it becomes known."""
    early, late = days_of(low.published), days_of(high.published)
    return _counted_up(low, high) and early is not None and late is not None and early.last < late.first


def _counted_up(low: Figure, high: Figure) -> bool:
    return all(_COUNTED_UP.search(row.sentence.exact) for row in (low, high))


def is_part(low: Figure, high: Figure) -> bool:
    """Whether the sentence of the larger number tells the smaller one as a part of it: "five, four of them …"."""
    if not low.value.is_integer() or low.value >= high.value:
        return False
    number = int(low.value)
    names = [str(number), *_ONES[number : number + 1]]
    return re.search(rf"\b(?:{'|'.join(names)}) of (?:them|these|those|which|whom)\b", high.sentence.exact) is not None
