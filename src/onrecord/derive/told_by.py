"""What patterns of stances are made of: words for what is refused, given or undone, and where the issue is named.

A pattern's empty group tells where the issue is named: `after` it, `before` it, or in the whole `clause` around it.
"""

from __future__ import annotations

import re

AFTER, BEFORE, CLAUSE = "(?P<after>)", "(?P<before>)", "(?P<clause>)"
FACT = "(?P<fact>)"  # told as done: by whom must be told too
AUX = r"(?:will|would|can|could|should|shall|may|must)"
NEVER = r"(?:(?:will|would|can|could|shall) (?:not|never)|(?:would|could|wo|ca)n't|cannot|never)"
WONT = r"(?:(?:will|would|shall) (?:not|never)|(?:wo|would)n't)"
ADVERBS = r"(?:\w+ly |also |again |even |still |ever |any longer )*"
BE = r"(?:is|was|are|were|be|been|remains?|remained|as|being|'s|'re)"
NO_GO = (
    r"(?:non-negotiable|not negotiable|unacceptable|not acceptable|unrealistic|not realistic|out of the question|"
    r"off the table|not on the table|not an option|impossible|unthinkable|not up for (?:discussion|negotiation|debate)|"
    r"(?:a )?non-?starter|dead on arrival|off[ -]limits|not on offer|a bridge too far|no basis for (?:talks|"
    r"negotiations?)|"
    r"not for sale|a red line|inadmissible|not possible|not on the agenda|not open to (?:discussion|negotiation)|"
    r"not (?:being|under) (?:considered|contemplated|discussed|planned|consideration|discussion|review)|"
    r"not (?:a |the )?(?:subject|matter|object)s? (?:of|for) (?:bargaining|negotiations?|discussions?|debate|haggling))"
)
ACCEPTING = (
    r"(?:accept|agree|allow|tolerat|recogni[sz]e|settle|cede|give|return|negotiat|pay|withdraw|sign|join|bow|yield|"
    r"surrender|compromis|support|permit|consider|discuss|talk|hand|lift|drop|abandon|resign|quit|leave|back|change|"
    r"retreat|scrap|suspend|reopen|re-open|stop|end|apologi[sz]e|step|go back|take part|move|budge|waive|reduce|cut|"
    r"sell|concede|release|come back|sit down|extend|renew|lower|postpone|delay|free|grant|nominate|field|attend|"
    r"intervene|interfere|pardon|fund|finance|approve|endorse|ratify|vote|deploy|send|host|engage|comply|obey|"
    r"cooperate|"
    r"halt|disarm|dissolve|recall|let|submit|restore|renounce|relinquish|freeze|relent|live with|stomach|countenance|"
    r"contemplate|entertain|put up with|stand for|stand idly|trade|barter|haggle)"
)
# What one will not do oneself is refused, whatever it is; these say nothing of a deed.
DOING = (
    r"(?!(?:be|have|know|see|feel|need|get|win|lose|happen|work|forget|rest|hesitate|think|find|want|last|help|matter|"
    r"become|remain|say|comment|elaborate|answer|speculate|name names|regret|miss|like|affect|change|survive|make it|"
    r"believe|understand|remember|hear|look|live|die|go into|disclose|reveal|discuss|confirm|rule|speak|vote|use|"
    r"call|come home|oppose|object|veto|stand in the way|sneeze|quarrel|quibble|argue|pretend|deny|lie|worry|panic|"
    r"blame|"
    r"judge|bet|trade|wish|dare|do|care|mind|always)\b)[a-z]+\b"
)
# A thing of which that is told is not given up: the duty that stays in force.
STANDING = (
    r"(?:where (?:it|they) (?:is|was|are|were|stands?|stood|belongs?)|in (?:place|force)|put)\b"
    r"(?! for (?:now|safety))"
)
NO_GO_TOO = (
    r"(?:negotiable|acceptable|realistic|on the table|an option|up for (?:discussion|negotiation|debate|sale|grabs)|"
    r"for sale|"
    r"on the agenda|open to (?:discussion|negotiation)|on offer|being (?:considered|contemplated|discussed|planned))"
)
GIVING = (
    r"(?:free|release|withdraw|return|halt|end|stop|cease|resume|reopen|restore|freeze|extend|recogni[sz]|ratify|"
    r"postpon|delay|drop|pull (?:back|out)|disarm|lower|cut|limit|restart|join|hand|lift|suspend|sign|eas|call off)"
)
UNDOING = "suspend|lift|ease|waive|repeal|scrap|abolish|reopen"
# To suspend what the other side wants is no promise.
SUSPENDING = (
    r"(?:suspend|freeze|halt) (?:(?!if|unless|until|once|while|when|as|for|in|on|to|after|before|of|"
    r"and)\w+ ){0,4}(?:accord|agreement|treaty|pact|deal|talks|negotiations|cooperation|co-operation|"
    r"aid|assistance|payments?|deliver(?:y|ies)|supplies|supply|shipments?|participation|membership|relations|ties|"
    r"exports?|"
    r"imports?|flights?|services?|contracts?|visas?|funding|constitution|parliament|exchanges?)\b"
)
UNDONE = (
    "suspended|lifted|eased|waived|repealed|scrapped|abolished|reopened|withdrawn|released|cancelled|canceled|paused|"
    "shelved|postponed"
)
VOICE = r"(?:role|say\b|seat|voice|place at|part in|right to)"


BAD = (
    r"(?:an? |the )?[\"']?(?:\w+ )?(?:disgrace|betrayal|outrage|insult|scandal|travesty|affront|provocation|blackmail|"
    r"slap in the face|stab in the back|kick in the teeth|shameful|disgraceful|outrageous|sell-?out|witch[ -]hunt|"
    r"declaration of war|"
    r"act of (?:war|aggression|cowardice|vandalism|piracy|theft)|"
    r"(?:gift|prize|reward|bonus|present) (?:to|for) (?:whoever|(?:all )?those who|(?:\w+ )?(?:piracy|pirates|"
    r"terror\w*|"
    r"aggress\w+|extremis\w+|criminals?|crime|violence|blackmail\w*|smugglers|speculators|polluters|kidnappers|"
    r"hostage[- ]tak\w+|dictators?|warlords))|daylight robbery|mockery|farce|sham|"
    r"charade|show trial)\b"
)
UNJUST = (
    r"(?:an? )?[\"']?(?:\w+ly )?(?:arbitrary|absurd|illegal|unlawful|illegitimate|cruel|barbaric|inhumane?|unjust|"
    r"unfair|"
    r"hypocritical|cynical|reckless|irresponsible|cowardly|criminal|politically motivated|grave mistake|"
    r"terrible mistake|"
    r"historic mistake|crime)\b(?! \w)"
)
NOT_SUFFERED = r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )(?<!be )(?<!being )(?<!n't )"
GOOD_STEP = (
    r"(?:(?:step|move) in the right direction|(?:welcome|positive|constructive|encouraging) (?:first )?"
    r"(?:step|move|sign|signal|development))"
)


def patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    """The patterns, ready to be searched for."""
    return tuple(re.compile(source) for source in sources)
