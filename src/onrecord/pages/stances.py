"""PLOVER's categories in words that a newspaper would print."""

from __future__ import annotations

import re

from onrecord.pages.verbs import in_gerund
from onrecord.pages.wording import cut
from onrecord.records import Position, Stance
from onrecord.text.folding import fold

LONGEST = 130  # characters of an issue, and of a condition
TOLD_WORDS = 5  # of a condition, that tell it

# Each is followed by the issue as a noun: "rejects the ferry tolls".
WORDS = {
    Stance.AGREE: "offers or accepts",
    Stance.CONSULT: "holds talks on",
    Stance.SUPPORT: "supports",
    Stance.CONCEDE: "gives way on",
    Stance.COOPERATE: "works together on",
    Stance.AID: "gives aid for",
    Stance.RETREAT: "pulls back on",
    Stance.REQUEST: "asks for",
    Stance.ACCUSE: "blames or criticises",
    Stance.REJECT: "rejects",
    Stance.THREATEN: "threatens",
    Stance.PROTEST: "protests over",
    Stance.SANCTION: "puts sanctions on",
    Stance.MOBILIZE: "readies forces over",
    Stance.COERCE: "uses pressure over",
    Stance.ASSAULT: "uses force over",
}
# What takes an infinitive; the others take what is to be done as a noun.
TO_DO = {
    Stance.AGREE: "offers or agrees",
    Stance.REQUEST: "asks",
    Stance.THREATEN: "threatens",
}
# What a clause follows where it does not tell the stance itself.
THAT = {
    Stance.AGREE: "agrees or promises",
    Stance.REQUEST: "asks",
    Stance.REJECT: "rejects",
    Stance.THREATEN: "threatens",
}
IN_QUOTATION = {
    Stance.AGREE: "says yes",
    Stance.SUPPORT: "in favour",
    Stance.CONCEDE: "gives way",
    Stance.REQUEST: "asks",
    Stance.ACCUSE: "accuses",
    Stance.REJECT: "says no",
    Stance.THREATEN: "threatens",
}
_TELLS_ITSELF = {
    Stance.REQUEST: re.compile(r"\b(?:must|should|ought|needs?|needed|has to|have to|had to)\b"),
    Stance.REJECT: re.compile(r"\b(?:not|never|no|nobody|nothing|cannot)\b|n['’]t\b|\b(?:unacceptable|impossible)\b"),
    Stance.AGREE: re.compile(r"(?!)"),
    Stance.THREATEN: re.compile(r"(?!)"),
}
_OF_DOING = re.compile(
    r"^(?!.*\b(?:cost|costs|price|burden|practice|policy|habit|idea|risk|way|act|decision|prospect|process|lack) of )"
    r".*\bof (?:\w+ly )?\w+ing\b"
)
# "Both sides to publish": who, and what he is to do. "Access to", "an end to" are things.
_SOMEONE_TO = re.compile(
    r"^(?!an? )(?!.*\b(?:of|for|in|on|over|about|with|from)\b.* to )(?:[\w’'.-]+ ){0,4}?"
    r"(?!(?:end|return|halt|access|right|support|way|answer|solution|respect|alternative|aid|help|commitment|visit|"
    r"change|changes|threat|response)\b)[\w’'.-]+ to (?!(?:the|an?|its|his|her|their|any|all|every|this|that|[A-Z\d]))"
    r"[a-z]\w*(?<!ing)\b"
)


def say_line(position: Position) -> str:
    """The line in plain words, with the condition as the article has it: "supports lower dues, if …"."""
    line = _say(position.stance, cut(position.issue, LONGEST))
    condition = position.condition
    if condition is None or _is_told(condition, position.issue):
        return line
    return f"{line}, {cut(condition, LONGEST)}"


def _is_told(condition: str, issue: str) -> bool:
    """Whether the issue already says on what the line depends: “that the sanctions stay until all are home”."""
    return " ".join(fold(condition).split()[:TOLD_WORDS]) in fold(issue)


def _say(stance: Stance, issue: str) -> str:
    if issue.startswith("“"):
        return f"{IN_QUOTATION.get(stance, 'says')}: {issue}"
    if issue.startswith("that "):
        tells = _TELLS_ITSELF.get(stance)
        return f"{THAT[stance] if tells and not tells.search(issue) else 'says'} {issue}"
    if issue.startswith("to "):
        return f"{TO_DO[stance]} {issue}" if stance in TO_DO else f"{WORDS[stance]} {in_gerund(issue)}"
    if stance is Stance.ACCUSE and _OF_DOING.search(issue):
        return f"accuses {issue}"
    if stance is Stance.REQUEST and _SOMEONE_TO.search(issue):
        return f"asks {issue}"
    return f"{WORDS[stance]} {issue}"
