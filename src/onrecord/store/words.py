"""The words of a text as search knows them: without case and diacritics, each with its offsets.

The search index holds what `fold` gives, so a change to it needs a migration that fills the index again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")  # combining accents belong to their word


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as search compares it, and where it stands."""

    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """The words of the text in lower case and without diacritics, joined by blanks."""
    words = WORD.findall(text.lower())
    if not text.isascii():
        words = [word if word.isascii() else _plain(word) for word in words]
    return " ".join(words)


def words_of(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[Word]:
    """The words that stand in the pieces `[start, end)` of the text, with offsets into the whole text."""
    for start, end in pieces:
        for match in WORD.finditer(text, start, end):
            yield Word(folded=_plain(match.group()), start=match.start(), end=match.end())


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char) and not char.isspace())
