"""The step that reads an article: tags it, and tells of each attribution who, when, to whom and through whom."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from onrecord.annotate.dates import DateMention, Grain, find_dates
from onrecord.annotate.entities import group_names
from onrecord.annotate.names import Name, find_names
from onrecord.annotate.occasions import find_addressee, find_occasion
from onrecord.annotate.quantities import find_quantities
from onrecord.annotate.relay import Relay, Told, find_relays
from onrecord.annotate.said import Report, Sentence, find_entries, find_said
from onrecord.annotate.sentences import sentence_bounds
from onrecord.annotate.speakers import Cast, find_speakers
from onrecord.annotate.tagger import Tagger
from onrecord.records import Article, Attribution, Mention, MentionKind, Reading, SegmentKind, Span
from onrecord.records.ids import content_id

VERSION = "2"
DATED = frozenset({SegmentKind.BYLINE, SegmentKind.DATELINE})  # beside the prose: where an article gives its own day


def annotate(article: Article, tagger: Tagger) -> Reading:
    """The article with its attributions, mentions and entities; every span stands in the article's text."""
    tags = tagger.tag(article)
    names = find_names(article)
    groups, member = group_names(names)
    cast = Cast.of(article, names, groups, member)
    speakers = find_speakers(cast, tags)
    dates = _dates(article)
    report = _report(article, dates, cast.people())
    told = tuple(
        Told(
            tag=tag,
            speaker=speaker,
            said=when,
            sentence=sentence.span if (sentence := report.sentence_of(tag)) else None,
        )
        for tag, speaker, when in zip(tags, speakers, find_said(tags, speakers, report), strict=True)
    )
    relays = find_relays(article, told)
    contents = tuple(span for tag in tags for span in tag.content)
    attributions = tuple(_attribution(article, each, relay, contents) for each, relay in zip(told, relays, strict=True))
    return Reading(
        article=article,
        attributions=attributions,
        mentions=_mentions(article, cast, dates),
        entities=cast.all_entities(),
    )


def _attribution(article: Article, told: Told, relay: Relay, contents: tuple[Span, ...]) -> Attribution:
    tag, speaker, said = told.tag, told.speaker, told.said
    places = [f"{span.start}-{span.end}" for span in tag.content]
    return Attribution(
        id=content_id("attribution", article.id, *places),
        article=article.id,
        source=tag.source,
        cue=tag.cue,
        content=tag.content,
        form=tag.form,
        kind=tag.kind,
        entity=speaker.entity,
        speaker_name=speaker.name,
        speaker_reasons=speaker.reasons,
        anonymous=speaker.anonymous,
        said_on=said.on,
        said_basis=said.basis,
        occasion=find_occasion(tag, told.sentence, contents),
        addressee=find_addressee(tag, told.sentence, contents),
        relayed_by=relay.names,
        relayed_reasons=relay.reasons,
        confidence=tag.confidence,
    )


def _dates(article: Article) -> tuple[DateMention, ...]:
    """Every date of the prose and of the lines that date the article, each read in its paragraph."""
    prose = {segment.start for segment in article.prose()}
    dates: list[DateMention] = []
    anchor: str | None = None
    for segment in article.segments:
        if segment.start not in prose and segment.kind not in DATED:
            continue
        found = find_dates(article.text, start=segment.start, end=segment.end, base=article.published, anchor=anchor)
        dates.extend(found)
        if segment.kind is SegmentKind.BODY:  # "The next day" may begin the paragraph after
            days = [date.day for date in found if date.grain is Grain.DAY and date.governs_past]
            anchor = days[-1] if days else None
    return tuple(dates)


def _report(article: Article, dates: tuple[DateMention, ...], people: frozenset[str]) -> Report:
    """What the article tells of days: the sentences of its body with their dates, its own day, its dateline."""
    day_starts = [date.span.start for date in dates]
    sentences = tuple(
        Sentence(
            span=Span.of(article.text, start, end),
            dates=dates[bisect_left(day_starts, start) : bisect_left(day_starts, end)],
            paragraph=number,
        )
        for number, segment in enumerate(article.body())
        for start, end in sentence_bounds(article.text, (segment.start, segment.end))
    )
    return Report(
        sentences=sentences,
        published=article.published,
        people=people,
        dateline=_dateline_day(article),
        entries=find_entries(article),
    )


def _dateline_day(article: Article) -> DateMention | None:
    """The day that the dateline gives."""
    lines = (segment for segment in article.segments if segment.kind is SegmentKind.DATELINE)
    found = (
        date
        for line in lines
        for date in find_dates(article.text, start=line.start, end=line.end, base=article.published)
    )
    return next((date for date in found if date.grain is Grain.DAY), None)


def _mentions(article: Article, cast: Cast, dates: tuple[DateMention, ...]) -> tuple[Mention, ...]:
    """Every name, date and quantity of the article's prose, by place."""
    found = [_name_mention(article, cast, name) for name in cast.names]
    found += [replace(_mention(article, date.span, MentionKind.DATE), edtf=date.edtf) for date in dates]
    for segment in article.prose():
        found += [
            replace(_mention(article, one.span, MentionKind.QUANTITY), value=one.value, unit=one.unit)
            for one in find_quantities(article.text, start=segment.start, end=segment.end)
        ]
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.kind)))


def _name_mention(article: Article, cast: Cast, name: Name) -> Mention:
    group = cast.member.get(name.span.start)
    kind = cast.groups[group].kind if group is not None else name.kind
    entity = cast.entities[group].id if group is not None else None
    return replace(_mention(article, name.span, MentionKind(kind.value)), entity=entity)


def _mention(article: Article, span: Span, kind: MentionKind) -> Mention:
    mention_id = content_id("mention", article.id, kind, span.start, span.end)
    return Mention(id=mention_id, article=article.id, span=span, kind=kind)
