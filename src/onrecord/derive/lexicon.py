"""The words by which a stance is told, as patterns over lower-case text with straight quotes.

Categories are PLOVER's, draft 0.8: an offer or a promise is AGREE, a demand REQUEST. General English of the news.
"""

from __future__ import annotations

import re

from onrecord.records import Stance

_AUX = r"(?:will|would|can|could|should|shall|may|must)"
_NOT = r"(?:not|never|no longer)"
_ADV = r"(?:\w+ly |also |again |even |simply |already |still |once more )*"

# Cues whose content is the thing itself: "ruled out | concessions", "called for | an inquiry".
CUES: tuple[tuple[Stance, re.Pattern[str]], ...] = tuple(
    (stance, re.compile(rf"\b(?:{words})\b"))
    for stance, words in (
        (
            Stance.REJECT,
            r"rul(?:e|es|ed|ing) (?:\w+ )?out|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refus(?:e|es|ed|ing)|"
            r"oppos(?:e|es|ed|ing)|rebuff(?:s|ed|ing)?|declin(?:e|es|ed|ing)|turn(?:s|ed|ing) down|"
            r"spurn(?:s|ed|ing)?|brush(?:es|ed|ing) (?:off|aside)|vetoe?(?:s|d|ing)|excluded",
        ),
        (
            Stance.REQUEST,
            r"demand(?:s|ed|ing)?|call(?:s|ed|ing) (?:\w+ )?(?:for|on|upon)|urg(?:e|es|ed|ing)|insist(?:s|ed|ing)? on|"
            r"appeal(?:s|ed|ing)? for|request(?:s|ed|ing)?|press(?:es|ed|ing) for|push(?:es|ed|ing) for|"
            r"implor(?:e|es|ed|ing)|exhort(?:s|ed|ing)?|plead(?:s|ed|ing)? for|wants?|wanted|asked for|seeks?|sought",
        ),
        (
            Stance.AGREE,
            r"agree(?:s|d|ing)? to|accept(?:s|ed|ing)?|offer(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|"
            r"promis(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|commit(?:s|ted|ting)? to|volunteer(?:s|ed|ing)?|"
            r"approv(?:e|es|ed|ing)",
        ),
        (
            Stance.SUPPORT,
            r"support(?:s|ed|ing)?|back(?:s|ed|ing)|endors(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|prais(?:e|es|ed|ing)|"
            r"hail(?:s|ed|ing)?|applaud(?:s|ed|ing)?|commend(?:s|ed|ing)?|champion(?:s|ed|ing)?|defend(?:s|ed|ing)?",
        ),
        (
            Stance.ACCUSE,
            r"accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|"
            r"criti[cs]i[sz](?:e|es|ed|ing)|slam(?:s|med|ming)|blast(?:s|ed|ing)|decr(?:y|ies|ied|ying)|"
            r"deplor(?:e|es|ed|ing)|lambast(?:s|ed|ing)?|charg(?:e|es|ed|ing)",
        ),
        (Stance.THREATEN, r"threaten(?:s|ed|ing)?"),
        (
            Stance.CONCEDE,
            r"back(?:s|ed|ing) down|g(?:ive|ives|ave|iving) in|suspend(?:s|ed|ing)?|lift(?:s|ed|ing)|"
            r"withdr(?:aw|aws|ew|awing)|repeal(?:s|ed|ing)?|scrap(?:s|ped|ping)",
        ),
    )
)

# What a dismissal or a denial of is no line on an issue, but an answer to a charge.
REPORTS_OF = re.compile(
    r"^\W*(?:the |any |such |all |these |those |media |press |recent |as )*"
    r"(?:reports?|claims?|allegations?|accusations?|charges?|rumou?rs?|speculation|suggestions?|criticisms?|stories|"
    r"story|nonsense|baseless|false|fake|untrue)\b"
)

