"""The words by which a stance is told, as patterns over lower-case text with straight quotes.

Categories are PLOVER's, draft 0.8: an offer or a promise is AGREE, a demand REQUEST. General English of the news. A
pattern's empty group tells where the issue is named: `after` it, `before` it, or in the whole `clause` around it.
"""

from __future__ import annotations

import re

from onrecord.records import Stance

AFTER, BEFORE, CLAUSE = "(?P<after>)", "(?P<before>)", "(?P<clause>)"
FACT = "(?P<fact>)"  # told as done: by whom must be told too
_AUX = r"(?:will|would|can|could|should|shall|may|must)"
_NEVER = r"(?:(?:will|would|can|could|shall) (?:not|never)|(?:would|could|wo|ca)n't|cannot|never)"
_WONT = r"(?:(?:will|would|shall) (?:not|never)|(?:wo|would)n't)"
_ADVERBS = r"(?:\w+ly |also |again |even |still |ever |any longer )*"
_BE = r"(?:is|was|are|were|be|been|remains?|remained|as|being|'s|'re)"
_NO_GO = (
    r"(?:non-negotiable|not negotiable|unacceptable|not acceptable|unrealistic|not realistic|out of the question|"
    r"off the table|not on the table|not an option|impossible|unthinkable|not up for (?:discussion|negotiation|debate)|"
    r"(?:a )?non-?starter|dead on arrival|off[ -]limits|not on offer|a bridge too far|no basis for (?:talks|negotiations?)|"
    r"not for sale|a red line|inadmissible|not possible|not on the agenda|not open to (?:discussion|negotiation)|"
    r"not (?:being|under) (?:considered|contemplated|discussed|planned|consideration|discussion|review)|"
    r"not (?:a |the )?(?:subject|matter|object)s? (?:of|for) (?:bargaining|negotiations?|discussions?|debate|haggling))"
)
_ACCEPTING = (
    r"(?:accept|agree|allow|tolerat|recogni[sz]e|settle|cede|give|return|negotiat|pay|withdraw|sign|join|bow|yield|"
    r"surrender|compromis|support|permit|consider|discuss|talk|hand|lift|drop|abandon|resign|quit|leave|back|change|"
    r"retreat|scrap|suspend|reopen|re-open|stop|end|apologi[sz]e|step|go back|take part|move|budge|waive|reduce|cut|"
    r"sell|concede|release|come back|sit down|extend|renew|lower|postpone|delay|free|grant|nominate|field|attend|"
    r"intervene|interfere|pardon|fund|finance|approve|endorse|ratify|vote|deploy|send|host|engage|comply|obey|cooperate|"
    r"halt|disarm|dissolve|recall|let|submit|restore|renounce|relinquish|freeze|relent|live with|stomach|countenance|"
    r"contemplate|entertain|put up with|stand for|stand idly|trade|barter|haggle)"
)
# What one will not do oneself is refused, whatever it is; these say nothing of a deed.
_DOING = (
    r"(?!(?:be|have|know|see|feel|need|get|win|lose|happen|work|forget|rest|hesitate|think|find|want|last|help|matter|"
    r"become|remain|say|comment|elaborate|answer|speculate|name names|regret|miss|like|affect|change|survive|make it|"
    r"believe|understand|remember|hear|look|live|die|go into|disclose|reveal|discuss|confirm|rule|speak|vote|use|"
    r"call|come home|oppose|object|veto|stand in the way|"
    r"judge|bet|trade|wish|dare|do|care|mind|always)\b)[a-z]+\b"
)
_NO_GO_TOO = (
    r"(?:negotiable|acceptable|realistic|on the table|an option|up for (?:discussion|negotiation|debate|sale|grabs)|for sale|"
    r"on the agenda|open to (?:discussion|negotiation)|on offer|being (?:considered|contemplated|discussed|planned))"
)
_GIVING = (
    r"(?:free|release|withdraw|return|halt|end|stop|cease|resume|reopen|restore|freeze|extend|recogni[sz]|ratify|"
    r"postpon|delay|drop|pull (?:back|out)|disarm|lower|cut|limit|restart|join|hand|lift|suspend|sign|eas|call off)"
)
_UNDOING = "suspend|lift|ease|waive|repeal|scrap|abolish|reopen"
# To suspend what the other side wants is no promise.
_SUSPENDING = (
    r"(?:suspend|freeze|halt) (?:(?!if|unless|until|once|while|when|as|for|in|on|to|after|before|of|and)\w+ ){0,4}(?:accord|agreement|treaty|pact|deal|talks|negotiations|cooperation|co-operation|"
    r"aid|assistance|payments?|deliver(?:y|ies)|supplies|supply|shipments?|participation|membership|relations|ties|exports?|"
    r"imports?|flights?|services?|contracts?|visas?|funding|constitution|parliament|exchanges?)\b"
)
_UNDONE = "suspended|lifted|eased|waived|repealed|scrapped|abolished|reopened|withdrawn|released|cancelled|canceled"
_VOICE = r"(?:role|say\b|seat|voice|place at|part in|right to)"


