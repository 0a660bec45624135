"""A stance weighed by a small linear model over named hints: this module alone opens its weights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.derive.hints import hints_of
from onrecord.records import Stance

NONE = "NONE"  # what takes no line
BIAS = "bias"
_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The likeliest stance of a sentence, or None for no line; its share, and the hints that speak for it."""

    stance: Stance | None
    share: float
    reasons: tuple[str, ...]


def weigh(sentence: str) -> Weighed:
    """What the model makes of a sentence, cue and content together."""
    classes, weights = _weights()
    return weigh_with(classes, weights, hints_of(sentence))


def weigh_with(classes: tuple[str, ...], weights: dict[str, tuple[float, ...]], found: frozenset[str]) -> Weighed:
    """The same by given weights: one row of numbers a hint, one number a class."""
    hints = sorted(hint for hint in found if hint in weights)
    scores = np.sum([weights[hint] for hint in (*hints, BIAS)], axis=0)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    best = int(np.argmax(shares))
    reasons = sorted(hints, key=lambda hint: (-weights[hint][best], hint))[:_REASONS]
    stance = None if classes[best] == NONE else Stance(classes[best])
    return Weighed(stance=stance, share=float(shares[best]), reasons=tuple(reasons))


@cache
def _weights() -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    learnt = json.loads(files("onrecord.derive").joinpath("weights.json").read_text(encoding="utf-8"))
    return tuple(learnt["classes"]), {hint: tuple(row) for hint, row in learnt["weights"].items()}
