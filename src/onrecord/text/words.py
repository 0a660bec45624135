"""Words of a text, with the places where they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

# Combining marks are no word characters to `re`, though "é" may be written with one.
_LETTER = r"(?:[^\W_]|(?<=\w)[\u0300-\u036f])"
_PART = rf"{_LETTER}+"
_INNER_STOPS = r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.: the last stop belongs to the word
_NUMBER = r"\d+(?:[.,]\d+)+"  # 3.5, 1,200: only between digits
_JOIN = r"['’ʼ＇\-‐‑]"
_WORD = re.compile(rf"(?:{_INNER_STOPS}|{_NUMBER}|{_PART})(?:{_JOIN}(?:{_INNER_STOPS}|{_NUMBER}|{_PART})|{_LETTER})*")
_ONE_JOIN = str.maketrans({"’": "'", "ʼ": "'", "＇": "'", "‐": "-", "‑": "-"})


class Word(NamedTuple):
    """A word at `text[start:end]`; `lower` is it in lower case, with "'" and "-" whatever was printed."""

    start: int
    end: int
    lower: str


def printed_words(text: str) -> list[str]:
    """The words of the text in order, as printed: `words` where no place is asked for."""
    return _WORD.findall(text)


def in_lower_case(printed: str) -> str:
    """The word in lower case, with "'" and "-" whatever was printed."""
    lower = printed.lower()
    return lower if lower.isascii() else lower.translate(_ONE_JOIN)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text[start:end]` in order, offsets into `text`.

    "U.S.", "don't", "rank-and-file" and "1,200.5" are one word each; a dash or a blank parts two.
    """
    stop = len(text) if end is None else end
    return tuple([Word(*found.span(), in_lower_case(found.group())) for found in _WORD.finditer(text, start, stop)])