BAD = (
    r"(?:an? |the )?[\"']?(?:\w+ )?(?:disgrace|betrayal|outrage|insult|scandal|travesty|affront|provocation|blackmail|"
    r"slap in the face|stab in the back|kick in the teeth|shameful|disgraceful|outrageous|sell-?out|witch[ -]hunt|declaration of war|"
    r"act of (?:war|aggression|cowardice|vandalism|piracy|theft)|daylight robbery|mockery|farce|sham|"
    r"charade|show trial)\b"
)
_UNJUST = (
    r"(?:an? )?[\"']?(?:\w+ly )?(?:arbitrary|absurd|illegal|unlawful|illegitimate|cruel|barbaric|inhumane?|unjust|unfair|"
    r"hypocritical|cynical|reckless|irresponsible|cowardly|criminal|politically motivated|grave mistake|terrible mistake|"
    r"historic mistake|crime)\b(?! \w)"
)
_UNDONE_BY = r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )(?<!be )(?<!being )(?<!n't )"
_GOOD_STEP = (
    r"(?:(?:step|move) in the right direction|(?:welcome|positive|constructive|encouraging) (?:first )?"
    r"(?:step|move|sign|signal|development))"
)


def _patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source) for source in sources)


REJECTIONS = _patterns(
    r"\b(?:no|not any|little) (?:thought|question|prospect|chance|possibility|point|intention|plans?|way|desire|wish|"
    r"appetite|willingness|interest(?= in)|sense(?= in)) "
    rf"(?:of|for|to|in|that)\b{AFTER}",
    rf"\bthere {_AUX} (?:\w+ )?be no\b{AFTER}",
    rf"\bthere(?:'s| is| was| are| were) no\b {AFTER}(?=role|place|room|thought|question|concession|reason to|need)",
    rf"\b(?:see|sees|saw|seen|seeing) no\b {AFTER}(?=role|place|room|reason|need|point|prospect|future|"
    r"merit|sense|value|use|benefit|case for|grounds|basis)",
    rf"(?:n't|\bnot) see (?:any|an?)\b {AFTER}(?=role|place|room|reason|need|point|prospect|future)",
    rf"\b{_NEVER} {_ADVERBS}{FACT}{AFTER}(?={_ACCEPTING}e?\b)",
    rf"(?<!\bit )(?<!they )(?<!this )(?<!that )(?<!who )\b{_WONT} {_ADVERBS}{FACT}{AFTER}(?={_DOING})",
    rf"{CLAUSE}\b{_NEVER} {_ADVERBS}be (?={_ACCEPTING})",
    r"(?:n't|\bnot) (?:\w+ly )?(?:weigh|consider|contemplat|discuss|prepar|negotiat|plann|entertain)(?:ing|ed)\b"
    rf"{FACT}{AFTER}",
    r"(?:n't|\bnot|\bnever|\bno longer) (?:yet )?(?:prepared|ready|willing|inclined|going|about|open) (?:to|for)\b"
    rf"{FACT}{AFTER}",
    rf"\b{_NO_GO} (?:for|to|that)\b{AFTER}",
    rf"{BEFORE}\b(?:{_AUX} )?{_BE} (?:\w+ |\w+ and )?[\"']?{_NO_GO}",
    rf"{BEFORE}\b(?:is|was|are|were)n't (?:\w+ )?[\"']?{_NO_GO_TOO}",
    rf"\bno {AFTER}(?=(?:\w+ ){{1,5}}(?:is|was|are|were) (?:being |currently )?(?:considered|contemplated|planned|"
    r"discussed|weighed|envisaged|under (?:consideration|discussion)))",
    # "No Velmark government would sign": of what country is told must be the speaker's.
    rf"\bno (?P<subject>(?:\w+ ){{1,3}})(?:will|would|can|could|shall) (?:ever )?{FACT}{AFTER}(?={_ACCEPTING}e?\b)",
    rf"\b(?:(?:do|does|did) not|(?:do|does|did)n't) {_ADVERBS}{FACT}{AFTER}(?=(?:accept|negotiate|recogni[sz]e|bargain|do deals?|"
    r"deal with|trade|agree (?:to|with)|support|endorse|tolerate|favou?r|approve of)\b)",
    rf"\b(?:too early|too soon|premature) to (?:talk|speak|think)(?: about| of)\b{AFTER}",
    rf"{CLAUSE}\bnot something (?:we|i|they|he|she|it) (?:\w+ly )?(?:'re|'m|are|am|is|was|were|would|will|can|could|want)\b",
    rf"{BEFORE}\b(?:has|have|had) no (?:place|role|business|part)\b",
    rf"{CLAUSE}\bnothing (?:here |left |more |else )?to (?:discuss|negotiate|talk about|haggle|bargain)\b",
    rf"{CLAUSE}\bthe answer (?:is|was|remains|will be) (?:still )?[\"']?no\b",
    r"\b(?:is|was|are|were|'m|'re|stood|stands?|remains?|remained|came out|comes? out) (?:\w+ly |still |dead |set )?against"
    rf"\b{FACT}{AFTER}(?! the (?:law|rules|clock|odds|wall|ropes|constitution|backdrop|background)| (?:a|this) back)",
    r"\b(?:will|would|'ll|(?:is|am|are|was|were|'m|'re) going to|intends? to|intended to|plans? to|planned to) (?:\w+ly )?"
    r"(?:oppose|reject|refuse|veto|block|resist|boycott|vote against|vote down|vote to (?:repeal|scrap|overturn|strike down|"
    rf"kill|block|reject)|campaign against|say no to|turn down|rule out)\b{FACT}{AFTER}",
    rf"\b(?:close|closes|closed|shut|shuts|slams?|slammed) the door (?:on|to)\b{FACT}{AFTER}",
    rf"{BEFORE}\b(?:will|would|can) (?:not|never) (?:happen|do\b|work|stand(?! in the way))",
    rf"{BEFORE}\bnon-negotiable\b",
    rf"\bopposed to\b{FACT}{AFTER}",
    r"\b(?:i|we|they|he|she|it) (?:\w+ly )?(?:reject|oppose|refuse|rule out)\b"
    rf"{AFTER}",
    r"(?<!not )(?<!n't )(?<!never )(?<!been )(?<!was )(?<!were )(?<!is )(?<!would have )(?<!could have )\b(?:rejects|rejected|opposes|refuses|refused|"
    r"turned down|turns down|rebuffed|spurned|vetoed|said no to|says no to|"
    rf"rules out|ruled out)\b{FACT}{AFTER}",
)

