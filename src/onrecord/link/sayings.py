"""Whether two attributions report one statement: by their words, their voices and their days."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.names import Judgement
from onrecord.link.rows import Said
from onrecord.link.wording import Wording, heads_meet, same_quotation, shared_fragment, wording
from onrecord.records import Verdict
from onrecord.records.packing import compact
from onrecord.text.days import apart

LONG = 8  # words that two people hardly say alike
NEWS_DAYS = 14  # articles further apart seldom report one saying without its day


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """What is compared of an attribution: who spoke, when, and in what words."""

    id: str
    actor: str | None
    name: str
    speaks_for: str
    person: bool
    anonymous: bool
    said_on: str | None
    published: str | None
    wording: Wording


def voiced(row: Said) -> Voiced:
    """What is compared of an attribution."""
    attribution = row.attribution
    return Voiced(
        id=attribution.id,
        actor=row.actor,
        name=row.name,
        speaks_for=row.speaks_for if row.person else "",
        person=row.person,
        anonymous=attribution.anonymous,
        said_on=attribution.said_on,
        published=row.published,
        wording=wording(attribution),
    )


def worth_comparing(one: Wording, other: Wording, shared: int) -> bool:
    """Whether so many shared stems, or a quotation within the reporter's words, can come to anything at all."""
    fewest = min(len(one.stems), len(other.stems))
    least = 0.3 if one.direct and other.direct else 0.5
    return shared >= least * fewest or bool(one.fragments or other.fragments)


def compare(left: Said, right: Said) -> Judgement | None:
    """Whether two attributions report one statement; None where nothing speaks for it."""
    one, other = voiced(left), voiced(right)
    return compare_voiced(one, other, frozenset(one.wording.stems) & frozenset(other.wording.stems))


def compare_voiced(left: Voiced, right: Voiced, shared: frozenset[str]) -> Judgement | None:
    """Whether two attributions with so many stems in common report one statement; None where nothing speaks for it."""
    one, other = left.wording, right.wording
    alike = _alike(one, other, shared)
    if alike is None:
        return None
    voices = _voices(left, right)
    if voices.verdict is Verdict.NEGATIVE:
        return _negative(alike, *voices.reasons)
    days = _days(left, right, alike)
    if days.verdict is Verdict.NEGATIVE:
        return _negative(alike, *days.reasons)
    if one.denies != other.denies and not alike.verbatim:
        return _negative(alike, "one denies what the other says")
    return _decided(alike, voices, days)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alike:
    """How the words of two attributions agree."""

    verbatim: int = 0  # words of the shorter, all of which stand in the other
    fragment: tuple[str, ...] = ()
    shared: frozenset[str] = frozenset()
    share: float = 0.0  # of the stems of the one that has fewer
    many: bool = False  # both have many stems
    numbers_clash: bool = False
    both_direct: bool = False
    heads_meet: bool = True

    @property
    def score(self) -> float:
        """From 0 to 1, the more the surer."""
        if self.verbatim:
            return min(1.0, 0.7 + 0.04 * self.verbatim)
        return max(0.8 if self.fragment else 0.0, round(0.9 * self.share, 4))

    @property
    def reasons(self) -> tuple[str, ...]:
        """In words, what agrees."""
        if self.verbatim:
            return (f"the same {self.verbatim} words quoted" if self.verbatim > 1 else "the same word quoted",)
        found = []
        if self.fragment:
            found.append(f"both quote “{' '.join(self.fragment)}”")
        if self.shared:
            found.append(f"{len(self.shared)} content words shared, {self.share:.0%} of the shorter")
        return tuple(found)


def _alike(one: Wording, other: Wording, shared: frozenset[str]) -> _Alike | None:
    """How the words agree, or None where they do not."""
    fewest = min(len(one.stems), len(other.stems))
    share = len(shared) / fewest if fewest else 0.0
    both_direct = one.direct and other.direct
    weak = len(shared) < 2 or share < 0.5
    if weak and both_direct and share < 0.3:
        return None
    verbatim = same_quotation(one, other) if both_direct else 0
    fragment = () if both_direct or not (one.fragments or other.fragments) else shared_fragment(one, other)
    if weak and not verbatim and not fragment:
        return None
    return _Alike(
        verbatim=verbatim,
        fragment=fragment,
        shared=shared,
        share=share,
        many=fewest > 7,
        numbers_clash=bool(one.numbers and other.numbers and not set(one.numbers) & set(other.numbers)),
        both_direct=both_direct,
        heads_meet=heads_meet(one, other),
    )


