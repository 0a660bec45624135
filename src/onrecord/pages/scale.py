"""How far each of PLOVER's categories is from conflict, on Goldstein's scale, and the kinds that a chart tells apart.

PLOVER has no scores of its own. Each of its categories takes the place of CAMEO's (Open Event Data Alliance,
"CAMEO2PLOVER-2021"), and CAMEO's have scores on the scale of Goldstein, "A Conflict-Cooperation Scale for WEIS Events
Data", Journal of Conflict Resolution 36 (1992), as Schrodt adapted it (CAMEO.SCALE). A category has the score of the
CAMEO category that it replaces; of several, their mean: REQUEST stands for an appeal (02: 3.0) and for a demand
(10: -5.0), ASSAULT for assault, fighting and mass violence (18 to 20: -9.0, -10.0, -10.0).
"""

from __future__ import annotations

from enum import StrEnum

from onrecord.records import Stance

# Each with the CAMEO categories that it replaces. CAMEO's 08 is two in PLOVER: 080 to 083, and 084 to 087.
SCORES = {
    Stance.AGREE: 4.0,  # 03
    Stance.CONSULT: 1.0,  # 04
    Stance.SUPPORT: 3.5,  # 05
    Stance.CONCEDE: 5.0,  # 080
    Stance.COOPERATE: 6.0,  # 06
    Stance.AID: 7.0,  # 07
    Stance.RETREAT: 7.0,  # 084
    Stance.REQUEST: -1.0,  # 02, 10
    Stance.ACCUSE: -2.0,  # 09, 11
    Stance.REJECT: -4.0,  # 12
    Stance.THREATEN: -6.0,  # 13
    Stance.PROTEST: -6.5,  # 14
    Stance.SANCTION: -4.0,  # 16
    Stance.MOBILIZE: -7.2,  # 15
    Stance.COERCE: -7.0,  # 17
    Stance.ASSAULT: -9.7,  # 18, 19, 20
}
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
