"""Articles for planted coverage, read without mistake: the text, who is named in it, and what is said by whom."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.planted.people import Speaker
from tests.planted.sayings import Version

from onrecord.records import (
    Article,
    Attribution,
    Basis,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    MentionKind,
    Reading,
    Segment,
    SegmentKind,
    Span,
)
from onrecord.records.ids import content_id, sha256_of

CUES = {Form.DIRECT: ("said", "told reporters", "added"), Form.INDIRECT: ("said", "stated", "told reporters")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One report of a statement: its version, whose it is, on which day it was said as far as the report tells."""

    version: Version
    speaker: Speaker
    statement: str
    said_on: str | None
    split: bool = False  # the speaker is named within the quotation
    name: str = ""
    cue: str = ""

    def piece(self, dice: random.Random) -> Piece:
        """The sentence that reports it."""
        name = _name(dice, self.speaker)
        direct = self.version.form is Form.DIRECT
        cue = dice.choice(CUES[Form.DIRECT if direct else Form.INDIRECT])
        text = self._headed(name) if self._heads else self._sentence(name, cue)
        return Piece(text=text, quoted=replace(self, name=name, cue="says" if self._heads else cue))

    @property
    def _heads(self) -> bool:
        return self.version.sort == "headline"

    def parts(self) -> tuple[str, ...]:
        """The stretches of the sentence that are what was said."""
        words = self.version.words
        if self.version.form is not Form.DIRECT:
            return (words if self._heads else f"that {words}",)
        if not self.split:
            return (f"“{words},”",)
        several = words.split()
        half = len(several) // 2
        return f"“{' '.join(several[:half])},”", f"“{' '.join(several[half:])}.”"

    def _sentence(self, name: str, cue: str) -> str:
        first, *rest = self.parts()
        if self.version.form is Form.DIRECT:
            return " ".join([first, f"{name} {cue}" + ("," if rest else "."), *rest])
        return f"{name} {cue} {first}."

    def _headed(self, name: str) -> str:
        return f"{name} says {self.version.words}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence: what it reports, if anything; whether it was edited.

    `wire` is the report that it is from, or the background that an outlet keeps, and its place there.
    """

    text: str
    quoted: Quoted | None = None
    wire: tuple[str, int] | None = None
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What an article is made of; `places` are names to look for; `copy` tells apart two that are alike."""

    headline: str
    pieces: tuple[Piece, ...]
    outlet: str | None = None
    published: str | None = None
    relayed_by: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    copy: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A reading, the statement of each attribution and the speaker of each entity."""

    reading: Reading
    statements: dict[str, str]
    actors: dict[str, str]


def _name(dice: random.Random, speaker: Speaker) -> str:
    """As the sentence names the speaker: in full with the office, in full, or by the family name."""
    if speaker.kind is not EntityKind.PERSON:
        return speaker.name
    roll = dice.random()
    if roll < 0.2:
        return speaker.family
    name = _misspelled(dice, speaker.name) if dice.random() < 0.01 else speaker.name
    if roll < 0.3:
        return name
    office = f"{speaker.of} {speaker.title}" if speaker.of else speaker.title
    return f"{office} {name}"


def _misspelled(dice: random.Random, name: str) -> str:
    at = dice.randrange(len(name.split(maxsplit=1)[0]) + 2, len(name))
    return name[:at] + name[at:][:1] + name[at:]


def reading_of(sheet: Sheet) -> Read:
    """The sheet as an article, with all that is to be read in it."""
    text = "\n\n".join((sheet.headline, *(piece.text for piece in sheet.pieces)))
    digest = sha256_of(f"{sheet.outlet} {sheet.copy} {text}".encode())
    article = Article(
        id=content_id("article", digest),
        sha256=digest,
        text=text,
        encoding="utf-8",
        segments=tuple(_segments(sheet)),
        outlet=sheet.outlet,
        headline=sheet.headline,
        published=sheet.published,
        published_basis=Basis.METADATA if sheet.published else None,
    )
    return _Desk(article, sheet).read()


def _segments(sheet: Sheet) -> Iterator[Segment]:
    yield Segment(start=0, end=len(sheet.headline), kind=SegmentKind.HEADLINE)
    at = len(sheet.headline) + 2
    for piece in sheet.pieces:
        yield Segment(start=at, end=at + len(piece.text), kind=SegmentKind.BODY)
        at += len(piece.text) + 2


@dataclass(slots=True)
class _Desk:
    """Reads one article."""

    article: Article
    sheet: Sheet
    sources: dict[str, list[Span]] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)

    def read(self) -> Read:
        quoted = [
            (segment.start, piece.quoted)
            for segment, piece in zip(self.article.body(), self.sheet.pieces, strict=True)
            if piece.quoted
        ]
        for start, one in quoted:
            self.speakers[one.speaker.key] = one.speaker
            self.sources.setdefault(one.speaker.key, []).append(self._span(one.name, start))
        entities = {key: self._entity(key) for key in self.sources}
        attributions = [(one, self._attribution(start, one, entities[one.speaker.key])) for start, one in quoted]
        places = list(self._places())
        return Read(
            reading=Reading(
                article=self.article,
                attributions=tuple(row for _, row in attributions),
                mentions=(*self._mentions(entities), *(mention for _, mention in places)),
                entities=(*entities.values(), *(place for place, _ in places)),
            ),
            statements={row.id: one.statement for one, row in attributions},
            actors={entity.id: key for key, entity in entities.items()},
        )

    def _span(self, exact: str, start: int) -> Span:
        at = self.article.text.index(exact, start)
        return Span(start=at, end=at + len(exact), exact=exact)

    def _entity(self, key: str) -> Entity:
        speaker, spans = self.speakers[key], self.sources[key]
        forms = tuple(dict.fromkeys(span.exact for span in spans))
        untitled = [_untitled(form, speaker) for form in forms]
        first = min(span.start for span in spans)
        titled = any(form.count(" ") > len(speaker.name.split()) - 1 for form in forms)
        return Entity(
            id=content_id("entity", self.article.id, key, first),
            article=self.article.id,
            name=max(untitled, key=len),
            names=tuple(dict.fromkeys((*untitled, *forms))),
            kind=speaker.kind,
            roles=speaker.roles if titled else (),
            speaks_for=speaker.speaks_for if titled else None,
            first_start=first,
        )

    def _mentions(self, entities: dict[str, Entity]) -> Iterator[Mention]:
        for key, spans in self.sources.items():
            kind = MentionKind.PERSON if entities[key].kind is EntityKind.PERSON else MentionKind.ORGANIZATION
            for span in spans:
                name = content_id("mention", self.article.id, kind, span.start, span.end)
                yield Mention(id=name, article=self.article.id, span=span, kind=kind, entity=entities[key].id)

    def _places(self) -> Iterator[tuple[Entity, Mention]]:
        """Each place that the body names on its own, where it does so first."""
        for name in dict.fromkeys(self.sheet.places):
            found = re.search(rf"\b{name}\b(?! [A-Z])", self.article.text)
            if found:
                span = Span(start=found.start(), end=found.end(), exact=name)
                entity = Entity(
                    id=content_id("entity", self.article.id, name, span.start),
                    article=self.article.id,
                    name=name,
                    names=(name,),
                    kind=EntityKind.PLACE,
                    first_start=span.start,
                )
                row = content_id("mention", self.article.id, MentionKind.PLACE, span.start, span.end)
                yield (
                    entity,
                    Mention(id=row, article=self.article.id, span=span, kind=MentionKind.PLACE, entity=entity.id),
                )

    def _attribution(self, start: int, one: Quoted, entity: Entity) -> Attribution:
        source = self._span(one.name, start)
        content = tuple(self._span(part, start) for part in one.parts())
        return Attribution(
            id=content_id("attribution", self.article.id, source.start, content[0].start),
            article=self.article.id,
            source=source,
            cue=self._span(one.cue, source.end),
            content=content,
            form=one.version.form,
            kind=Kind.ASSERTION,
            entity=entity.id,
            speaker_name=entity.name,
            said_on=one.said_on,
            relayed_by=self.sheet.relayed_by,
        )


def _untitled(form: str, speaker: Speaker) -> str:
    if speaker.kind is not EntityKind.PERSON:
        return form
    return " ".join(form.split()[-2:]) if " " in form else form