def _voices(left: Voiced, right: Voiced) -> Judgement:
    """Whether the two speakers can be one voice: one actor, a body and its spokesman, or one of them unknown."""
    if left.actor and left.actor == right.actor:
        return Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("one speaker",))
    if not left.actor or not right.actor or left.anonymous or right.anonymous:
        return Judgement(verdict=Verdict.UNSURE, score=0.5, reasons=("a speaker is not known",))
    for person, body in ((left, right), (right, left)):
        if person.person and person.speaks_for and not body.person and person.speaks_for == body.name:
            return Judgement(verdict=Verdict.POSITIVE, score=0.8, reasons=("a body and who speaks for it",))
    return Judgement(verdict=Verdict.NEGATIVE, score=1.0, reasons=("different speakers",))


def _days(left: Voiced, right: Voiced, alike: _Alike) -> Judgement:
    """Whether the two can have been said on one day."""
    said = apart(left.said_on, right.said_on)
    if said:
        return Judgement(verdict=Verdict.NEGATIVE, score=1.0, reasons=("said on different days",))
    if said == 0:
        return Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("said on one day",))
    for dated, other in ((left, right), (right, left)):
        if _came_out_before(other, dated.said_on):
            return Judgement(verdict=Verdict.NEGATIVE, score=0.9, reasons=("one came out before the other was said",))
    out = apart(left.published, right.published)
    if out is not None and out > NEWS_DAYS and alike.verbatim < LONG:
        return Judgement(verdict=Verdict.NEGATIVE, score=0.7, reasons=("reported weeks apart",))
    return Judgement(verdict=Verdict.UNSURE, score=0.7, reasons=("a day is not known",))


def _came_out_before(row: Voiced, said_on: str | None) -> bool:
    gap = apart(row.published, said_on)
    return bool(gap) and row.published is not None and said_on is not None and row.published < said_on


def _negative(alike: _Alike, *reasons: str) -> Judgement | None:
    """A negative worth keeping: of a pair that looks alike."""
    if not alike.verbatim and alike.share < 0.6 and not alike.fragment:
        return None
    return Judgement(verdict=Verdict.NEGATIVE, score=alike.score, reasons=(*alike.reasons, *reasons))


def _decided(alike: _Alike, voices: Judgement, days: Judgement) -> Judgement:
    reasons = (*alike.reasons, *voices.reasons, *days.reasons)
    sure = _enough(alike, day_known=days.verdict is Verdict.POSITIVE)
    if voices.verdict is Verdict.UNSURE:
        sure = alike.verbatim >= LONG
    elif voices.score < 1.0:  # a body and its spokesman
        sure = sure and (alike.verbatim > 0 or bool(alike.fragment) or len(alike.shared) >= 5)
    if alike.numbers_clash and not alike.verbatim:
        sure, reasons = False, (*reasons, "different figures")
    verdict = Verdict.POSITIVE if sure else Verdict.UNSURE
    return Judgement(verdict=verdict, score=alike.score, reasons=reasons)


def _enough(alike: _Alike, *, day_known: bool) -> bool:
    """Whether one speaker's words agree so far that they are one statement."""
    shared = len(alike.shared)
    if alike.verbatim:
        return alike.verbatim >= 4 or (day_known and (alike.verbatim >= 2 or shared >= 1))
    if alike.fragment:
        return len(alike.fragment) >= 3 or day_known or shared >= 2
    if alike.both_direct:
        return False  # two quotations in different words are two sentences
    if (alike.many and shared < 5) or not alike.heads_meet:
        return False
    if (shared >= 3 and alike.share >= 0.7) or (shared >= 8 and alike.share >= 0.5):
        return True
    return day_known and shared >= 4 and alike.share >= 0.55
