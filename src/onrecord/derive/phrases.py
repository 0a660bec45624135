"""The words that name an issue, taken from the words of an article.

A name has one of four forms, and its first characters tell which: a noun phrase ("the ferry tolls", "lifting the
tolls"), an infinitive ("to lift the tolls"), a clause ("that the tolls must go") or a quotation ("“The tolls stay”").
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.text.abbreviations import BEFORE_NAMES
from onrecord.text.stems import STOPWORDS, content_stems
from onrecord.text.words import words

MOST_WORDS = 14
MOST_OF_CLAUSE = 18
MOST_OF_QUOTATION = 26

_MARKS = "\"“”‘’'«»„ "
_HEAD = re.compile(
    r"^[\W_]*(?:(?:that|to|for|of|on|all|(?:any|even|no)(?: (?:new|more|further))?|such(?!\b.* as\b)|further|more|"
    r"the (?:idea|possibility|notion|prospect|suggestion) of|(?:any |a |the )?(?:need|reason|room|point in|prospect of)"
    r"(?: for| in)?(?= \w)|our|my|your|"
    r"what (?:he|she|they|it|we|i) (?:calls?|called|describes? as|described as|terms|termed|dubbed)|"
    r"(?:some|many|people|they|he|she|we|i) (?:say|says|said|believe|believes|believed|think|thinks|argue|argues)[:,]?)"
    r"\s+[\"'“”‘’]*)*",
    re.IGNORECASE,
)
# How or when it is said, before what it is said of: "dismissed | as theatre the threat", "met | warmly the return".
_MANNER = re.compile(
    r"^[\W_]*(?:(?:\w+ly|outright|out of hand|in full|in part|again|once more|yesterday|today|on \w+day|last \w+|"
    r"for now|for the moment|in (?:the strongest(?: possible)?|no uncertain|strong) terms|"
    r"as (?:an? |the )?[“\"‘'][^“”\"‘’']{3,50}[”\"’']|as (?:an? )?[\w-]+"
    r"(?: (?:and |or )?[\w-]+)?),?\s+)+(?=[“\"‘']?(?:the|an?|its|his|her|their|any|all|every|each|such|this|"
    r"that|these|those|calls|plans|claims|[A-Z][\w-]+[’']s)\b)(?!the (?:strongest|possible)\b)",
    re.IGNORECASE,
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "spring|summer|autumn|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_PERIOD = rf"(?:weekend|week|month|year|decade|day|night|season|{_MONTHS})"
# By when it is to be, which is no part of what it is called.
_WHEN = re.compile(
    rf"\s(?:on the eve of\b.*|(?:by|at|before) (?:the )?(?:end of (?:the |this |next )?{_PERIOD}|weekend|noon|midnight|"
    rf"tomorrow|next {_PERIOD}|(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{1,2}})?|\d{{4}})|on (?:{_MONTHS})(?: \d{{1,2}})?|"
    rf"(?:this|next|last) {_PERIOD}|within (?:the|an?|\w+) (?:hours?|{_PERIOD}s?)|"
    r"yesterday|today|tomorrow|tonight|immediately|at once|"
    r"(?:in|during|with|through|via|on) an? (?:[\w’'-]+ ){0,2}(?:statement|ruling|letter|speech|address|post|tweet|"
    r"interview|column|essay|diatribe|compromise|report|memo|email|filing|brief|broadcast|show|podcast|video)\b.*)$"
)
# "He called for urgent …": a quality without its thing names nothing.
_QUALITY = re.compile(
    r"^(?:military|foreign|urgent|immediate|political|economic|financial|nuclear|national|international|regional|local|"
    r"public|private|legal|illegal|social|new|independent|humanitarian|diplomatic|direct|bilateral|federal|serious|"
    r"full|total|absolute|complete|strict|tough|\w+(?:[aeo]rial|ational|itical|omic|lateral|arian|ious|eous|ful|less))$"
)
_THINGS = re.compile(r"^(?:material|editorial|memorial|tutorial|trial|vegetarian|librarian|civilian|handful)$")
# A comma between the members of a list ends nothing: "Ober, Nether and Mid Castria".
_LISTED = r",(?! (?:[\w’'.-]+ ){0,2}[\w’'.-]+(?:,| and\b| or\b)(?! (?:he|she|they|it|said|says)\b))"
_TITLES = "".join(rf"(?<!\b{title})" for title in sorted(BEFORE_NAMES))  # their stop ends nothing
_STOP = rf"{_LISTED}|[;:!?()—–…]|(?<!\b[A-Za-z]){_TITLES}\.(?:\s|$|[\"”’])|\s-{{1,2}}\s"
_ONLY = r"(?<!anywhere)(?<!anything)(?<!nothing)(?<!nowhere)"  # "nowhere but into the river" is one phrase
# "To bring it before the River Commission": whom it comes before, not when.
_FORUM = (
    r" (?:the |an? )?(?:\w+ ){0,4}(?:commission|court|council|tribunal|parliament|congress|assembly|committee|board|"
    r"judges?|magistrates?)\b(?! \w+s\b)"
)
_SUBORDINATE = (
    rf"who|which|because|if|unless|when|while|as long as|so long as|ahead of|amid|after|before(?!{_FORUM})|despite|"
    r"until|but|since|so that|whether|although|though|saying|adding|provided"
)
_FINITE = r"is|are|was|were|will|would|can|could|has|have|had|did|does|do|must|should|may|might|shall"
_CLAUSE_END = re.compile(rf"{_STOP}|{_ONLY}\s(?:{_SUBORDINATE})\b", re.IGNORECASE)
_PHRASE_END = re.compile(
    rf"{_STOP}|{_ONLY}\s(?:{_SUBORDINATE}|that|where|whose|over how|on how|under which|aimed at|as(?= )(?! part\b)|"
    rf"and for (?=all|both|the|every|an?\b)|and (?:has|had|have|is|was|were|will|would) |"
    rf"(?:it|he|she) \w+s|(?:it|he|she|they|we) (?:\w+ed|have|had|has|will|would|can|could)|{_FINITE})\b",
    re.IGNORECASE,
)
_FINITE_NEXT = re.compile(
    r"\s(?:is|are|was|were|will|would|can|could|has|have|had|must|should|may|might|shall)\b", re.IGNORECASE
)
_VERBAL = re.compile(rf"\s(?:{_FINITE}|be)\b|n['’]t\b|['’]ll\b", re.IGNORECASE)
_WISH = re.compile(
    r"^\W*(?:the )?(?:[A-Z][\w.’'-]+ )+(?!(?:of|to|for|in|on|at|by|and|or|with|from|over|as|who|into|about)\b)"
    r"[a-z]+(?<!s)(?<!ed)(?<!ing) (?:the|an?|its|his|her|their|from|back|out|down|up|all)\b"
)
# No clause begins with its verb, nor with the question it answers.
_NO_SUBJECT = re.compile(
    rf"^(?:(?:now|also|then|still|only) )?(?:{_FINITE}|about|why|how|what|whether|when|where|which|who|of|for)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:what|who|which|that|how|where)$", re.IGNORECASE)
_LOOSE = re.compile(
    r"\s+(?:of|to|for|in|on|at|by|with|from|over|about|and|or|the|an?|its?|his|her|their|our|any|as|into|than|not|what|"
    r"how|such|between|under|through|against|within|worth|[–—-])$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s(?:of|to|for|in|on|at|by|with|from|over|about|and|or|as|into|under|through|against)\s")
_PRONOUNS = frozenset(
    "he she it they we i you this that these those there one them us him her so okay ok yes no well never".split()
)
# "He dismissed the demand" does not tell what was demanded.
_SPEECH = re.compile(
    r"^(?:the |this |that |these |those |its |his |her |their )?(?:demand|claim|idea|suggestion|request|call|notion|"
    r"accusation|allegation|argument|charge|report|remark|criticism|question|comparison|comment|statement|thought|such)s?$",
    re.IGNORECASE,
)
# "Proposed it for individuals", "their selection": a word alone that says of whom or what kind, not what.
_PEOPLE = re.compile(r"^(?:individuals|people|others|everyone|everybody|those|many|most|some|forces)$", re.IGNORECASE)
# Verbs that say by themselves what is to be done; any other needs its object: "to define", "to move".
_ALONE = frozenset(
    "abdicate abstain apologise apologize appear attend attack bargain campaign comply compromise cooperate co-operate "
    "disarm elaborate evacuate fight go help intervene join leave mediate meet negotiate participate pay quit resign "
    "respond retaliate retreat return run sign speak stay step stop strike surrender talk testify vote wait walk "
    "withdraw work yield".split()
)
_SPEAKERS_OWN = frozenset("i we my our us me you your ours mine myself ourselves".split())
_OBJECTS = re.compile(
    r"^(?:(?:him|them|us|me|you|one|it|something|someone|anything)\b|her (?:for|over|of|as|in|on)\b)", re.IGNORECASE
)
_UNNAMED = re.compile(r"^(?:he|she|it|they|this|that|these|those|there|we|i|you)\b", re.IGNORECASE)
# "No role for the League" is a role that is refused.
_COUNTED = re.compile(r"^(?:role|place|seat|voice|say|part|future)\s(?:for|in|at|of|on)\b")
# What stands behind "to" where it is no infinitive: "opposed to the toll", "agreed to talks".
_NOUN_FIRST = re.compile(
    r"(?:the|an?|its?|his|her|their|our|my|your|any|all|every|each|no|such|this|that|these|those|some|more|\d\S*|"
    r"\w+ing|\w+(?:tion|ment|ity|ence|ance|ogue|ship|ness)s?|(?!(?:pass|discuss|dismiss|press|focus|process|cross|"
    r"address|access|assess|possess|express|miss|witness)\b)\w+s|peace|trade|help|aid|direct|further)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"^(?:this|that|it|they|these|those|such|he|she|no|yes|never)\b(?! (?:\w+ ){0,3}\w+ing\b)", re.IGNORECASE
)
# "Told | the ferrymen they would have to pay", "dismissed | Castria’s demand that the crew be freed".
_ADDRESSEE = re.compile(
    r"^(?:(?:the|his|her|its|their|some|all) )?(?:[\w’-]+ ){1,4}(?=(?:that )?(?:they|he|she|it|we) "
    r"(?:would|will|must|should|had|have|were|was|are|is|could|can)\b)"
)
_WISHED = re.compile(
    r"^\W*(?:[\w’'-]+ ){0,4}"
    r"(?:demands?|requests?|calls?|proposals?|ideas?|suggestions?|insistence|notion) (?=that (?:\w+ ){2})"
)
# Commas within a few words in quotation marks end nothing: the “one river, two banks” formula.
_QUOTED_FEW = re.compile(r"[“\"][^“”\"]{3,60}[”\"](?= \w)")
_NOUN_WILL = re.compile(r"\b(?:its|their|his|her|the|free|good|political|ill|popular) will\b(?! (?:not|be|have)\b)")
_INITIALS = re.compile(r"\s\([A-Z]{2,6}\)")  # "the River Court (RC) to open a case"
_RECIPIENT = re.compile(
    r"^\W*(?:the |its |his |her |their )?[\w’-]+ (?=[“\"‘]?(?:an?|the|every|each|no|more|[\d$€£]\S*)\s)", re.IGNORECASE
)


def noun_phrase(text: str) -> str | None:
    """The noun phrase that the text begins with, as printed, its article with it; None for a pronoun."""
    text = _INITIALS.sub("", _MANNER.sub("", text))
    begun = text[_HEAD.match(text).end() :].strip(_MARKS)  # type: ignore[union-attr]
    cut = _PHRASE_END.search(_masked(begun))
    named = None if _OBJECTS.match(begun) else _named(begun[: cut.start()] if cut else begun, MOST_WORDS)
    named = _WHEN.sub("", named) if named else None
    if named is None or _SPEECH.match(named) or _PEOPLE.match(named):
        return None
    return None if _QUALITY.match(named) and not _THINGS.match(named) else named


def subject_phrase(text: str) -> str | None:
    """The text before a verb as the noun phrase that it is, whole; None for a pronoun or more than a phrase."""
    begun = text[_HEAD.match(text).end() :].strip(_MARKS)  # type: ignore[union-attr]
    too_long = len(begun.split()) > MOST_WORDS + 3
    return None if too_long else _named(re.sub(r"\s*[,;:–—]$", "", begun), MOST_WORDS + 3)


def infinitive(text: str) -> str | None:
    """What is to be done, as "to …"; the text begins with the verb."""
    begun = re.sub(r"^\W*(?:to )?", "", text).strip(_MARKS)
    cut = _PHRASE_END.search(begun)
    if cut and re.search(r"\b(?:what|whatever|how)\b", begun[: cut.start()]):
        cut = _CLAUSE_END.search(begun)
    named = _named(begun[: cut.start()] if cut else begun, MOST_WORDS)
    bare = re.sub(r"^not ", "", named or "").lower()
    return f"to {named}" if named and (" " in bare or bare in _ALONE) else None


def clause(text: str) -> str | None:
    """The clause with which the text begins, as "that …"; None where its subject is a pronoun."""
    told = own_clause(text)
    return None if told is None or _UNNAMED.match(told.removeprefix("that ")) else told


def own_clause(text: str) -> str | None:
    """The clause with which the text begins, as "that …", whatever its subject."""
    begun = re.sub(r"^\W*(?:that )?(?:(?:so|but|and|also) )?", "", text, flags=re.IGNORECASE).strip(_MARKS)
    cut = _CLAUSE_END.search(begun)
    named = _named(begun[: cut.start()] if cut else begun, MOST_OF_CLAUSE)
    return f"that {named}" if named and not _NO_SUBJECT.match(named) else None


# What stands in quotation marks before words that do not: ““realism” on the eve of talks”.
_GOES_ON = re.compile(r"^\s*[“\"«„]([^“”\"«»„]+)[”\"»](?=\s+[a-z])")
# What is left of a condition that is told apart: "to consider it | on the condition that all agree".
_HANGING = re.compile(r",?\s+(?:on (?:the )?condition|in (?:exchange|return)|provided|providing|as long|so long)$")


def without_hanging(issue: str) -> str:
    """The issue without the beginning of a condition at its end."""
    return _HANGING.sub("", issue)


def quotation(text: str) -> str:
    """The words in quotation marks, as printed, cut where there are many; of a sentence that goes on, those alone."""
    within = _GOES_ON.match(text)
    told = (within.group(1) if within else text.strip().strip(_MARKS)).rstrip(",;:–— ").split()
    more = " […]" if len(told) > MOST_OF_QUOTATION else ""
    return f"“{' '.join(told[:MOST_OF_QUOTATION])}{more}”"


def points_back(sentence: str) -> bool:
    """Whether the sentence is about what another one tells: "This will not happen"."""
    return bool(_POINTING.match(sentence.strip(_MARKS)))


def is_quoted(content: str) -> bool:
    """Whether the content is in quotation marks from its beginning."""
    return content.lstrip()[:1] in set("“\"«„‘'")


def _ends(content: str) -> list[int]:
    return [0, *(each.end() for each in re.finditer(r"[.!?…][\"”’»]?\s+|[\"”’»]\s+(?=[“\"«])", content)), len(content)]


def sentences_within(content: str) -> list[tuple[int, int]]:
    """Where the sentences of the content begin and end."""
    return [(start, end) for start, end in pairwise(_ends(content)) if start < end]


def sentence_around(content: str, at: int) -> str:
    """The sentence of the content in which the place lies, of several pieces the one."""
    ends = _ends(content)
    start = max(end for end in ends if end <= at)
    return content[start : min(end for end in ends if end > at)] if at < len(content) else content[start:]


def says_we(phrase: str) -> bool:
    """Whether the words mean something else out of the speaker's mouth: "our ports"."""
    return any(word.lower in _SPEAKERS_OWN for word in words(phrase))