SUPPORTS = _patterns(
    rf"{CLAUSE}\b(?:{_AUX}|ha(?:s|ve) to|needs? to|deserves? to) {_ADVERBS}(?:have|play|get|be given) "
    rf"(?:an? |their |its |more )?(?!declining|lesser|smaller|minor|limited|little|no |not )(?:\w+ )?(?={_VOICE})",
    rf"{CLAUSE}\bdeserves? (?:an? |their |its )?(?:\w+ )?(?={_VOICE})",
    r"\b(?:i|we|they|he|she|it|who|government|country|party|union) (?:\w+ly )?(?:support|supports|back|backs|"
    rf"welcome|welcomes|endorse|endorses|stands? (?:with|by|behind))\b{AFTER}",
    rf"\bin favou?r of\b{AFTER}",
    r"\b(?:stands?|stood|standing) (?:\w+ly )?by\b(?! (?:and|while|as|for|its|his|her|their|my|our|what|that|every)\b| the (?:door|window|road\w*|sea|river|wall|gate|grave|bed\w*|exit))"
    rf"{FACT}{AFTER}",
    r"\b(?:stands?|stood|standing|remains?|remained) (?:\w+ly )?[\"']?(?:shoulder to shoulder|side by side|in solidarity|united)"
    rf"[\"']? with\b{FACT}{AFTER}",
    rf"\b(?:stands?|stood|standing|is|was|are|were|am) (?:firmly|fully|squarely|solidly|right|four-square) behind\b{FACT}{AFTER}",
    rf"{BEFORE}(?<!to )\b(?:has|have|had|enjoys?|enjoyed) (?:my|our|his|her|its|their) (?:\w+ )?"
    r"(?:backing|support|blessing|endorsement)\b",
    rf"\b(?:sees?|saw|seeing) (?:\w+ )?[\"']?(?:merit|value|sense|promise|advantages?) in\b{FACT}{AFTER}",
    rf"(?<!not ){_UNDONE_BY}\b(?:\w+ly )?(?:supports|supported|backs|backed|welcomes|welcomed|endorses|endorsed|applauds|applauded|"
    rf"favou?rs|favou?red|approves of|approved of)\b(?! by){FACT}{AFTER}",
    r"\b(?:will|would|could|'ll|is going to|intends? to|plans to) (?:\w+ly )?(?:vote for|vote in favou?r of|vote to approve|"
    rf"support|back|endorse)\b{FACT}{AFTER}",
    rf"{BEFORE}\b(?:is|was|are|were|marks?|marked|represents?|represented|as) (?:an? )?[\"']?"
    rf"(?:\w+ )?{_GOOD_STEP}",
)

