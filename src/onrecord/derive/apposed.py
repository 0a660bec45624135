"""What a line is about where its article says only "an idea": what was told right before, of which that is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.derive.rows import Reported
from onrecord.derive.stances import Shown
from onrecord.records import Attribution
from onrecord.text.folding import fold

# Words for what somebody has brought up, which name nothing by themselves.
_BARE = re.compile(
    r"^(?:an?|one|something) ?(?:\w+ )?(?:idea|notion|plan|proposal|suggestion|possibility|prospect|option|offer|"
    r"demand|request|call|condition|step|move|scenario|concession|promise|pledge|threat|claim|charge|accusation|allegation)?$"
)
GAP = 5  # characters between the two: a quotation mark, a dash, blanks


class Apposed:
    """Finds, among the reports of a story, what a bare word stands for: "a swap of land, an idea Ister rejects"."""

    def __init__(self, reported: Iterable[Reported]) -> None:
        self._ending: dict[tuple[str, int], tuple[Attribution, Reported]] = {}
        for each in reported:
            for report in each.reports:
                told = report.attribution
                self._ending[told.article, max(span.end for span in told.content)] = told, each

    def named(
        self, told: Attribution, shown: Shown | None, shown_by: Callable[[Attribution, Reported], Shown | None]
    ) -> Shown | None:
        """The stance with the issue of what the bare word stands for; None where nobody can tell what that is.

        `shown_by` tells the stance of another report.
        """
        if shown is None or not _is_bare(told):
            return shown
        start = min(span.start for span in told.content)
        found = (self._ending.get((told.article, start - gap)) for gap in range(GAP + 1))
        for before, reported in (one for one in found if one):
            other = shown_by(before, reported)
            return replace(shown, issue=other.issue, quotation=other.quotation) if other else None
        return None


def _is_bare(told: Attribution) -> bool:
    return _BARE.match(fold(told.text)) is not None
