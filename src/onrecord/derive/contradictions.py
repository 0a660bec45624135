"""What two articles have one speaker say of one thing, where the words cannot both be right.

Linking keeps such reports apart as two statements: it is here that they meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import LCSseq

from onrecord.derive.differences import about_of, value_of
from onrecord.derive.quotation_changes import differing_span, is_part
from onrecord.derive.rows import Report, Reported
from onrecord.records import Discrepancy, DiscrepancyKind, Form, Span
from onrecord.records.ids import content_id
from onrecord.text.days import apart
from onrecord.text.meanings import is_number, light, meanings, opposed, verb_of_two
from onrecord.text.stems import content_stems
from onrecord.text.words import Word, words

MOST = 150  # statements of one speaker in a story that are compared
LEAST_WORDS, LEAST_STEMS, IN_ORDER = 4, 2, 0.75  # of the shorter quotation, in both and in one order
LEAST_MEANT, SHARE = 2, 0.6  # of what the shorter of two clauses comes to, its opposite aside
SHORT = 3  # words that a clause comes to, where the verb alone tells what is said
NEWS = 3  # days between two articles that tell of one thing said
_CLAUSES = re.compile(r"[,;:—–]|\b(?:and|but|while|because|although|though|which|who|if|unless|after|before)\b")
_AUXILIARY = re.compile(
    r"(?:\b(?:will|would|shall|should|is|are|was|were|to|be|been|has|have|had|stay|keep|remain|not|never|wo|n[’']t|won[’']t)\s+)+$"
)
_CONDITION = re.compile(r"\b(?:if|unless|until|whether|provided|might|may|could)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|no|never|nobody|nothing|none|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A clause of what is said: where it stands, what its words come to, and whether it is denied."""

    span: Span
    told: tuple[tuple[Word, str], ...]
    denied: bool
    conditional: bool  # what is said holds only if something else does

    @property
    def meant(self) -> frozenset[str]:
        """What all of its words come to."""
        return frozenset(meant for _, meant in self.told)

    def subject(self, verb: Word) -> frozenset[str]:
        """What the words before the verb come to, those that add little left out."""
        return frozenset(meant for word, meant in self.told if word.end <= verb.start) - light()


def contradictions(story: str, reported: Sequence[Reported]) -> Iterator[Discrepancy]:
    """What the articles of a story have a speaker say differently in reports that are two statements."""
    by_speaker: dict[str, list[Reported]] = defaultdict(list)
    for each in reported:
        if each.statement.speaker and not each.anonymous:
            by_speaker[each.statement.speaker].append(each)
    for speaker in sorted(by_speaker):
        several = sorted(by_speaker[speaker], key=lambda each: each.statement.id)[:MOST]
        for left, right in combinations(several, 2):
            if _may_be_one(left, right):
                yield from _between(story, left, right)


def _may_be_one(left: Reported, right: Reported) -> bool:
    """Whether no article has both and no day keeps them apart."""
    one, other = ({report.attribution.article for report in each.reports} for each in (left, right))
    if one & other or (apart(left.statement.said_on, right.statement.said_on) or 0) > 0:
        return False
    return any(
        (apart(here.published, there.published) or 0) <= NEWS for here in left.reports for there in right.reports
    )


def _between(story: str, left: Reported, right: Reported) -> Iterator[Discrepancy]:
    for kind, found in (
        (DiscrepancyKind.WORDING, _quoted(left, right)),
        (DiscrepancyKind.TERM, _opposite(left, right)),
    ):
        if found:
            shorter = min((left, right), key=lambda each: (len(each.statement.text), each.statement.id))
            about = about_of(shorter)
            yield Discrepancy(
                id=content_id("discrepancy", story, kind, *sorted((left.statement.id, right.statement.id)), about),
                story=story,
                kind=kind,
                about=about,
                values=tuple(value_of(span.exact, [report], [span]) for report, span in found),
            )
            return


Found = tuple[tuple[Report, Span], tuple[Report, Span]]


