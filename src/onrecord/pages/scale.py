"""The kinds of PLOVER's categories that a chart tells apart, and their words; `records.scale` has their scores."""

from __future__ import annotations

from enum import StrEnum

from onrecord.records import Stance

MOST = 10.0  # the scale goes from -10 to 10


class Temper(StrEnum):
    """What a reader tells apart at a glance: PLOVER's sixteen categories in five kinds."""

    WILLING = "willing"
    ASKING = "asking"
    BLAMING = "blaming"
    REFUSING = "refusing"
    HOSTILE = "hostile"


WORDS = {
    Temper.WILLING: "offers, supports or gives way",
    Temper.ASKING: "asks or demands",
    Temper.BLAMING: "blames or criticises",
    Temper.REFUSING: "rejects",
    Temper.HOSTILE: "threatens or acts against",
}
TEMPERS = {
    Stance.REQUEST: Temper.ASKING,
    Stance.ACCUSE: Temper.BLAMING,
    Stance.REJECT: Temper.REFUSING,
    Stance.THREATEN: Temper.HOSTILE,
    Stance.PROTEST: Temper.HOSTILE,
    Stance.SANCTION: Temper.HOSTILE,
    Stance.MOBILIZE: Temper.HOSTILE,
    Stance.COERCE: Temper.HOSTILE,
    Stance.ASSAULT: Temper.HOSTILE,
}


def temper_of(stance: Stance) -> Temper:
    """The kind to which the category belongs."""
    return TEMPERS.get(stance, Temper.WILLING)


def say_score(score: float) -> str:
    """The score as it is printed: "−4", "+3.5"."""
    return f"{score:+g}".replace("-", "−")