AGREEMENTS = _patterns(
    rf"\b(?:ready|willing|prepared|open) (?:and \w+ )?(?:to|for)\b{FACT}{AFTER}",
    r"\b(?:agree|agrees|agreed|commit|commits|committed|pledge|pledges|pledged|promise|promises|promised|offer|"
    rf"offers|offered) (?:not )?to\b{FACT}{AFTER}",
    rf"^\W*(?:that )?(?:an? |the |his |her |their |its )?(?:possibility|idea|offer|proposal) of\b{AFTER}",
    rf"\b(?:would|will|could) (?:also )?(?:accept|consider|welcome|look at|study|agree to|live with|go along with|settle for|"
    rf"sign up to|sign on to)\b{FACT}{AFTER}",
    r"\b(?:happy|glad) to\b(?! (?:see|hear|be|have|announce|report|say|know|get|help|talk about))"
    rf"{FACT}{AFTER}",
    r"(?:n't|\bnot|\bnever|\bno longer) (?:\w+ly )?(?:opposed?|opposes|object(?:s|ed)? to|stand in the way of|veto(?:ed)?)\b"
    rf"{FACT}{AFTER}",
    rf"\b(?:has|have|had) no (?:\w+ )?(?:objections?|problem|quarrel) (?:to|with|against)\b{FACT}{AFTER}",
    r"\b(?:leaves?|left|leaving|keeps?|kept|keeping|held|holds?) (?:the|its|his|her|their|our|a) door (?:wide |slightly )?open "
    rf"(?:to|for)\b{FACT}{AFTER}",
    rf"{CLAUSE}\b(?:the|my|our|his|her|its|their) doors? (?:is|was|are|were|remains?|remained|stays?|stayed|will be|would be|"
    r"will remain|would remain) (?:still |always |wide )?(?:left )?open\b",
    r"\b(?:there (?:is|was|would be)|there's|sees?|saw) (?:\w+ )?(?:room|scope) for\b"
    rf"{AFTER}(?= (?:\w+ )?(?:compromise|negotiat|talks|discussion|agreement|dialogue|movement|a deal))",
    rf"{BEFORE}\b(?:is|are|was|were|would be) (?:only )?possible (?=if|once|provided|as soon as|when\b)",
    # What is to be done away with at the other side's wish is promised here; done, it is CONCEDE.
    rf"\b(?:will|would|is to|are to|'ll) (?:now |also )?{FACT}{AFTER}(?!{_SUSPENDING})(?:{_UNDOING})\b",
    rf"\b(?:will|would|is to|are to|'ll) (?:now |also )?{FACT}{AFTER}(?=hold off|put on hold|shelve\b|pause\b|postpone\b)",
    rf"^(?![\"'])\W*(?:to )?{AFTER}(?:{_UNDOING})\b",
    rf"{CLAUSE}(?<!no one )(?<!nobody )(?<!none )(?<!nothing )"
    rf"\b(?:will|would|is to|are to|can) (?:now |also )?be (?:{_UNDONE})\b",
)

