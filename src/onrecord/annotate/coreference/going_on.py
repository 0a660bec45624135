"""Whom a description means that no office and no trait tells: who has just spoken, where nobody else comes between.

"Ilse Oram left at noon. “No,” the diplomat said": news gives what it has not said yet of somebody in passing.
"""

from __future__ import annotations

import re

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.history import History
from onrecord.annotate.coreference.persons import PERSONS, RELATIVES
from onrecord.annotate.coreference.places import OUTSIDE
from onrecord.annotate.coreference.references import AGE, Reference, Sort
from onrecord.annotate.coreference.traits import Traits, traits_of
from onrecord.annotate.rules.lexicon import CUES
from onrecord.records import Span, Tag

# What holders of an office are also called, with words of the offices.
ALSO_CALLED = {
    "diplomat": frozenset({"ambassador", "envoy", "consul", "negotiator", "mediator", "foreign"}),
    "politician": frozenset(
        "minister premier senator mp mep leader mayor governor chancellor congressman congresswoman councillor "
        "lawmaker candidate chairman chairwoman president".split()
    ),
    "official": frozenset(
        "minister secretary director chief commissioner head officer governor undersecretary".split()
    ),
    "lawmaker": frozenset("senator mp mep representative congressman congresswoman deputy member legislator".split()),
    "lawyer": frozenset("attorney counsel prosecutor barrister solicitor".split()),
    "executive": frozenset("chief director president chairman chairwoman manager founder".split()),
    "academic": frozenset("professor lecturer historian economist sociologist researcher scholar".split()),
    "scientist": frozenset("professor researcher lecturer physicist biologist chemist director".split()),
    "officer": frozenset("colonel major general lieutenant sergeant inspector captain detective commander".split()),
}
_OF_HOW_MANY = re.compile(
    r"\s+of\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|\w+ (?:sons|daughters|children|boys|girls))\b"
)
_SAID_BY = re.compile(r"([\w’'-]+)\s+$")


def goes_on(history: History, traits: dict[int, Traits], reference: Reference) -> int | None:
    """The person who spoke last, in this or the last paragraph, whom the description can mean; else None."""
    who = _who_spoke(history, reference)
    if who is None or not _can_mean(history.cast, traits, who, reference):
        return None
    tag = history.heard[-1][0]
    return who if not _others_between(history, reference, tag, who) else None


def _who_spoke(history: History, reference: Reference) -> int | None:
    """The last speaker, a person; None where the description stands in a quotation, or speaks no word itself."""
    if not history.heard or reference.quotation != OUTSIDE or not reference.span.exact.lower().startswith("the "):
        return None
    tag, who = history.heard[-1]
    anchor = (tag.source or tag.content[0]).start
    if who is None or who < 0 or not history.cast.is_person(who) or reference.span.start <= anchor:
        return None
    near = reference.paragraph - history.cast.places.paragraph(tag.content[-1].start) <= 1
    return who if near and _speaks(history.cast.article.text, reference) else None


def _speaks(text: str, reference: Reference) -> bool:
    """Whether a verb of saying stands on either side of the description."""
    before = _SAID_BY.search(text, max(0, reference.span.start - 20), reference.span.start)
    behind = _OF_HOW_MANY.match(text, reference.span.end)
    at = behind.end() if behind else reference.span.end
    follows = re.match(r"\s+([\w’'-]+)", text[at : at + 30])
    return reference.says or any(found is not None and _is_cue(found[1]) for found in (before, follows))


def _is_cue(word: str) -> bool:
    entry = CUES.get(word.lower())
    return entry is not None and "q" in entry.frames


def _can_mean(cast: Cast, traits: dict[int, Traits], who: int, reference: Reference) -> bool:
    """Whether the person may be called so: of the noun's gender, and of no office that is another."""
    head = reference.head
    if AGE.match(head):
        return not _traits(cast, traits, who).ages
    if head not in PERSONS or (head in RELATIVES and not _is_parent(cast.article.text, reference)):
        return False
    if reference.gender is not None and cast.gender(who) not in {None, reference.gender}:
        return False
    known = _traits(cast, traits, who)
    return (
        not known.nouns
        or head in RELATIVES
        or not ALSO_CALLED.get(head, frozenset()).isdisjoint(known.nouns | known.words)
    )


def _is_parent(text: str, reference: Reference) -> bool:
    """Whether it tells how many children somebody has: "the mother of three"."""
    found = _OF_HOW_MANY.search(text, reference.span.start, reference.span.end + len(" of seventeen children"))
    return found is not None and found.start() <= reference.span.end


def _traits(cast: Cast, traits: dict[int, Traits], who: int) -> Traits:
    if who not in traits:
        traits[who] = traits_of(cast, who)
    return traits[who]


def _others_between(history: History, reference: Reference, tag: Tag, who: int) -> bool:
    """Whether somebody else, of the noun's gender as far as is told, is brought in between, outside what was said."""
    start = (tag.source or tag.content[0]).start
    between = (
        each
        for each in history.before(reference)
        if start < each.reference.span.start < reference.span.start
        and each.referent != who
        and each.reference.quotation == OUTSIDE
    )
    return any(
        not any(_covers(span, each.reference.span) for span in tag.content)
        and (reference.gender is None or history.gender(each.referent) in {None, reference.gender})
        and each.reference.sort is not Sort.PRONOUN
        and (
            each.referent < 0 or history.cast.is_told_person(each.referent) or history.cast.has_full_name(each.referent)
        )
        for each in between
    )


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
