"""The stance that a report of a statement shows, and the words that name its issue; None where it shows none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.derive import lexicon
from onrecord.derive.issues import issue_clause, issue_phrase
from onrecord.records import Attribution, Stance
from onrecord.text.states import state_of

_NEGATED_CUE = re.compile(r"\b(?:not|never|n't|refus\w+ to|declin\w+ to|stopp\w+ short of)\b")
_QUESTION = re.compile(r"\?[\"'“”‘’»)\s]*$")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
# Content that begins so is a clause: the stance lies in it, not in a cue that takes a noun.
_CLAUSE = re.compile(r"^\W*that\b")
_NOUN_ONLY = frozenset({Stance.CONCEDE, Stance.SUPPORT})
_CLAUSE_START = re.compile(r",\s|\bthat\s|[:;]\s|\bstating\s|[.!?][\"”’']?\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A stance, the words of the article that name the issue (None where they are pronouns), and a condition."""

    stance: Stance
    issue: str | None
    condition: str | None = None
    by: str = ""


def stance_of(attribution: Attribution, party_name: str | None = None) -> Shown | None:
    """The stance that cue and content show, or None: most of what is said takes no line.

    A denial answers a charge and shows none; neither does "did not rule out", nor a question.
    """
    content = attribution.text
    cue = (attribution.cue.exact if attribution.cue else "").translate(_STRAIGHT).lower()
    if lexicon.DENIALS.search(cue) or _NEGATED_CUE.search(cue) or _QUESTION.search(content):
        return None
    shown = _by_cue(cue, content) or _by_content(content, party_name)
    return replace(shown, condition=_condition(content)) if shown else None


def _by_cue(cue: str, content: str) -> Shown | None:
    plain = content.translate(_STRAIGHT).lower()
    for stance, pattern in lexicon.CUES:
        found = pattern.search(cue)
        if not found:
            continue
        if stance is Stance.REJECT and (lexicon.REPORTS_OF.search(plain) or lexicon.SILENCE.search(plain)):
            return None
        if stance in _NOUN_ONLY and _CLAUSE.search(plain):
            return None
        return Shown(stance=stance, issue=issue_phrase(content), by=found.group())
    return None


def _by_content(content: str, party_name: str | None) -> Shown | None:
    plain = content.translate(_STRAIGHT).lower()
    for stance, patterns in lexicon.CONTENTS:
        for pattern in patterns:
            found = pattern.search(plain)
            if found and _is_own_line(stance, content, found, party_name):
                return _shown(stance, content, found)
    return None


def _shown(stance: Stance, content: str, found: re.Match[str]) -> Shown:
    groups = found.groupdict()
    if groups.get("clause") is not None:
        start = max((each.end() for each in _CLAUSE_START.finditer(content, 0, found.start())), default=0)
        return Shown(stance=stance, issue=issue_clause(content[start:]), by=found.group().strip())
    text = content
    if groups.get("after") is not None:
        text = content[found.start("after") :]
    elif groups.get("before") is not None:
        text = content[: found.start()]
    return Shown(stance=stance, issue=issue_phrase(text), by=found.group().strip())


def _is_own_line(stance: Stance, content: str, found: re.Match[str], party_name: str | None) -> bool:
    """Whether the words before a promise or refusal leave the speaker as the one who makes it.

    "Kyiv will not pay", said in Moscow, is no refusal of Moscow's; that Kyiv "must pay" is its demand.
    """
    if stance in {Stance.REQUEST, Stance.SUPPORT} or found.groupdict().get("after") is None:
        return True
    clause = re.split(r"[.;:?!]\s|\bthat\b|,", content[: found.start()])[-1]
    states = {state for word in re.findall(r"[A-Z][\w.]+", clause) if (state := state_of(word))}
    return not states or party_name in states


def _condition(content: str) -> str | None:
    """The words that make the stance depend on something, as printed."""
    found = lexicon.CONDITION.search(content)
    words = found.group().strip() if found else ""
    return words if len(words.split()) > 1 else None
