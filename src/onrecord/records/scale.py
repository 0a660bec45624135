"""How far each of PLOVER's categories is from conflict, on Goldstein's scale.

PLOVER has no scores of its own. Each of its categories takes the place of CAMEO's (Open Event Data Alliance,
"CAMEO2PLOVER-2021"), and CAMEO's have scores on the scale of Goldstein, "A Conflict-Cooperation Scale for WEIS Events
Data", Journal of Conflict Resolution 36 (1992), as Schrodt adapted it (CAMEO.SCALE). A category has the score of the
CAMEO category that it replaces; of several, their mean: REQUEST stands for an appeal (02: 3.0) and for a demand
(10: -5.0), ASSAULT for assault, fighting and mass violence (18 to 20: -9.0, -10.0, -10.0).
"""

from __future__ import annotations

from onrecord.records.stories import Stance

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
