"""Words of a text, with the places where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Combining marks are no word characters to `re`, though "é" may be written with one.
_LETTER = r"(?:[^\W_]|(?<=\w)[\u0300-\u036f])"
_PART = rf"{_LETTER}+"
_INNER_STOPS = r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.: the last stop belongs to the word
_NUMBER = r"\d+(?:[.,]\d+)+"  # 3.5, 1,200: only between digits
_JOIN = r"['’ʼ＇\-‐‑]"
_WORD = re.compile(rf"(?:{_INNER_STOPS}|{_NUMBER}|{_PART})(?:{_JOIN}(?:{_INNER_STOPS}|{_NUMBER}|{_PART})|{_LETTER})*")
_ONE_JOIN = str.maketrans({"’": "'", "ʼ": "'", "＇": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word at `text[start:end]`; `lower` is it in lower case, with "'" and "-" whatever was printed."""

    start: int
    end: int
    lower: str


def spellings(text: str) -> Iterator[tuple[str, str]]:
    """The words of the text in order, each as printed and in lower case: `words` where no place is asked for."""
    for printed in _WORD.findall(text):
        yield printed, printed.lower().translate(_ONE_JOIN)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text[start:end]` in order, offsets into `text`.

    "U.S.", "don't", "rank-and-file" and "1,200.5" are one word each; a dash or a blank parts two.
    """
    stop = len(text) if end is None else end
    return tuple(
        Word(start=found.start(), end=found.end(), lower=found.group().lower().translate(_ONE_JOIN))
        for found in _WORD.finditer(text, start, stop)
    )
