"""What positions are about: which statements are on one issue, and what it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from onrecord.text.folding import fold
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems, stem
from onrecord.text.words import words

SHARE = 0.5  # of the stems of the shorter of two that name one issue

_WHOSE = re.compile(r"\b(?:its|his|her|their)\b", re.IGNORECASE)
# To suspend a ban and to lift it are one issue.
_UNDOING = "suspend lift ease waive repeal scrap abolish reopen cancel suspension abolition"


def issue_stems(text: str) -> frozenset[str]:
    """The stems that tell one issue from another, states left out: they are in all of them."""
    kept = " ".join(word.lower for word in words(text) if not state_of(word.lower))
    return frozenset("lift" if each in _undoing() else each for each in content_stems(kept))


@cache
def _undoing() -> frozenset[str]:
    return frozenset(map(stem, _UNDOING.split()))


def one_issue(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of stems are about one thing."""
    shared = len(left & right)
    fewest = min(len(left), len(right))
    return fewest > 0 and shared / fewest >= SHARE and (shared > 1 or len(left | right) < 3)


def name_of(phrases: Sequence[str]) -> str:
    """The phrase that most reports come near to, short before long."""
    counts = Counter(stem for phrase in phrases for stem in set(content_stems(phrase)))

    def fitness(phrase: str) -> tuple[bool, bool, float, int, str, str]:
        stems = set(content_stems(phrase))
        usual = sum(counts[stem] for stem in stems) / (len(stems) + 1)
        whose = bool(_WHOSE.search(phrase))  # "its tolls" are another's out of another's mouth
        return (whose, len(stems) < 2, -usual, len(phrase), fold(phrase), phrase)

    return min(phrases, key=fitness)
