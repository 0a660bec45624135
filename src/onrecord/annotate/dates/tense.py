"""Whether the sentence around a date speaks of what has been or of what is to come."""

from __future__ import annotations

import re
from enum import StrEnum


class Tense(StrEnum):
    """Where a sentence puts a date."""

    PAST = "past"
    FUTURE = "future"
    LIKELY_FUTURE = "likely future"  # "until Friday", "planned for Friday": what is near counts too
    UNTOLD = "untold"


_LEFT_CHARS, _RIGHT_CHARS = 260, 160
# A full stop after one letter ("U.S.") or a title ends no sentence.
_TITLES = "".join(rf"(?<!\b{title}.)" for title in "Mr Mrs Ms Dr Sen Gen Rep Gov St Lt Col Maj Adm Prof".split())
_SENTENCE_END = re.compile(rf"[.!?](?<![ .(][A-Za-z].){_TITLES}[\"”’')\]]*\s+(?=[A-Z\"“‘'(])|\n\s*\n|[.!?][\"”’)]*\n")
_MOVES = (
    "going|meeting|arriving|travell?ing|visiting|flying|hosting|holding|leaving|returning|planning|preparing|"
    "voting|heading|coming|speaking|launching|opening|starting|beginning|joining|playing|publishing|releasing"
)
_PLANNED = (
    "set|due|slated|scheduled|expected|likely|planned|about|poised|bound|supposed|preparing|hoping|planning|"
    "invited|projected|forecast|ready|to"
)
_FUTURE = re.compile(
    r"(?:\b(?:will|shall|may(?!\s\d|\.|,|\s(?:and|to|of|in)\b)|might|can|could|should|must|would|won['’]t)"
    r"|['’]ll)\b(?! have\b)"
    rf"|\b(?:is|are|am|be|['’]s|['’]re|was|were|being)\s(?:\w+ly\s|also\s|now\s|still\s|all\s"
    rf"|not\s)*(?:{_PLANNED})\b"
    rf"|(?:\b(?:is|are|am)|['’]re|['’]m)\s(?:\w+ly\s|also\s|now\s|not\s)*(?:{_MOVES})\b"
    r"|\b(?:set|due|slated|scheduled|expected|planned|poised)\s(?:to|for|on|in|next)\b"
    r"|\b(?:plans?|planned|agree[sd]?|wants?|hopes?|intends?|expects?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?"
    r"|prepar(?:es?|ing)|aims?|invit(?:es?|ed)|ready|decided|willing|calls?|called|urge[sd]?"
    r"|asked)\s(?:\w+\s){0,3}to\b"
    r"|\b(?:begins|opens|starts|kicks off|meets|arrives|takes place|expires|comes into|goes to|takes effect"
    r"|votes|visits|travels|returns|heads|flies|takes office)\b"
)
# "is to be held on Friday" is no past: what follows "be" is left out.
_PAST = re.compile(
    r"\b(?<!\bbe\s)(?:said|says|told|was|were|had|did|has|have|took|met|came|went|gave|made|held|began|left"
    r"|won|lost|spoke|wrote"
    r"|sent|saw|got|ran|fell|rose|hit|killed|struck|shot|found|brought|became|kept|led|paid|broke|grew|flew"
    r"|drove|knew"
    r"|thought|stood|sat|felt|heard|bought|caught|taught|fought|sought|built|spent|sold|died|cut|quit"
    r"|(?!need|speed|indeed|united)[a-z]{2,}ed)\b"
)
# "Oram, speaking to reporters on Monday", "in a note to crews on Monday": no infinitive.
_ADDRESSES = (
    r"speaking|talking|writing|replying|responding|reacting|referring|speech|address|remarks|letter|note|message"
)
_HEADLINE_INFINITIVE = re.compile(
    "(?:^|" + "".join(rf"(?<!\b{word})" for word in _ADDRESSES.split("|")) + r"\s)to\s[a-z]+\b[^.]{0,60}$"
)
# "In a speech to parliament on Monday", "Speaking to reporters on Monday": no infinitive of a headline.
_FRONTED = re.compile(r"\W*(?:in|at|on|during|after|from|with|as|[a-z]+ing)\s")
# "…, but on Thursday the crews struck": the date opens a clause.
_NEW_CLAUSE = re.compile(r"[,;:—–]\s(?:but|and|so|yet|then|while)\s(?:(?:on|in|late|early|earlier)\s){0,2}(?:the\s)?$")
_JUST_BEFORE = re.compile(
    r"\b(?:until|till|ahead of|eve of|towards?|heading into|going into|before|"
    r"starting|beginning|commencing|effective|(?:due|set|planned|scheduled"
    r"|slated"
    r"|expected|booked|called)(?: for| on)?|no later than|deadline (?:of|is|on)|coming"
    r"|(?<!to )(?<!the )(?<!a )\b(?:start|begin|open|resume|expire|arrive|meet|vote|return))\s(?:on\s|the\s)?$"
    r"|\b(?:ahead|eve)\sof\s(?:[a-z’'-]+\s){1,4}on\s$"
)
# "On Monday Oram called on the crews to sail": behind the date, it is of the call.
_DONE_THEN = re.compile(
    r"(?:planned|agreed|vowed|pledged|promised|prepared|invited|decided|called|urged|asked)\s", re.IGNORECASE
)
_SEEN_FROM_THEN = re.compile(
    r"would|was|were|could|might|agreed|planned|asked|called|urged|invited|promised|decided|vowed"
)
_MARK = re.compile(f"(?P<future>{_FUTURE.pattern})|(?P<past>{_PAST.pattern})")


def tense_around(text: str, lowered: str, start: int, end: int) -> Tense:
    """The tense of the verb that governs the date: the nearest before it in its sentence, else after it."""
    left = lowered[_sentence_start(text, start) : start]
    left = "" if _NEW_CLAUSE.search(left) else left
    last = None
    for last in _MARK.finditer(left):  # noqa: B007
        pass
    before = _tense_of(last) if last is not None else None
    if before is not Tense.FUTURE and _JUST_BEFORE.search(left):
        return Tense.LIKELY_FUTURE
    if before is not None:
        return before
    if _HEADLINE_INFINITIVE.search(left) and not _FRONTED.match(left):
        return Tense.FUTURE
    right = lowered[end : _sentence_end(text, end)]
    first = _MARK.search(right)
    if first is None:
        return Tense.UNTOLD
    fronted = not re.search(r"\w", re.sub(r"\b(?:on|by|in|from)\s$", "", left)) and right[:1] not in {
        "'",
        "’",
    }
    if _DONE_THEN.match(first[0]):
        return Tense.PAST
    tense = _tense_of(first)
    return Tense.LIKELY_FUTURE if tense is Tense.FUTURE and not fronted else tense


def _tense_of(mark: re.Match[str]) -> Tense:
    """A future seen from the past ("would", "was to") may itself be past by now."""
    if not mark["future"]:
        return Tense.PAST
    return Tense.LIKELY_FUTURE if _SEEN_FROM_THEN.match(mark[0]) else Tense.FUTURE


def _sentence_start(text: str, start: int) -> int:
    begin = max(0, start - _LEFT_CHARS)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, begin, start)]
    return ends[-1] if ends else begin


def _sentence_end(text: str, end: int) -> int:
    found = _SENTENCE_END.search(text, end, min(len(text), end + _RIGHT_CHARS))
    return found.start() if found else min(len(text), end + _RIGHT_CHARS)
