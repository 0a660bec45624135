"""What follows from the articles of the year: actors, statements with their links, stories, lines, differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.planted.year_articles import Written, office
from tests.planted.year_plan import Matter, Said, day_of
from tests.planted.year_words import party, person

from onrecord.records import (
    Actor,
    ActorEntity,
    Discrepancy,
    DiscrepancyKind,
    Duplicate,
    EntityKind,
    Event,
    Link,
    Position,
    Role,
    Shared,
    Sharing,
    Stance,
    Statement,
    StatementMember,
    Story,
    Value,
    Verdict,
)
from onrecord.records.copies import Passage
from onrecord.records.derived import DerivedRow
from onrecord.records.ids import content_id
from onrecord.records.stories import event_id, story_id

STANCES = (Stance.REJECT, Stance.SUPPORT, Stance.REQUEST, Stance.ACCUSE, Stance.AGREE, Stance.THREATEN)
A_COPY = 25  # every so many articles print the one before them again
A_DIFFERENCE = 3  # every so many articles a figure is told otherwise
AN_EVENT = 10
UNSURE = 17
SCORES = {Verdict.POSITIVE: 0.93, Verdict.UNSURE: 0.5}


class Everyone:
    """Those who speak, and for each the entity met last, with which the next is linked."""

    def __init__(self) -> None:
        self._last: dict[int, str] = {}
        self._parties: set[int] = set()

    def meet(self, speaker: int, party_number: int, entity: str) -> str | None:
        """The entity that was met before as the same one."""
        before = self._last.get(speaker)
        self._last[speaker] = entity
        self._parties.add(party_number)
        return before

    def actors(self) -> Iterator[Actor]:
        """All of them, and the parties for which they speak."""
        for number in sorted(self._last):
            title, of = office(number)
            name = person(number)
            yield Actor(
                id=content_id("actor", "person", number),
                name=name,
                kind=EntityKind.PERSON,
                aliases=(f"{title} {name}", name.split()[-1]),
                roles=(Role(role=title.lower(), of=of, since=day_of(0), until=day_of(number % 365)),),
                affiliation=content_id("actor", "party", number % 18),
            )
        for number in sorted(self._parties):
            called, kind = party(number)
            yield Actor(id=content_id("actor", "party", number), name=called, kind=kind)


def rows_of(matter: Matter, written: Sequence[Written], everyone: Everyone) -> Iterator[DerivedRow]:
    """All rows of a story."""
    articles = tuple(one.reading.article.id for one in written)
    story = story_id(articles[0])
    last = max(one.day for one in matter.said)
    headline = f"{matter.place} and {matter.name}" + (
        f", round {matter.number // 16 + 1}" if matter.number > 15 else ""
    )
    yield Story(
        id=story,
        headline=headline,
        articles=articles,
        first=day_of(matter.begins),
        last=day_of(last),
    )
    for one in written:
        yield from _entities(one, matter, everyone)
    for said in matter.said:
        yield from _statement(said, written)
    yield from _positions(story, matter, written)
    yield from _differences(story, matter, written)
    yield from _events(story, written)
    yield from _copies(written)


def _entities(one: Written, matter: Matter, everyone: Everyone) -> Iterator[DerivedRow]:
    speakers = {of.entity: matter.said[number] for number, of in one.of.items()}
    for entity in one.reading.entities:
        said = speakers[entity.id]
        yield ActorEntity(entity=entity.id, actor=content_id("actor", "person", said.speaker))
        before = everyone.meet(said.speaker, said.party, entity.id)
        if before is not None:
            yield _link("entity", (before, entity.id), Verdict.POSITIVE, "the same full name and office")


def _link(kind: str, pair: tuple[str, str], verdict: Verdict, why: str) -> Link:
    left, right = sorted(pair)
    return Link(type=kind, left=left, right=right, verdict=verdict, score=SCORES[verdict], reasons=(why,))


def statement_id(said: Said, written: Sequence[Written]) -> str:
    """The id of the statement: that of its first report."""
    return content_id("statement", written[said.articles[0]].of[said.number].id)


def _statement(said: Said, written: Sequence[Written]) -> Iterator[DerivedRow]:
    reports = [written[article].of[said.number] for article in said.articles]
    statement = statement_id(said, written)
    origins = sorted({name for one in reports for name in one.relayed_by})
    yield Statement(
        id=statement,
        speaker=content_id("actor", "person", said.speaker),
        said_on=day_of(said.day) if said.number % 23 else None,
        text=max((one.text for one in reports), key=len),
        attributions=tuple(one.id for one in reports),
        origins=tuple(origins),
        independent_origins=len(origins) + any(not one.relayed_by for one in reports),
    )
    for one in reports:
        yield StatementMember(attribution=one.id, statement=statement)
    for one in reports[1:]:
        yield _link("attribution", (reports[0].id, one.id), Verdict.POSITIVE, "the same words, the same day")
    if said.number % UNSURE == 0:
        near = next((each for number, each in written[said.articles[0]].of.items() if number != said.number), None)
        if near is not None:
            yield _link("attribution", (reports[0].id, near.id), Verdict.UNSURE, "like words of one voice")


def _positions(story: str, matter: Matter, written: Sequence[Written]) -> Iterator[Position]:
    """The line of each party on each issue; with some it is another in the second half."""
    cells: dict[tuple[int, int], list[Said]] = {}
    for said in matter.said:
        if said.number % 3 != 1:
            cells.setdefault((said.party, said.issue), []).append(said)
    for (number, issue), several in sorted(cells.items()):
        turns = (number + issue) % 4 == 0 and len(several) > 1
        halves = [several[: len(several) // 2], several[len(several) // 2 :]] if turns else [several]
        before: str | None = None
        for half, some in enumerate(halves):
            stance = STANCES[(number + issue + half * 2) % len(STANCES)]
            made = content_id("position", story, number, issue, half)
            days = {day_of(said.day) for said in some if said.number % 23}
            yield Position(
                id=made,
                story=story,
                actor=content_id("actor", "party", number),
                actor_name=party(number)[0],
                issue=matter.issue(issue),
                stance=stance,
                statements=tuple(statement_id(said, written) for said in some),
                said_on=tuple(sorted(days)),
                changed=before,
            )
            before = made


def _differences(story: str, matter: Matter, written: Sequence[Written]) -> Iterator[Discrepancy]:
    told = [one for one in written if one.figure is not None]
    for left, right in zip(told[::A_DIFFERENCE], told[1::A_DIFFERENCE], strict=False):
        if left.figure is None or right.figure is None or left.figure.exact == right.figure.exact:
            continue
        articles = left.reading.article.id, right.reading.article.id
        values = [
            Value(value=f"{span.exact} ships", articles=(article,), spans=(span,))
            for article, span in zip(articles, (left.figure, right.figure), strict=True)
        ]
        yield Discrepancy(
            id=content_id("discrepancy", story, *articles),
            story=story,
            kind=DiscrepancyKind.FIGURE,
            about=f"ships that call at {matter.place} a month",
            values=tuple(values),
            explained=None if len(articles[0]) % 2 else "the two counts are of different months",
        )


def _events(story: str, written: Sequence[Written]) -> Iterator[Event]:
    for at in range(0, len(written), AN_EVENT):
        some = [one.reading.article for one in written[at : at + AN_EVENT]]
        yield Event(
            id=event_id(some[0].id),
            story=story,
            on=some[0].published,
            articles=tuple(one.id for one in some),
            headline=some[0].headline or "",
        )


def _copies(written: Sequence[Written]) -> Iterator[DerivedRow]:
    for original, copy in zip(written[::A_COPY], written[1::A_COPY], strict=False):
        ids = sorted((original.reading.article.id, copy.reading.article.id))
        yield Duplicate(article=copy.reading.article.id, original=original.reading.article.id)
        yield Shared(
            left=ids[0],
            right=ids[1],
            sharing=Sharing.COPY,
            score=0.9,
            left_shared=3,
            left_of=4,
            right_shared=3,
            right_of=4,
            passages=(Passage(left_start=0, left_end=10, right_start=0, right_end=10),),
            reasons=("three sentences word for word",),
        )
