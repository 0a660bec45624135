"""The stances that words tell, in the order in which they are tried: PLOVER's categories, draft 0.8.

An offer or a promise is AGREE, a demand REQUEST. General English of the news.
"""

from __future__ import annotations

import re

from onrecord.derive.demands import REQUESTS
from onrecord.derive.offers import (
    AGREEMENTS,
    CONCESSIONS,
    CONDITIONAL_OFFERS,
    CONSULTATIONS,
    OFFERS,
    OWN_PROMISES,
    SUPPORTS,
)
from onrecord.derive.refusals import APPEALS, REJECTIONS
from onrecord.derive.threats import BLAMES, CONDITIONAL_THREATS, HARMFUL_THREATS, READY_TO_HARM, THREATS
from onrecord.derive.told_by import BAD, BEFORE, GOOD_STEP, UNJUST
from onrecord.records import Stance

# What a thing is called: "the pause a betrayal".
CALLED: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        Stance.REJECT,
        re.compile(
            rf"{BEFORE}\s(?:as |to be )?[\"']?(?:\w+ |\w+ and )?(?:unacceptable|non-negotiable|out of the question|"
            r"(?:a )?non-?starter|a red line|off the table|dead on arrival|inadmissible)\b(?! \w+s\b)"
        ),
    ),
    (Stance.SUPPORT, re.compile(rf"{BEFORE}\s(?:as )?(?:an? )?[\"']?(?:\w+ )?{GOOD_STEP}\b")),
    (Stance.ACCUSE, re.compile(rf"{BEFORE}\s(?:as |to be )?(?:{BAD}|{UNJUST})")),
)

# The order in which contents are tried: a refusal says "ready" and "must" too.
CONTENTS: tuple[tuple[Stance, tuple[re.Pattern[str], ...]], ...] = (
    (Stance.REJECT, (*REJECTIONS, *APPEALS)),
    (Stance.SUPPORT, SUPPORTS),
    (Stance.THREATEN, CONDITIONAL_THREATS),
    (Stance.THREATEN, HARMFUL_THREATS),
    (Stance.THREATEN, READY_TO_HARM),
    (Stance.AGREE, (*AGREEMENTS, *OFFERS, *OWN_PROMISES)),
    (Stance.AGREE, CONDITIONAL_OFFERS),
    (Stance.CONSULT, CONSULTATIONS),
    (Stance.CONCEDE, CONCESSIONS),
    (Stance.THREATEN, THREATS),
    (Stance.REQUEST, REQUESTS),
    (Stance.ACCUSE, BLAMES),
)

CONDITION = re.compile(
    r"\b(?:(?:only |even )?if|If|[Uu]nless|only (?:when|once|after|under|with|in (?:exchange|return))|"
    r"provided(?: that)?|providing|"
    r"on (?:the )?condition that|as long as|so long as|as soon as(?! possible)|in the event (?:of|that)|in case|"
    r"not before|"
    r"[Oo]nce (?=(?:the|an?|its|his|her|their|our|all|both|it|they|he|she|we|there|[A-Z][\w’'-]*)\b)|"
    r"[Ss]hould (?=(?:the|any|an?|its|his|her|their|our|this|that|these|it|they|he|she|we|talks|[A-Z][\w’'-]* \w+)\b)|"
    r"until|as a condition (?:for|of)|in (?:exchange|return) for)\b"
    r"(?:[^.;,!?\"“”«»]|, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*,(?= )|(?<=\s)[“\"][^“”\"]{3,80}[”\"])*"
)

# The finer word for a stance, by what shows it; the first that is found.
MODES: dict[Stance, tuple[tuple[str, re.Pattern[str]], ...]] = {
    Stance.AGREE: (
        ("promise", re.compile(r"promis|pledg|vow|commit|\b(?:will|would|is to|are to)\b|'ll\b")),
        ("offer", re.compile(r"offer|propos|volunteer|idea|possibility|ready|willing|prepared|open")),
        ("accept", re.compile(r"accept|agree|approv|consider|welcome")),
    ),
    Stance.REQUEST: (
        ("demand", re.compile(r"demand|insist|must|ha(?:s|ve|d) to|needs? to|needed to")),
        ("appeal", re.compile(r"call|urg|appeal|implor|exhort|plead|press|push|ask|request|should|ought|expect|want")),
    ),
    Stance.REJECT: (
        (
            "rule out",
            re.compile(r"rul\w+ .*out|out of the question|off the table|never|exclud|no (?:question|thought)"),
        ),
        ("refuse", re.compile(r"refus|declin|\bnot\b|no one|nobody|none of|n't|cannot|veto")),
        (
            "oppose",
            re.compile(
                r"oppos|reject|dismiss|rebuff|spurn|brush|turn|appeal|contest|challenge|fight|oppose|block|resist|"
                r"prevent|vote|balk|baulk"
            ),
        ),
    ),
    Stance.ACCUSE: (
        ("accuse", re.compile(r"accus|blam|charg")),
        ("criticise", re.compile(r"condemn|denounc|critici|slam|blast|decr|deplor|lambast")),
    ),
}


def mode_of(stance: Stance, by: str) -> str | None:
    """The finer word for the stance that the words show, or None."""
    return next((mode for mode, pattern in MODES.get(stance, ()) if pattern.search(by)), None)
