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
    r"off the table|not on the table|not an option|impossible|unthinkable|not up for (?:discussion|negotiation)|"
    r"not for sale|a red line|inadmissible|not possible|not on the agenda|not open to (?:discussion|negotiation)|"
    r"not (?:a |the )?(?:subject|matter|object)s? (?:of|for) (?:bargaining|negotiations?|discussions?|debate|haggling))"
)
_ACCEPTING = (
    r"(?:accept|agree|allow|tolerat|recogni[sz]e|settle|cede|give|return|negotiat|pay|withdraw|sign|join|bow|yield|"
    r"surrender|compromis|support|permit|consider|discuss|talk|hand|lift|drop|abandon|resign|quit|leave|back|change|"
    r"retreat|scrap|suspend|reopen|re-open|stop|end|apologi[sz]e|step|go back|take part|move|budge|waive|reduce|cut|"
    r"sell|concede|release|come back|sit down|extend|renew|lower|postpone|delay|free|grant|nominate|field|attend|"
    r"intervene|interfere|pardon|fund|finance|approve|endorse|ratify|vote|deploy|send|host|engage|comply|obey|cooperate|"
    r"halt|disarm|dissolve|recall|let|submit|restore|renounce|relinquish|freeze)"
)
# What one will not do oneself is refused, whatever it is; these say nothing of a deed.
_DOING = (
    r"(?!(?:be|have|know|see|feel|need|get|win|lose|happen|work|forget|rest|hesitate|think|find|want|last|help|matter|"
    r"become|remain|say|comment|elaborate|answer|speculate|name names|regret|miss|like|affect|change|survive|make it|"
    r"believe|understand|remember|hear|look|live|die|go into|disclose|reveal|discuss|confirm|rule|speak|vote|use|"
    r"call|come home|oppose|object|veto|stand in the way|"
    r"judge|bet|trade|wish|dare|do|care|mind|always)\b)[a-z]+\b"
)
_GIVING = (
    r"(?:free|release|withdraw|return|halt|end|stop|cease|resume|reopen|restore|freeze|extend|recogni[sz]|ratify|"
    r"postpon|delay|drop|pull (?:back|out)|disarm|lower|cut|limit|restart|join|hand|lift|suspend|sign|eas|call off)"
)
_UNDOING = "suspend|lift|ease|waive|repeal|scrap|abolish|reopen"
_UNDONE = "suspended|lifted|eased|waived|repealed|scrapped|abolished|reopened|withdrawn|released|cancelled|canceled"
_VOICE = r"(?:role|say\b|seat|voice|place at|part in|right to)"


def _patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source) for source in sources)


REJECTIONS = _patterns(
    rf"\b(?:no|not any|little) (?:thought|question|prospect|chance|possibility|point|intention|plans?|way) "
    rf"(?:of|for|to|that)\b{AFTER}",
    rf"\bthere {_AUX} (?:\w+ )?be no\b{AFTER}",
    rf"\bthere(?:'s| is| was| are| were) no\b {AFTER}(?=role|place|room|thought|question|concession|reason to|need)",
    rf"\b(?:see|sees|saw|seen|seeing) no\b {AFTER}(?=role|place|room|reason|need|point|prospect|future)",
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
    rf"{BEFORE}\b(?:will|would|can) (?:not|never) (?:happen|do\b|work|stand(?! in the way))",
    rf"{BEFORE}\bnon-negotiable\b",
    rf"\bopposed to\b{FACT}{AFTER}",
    r"\b(?:i|we|they|he|she|it) (?:\w+ly )?(?:reject|oppose|refuse|rule out)\b"
    rf"{AFTER}",
    r"(?<!not )(?<!n't )(?<!never )(?<!been )(?<!was )(?<!were )(?<!is )\b(?:rejects|rejected|opposes|refuses|refused|"
    rf"rules out|ruled out)\b{FACT}{AFTER}",
)

SUPPORTS = _patterns(
    rf"{CLAUSE}\b(?:{_AUX}|ha(?:s|ve) to|needs? to|deserves? to) {_ADVERBS}(?:have|play|get|be given) "
    rf"(?:an? |their |its |more )?(?!declining|lesser|smaller|minor|limited|little|no |not )(?:\w+ )?(?={_VOICE})",
    rf"{CLAUSE}\bdeserves? (?:an? |their |its )?(?:\w+ )?(?={_VOICE})",
    r"\b(?:i|we|they|he|she|it|who|government|country|party|union) (?:\w+ly )?(?:support|supports|back|backs|"
    rf"welcome|welcomes|endorse|endorses|stands? (?:with|by|behind))\b{AFTER}",
    rf"\bin favou?r of\b{AFTER}",
)

