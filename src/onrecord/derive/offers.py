"""How backing, agreement, offers and concessions are told, as patterns over lower-case text with straight quotes."""

from __future__ import annotations

from onrecord.derive.told_by import (
    ADVERBS,
    AFTER,
    AUX,
    BEFORE,
    CLAUSE,
    FACT,
    GIVING,
    GOOD_STEP,
    NOT_SUFFERED,
    SUSPENDING,
    UNDOING,
    UNDONE,
    VOICE,
    patterns,
)

SUPPORTS = patterns(
    rf"{CLAUSE}\b(?:{AUX}|ha(?:s|ve) to|needs? to|deserves? to) {ADVERBS}(?:have|play|get|be given) "
    rf"(?:an? |their |its |more )?(?!declining|lesser|smaller|minor|limited|little|no |not )(?:\w+ )?(?={VOICE})",
    rf"{CLAUSE}\bdeserves? (?:an? |their |its )?(?:\w+ )?(?={VOICE})",
    r"\b(?:i|we|they|he|she|it|who|government|country|party|union) (?:\w+ly )?(?:support|supports|back|backs|"
    rf"welcome|welcomes|endorse|endorses|stands? (?:with|by|behind))\b{AFTER}",
    rf"\bin favou?r of\b{AFTER}",
    r"\b(?:stands?|stood|standing) (?:\w+ly )?by\b(?! (?:and|while|as|for|its|his|her|their|my|our|what|that|"
    r"every)\b| the (?:door|window|road\w*|sea|river|wall|gate|grave|bed\w*|exit))"
    rf"{FACT}{AFTER}",
    r"\b(?:stands?|stood|standing|remains?|remained) (?:\w+ly )?[\"']?(?:shoulder to shoulder|side by side|"
    r"in solidarity|united)"
    rf"[\"']? with\b{FACT}{AFTER}",
    rf"\b(?:stands?|stood|standing|is|was|are|were|am) (?:firmly|fully|squarely|solidly|right|"
    rf"four-square) behind\b{FACT}{AFTER}",
    r"\b(?:stands?|stood|standing) [\"']?behind\b(?! (?:the |an? |his |her |their |its )?(?:\w+ )?(?:doors?|"
    r"counter|bar|"
    r"barriers?|walls?|"
    r"desks?|curtains?|fences?|lectern|podium|wheel|glass|trees?|scenes?|house|him|them|her|me|us|attacks?|killings?|"
    rf"bombings?|murders?|plots?|crimes?|blasts?|coup)\b){FACT}{AFTER}",
    rf"{BEFORE}(?<!to )\b(?:has|have|had|enjoys?|enjoyed) (?:my|our|his|her|its|their) (?:\w+ )?"
    r"(?:backing|support|blessing|endorsement)\b",
    rf"\b(?:sees?|saw|seeing) (?:\w+ )?[\"']?(?:merit|value|sense|promise|advantages?) in\b{FACT}{AFTER}",
    rf"(?<!not ){NOT_SUFFERED}\b(?:\w+ly )?(?:supports|supported|backs|backed|welcomes|welcomed|endorses|endorsed|"
    rf"applauds|applauded|"
    rf"favou?rs|favou?red|approves of|approved of)\b(?! by){FACT}{AFTER}",
    r"\b(?:will|would|could|'ll|is going to|intends? to|plans to) (?:\w+ly )?(?:vote for|vote in favou?r of|"
    r"vote to approve|"
    rf"support|back|endorse)\b{FACT}{AFTER}",
    rf"{BEFORE}\b(?:is|was|are|were|marks?|marked|represents?|represented|as) (?:an? )?[\"']?"
    rf"(?:\w+ )?{GOOD_STEP}",
)

AGREEMENTS = patterns(
    rf"\b(?:ready|willing|prepared|open) (?:and \w+ )?(?:to|for)\b{FACT}{AFTER}",
    r"\b(?:agree|agrees|agreed|commit|commits|committed|pledge|pledges|pledged|promise|promises|promised|offer|"
    rf"offers|offered) (?:not )?to\b{FACT}{AFTER}",
    rf"^\W*(?:that )?(?:an? |the |his |her |their |its )?(?:possibility|idea|offer|proposal) of\b{AFTER}",
    rf"\b(?:would|will|could) (?:also )?(?:accept|consider|welcome|look at|study|agree to|live with|go along with|"
    rf"settle for|"
    rf"sign up to|sign on to)\b{FACT}{AFTER}",
    rf"{NOT_SUFFERED}(?<!to )(?<!not )(?<!never )\b(?:accept|accepts|accepted|approves|approved)\b{FACT}{AFTER}"
    r"(?= (?:the|an?|its|his|her|their|our|any|all|this|these)\b(?! (?:blame|fact|need)\b))",
    rf"\b(?:can|could) live with\b{FACT}{AFTER}",
    r"\b(?:happy|glad) to\b(?! (?:see|hear|be|have|announce|report|say|know|get|help|talk about))"
    rf"{FACT}{AFTER}",
    r"(?:n't|\bnot|\bnever|\bno longer) (?:\w+ly )?(?:opposed?|opposes|object(?:s|ed)? to|stand in the way of|"
    r"veto(?:ed)?)\b"
    rf"{FACT}{AFTER}",
    rf"\b(?:has|have|had) no (?:\w+ )?(?:objections?|problem|quarrel) (?:to|with|against)\b{FACT}{AFTER}",
    r"\b(?:leaves?|left|leaving|keeps?|kept|keeping|held|holds?) (?:the|its|his|her|their|our|a) door (?:wide |"
    r"slightly )?open "
    rf"(?:to|for)\b{FACT}{AFTER}",
    rf"{CLAUSE}\b(?:the|my|our|his|her|its|their) doors? (?:is|was|are|were|remains?|remained|stays?|stayed|will be|"
    rf"would be|"
    r"will remain|would remain) (?:still |always |wide )?(?:left )?open\b",
    r"\b(?:there (?:is|was|would be)|there's|sees?|saw) (?:\w+ )?(?:room|scope) for\b"
    rf"{AFTER}(?= (?:\w+ )?(?:compromise|negotiat|talks|discussion|agreement|dialogue|movement|a deal))",
    rf"{BEFORE}\b(?:is|are|was|were|would be) (?:only )?possible (?=if|once|provided|as soon as|when\b)",
    # What is to be done away with at the other side's wish is promised here; done, it is CONCEDE.
    rf"\b(?:will|would|is to|are to|'ll) (?:now |also )?{FACT}{AFTER}(?!{SUSPENDING})(?:{UNDOING})\b",
    rf"\b(?:will|would|is to|are to|'ll) (?:now |also )?{FACT}{AFTER}(?=hold off|put on hold|shelve\b|pause\b|"
    rf"postpone\b)",
    rf"^(?![\"'])\W*(?:to )?{AFTER}(?:{UNDOING})\b",
    rf"{CLAUSE}(?<!no one )(?<!nobody )(?<!none )(?<!nothing )"
    rf"\b(?:will|would|is to|are to|can) (?:now |also )?be (?:{UNDONE})\b",
)

