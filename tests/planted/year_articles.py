"""The articles of the year: each a text with its headline, what it reports of what was said, and what stands around."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.year_plan import Matter, Said, day_of
from tests.planted.year_words import AGENCIES, CLAIMS, CONTEXT, OFFICES, OUTLETS, RARE, STATES, TOLD, party, person

from onrecord.records import (
    Article,
    Attribution,
    Basis,
    Credit,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    MentionKind,
    Reading,
    RoleClaim,
    Segment,
    SegmentKind,
    Span,
)
from onrecord.records.ids import content_id, sha256_of

INDIRECT = 4  # every so many statements are told in the reporter's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An article with the attribution of each statement that it reports, by number, and the figure that it gives."""

    reading: Reading
    path: str
    seen_at: str
    of: dict[int, Attribution]
    figure: Span | None


def office(speaker: int) -> tuple[str, str]:
    """The speaker's office, and whose."""
    return OFFICES[speaker % len(OFFICES)], party(speaker % (len(STATES) + 6))[0]


def write_article(matter: Matter, number: int) -> Written:
    """The article of that number in the story."""
    return _Page(matter, number).written()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """Where the words of a statement stand, and where the paragraph begins that has them."""

    said: Said
    start: int
    length: int
    paragraph: int
    form: Form


