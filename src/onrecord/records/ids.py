"""Ids are content hashes: the same input gives the same id on every machine and engine."""

from __future__ import annotations

import hashlib

# One letter a type, so that a person who meets an id in a URL or a log knows what it names.
PREFIXES = {
    "article": "a",
    "attribution": "t",
    "mention": "m",
    "entity": "n",
    "actor": "p",
    "statement": "s",
    "story": "y",
    "event": "e",
    "position": "o",
    "discrepancy": "d",
    "judgement": "j",
    "notice": "w",
    "search": "q",
}
DIGITS = 16  # 64 bits: a clash among 10 million ids has a chance of 3 in a million


def content_id(kind: str, *parts: object) -> str:
    """The id of a `kind` made of `parts`: its letter and 16 hexadecimal digits of their SHA-256.

    Parts are joined by an unprintable separator, so ("ab", "c") and ("a", "bc") differ.
    """
    whole = "\x1f".join(str(part) for part in parts)
    return PREFIXES[kind] + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def sha256_of(content: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal: what names a capture."""
    return hashlib.sha256(content).hexdigest()


def text_hash(text: str) -> str:
    """The SHA-256 of the text in UTF-8, by which a kept text is known to be as it was read."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