# The content says what is refused. The group `after` or `before` is where the issue stands.
REJECTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:no|not any|not see any|n't see any|little) (?:thought|question|prospect|chance|possibility|point|"
        r"intention|plans?|way) (?:of|for|to|that)\b(?P<after>)",
        rf"\bthere {_AUX} (?:\w+ )?be no\b(?P<after>)",
        rf"\bthere(?:'s| is| was| are| were) no\b (?P<after>)(?=role|place|room|thought|question|concession)",
        r"\b(?:s[aeu][ewn]+s?|seeing) no\b (?P<after>)(?=role|place|room|reason|need|point|prospect|future)",
        r"\b(?:n't|not) see (?:any|a)\b (?P<after>)(?=role|place|room|reason|need|point|prospect|future)",
        rf"\b(?:{_AUX} {_NOT}|{_AUX}n't|won't|can't|cannot|never) {_ADV}(?:be )?(?P<after>)"
        r"(?=accept|agree|allow|tolerate|recogni[sz]e|settle|cede|give|return|negotiat|pay|withdraw|sign|join|bow|yield|"
        r"surrender|compromise|support|permit|consider|discuss|talk|hand|lift|drop|abandon|resign|leave|back|change|"
        r"retreat|scrap|suspend|reopen|re-open|stop|end|apologi[sz]e|step|go back|take part|move|budge|waive|reduce|cut)",
        r"\b(?:n't|not) (?:\w+ly )?(?:weigh|consider|contemplat|discuss|prepar|negotiat|plann)(?:ing|ed)\b(?P<after>)",
        r"\b(?:n't|not|never|no longer) (?:yet )?(?:prepared|ready|willing|inclined|going|about|open) (?:to|for)\b(?P<after>)",
        r"(?P<before>)\b(?:is|was|are|were|be|remains?|as|being) (?:\w+ )?[\"']?"
        r"(?:non-negotiable|not negotiable|unacceptable|not acceptable|unrealistic|not realistic|out of the question|"
        r"off the table|not on the table|not an option|impossible|unthinkable|not up for (?:discussion|negotiation)|"
        r"not for sale|a red line|inadmissible|not possible)",
        r"\b(?:not realistic|unrealistic|unacceptable|impossible|not acceptable|not possible|out of the question) "
        r"(?:for|to|that)\b(?P<after>)",
        r"(?P<before>)\b(?:this|that|it|they|these|those|such)\b[^.?!]{0,40} (?:will|would|can) ?(?:not|never) "
        r"(?:happen|do|work|stand|be accepted)",
        r"(?P<before>)\b(?:will|would) (?:not|never) (?:happen|do\b|work|stand)",
        r"(?P<before>)\bnon-negotiable\b",
        r"\bopposed to\b(?P<after>)",
        r"\b(?:reject|rejects|rejected|oppose|opposes|refuse|refuses|refused|rule out|rules out|ruled out)\b(?P<after>)",
    )
)

SUPPORTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<before>)\b(?:{_AUX}|has to|have to|needs? to|deserves? to|deserves?) {_ADV}(?:also )?"
        r"(?:have|play|get|be given)? ?(?:an? |their |its |more )?(?:\w+ )?(?P<after>)"
        r"(?=role|say\b|seat|voice|place at|part in)",
        r"\b(?:fully |strongly )?(?:support|supports|back|backs|in favou?r of|stand with|stands with|stand by|stands by|"
        r"welcome|welcomes)\b(?P<after>)",
    )
)

AGREEMENTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:is|are|was|were|am|be|'m|'re|stands?|remains?|being)? ?(?:\w+ )?(?:ready|willing|prepared|open) "
        r"(?:and \w+ )?(?:to|for)\b(?P<after>)",
        r"\b(?:agree|agrees|agreed|commit|commits|committed|pledge|pledges|pledged|promise|promises|promised|offer|"
        r"offers|offered) (?:to|not to)\b(?P<after>)",
        r"^\W*(?:that )?(?:an? |the |his |her |their |its )?(?:possibility|idea|offer|proposal) of\b(?P<after>)",
        r"\bwould (?:also )?(?:accept|consider|welcome)\b(?P<after>)",
    )
)

CONCESSIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:will|would|is to|are to|has|have|had|decided to|agreed to|been|be|were|was)(?: now| also)? "
        r"(?P<after>)(?=suspend|lift|eas(?:e|ing)|withdraw|repeal|scrap|waiv|dropp?(?:ed)? (?:the|its|all|plans)|reopen|"
        r"cancel|abolish)",
    )
)

THREATS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:will|would|shall|'ll) (?P<after>)(?=respond|retaliat|hit back|strike back|take revenge|face (?:\w+ )?"
        r"consequences|pay (?:a|the) price|punish|impose (?:\w+ )?(?:sanctions|tariffs))",
    )
)

REQUESTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<before>)\b(?:must|should|ought to|needs? to|needed to|ha(?:s|ve|d) to)\b(?! (?:be (?:noted|said|clear)|"
        r"have been|have had))(?P<after>)",
        r"\b(?:demand|demands|call|calls|calling) (?:for|on|that)?\b(?P<after>)",
        r"\b(?:we|i) (?:want|expect|urge|ask|call on|request)\b(?P<after>)",
        r"(?P<before>)\bneeded to\b(?P<after>)",
    )
)

CONDITION = re.compile(
    r"\b(?:(?:only )?if|unless|provided(?: that)?|providing|on (?:the )?condition that|as long as|so long as|"
    r"until|as a condition (?:for|of)|in (?:exchange|return) for|once|without)\b[^.;!?]*"
)
