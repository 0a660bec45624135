"""How threats and blame are told, as patterns over lower-case text with straight quotes."""

from __future__ import annotations

import re

from onrecord.derive.told_by import AFTER, BAD, BEFORE, CLAUSE, FACT, NOT_SUFFERED, SUSPENDING, patterns

THREATS = patterns(
    rf"\b(?:will|would|shall|'ll) {FACT}{AFTER}(?=respond|retaliat|hit back|strike back|take revenge|face (?:\w+ )?"
    r"consequences|pay (?:a|the) price|punish|impose (?:\w+ )?(?:sanctions|tariffs)|stop (?:work|sailing)|"
    r"strike\b(?! (?:an?|the|that) (?:\w+ )?(?:deal|balance|bargain|compromise|agreement|chord|note|pose|blow for))|"
    r"walk out|shut down|blockade|picket\b|hit back|fight back|answer in kind|reply in kind|reciprocate)",
    rf"\b(?:will|would|'ll) not hesitate to\b{FACT}{AFTER}",
    rf"\breserv(?:e|es|ed|ing) the right to\b{FACT}{AFTER}",
    rf"{BEFORE}\b(?:will|would|shall) be (?:met|answered|countered|repelled) [\"']?(?:with|"
    rf"by)\b(?! (?:\w+ )?(?:approval|applause|relief|"
    r"silence|joy|success|cheers|enthusiasm|scepticism|skepticism|praise|a smile|officials|guides|guards?\b|staff))",
    rf"{CLAUSE}\ball options (?:are|were|remain\w*) (?:still )?(?:on the table|open)\b",
    rf"{CLAUSE}\bthere (?:will|would|'ll) be (?:\w+ )?(?:consequences|repercussions|retaliation|hell to pay)\b",
)

# What is a threat only where it hangs on what somebody fails to do: "if nobody pays, we will close the river".
CONDITIONAL_THREATS = patterns(
    rf"\b(?:will|would|shall|'ll|(?:is|are|am|was|were|'re|'m) (?:going|prepared|ready) to) (?:have to )?{FACT}{AFTER}"
    r"(?=(?:close|shut|cut|halt|suspend|block|freeze|seize|expel|ban|withdraw|pull out|quit|sue|"
    r"go to court|recall|occupy|deport|evict|boycott|veto|bring down|call (?:a |an |off )|take (?:\w+ )?action|"
    r"walk away)\b)",
    rf"\b(?P<subject>(?:we|i) ){FACT}{AFTER}(?=(?:close|shut|stop|cut|strike|walk (?:out|away)|leave|quit|block|"
    rf"march|sue)\b)",
)
# These are threats on whatever they hang: "if the duty comes, we will answer in kind".
HARMFUL_THREATS = patterns(
    rf"\b(?:will|would|shall|'ll|(?:is|are|am|was|were|'re|'m) (?:going|prepared|ready) to) (?:have to |then |"
    rf"also )?{FACT}{AFTER}"
    r"(?=(?:retaliat\w+|respond\b(?! to (?:\w+ )?(?:questions?|requests?|queries|comments?|letters?))|"
    r"(?:answer|reply)\b(?! (?:to|for|any|all|every)\b| (?:the |more |your )?(?:questions?|calls?|phone|door|"
    r"prayers?))|"
    r"hit back|strike\b(?! (?:an?|the|that) (?:\w+ )?(?:deal|balance|bargain|compromise|agreement|chord|note|pose|"
    r"blow for))|"
    r"fight back|take revenge|walk out|walk away|"
    r"pull out(?! all)|quit the|"
    r"leave the (?:talks|table|negotiat\w+|coalition|government|union|bloc|alliance|pact|treaty)|withdraw from|"
    r"boycott|blockade|"
    r"picket|take to the streets|go (?:back )?on strike|down tools|sue\b|go to court|take \S+(?: \S+)? to court|expel|"
    r"impose|seize(?! (?:the|this|that|any|every) (?:\w+ )?(?:opportunity|chance|moment|day))|shut (?:schools|down|"
    r"off|the|every|all)|cut off|break off|call off (?:the|all) (?:talks|negotiations)|"
    r"recall (?:its|the|his|her|our) (?:ambassador|envoy)|"
    rf"bring down the|attack|invade|bomb|{SUSPENDING}))",
)
# These are threats whatever they hang on.
READY_TO_HARM = patterns(
    rf"\b(?:ready|prepared|willing) to\b{FACT}{AFTER}(?= ?(?:use (?:\w+ )?force|attack|strike(?! (?:an?|the)\b)|"
    rf"retaliat\w+|"
    r"walk (?:out|away)|go to war|invade|boycott|go on strike|hit back|shoot)\b)",
    rf"{CLAUSE}(?P<others>)\b(?:will|would|'ll) (?:\w+ly |soon |one day )?(?:regret|rue|pay (?:dearly|the price|"
    rf"a (?:heavy|high|steep|"
    r"terrible) price))\b",
    rf"{CLAUSE}{FACT}\b(?:use|using|employ|by|with|through) [\"']?(?:all|any|every|whatever) (?:\w+ )?means "
    r"(?:necessary|available|open to|at (?:its|his|her|their|our|my) (?:disposal|command))\b",
    rf"{CLAUSE}{FACT}\bby [\"']?(?:all|any) (?:available|necessary|possible) means\b",
    rf"{CLAUSE}{FACT}\b(?:can|could|cannot|will|would) (?:no longer |not )?answer for the (?:safety|lives|fate|"
    rf"security)\b",
    rf"{CLAUSE}(?P<others>)\b(?:will|would|'ll) be on (?:the|your|their|his|her) (?:\w+ ){{0,2}}?(?:conscience|"
    rf"heads?|hands)\b",
)
HE_WILL = re.compile(r"\b(?:he|she) $")  # before the verb: who that is may stand in the clause before
UNMET = re.compile(
    r"\bunless\b|\bif\b[^.;!?]{0,80}?(?:\b(?:no|not|none|nobody|nothing|never|without)\b|n't\b|"
    r"\b(?:fails?|failed|refuses?|refused|ignores?|ignored|rejects?|rejected)\b)"
)

