"""Furniture that tells itself by its words: families of invitations, rubrics and notices that every site has.

No phrase of one site is listed. A family is what kind of sentence it is: an imperative with a channel as its object
("Join … Telegram"), a rubric of a list ("More on …", "Read next"), a rule for comments, a notice of law.
"""

from __future__ import annotations

import re

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import says_by

ADVERT = "advertisement"
INVITATION = "invitation to follow, sign up or share"
RUBRIC = "rubric of a list of links"
LEAD_IN = "link to another article"
KICKER = "title of another article, with its kind"
COMMENTS = "comments and their rules"
NOTICE = "notice of the site"
LEGAL = "copyright or legal notice"
NAVIGATION = "navigation"
AGE = "age of another article"
OTHER_BYLINE = "byline of another article"
LINK = "link, handle or network"
SEPARATOR = "separator"
THANKS = "answer to a form"
LABEL = "label"

_I = re.IGNORECASE
_SAYING = re.compile(r"\b(?:said|says|told|asked|according to|added|stated|announced|warned|reported)\b", _I)

_ADVERT = re.compile(
    r"(?:advert(?:isement|ising|orial|s)?|ads?|sponsored(?: by| content| post| links?)?|promoted|paid (?:content|post|partnership)|"
    r"partner content|(?:story|article) continues(?: below)?|continues? (?:reading )?(?:below|after)|scroll (?:down )?(?:to|for)|"
    r"skip ad(?:vert(?:isement)?)?|ad feedback|remove ads)\b",
    _I,
)
_VERB = (
    r"join|follow|subscribe|sign[ -]?up|sign in|log ?in|share|download|support|donate|like|watch|listen|get|send|"
    r"contact|e-?mail|write(?: to)?|click|tap|become|register|stay|enter|receive|help|try|start|read|view|see|check out|"
    r"visit|print|save|copy|pin|bookmark|comment|add|choose|browse|explore|discover|find|keep|never miss|don['’]t miss|"
    r"want|do you|have you|have a|have an|got a|got an|love|enjoy(?:ing)?|interested|looking for|submit|turn on|enable|allow|"
    r"connect|catch|make|please|for (?:more|the latest)|to (?:read|see|get|receive|suggest|report|contact|view|leave|post|comment|subscribe)|"
    r"you can|we (?:need|rely|depend|want)|if you|this (?:article|story) is (?:free|available|for)|already a|not a|unlock"
)
_OBJECT = (
    r"newsletters?|inbox|telegram|whatsapp|facebook|twitter|instagram|youtube|linkedin|threads|tiktok|bluesky|mastodon|"
    r"viber|signal|reddit|rss|podcasts?|apps?|channels?|subscri(?:be|bers?|ption|ptions|bing)|notifications?|alerts?|e-?mail(?: address)?|"
    r"account|member(?:ship)?s?|our (?:\w+ )?(?:coverage|journalism|work|reporting|team|site|website|page|community|stories|reporters?|"
    r"journalists|readers|mission|channel|group|comments?|digest|briefing|list|newsroom)|us|here|updates?|free trial|"
    r"donat(?:e|ion|ions)|gift|patreon|paywall|full (?:story|article)|(?:this|the) (?:article|story|page|link|text)|ctrl|cookies?|"
    r"comments?(?: section)?|FAQs?|read more|more stories|google news|apple news|latest news|top stories|home ?page|your (?:friends|feed)|"
    r"typo|correction|news tips?|tips?"
)
_INVITING = re.compile(rf"(?:[^\w\s]\s*)?(?:{_VERB})\b", _I)
_CHANNEL = re.compile(rf"\b(?:{_OBJECT})\b|(?<![\w.])@\w{{3,}}|https?://|www\.", _I)
# A noun that only looks like the imperative: "Support for …", "Contact with …", "Help from …".
_NOUN_AFTER = re.compile(
    r"(?:[^\w\s]\s*)?(?:support|contact|help|comment|share|watch|start|view|print|like|follow|tweet|list|read|love|try)s?\s+"
    r"(?:for|from|with|between|among|has|have|had|is|was|were|are|will|of|in|by)\b(?! (?:on|us|our|your|the app)\b)",
    _I,
)
_SIGN_UP = re.compile(
    r"\b(?:sign(?:ing)?[ -]?up|subscrib(?:e|ing)|delivered|straight|direct)\b.{0,80}\b(?:newsletter|inbox|updates|alerts|digest|briefing|e-?mails?)\b"
    r"|\b(?:newsletter|e-?mails?)\b.{0,60}\b(?:sign(?:ing)?[ -]?up|subscribe|unsubscribe)\b|\bunsubscribe\b",
    _I,
)
_TO_READER = re.compile(rf"^(?:[^\w\s]\s*)?(?:{_VERB})\b|\b(?:our|your|you|us|free)\b", _I)
_THANKS = re.compile(
    r"(?:thanks?|thank you)(?: you)? for (?:sign|subscri|read|register|visit|support|join|your)|"
    r"(?:you (?:have|are|['’]ve) (?:been |now |successfully )*(?:subscrib|signed|register))|"
    r"(?:please )?check your (?:inbox|e-?mail)|we['’]?(?:ve| have) sent you|an error (?:has )?occurred|something went wrong",
    _I,
)
_RUBRIC = re.compile(
    r"(?:(?:read|see|view|watch|load|show|discover|explore|find)\s+(?:next|more|also|too|all|full)|(?:what|where) to (?:read|watch)|"
    r"(?:more|latest|related|recommended|trending|popular|top|other|further|similar|suggested|recent|must|just in|breaking)\b|"
    r"most[ -](?:read|popular|viewed|shared|recent|commented)|editor['’]?s['’]? (?:picks?|choice)|(?:our|staff|reader) picks?|"
    r"you (?:may|might|could) (?:also |like|be )|also (?:read|see|on|in|by|worth)|don['’]?t miss|up next|next up|next (?:article|story|post)|"
    r"previous(?: (?:article|story|post))?|in (?:this|other) (?:article|story|news|section)|if you liked|"
    r"about (?:us|the (?:author|writer|reporter))|contact(?: us)?|share|follow|newsletters?|menu|home|search|skip to|"
    r"sections?|topics?|tags?|tagged|keywords|categor(?:y|ies)|filed under|privacy|terms|cookies?|careers|jobs|advertise|"
    r"subscribe|sign (?:in|up)|log ?in|log ?out|register|my account|support us|donate|gallery|photos?|videos?|live|"
    r"table of contents|contents|key (?:points|takeaways)|back to top|next|more from|from our|on this (?:topic|story|page)|"
    r"leave a (?:comment|reply)|(?:view |show |read |post |add )?(?:\d+ )?comments?|replies|replying to|reply|join the (?:conversation|discussion)|"
    r"author|sponsor|partners?|follow us|stay (?:connected|informed)|read in|all rights|listen to|play|pause|loading|"
    r"(?:our|the) (?:standards|latest|newsletters?)|disclaimer|correction policy|report (?:an error|a typo))\b",
    _I,
)
_COMMENTS = re.compile(
    r"(?:(?:view |show |read |post |add |all )?\(?(?:\d+ )?comments?\)?(?: \(?\d+\)?| section| policy| FAQ| guidelines)?|"
    r"leave a (?:comment|reply)|join the (?:conversation|discussion)|replying to\b.*|discussion|what do you think)\W*",
    _I,
)
_COMMENT_RULES = re.compile(
    r"\bcomments?\b.{0,60}\b(?:moderat\w+|abusive|on-topic|polic(?:y|ies)|guidelines|FAQs?|community|closed|publish\w*|reserve)\b|"
    r"\b(?:moderat\w+|community guidelines|house rules)\b.{0,60}\bcomments?\b|be the first to comment|"
    r"(?:log|sign) in to (?:comment|reply)|your e-?mail address will not be published",
    _I,
)
_LEAD_IN = re.compile(
    r"(?:\W{0,3})(?:(?:also |must |further )?read(?: more| also| next| too| on| here| full)?|see(?: also| more)|"
    r"also in (?:today|this|our)\b.{0,30}|related(?: (?:article|story|stories|news|content))?|more(?: on this| here)?|don['’]t miss|recommended|you may also like|"
    r"(?:next|previous)(?: (?:article|story|post))?)\s*(?::|\||>|»|→|–|—|-\s)\s*\S",
    _I,
)
# Kinds of article that stand before a title; an article's own headline may begin so too.
_KICKER = re.compile(
    r"(?:\W{0,3})(?:watch(?: also| live| now| video)?|listen|opinion|explainer|explained|live(?: blog| updates)?|background|previously|earlier|"
    r"in pictures|in photos|photos?|video|gallery|podcast|quiz|poll)\s*(?::|\||>|»|→|–|—|-\s)\s*\S",
    _I,
)
# Guillemets point to another page only where they do not enclose words.
_ARROW = re.compile(r"(?:[‹›←→⟵⟶▶►◀➡↑↓]|<<|>>|[«»](?![^«»]*[«»]))\s*\w|[^«‹]{0,120}\w\s*(?:[»›→⟶►➡]|>>)$")
_LEGAL = re.compile(
    r"(?<![Ã\w])©\s*(?:19|20)\d\d|^©|(?<!Ã)©\s*(?-i:[A-Z])|\(c\)\s*(?:19|20)\d\d|\bcopyright\b\s*(?:©|\(c\)|(?:19|20)\d\d|[A-Z])|\ball rights reserved\b|"
    r"\bmay not be (?:published|reproduced|copied|broadcast|republished|rewritten)\b|\b(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice|statement))\b|"
    r"\bcookies? (?:policy|settings|preferences|notice)\b|\b(?:we|site|website) uses? cookies\b|\byour (?:consent|privacy)\b|\breproduction (?:in whole|without|is)\b|"
    r"^re(?:print|production|publication)s?(?:ing)? (?:is |are )?(?:free|permitted|prohibited|allowed|only|with)\b|"
    r"\bno part of this\b|\bis protected by re",
    _I,
)
_NOTICE = re.compile(
    r"\b(?:suggest|report|request|submit) (?:a|an|any) (?:correction|error|mistake|typo|clarification|tip)|\b(?:spotted|found|noticed|see) (?:an?|any) (?:error|mistake|typo)|"
    r"\b(?:highlight|select) (?:the|a) (?:text|fragment|piece)|\bpress ctrl\b|\b(?:have|got) (?:a|an|any) (?:\w+ )?(?:tip|story|question)s?\b.*\?|"
    r"\bthe views (?:and opinions )?expressed\b|\bviews? (?:here|in this) .{0,40}(?:author|own)\b|\bdo(?:es)? not necessarily (?:reflect|represent)\b|"
    r"\b(?:this|your) (?:browser|device) (?:does not|doesn['’]t)|\b(?:enable|turn on) javascript\b|\bjavascript (?:is )?(?:disabled|required)\b|"
    r"\b(?:this|the) (?:page|site|content|video|form) (?:is protected|cannot be|can't be|is not available|requires|is unavailable)|"
    r"\bour (?:editorial )?(?:standards|ethics|trust principles)\b|\bwhy (?:you can )?trust us\b|\bhow we (?:report|work)\b|"
    r"\bdetermination of the trustworthiness\b|\bwrite to us\b|\be-?mail us\b|\bcontact us\b",
    _I,
)
_AGE = re.compile(
    r"\W{0,3}(?:(?:updated|published|posted)\s+)?(?:\d{1,3}|an?|one|two|three|few|a few)\s*"
    r"(?:(?:h|hrs?|m|mins?|d|w|wks?|mo|y|yrs?|s|secs?)|"
    r"(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?|s|secs?|seconds?)\.?[ -](?:ago|read|watch|listen|video))\W{0,3}|(?:just now|yesterday|today|last week)",
    _I,
)
_AGE_TAIL = re.compile(
    r"\b\d{1,3}\s*(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|weeks?|months?)\s+ago\W*$|^\W*\d{1,3}\s*(?:h|hours?|mins?|minutes?|days?|weeks?)\s+ago\b",
    _I,
)
_NETWORK = r"(?:facebook|twitter|x|instagram|youtube|linkedin|telegram|whatsapp|tiktok|threads|bluesky|reddit|pinterest|e-?mail|rss|viber|messenger|mastodon|flipboard|print|copy(?: link)?|share(?: on| via| this)?|follow(?: us)?(?: on)?|tweet|sms|link|more)"
_NETWORKS = re.compile(
    rf"\W*{_NETWORK}(?:\W+(?:(?:on|via|and|or|by|to|icon|page|channel|logo)\W+)*{_NETWORK})*\W*", _I
)
_HANDLES = re.compile(
    r"\W*(?:(?:follow )?(?:@\w+|https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|#\w+)[\s,|•·]*)+", _I
)
_SEPARATOR = re.compile(r"[\W_]+")
_MENU = re.compile(
    r"\w[\w&'’ ]{0,24}(?:\s*[|›»/•·>]\s*\w[\w&'’ ]{0,24}){2,}|(?:home|news)\s*[›»>/]\s*.{1,60}", _I
)
_HYPHENED = re.compile(r"[a-z]+(?:[-_][a-z]+){1,3}")
_LOWER_WORD = re.compile(r"[a-z]{2,15}(?: [a-z]{2,15})?")