class _Page:
    """Paragraphs, one after the other, with what stands where in them."""

    def __init__(self, matter: Matter, number: int) -> None:
        self._matter, self._number = matter, number
        self._text = ""
        self._segments: list[Segment] = []
        self._printed: list[_Printed] = []
        self._outlet = OUTLETS[(number * 7 + matter.number * 11) % len(OUTLETS)]
        self._wire = AGENCIES[(matter.number + number) % 3] if number % 3 else None
        self._figure: tuple[int, int] | None = None
        self.day = day_of(matter.article_day(number))

    def written(self) -> Written:
        """The article with all that was read in it."""
        matter = self._matter
        self._add(self._headline(), SegmentKind.HEADLINE)
        self._add(f"{self._outlet}, {self.day}", SegmentKind.BYLINE)
        self._context(self._number)
        for said in matter.reported[self._number]:
            self._say(said)
        self._context(self._number + 3)
        if matter.number == 0 and self._number == 1:
            self._add(f"A {RARE} slept on the quay through all of it.", SegmentKind.BODY)
        article = self._article()
        entities = {one.said.speaker: _entity(one.said, article) for one in self._printed}
        of = {one.said.number: self._attribution(one, article, entities) for one in self._printed}
        reading = Reading(
            article=article,
            attributions=tuple(sorted(of.values(), key=lambda one: one.start)),
            mentions=tuple(_mentions(article, of, self._figure)),
            entities=tuple(entities.values()),
        )
        path = (
            f"coverage/{self.day}/{self._outlet.lower().replace(' ', '-')}-{matter.number:05d}-{self._number:04d}.txt"
        )
        figure = Span.of(article.text, *self._figure) if self._figure else None
        return Written(reading=reading, path=path, seen_at=f"{self.day}T18:00:00+00:00", of=of, figure=figure)

    def _headline(self) -> str:
        matter, number = self._matter, self._number
        said = matter.reported[number][0] if matter.reported[number] else matter.said[0]
        who = person(said.speaker).split()[-1]
        verbs = ("holds out on", "gives ground on", "is silent on", "presses", "questions", "returns to")
        return (
            f"{who} {verbs[(number + matter.number) % len(verbs)]} {matter.issue(said.issue)} as {matter.place} waits"
        )

    def _add(self, text: str, kind: SegmentKind) -> int:
        """Where the paragraph begins."""
        start = len(self._text) + 2 if self._text else 0
        self._text += f"\n\n{text}" if self._text else text
        self._segments.append(Segment(start=start, end=len(self._text), kind=kind))
        return start

    def _context(self, turn: int) -> None:
        figure = str(280 + (self._number * 7 + self._matter.number) % 9 * 20)
        sentence = CONTEXT[turn % len(CONTEXT)].format(
            figure=figure, place=self._matter.place, matter=self._matter.name
        )
        start = self._add(sentence, SegmentKind.BODY)
        if figure in sentence and self._figure is None:
            at = start + sentence.index(figure)
            self._figure = at, at + len(figure)

    def _say(self, said: Said) -> None:
        """The sentence that reports it: the first article has all of it, the others in turn only the first half."""
        matter, name = self._matter, person(said.speaker)
        title, of = office(said.speaker)
        words = (matter.issue(said.issue), of)
        tail = f", {self._wire} reported" if self._wire else ""
        if said.number % INDIRECT == 3:
            content = TOLD[(said.number // INDIRECT) % len(TOLD)].format(*words)
            sentence = f"{title} {name} said {content}{tail}."
            form = Form.INDIRECT
        else:
            first, second = CLAIMS[(said.number + matter.number) % len(CLAIMS)]
            whole = said.articles.index(self._number) % 2 == 0
            content = f"{first}, {second},”".format(*words) if whole else f"{first},”".format(*words)
            sentence = f"{content} {title} {name} said in {matter.place}{tail}."
            form = Form.DIRECT
        start = self._add(sentence, SegmentKind.BODY) + sentence.index(content)
        self._printed.append(
            _Printed(said=said, start=start, length=len(content), paragraph=self._segments[-1].start, form=form)
        )

    def _article(self) -> Article:
        text = self._text
        sha256 = sha256_of(text.encode())
        wired = [text.index(self._wire)] if self._wire and self._wire in text else []
        return Article(
            id=content_id("article", sha256),
            sha256=sha256,
            text=text,
            encoding="utf-8",
            segments=tuple(self._segments),
            outlet=self._outlet,
            headline=text[: self._segments[0].end],
            byline=text[self._segments[1].start : self._segments[1].end],
            published=self.day,
            published_basis=Basis.STATED,
            credits=tuple(
                Credit(name=self._wire or "", span=Span.of(text, at, at + len(self._wire or "")), whole=True)
                for at in wired
            ),
        )

    def _attribution(self, one: _Printed, article: Article, entities: dict[int, Entity]) -> Attribution:
        said, start, text = one.said, one.start, article.text
        title, name = office(said.speaker)[0], person(said.speaker)
        source = text.index(f"{title} {name}", one.paragraph)
        cue = text.index("said", source)
        return Attribution(
            id=content_id("attribution", article.id, start),
            article=article.id,
            source=Span.of(text, source, source + len(title) + 1 + len(name)),
            cue=Span.of(text, cue, cue + 4),
            content=(Span.of(text, start, start + one.length),),
            form=one.form,
            kind=Kind.ASSERTION,
            entity=entities[said.speaker].id,
            speaker_name=name,
            speaker_reasons=("the cue's own subject",),
            said_on=day_of(said.day),
            said_basis="the article's day",
            relayed_by=(self._wire,) if self._wire else (),
            relayed_reasons=("named in the sentence",) if self._wire else (),
            confidence=0.97,
        )


def _entity(said: Said, article: Article) -> Entity:
    name = person(said.speaker)
    title, of = office(said.speaker)
    return Entity(
        id=content_id("entity", article.id, said.speaker),
        article=article.id,
        name=name,
        names=(name, f"{title} {name}"),
        kind=EntityKind.PERSON,
        roles=(RoleClaim(title=title, of=of),),
        first_start=article.text.index(name),
    )


def _mentions(article: Article, of: dict[int, Attribution], figure: tuple[int, int] | None) -> list[Mention]:
    people = [
        Mention(
            id=content_id("mention", article.id, one.source.start),
            article=article.id,
            span=one.source,
            kind=MentionKind.PERSON,
            entity=one.entity,
        )
        for one in of.values()
        if one.source
    ]
    if figure is None:
        return people
    number = Mention(
        id=content_id("mention", article.id, figure[0]),
        article=article.id,
        span=Span.of(article.text, *figure),
        kind=MentionKind.QUANTITY,
        value=float(article.text[slice(*figure)]),
        unit="ships",
    )
    return [*people, number]
