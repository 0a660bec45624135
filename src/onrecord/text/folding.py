"""One form for what differs only in print: case, diacritics, quotation marks, dashes, white space."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_SINGLE = "'‘’‚‛‹›′`´ʼʹʻʽ＇"
_DOUBLE = '"“”„‟«»″＂〝〞'
_DASHES = "-‐‑‒–—―−﹘﹣－⸺⸻"
# Letters that no decomposition takes apart.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
}  # fmt: skip
_PLAIN = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **_LETTERS,
}
_RUNS = re.compile(r"[^\S ]\s*|\s{2,}|-{2,}")  # a single blank stays as it is


def fold(text: str) -> str:
    """Fold the text into the one form that its printed variants share; folding again changes nothing.

    Lower case, no diacritics, "'" and '"' for all quotation marks, "-" for dashes and runs of them, one blank
    for white space, none around the text.
    """
    plain = text.lower() if text.isascii() else "".join(map(_folded, text))
    return _RUNS.sub(lambda run: "-" if run.group()[0] == "-" else " ", plain.replace("`", "'")).strip()


def fold_with_offsets(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Fold the text and tell, for each character of the result, where in `text` it begins and ends.

    Marks without a form of their own (a combining accent, a soft hyphen) belong to the character before them.
    """
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    for character, start in _unrolled(text):
        if not character:
            if places:
                places[-1] = (places[-1][0], start + 1)
        elif folded and folded[-1] == character and character in " -":
            places[-1] = (places[-1][0], start + 1)
        else:
            folded.append(character)
            places.append((start, start + 1))
    first = 1 if folded[:1] == [" "] else 0
    last = len(folded) - 1 if folded[first:] and folded[-1] == " " else len(folded)
    return "".join(folded[first:last]), tuple(places[first:last])


def _unrolled(text: str) -> Iterator[tuple[str, int]]:
    """Yield what each character folds to, one character at a time and "" for none, with its place."""
    for start, original in enumerate(text):
        for character in _folded(original) or ("",):
            yield (" " if character.isspace() else character), start


@lru_cache(maxsize=65_536)
def _folded(character: str) -> str:
    """What one character folds to, at once for good: folding it again gives the same."""
    before, after = "", character
    while before != after:
        before = after
        after = "".join(map(_step, before))
    return after


def _step(character: str) -> str:
    plain = _PLAIN.get(character)
    if plain is not None:
        return plain
    return "".join(mark for mark in unicodedata.normalize("NFKD", character).casefold() if not _is_invisible(mark))


def _is_invisible(mark: str) -> bool:
    """Whether it is an accent of a European script, a vowel sign of Arabic or Hebrew, or prints nothing."""
    accent = unicodedata.combining(mark) and (
        "\u0300" <= mark <= "\u036f"
        or "\u0591" <= mark <= "\u05c7"
        or "\u064b" <= mark <= "\u065f"
        or "\u1ab0" <= mark <= "\u1aff"
        or "\u1dc0" <= mark <= "\u1dff"
        or "\u20d0" <= mark <= "\u20ff"
    )
    return bool(accent) or unicodedata.category(mark) == "Cf"
