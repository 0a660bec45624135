"""Verbs in the form that a sentence needs."""

from __future__ import annotations

import re

_VOWELS = "aeiou"
# Of two syllables, the last stressed: the consonant doubles as in short verbs.
_STRESSED = re.compile(
    r"(?:begin|forget|regret|upset|reset|occur|incur|recur|refer|prefer|defer|confer|infer|transfer|deter|admit|permit|"
    r"commit|submit|omit|emit|remit|transmit|compel|expel|propel|repel|rebel|control|patrol|abet|allot|acquit|equip|"
    r"withdraw|outrun|overrun|forbid|abhor|concur|annul|enrol|fulfil)$"
)


def gerund(verb: str) -> str:
    """The verb with its "ing": "making", "cutting", "dying"."""
    low = verb.lower()
    if low.endswith("ie"):
        return f"{verb[:-2]}ying"
    if low.endswith("e") and low not in {"be", "singe", "tinge", "dye"} and low[-2:-1] not in {"e", "o", "y"}:
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _doubles(low) else f"{verb}ing"


def _doubles(verb: str) -> bool:
    """Whether one stressed vowel and one consonant end the verb."""
    if len(verb) < 3 or verb[-1] in f"{_VOWELS}wxyh" or verb[-2] not in _VOWELS:
        return False
    before = verb[:-2].removesuffix("qu")
    if verb[-3] in _VOWELS and verb[-4:-2] != "qu":
        return False
    return not re.search(rf"[{_VOWELS}y]", before) or bool(_STRESSED.search(verb))


def in_gerund(infinitive: str) -> str:
    """What is to be done as a noun: "to lift the tolls" is "lifting the tolls"."""
    words = infinitive.removeprefix("to ").split(" ")
    first = 1 if len(words) > 1 and (words[0].endswith("ly") or words[0] in {"also", "ever", "even", "now"}) else 0
    return " ".join((*words[:first], gerund(words[first]), *words[first + 1 :]))
