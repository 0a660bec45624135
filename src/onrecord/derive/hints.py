"""What in a sentence hints at a stance, as named features: the words of PLOVER's categories, their order, its shape.

The lists are general English of the news, after the descriptions of PLOVER's verbal categories (draft 0.8): to visit
and to mediate is CONSULT, to sign a treaty SUPPORT, to lift a curfew CONCEDE, to sue or to investigate ACCUSE.
"""

from __future__ import annotations

import re

from onrecord.records import Stance

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_LIMITS = (
    r"(?:curfews?|bans?|restrictions?|embargo(?:e?s)?|state of emergency|emergency|sanctions|tolls?|blockades?|curbs)"
)
_HOSTILE = (
    r"(?:impose|extend|tighten|withdraw|boycott|blockade|block|halt|suspend|cut|break|retaliate|respond|punish|strike|"
    r"attack|bomb|expel|close|shut|seize|resume (?:attacks|strikes)|walk out|stop|ban|bar|launch|deploy|"
    r"hit|raise|sever|"
    r"leave|quit|pull out|not allow|take (?:\w+ )?to court|deliver|face|pay (?:a|the|dearly))"
)
_WILL = r"(?:will|would|shall|may|might|'ll)"
_PUT = r"(?:\w+ly |also |now |again |soon )*"

