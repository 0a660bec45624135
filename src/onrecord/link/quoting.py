"""The words that an article prints in quotation marks, as keys under which articles that quote the same words meet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.text.shingles import shingles
from onrecord.text.stems import STOPWORDS
from onrecord.text.words import words

RUN = 8  # running words that two outlets quote alike only where they had them from one speaker
TELLING = 3  # of them that carry meaning
MOST = 40  # runs of an article that count: those of the least hash, so that two articles keep the same ones
_QUOTED = re.compile(r"“([^”\n]+)|\"([^\"\n]+)\"|«([^»\n]+)»|„([^“”\n]+)|(?<!\w)‘([^\n]+?)’(?!\w)")


def quoted_runs(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Keys of the runs of RUN words that stand in quotation marks in the paragraphs, in order."""
    found: set[int] = set()
    for paragraph in paragraphs:
        for quotation in _QUOTED.finditer(paragraph):
            said = [word.lower for word in words(quotation.group(quotation.lastindex or 0))]
            telling = [word not in STOPWORDS for word in said]
            for start in range(len(said) - RUN + 1):
                if sum(telling[start : start + RUN]) >= TELLING:
                    found |= shingles(said[start : start + RUN], RUN)
    return tuple(f"{number:016x}" for number in sorted(found)[:MOST])