AGREEMENTS = _patterns(
    rf"\b(?:ready|willing|prepared|open) (?:and \w+ )?(?:to|for)\b{FACT}{AFTER}",
    r"\b(?:agree|agrees|agreed|commit|commits|committed|pledge|pledges|pledged|promise|promises|promised|offer|"
    rf"offers|offered) (?:not )?to\b{FACT}{AFTER}",
    rf"^\W*(?:that )?(?:an? |the |his |her |their |its )?(?:possibility|idea|offer|proposal) of\b{AFTER}",
    rf"\b(?:would|will|could) (?:also )?(?:accept|consider|welcome)\b{FACT}{AFTER}",
    r"(?:n't|\bnot|\bnever|\bno longer) (?:\w+ly )?(?:oppose|object to|stand in the way of|veto)\b"
    rf"{FACT}{AFTER}",
    # What is to be done away with at the other side's wish is promised here; done, it is CONCEDE.
    rf"\b(?:will|would|is to|are to|'ll) (?:now |also )?{FACT}{AFTER}(?:{_UNDOING})\b",
    rf"^\W*(?:to )?{AFTER}(?:{_UNDOING})\b",
    rf"{CLAUSE}(?<!no one )(?<!nobody )(?<!none )(?<!nothing )"
    rf"\b(?:will|would|is to|are to|can) (?:now |also )?be (?:{_UNDONE})\b",
)

# "It would free the crew if …" is an offer.
OFFERS = _patterns(
    rf"\b(?:will|would|'ll|could) (?:also )?{FACT}{AFTER}(?={_GIVING}e?\b[^.;]*"
    r"\b(?:if|provided|once|in (?:exchange|return)|as soon as)\b)",
)
# What a party says that it will do for the other side, its own name or pronoun before it.
OWN_PROMISES = _patterns(
    rf"\b(?:will|would|'ll) (?:now |also |soon )?{FACT}{AFTER}(?=raise (?:its|the|his|her|their|our) offer|"
    r"publish|release|hand (?:over|back)|compensate|rebuild|contribute|lend|donate|reimburse|refund|reinstate)",
)
APPEALS = _patterns(
    rf"\b(?:will|would|is going to|plans? to|intends? to|'ll) (?:now |also )?(?:seek (?:leave|permission) to )?"
    rf"(?:appeal(?: against)?|contest|challenge)\b{FACT}{AFTER}(?!\s+(?:to|for)\b)",
)

CONCESSIONS = _patterns(
    rf"{CLAUSE}\b(?:has|have|had) (?:now |also )?(?:{_UNDONE})\b",
    rf"{CLAUSE}\b(?:was|were|been) (?:now |also )?(?:{_UNDONE})\b",
)

THREATS = _patterns(
    rf"\b(?:will|would|shall|'ll) {FACT}{AFTER}(?=respond|retaliat|hit back|strike back|take revenge|face (?:\w+ )?"
    r"consequences|pay (?:a|the) price|punish|impose (?:\w+ )?(?:sanctions|tariffs)|stop (?:work|sailing)|strike\b|"
    r"walk out|shut down|blockade)",
)

# What is a threat only where it hangs on what somebody fails to do: "if nobody pays, we will close the river".
CONDITIONAL_THREATS = _patterns(
    rf"\b(?:will|would|shall|'ll|(?:is|are|am|was|were|'re|'m) (?:going|prepared|ready) to) (?:have to )?{FACT}{AFTER}"
    r"(?=(?:close|shut|cut|halt|suspend|block|freeze|seize|expel|ban|withdraw|pull out|quit|sue|"
    r"go to court|occupy|deport|evict|boycott|veto|bring down|call (?:a |an |off )|take (?:\w+ )?action|walk away)\b)",
)
UNMET = re.compile(
    r"\bunless\b|\bif\b[^.;!?]{0,80}?(?:\b(?:no|not|none|nobody|nothing|never|without)\b|n't\b|"
    r"\b(?:fails?|failed|refuses?|refused|ignores?|ignored|rejects?|rejected)\b)"
)

REQUESTS = _patterns(
    rf"{CLAUSE}(?<!the )(?<!no )(?<!any )(?<!a )(?<!n't )(?<!not )\b"
    r"(?:must|should|ought to|needs? to|(?<!was )(?<!is )(?<!are )needed to|ha(?:s|ve|d) to)\b(?! be able)(?! do with)"
    r"(?! (?:be (?:noted|said|clear|remembered)|have (?:been|had|known|seen)|admit|say|know|see|"
    r"ask|remember|wonder|understand|accept that|be careful))",
    r"(?:^\W*|[.!?;:,–—]\W*|\b(?:and|but|so|therefore) )"
    r"(?:we|i) (?:(?!must|have|need|should)\w+ )?"
    r"(?:demand|expect|urge|ask(?! (?:what|who|why|how|whether|ourselves)|:)|call on|call for|request|insist on)"
    rf"\b{AFTER}",
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

# The order in which contents are tried: a refusal says "ready" and "must" too.
CONTENTS: tuple[tuple[Stance, tuple[re.Pattern[str], ...]], ...] = (
    (Stance.REJECT, (*REJECTIONS, *APPEALS)),
    (Stance.SUPPORT, SUPPORTS),
    (Stance.THREATEN, CONDITIONAL_THREATS),
    (Stance.AGREE, (*AGREEMENTS, *OFFERS, *OWN_PROMISES)),
    (Stance.CONCEDE, CONCESSIONS),
    (Stance.THREATEN, THREATS),
    (Stance.REQUEST, REQUESTS),
)

CONDITION = re.compile(
    r"\b(?:(?:only |even )?if|unless|only (?:when|once|after)|provided(?: that)?|providing|"
    r"on (?:the )?condition that|as long as|so long as|"
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
