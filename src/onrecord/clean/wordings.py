"""How each family of furniture is worded, as patterns for `families`."""

from __future__ import annotations

import re

_I = re.IGNORECASE
SAYING = re.compile(r"\b(?:said|says|told|asked|according to|added|stated|announced|warned|reported)\b", _I)

ADVERT = re.compile(
    r"(?:advert(?:isement|ising|orial|s)?|ads?|sponsored(?: by| content| post| links?)?|promoted|"
    r"paid (?:content|post|partnership)|"
    r"partner content|(?:story|article) continues(?: below)?|continues? (?:reading )?(?:below|after)|"
    r"scroll (?:down )?(?:to|for)|"
    r"skip ad(?:vert(?:isement)?)?|ad feedback|remove ads)\b",
    _I,
)
_VERB = (
    r"join|follow|subscribe|sign[ -]?up|sign in|log ?in|share|download|support|donate|like|watch|listen|"
    r"get|send|"
    r"contact|e-?mail|write(?: to)?|click|tap|become|register|stay|enter|receive|help|try|start|read|"
    r"view|see|check out|"
    r"visit|print|save|copy|pin|bookmark|comment|add|choose|browse|explore|discover|find|keep|never miss|"
    r"don['’]t miss|"
    r"want|do you|have you|have a|have an|got a|got an|love|enjoy(?:ing)?|interested|looking for|submit|"
    r"turn on|enable|allow|"
    r"connect|catch|make|please|for (?:more|the latest)|to (?:read|see|get|receive|suggest|report|"
    r"contact|view|leave|post|comment|subscribe)|"
    r"you can|we (?:need|rely|depend|want)|if you|this (?:article|story) is (?:free|available|for)|"
    r"already a|not a|unlock"
)
_OBJECT = (
    r"newsletters?|inbox|telegram|whatsapp|facebook|twitter|instagram|youtube|linkedin|threads|tiktok|"
    r"bluesky|mastodon|"
    r"viber|signal|reddit|rss|podcasts?|apps?|channels?|subscri(?:be|bers?|ption|ptions|bing)|"
    r"notifications?|alerts?|e-?mail(?: address)?|"
    r"account|member(?:ship)?s?|our (?:\w+ )?(?:coverage|journalism|work|reporting|team|site|website|"
    r"page|community|stories|reporters?|"
    r"journalists|readers|mission|channel|group|comments?|digest|briefing|list|newsroom)|us|here|"
    r"updates?|free trial|"
    r"donat(?:e|ion|ions)|gift|patreon|paywall|full (?:story|article)|(?:this|the) (?:article|story|page|"
    r"link|text)|ctrl|cookies?|"
    r"comments?(?: section)?|FAQs?|read more|more stories|google news|apple news|latest news|top stories|"
    r"home ?page|your (?:friends|feed)|"
    r"typo|correction|news tips?|tips?"
)
INVITING = re.compile(rf"(?:[^\w\s]\s*)?(?:{_VERB})\b", _I)
CHANNEL = re.compile(rf"\b(?:{_OBJECT})\b|(?<![\w.])@\w{{3,}}|https?://|www\.", _I)
# A noun that only looks like the imperative: "Support for …", "Contact with …", "Help from …".
NOUN_AFTER = re.compile(
    r"(?:[^\w\s]\s*)?(?:support|contact|help|comment|share|watch|start|view|print|like|follow|tweet|list|"
    r"read|love|try)s?\s+"
    r"(?:for|from|with|between|among|has|have|had|is|was|were|are|will|of|in|by)\b(?! (?:on|us|our|your|"
    r"the app)\b)",
    _I,
)
SIGN_UP = re.compile(
    r"\b(?:sign(?:ing)?[ -]?up|subscrib(?:e|ing)|delivered|straight|direct)\b.{0,80}\b(?:newsletter|"
    r"inbox|updates|alerts|digest|briefing|e-?mails?)\b"
    r"|\b(?:newsletter|e-?mails?)\b.{0,60}\b(?:sign(?:ing)?[ -]?up|subscribe|unsubscribe)\b|"
    r"\bunsubscribe\b",
    _I,
)
TO_READER = re.compile(rf"^(?:[^\w\s]\s*)?(?:{_VERB})\b|\b(?:our|your|you|us|free)\b", _I)
THANKS = re.compile(
    r"(?:thanks?|thank you)(?: you)? for (?:sign|subscri|read|register|visit|support|join|your)|"
    r"(?:you (?:have|are|['’]ve) (?:been |now |successfully )*(?:subscrib|signed|register))|"
    r"(?:please )?check your (?:inbox|e-?mail)|we['’]?(?:ve| have) sent you|an error (?:has )?occurred|"
    r"something went wrong",
    _I,
)
RUBRIC = re.compile(
    r"(?:(?:read|see|view|watch|load|show|discover|explore|find)\s+(?:next|more|also|too|all|full)|"
    r"(?:what|where) to (?:read|watch)|"
    r"(?:more|latest|related|recommended|trending|popular|top|other|further|similar|suggested|recent|"
    r"must|just in|breaking)\b|"
    r"most[ -](?:read|popular|viewed|shared|recent|commented)|editor['’]?s['’]? (?:picks?|choice)|(?:our|"
    r"staff|reader) picks?|"
    r"you (?:may|might|could) (?:also |like|be )|also (?:read|see|on|in|by|worth)|don['’]?t miss|up next|"
    r"next up|next (?:article|story|post)|"
    r"previous(?: (?:article|story|post))?|in (?:this|other) (?:article|story|news|section)|if you liked|"
    r"about (?:us|the (?:author|writer|reporter))|contact(?: us)?|share|follow|newsletters?|menu|home|"
    r"search|skip to|"
    r"sections?|topics?|tags?|tagged|keywords|categor(?:y|ies)|filed under|privacy|terms|cookies?|"
    r"careers|jobs|advertise|"
    r"subscribe|sign (?:in|up)|log ?in|log ?out|register|my account|support us|donate|gallery|photos?|"
    r"videos?|live|"
    r"table of contents|contents|key (?:points|takeaways)|back to top|next|more from|from our|"
    r"on this (?:topic|story|page)|"
    r"leave a (?:comment|reply)|(?:view |show |read |post |add )?(?:\d+ )?comments?|replies|replying to|"
    r"reply|join the (?:conversation|discussion)|"
    r"author|sponsor|partners?|follow us|stay (?:connected|informed)|read in|all rights|listen to|play|"
    r"pause|loading|"
    r"(?:our|the) (?:standards|latest|newsletters?)|disclaimer|correction policy|report (?:an error|"
    r"a typo))\b",
    _I,
)
COMMENTS = re.compile(
    r"(?:(?:view |show |read |post |add |all )?\(?(?:\d+ )?comments?\)?(?: \(?\d+\)?| section| policy|"
    r" FAQ| guidelines)?|"
    r"leave a (?:comment|reply)|join the (?:conversation|discussion)|replying to\b.*|discussion|"
    r"what do you think)\W*",
    _I,
)
# "Comments" of the page are many and are moderated; "his comments" on a policy are of the story.
COMMENT_RULES = re.compile(
    r"(?:^|\b(?:all|our|your|the|user|reader)\s+)comments?(?: section)?\s+"
    r"(?:(?:are|is|will be|must|may|should|that|posted|submitted|policy|faqs?|guidelines|rules)\b).{0,80}"
    r"\b(?:moderat\w+|abusive|on-topic|polic(?:y|ies)|guidelines|faqs?|closed|open|publish\w*|posted|delet\w+|remov\w+)\b|"
    r"\b(?:our|the|see) (?:\w+ )?comments? (?:policy|faqs?|guidelines|rules)\b|"
    r"\b(?:community guidelines|house rules)\b.{0,60}\bcomment|be the first to comment|"
    r"(?:log|sign) in to (?:comment|reply)|your e-?mail address will not be published",
    _I,
)
LEAD_IN = re.compile(
    r"(?:\W{0,3})(?:(?:also |must |further )?read(?: more| also| next| too| on| here| full)?|see(?: also|"
    r" more)|"
    r"also in (?:today|this|our)\b.{0,30}|related(?: (?:article|story|stories|news|content))?|"
    r"more(?: on this| here)?|don['’]t miss|recommended|you may also like|"
    r"(?:next|previous)(?: (?:article|story|post))?)\s*(?::|\||>|»|→|–|—|-\s)\s*\S",
    _I,
)
# Kinds of article that stand before a title; an article's own headline may begin so too.
KICKER = re.compile(
    r"(?:\W{0,3})(?:watch(?: also| live| now| video)?|listen|opinion|explainer|explained|live(?: blog|"
    r" updates)?|background|previously|earlier|"
    r"in pictures|in photos|photos?|video|gallery|podcast|quiz|poll)\s*(?::|\||>|»|→|–|—|-\s)\s*\S",
    _I,
)
# Guillemets point to another page only where they do not enclose words.
ARROW = re.compile(r"(?:[‹›←→⟵⟶▶►◀➡↑↓]|<<|>>|[«»](?![^«»]*[«»]))\s*\w|[^«‹]{0,120}\w\s*(?:[»›→⟶►➡]|>>)$")
LEGAL = re.compile(
    r"(?<![Ã\w])©\s*(?:19|20)\d\d|^©|(?<!Ã)©\s*(?-i:[A-Z])|\(c\)\s*(?:19|20)\d\d|\bcopyright\b\s*(?:©|"
    r"\(c\)|(?:19|20)\d\d|[A-Z])|\ball rights reserved\b|"
    r"\bmay not be (?:published|reproduced|copied|broadcast|republished|rewritten)\b|"
    r"\b(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice|statement))\b|"
    r"\bcookies? (?:policy|settings|preferences|notice)\b|\b(?:we|site|website) uses? cookies\b|"
    r"\byour (?:consent|privacy)\b|\breproduction (?:in whole|without|is)\b|"
    r"^re(?:print|production|publication)s?(?:ing)? (?:is |are )?(?:free|permitted|prohibited|allowed|"
    r"only|with)\b|"
    r"\bno part of this\b|\bis protected by re",
    _I,
)
NOTICE = re.compile(
    r"\b(?:suggest|report|request|submit) (?:a|an|any) (?:correction|error|mistake|typo|clarification|"
    r"tip)|\b(?:spotted|found|noticed|see) (?:an?|any) (?:error|mistake|typo)|"
    r"\b(?:highlight|select) (?:the|a) (?:text|fragment|piece)|\bpress ctrl\b|\b(?:have|got) (?:a|an|"
    r"any) (?:\w+ )?(?:tip|story|question)s?\b.*\?|"
    r"\bthe views (?:and opinions )?expressed\b|\bviews? (?:here|in this) .{0,40}(?:author|own)\b|"
    r"\bdo(?:es)? not necessarily (?:reflect|represent)\b|"
    r"\b(?:this|your) (?:browser|device) (?:does not|doesn['’]t)|\b(?:enable|turn on) javascript\b|"
    r"\bjavascript (?:is )?(?:disabled|required)\b|"
    r"\b(?:this|the) (?:page|site|content|video|form) (?:is protected|cannot be|can't be|"
    r"is not available|requires|is unavailable)|"
    r"\bour (?:editorial )?(?:standards|ethics|trust principles)\b|\bwhy (?:you can )?trust us\b|"
    r"\bhow we (?:report|work)\b|"
    r"\byou(?:['’]ve| have) (?:now |already )?(?:read|used|reached|viewed) (?:\w+ ){1,4}(?:free|monthly|limit)\b|"
    r"^(?:go on|keep|continue) reading (?:for|with|this)\b|^subscribers? (?:can |may )?(?:read|keep) (?:on|reading)\b|"
    r"\bto (?:continue|keep|go on) reading\b|"
    r"^(?:new\W+)?you can now listen to\b|\b(?:web ?site|site) contains only\b|"
    # What papers put under copy of agencies that went in by itself.
    r"\b(?:story|article|report|copy) has not been (?:edited|modified)\b|"
    r"\b(?:auto-?generated|published|sourced) (?:\w+ )?from (?:an? )?(?:\w+ )?"
    r"(?:syndicated|agency|wire) (?:\w+ )?feed\b|"
    r"\bdetermination of the trustworthiness\b|\bwrite to us\b|\be-?mail us\b|\bcontact us\b",
    _I,
)
NOTICE_WORDS = (
    "©|(c)|copyright|rights reserved|may not be|terms|privacy|cookie|consent|reprod|reprint|republi|"
    "no part of|protected|"
    "thank|subscrib|sign|regist|inbox|mail|sent you|went wrong|occurred|comment|moderat|house rules|"
    "newsletter|correct|"
    "error|mistake|typo|clarif|tip|highlight|select|ctrl|a story|question|the views|necessarily|browser|"
    "device|javascript|"
    "free|monthly|limit|reading|"
    "this page|this site|this content|this video|this form|standards|ethics|trust|how we|write to us|"
    "contact us|listen to|contains only|not been edited|not been modified|feed"
).split("|")
AGE = re.compile(
    r"\W{0,3}(?:(?:updated|published|posted)\s+)?(?:\d{1,3}|an?|one|two|three|few|a few)\s*"
    r"(?:(?:h|hrs?|m|mins?|d|w|wks?|mo|y|yrs?|s|secs?)|"
    r"(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?|s|secs?|"
    r"seconds?)\.?[ -](?:ago|read|watch|listen|video))\W{0,3}|(?:just now|yesterday|today|last week)",
    _I,
)
AGE_TAIL = re.compile(
    r"\b\d{1,3}\s*(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|weeks?|months?)\s+ago\W*$|^\W*\d{1,3}\s*(?:h|"
    r"hours?|mins?|minutes?|days?|weeks?)\s+ago\b",
    _I,
)
_NETWORK = (
    r"(?:facebook|twitter|x|instagram|youtube|linkedin|telegram|whatsapp|tiktok|threads|bluesky|reddit|pinterest|"
    r"e-?mail|rss|viber|messenger|mastodon|flipboard|print|copy(?: link)?|share(?: on| via| this)?|"
    r"follow(?: us)?(?: on)?|tweet|sms|link|more)"
)
NETWORKS = re.compile(rf"\W*{_NETWORK}(?:\W+(?:(?:on|via|and|or|by|to|icon|page|channel|logo)\W+)*{_NETWORK})*\W*", _I)
LINK_MARK = re.compile(r"@\w+|https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|#\w+")
LINK_GAPS = re.compile(r"[\s,|•·]+")
SEPARATOR = re.compile(r"[\W_]+")
MENU_SIGNS = ("|", "›", "»", "/", "•", "·", ">")
MENU_GAPS = re.compile(r"\s*[|›»/•·>]\s+")
MENU_ITEM = re.compile(r"\w[\w&'’ -]{0,28}")
CRUMBS = re.compile(r"(?:home|news)\s?[›»>/]\s?.{1,60}", _I)
# Over the few lines that tell an article's news once more before it begins.
SUMMARY = re.compile(r"(?:summary|companies|key (?:points|takeaways)|at a glance|in brief|in short)\W*", _I)
HYPHENED = re.compile(r"[a-z]+(?:[-_][a-z]+){1,3}")
LOWER_WORD = re.compile(r"[a-z]{2,15}(?: [a-z]{2,15})?")
