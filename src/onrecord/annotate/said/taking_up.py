"""What ties words to what stands right before: "then", a reaction, a visit of the writer, a live entry's "just"."""

from __future__ import annotations

import re

from onrecord.annotate.dates import Grain
from onrecord.annotate.said.carrying import CLOSE, Spoken, without_source
from onrecord.annotate.said.cases import Case, Told
from onrecord.annotate.said.governing import no_later, since
from onrecord.annotate.said.report import Report, Said

# "He had said then": of the day told right before, not of the one that goes on in the sentence.
_THEN = re.compile(r"\s*(?:then|at the time|at that time|(?:on )?that day)\b(?!,? (?:he|she|they|it)\b)")


# "At the time Velt said", "Velt at the time said", "Velt said at the time"; not "the mayor at the time, Velt, said".
_AT_THE_TIME = re.compile(r"\b(?:at the time|at that time|back then)\b(?! (?:of|when|that)\b)", re.IGNORECASE)


def at_the_time(case: Case, report: Report) -> Said:
    """The date of the sentence before, which tells of earlier, where "at the time" beside the cue takes it up."""
    if case.tag.cue is None or case.sentence is None or case.told is not Told.PAST:
        return Said()
    before = report.sentence_at(case.sentence.span.start - 1)
    found = _AT_THE_TIME.search(without_source(case))
    cue = case.tag.cue.start - case.sentence.span.start
    if found is None or before is None or before.paragraph != case.paragraph:
        return Said()
    if case.words[: found.start()].strip() and "," in case.words[min(found.start(), cue) : max(found.end(), cue)]:
        return Said()
    told = {day.edtf for day in before.dates if day.edtf is not None and day.edtf[0].isdecimal()}
    if case.sentence.dates or len(told) != 1:
        return Said()
    words = next(day.span.exact for day in before.dates if day.edtf in told)
    return Said(on=told.pop(), basis=f"“at the time”: “{words}”")


def said_then(case: Case, report: Report) -> Said:
    """The last day of the sentence before, which tells of earlier, where "then" takes it up."""
    if case.tag.cue is None or case.sentence is None or case.told is not Told.PLUPERFECT:
        return Said()
    before = report.sentence_at(case.sentence.span.start - 1)
    behind = case.words[case.tag.cue.end - case.sentence.span.start :]
    if before is None or before.paragraph != case.paragraph or not _THEN.match(behind):
        return Said()
    days = [day for day in before.dates if day.grain is Grain.DAY and day.edtf is not None]
    if not days or " had " not in before.span.exact:
        return Said()
    return Said(on=days[-1].edtf, basis=f"“then”: “{days[-1].span.exact}”")


_REACTS = re.compile(
    r"(?:reacting|responding|hitting back|firing back)\b"
    r"(?! (?:to|on|against) [^,]{0,60}\b(?:of|in|on) (?:last )?\w+day)|"
    r"(?:in|by way of) (?:an? )?(?:\w+ )?(?:response|reply|reaction|rejoinder)\b",
    re.IGNORECASE,
)
_HIT_BACK = re.compile(r"(?:hit|fired|struck|shot) back|reacted|responded", re.IGNORECASE)


def reacts(case: Case, before: Spoken | None, report: Report) -> Said:
    """The day from which on it was said: that of the words right before, by another, to which it is the reaction."""
    if before is None or case.sentence is None or before.case.entity == case.entity or case.told is not Told.PAST:
        return Said()
    if before.is_coarse or case.paragraph - before.case.paragraph > CLOSE or before.case.sentence == case.sentence:
        return Said()
    cue = case.tag.cue.exact if case.tag.cue else ""
    found = _REACTS.match(case.words.lstrip()) or _HIT_BACK.match(cue)
    on = since(before.said.on, report) if found is not None and before.said.on is not None else None
    if found is None or on is None:
        return Said()
    return Said(on=on, basis=f"“{found[0]}” to the words before: {before.said.basis}")


_VISIT = re.compile(
    r"\bI (?:went to (?:see|meet|visit)|met|visited|called on|sat down with|spoke (?:to|with)|interviewed|"
    r"caught up with|found|joined)\b"
)
_TO_ME = re.compile(r"\b(?:told|tells|telling) me\b|\bI (?:ask|asked)\b")


def at_the_visit(case: Case, report: Report) -> Said:
    """When the writer went to see who speaks, told in the paragraph before he "told me": "I met Oram in May"."""
    if case.sentence is None or not _TO_ME.search(case.words):
        return Said()
    for sentence in reversed(report.sentences):
        if sentence.paragraph != case.paragraph or sentence.span.start >= case.sentence.span.start:
            continue
        met = _VISIT.search(sentence.span.exact)
        told = [day for day in sentence.dates if met and day.span.start > sentence.span.start + met.end()]
        if told and told[0].edtf is not None:
            return Said(on=no_later(told[0].interval or told[0].edtf, report), basis=f"“{told[0].span.exact}”")
    return Said()


_BESIDE = re.compile(
    r"\b(?:[Ss]tanding|[Ss]itting|[Ss]eated|[Ss]peaking|[Aa]ppearing|[Tt]alking) "
    r"(?:beside|alongside|next to|with|together with) "
    r"(?:him|her|them|the \w+|[A-ZÀ-Þ])|\b(?:[Bb]eside|[Aa]longside|[Ff]lanked by) (?:him|her|them)\b|"
    r"\b(?:[Aa]t|[Dd]uring) (?:the|their) (?:same|joint) (?:press |news )?(?:conference|briefing|appearance)\b",
)


def beside(case: Case, before: Spoken | None) -> Said:
    """The day of the words right before, of one beside whom these were spoken: "Velt, standing beside her, said"."""
    if before is None or case.sentence is None or case.told is not Told.PAST or before.case.entity == case.entity:
        return Said()
    if before.is_coarse or case.paragraph - before.case.paragraph > CLOSE or not _BESIDE.search(case.words):
        return Said()
    return Said(on=before.said.on, basis=f"beside who spoke before: {before.said.basis}")


_LAST_HOUR = re.compile(
    r"\b(?:in|within|over) the (?:last|past) (?:few minutes|half (?:an )?hour|hour|couple of hours|few hours)\b|"
    r"\b(?:moments|minutes|an hour|a few minutes) ago\b|\b(?:earlier|later) in the day\b",
    re.IGNORECASE,
)
_JUST = re.compile(r"\b(?:has|have|['’](?:s|ve)) (?:\w+ly )?just\s+$", re.IGNORECASE)


def just_now(case: Case, report: Report) -> Said:
    """The day of publication for what was said "in the last hour", or "has just" been in a report as it happens."""
    if report.day is not None and case.sentence is not None and (found := _LAST_HOUR.search(case.words)):
        return Said(on=report.day, basis=f"“{found[0]}”")
    if case.paragraph not in report.entries or report.day is None or case.tag.cue is None or case.sentence is None:
        return Said()
    if not _JUST.search(case.words[: case.tag.cue.start - case.sentence.span.start]):
        return Said()
    return Said(on=report.day, basis="“just”, in an entry of the day’s live report")
