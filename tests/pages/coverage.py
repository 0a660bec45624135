"""A small record of invented coverage, made by hand: what a page shows is then known to the word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.records import (
    Actor,
    ActorEntity,
    Article,
    Attribution,
    Basis,
    Capture,
    Credit,
    Discrepancy,
    DiscrepancyKind,
    Entity,
    EntityKind,
    Event,
    Form,
    Kind,
    Link,
    Mention,
    MentionKind,
    Position,
    Reading,
    Rejected,
    Role,
    RoleClaim,
    Segment,
    SegmentKind,
    Span,
    Stance,
    Statement,
    StatementMember,
    Story,
    Value,
    Verdict,
)
from onrecord.records.ids import sha256_of
from onrecord.store import open_writer

NOW = "2031-05-12T08:00:00+00:00"
TEXTS = {
    "harbour/beacon.txt": """\
Ostmark will not lower harbour dues

The Beacon, 4 May 2031
Ostmark's port minister Ilse Oram said there would be no lower harbour dues this year.
“Nobody sails for free into my port,” Oram told reporters in Sund on Sunday, Union Wire reported.
About 400 ships a month call at Sund.
Read also: Ten lighthouses you must see
""",
    "harbour/tidewater.txt": """\
Oram: dues stay

“Nobody sails for free into my port,” said the minister on Sunday.
Some 340 ships call there every month.
An official called the dues “a tax on the sea”.
He said the quay was
""",
    "harbour/evening.txt": """\
Ostmark opens door to lower dues