# "It would free the crew if …" is an offer.
OFFERS = _patterns(
    rf"\b(?:will|would|'ll|could) (?:also )?{FACT}{AFTER}(?={_GIVING}e?\b[^.;]*"
    r"\b(?:if|provided|once|in (?:exchange|return)|as soon as)\b)",
)
# Whatever good it would do, it is an offer where it hangs on something: "if the guild asks, the council would mediate".
CONDITIONAL_OFFERS = _patterns(
    rf"\b(?:will|would|'ll|could|can) (?:also |gladly |then )?{FACT}{AFTER}(?=(?:{_GIVING}e?|mediat\w+|host|send|pay|provide|"
    r"supply|fund|finance|allow|permit|let|grant|deliver|invest|negotiate|talk|sit down|return to|go back to|back|support|"
    r"accept|sign|agree|call off|comply|cooperate|co-operate|guarantee)\b)",
    rf"(?<!\bit )(?<!\bthis )(?<!\bthat )\b(?:will|would|'ll) (?:also |gladly |then )?{FACT}{AFTER}(?=(?:help|give|open|meet|come to|"
    r"vote for|move|share|buy|sell|run|offer|keep)\b)",
)
# What a party says that it will do for the other side, its own name or pronoun before it.
OWN_PROMISES = _patterns(
    rf"\b(?:will|would|'ll) (?:now |also |soon )?{FACT}{AFTER}(?=raise (?:its|the|his|her|their|our) offer|"
    r"publish|release|hand (?:over|back)|compensate|rebuild|contribute|lend|donate|reimburse|refund|reinstate|"
    r"(?:free|resume|restore|guarantee) \w|mediate|abide by|comply with|respect (?:the|any|all)|honou?r (?:the|its|his|her|their|our|all) (?:\w+ )?(?:deal|agreement|"
    r"accord|truce|ceasefire|commitments?|promises?|pledges?|obligations?|rulings?|contracts?|verdict|results?))",
    rf"(?<!\bit )(?<!\bthis )(?<!\bthat )(?<!\bwhich )\b(?:will|would|'ll) (?:now |soon )?{FACT}{AFTER}"
    r"(?=(?:let|allow|permit) (?!me\b|us\b|you\b|it\b)\w)",
)
CONSULTATIONS = _patterns(
    r"\b(?:will|would|is to|are to|'ll|plans? to|intends? to|is going to) (?:now |also |soon )?"
    rf"{FACT}{AFTER}(?=consult\b|hold (?:\w+ ){{0,2}}(?:talks|consultations|negotiations)|open (?:\w+ )?(?:talks|negotiations))",
)
APPEALS = _patterns(
    rf"\b(?:will|would|is going to|plans? to|intends? to|'ll) (?:now |also )?(?:seek (?:leave|permission) to )?"
    rf"(?:appeal(?: against)?|contest|challenge)\b{FACT}{AFTER}(?!\s+(?:to|for)\b)",
)

CONCESSIONS = _patterns(
    rf"{CLAUSE}\b(?:has|have|had) (?:now |also )?(?:{_UNDONE})\b",
    rf"{CLAUSE}\b(?:was|were|been) (?:now |also )?(?:{_UNDONE})\b",
    rf"{CLAUSE}\b(?:has|have|had) (?:now |quietly )?(?:dropped|withdrawn|abandoned|given up) (?:its|his|her|their|our) (?:\w+ )?"
    r"(?:demand|claim|insistence|objection|opposition|veto|lawsuit|threat|condition|resistance)s?\b",
)

