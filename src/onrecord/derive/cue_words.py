"""The cues by which a stance is told, as patterns over lower-case text with straight quotes, and what undoes them."""

from __future__ import annotations

import re

from onrecord.records import Stance

# A denial answers a charge; a silence is no line either.
DENIALS = re.compile(r"\b(?:deny|denies|denied|denying|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing))\b")
SILENCE = re.compile(
    r"^\W*(?:(?:later|further|also) )?(?:to )?(?:say|state\b|name|"
    r"comment|elaborate|answer|specify|identify|be drawn|be named|be identified|speculate|"
    r"disclose|reveal|give (?:\w+ )?(?:details|figures|names?|numbers|a figure|a reason)|provide (?:\w+ )?details|"
    r"discuss details|go into detail|respond|speak to|take questions|be interviewed|further comment|"
    r"(?:offer|give|provide|put|hazard) (?:\w+ )*?(?:figure|number|estimate|date|guess|explanation|reason)s?)\b"
)
REPORTS_OF = re.compile(
    r"^\W*(?:the |an? |any |such |all |these |those |media |press |recent |as |his |her |their |its )*"
    r"(?:reports?|claims?|allegations?|accusations?|charges?|rumou?rs?|speculation|suggestions?|criticisms?|stories|"
    r"story|nonsense|baseless|false|fake|untrue|critics|concerns?|fears?|worries|conspiracy|theor(?:y|ies)|rumblings|"
    r"(?:\w+ )?(?:involvement|foul play|sabotage|terrorism|arson|suicide))\b"
)
# A suggestion of what is to be done is no report: to reject it is a line.
ADVISED = re.compile(
    r"^\W*(?:\w+ ){0,3}(?:suggestions?|criticisms?)\b[^.;]*\bthat\b[^.;]*\b(?:should|must|ought to|needs? to|"
    r"ha(?:s|ve) to)\b"
)

# Cues whose content is the thing itself: "ruled out | concessions", "called for | an inquiry".
CUES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        Stance.REJECT,
        re.compile(
            r"\b(?:rul(?:e|es|ed|ing) (?:\w+ )?out|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refus(?:e|es|ed|ing)|"
            r"oppos(?:e|es|ed|ing)|rebuff(?:s|ed|ing)?|declin(?:e|es|ed|ing)|turn(?:s|ed|ing) down|"
            r"spurn(?:s|ed|ing)?|brush(?:es|ed|ing) (?:off|aside)|veto(?:es|ed|ing)?|excluded|baulk(?:s|ed|ing)? at|"
            r"balk(?:s|ed|ing)? at|shot down|snubb(?:ed|ing)|scotch(?:es|ed|ing)|shrug(?:s|ged|ging) (?:off|aside)|"
            r"wav(?:es|ed|ing) "
            r"(?:away|aside)|say(?:s|ing)? no to|said no to|(?:pour|threw|throw)\w* cold water on|(?:clos|shut|"
            r"slamm)\w* the door (?:on|to)|"
            r"(?:gave|gives|giving) short shrift to|slap(?:s|ped|ping) down|swat(?:s|ted|ting) (?:away|aside))\b"
        ),
    ),
    (
        Stance.REQUEST,
        re.compile(
            r"\b(?:demand(?:s|ed|ing)?|call(?:s|ed|ing) (?:\w+ )?(?:for|on|upon)|urg(?:e|es|ed|ing)|"
            r"insist(?:s|ed|ing)? on|appeal(?:s|ed|ing)? (?:for|to)|request(?:s|ed|ing)?|press(?:es|ed|ing) for|"
            r"push(?:es|ed|ing) for|implor(?:e|es|ed|ing)|exhort(?:s|ed|ing)?|plead(?:s|ed|ing)? for|asked for)\b"
        ),
    ),
    (
        Stance.AGREE,
        re.compile(
            r"\b(?:agree(?:s|d|ing)?\b.{0,40}\bto$|agree(?:s|d)?(?= in principle)|accept(?:s|"
            r"ed|ing)?|offer(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|"
            r"promis(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|commit(?:s|ted|ting)?\b.{0,30}\bto$|volunteer(?:s|ed|ing)?|"
            r"approv(?:e|es|ed|ing)|vow(?:s|ed|ing)?)\b"
        ),
    ),
    (
        Stance.SUPPORT,
        re.compile(
            r"\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)(?! (?:off|away|out|up)\b)|endors(?:e|es|ed|ing)|"
            r"welcom(?:e|es|ed|ing)|prais(?:e|es|ed|ing)|hail(?:s|ed|ing)?|applaud(?:s|ed|ing)?|commend(?:s|ed|ing)?|"
            r"champion(?:s|ed|ing)?|defend(?:s|ed|ing)?|(?:throw|threw|thrown|throwing|put|puts|putting) (?:its|his|"
            r"her|their) "
            r"(?:\w+ )?weight behind|(?:came|comes|come|coming) out in (?:favou?r|support) of|sid(?:es|ed|ing) with|"
            r"r(?:ally|allies|allied|allying) (?:behind|round|around))\b"
        ),
    ),
    (
        Stance.ACCUSE,
        re.compile(
            r"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|"
            r"criti[cs]i[sz](?:e|es|ed|ing)|slam(?:s|med|ming)|blast(?:s|ed|ing)|decr(?:y|ies|ied|ying)|"
            r"deplor(?:e|es|ed|ing)|lambast(?:e|es|ed|ing)|charged|rebuk(?:es|ed|ing)|castigat(?:es|ed|ing)|"
            r"excoriat(?:es|ed|ing)|berat(?:es|ed|ing)|scold(?:s|ed|ing)|chid(?:es|ed|ing)|assail(?:s|ed|ing)|"
            r"upbraid(?:s|ed|ing)|"
            r"(?:lash|hit)\w* out at|(?:took|take|takes|taking) aim at|rail(?:s|ed|ing) (?:against|at)|round(?:s|ed|"
            r"ing) on|"
            r"point(?:s|ed|ing) the finger at)\b"
        ),
    ),
    (Stance.THREATEN, re.compile(r"\bthreaten(?:s|ed|ing)?\b")),
    (
        Stance.CONCEDE,
        re.compile(
            r"\b(?:back(?:s|ed|ing) down|g(?:ive|ives|ave|iving) in|suspend(?:s|ed|ing)?|lift(?:s|ed|ing)|"
            r"withdr(?:aw|aws|ew|awing)|repeal(?:s|ed|ing)?|scrap(?:s|ped|ping))\b"
        ),
    ),
)