Evening Post, 9 May 2031
“We can talk about the dues,” Ilse Oram said on Friday.
""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One attribution to be made: the words of its parts as the article prints them."""

    article: str
    content: str
    source: str | None = None
    cue: str | None = None
    form: Form = Form.DIRECT
    entity: str | None = None
    speaker: str | None = None
    anonymous: bool = False
    said_on: str | None = None
    addressee: str | None = None
    relayed_by: tuple[str, ...] = ()


PIECES = {
    "t1": Piece(
        article="a1",
        source="Ostmark's port minister Ilse Oram",
        cue="said",
        content="there would be no lower harbour dues this year",
        form=Form.INDIRECT,
        entity="n1",
        speaker="Ilse Oram",
        said_on="2031-05-04",
    ),
    "t2": Piece(
        article="a1",
        source="Oram",
        cue="told",
        content="“Nobody sails for free into my port,”",
        entity="n1",
        speaker="Ilse Oram",
        said_on="2031-05-04",
        addressee="reporters",
        relayed_by=("Union Wire",),
    ),
    "t3": Piece(
        article="a2",
        source="the minister",
        cue="said",
        content="“Nobody sails for free into my port,”",
        entity="n2",
        speaker="Oram",
        said_on="2031-05-04",
        relayed_by=("Union Wire",),
    ),
    "t4": Piece(
        article="a2",
        source="An official",
        cue="called",
        content="the dues “a tax on the sea”",
        form=Form.MIXED,
        speaker="An official",
        anonymous=True,
    ),
    "t5": Piece(article="a2", source="He", cue="said", content="the quay was", form=Form.INDIRECT),
    "t6": Piece(
        article="a3",
        source="Ilse Oram",
        cue="said",
        content="“We can talk about the dues,”",
        entity="n3",
        speaker="Ilse Oram",
        said_on="2031-05-09",
    ),
}


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span.of(text, start, start + len(words))


def write_record(path: Path, texts: dict[str, str] = TEXTS) -> Path:
    """A record of the coverage lies at `path`, ground and derived rows and two rejected files."""
    captures = [
        Capture(sha256=sha256_of(text.encode()), content=text.encode(), media_type="text/plain", path=name)
        for name, text in texts.items()
    ]
    articles = [_article(f"a{number}", capture) for number, capture in enumerate(captures, start=1)]
    with open_writer(path) as writer:
        writer.add_captures(captures, NOW)
        writer.add_readings([_reading(article) for article in articles])
        writer.add_rejected(
            [
                Rejected(where="harbour/empty.txt", step="read", cause="the file is empty", mend="leave it out"),
                Rejected(where="harbour/photo.txt", step="read", cause="it is no text", mend="save it as text"),
            ]
        )
        writer.replace_derived(_derived({article.id: article for article in articles}))
    return path


def _article(article_id: str, capture: Capture) -> Article:
    text = capture.content.decode()
    outlet = {"a1": "The Beacon", "a2": None, "a3": "Evening Post"}[article_id]
    day = {"a1": "4 May 2031", "a2": None, "a3": "9 May 2031"}[article_id]
    credits_: tuple[Credit, ...] = ()
    if article_id == "a1":
        credits_ = (Credit(name="Union Wire", span=span(text, "Union Wire"), whole=False),)
    return Article(
        id=article_id,
        sha256=capture.sha256,
        text=text,
        encoding="utf-8",
        segments=_segments(text, day),
        outlet=outlet,
        headline=text.partition("\n")[0],
        published={"a1": "2031-05-04", "a2": None, "a3": "2031-05-09"}[article_id],
        published_basis=Basis.STATED if day else None,
        published_span=span(text, day) if day else None,
        credits=credits_,
        truncated=article_id == "a2",
    )


def _segments(text: str, day: str | None) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    for match in re.finditer(r"[^\n]+", text):
        kind = SegmentKind.BODY
        if not segments:
            kind = SegmentKind.HEADLINE
        elif day and day in match[0]:
            kind = SegmentKind.BYLINE
        elif match[0].startswith("Read also"):
            kind = SegmentKind.FURNITURE
        reason = "a headline of another article" if kind is SegmentKind.FURNITURE else ""
        segments.append(Segment(start=match.start(), end=match.end(), kind=kind, reason=reason))
    return tuple(segments)


def _reading(article: Article) -> Reading:
    number = article.id[1:]
    name = "Oram" if article.id == "a2" else "Ilse Oram"
    entity = Entity(
        id=f"n{number}",
        article=article.id,
        name=name,
        names=(name,),
        kind=EntityKind.PERSON,
        roles=(RoleClaim(title="port minister", of="Ostmark"),),
    )
    mention = Mention(
        id=f"m{number}",
        article=article.id,
        span=span(article.text, "Oram"),
        kind=MentionKind.PERSON,
        entity=entity.id,
    )
    found = [_attribution(one, piece, article.text) for one, piece in PIECES.items() if piece.article == article.id]
    return Reading(article=article, attributions=tuple(found), mentions=(mention,), entities=(entity,))


def _attribution(attribution_id: str, piece: Piece, text: str) -> Attribution:
    content = span(text, piece.content)
    source = (
        span(text, piece.source, 0 if piece.source in text[: content.start] else content.end) if piece.source else None
    )
    return Attribution(
        id=attribution_id,
        article=piece.article,
        source=source,
        cue=span(text, piece.cue, source.start if source else 0) if piece.cue else None,
        content=(content,),
        form=piece.form,
        kind=Kind.ASSERTION,
        entity=piece.entity,
        speaker_name=piece.speaker,
        speaker_reasons=("the name stands before the cue",) if piece.speaker else (),
        anonymous=piece.anonymous,
        said_on=piece.said_on,
        addressee=span(text, piece.addressee) if piece.addressee else None,
        relayed_by=piece.relayed_by,
    )


def _derived(articles: dict[str, Article]) -> Sequence[Any]:
    return [*_linked(), *_told(articles)]


def _linked() -> Sequence[Any]:
    statements = [
        _statement("s1", ("t1",), "p1", "2031-05-04"),
        replace(_statement("s2", ("t2", "t3"), "p1", "2031-05-04"), origins=("Union Wire",), independent_origins=1),
        _statement("s3", ("t4",), None, None),
        _statement("s4", ("t5",), None, None),
        _statement("s5", ("t6",), "p1", "2031-05-09"),
    ]
    return [
        Link(
            type="entity",
            left="n1",
            right="n2",
            verdict=Verdict.POSITIVE,
            score=0.93,
            reasons=("same surname", "same role"),
        ),
        Link(
            type="attribution",
            left="t1",
            right="t6",
            verdict=Verdict.UNSURE,
            score=0.5,
            reasons=("same speaker", "other days"),
        ),
        Actor(
            id="p1",
            name="Ilse Oram",
            kind=EntityKind.PERSON,
            aliases=("Ilse Oram", "Oram"),
            roles=(Role(role="port minister", of="Ostmark", since="2031-05-04", until="2031-05-09"),),
            affiliation="p2",
        ),
        Actor(id="p2", name="Ostmark", kind=EntityKind.PLACE),
        *(ActorEntity(entity=f"n{number}", actor="p1") for number in (1, 2, 3)),
        *statements,
        *(StatementMember(attribution=one, statement=each.id) for each in statements for one in each.attributions),
    ]


def _told(articles: dict[str, Article]) -> Sequence[Any]:
    first, second = articles["a1"].text, articles["a2"].text
    return [
        Story(
            id="y1",
            headline="Ostmark will not lower harbour dues",
            articles=tuple(articles),
            first="2031-05-04",
            last="2031-05-09",
        ),
        Event(
            id="e1",
            story="y1",
            on="2031-05-04",
            articles=("a1", "a2"),
            headline="Ostmark will not lower harbour dues",
        ),
        Position(
            id="o1",
            story="y1",
            actor="p2",
            actor_name="Ostmark",
            issue="lower harbour dues",
            stance=Stance.REJECT,
            statements=("s1", "s2"),
            said_on=("2031-05-04",),
        ),
        Position(
            id="o2",
            story="y1",
            actor="p2",
            actor_name="Ostmark",
            issue="lower harbour dues",
            stance=Stance.CONSULT,
            statements=("s5",),
            said_on=("2031-05-09",),
            changed="o1",
        ),
        Discrepancy(
            id="d1",
            story="y1",
            kind=DiscrepancyKind.FIGURE,
            about="ships a month at Sund",
            values=(
                Value(value="400 ships", articles=("a1",), spans=(span(first, "About 400 ships a month"),)),
                Value(value="340 ships", articles=("a2",), spans=(span(second, "Some 340 ships"),)),
            ),
        ),
    ]


def _statement(statement_id: str, attributions: tuple[str, ...], speaker: str | None, said_on: str | None) -> Statement:
    return Statement(
        id=statement_id,
        speaker=speaker,
        said_on=said_on,
        text=PIECES[attributions[0]].content,
        attributions=attributions,
    )
