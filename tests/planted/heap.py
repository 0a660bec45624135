"""A record of any number of statements, made without reading a word: what an export must get through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from onrecord.records import (
    Actor,
    ActorEntity,
    Article,
    Attribution,
    Capture,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    MentionKind,
    Position,
    Reading,
    Segment,
    SegmentKind,
    Span,
    Stance,
    Statement,
    StatementMember,
    Story,
)
from onrecord.records.derived import DerivedRow
from onrecord.records.ids import content_id, sha256_of
from onrecord.store import open_writer

NOW = "2031-05-12T08:00:00+00:00"
AN_ARTICLE = 10  # statements
A_STORY = 20  # articles
BATCH = 200
SENTENCE = "“The ferry of pier {pier} stays in port until {hour} o'clock,” Harbour Minister Oram {number} said."


def write_heap(path: Path, statements: int) -> Path:
    """A record with this many statements lies at `path`, each of one report, ten an article, all of some story."""
    numbers = range(statements // AN_ARTICLE)
    with open_writer(path) as writer:
        several = iter(numbers)
        while some := list(islice(several, BATCH)):
            readings = [_reading(number) for number in some]
            writer.add_captures([_capture(reading.article) for reading in readings], NOW)
            writer.add_readings(readings)
        writer.replace_derived(_derived(numbers))
    return path


def _sentences(number: int) -> list[str]:
    return [SENTENCE.format(pier=number, hour=hour, number=number % 500) for hour in range(AN_ARTICLE)]


def _text(number: int) -> str:
    return "\n\n".join((f"Ferries of pier {number} stay", *_sentences(number)))


def _article_id(number: int) -> str:
    return content_id("article", sha256_of(_text(number).encode()))


def _entity_id(number: int) -> str:
    return content_id("entity", number)


def _actor_id(number: int) -> str:
    return content_id("actor", number % 500)


def _capture(article: Article) -> Capture:
    content = article.text.encode()
    return Capture(sha256=article.sha256, content=content, media_type="text/plain", path=f"heap/{article.id}.txt")


def _reading(number: int) -> Reading:
    text = _text(number)
    article, entity = _article_id(number), _entity_id(number)
    head = text.index("\n")
    segments = [Segment(start=0, end=head, kind=SegmentKind.HEADLINE)]
    attributions, mentions = [], []
    start = head + 2
    for sentence in _sentences(number):
        segments.append(Segment(start=start, end=start + len(sentence), kind=SegmentKind.BODY))
        attributions.append(_attribution(text, article, entity, start))
        name = text.index("Oram", start)
        mentions.append(_mention(text, article, entity, name))
        start += len(sentence) + 2
    return Reading(
        article=Article(
            id=article,
            sha256=sha256_of(text.encode()),
            text=text,
            encoding="utf-8",
            segments=tuple(segments),
            outlet=f"Quay Gazette {number % 40}",
            headline=text[:head],
            published="2031-05-04",
        ),
        attributions=tuple(attributions),
        mentions=tuple(mentions),
        entities=(Entity(id=entity, article=article, name=f"Oram {number}", names=("Oram",), kind=EntityKind.PERSON),),
    )


def _attribution(text: str, article: str, entity: str, start: int) -> Attribution:
    end = text.index("”", start) + 1
    cue = text.index("said", end)
    return Attribution(
        id=content_id("attribution", article, start),
        article=article,
        source=Span.of(text, end + 1, cue - 1),
        cue=Span.of(text, cue, cue + 4),
        content=(Span.of(text, start, end),),
        form=Form.DIRECT,
        kind=Kind.ASSERTION,
        entity=entity,
        speaker_name="Oram",
        said_on="2031-05-04",
        relayed_by=("Union Wire",),
    )


def _mention(text: str, article: str, entity: str, start: int) -> Mention:
    return Mention(
        id=content_id("mention", article, start),
        article=article,
        span=Span.of(text, start, start + 4),
        kind=MentionKind.PERSON,
        entity=entity,
    )


def _derived(numbers: range) -> Iterator[DerivedRow]:
    """All that follows, row by row."""
    for number in range(min(500, len(numbers))):
        yield Actor(id=_actor_id(number), name=f"Oram {number}", kind=EntityKind.PERSON)
    for number in numbers:
        yield ActorEntity(entity=_entity_id(number), actor=_actor_id(number))
        if number % A_STORY == 0:
            together = numbers[number : number + A_STORY]
            story = content_id("story", number)
            articles = tuple(_article_id(each) for each in together)
            yield Story(id=story, headline=f"The ferries of pier {number}", articles=articles)
            yield _position(story, number)
        for one in _reading(number).attributions:
            statement = content_id("statement", one.id)
            yield Statement(
                id=statement,
                speaker=_actor_id(number),
                said_on=one.said_on,
                text=one.text,
                attributions=(one.id,),
                origins=("Union Wire",),
                independent_origins=1,
            )
            yield StatementMember(attribution=one.id, statement=statement)


def _position(story: str, number: int) -> Position:
    return Position(
        id=content_id("position", story),
        story=story,
        actor=_actor_id(number),
        actor_name=f"Oram {number % 500}",
        issue="the ferries",
        stance=Stance.REJECT,
    )