# "Repeated | a demand for free passage": what was asked is asked again.
REPEATS = re.compile(r"\b(?:repeat|reiterat|renew|restat|issu|voic|underlin|underscor)\w*$")
ASKED = re.compile(
    r"^\W*(?:an?|the|his|her|its|their|(?:\w+ )?\w+'s) (?:\w+ )?"
    r"(?P<what>demands?|calls?|appeals?|requests?|pleas?) for\b\W*"
)

# What is not said, or not yet: "is reluctant to commit to", "may reject".
NEGATED = re.compile(
    r"(?:\b(?:not|never|refus\w+ to|declin\w+ to|stopp\w+ short of|reluctan\w+|hesita\w+|unwilling\w*|unable|"
    r"fail\w* to|yet to|may|might|could|consider\w*|mull\w*|likely|expected|avoid(?:s|ed|ing)?|refrain\w* from|"
    r"steer\w* clear of|sh(?:y|ies|ied|ying) away from)|n't)\b"
)
# "Offered no proof", "offered insights into": what is offered is words.
OFFERED_WORDS = re.compile(
    r"^\W*(?:(?:some|any|no|little|few|an?|the|his|her|its|their|more|further|much|enough|[\w-]+(?:ed|ly|ing|al|ful|ic|ous)|"
    r"brief|rare|stark|harsh|blunt|new|other|different) )*"
    r"(?:advice|insights?|proof|evidence|explanations?|reasons?|details?|comments?|glimpses?|looks?|views?|assessments?|"
    r"accounts?|anal\w+|examples?|praise|criticisms?|critiques?|rebukes?|congratulations|condolences|sympath\w+|thanks|"
    r"opinions?|perspectives?|predictions?|forecasts?|responses?|answers?|contrasts?|versions?|observations?|hints?|clues?|"
    r"thoughts?|remarks?|words?|tributes?|lessons?|visions?|prayers?|hopes?|kinds?|sorts?|way)\b"
)
# "Has 5 percent support of", "came under criticism for", "the favours he did".
NO_DEED = re.compile(
    r"\b(?:per ?cent|percent) (?:\w+ )?support\b|%.*\bsupport\b|\b(?:c[ao]mes?|coming|is|are|was|were) under\b|"
    r"\b(?:supported|backed|endorsed|praised|welcomed|rejected|accused|blamed|criticized|criticised) by$"
)
# Of "dismissed Estonia as a suburb" no thing is refused that could have been had.
_CALLED_NAMES = re.compile(r"\bdismiss\w*$")
_NAME_AS = re.compile(r"^\W*(?:him|her|them|it|[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4}) as\b")
# "Accepted himself".
_ITSELF = re.compile(r"^\W*(?:that )?(?:himself|herself|itself|themselves|myself|ourselves)\b")
# "Is charged with", and nobody told who charges.
SUFFERED = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)(?: \w+ly| also| now| since)*\s*$")
_ONE_IS = re.compile(r"^(?:oppos|commit|agree|prepar|determin)")
# Whom one wants to do what: "Castria to end its tax".
OF_ANOTHER = re.compile(r"^\W*(?!to\b)(?:[\w’'.-]+ ){1,6}?to (?!the\b|an?\b|be able\b|[A-Z])[a-z]+")
# The same without a clause: "told Castria to pay", not "told the pilots they would have to pay".
_NO_CLAUSE = (
    "he|she|they|it|we|i|that|would|will|had|has|have|was|were|is|are|how|what|when|where|why|who|whether|about|of"
)
BIDDEN = re.compile(
    rf"^\W*(?!to\b)(?:(?!(?:{_NO_CLAUSE})\b)[\w’'.-]+ ){{1,5}}?to (?!the\b|an?\b|be able\b|[A-Z])[a-z]+"
)
BID = re.compile(r"\b(?:ask(?:s|ed|ing)?|told|tells|begged|begs|pleaded with|press(?:es|ed|ing)?|ordered)$")
INSISTS = re.compile(r"\binsist(?:s|ed|ing)?$")
WISH = re.compile(r"\b(?:wants?|wanted|would like)$")
# "Wants | the price tied to the market", and who is told of the words is asked nothing.
WISHED_DONE = re.compile(
    r"^\W*(?!to\b)(?:[\w’'-]+ ){1,5}(?:tied|lifted|freed|released|returned|scrapped|stopped|paid|changed|cut|raised|"
    r"lowered|closed|"
    r"opened|reopened|banned|extended|kept|removed|dropped|withdrawn|suspended|back|out|gone|home)\b"
)
PRESS = re.compile(r"^\W*(?:the )?(?:reporters|journalists|people|readers|viewers|us|me|everyone|supporters|crowds?)\b")
# "Voiced | support for the plan", "invited | both sides to talks".
VOICED = re.compile(r"\b(?:voic|express|declar|reiterat|reaffirm|announc|underlin|underscor|stress)\w*$")
ANGER = re.compile(
    r"^\W*(?:his|her|its|their|deep|great|strong)? ?(?:anger|outrage|fury|dismay|disgust|indignation) (?:at|over|"
    r"about|with)\b"
)
# "Insisted | that the truce be respected".
COUNSEL = re.compile(r"\b(?:insist|recommend|suggest|request|ask)\w*$")
SUBJUNCTIVE = re.compile(
    r"^\W*that (?:(?!to|will|would|should|can|must|could|may|might|shall|cannot|not|\S+n't)\S+ ){1,8}be (?!able)\w+"
)
INVITED = re.compile(r"\binvit(?:e|es|ed|ing)\b")
TO_WHAT = re.compile(r"\b(?:to|for)\b")
MEETING = re.compile(
    r"\b(?:talks|negotiat\w+|meeting|meet|table|discuss\w*|dialogue|summit|consultations?|conference|office)\b"
)
# What is done against the thing that is named behind it: "vowed to fight | the toll".
AGAINST = re.compile(
    r"^\W*(?:to )?(?:\w+ly )?(?:fight(?: against| back against)?|oppose|block|resist|reject|veto|vote against|"
    r"vote down|challenge|contest|prevent|thwart|stand up to|appeal against|campaign against)\s"
)
BACKING = re.compile(
    r"^\W*(?:(?:its|his|her|their|our|the|full|strong|continued|unwavering|unconditional|total|more|further|firm) )*"
    r"(?:support|backing|solidarity)\b(?: (?:for|to|with|of|behind))?"
)
# "Welcomed the ministers to the palace" is no welcome of a thing.
RECEIVED = re.compile(
    r"\b(?:to|at|into) (?:the |his |her |their |its )?(?:\w+ )*?(?:palace|house|office|home|capital|airport|"
    r"studio|stage|show|summit|meeting|city|town|country|party|team|club|dinner|lunch|reception)\b"
)


