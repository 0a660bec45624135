"""The days on which the article says that something happened, in the order it tells them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.annotate.dates import DateMention, Grain
from onrecord.annotate.said.cases import Case
from onrecord.annotate.said.report import Report, Sentence
from onrecord.annotate.said.venues import Venue, venues_done, venues_in
from onrecord.records import Span, Tag

# How an introduction tells of an interview without the word.
_ASKED = re.compile(r"\b(?:(?:spoke|talked) (?:to|with)|sat down with|interviewed|answered (?:the |our )?questions)\b")
_INTERVIEWED = frozenset({Venue.INTERVIEW})
RECENT_DAYS = 7  # a report's own occasion lies at most so far before it appeared


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A recent day told outside what people said, with the kinds of occasion its sentence names."""

    start: int
    paragraph: int
    on: str
    words: str
    venues: frozenset[Venue]
    done: frozenset[Venue]  # those that what was done tells, without the name: "thousands marched"
    taken_up: bool = False  # its sentence begins with "he" or "she": it goes on about somebody


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of an article by where they stand."""

    days: tuple[Day, ...]

    def before(self, case: Case) -> Day | None:
        """The day told last before the case's sentence."""
        told = self._count_before(case)
        return self.days[told - 1] if told else None

    def of_venue(self, venue: Venue, case: Case) -> Day | None:
        """The one day before the case's sentence on which there was such an occasion; None if there were two."""
        before = self.days[: self._count_before(case)]
        told = [day for day in before if venue in day.venues] or [day for day in before if venue in day.done]
        return told[-1] if len({day.on for day in told}) == 1 else None

    def moves_on(self, before: Case, case: Case, on: str | None) -> bool:
        """Whether between the two cases "he" or "she" did something on another day."""
        start = before.sentence.span.end if before.sentence else 0
        first = bisect_left(self.days, start, key=lambda day: day.start)
        return any(day.taken_up and day.on != on for day in self.days[first : self._count_before(case)])

    def between(self, start: int, case: Case) -> frozenset[str]:
        """The days told from an offset on up to the case's sentence."""
        first = bisect_left(self.days, start, key=lambda day: day.start)
        return frozenset(day.on for day in self.days[first : self._count_before(case)])

    def _count_before(self, case: Case) -> int:
        stop = case.sentence.span.start if case.sentence else 0
        return bisect_left(self.days, stop, key=lambda day: day.start)


def days_told(report: Report, tags: tuple[Tag, ...]) -> Days:
    """The recent days that the reporter tells of; what people say of days, and what "had" been, is left out."""
    contents = sorted((span for tag in tags for span in tag.content), key=lambda span: span.start)
    found = [
        Day(
            start=day.span.start,
            paragraph=sentence.paragraph,
            on=day.day or "",
            words=day.span.exact,
            venues=venues_in(sentence.span.exact)
            | (_INTERVIEWED if _ASKED.search(sentence.span.exact) else frozenset()),
            done=venues_done(sentence.span.exact),
            taken_up=sentence.span.exact.startswith(("He ", "She ")),
        )
        for sentence in report.sentences
        for day in sentence.dates
        if _is_recent(day, report) and not _is_had(day, sentence) and not _is_said(day.span, contents)
    ]
    return Days(days=tuple(found))


def _is_recent(day: DateMention, report: Report) -> bool:
    if day.grain is not Grain.DAY or report.day is None or day.edtf is None or not day.edtf[0].isdecimal():
        return False
    last, first = date.fromisoformat(report.day), date.fromisoformat(day.edtf[:10])
    return timedelta(0) <= last - first <= timedelta(days=RECENT_DAYS)


def _is_had(day: DateMention, sentence: Sentence) -> bool:
    return " had " in sentence.span.exact[: day.span.end - sentence.span.start + 40]


def _is_said(span: Span, contents: list[Span]) -> bool:
    place = bisect_left(contents, span.end, key=lambda content: content.start)
    return any(content.overlaps(span) for content in contents[max(0, place - 4) : place])
