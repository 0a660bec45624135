"""The day of every attribution of an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.annotate.said.carrying import (
    SAME_SPEAKER,
    Spoken,
    answers,
    as_it_happened,
    at_the_occasion,
    backed,
    backs_lead,
    by_the_clock,
    goes_on,
    in_a_turn,
    under_dateline,
)
from onrecord.annotate.said.cases import Case, Told, cases_of
from onrecord.annotate.said.days import Days, days_told
from onrecord.annotate.said.deeds import after_deed, before_other_words, in_the_news
from onrecord.annotate.said.governing import governing
from onrecord.annotate.said.intervals import counted, is_counted
from onrecord.annotate.said.reactions import to_the_news
from onrecord.annotate.said.report import Report, Said
from onrecord.annotate.said.taking_up import at_the_time, at_the_visit, beside, just_now, reacts, said_then
from onrecord.annotate.said.told_behind import told_behind
from onrecord.annotate.speakers import Speaker
from onrecord.records import Tag


def find_said(tags: tuple[Tag, ...], speakers: tuple[Speaker, ...], report: Report) -> tuple[Said, ...]:
    """The day of every tag, in order. No day lies after publication."""
    cases = cases_of(tags, speakers, report)
    found = _forwards(cases, days_told(report, tags), report)
    return tuple(
        found[case.place] or backed(case, cases, found, report) or told_behind(case, cases, report) for case in cases
    )


def _forwards(cases: tuple[Case, ...], days: Days, report: Report) -> tuple[Said, ...]:
    """The day of every case that its own sentence or what stands before it tells."""
    found: list[Said] = []
    last: dict[str, Spoken] = {}
    before: Spoken | None = None
    for case in cases:
        said = (
            said_then(case, report)
            or (counted(case, report) if is_counted(case) else governing(case, report))
            or at_the_time(case, report)
            or goes_on(case, last.get(case.entity or ""), days, report)
            or answers(case, before)
            or backs_lead(case, cases, found[0] if found else Said(), report)
            or by_the_clock(case, days, report, before)
            or at_the_occasion(case, days)
            or reacts(case, before, report)
            or at_the_visit(case, report)
            or beside(case, before)
            or before_other_words(case, before)
            or after_deed(case, report, last.get(case.entity or ""))
            or in_the_news(case, report)
            or to_the_news(case, (cases[0], found[0]) if found else None, days, report)
            or just_now(case, report)
            or in_a_turn(case, days)
            or as_it_happened(case, report)
            or under_dateline(case, report)
        )
        found.append(said)
        if not said:
            continue
        spoken = Spoken(said=_plain(said), case=case)
        if case.told is not Told.PLUPERFECT:
            before = spoken
        if case.entity and (case.told is not Told.PLUPERFECT or _had_said_last(case.entity, last)):
            last[case.entity] = spoken
    return tuple(found)


def _had_said_last(entity: str, last: Mapping[str, Spoken]) -> bool:
    """Whether the article has told nothing of the speaker but what "had" been said before its own time."""
    return entity not in last or last[entity].case.told is Told.PLUPERFECT


def _plain(said: Said) -> Said:
    """The day with what told it first, however often it was carried on."""
    return replace(said, basis=(said.basis or "").removeprefix(SAME_SPEAKER))
