"""What positions are about: which statements are on one issue, and what it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from onrecord.text.folding import fold
from onrecord.text.meanings import is_number, light, meaning, meanings
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems, stem
from onrecord.text.words import words

FULLER = 2  # stems: of two names as usual the one that tells more is taken
SHARE = 0.5  # of the stems of the shorter of two that name one issue

_PERCENT = "percent"  # counts anything
_WHOSE = re.compile(r"\b(?:its|his|her|their)\b", re.IGNORECASE)
# Where the words before the head end: "concessions | to Castria".
_TAIL = re.compile(
    r"\s(?:of|to|for|in|on|at|by|with|from|over|about|across|against|into|under|between|that|as|before)\s"
)
_DOING = re.compile(r"^(?:\w+ing (?:the|its|their|any|all|his|her|our) )")
_AMOUNT = re.compile(
    r"\s(?:by|to|of|at) (?:about |around |at least |up to )?[£$€]?\d[\d.,]*(?: ?(?:percent|per cent|%|\w+))?$"
)
# A bare "the talks" or "the deal" may be any of several.
_ANYTHING = (
    "talk deal offer plan role proposal idea demand decision move step measure question issue matter thing way request "
    "call agreement meeting condition part place law bill vote report statement threat end use need work"
)
# To suspend a ban and to lift it are one issue.
_UNDOING = "suspend lift ease waive repeal scrap abolish reopen cancel suspension abolition"


# An inquiry and an independent one may be the same.
_SHARED = (
    "new further more immediate urgent public independent full final possible proposed planned full joint formal early "
    "permanent lasting direct fair first second"
)


def issue_stems(text: str) -> frozenset[str]:
    """What tells one issue from another, a word for all that mean it; states are in all of them, figures move."""
    kept = (each for word in words(text) if not state_of(word.lower) for each in meanings(word.lower))
    telling = {each for each in kept if not is_number(each) and each != _PERCENT}
    return frozenset("lift" if each in _undoing() else each for each in telling - light() or telling)


@cache
def _undoing() -> frozenset[str]:
    return frozenset(map(meaning, _UNDOING.split()))


def of_two_kinds(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one noun is of another kind with each: "border concessions" and "customs concessions"."""
    return any(_differ_in_kind(one, other) for one in left for other in right)


def _differ_in_kind(left: str, right: str) -> bool:
    (one, head), (other, same) = _kind(left), _kind(right)
    return head == same != "" and bool(one and other) and one.isdisjoint(other)


def _kind(phrase: str) -> tuple[frozenset[str], str]:
    """What stands before the noun that a noun phrase turns on, and that noun."""
    if phrase.startswith(("to ", "that ", "“")):
        return frozenset(), ""
    whole = _TAIL.split(_DOING.sub("", phrase), maxsplit=1)[0].lower()
    told = [each for word in words(whole) if not state_of(word.lower) for each in meanings(word.lower)]
    kinds = frozenset(each for each in told[:-1] if each not in _shared() and not is_number(each))
    return kinds, told[-1] if told else ""


@cache
def _shared() -> frozenset[str]:
    return frozenset(map(meaning, _SHARED.split()))


def head_of(phrase: str) -> str | None:
    """The stem of the noun that a noun phrase turns on, "toll" of "the tolls on river barges"; None for other forms."""
    if phrase.startswith(("to ", "that ", "“")):
        return None
    told = content_stems(_TAIL.split(_DOING.sub("", phrase), maxsplit=1)[0])
    return told[-1] if told and told[-1] not in _vague() else None


def same_head(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one side's bare noun ("the tolls") is the head of what the other names in full."""
    return any(
        head_of(bare) in {head_of(full) for full in fuller} - {None}
        for shorter, fuller in ((left, right), (right, left))
        for bare in shorter
        if len(content_stems(bare)) == 1
    )


def without_amount(phrase: str) -> str:
    """The phrase without how much: the issue is the same when the figure moves."""
    return _AMOUNT.sub("", phrase)


@cache
def _vague() -> frozenset[str]:
    return frozenset(map(stem, _ANYTHING.split()))


def one_issue(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of stems are about one thing."""
    shared = len(left & right)
    fewest = min(len(left), len(right))
    return fewest > 0 and shared / fewest >= SHARE and (shared > 1 or len(left | right) < 3)


def name_of(phrases: Sequence[str]) -> str:
    """The phrase that most reports come near to, short before long."""
    counts = Counter(stem for phrase in phrases for stem in set(content_stems(phrase)))

    def fitness(phrase: str) -> tuple[bool, bool, float, int, str, str]:
        stems = set(content_stems(phrase))
        usual = sum(counts[stem] for stem in stems) / (len(stems) + FULLER)
        whose = bool(_WHOSE.search(phrase))  # "its tolls" are another's out of another's mouth
        return (whose, len(stems) < 2, -usual, len(phrase), fold(phrase), phrase)

    return min(phrases, key=fitness)
