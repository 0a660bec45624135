"""The day an undated article came out, by the days that others give to what it tells; and its own days, read by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.annotate.coreference.places import Places
from onrecord.annotate.dates import DateMention, Grain
from onrecord.annotate.dates.finding import lower_in_place
from onrecord.annotate.dates.tense import Tense, tense_around
from onrecord.annotate.said import Said, find_said
from onrecord.annotate.sayings import dates_of, report_of
from onrecord.annotate.speakers import Speaker
from onrecord.records import ArticleDay, Attribution, AttributionDay, EntityKind, MentionDay, MentionKind, Reading, Tag

WEEK = 6  # days behind an event in which its weekday alone names it
NEWS = 1  # days behind what its first paragraphs tell that a report comes out
LEAD = 3  # paragraphs
FAR, NEAR = 120, 30  # days; a month and day without a year is near, whichever side the text puts it on
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
# "the crews sail later on Monday": that day itself.
_SAME_DAY = re.compile(rf"\blater (?:on )?({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_MONTH_AND_DAY = re.compile(r"[A-Za-z]{3,}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The day of an attribution as another article gives it, with the words that say so."""

    day: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An article's inferred day, and those of its attributions and dates that are other ones by it."""

    article: ArticleDay
    attributions: tuple[AttributionDay, ...]
    mentions: tuple[MentionDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """The article's days as they are if it came out on `day`."""

    day: date
    said: tuple[Said, ...]
    dates: tuple[DateMention, ...]


def date_article(reading: Reading, known: Mapping[str, Known]) -> Dated | None:
    """The article dated by what is known of its attributions; None where that tells too little, or contradicts itself.

    A weekday that the article gives must be the known day; a month and day without a year must be near; what its first
    paragraphs tell is fresh. The days that fit are the answer: one, or an interval.
    """
    told = {each.id: date.fromisoformat(known[each.id].day) for each in reading.attributions if each.id in known}
    if not told or not _is_enough(reading, told):
        return None
    latest = max(told.values())
    days = [latest + timedelta(days=more) for more in range(WEEK + 1)]
    reads = [_read(reading, day) for day in days if _same_day_fits(reading, day)]
    reads = [read for read in reads if _weekdays_fit(reading, read, told) and not _is_off(reading, read, reads)]
    if _leads(reading, told, latest):
        reads = [read for read in reads if (read.day - latest).days <= NEWS]
    return _dated(reading, reads, known) if reads else None


def _is_enough(reading: Reading, told: Mapping[str, date]) -> bool:
    """Whether what is known makes the article news of those days, not one that recalls them.

    Two sayings are known, or one that the article tells first or dates by a weekday.
    """
    if len(told) > 1 or _leads(reading, told, max(told.values())):
        return True
    read = _read(reading, max(told.values()))
    return any(said.on for each, said in zip(reading.attributions, read.said, strict=True) if each.id in told)


def _leads(reading: Reading, told: Mapping[str, date], day: date) -> bool:
    """Whether one of the first paragraphs reports what was said on the day."""
    body = reading.article.body()[:LEAD]
    end = body[-1].end if body else 0
    return any(told.get(each.id) == day and each.start < end for each in reading.attributions)


def _read(reading: Reading, day: date) -> _Read:
    article = replace(reading.article, published=day.isoformat())
    tags, speakers = zip(*(_tag(each) for each in reading.attributions), strict=True)
    dates = dates_of(article)
    named = frozenset(
        each.id
        for each in reading.entities
        if each.kind is EntityKind.PERSON and not each.anonymous and each.name[:1].isupper()
    )
    people = {each.span.start: each.entity for each in reading.mentions if each.entity in named}
    report = report_of(article, Places.of(article), dates, people)
    return _Read(day=day, dates=dates, said=find_said(tags, speakers, report))


def _tag(attribution: Attribution) -> tuple[Tag, Speaker]:
    """What the tagger found and who speaks, as they were before the days were told."""
    tag = Tag(
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        form=attribution.form,
        kind=attribution.kind,
        confidence=attribution.confidence,
    )
    return tag, Speaker(
        entity=attribution.entity,
        name=attribution.speaker_name,
        reasons=attribution.speaker_reasons,
        anonymous=attribution.anonymous,
    )


def _same_day_fits(reading: Reading, day: date) -> bool:
    article = reading.article
    return all(
        WEEKDAYS[day.weekday()] == match[1].lower()
        for segment in article.body()
        for match in _SAME_DAY.finditer(article.text, segment.start, segment.end)
    )


def _weekdays_fit(reading: Reading, read: _Read, told: Mapping[str, date]) -> bool:
    """Whether the article's own words put every known saying on its known day."""
    pairs = zip(reading.attributions, read.said, strict=True)
    return all(_covers(said.on, told[each.id]) for each, said in pairs if each.id in told and said.on)


def _covers(edtf: str | None, day: date) -> bool:
    first, _, last = (edtf or "").partition("/")
    return first.rstrip("~") <= day.isoformat() <= (last or first).rstrip("~") + "~"


def _is_off(reading: Reading, read: _Read, reads: list[_Read]) -> bool:
    """Whether by that day a date to come would have been, or one is far off that by another day is near."""
    text = reading.article.text
    lowered = lower_in_place(text)
    for place, mention in enumerate(read.dates):
        if mention.grain is not Grain.DAY or not mention.relative or not _MONTH_AND_DAY.search(mention.span.exact):
            continue
        others = [_distance(other, place) for other in reads]
        if _distance(read, place) > FAR and min(others) < NEAR:
            return True
        ahead = tense_around(text, lowered, mention.span.start, mention.span.end) is Tense.FUTURE
        if ahead and (mention.day or "") < read.day.isoformat():
            return True
    return False


def _distance(read: _Read, place: int) -> int:
    day = read.dates[place].day
    return abs((date.fromisoformat(day) - read.day).days) if day and len(day) == len("2031-05-04") else 0


def _dated(reading: Reading, reads: list[_Read], known: Mapping[str, Known]) -> Dated:
    published = _agreed([read.day.isoformat() for read in reads])
    reasons = [known[each.id].reason for each in reading.attributions if each.id in known]
    fits = "the only day that fits the days it names" if len(reads) == 1 else "the days that fit those it names"
    attributions = []
    for place, each in enumerate(reading.attributions):
        day = _agreed([read.said[place].on for read in reads])
        if day is not None and day != each.said_on:
            attributions.append(
                AttributionDay(attribution=each.id, said_on=day, basis=reads[0].said[place].basis or "")
            )
    return Dated(
        article=ArticleDay(
            article=reading.article.id, published=published or "", reasons=(*dict.fromkeys(reasons), fits)
        ),
        attributions=tuple(attributions),
        mentions=_mentions(reading, reads),
    )


def _mentions(reading: Reading, reads: list[_Read]) -> tuple[MentionDay, ...]:
    """The dates of the article that the day tells."""
    days = [{mention.span.start: mention.edtf for mention in read.dates} for read in reads]
    found = []
    for each in reading.mentions:
        if each.kind is MentionKind.DATE and each.edtf is None:
            edtf = _agreed([day.get(each.span.start) for day in days])
            found += [MentionDay(mention=each.id, edtf=edtf)] if edtf else []
    return tuple(found)


def _agreed(edtfs: list[str | None]) -> str | None:
    """What they all say; of days that differ, the days from the first to the last; else None."""
    told = [each for each in edtfs if each is not None]
    if len(told) < len(edtfs) or not told:
        return None
    if len(set(told)) == 1:
        return told[0]
    return f"{min(told)}/{max(told)}" if all(len(each) == len("2031-05-04") for each in told) else None
