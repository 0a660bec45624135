"""Coverage with known answers, without end and in order of publication: `coverage(count, seed)`.

Planted, at these rates (some 350 articles a day: 10,000 take a month, 100,000 most of a year, and old stories cool):

- Stories of 3 to 60 articles, most of them small, one in a hundred of 300. A story lasts some days; each day somebody
  new or known says one to five things, and articles of that day and the next two report them.
- Speakers from `people.py`: 4,000 people and 500 bodies with a spokesperson each, used as often as one over their
  rank; family names are borne by several, full names by two now and then. An article names one in five by the family
  name alone. One mention in a hundred misspells the name. What a body's spokesperson says, one article in five
  gives to the body.
- Sayings from `sayings.py`, each report a version of its own at the rates of VERSIONS there; one quotation in ten is
  split about its cue. Three reports in four tell the day. One own article in ten brings an earlier day's saying again.
- Of the sayings, 3 % are said again word for word days later, 4 % are denied, by another the same day or by the speaker
  days later, 4 % of those with a figure are repeated with another one the next day, 3 % are said by another in the same
  words the same day: each is a statement of its own.
- Of a day's articles, on four days of five, half copy a wire report: cut to 45 % or more from its end, a sentence in
  twelve left out, one in five edited, half of them in another order, up to a quarter as much put in; one copy in three
  keeps it all. One article in eight has three of its sentences spliced in among nine or more of its own. The rest share
  sayings only, and with others of the same outlet now and then a paragraph of background.

Not planted: reports that an agency writes through and sends again, articles without a day, sources without a name.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tests.planted.language import FRAMES, Language
from tests.planted.people import Speaker, world
from tests.planted.readings import Piece, Quoted, Sheet, reading_of
from tests.planted.sayings import Saying, denial, other_number, saying, version

from onrecord.records import Form, Reading

FIRST_DAY = date(2031, 3, 3)
A_DAY = 350  # articles
SMALLEST, LARGEST, HUGE = 3, 60, 300
TAIL = 1.1  # of the sizes of stories: the greater the fewer large ones
OUTLETS = tuple(f"Outlet {number}" for number in range(150))
AGENCIES = ("Unity Press", "Meridian Wire", "Lantern News Agency")
EDITS = ("reportedly", "nearly", "meanwhile", "again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """An article and what is known of it: its story, the wire report it copies (None: none), whose words are whose.

    `statements` and `actors` give the saying of each attribution and who each entity that speaks is, by id. `wire` are
    the sentences of wire reports and of an outlet's background that stand in it unchanged, but for those that all
    reporters write.
    """

    reading: Reading
    story: int
    copies: str | None
    statements: dict[str, str]
    actors: dict[str, str]
    wire: frozenset[tuple[str, int]] = frozenset()


def coverage(count: int, seed: int = 7) -> Iterator[Planted]:
    """`count` articles in order of publication, the same ones whenever the seed is the same."""
    waiting: list[tuple[date, int, int, Planted]] = []
    given = made = story = 0
    while given < count:
        begins = FIRST_DAY + timedelta(days=made // A_DAY)
        while waiting and waiting[0][0] < begins and given < count:
            yield heapq.heappop(waiting)[-1]
            given += 1
        dice = random.Random(f"{seed} {story}")  # noqa: S311 - invented coverage, no secret
        for number, (day, one) in enumerate(_Story(dice, story, begins).articles()):
            heapq.heappush(waiting, (day, story, number, one))
            made += 1
        story += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One statement: who said what on which day."""

    key: str
    speaker: Speaker
    words: Saying
    day: date


def _size(dice: random.Random) -> int:
    return HUGE if dice.random() < 0.01 else min(LARGEST, int(SMALLEST * (1 - dice.random()) ** (-1 / TAIL)))


