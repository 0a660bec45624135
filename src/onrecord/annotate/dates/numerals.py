"""Numbers in digits and in words."""

from __future__ import annotations

import re

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "m": 1e6, "k": 1e3,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21, "twenty-second": 22, "twenty-third": 23,
}  # fmt: skip
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_PIECE = re.compile(r"[a-z]+|\d[\d,.]*\d|\d|[½¼¾]")


def longest_first(words: object) -> str:
    """The words as a pattern that tries longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


def number_in(words: str) -> float | None:
    """What "three", "twenty-five", "1,500", "2 1/2" or "three hundred and five thousand" comes to."""
    halves, _, rest = words.lower().partition(" and a half")
    if "half a" in halves and not rest:
        halves = re.sub(r"half an?\b", "half", halves, count=1)
    total, group, seen = 0.5 if " and a half" in words.lower() else 0.0, 0.0, False
    for piece in _PIECE.findall(halves):
        if (small := _small(piece)) is not None:
            group, seen = group + small, True
        elif piece in SCALES:
            factor = SCALES[piece]
            group, seen = (group or 1.0) * factor, True
            if factor >= 1e3:
                total, group = total + group, 0.0
        elif piece not in {"and", "a", "an"}:
            return None
        else:
            seen = seen or piece in {"a", "an"}
            group = group or (1.0 if piece in {"a", "an"} else 0.0)
    return total + group if seen else None


def _small(piece: str) -> float | None:
    if piece in ONES:
        return float(ONES[piece])
    if piece in TENS:
        return float(TENS[piece])
    if piece in VULGAR:
        return VULGAR[piece]
    if piece[0].isascii() and piece[0].isdigit():
        return digits_in(piece)
    return 0.5 if piece == "half" else None


def digits_in(figure: str) -> float | None:
    """What a figure in digits comes to, its commas left out; None where it is none ("1.2.3")."""
    plain = figure.replace(",", "")
    return float(plain) if plain.count(".") <= 1 and plain.replace(".", "").isdecimal() else None
