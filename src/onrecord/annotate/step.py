"""The step that reads an article: tags it, and tells of each attribution who, when, to whom and through whom."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.blockquotes import with_blocks
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.countries import with_countries
from onrecord.annotate.dates import DateMention
from onrecord.annotate.employers import with_employers
from onrecord.annotate.entities import group_names
from onrecord.annotate.names import Name, find_names
from onrecord.annotate.occasions import find_addressee, find_occasion
from onrecord.annotate.outlets import outlets_told
from onrecord.annotate.quantities import find_quantities
from onrecord.annotate.recast import recast
from onrecord.annotate.relay import Relay, Told, find_relays
from onrecord.annotate.said import find_said
from onrecord.annotate.sayings import dates_of, report_of
from onrecord.annotate.speakers import find_speakers
from onrecord.annotate.tagger import Tagger
from onrecord.annotate.unsaid import is_unsaid
from onrecord.records import LANGUAGES, Article, Attribution, EntityKind, Mention, MentionKind, Reading, Span
from onrecord.records.ids import content_id

VERSION = "19"


def annotate(article: Article, tagger: Tagger) -> Reading:
    """The article with its attributions, mentions and entities; every span stands in the article's text.

    Nothing is told of an article in a language that is not read.
    """
    if article.language not in LANGUAGES:
        return Reading(article=article)
    tagging = tagger.tag(article)
    names = with_countries(article, with_employers(article, find_names(article, tagging.names)))
    groups, member = group_names(names)
    cast = Cast.of(article, names, groups, member)
    outlets = outlets_told(article, _people_named(cast))
    tags = recast(article, with_blocks(article, tagging.tags), outlets)
    speakers = find_speakers(cast, tags)
    dates = dates_of(article)
    report = report_of(article, cast.places, dates, cast.people_at())
    told = tuple(
        Told(
            tag=tag,
            speaker=speaker,
            said=when,
            sentence=sentence.span if (sentence := report.sentence_of(tag)) else None,
        )
        for tag, speaker, when in zip(tags, speakers, find_said(tags, speakers, report), strict=True)
    )
    relays = find_relays(article, told, outlets)
    contents = tuple(span for tag in tags for span in tag.content)
    attributions = tuple(
        _attribution(article, each, relay, contents)
        for each, relay in zip(told, relays, strict=True)
        if not is_unsaid(article.text, each.tag)
    )
    return Reading(
        article=article,
        attributions=attributions,
        mentions=_mentions(article, cast, dates),
        entities=cast.all_entities(),
    )


def _people_named(cast: Cast) -> frozenset[str]:
    """The names of those who are told to be people, by a full name or an office."""
    people = (
        group
        for group in cast.groups
        if group.kind is EntityKind.PERSON
        and (" " in group.fullest or any(n.roles or n.honorific for n in group.names))
    )
    return frozenset(name.span.exact for group in people for name in group.names)


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
