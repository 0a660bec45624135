"""Small records of any shape to search in: articles of invented outlets, made without reading a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

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
from onrecord.store import Locator, open_writer

Place = TypeVar("Place", bound=Locator)
NOW = "2031-05-12T08:00:00+00:00"
SPEAKS_FOR = {"Oram": "Ostmark", "Renn": "Ostmark", "Sund": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing said, as an article has it; what has one `saying` is one statement."""

    words: str
    speaker: str | None = None
    said_on: str | None = None
    form: Form = Form.DIRECT
    saying: int | None = None
    stance: Stance | None = None
    via: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An article: its outlet, and its paragraphs, which are the reporter's own words or what somebody said."""

    outlet: str
    paragraphs: Sequence[str | Told]
    published: str | None = None


def write_searched(path: Place, articles: Sequence[Printed]) -> Place:
    """A record with the articles lies at `path`."""
    texts = [_text(number, one) for number, one in enumerate(articles)]
    readings = [_reading(text, one) for text, one in zip(texts, articles, strict=True)]
    with open_writer(path) as writer:
        captures = [_capture(number, text) for number, text in enumerate(texts)]
        writer.add_captures(captures, NOW)
        writer.add_readings(readings)
        writer.replace_derived(list(_derived(readings, articles)))
    return path


def _text(number: int, printed: Printed) -> str:
    words = (one if isinstance(one, str) else one.words for one in printed.paragraphs)
    return "\n".join((f"Article {number}", *words))


def _capture(number: int, text: str) -> Capture:
    content = text.encode()
    return Capture(sha256=sha256_of(content), content=content, media_type="text/plain", path=f"{number:03}.txt")


def _reading(text: str, printed: Printed) -> Reading:
    sha256 = sha256_of(text.encode())
    article = content_id("article", sha256)
    places = list(_places(text))
    told = zip(places[1:], printed.paragraphs, strict=True)
    said = [(place, one) for place, one in told if isinstance(one, Told)]
    names = sorted({one.speaker for _, one in said if one.speaker})
    return Reading(
        article=Article(
            id=article,
            sha256=sha256,
            text=text,
            encoding="utf-8",
            segments=tuple(_segments(places)),
            outlet=printed.outlet,
            published=printed.published,
        ),
        attributions=tuple(_attribution(text, article, place, one) for place, one in said),
        entities=tuple(
            Entity(id=_entity(article, name), article=article, name=name, names=(name,), kind=EntityKind.PERSON)
            for name in names
        ),
    )


def _places(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for paragraph in text.split("\n"):
        yield at, at + len(paragraph)
        at += len(paragraph) + 1


def _segments(places: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    for number, (start, end) in enumerate(places):
        if start < end:
            yield Segment(start=start, end=end, kind=SegmentKind.BODY if number else SegmentKind.HEADLINE)


def _attribution(text: str, article: str, place: tuple[int, int], told: Told) -> Attribution:
    return Attribution(
        id=content_id("attribution", article, *place),
        article=article,
        source=None,
        cue=None,
        content=(Span.of(text, *place),),
        form=told.form,
        kind=Kind.ASSERTION,
        entity=_entity(article, told.speaker) if told.speaker else None,
        speaker_name=told.speaker,
        said_on=told.said_on,
        addressee=Span(start=0, end=len(told.to), exact=told.to) if told.to else None,
        relayed_by=(told.via,) if told.via else (),
    )


def _entity(article: str, name: str) -> str:
    return content_id("entity", article, name)


def _derived(readings: Sequence[Reading], articles: Sequence[Printed]) -> Iterator[DerivedRow]:
    for name in sorted({*SPEAKS_FOR, *filter(None, SPEAKS_FOR.values())}):
        party = SPEAKS_FOR.get(name)
        kind = EntityKind.PERSON if name in SPEAKS_FOR else EntityKind.PLACE
        yield Actor(id=f"p {name}", name=name, kind=kind, aliases=(name,), affiliation=f"p {party}" if party else None)
    yield Story(id="y", headline="Harbour dues", articles=tuple(sorted(one.article.id for one in readings)))
    sayings: dict[object, list[tuple[Attribution, Told]]] = {}
    for reading, printed in zip(readings, articles, strict=True):
        yield from (ActorEntity(entity=one.id, actor=f"p {one.name}") for one in reading.entities)
        told = [one for one in printed.paragraphs if isinstance(one, Told)]
        for attribution, one in zip(reading.attributions, told, strict=True):
            key = attribution.id if one.saying is None else (one.saying, one.speaker)
            sayings.setdefault(key, []).append((attribution, one))
    for reports in sayings.values():
        yield from _statement(reports)


def _statement(reports: Sequence[tuple[Attribution, Told]]) -> Iterator[DerivedRow]:
    first, told = reports[0]
    statement = content_id("statement", first.id)
    attributions = tuple(attribution.id for attribution, _ in reports)
    yield Statement(
        id=statement,
        speaker=f"p {told.speaker}" if told.speaker else None,
        said_on=told.said_on,
        text=first.text,
        attributions=attributions,
    )
    yield from (StatementMember(attribution=one, statement=statement) for one in attributions)
    if told.stance and told.speaker:
        yield Position(
            id=content_id("position", statement),
            story="y",
            actor=f"p {told.speaker}",
            actor_name=told.speaker,
            issue="the harbour dues",
            stance=told.stance,
            said_on=(told.said_on,) if told.said_on else (),
            statements=(statement,),
        )