def is_suffered(cue: str, found: re.Match[str]) -> bool:
    """Whether the cue tells what was done to its subject, and by whom it does not."""
    told = SUFFERED.search(cue, 0, found.start())
    deed = found.group()
    return bool(told and deed.endswith(("ed", "en", "ed to")) and not _ONE_IS.search(deed)) and " by" not in cue


def tells_no_line(cue: str, content: str) -> bool:
    """Whether cue and content together make of the cue's word something else than a stance."""
    plain = content.lower()
    offered = re.search(r"\boffer(?:s|ed|ing)?\b(?P<what>.*)", cue)
    words_only = offered is not None and OFFERED_WORDS.match(offered["what"].strip() or plain) is not None
    called = _CALLED_NAMES.search(cue) is not None and _NAME_AS.match(content) is not None
    return words_only or called or NO_DEED.search(cue) is not None or _ITSELF.match(plain) is not None


# A vow or promise to harm is a threat.
HARM = re.compile(
    r"^\W*(?:that )?(?:(?:he|she|it|they|we|i) (?:will|would|shall) )?(?:to )?(?:\w+ly )?"
    r"(?:(?:severe |grave |serious |dire )?consequences|"
    r"revenge|vengeance|reprisals?|retaliat|punish|strike|attack|blockade|boycott|hit back|take revenge|walk out|"
    r"crush|destroy|expel|bomb)"
)
# "A mistake", said of the plan: what is called so is named by another word.
NAMING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|describ\w+|label\w*|brand\w*|dubb\w+|term(?:s|ed)|characteri[sz]\w+)\b"
    r"(?! (?:for|on|upon)\b)"
)
