"""How demands are told, and what only looks like one, as patterns over lower-case text with straight quotes."""

from __future__ import annotations

import re

from onrecord.derive.told_by import AFTER, CLAUSE, FACT, UNDOING, patterns

REQUESTS = patterns(
    rf"{CLAUSE}(?<!\bthe )(?<!\bno )(?<!\bany )(?<!\ba )(?<!n't )(?<!\bnot )\b"
    r"(?:must|should(?! (?:the|any|an?|its|his|her|their|our|they|he|she|we|it)\b)|ought to|needs? to|"
    r"(?<!was )(?<!is )(?<!are )needed to|ha(?:s|ve|d) to)\b(?! be able)(?! do with)(?! be ashamed)"
    r"(?! (?:be (?:noted|said|clear|remembered)|have (?:been|had|known|seen|gone|done|paid|told|made|come|left|"
    r"sent|said|kept|\w+ed|\w+en)\b|admit|say|know|see|"
    r"ask|remember|wonder|understand|accept that|be careful))",
    r"(?:^\W*|[.!?;:,–—]\W*|\b(?:and|but|so|therefore) )"
    r"(?:we|i) (?:(?!must|have|need|should)\w+ )?"
    r"(?:demand|expect|urge|ask(?! (?:what|who|why|how|whether|ourselves)|:)|call on|call for|request|insist on)"
    rf"\b{AFTER}",
    rf"{CLAUSE}^\W*[\"']\W*(?:please,? )?(?:stop|end|release|free|withdraw|drop|halt|cancel|hand over|give back|"
    rf"bring back|"
    rf"call off|{UNDOING}) (?:the|this|these|those|our|all|your|their|every|what|them)\b",
    rf"\bit(?:'s| is| was) (?:high |about |now |past )?time (?:for|that) {AFTER}(?=[^.;,]{{2,60}} to )",
    rf"{CLAUSE}^\W*[\"']\W*(?:please,? )?(?:let|bring|give|send|set|get) (?:our|my|us|them|him|her|these|those|"
    rf"the)\b[^.!?]*"
    r"\b(?:go|home|free|back|out|decide|speak|work|live|pass|in|through)\b",
    rf"\bwe (?:\w+ly |all |now )?need {AFTER}(?=(?:an?|the|more|real|urgent|immediate)\b)",
    rf"\bit(?:'s| is| was) (?:now )?up to {AFTER}(?=(?!me\b|us\b|you\b|him\b|her\b|them\b)[\w' -]{{2,50}} to [a-z])",
    rf"{CLAUSE}\ball (?:we|i|they|it|he|she) (?:ask|want|demand)(?:s|ed)?(?: for)? (?:is|was)\b",
    rf"{CLAUSE}\b(?:has|have|had) until (?:\w+ ){{1,4}}to (?!\d|the\b)[a-z]+",
    rf"\b(?:want|wants|wanted) {FACT}{AFTER}(?=(?:our|the|their|his|her|my|those|these)\b[^.,;]{{2,50}}"
    r"\b(?:back|out|gone|home|freed|released|stopped|lifted|paid|scrapped|returned)\b)",
    rf"\b(?:expects?|expected) {FACT}{AFTER}(?=(?!to\b)(?:[\w'-]+ ){{1,5}}to (?:honou?r|pay|respect|comply|abide|"
    rf"release|free|"
    r"return|stop|keep its|keep their|fulfil|act|apologi[sz]e|explain|withdraw|cooperate|co-operate|live up)\b)",
    rf"\b(?:will|would|'ll) (?:now |also |soon )?(?:ask|petition|press|urge|call on|appeal to) {FACT}{AFTER}"
    r"(?=(?!me\b|us\b|you\b|him\b|his\b|her\b|my\b|your\b|for\b|to\b|questions?\b)(?:[\w'.-]+ ){1,6}"
    r"(?:for (?:an?|the|more|its|their|urgent|immediate|new)\b(?! (?:advice|time off|patience|lift|favou?r|"
    r"autograph|refund))|to (?!the\b|an?\b)[a-z]+))",
    # An ultimatum leaves the other side one thing to do.
    rf"{CLAUSE}\beither (?:the |these |this |our |your )?(?:\w+ ){{1,4}}?(?:goes?|leaves?|withdraws?|pays?|stops?|"
    rf"ends?|lifts?|"
    r"frees?|releases?|opens?|signs?|comes? (?:down|home|back)|(?:is|are) (?:lifted|freed|released|paid|scrapped|"
    r"dropped|withdrawn))\b[^.;!?]*,? or (?:the|we|they|our|this|i)\b(?! (?:\w+ )?(?:does|do|is|will) not\b)",
    rf"\b(?:the time has come|it(?:'s| is| was) (?:high |about )time) (?:for|that)\b{AFTER}",
    r"(?<!n't )(?<!not )(?<!never )(?<!nobody )(?<!no one )\b(?:want|wants|wanted|would like) "
    rf"{FACT}{AFTER}(?=(?!to\b|you\b|him\b|her to\b|me\b|people\b|it\b|them\b|everyone\b|"
    rf"us\b)(?:[\w'-]+ ){{1,6}}to (?!the\b|an?\b)[a-z]+)",
    rf"{CLAUSE}\b(?:hold|take|give|publish|release|withdraw|stop|open|close|bring|let|leave|return) (?:\w+ ){{1,6}}"
    r"(?:and|or) (?:we|i|they) will\b",
)

# "Should be ready by noon" tells what is likely.
LIKELY = re.compile(
    r"\bshould (?:\w+ly )?(?:be (?:ready|done|finished|complete|completed|over|available|back|able|enough|clear|fine|"
    r"easy|possible|known|visible|dry|warm|cold)\b|arrive|see (?:rain|sun|snow|more|fewer|growth)|last (?:\w+ )?\w+|"
    r"reach \w|take (?:about|around|at|no|some|two|three|four|five|six|a few|\d)|rise\b|fall\b|"
    r"send (?:\w+ ){1,3}(?:signal|message)|"
    r"help\b|boost\b|lift\b|improve\b|ease\b|hurt\b|make (?:it|things)|mean\b|prove\b|serve as|remind|show\b|come as)"
    r"|\bmust have (?:been|had|\w+ed)\b"
)
# In a quotation these make of "must" and "have to" something else than a demand, as does who is told of oneself.
NO_DEMAND = re.compile(
    r"\b(?:what|when|how|why|because|if|although|though|while|all|that|which|who|than|where|until|i|you|you're|i've|"
    r"he|she|it|had|needed|think|thinks|believe|believes|say|says|said|whether)\b|n't\b"
)
# "We must be careful" is no demand, "we must be heard" is.
PLANNED = re.compile(
    r"\bwe (?:\w+ly |all |also |just )?(?:must|have to|need to|should|ought to)$|\bgoing to (?:have to|need to)$"
)
CLAIMED = re.compile(r"\s(?:have|see|get|be (?:heard|paid|given|told|allowed))\b")
# Where it is reported, these do.
NO_DEMAND_REPORTED = re.compile(
    r"\b(?:whether|if|how|why|what|who|whom|which|where|when|because|than|believ\w+|reali[sz]\w+|think\w*|thought|"
    r"said|feels?|felt|fear\w*|argu\w+|knew|know|known|warn\w*|wonder\w*|precise|number)\b"
)
