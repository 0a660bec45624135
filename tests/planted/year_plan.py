"""Which stories the year has, how large each is, who says what in it on which day, and which articles report it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tests.planted.year_words import ASPECTS, MATTERS, PARTIES, PEOPLE, STATES

LARGEST = 5_000  # statements of the largest story
SIZES = (12, 6, 20, 8, 30, 5, 15, 60, 10, 40)  # of the others, in turn
REPORTS = (1, 3, 2, 1, 4, 2, 1, 6, 2, 3)  # of a statement, in turn
FIRST_DAY = date(2031, 1, 1)
DAYS = 365
A_FIFTH = 5


def day_of(number: int) -> str:
    """The day of the year by its number, the first being 0."""
    return (FIRST_DAY + timedelta(days=number)).isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of the plan: `number` in its story, who says it on which day and issue, in which articles."""

    number: int
    speaker: int
    party: int
    day: int
    issue: int
    articles: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A story: its statements are numbers from `first` on, of all in the record."""

    number: int
    first: int
    statements: int

    @property
    def size(self) -> int:
        """How many articles it has."""
        return max(3, self.statements // 2)

    @property
    def name(self) -> str:
        """What it is about."""
        return MATTERS[self.number % len(MATTERS)]

    @property
    def place(self) -> str:
        """Where it happens."""
        return STATES[(self.number * 5) % len(STATES)]

    @property
    def issues(self) -> int:
        """How many issues parties take lines on."""
        return min(max(3, self.statements // 12), 120)

    def issue(self, number: int) -> str:
        """An issue in words, each another one."""
        turn, aspect = divmod(number, len(ASPECTS))
        return ASPECTS[aspect].format(self.name) + (f", {STATES[turn % len(STATES)]}’s share" if turn else "")

    @property
    def begins(self) -> int:
        """The day of the year on which it begins."""
        return 0 if self.number == 0 else (self.number * 37) % (DAYS - self.lasts)

    @property
    def lasts(self) -> int:
        """How many days it goes on."""
        return min(DAYS - 5, 3 + self.statements)

    def article_day(self, article: int) -> int:
        """The day on which the article came out."""
        return self.begins + article * self.lasts // self.size

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All that is said in it."""
        return tuple(self._said(number) for number in range(self.statements))

    def _said(self, number: int) -> Said:
        whole = self.first + number
        speakers = min(3 + self.statements // 8, 400)
        speaker = 0 if whole % A_FIFTH == 0 else (1 + self.number * 7 + (number * number) % speakers) % PEOPLE
        home = number * self.size // self.statements
        reports = min(REPORTS[whole % len(REPORTS)], self.size)
        start = min(home, self.size - reports)
        return Said(
            number=number,
            speaker=speaker,
            party=speaker % PARTIES,
            day=self.article_day(start),
            issue=(number * 3 + speaker) % self.issues,
            articles=tuple(range(start, start + reports)),
        )

    @cached_property
    def reported(self) -> dict[int, tuple[Said, ...]]:
        """What each article reports."""
        found: dict[int, list[Said]] = {number: [] for number in range(self.size)}
        for one in self.said:
            for article in one.articles:
                found[article].append(one)
        return {article: tuple(several) for article, several in found.items()}


def matters(statements: int) -> Iterator[Matter]:
    """The stories, the largest first, until all statements are in one."""
    number, first = 0, 0
    size = min(LARGEST, max(3, statements * 3 // 10))
    while first < statements:
        size = min(size, statements - first)
        yield Matter(number=number, first=first, statements=size)
        first += size
        size = SIZES[number % len(SIZES)]
        number += 1
