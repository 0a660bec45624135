"""Numbers and names in plain words."""

from __future__ import annotations

from collections.abc import Sequence

WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def count(number: int, singular: str, plural: str = "") -> str:
    """The number with its noun: "1 article", "12 articles"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def times(number: int) -> str:
    """How often: "once", "twice", "12 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def in_words(number: int) -> str:
    """Small numbers as a newspaper prints them."""
    return WORDS[number] if number < len(WORDS) else f"{number:,}"


def listed(names: Sequence[str]) -> str:
    """The names joined as in a sentence: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def say_origins(origins: Sequence[str], independent: int) -> str:
    """Through how many hands the words first reached the press, in words that keep the doubt."""
    names = list(origins)
    if not names:
        return "origin not told"
    if independent > len(names):
        names.append("one not told")
    noun = "origin" if independent == 1 else "independent origins"
    return f"{in_words(independent)} {noun}: {listed(names)}"
