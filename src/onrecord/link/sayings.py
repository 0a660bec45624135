"""Whether two attributions report one statement: by their words, their voices and their days."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.likeness import FIGURES, MANY, WHOLE, Likeness, likeness
from onrecord.link.names import Judgement
from onrecord.link.rows import Said
from onrecord.link.synonyms import in_the_same_words
from onrecord.link.wording import Wording, is_rare, wording
from onrecord.records import Verdict
from onrecord.records.packing import compact
from onrecord.text.days import apart

SYNONYMS = 1  # words more that two may share by synonyms
SPOKESMAN = 4  # words of content that a body and its spokesman share where it is one statement
ALL, SAME_CONTENT = (
    0.99,
    2.5,
)  # of the content words of two quotations that differ in small words, and how much it must be
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
    body: str | None = None


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
        body=row.body,
    )


def worth_comparing(one: Wording, other: Wording, shared: int) -> bool:
    """Whether so many shared stems, or a quotation within the reporter's words, can come to anything at all."""
    fewest = min(len(one.stems), len(other.stems))
    least = 0.3 if one.direct and other.direct else 0.5
    return shared + SYNONYMS >= least * fewest or bool(one.fragments or other.fragments)


def compare(left: Said, right: Said) -> Judgement | None:
    """Whether two attributions report one statement; None where nothing speaks for it."""
    one, other = voiced(left), voiced(right)
    return compare_voiced(one, other, frozenset(one.wording.stems) & frozenset(other.wording.stems))


def compare_voiced(left: Voiced, right: Voiced, shared: frozenset[str]) -> Judgement | None:
    """Whether two attributions with so many stems in common report one statement; None where nothing speaks for it."""
    one, other, met = in_the_same_words(left.wording, right.wording, shared)
    alike = likeness(one, other, met)
    if alike is None:
        return None
    voices = _voices(left, right)
    if voices.verdict is Verdict.NEGATIVE:
        return _negative(alike, *voices.reasons)
    days = _days(left, right, alike)
    if days.verdict is Verdict.NEGATIVE:
        return _negative(alike, *days.reasons)
    if alike.denial:
        return _negative(alike, "one denies what the other says")
    return _decided(alike, voices, days)


def _voices(left: Voiced, right: Voiced) -> Judgement:
    """Whether the two speakers can be one voice: one actor, a body and its spokesman, or one of them unknown."""
    if left.actor and left.actor == right.actor:
        return Judgement(verdict=Verdict.POSITIVE, score=1.0, reasons=("one speaker",))
    if not left.actor or not right.actor or left.anonymous or right.anonymous:
        return Judgement(verdict=Verdict.UNSURE, score=0.5, reasons=("a speaker is not known",))
    for person, body in ((left, right), (right, left)):
        if person.person and not body.person and _speaks_for(person, body):
            return Judgement(verdict=Verdict.POSITIVE, score=0.8, reasons=("a body and who speaks for it",))
    return Judgement(verdict=Verdict.NEGATIVE, score=1.0, reasons=("different speakers",))


def _speaks_for(person: Voiced, body: Voiced) -> bool:
    """Whether the person speaks for the body, by what all articles tell or by the name in its own."""
    return person.body == body.actor or bool(person.speaks_for and person.speaks_for == body.name)


def _days(left: Voiced, right: Voiced, alike: Likeness) -> Judgement:
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
    if out is not None and out > NEWS_DAYS and max(alike.verbatim, len(alike.fragment)) < LONG:
        return Judgement(verdict=Verdict.NEGATIVE, score=0.7, reasons=("reported weeks apart",))
    return Judgement(verdict=Verdict.UNSURE, score=0.7, reasons=("a day is not known",))


def _came_out_before(row: Voiced, said_on: str | None) -> bool:
    gap = apart(row.published, said_on)
    return bool(gap) and row.published is not None and said_on is not None and row.published < said_on


def _negative(alike: Likeness, *reasons: str) -> Judgement | None:
    """A negative worth keeping: of a pair that looks alike."""
    if not alike.verbatim and alike.share < 0.6 and not alike.fragment:
        return None
    return Judgement(verdict=Verdict.NEGATIVE, score=alike.score, reasons=(*alike.reasons, *reasons))


def _decided(alike: Likeness, voices: Judgement, days: Judgement) -> Judgement | None:
    reasons = (*alike.reasons, *voices.reasons, *days.reasons)
    sure = _enough(alike, day_known=days.verdict is Verdict.POSITIVE)
    if voices.verdict is Verdict.UNSURE:
        sure = alike.verbatim >= LONG
    elif voices.score < 1.0:  # a body and its spokesman
        sure = sure and (alike.verbatim > 0 or bool(alike.fragment) or alike.weight >= SPOKESMAN)
    if alike.clash:
        sure, reasons = False, (*reasons, alike.clash)
    if not sure and not _doubtful(alike):
        return None
    verdict = Verdict.POSITIVE if sure else Verdict.UNSURE
    return Judgement(verdict=verdict, score=alike.score, reasons=reasons)


def _enough(alike: Likeness, *, day_known: bool) -> bool:
    """Whether one speaker's words agree so far that they are one statement."""
    shared = len(alike.shared)
    if alike.verbatim:
        return alike.verbatim >= 4 or (day_known and (alike.verbatim >= 2 or shared >= 1))
    if alike.fragment and is_rare(alike.fragment):
        return len(alike.fragment) >= 3 or day_known or shared >= 2
    if alike.fragment and day_known and shared >= 2 and alike.share >= 0.6:
        return True
    if alike.translated and day_known:
        return True
    if alike.both_direct:
        return _is_one_sentence(alike, day_known=day_known)
    if not alike.heads_meet:
        return False
    if alike.weight >= MANY:
        return alike.share >= 0.5
    if alike.weight >= 3:
        if alike.share > WHOLE:
            return True
        whole = not alike.swapped and (alike.mutual >= 0.6 or alike.head_matched)
        return whole and alike.share >= (0.7 if day_known else 0.75)
    return day_known and alike.weight >= 1.4 and alike.share >= 0.85 and not alike.adds_figure


def _is_one_sentence(alike: Likeness, *, day_known: bool) -> bool:
    """Whether two quotations in different words differ in small ones only, or are two translations."""
    same = alike.mutual >= ALL and alike.weight >= SAME_CONTENT
    return same or (day_known and alike.weight >= 3 and alike.mutual >= 0.75)


def _doubtful(alike: Likeness) -> bool:
    """Whether so much agrees that a reader would ask."""
    if alike.verbatim or alike.fragment:
        return True
    if alike.clash == FIGURES:
        return alike.share >= 0.7
    other = alike.clash or alike.swapped or alike.both_direct or not alike.heads_meet
    return alike.share >= (0.8 if other else 0.6)