def is_infinitive(text: str) -> bool:
    """Whether what stands behind "to" is a verb."""
    begun = text.lstrip(_MARKS).removeprefix("to ")
    return bool(begun) and not _NOUN_FIRST.match(begun) and not begun[0].isupper()


def is_clause(text: str) -> bool:
    """Whether the text is a whole clause, its subject first: "that the toll be lifted", "the team would go on".

    "That toll" is none.
    """
    begun = _masked(text.strip(_MARKS))
    if re.match(r"that\b", begun, re.IGNORECASE):
        return bool(_VERBAL.search(begun))
    cut = _PHRASE_END.search(begun)
    verb = bool(cut and _FINITE_NEXT.match(begun, cut.start()))
    return verb and cut is not None and not _RELATIVE.search(begun[: cut.start()])


def is_wish(text: str) -> bool:
    """Whether the text is a clause as demands have it: "that the League stop", "the League return the boats"."""
    return bool(re.match(r"\W*that\b", text, re.IGNORECASE) or _WISH.match(text))


def without_recipient(text: str) -> str:
    """What is promised, without to whom: "the families every drill" is "every drill"."""
    found = _RECIPIENT.match(text)
    return text[found.end() :] if found else text


def _masked(text: str) -> str:
    """The text as long, without what looks like its end and is not: a comma in a short quotation, "its will"."""
    text = _QUOTED_FEW.sub(lambda few: few.group().replace(",", "_"), text)
    return _NOUN_WILL.sub(lambda will: will.group().replace("will", "____"), text)