@dataclass(slots=True)
class _Story:
    dice: random.Random
    number: int
    begins: date
    language: Language = field(init=False)
    cast: list[Speaker] = field(init=False)
    size: int = field(init=False)
    said: list[_Said] = field(default_factory=list)
    again: list[_Said] = field(default_factory=list)  # what is to be said another day
    background: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.size = _size(self.dice)
        self.language = Language(self.dice)
        self.cast = world().cast(self.dice, 2 + int(self.size**0.5))
        self.background = [replace(self._prose(), wire=(f"{self.number} background", at)) for at in range(4)]

    def articles(self) -> Iterator[tuple[date, Planted]]:
        """All articles of the story, day by day."""
        left, day, part = self.size, self.begins, 0
        while left > 0:
            some = min(left, self.dice.randint(3, max(4, self.size // 6)))
            yield from self._day(day, part, some)
            left, part = left - some, part + 1
            day += timedelta(days=1 + int(self.dice.expovariate(0.6)))

    def _day(self, day: date, part: int, count: int) -> Iterator[tuple[date, Planted]]:
        news = self._news(day)
        self.said += news
        name = f"{self.number}/{part}"
        wire, agency = self._wire(name, news), self.dice.choice(AGENCIES)
        wired = self.dice.random() < 0.8
        for _ in range(count):
            out = day + timedelta(days=self.dice.choices((0, 1, 2), (65, 30, 5))[0])
            sort = self.dice.random() if wired else 1.0
            if sort < 0.5:
                yield out, self._article(out, self._copy(wire), copies=name, agency=agency)
            else:
                spliced = self.dice.sample(wire, 3) if sort < 0.625 else []
                yield out, self._article(out, self._own(news, spliced))

    def _news(self, day: date) -> list[_Said]:
        """What is said on the day, with what belongs to it: denials, other figures, the same words of another."""
        due = [one for one in self.again if one.day <= day]
        self.again = [one for one in self.again if one.day > day]
        news = [replace(one, day=day) for one in due]
        for _ in range(self.dice.choice((1, 2, 3, 3, 4, 5))):
            one = self._new(self.dice.choice(self.cast), saying(self.dice, self.language), day)
            news += [one, *self._related(one, len(news))]
        return [replace(one, key=f"{self.number}:{day}:{at}") for at, one in enumerate(news)]

    def _new(self, speaker: Speaker, words: Saying, day: date) -> _Said:
        return _Said(key="", speaker=speaker, words=words, day=day)

    def _related(self, one: _Said, at: int) -> Iterator[_Said]:
        roll = self.dice.random()
        other = self.dice.choice([each for each in self.cast if each.key != one.speaker.key])
        later = one.day + timedelta(days=self.dice.randint(2, 20))
        figure = other_number(self.dice, one.words)
        if roll < 0.03:
            self.again.append(replace(one, day=later))
        elif roll < 0.07:
            if at % 2:
                yield self._new(other, denial(one.words), one.day)
            else:
                self.again.append(self._new(one.speaker, denial(one.words), later))
        elif roll < 0.10:
            if {one.speaker.speaks_for, other.speaks_for}.isdisjoint({one.speaker.name, other.name}):
                yield self._new(other, one.words, one.day)
        elif figure and roll < 0.14:
            self.again.append(self._new(one.speaker, figure, one.day + timedelta(days=1)))

    def _prose(self) -> Piece:
        return Piece(text=self.language.prose())

    def _wire(self, name: str, news: list[_Said]) -> list[Piece]:
        """The agency's report: what it saw fit to quote among sentences of its own, each with its place."""
        pieces = [self._prose() for _ in range(self.dice.randint(8, 16))]
        for one in self.dice.sample(news, min(len(news), 4)):
            pieces.insert(self.dice.randint(1, len(pieces)), self._quoted(one))
        return [replace(piece, wire=(name, at)) for at, piece in enumerate(pieces)]

    def _copy(self, wire: list[Piece]) -> list[Piece]:
        if self.dice.random() < 0.34:
            return wire
        keep = self.dice.randint(max(4, len(wire) * 45 // 100), len(wire))
        kept = [piece for piece in wire[:keep] if self.dice.random() > 0.08] or wire[:4]
        edited = [self._edited(piece) if self.dice.random() < 0.2 else piece for piece in kept]
        if self.dice.random() < 0.5:
            self.dice.shuffle(edited)
        for _ in range(self.dice.randint(0, max(1, len(edited) // 4))):
            edited.insert(self.dice.randint(0, len(edited)), self._prose())
        return edited

    def _edited(self, piece: Piece) -> Piece:
        """One word for another, in the reporter's own sentences only."""
        words = piece.text.split()
        if piece.quoted:
            return piece
        words[self.dice.randrange(1, len(words) - 1)] = self.dice.choice((str(self.dice.randint(2, 900)), *EDITS))
        return replace(piece, text=" ".join(words), edited=True)

    def _own(self, news: list[_Said], spliced: list[Piece]) -> list[Piece]:
        least, most = (9, 15) if spliced else (5, 14)
        pieces = [self._prose() for _ in range(self.dice.randint(least, most))]
        told = self.dice.sample(news, self.dice.randint(1, len(news)))
        if self.dice.random() < 0.1:
            told.append(self.dice.choice(self.said))
        known = {piece.quoted.statement for piece in spliced if piece.quoted}
        told = [one for one in {one.key: one for one in told}.values() if one.key not in known]
        added = [*spliced, *(self._quoted(one) for one in told)]
        if self.dice.random() < 0.2:
            added.append(self.dice.choice(self.background))
        for piece in added:
            pieces.insert(self.dice.randint(0, len(pieces)), piece)
        return pieces

    def _quoted(self, one: _Said) -> Piece:
        made = version(self.dice, one.words)
        speaker = one.speaker
        if speaker.speaks_for and self.dice.random() < 0.2:
            speaker = world().spoken_for[speaker.speaks_for]
        split = made.form is Form.DIRECT and len(made.words.split()) > 8 and self.dice.random() < 0.1
        day = one.day.isoformat() if self.dice.random() < 0.75 else None
        return Quoted(version=made, speaker=speaker, statement=one.key, said_on=day, split=split).piece(self.dice)

    def _article(
        self, out: date, pieces: list[Piece], *, copies: str | None = None, agency: str | None = None
    ) -> Planted:
        sheet = Sheet(
            headline=" ".join(self.language.noun().word for _ in range(6)).capitalize(),
            pieces=tuple(pieces),
            outlet=OUTLETS[min(int(len(OUTLETS) ** self.dice.random()), len(OUTLETS)) - 1],
            published=out.isoformat(),
            relayed_by=(agency,) if agency and self.dice.random() < 0.6 else (),
            places=tuple(self.language.places),
            copy=self.dice.randrange(10**9),
        )
        read = reading_of(sheet)
        own = [piece for piece in pieces if not piece.quoted and piece.text not in FRAMES]
        return Planted(
            reading=read.reading,
            story=self.number,
            copies=copies,
            statements=read.statements,
            actors=read.actors,
            wire=frozenset(piece.wire for piece in own if piece.wire and not piece.edited),
        )