# Each word of a list tells its category, whatever stands around it; the weights say how much it is worth.
WORDS: tuple[tuple[str, str], ...] = (
    (
        Stance.AGREE,
        (
            r"agree(?:s|d|ing)?|agreement|offer(?:s|ed|ing)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|"
            r"vow(?:s|ed|ing)?|"
            r"willing(?:ness)?|ready to|prepared to|commit(?:s|ted|ting)?|accept(?:s|ed|ing)?|consent(?:s|"
            r"ed)?|undert(?:akes?|ook)|"
            r"volunteer(?:s|ed)?|assur(?:e|es|ed|ing)|guarante(?:e|es|ed|eing)|in principle|open to"
        ),
    ),
    (
        Stance.CONSULT,
        (
            r"met|meets?|meeting|visit(?:s|ed|ing)?|talks?|negotiat(?:e|es|ed|ing|ions?|ors?)|mediat(?:e|"
            r"es|ed|ing|ion|or)|"
            r"host(?:s|ed|ing)?|arriv(?:e|es|ed|ing|al)|consult(?:s|ed|ing|ations?)?|discuss(?:es|ed|ing|"
            r"ions?)?|summit|"
            r"travel(?:s|led|ed)? to|received|phone[ds]?|"
            r"dialogue|delegation|envoys?|held|sat down"
        ),
    ),
    (
        Stance.SUPPORT,
        (
            r"support(?:s|ed|ing)?|back(?:s|ed|ing)|prais(?:e|es|ed|ing)|defend(?:s|ed|ing)?|endors(?:e|es|ed|ing)|"
            r"hail(?:s|ed|ing)?|applaud(?:s|ed|ing)?|commend(?:s|ed)?|welcom(?:e|es|ed|ing)|forgiv(?:e|es|ing)|forgave|"
            r"thank(?:s|ed)?|congratulat(?:e|es|ed|ing)|recogni[sz](?:e|es|ed) .* (?:state|government|independence)|"
            r"treat(?:y|ies)|(?:diplomatic|closer|full) (?:ties|relations)|embassy|friendship|alliance|solidarity|"
            r"ratif(?:y|ies|ied)|apologi[sz](?:e|es|ed)|rall(?:y|ied) behind|stands? (?:by|behind|with)|pact|signed"
        ),
    ),
    (
        Stance.CONCEDE,
        (
            rf"(?:lift|eas|cancel|relax|shorten|loosen|end|suspend|abolish|waiv|remov|scrapp|repeal)\w* .*{_LIMITS}|"
            r"call(?:s|ed|ing) off|gave (?:in|way)|giv(?:e|es|ing) (?:in|way)|back(?:s|ed|ing) down|yield(?:s|ed)?|"
            r"allow(?:s|ed|ing)|releas(?:es|ed|ing)|freed|pardon(?:s|ed)?|amnesty|repeal(?:s|ed)?|step(?:s|"
            r"ped) (?:down|aside)|"
            r"resign(?:s|ed)|reforms?|freedoms?|relent(?:s|ed)?|shorten(?:s|ed)?|legali[sz](?:e|es|ed)|"
            r"reopen(?:s|ed)|restor(?:es|ed)|reinstat(?:es|ed)|cancel(?:s|led|ed)|lifted|eased|dropped"
        ),
    ),
    (
        Stance.REQUEST,
        (
            r"demand(?:s|ed|ing)?|must|should|ought to|urg(?:e|es|ed|ing)|call(?:s|ed|ing) (?:on|upon|for)|"
            r"ask(?:s|ed|ing)|"
            r"appeal(?:s|ed|ing)?|request(?:s|ed|ing)?|press(?:es|ed|ing) for|push(?:es|ed|ing) (?:\w+ )?for|"
            r"seek(?:s|ing)?|sought|order(?:s|ed|ing)|insist(?:s|ed|ing)?|need(?:s|ed)? to|ha(?:s|ve|d) to|"
            r"want(?:s|ed)|"
            r"implor(?:e|es|ed|ing)|beg(?:s|ged)|summon(?:s|ed)|plead(?:s|ed)?"
        ),
    ),
    (
        Stance.ACCUSE,
        (
            r"accus(?:e|es|ed|ing|ations?)|blam(?:e|es|ed|ing)|denounc(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|"
            r"critici[sz]\w+|"
            r"complain(?:s|ed|ing|ts?)?|su(?:e|es|ed|ing)|lawsuit|indict(?:s|ed|ing|ment)?|charg(?:es|ed)|"
            r"investigat(?:e|es|ed|ing|ions?|ors?)|prob(?:e|es|ed)|inquiry into|inspect(?:s|ed|ors?|ions?)?|hearings?|"
            r"alleg(?:e|es|ed|ing|ations?|edly)|suspected|arrest(?:s|ed)?|lambast\w+|slam(?:s|med)|decr(?:y|ies|ied)|"
            r"deplor\w+|faults?|protested|betray\w*|guilty|crimes?"
        ),
    ),
    (
        Stance.REJECT,
        (
            r"reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|oppos(?:e|es|ed|ing)|"
            r"veto(?:es|ed|ing)?|"
            r"dismiss(?:es|ed|ing)?|den(?:y|ies|ied|ying)|turn(?:s|ed|ing) down|rul(?:e|es|ed|ing) out|"
            r"out of the question|"
            r"rebuff\w*|spurn\w*|unacceptable|non-negotiable|never|failed? to (?:reach|agree)|fails to|violat(?:ed|es)|"
            r"def(?:y|ies|ied|iance)|ignor(?:es|ed)|break(?:s|ing)? (?:the|a) ban|no (?:question|"
            r"concessions?|talks|deal)|"
            r"won't|will not|would not|cannot|can't|brush(?:es|ed) (?:off|aside)|against the (?:plan|idea)"
        ),
    ),
    (
        Stance.THREATEN,
        (
            r"threat(?:s|en|ens|ened|ening)?|warn(?:s|ed|ing)?|ultimatum|boycott(?:s|ed|ing)?|consequences|"
            r"retaliat\w+|unless|"
            rf"or else|{_WILL} (?:\w+ )?{_PUT}{_HOSTILE}|blockad(?:e|es|ed)|price|strikes?"
        ),
    ),
    (
        "neutral",
        (
            r"according to (?:figures|the (?:survey|report))|percent|per cent|degrees|average|population|was born|"
            r"founded in|opened in|is located|weather|season|described|recalled|explained|noted|added|"
            r"estimated|expected"
        ),
    ),
)
SHAPES: tuple[tuple[str, str], ...] = (
    ("will", rf"\b{_WILL}\b"),
    (
        "will help",
        (
            rf"\b{_WILL} {_PUT}(?:give|support|allow|help|send|release|return|visit|meet|provide|contribute|pay|"
            r"sign|join|open|reopen|lend|share|build|host|continue|free|lift|hand|restore|publish|raise its offer)\b"
        ),
    ),
    ("will harm", rf"\b{_WILL} {_PUT}{_HOSTILE}\b"),
    ("not", r"\b(?:not|no|never|nobody|nothing)\b|n't\b"),
    ("said", r"\b(?:said|says|announced|confirmed|declared|told)\b"),
    ("modal past", r"\b(?:has|have|had) \w+ed\b"),
    ("to do", r"\w+ed to \w+"),
    ("if", r"\b(?:if|unless|until|provided|as long as)\b"),
    ("that they do", r"\b(?:demand|insist|urg|ask)\w* that\b"),
    ("figure", r"\d"),
    ("being", r"\b(?:is|was|are|were)\b"),
)
_WORDS = tuple((name, re.compile(rf"\b(?:{source})(?!\w)")) for name, source in WORDS)
_SHAPES = tuple((name, re.compile(source)) for name, source in SHAPES)
_NEAR = 60  # characters from the beginning that hold the main verb, mostly


def hints_of(sentence: str) -> frozenset[str]:
    """The features of a sentence (of cue and content): which category's words stand in it, which first, its shape."""
    plain = " ".join(sentence.translate(_STRAIGHT).lower().split())
    met = sorted((each.start(), name) for name, pattern in _WORDS if (each := pattern.search(plain)))
    found = {f"has {name}" for _, name in met}
    found |= {f"first {met[0][1]}"} if met else {"none"}
    found |= {f"second {met[1][1]}"} if len(met) > 1 else set()
    found |= {f"early {name}" for start, name in met if start < _NEAR}
    return frozenset(found | {f"shape {name}" for name, pattern in _SHAPES if pattern.search(plain)})
