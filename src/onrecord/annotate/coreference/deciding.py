"""The decision among scored candidates: the best, where it leads the second and nobody by a margin."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 0.7  # the lead below which nobody is named; 0 is the score of nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One referent with its score and what it is made of."""

    referent: int
    score: float
    features: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whom a reference stands for, None where that cannot be told, with the lead over the next and the reasons."""

    referent: int | None
    score: float = 0.0
    lead: float = 0.0
    reasons: tuple[str, ...] = ()
    rivals: tuple[int, ...] = ()  # who else could be meant


def decide(candidates: list[Candidate], margin: float = MARGIN) -> Answer:
    """The best of the candidates, or nobody with those that come too close."""
    ranked = sorted(candidates, key=lambda each: (-each.score, each.referent))
    if not ranked:
        return Answer(referent=None, reasons=("nobody before fits",))
    best = ranked[0]
    second = max(0.0, ranked[1].score) if len(ranked) > 1 else 0.0
    lead = best.score - second
    if lead >= margin:
        rivals = tuple(each.referent for each in ranked[1:2])
        return Answer(referent=best.referent, score=best.score, lead=lead, reasons=tuple(best.features), rivals=rivals)
    close = tuple(each.referent for each in ranked[:2] if each.score > best.score - margin)
    return Answer(referent=None, score=best.score, lead=lead, reasons=("the lead is too small",), rivals=close)