def tell(block: Block) -> str | None:
    """The family of furniture the line belongs to by its own words; None where they tell nothing."""
    text = block.text
    count = len(block.shape.words)
    if count > 70 or len(text) > 500:
        return None
    return _tell_short(text, count) or _tell_sentence(block, text, count)


def _tell_short(text: str, count: int) -> str | None:
    """What lines of a few words tell."""
    if _SEPARATOR.fullmatch(text):
        return SEPARATOR
    if count <= 8:
        if count <= 7 and _ADVERT.match(text) and not text.endswith("."):
            return ADVERT
        if _AGE.fullmatch(text) or _AGE_TAIL.search(text):
            return AGE
        if _COMMENTS.fullmatch(text):
            return COMMENTS
        if _NETWORKS.fullmatch(text):
            return LINK
        if count <= 2 and _HYPHENED.fullmatch(text):
            return LABEL
    if _HANDLES.fullmatch(text):
        return LINK
    if _MENU.fullmatch(text):
        return NAVIGATION
    if count <= 6 and _RUBRIC.match(text) and text[-1] not in ".!\"”'’" and not _SAYING.search(text):
        return RUBRIC
    return None


def _tell_sentence(block: Block, text: str, count: int) -> str | None:
    """What a line of some words tells, none of it being something said."""
    if count <= 70 and _LEGAL.search(text) and (count <= 25 or not _SAYING.search(text)):
        return LEGAL if not _has_quotation(text) else None
    if count > 45 or _SAYING.search(text):
        return LEAD_IN if _is_lead_in(block, count) else None
    if _THANKS.search(text) and count <= 30:
        return THANKS
    if _COMMENT_RULES.search(text):
        return COMMENTS
    if (_SIGN_UP.search(text) and _TO_READER.search(text)) or (count <= 35 and _is_invitation(text)):
        return INVITATION
    if _NOTICE.search(text) and not _has_quotation(text):
        return NOTICE
    if _is_lead_in(block, count):
        return LEAD_IN
    return KICKER if count <= 25 and _KICKER.match(text) and not text.endswith(".") else None


def _is_invitation(text: str) -> bool:
    opening = _INVITING.match(text)
    if opening is None or _NOUN_AFTER.match(text):
        return False
    return _CHANNEL.search(text, opening.end()) is not None


def _is_lead_in(block: Block, count: int) -> bool:
    text = block.text
    if count > 30:
        return False
    if _ARROW.match(text):
        return True
    return _LEAD_IN.match(text) is not None and not (block.shape.is_closed and text.endswith("."))


def _has_quotation(text: str) -> bool:
    return any(mark in text for mark in '"“”„«') and len(text) > 60


def is_other_byline(block: Block) -> bool:
    """Whether the line is a byline such as lists of other articles have."""
    return len(block.shape.words) <= 8 and says_by(block.text)


def is_plain_label(block: Block) -> bool:
    """Whether the line is one or two small words standing alone, as buttons are labelled."""
    return _LOWER_WORD.fullmatch(block.text) is not None
