"""Words told as said so long before what the sentence tells: "a week after Velt said that no toll was planned"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.annotate.dates import Grain
from onrecord.annotate.said.cases import Case
from onrecord.annotate.said.governing import NUMBERS
from onrecord.annotate.said.report import Report, Said, Sentence

OWN_DAY = 30  # characters behind the cue within which a date is its own: "a week after Velt said on Sunday that"
RECENT = timedelta(days=7)  # the day from which it is counted lies at most so far before the report appeared
_DAYS = {"hour": 0, "day": 1, "week": 7}
_BEFORE_SOURCE = re.compile(
    rf"(?:\b(?P<count>{'|'.join(NUMBERS)}|an|few|several|some)\s)?(?<!last )(?<!this )(?<!that )(?<!same )(?<!next )"
    r"\b(?P<unit>hour|day|week|month|year)s?\s"
    r"(?P<side>after|before)\s$",
    re.IGNORECASE,
)
# "The move comes a day after Velt said": what comes is the news that the first sentence dates.
_OF_THE_NEWS = re.compile(
    r"\W*(?:It|This|That|(?:The|This|That|Her|His|Their) (?:[a-z]+ )?(?:move|decision|step|ruling|vote|attack|strike|"
    r"incident|visit|announcement|news|meeting|talks|reversal|shift|resignation|arrest))\b[^,;]{0,30}"
    r"\b(?:comes?|came|follow(?:s|ed))\b"
)


def is_counted(case: Case) -> bool:
    """Whether who speaks stands right behind "so long after", so that no other day of the sentence is of the words."""
    if case.sentence is None or case.tag.cue is None or _told(case) is None:
        return False
    end = case.tag.cue.end
    behind = [each.span.start for each in case.sentence.dates if end <= each.span.start <= end + OWN_DAY]
    return all(_is_said(at, case) for at in behind)


def counted(case: Case, report: Report) -> Said:
    """The day so far from the one that the sentence tells outside what is said, or else the report's first one."""
    found = _told(case)
    if found is None or case.sentence is None:
        return Said()
    days = _DAYS.get(found["unit"].lower())
    count = NUMBERS.get((found["count"] or "").lower())
    base = _day_of(case.sentence, case, report)
    if base is None and _OF_THE_NEWS.match(case.words):
        base = _day_of(report.sentences[0], case, report)
    if base is None or days is None or (days and count is None):
        return Said()
    off = timedelta(days=days * (count or 0))
    day = (date.fromisoformat(base) + (-off if found["side"].lower() == "after" else off)).isoformat()
    if report.day is not None and day > report.day:
        return Said()
    return Said(on=day, basis=f"“{found[0].strip()}” what is told of {base}")


def _told(case: Case) -> re.Match[str] | None:
    """The words right before the source, or the cue where no source stands before it, that tell how long before."""
    source, cue, sentence = case.tag.source, case.tag.cue, case.sentence
    if cue is None or sentence is None:
        return None
    at = source.start if source is not None and sentence.span.start <= source.start < cue.start else cue.start
    return _BEFORE_SOURCE.search(case.words[: at - sentence.span.start])


def _day_of(sentence: Sentence, case: Case, report: Report) -> str | None:
    """The one recent day of the sentence that no content tells; None of two."""
    told = [each for each in sentence.dates if each.grain is Grain.DAY and each.governs_past]
    days = {each.day for each in told if not _is_said(each.span.start, case) and _is_recent(each.day, report)}
    return days.pop() if len(days) == 1 else None


def _is_said(at: int, case: Case) -> bool:
    return any(span.start <= at < span.end for span in case.tag.content)


def _is_recent(day: str | None, report: Report) -> bool:
    if day is None or report.day is None or len(day) != len(report.day):
        return False
    return timedelta(0) <= date.fromisoformat(report.day) - date.fromisoformat(day) <= RECENT
