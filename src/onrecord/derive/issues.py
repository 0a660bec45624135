"""What positions are about: the noun phrase that names an issue, and which statements are on one issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.text.folding import fold
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems
from onrecord.text.words import words

MOST_WORDS = 9
SHARE = 0.5  # of the stems of the shorter of two that name one issue

_HEAD = re.compile(
    r"^[\W_]*(?:(?:that|to|for|of|on|any|all|the idea of|the possibility of|the notion of|the prospect of|the|an?|"
    r"its?|his|her|their|our|even|further|new|more|such|"
    r"(?:some|many|people|they|he|she|we|i) (?:say|says|said|believe|believes|believed|think|thinks|argue|argues)[:,]?)"
    r"\s+[\"'“”‘’]*)*",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[,;:!?()\[\]—–…]|(?<!\b[A-Za-z])\.(?:\s|$|[\"”’])|\s-{1,2}\s|"
    r"\s(?:who|which|that|because|if|unless|when|while|as|ahead of|amid|after|before|despite|over how|"
    r"on how|until|provided|but|since|so that|where|whether|whose|saying|adding|under which|"
    r"aimed at|although|though|is|are|was|were|will|would|can|could|has|have|had|did|does|do)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[,;:!?()\[\]—–…]|(?<!\b[A-Za-z])\.(?:\s|$|[\"”’])|\s-{1,2}\s|"
    r"\s(?:who|which|because|if|unless|when|while|ahead of|amid|after|before|despite|until|but|since|so that|"
    r"whether|although|though|saying|adding)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\"“”«»]|(?<!\w)[‘']|[’'](?!\w)")
_TAIL = re.compile(
    r"\s+(?:of|to|for|in|on|at|by|with|from|over|about|and|or|the|an?|its?|his|her|their|our|any|as|into|than|not)$",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(
    "he she it they we i you this that these those there one them us him her so okay ok yes no well never".split()
)


def issue_clause(text: str) -> str | None:
    """The clause with which the text begins, its verb with it: what must be, or who is to have a say."""
    begun = text[_HEAD.match(text).end() :].strip("\"“”‘’' ")  # type: ignore[union-attr]
    cut = _CLAUSE_END.search(begun)
    clause = begun[: cut.start()] if cut else begun
    return _trimmed(clause, MOST_WORDS + 2)


def issue_phrase(text: str) -> str | None:
    """The noun phrase that the text begins with, as printed, cut at the first clause boundary; None for a pronoun."""
    begun = text[_HEAD.match(text).end() :]  # type: ignore[union-attr]
    begun = begun.strip("\"“”‘’' ")
    cut = _BOUNDARY.search(begun)
    phrase = begun[: cut.start()] if cut else begun
    return _trimmed(phrase, MOST_WORDS)


def _trimmed(phrase: str, most: int) -> str | None:
    """At most so many words, without quotation marks and without a loose end; None if it names nothing."""
    phrase = " ".join(_MARKS.sub("", phrase).split()[:most])
    while (shorter := _TAIL.sub("", phrase)) != phrase:
        phrase = shorter
    told = words(phrase)
    if not told or all(word.lower in _PRONOUNS for word in told) or not content_stems(phrase):
        return None
    return phrase


def issue_stems(text: str) -> frozenset[str]:
    """The stems that tell one issue from another, states left out: they are in all of them."""
    kept = " ".join(word.lower for word in words(text) if not state_of(word.lower))
    return frozenset(content_stems(kept))


def one_issue(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of stems are about one thing."""
    shared = len(left & right)
    fewest = min(len(left), len(right))
    return fewest > 0 and shared / fewest >= SHARE and (shared > 1 or len(left | right) < 3)


def name_of(phrases: Sequence[str], texts: Sequence[str]) -> str:
    """The phrase that most reports come near to, short before long; the words said where there is none."""
    if not phrases:
        return " ".join(texts[0].strip("\"“”‘’' ").split()[:MOST_WORDS]).strip(',;:. "“”')
    counts = Counter(stem for phrase in phrases for stem in set(content_stems(phrase)))

    def fitness(phrase: str) -> tuple[bool, float, int, str, str]:
        stems = set(content_stems(phrase))
        usual = sum(counts[stem] for stem in stems) / (len(stems) + 1)
        return (len(phrase.split()) < 2, -usual, len(phrase), fold(phrase), phrase)

    return min(phrases, key=fitness)
