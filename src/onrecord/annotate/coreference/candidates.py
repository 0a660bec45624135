"""Who may be meant by a pronoun: everybody named or described before it whom neither gender nor grammar rules out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.annotate.coreference.deciding import Candidate
from onrecord.annotate.coreference.features import Scene, features_of, score_of
from onrecord.annotate.coreference.history import History, Placed
from onrecord.annotate.coreference.places import OUTSIDE
from onrecord.annotate.coreference.references import CLAUSE_BREAK, LEADS_IN, Reference, Standing
from onrecord.records import Span

LISTED = frozenset({"and", ",", ", and"})
MAX_TITLE = 4  # words of an office before the name


def candidates_of(history: History, reference: Reference, weights: Mapping[str, float]) -> list[Candidate]:
    """Every person who may be meant, with features and score."""
    before = history.before(reference)
    excluded = _excluded(history, reference, before)
    traces: dict[int, list[Reference]] = {}
    for each in [*before, *_behind(history, reference)]:
        fits = history.gender(each.referent) in {None, reference.gender}
        if fits and each.referent not in excluded and not _is_told_of(reference, each.reference):
            traces.setdefault(each.referent, []).append(each.reference)
    scene = _scene(history, reference, [each for each in before if each.referent in traces])
    found = []
    for referent, trace in traces.items():
        told = (*_known(history, referent), *_told_of(history, reference, referent, trace))
        features = features_of(scene, referent, trace, told)
        found.append(Candidate(referent=referent, score=score_of(features, weights), features=features))
    return found


def _scene(history: History, reference: Reference, before: list[Placed]) -> Scene:
    """What holds for all candidates; `before` are their references, the latest first."""
    outside = {OUTSIDE, reference.quotation}
    subjects = _coordinated(
        history,
        [
            each
            for each in before
            if each.reference.standing is Standing.SUBJECT and each.reference.quotation in outside
        ],
    )
    nearest = _coordinated(history, before)
    joined = before[0] if before and _between(history, before[0].reference, reference) == "and" else None
    speaking, spoke_just_before = history.speaking(reference)
    return Scene(
        here=reference,
        nearest=nearest[0].referent if len(nearest) == 1 else None,
        subjects=frozenset(each.referent for each in subjects),
        subject_start=subjects[-1].reference.span.start if subjects else -1,
        joined=joined.referent if joined else None,
        speaking=speaking,
        spoke_just_before=spoke_just_before,
    )


def _coordinated(history: History, before: list[Placed]) -> list[Placed]:
    """The latest of the references with those that "and" joins to it."""
    found = before[:1]
    for each in before[1:]:
        between = _between(history, each.reference, found[-1].reference)
        if between not in LISTED or (between == "," and len(found) == 1) or each.referent == found[-1].referent:
            break
        found.append(each)
    return found


def _between(history: History, left: Reference, right: Reference) -> str:
    return history.cast.article.text[left.span.end : right.begin].strip()


def _known(history: History, referent: int) -> tuple[str, ...]:
    """The features that hold of a referent wherever it stands."""
    called_so = referent in history.called_so
    told = referent < 0 or called_so or history.cast.is_told_person(referent)
    full = referent >= 0 and history.cast.has_full_name(referent)
    flags = {
        "its gender is told": history.told_gender(referent) is not None,
        "called so before": called_so,
        "nothing tells that it is a person": not told and not full,
        "only a full name tells that it is a person": not told and full,
    }
    return tuple(name for name, holds in flags.items() if holds)


def _told_of(history: History, reference: Reference, referent: int, trace: list[Reference]) -> tuple[str, ...]:
    """The feature of one whom the last speaker only spoke of, for the pronoun of who says more."""
    if not reference.says or reference.quotation != OUTSIDE or not history.heard:
        return ()
    tag, speaker = history.heard[-1]
    if speaker is None or speaker == referent or history.gender(speaker) not in {None, reference.gender}:
        return ()
    since = [each for each in trace if each.sentence == trace[0].sentence]
    only = all(any(span.covers(each.span) for span in tag.content) for each in since)
    return ("only in what was said",) if only else ()


def _excluded(history: History, reference: Reference, before: list[Placed]) -> set[int | None]:
    """Those whom grammar rules out: the subject of its own clause, and who speaks the quotation it stands in."""
    found: set[int | None] = set()
    if reference.quotation != OUTSIDE:
        found |= {who for tag, who in history.heard if any(each.covers(reference.span) for each in tag.content)}
    if reference.standing is Standing.OBJECT and not reference.span.exact.lower().endswith("self"):
        found |= {each.referent for each in before if _is_of_same_clause(history, each.reference, reference)}
    return found | _named_behind(history, reference) | _writers(history, reference, before)


# "Jan Velt writes: … “No,” he told me": the writer of a live report's entry is told, and says nothing there.
_WRITES = re.compile(r"(?: in [A-Z]\w+)?,? (?:writes|reports)(?: from [A-Z][\w ]{2,20})?:")
_TOLD_ME = re.compile(r" (?:told|tells|was telling|says to|said to) me\b")


def _writers(history: History, reference: Reference, before: list[Placed]) -> set[int]:
    """Who writes the paragraph and is told what the pronoun's bearer says."""
    text = history.cast.article.text
    if not _TOLD_ME.match(text, reference.span.end):
        return set()
    return {
        each.referent
        for each in before
        if each.reference.paragraph == reference.paragraph and _WRITES.match(text, each.reference.span.end)
    }


def _named_behind(history: History, reference: Reference) -> set[int]:
    """Those whom the sentence names behind the pronoun that opens it: "*He* said Velt was wrong"."""
    if reference.sentence < 0 or reference.standing is not Standing.SUBJECT or reference.quotation != OUTSIDE:
        return set()
    cast = history.cast
    start, end = cast.places.sentences[reference.sentence]
    if cast.article.text[start : reference.span.start].strip(" “\"‘'"):
        return set()
    return {group for _, group in cast.named_in(Span.of(cast.article.text, reference.span.end, end))}


def _is_of_same_clause(history: History, left: Reference, right: Reference) -> bool:
    if left.sentence != right.sentence or left.standing not in {Standing.SUBJECT, Standing.OBJECT}:
        return False
    return CLAUSE_BREAK.search(history.cast.article.text, left.span.end, right.span.start) is None


def _is_told_of(reference: Reference, named: Reference) -> bool:
    """Whether a name stands in what the pronoun's bearer says: "“Velt is wrong,” *he* said"."""
    subject = reference.standing is Standing.SUBJECT and reference.quotation == OUTSIDE
    return subject and named.quotation != OUTSIDE and named.sentence == reference.sentence


def _behind(history: History, reference: Reference) -> list[Placed]:
    """The subject that follows the phrase a sentence opens with: "Before he left, *Oram* said"."""
    places = history.cast.places
    if reference.sentence < 0 or reference.quotation != OUTSIDE:
        return []
    start, end = places.sentences[reference.sentence]
    comma = places.text.find(",", reference.span.end, end)
    if comma < 0 or not LEADS_IN.match(places.text, start, reference.span.start):
        return []
    following = history.following(reference)
    if following is None or not comma < following.reference.span.start < end:
        return []
    between = places.text[comma + 1 : following.reference.span.start].strip()
    return [following] if len(between.split()) <= MAX_TITLE and "," not in between else []