def without_addressee(text: str) -> str:
    """What is told, without to whom: "the ferrymen they would have to pay" is "they would have to pay"."""
    return _ADDRESSEE.sub("", text)


def wished(text: str) -> str | None:
    """The clause that a demand or an idea is of, if the text begins with one: "the demand that the crew be freed"."""
    text = _MANNER.sub("", text)
    found = _WISHED.match(text)
    return text[found.end() :] if found else None


def _named(phrase: str, most: int) -> str | None:
    """At most so many words, cut at a joint, without quotation marks and loose ends; None if it names nothing."""
    phrase = " ".join(re.sub(r"[\"“”«»„]|(?<!\w)[‘']|(?<![\ws])[’'](?!\w)", "", phrase).split())
    kept = phrase.split()
    if len(kept) > most:
        phrase = " ".join(kept[:most])
        joints = [each.start() for each in _JOINT.finditer(phrase)]
        phrase = phrase[: joints[-1]] if joints and joints[-1] > len(phrase) // 2 else phrase
    while (shorter := _LOOSE.sub("", phrase)) != phrase:
        phrase = shorter
    phrase = phrase.rstrip(".,;: ") if not re.search(r"\b\w\.\w\.$", phrase) else phrase
    told = words(phrase)
    if _SPEECH.match(phrase) or not told or all(word.lower in _PRONOUNS for word in told) or not content_stems(phrase):
        return None
    phrase = phrase[0].lower() + phrase[1:] if _begins_a_sentence(phrase) else phrase
    return f"a {phrase}" if _COUNTED.match(phrase) else phrase


def _begins_a_sentence(phrase: str) -> bool:
    """Whether the capital of the first word is the sentence's, and no name's."""
    first = phrase.split(maxsplit=1)[0]
    return first.istitle() and (first.lower() in STOPWORDS or first == "Such") and first != "I"