THREATS = _patterns(
    rf"\b(?:will|would|shall|'ll) {FACT}{AFTER}(?=respond|retaliat|hit back|strike back|take revenge|face (?:\w+ )?"
    r"consequences|pay (?:a|the) price|punish|impose (?:\w+ )?(?:sanctions|tariffs)|stop (?:work|sailing)|"
    r"strike\b(?! (?:an?|the|that) (?:\w+ )?(?:deal|balance|bargain|compromise|agreement|chord|note|pose|blow for))|"
    r"walk out|shut down|blockade|picket\b|hit back|fight back|answer in kind|reply in kind|reciprocate)",
    rf"\b(?:will|would|'ll) not hesitate to\b{FACT}{AFTER}",
    rf"\breserv(?:e|es|ed|ing) the right to\b{FACT}{AFTER}",
    rf"{BEFORE}\b(?:will|would|shall) be (?:met|answered|countered|repelled) [\"']?(?:with|by)\b(?! (?:\w+ )?(?:approval|applause|relief|"
    r"silence|joy|success|cheers|enthusiasm|scepticism|skepticism|praise|a smile|officials|guides|guards?\b|staff))",
    rf"{CLAUSE}\ball options (?:are|were|remain\w*) (?:still )?(?:on the table|open)\b",
    rf"{CLAUSE}\bthere (?:will|would|'ll) be (?:\w+ )?(?:consequences|repercussions|retaliation|hell to pay)\b",
)

# What is a threat only where it hangs on what somebody fails to do: "if nobody pays, we will close the river".
CONDITIONAL_THREATS = _patterns(
    rf"\b(?:will|would|shall|'ll|(?:is|are|am|was|were|'re|'m) (?:going|prepared|ready) to) (?:have to )?{FACT}{AFTER}"
    r"(?=(?:close|shut|cut|halt|suspend|block|freeze|seize|expel|ban|withdraw|pull out|quit|sue|"
    r"go to court|recall|occupy|deport|evict|boycott|veto|bring down|call (?:a |an |off )|take (?:\w+ )?action|walk away)\b)",
    rf"\b(?:we|i) {FACT}{AFTER}(?=(?:close|shut|stop|cut|strike|walk (?:out|away)|leave|quit|block|march|sue)\b)",
)
# These are threats on whatever they hang: "if the duty comes, we will answer in kind".
HARMFUL_THREATS = _patterns(
    rf"\b(?:will|would|shall|'ll|(?:is|are|am|was|were|'re|'m) (?:going|prepared|ready) to) (?:have to |then |also )?{FACT}{AFTER}"
    r"(?=(?:retaliat\w+|respond\b(?! to (?:\w+ )?(?:questions?|requests?|queries|comments?|letters?))|"
    r"(?:answer|reply)\b(?! (?:to|for|any|all|every)\b| (?:the |more |your )?(?:questions?|calls?|phone|door|prayers?))|"
    r"hit back|strike\b(?! (?:an?|the|that) (?:\w+ )?(?:deal|balance|bargain|compromise|agreement|chord|note|pose|blow for))|"
    r"fight back|take revenge|walk out|walk away|"
    r"pull out(?! all)|quit the|"
    r"leave the (?:talks|table|negotiat\w+|coalition|government|union|bloc|alliance|pact|treaty)|withdraw from|boycott|blockade|"
    r"picket|take to the streets|go (?:back )?on strike|down tools|sue\b|go to court|take \S+(?: \S+)? to court|expel|"
    r"impose|seize(?! (?:the|this|that|any|every) (?:\w+ )?(?:opportunity|chance|moment|day))|shut (?:schools|down|off|the|every|all)|cut off|break off|call off (?:the|all) (?:talks|negotiations)|"
    r"recall (?:its|the|his|her|our) (?:ambassador|envoy)|"
    rf"bring down the|attack|invade|bomb|{_SUSPENDING}))",
)
HE_WILL = re.compile(r"\b(?:he|she) $")  # before the verb: who that is may stand in the clause before
UNMET = re.compile(
    r"\bunless\b|\bif\b[^.;!?]{0,80}?(?:\b(?:no|not|none|nobody|nothing|never|without)\b|n't\b|"
    r"\b(?:fails?|failed|refuses?|refused|ignores?|ignored|rejects?|rejected)\b)"
)

