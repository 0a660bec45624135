"""Which reports of one statement are one passage, printed by several: whoever wrote it, it was written once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.derive.rows import Report
from onrecord.records import Attribution, Shared, Span

MOST = 0.8  # of the characters of source, cue and content that a passage holds; at its ends a word may differ


class Passages:
    """The passages that articles have in common, found by either of two articles."""

    def __init__(self, shared: Iterable[Shared] = ()) -> None:
        self._of: dict[str, dict[str, list[tuple[int, int]]]] = {}
        for pair in shared:
            here, there = (self._of.setdefault(article, {}) for article in (pair.left, pair.right))
            here[pair.right] = [(one.left_start, one.left_end) for one in pair.passages]
            there[pair.left] = [(one.right_start, one.right_end) for one in pair.passages]

    def beside(self, article: str) -> Iterable[str]:
        """The articles with which it shares any."""
        return self._of.get(article, {})

    def copied(self, left: Attribution, right: Attribution) -> bool:
        """Whether both stand in what their articles share, with the reporter's words for who said it."""
        return self._holds(left, right.article) and self._holds(right, left.article)

    def _holds(self, one: Attribution, other: str) -> bool:
        stretches = self._of.get(one.article, {}).get(other, [])
        return bool(stretches) and all(_share(span, stretches) >= MOST for span in _spans(one))


def same_passages(reports: Sequence[Report], passages: Passages) -> list[list[Report]]:
    """The reports, those together that copy one passage; in the order of their first ones.

    Only reports of articles that share anything are compared, so that a crowd costs no more than its kept pairs.
    """
    of_article: dict[str, list[int]] = {}
    for number, report in enumerate(reports):
        of_article.setdefault(report.attribution.article, []).append(number)
    heads = list(range(len(reports)))
    for number, report in enumerate(reports):
        for article in passages.beside(report.attribution.article):
            for other in of_article.get(article, ()):
                if other < number and passages.copied(reports[other].attribution, report.attribution):
                    one, two = sorted((_head(heads, other), _head(heads, number)))
                    heads[two] = one
    groups: dict[int, list[Report]] = {}
    for number, report in enumerate(reports):
        groups.setdefault(_head(heads, number), []).append(report)
    return list(groups.values())


def _head(heads: list[int], number: int) -> int:
    """The first of the group, to which all on the way there now lead."""
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number


def _spans(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.content
    yield from (span for span in (attribution.source, attribution.cue) if span is not None)


def _share(span: Span, stretches: Sequence[tuple[int, int]]) -> float:
    """The share of the span in these stretches, quotation marks at its ends aside."""
    marks = len(span.exact) - len(span.exact.strip("“”\"«»„‘’'.,;:!? "))
    inside, reached = 0, span.start
    for start, end in sorted(stretches):  # two may overlap where one passage stands twice in the other article
        inside += max(0, min(span.end, end) - max(reached, start))
        reached = max(reached, min(end, span.end))
    return (inside + marks) / (span.end - span.start)