# "It would free the crew if …" is an offer.
OFFERS = patterns(
    rf"\b(?:will|would|'ll|could) (?:also )?{FACT}{AFTER}(?={GIVING}e?\b[^.;]*"
    r"\b(?:if|provided|once|in (?:exchange|return)|as soon as)\b)",
    rf"{CLAUSE}\b(?:will|would|can|could) (?:only )?be (?:freed|released|let go|set free|handed (?:over|back)|"
    rf"returned|given back)\b"
    r"[^.;]*\b(?:only (?:if|when|once|after)|if|provided|once|as soon as|in (?:exchange|return)|"
    r"within (?:\w+ ){1,3}of)\b",
)
# Whatever good it would do, it is an offer where it hangs on something: "if the guild asks, the council would mediate".
CONDITIONAL_OFFERS = patterns(
    rf"\b(?:will|would|'ll|could|can) (?:also |gladly |then )?{FACT}{AFTER}(?=(?:{GIVING}e?|mediat\w+|host|send|pay|"
    rf"provide|"
    r"supply|fund|finance|allow|permit|let|grant|deliver|invest|negotiate|talk|sit down|return to|go back to|back|"
    r"support|"
    r"accept|sign|agree|call off|comply|cooperate|co-operate|guarantee)\b)",
    rf"(?<!\bit )(?<!\bthis )(?<!\bthat )\b(?:will|would|'ll) (?:also |gladly |then )?{FACT}{AFTER}(?=(?:help|give|"
    rf"open|meet|come to|"
    r"vote for|move|share|buy|sell|run|offer|keep)\b)",
)
# What a party says that it will do for the other side, its own name or pronoun before it.
OWN_PROMISES = patterns(
    rf"\b(?:will|would|'ll) (?:now |also |soon )?{FACT}{AFTER}(?=raise (?:its|the|his|her|their|our) offer|"
    r"publish|release|hand (?:over|back)|compensate|rebuild|contribute|lend|donate|reimburse|refund|reinstate|"
    r"(?:free|resume|restore|guarantee) \w|mediate|abide by|comply with|respect (?:the|any|all)|honou?r (?:the|its|"
    r"his|her|their|our|all) (?:\w+ )?(?:deal|agreement|"
    r"accord|truce|ceasefire|commitments?|promises?|pledges?|obligations?|rulings?|contracts?|verdict|results?))",
    rf"(?<!\bit )(?<!\bthis )(?<!\bthat )(?<!\bwhich )\b(?:will|would|'ll) (?:now |soon )?{FACT}{AFTER}"
    r"(?=(?:let|allow|permit) (?!me\b|us\b|you\b|it\b)\w)",
)
CONSULTATIONS = patterns(
    r"\b(?:will|would|is to|are to|'ll|plans? to|intends? to|is going to) (?:now |also |soon )?"
    rf"{FACT}{AFTER}(?=consult\b|hold (?:\w+ ){{0,2}}(?:talks|consultations|negotiations)|open (?:\w+ )?(?:talks|"
    rf"negotiations))",
)
CONCESSIONS = patterns(
    rf"{CLAUSE}\b(?:has|have|had) (?:now |also )?(?:{UNDONE})\b(?! (?:all |most of )?(?:its|their|his|her|our) "
    r"(?:own )?(?:\w+ )?(?:part|participation|share|work|operations?|activit\w+|services?|deliver\w+|cooperation|"
    r"role|mission|aid|talks|flights|membership|staff|ambassador|envoy|troops)\b)",
    rf"{CLAUSE}\b(?:was|were|been) (?:now |also )?(?:{UNDONE})\b",
    rf"{CLAUSE}\b(?:has|have|had) (?:now |quietly )?(?:dropped|withdrawn|abandoned|given up) (?:its|his|her|their|"
    rf"our) (?:\w+ )?"
    r"(?:demand|claim|insistence|objection|opposition|veto|lawsuit|threat|condition|resistance)s?\b",
)