REQUESTS = _patterns(
    rf"{CLAUSE}(?<!\bthe )(?<!\bno )(?<!\bany )(?<!\ba )(?<!n't )(?<!\bnot )\b"
    r"(?:must|should(?! (?:the|any|an?|its|his|her|their|our|they|he|she|we|it)\b)|ought to|needs? to|(?<!was )(?<!is )(?<!are )needed to|ha(?:s|ve|d) to)\b(?! be able)(?! do with)"
    r"(?! (?:be (?:noted|said|clear|remembered)|have (?:been|had|known|seen)|admit|say|know|see|"
    r"ask|remember|wonder|understand|accept that|be careful))",
    r"(?:^\W*|[.!?;:,–—]\W*|\b(?:and|but|so|therefore) )"
    r"(?:we|i) (?:(?!must|have|need|should)\w+ )?"
    r"(?:demand|expect|urge|ask(?! (?:what|who|why|how|whether|ourselves)|:)|call on|call for|request|insist on)"
    rf"\b{AFTER}",
    rf"{CLAUSE}^\W*[\"']\W*(?:please,? )?(?:stop|end|release|free|withdraw|drop|halt|cancel|hand over|give back|bring back|"
    rf"call off|{_UNDOING}) (?:the|this|these|those|our|all|your|their|every)\b",
    rf"\bit(?:'s| is| was) (?:high |about |now |past )?time (?:for|that) {AFTER}(?=[^.;,]{{2,60}} to )",
    rf"{CLAUSE}^\W*[\"']\W*(?:please,? )?(?:let|bring|give|send|set|get) (?:our|my|us|them|him|her|these|those|the)\b[^.!?]*"
    r"\b(?:go|home|free|back|out|decide|speak|work|live|pass|in|through)\b",
    rf"{CLAUSE}\ball (?:we|i|they|it|he|she) (?:ask|want|demand)(?:s|ed)?(?: for)? (?:is|was)\b",
    rf"{CLAUSE}\b(?:has|have|had) until (?:\w+ ){{1,4}}to (?!\d|the\b)[a-z]+",
    rf"\b(?:want|wants|wanted) {FACT}{AFTER}(?=(?:our|the|their|his|her|my|those|these)\b[^.,;]{{2,50}}"
    r"\b(?:back|out|gone|home|freed|released|stopped|lifted|paid|scrapped|returned)\b)",
    rf"\b(?:expects?|expected) {FACT}{AFTER}(?=(?!to\b)(?:[\w'-]+ ){{1,5}}to (?:honou?r|pay|respect|comply|abide|release|free|"
    r"return|stop|keep its|keep their|fulfil|act|apologi[sz]e|explain|withdraw|cooperate|co-operate|live up)\b)",
    rf"\b(?:the time has come|it(?:'s| is| was) (?:high |about )time) (?:for|that)\b{AFTER}",
    r"(?<!n't )(?<!not )(?<!never )(?<!nobody )(?<!no one )\b(?:want|wants|wanted|would like) "
    rf"{FACT}{AFTER}(?=(?!to\b|you\b|him\b|her to\b|me\b|people\b|it\b|them\b|everyone\b|us\b)(?:[\w'-]+ ){{1,6}}to (?!the\b|an?\b)[a-z]+)",
    rf"{CLAUSE}\b(?:hold|take|give|publish|release|withdraw|stop|open|close|bring|let|leave|return) (?:\w+ ){{1,6}}"
    r"(?:and|or) (?:we|i|they) will\b",
)

