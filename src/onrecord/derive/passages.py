"""Which reports of one statement are one passage, printed by several: whoever wrote it, it was written once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from onrecord.derive.rows import Report
from onrecord.records import Attribution, Passage, Shared, Span

MOST = 0.8  # of the characters of source, cue and content that a passage holds; at its ends a word may differ


def same_passages(reports: Sequence[Report], shared: Iterable[Shared]) -> list[list[Report]]:
    """The reports, those together that copy one passage; in the order of their first ones."""
    between = {(one.left, one.right): one.passages for one in shared}
    groups = [[report] for report in reports]
    for left, right in combinations(reports, 2):
        if _copied(left.attribution, right.attribution, between):
            one, other = (next(group for group in groups if each in group) for each in (left, right))
            if one is not other:
                one.extend(other)
                groups.remove(other)
    return groups


def _copied(left: Attribution, right: Attribution, between: dict[tuple[str, str], tuple[Passage, ...]]) -> bool:
    """Whether the two stand in passages that their articles share, with the reporter's words for who said it."""
    if left.article > right.article:
        left, right = right, left
    passages = between.get((left.article, right.article), ())
    if not passages:
        return False
    one = [(each.left_start, each.left_end) for each in passages]
    other = [(each.right_start, each.right_end) for each in passages]
    return _held(left, one) and _held(right, other)


def _held(attribution: Attribution, stretches: Sequence[tuple[int, int]]) -> bool:
    return all(_share(span, stretches) >= MOST for span in _spans(attribution))


def _spans(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.content
    yield from (span for span in (attribution.source, attribution.cue) if span is not None)


def _share(span: Span, stretches: Sequence[tuple[int, int]]) -> float:
    """The share of the span in these disjoint stretches, quotation marks at its ends aside."""
    marks = len(span.exact) - len(span.exact.strip("“”\"«»„‘’'.,;:!? "))
    inside = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in stretches)
    return (inside + marks) / (span.end - span.start)
