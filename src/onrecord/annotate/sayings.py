"""What of an article tells days: every date in it, and the report that its attributions are dated by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from onrecord.annotate.coreference.places import Places
from onrecord.annotate.dates import DateMention, Grain, find_dates
from onrecord.annotate.roles import ROLE_MODIFIERS, ROLE_NOUNS
from onrecord.annotate.said import Report, Sentence, find_entries
from onrecord.records import Article, SegmentKind, Span

LONGEST_OFFICE = 8  # words before a name
DATELESS = 1  # paragraphs without a date after which "the day before" is still counted from what was told
NEAR = timedelta(days=120)
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
DATED = frozenset({SegmentKind.BYLINE, SegmentKind.DATELINE})  # beside the prose: where an article gives its own day


def dates_of(article: Article) -> tuple[DateMention, ...]:
    """Every date of the prose and of the lines that date the article, each read in its paragraph.

    Where no publication tells the year, a day and month are of the one year of which the article tells full dates,
    if one of these is near.
    """
    found = _dates_of(article, article.published)
    full = [each.day for each in found if each.day and not each.relative and each.grain is Grain.DAY]
    if article.published is not None or len({day[:4] for day in full}) != 1 or not full[0][:4].isdecimal():
        return found
    read = _dates_of(article, full[0][:4])
    return tuple(after if _is_near(after, full) else before for before, after in zip(found, read, strict=True))


def _is_near(mention: DateMention, full: list[str]) -> bool:
    """Whether the day is within some months of one that the article tells in full."""
    if mention.grain is not Grain.DAY or mention.day is None or not _WHOLE.fullmatch(mention.day):
        return False
    day = date.fromisoformat(mention.day)
    return any(abs(date.fromisoformat(each) - day) <= NEAR for each in full if _WHOLE.fullmatch(each))


def _dates_of(article: Article, base: str | None) -> tuple[DateMention, ...]:
    prose = {segment.start for segment in article.prose()}
    dates: list[DateMention] = []
    anchor: str | None = None
    silent = 0
    for segment in article.segments:
        if segment.start not in prose and segment.kind not in DATED:
            continue
        found = find_dates(article.text, start=segment.start, end=segment.end, base=base, anchor=anchor)
        dates.extend(found)
        if segment.kind is SegmentKind.BODY:  # "The next day" may begin the paragraph after
            days = [date.day for date in found if date.grain is Grain.DAY and date.governs_past]
            silent = 0 if found else silent + 1
            anchor = days[-1] if days else anchor if 0 < silent <= DATELESS else None
    return tuple(dates)


def report_of(article: Article, places: Places, dates: tuple[DateMention, ...], people: Mapping[int, str]) -> Report:
    """What the article tells of days: the sentences of its body with their dates, its own day, its dateline.

    `people` are the entities of persons by where their names start.
    """
    day_starts = [each.span.start for each in dates]
    sentences = tuple(
        Sentence(
            span=Span.of(article.text, start, end),
            dates=dates[bisect_left(day_starts, start) : bisect_left(day_starts, end)],
            paragraph=places.paragraph(start) - 1,
        )
        for start, end in places.sentences
    )
    return Report(
        sentences=sentences,
        published=article.published,
        people=frozenset(people.values()),
        dateline=_dateline_day(article),
        entries=find_entries(article),
        openers=dict(_openers(article.text, places, people)),
    )


_FRONTED_DAY = re.compile(
    r"^(?:(?:Late |Early |Later |Earlier )?(?:[Oo]n )?(?:\w+day(?: \w+)?|Today|Yesterday|[A-Z][a-z]+\.? \d{1,2}|"
    r"\d{1,2} [A-Z][a-z]+)),? "
)
_OF_OFFICE = ROLE_NOUNS | ROLE_MODIFIERS | frozenset("the of for and a an".split())


def _openers(text: str, places: Places, people: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """The starts of sentences that a person's name opens, with or without the office, and whose it is."""
    starts = sorted(people)
    for start, end in places.sentences:
        place = bisect_left(starts, start)
        if place == len(starts) or starts[place] >= end:
            continue
        before = _FRONTED_DAY.sub("", text[start : starts[place]]).split()
        if len(before) <= LONGEST_OFFICE and all(word[0].isupper() or word.strip(",") in _OF_OFFICE for word in before):
            yield start, people[starts[place]]


def _dateline_day(article: Article) -> DateMention | None:
    """The day that the dateline gives."""
    lines = (segment for segment in article.segments if segment.kind is SegmentKind.DATELINE)
    found = (
        each
        for line in lines
        for each in find_dates(article.text, start=line.start, end=line.end, base=article.published)
    )
    return next((each for each in found if each.grain is Grain.DAY), None)