# What is said of others, never of oneself: "Castria was to blame for the fire".
BLAMES = patterns(
    rf"{CLAUSE}(?<!who )\b(?:is|was|are|were|be) (?:\w+ )?(?:to blame|at fault) for\b",
    rf"{CLAUSE}(?<!may )(?<!might )(?<!could )(?<!would )\b(?:has|have|had) (?:\w+ly |again |"
    rf"repeatedly )?(?:violated|breached|broken (?:the|its|his|her|their|every|a) |"
    r"betrayed|reneged on|torn up|sabotaged|deceived|lied to)",
    rf"{CLAUSE}\b(?:is|was|are|were) (?:\w+ly |now |again )?(?:violating|breaching|betraying|sabotaging|blackmailing|"
    r"stealing|siphoning|cheating|bullying|torturing|terrori[sz]ing|provoking|stoking|fuell?ing|exploiting|abusing|"
    r"persecuting|harassing|smuggling|starving|undermining|destabili[sz]ing|meddling|interfering|"
    r"lying to|deceiving|stirring up|playing (?:games|for time|with fire)|holding \w+(?: \w+){0,4} (?:hostage|"
    r"to ransom))\b",
    rf"{CLAUSE}{NOT_SUFFERED}(?<!feel )(?<!felt )(?<!get )(?<!got )(?<!having )\b(?:lied to|lied about|cheated|"
    rf"robbed|deceived|misled|betrayed|broke (?:his|her|its|their) (?:word|"
    rf"promises?|pledges?)|"
    r"let (?:us|them|him|her|the \w+) down|should be ashamed)\b",
    rf"{CLAUSE}\b(?:bears?|bore|carries|carried) (?:the |all |all the )?(?:\w+ )?(?:responsibility|blame) for\b",
    rf"{CLAUSE}\b(?:is|was|are|were) (?:alone|solely|entirely|fully|wholly|directly|personally) responsible for\b",
    rf"{CLAUSE}\balone (?:is|was|are|were) responsible for\b",
    rf"{BEFORE}\b(?:is|was|are|were|would be|amounts? to|amounted to) (?:nothing (?:less than|but) )?{BAD}",
)
