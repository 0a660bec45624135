"""What a negation or a refusal reaches: the clauses of a content, and whether each is said or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.records.packing import compact
from onrecord.text.words import Word

_NEGATIONS = frozenset("no not never none nothing nobody neither nor cannot unable impossible".split())
_REFUSALS = re.compile(
    r"\b(?:rul\w+ (?:\w+ )?out|turn\w* (?:\w+ )?down|reject\w*|dismiss\w*|refus\w+|den(?:y|ied|ies|ying)|"
    r"oppos(?:e|es|ed|ing)|declin\w+|rebuff\w*|exclud\w+|disput(?:ed|ing)|scotch\w*|brush\w* (?:off|aside))\b"
)
_NO_NEGATION = {("not", "only"), ("no", "doubt"), ("not", "just"), ("not", "least")}
_BREAK = re.compile(r"[.,;:!?…—–]")
_JOINTS = frozenset("but and or".split())
_SUBORDINATE = frozenset(
    "if unless until till because while although though whereas since when whether after before without".split()
)
REFUSED_WITHIN = 4  # words of a clause: "he rejects", "having ruled out"


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Some words between two breaks of a sentence: what they are about, and whether it is denied.

    Each stem once, in order. `depends` where the clause is a condition, time or ground of another.
    """

    stems: tuple[str, ...]
    denies: bool
    depends: bool


def negates(word: str) -> bool:
    """Whether the word, in lower case, turns what is said into its opposite."""
    return word in _NEGATIONS or word.endswith("n't")


def refuses(cue: Sequence[str]) -> bool:
    """Whether a cue says that its content was denied, rejected or ruled out; "did not rule out" does not."""
    return bool(_REFUSALS.search(" ".join(cue))) and not any(map(negates, cue))


def clauses_of(text: str, found: Sequence[Word], meant: Sequence[Sequence[str]]) -> tuple[Clause, ...]:
    """The clauses of a content whose words and their stems are given; all of it, where no clause has content."""
    bounds = [at for at in range(1, len(found)) if _breaks(text, found[at - 1], found[at])]
    parts = [(left, right) for left, right in zip([0, *bounds], [*bounds, len(found)], strict=True) if left < right]
    clauses = [_clause(found[left:right], meant[left:right]) for left, right in parts]
    return tuple(clause for clause in clauses if clause.stems)


def _breaks(text: str, before: Word, word: Word) -> bool:
    between = text[before.end : word.start]
    return word.lower in _JOINTS or word.lower in _SUBORDINATE or bool(between != " " and _BREAK.search(between))


def _clause(found: Sequence[Word], meant: Sequence[Sequence[str]]) -> Clause:
    plain = [word.lower for word in found]
    return Clause(
        stems=tuple(dict.fromkeys(stem for stems in meant for stem in stems)),
        denies=_negated(plain) != bool(_REFUSALS.search(" ".join(plain[:REFUSED_WITHIN]))),
        depends=plain[0] in _SUBORDINATE,
    )


def _negated(plain: Sequence[str]) -> bool:
    pairs = list(zip(plain, [*plain[1:], ""], strict=True))
    return any((negates(one) and (one, two) not in _NO_NEGATION) or (one, two) == ("yet", "to") for one, two in pairs)


def denied(clauses: Sequence[Clause], shared: frozenset[str], *, refused: bool) -> frozenset[str]:
    """The shared stems that a report denies: by its cue or by their clause, but not by both."""
    stems = (clause.stems for clause in clauses if not clause.depends and clause.denies != refused)
    return shared & frozenset(chain.from_iterable(stems))


def mainly_denied(clauses: Sequence[Clause], shared: frozenset[str], *, refused: bool) -> bool:
    """Whether a report denies the clause that has most of the shared stems."""
    said = [clause for clause in clauses if not clause.depends] or list(clauses)
    if not said:
        return refused
    return max(said, key=lambda clause: len(shared.intersection(clause.stems))).denies != refused