def _quoted(left: Reported, right: Reported) -> Found | None:
    """A quotation of each that is the other in other words: most of them stand in both, in one order."""
    for here in _direct(left):
        for there in _direct(right):
            one, other = (tuple(word.lower for word in words(each.attribution.text)) for each in (here, there))
            short, full = sorted((one, other), key=len)
            shared = set(content_stems(" ".join(one))) & set(content_stems(" ".join(other)))
            if len(short) < LEAST_WORDS or len(shared) < LEAST_STEMS or one == other or is_part(short, full):
                continue
            if LCSseq.similarity(one, other) >= IN_ORDER * len(short) and _begins_alike(one, other):
                return (here, differing_span(here, other)), (there, differing_span(there, one))
    return None


def _direct(reported: Reported) -> list[Report]:
    return [each for each in reported.reports if each.attribution.form is Form.DIRECT]


def _begins_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the quotations begin or end in the same two words."""
    return one[:2] == other[:2] or one[-2:] == other[-2:]


def _opposite(left: Reported, right: Reported) -> Found | None:
    """A clause of each that tells the contrary of the other's, with the words in which it does."""
    for here in left.reports:
        for there in right.reports:
            for one in _clauses(here):
                for other in _clauses(there):
                    pair = _contrary(one, other)
                    if pair:
                        return (here, _with_auxiliary(one, pair[0])), (there, _with_auxiliary(other, pair[1]))
    return None


def _contrary(one: _Clause, other: _Clause) -> tuple[Word, Word] | None:
    """The two words that exclude each other in two clauses that else tell one thing."""
    if one.denied != other.denied:
        return _denied_by_one(one, other)
    if not opposed(one.meant, other.meant):
        return None
    for word, meant in one.told:
        for against, contrary in other.told:
            if not opposed(frozenset({meant}), frozenset({contrary})):
                continue
            here, there = one.meant - {meant} - light(), other.meant - {contrary} - light()
            shared = here & there
            enough = len(shared) >= LEAST_MEANT and len(shared) >= SHARE * min(len(here), len(there))
            if enough or (one.subject(word) and one.subject(word) == other.subject(against)):
                return word, against
    return None


def _denied_by_one(one: _Clause, other: _Clause) -> tuple[Word, Word] | None:
    """The verb, right behind its auxiliary in both, of two clauses that tell one thing but for a "not"."""
    shared = one.meant & other.meant
    if one.conditional or other.conditional or opposed(one.meant, other.meant) or not shared - light():
        return None
    short = max(len(one.meant), len(other.meant)) <= SHORT
    if (len(shared) < LEAST_MEANT and not short) or len(shared) < SHARE * min(len(one.meant), len(other.meant)):
        return None
    for word, meant in one.told:
        for same, again in other.told:
            if meant == again and all(
                _AUXILIARY.search(c.span.exact, 0, w.start) for c, w in ((one, word), (other, same))
            ):
                return word, same
    return None


def _clauses(report: Report) -> tuple[_Clause, ...]:
    return tuple(clause for span in report.attribution.content for clause in _clauses_of(span))


@lru_cache(maxsize=2_000)
def _clauses_of(span: Span) -> tuple[_Clause, ...]:
    """The clauses of what is said, cut at marks and at the words that part them."""
    found, start = [], 0
    for end in [*(mark.start() for mark in _CLAUSES.finditer(span.exact)), len(span.exact)]:
        told = span.exact[start:end]
        if told.strip():
            found.append(
                _Clause(
                    span=Span(start=span.start + start, end=span.start + end, exact=told),
                    told=_told(told),
                    denied=bool(_DENIED.search(told)),
                    conditional=bool(_CONDITION.search(span.exact)),
                )
            )
        start = end
    return tuple(found)


def _told(text: str) -> tuple[tuple[Word, str], ...]:
    """The words of a clause with what they come to, "go up" as one."""
    several = words(text)
    found = []
    for place, word in enumerate(several):
        following = several[place + 1].lower if place + 1 < len(several) else ""
        meant = verb_of_two(word.lower, following)
        found += [(word, meant)] if meant else [(word, each) for each in meanings(word.lower) if not is_number(each)]
    return tuple(found)


def _with_auxiliary(clause: _Clause, word: Word) -> Span:
    """The word with the auxiliaries before it: "would be cut"."""
    before = _AUXILIARY.search(clause.span.exact, 0, word.start)
    start = before.start() if before else word.start
    return Span(
        start=clause.span.start + start, end=clause.span.start + word.end, exact=clause.span.exact[start : word.end]
    )
