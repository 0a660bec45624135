"""Overlapping runs of tokens, as numbers that are the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b


def shingles(tokens: Sequence[str], length: int) -> frozenset[int]:
    """Hash every run of `length` tokens to 64 bits; of fewer tokens the one run there is, of none nothing."""
    if length < 1:
        raise ValueError(f"a shingle of {length} tokens: pass 1 or more")
    runs = range(max(len(tokens) - length + 1, min(len(tokens), 1)))
    return frozenset(_hashed("\x1f".join(tokens[start : start + length])) for start in runs)


def winnowed(hashes: Sequence[int], window: int) -> frozenset[int]:
    """The least hash of every `window` neighbours: any run as long as the window keeps one, whatever stands around it.

    Schleimer, Wilkerson, Aiken: Winnowing, local algorithms for document fingerprinting (SIGMOD 2003).
    """
    if window < 1:
        raise ValueError(f"a window of {window} hashes: pass 1 or more")
    places = range(max(len(hashes) - window + 1, min(len(hashes), 1)))
    return frozenset(min(hashes[start : start + window]) for start in places)


def _hashed(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest())