# "Should be ready by noon" tells what is likely.
LIKELY = re.compile(
    r"\bshould (?:\w+ly )?(?:be (?:ready|done|finished|complete|completed|over|available|back|able|enough|clear|fine|"
    r"easy|possible|known|visible|dry|warm|cold)\b|arrive|see (?:rain|sun|snow|more|fewer|growth)|last (?:\w+ )?\w+|"
    r"reach \w|take (?:about|around|at|no|some|two|three|four|five|six|a few|\d)|rise\b|fall\b|"
    r"send (?:\w+ ){1,3}(?:signal|message)|"
    r"help\b|make (?:it|things)|mean\b|prove\b|serve as|remind|show\b|come as)"
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

# What is said of others, never of oneself: "Castria was to blame for the fire".
BLAMES = _patterns(
    rf"{CLAUSE}(?<!who )\b(?:is|was|are|were|be) (?:\w+ )?(?:to blame|at fault) for\b",
    rf"{CLAUSE}(?<!may )(?<!might )(?<!could )(?<!would )\b(?:has|have|had) (?:\w+ly |again |repeatedly )?(?:violated|breached|broken (?:the|its|his|her|their|every|a) |"
    r"betrayed|reneged on|torn up|sabotaged|deceived|lied to)",
    rf"{CLAUSE}\b(?:is|was|are|were) (?:\w+ly |now |again )?(?:violating|breaching|betraying|sabotaging|blackmailing|"
    r"stealing|siphoning|cheating|bullying|torturing|terrori[sz]ing|provoking|stoking|fuell?ing|exploiting|abusing|"
    r"persecuting|harassing|smuggling|starving|undermining|destabili[sz]ing|meddling|interfering|"
    r"lying to|deceiving|stirring up|playing (?:games|for time|with fire)|holding \w+(?: \w+){0,4} (?:hostage|to ransom))\b",
    rf"{CLAUSE}\b(?:bears?|bore|carries|carried) (?:the |all |all the )?(?:\w+ )?(?:responsibility|blame) for\b",
    rf"{CLAUSE}\b(?:is|was|are|were) (?:alone|solely|entirely|fully|wholly|directly|personally) responsible for\b",
    rf"{CLAUSE}\balone (?:is|was|are|were) responsible for\b",
    rf"{BEFORE}\b(?:is|was|are|were|would be|amounts? to|amounted to) (?:nothing (?:less than|but) )?{BAD}",
)

# What a thing is called: "the pause a betrayal".
CALLED: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        Stance.REJECT,
        re.compile(
            rf"{BEFORE}\s(?:as |to be )?[\"']?(?:\w+ |\w+ and )?(?:unacceptable|non-negotiable|out of the question|"
            r"(?:a )?non-?starter|a red line|off the table|dead on arrival|inadmissible)\b(?! \w+s\b)"
        ),
    ),
    (Stance.SUPPORT, re.compile(rf"{BEFORE}\s(?:as )?(?:an? )?[\"']?(?:\w+ )?{_GOOD_STEP}\b")),
    (Stance.ACCUSE, re.compile(rf"{BEFORE}\s(?:as |to be )?(?:{BAD}|{_UNJUST})")),
)

# The order in which contents are tried: a refusal says "ready" and "must" too.
CONTENTS: tuple[tuple[Stance, tuple[re.Pattern[str], ...]], ...] = (
    (Stance.REJECT, (*REJECTIONS, *APPEALS)),
    (Stance.SUPPORT, SUPPORTS),
    (Stance.THREATEN, CONDITIONAL_THREATS),
    (Stance.THREATEN, HARMFUL_THREATS),
    (Stance.AGREE, (*AGREEMENTS, *OFFERS, *OWN_PROMISES)),
    (Stance.AGREE, CONDITIONAL_OFFERS),
    (Stance.CONSULT, CONSULTATIONS),
    (Stance.CONCEDE, CONCESSIONS),
    (Stance.THREATEN, THREATS),
    (Stance.REQUEST, REQUESTS),
    (Stance.ACCUSE, BLAMES),
)

CONDITION = re.compile(
    r"\b(?:(?:only |even )?if|If|[Uu]nless|only (?:when|once|after|under|with|in (?:exchange|return))|provided(?: that)?|providing|"
    r"on (?:the )?condition that|as long as|so long as|as soon as(?! possible)|in the event (?:of|that)|in case|not before|"
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
                r"oppos|reject|dismiss|rebuff|spurn|brush|turn|appeal|contest|challenge|fight|oppose|block|resist|prevent|vote|balk|baulk"
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
