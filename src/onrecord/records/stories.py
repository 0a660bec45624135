"""What follows from statements: stories, events, positions and discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.ids import content_id
from onrecord.records.spans import Span


class Stance(StrEnum):
    """PLOVER event categories, draft 0.8, from most cooperative to most hostile."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


def story_id(opener: str) -> str:
    """The id of the story that the article opens."""
    return content_id("story", opener)


def event_id(opener: str) -> str:
    """The id of the event that the article opens."""
    return content_id("event", opener)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one matter. `first` and `last` are the days of what was said and done in it (EDTF or None).

    Its id is that of the article which came out first. A story that is not there any more went into the one that has
    its opener: `also`.
    """

    id: str
    headline: str
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None

    @property
    def also(self) -> tuple[str, ...]:
        """The ids of the stories that its other articles open where they stand alone."""
        return tuple(name for article in self.articles if (name := story_id(article)) != self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Articles of one happening in a story. `on` is a day or an interval, None where no article tells."""

    id: str
    story: str
    on: str | None
    articles: tuple[str, ...]
    headline: str

    @property
    def also(self) -> tuple[str, ...]:
        """The ids of the events that its other articles open where they stand alone."""
        return tuple(name for article in self.articles if (name := event_id(article)) != self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A party's line on an issue, with the statements that show it.

    `actor` holds the line (`Russia` for its foreign minister); `changed` is the id of the position of the same
    actor on the same issue that this one differs from and follows, or None.
    """

    id: str
    story: str
    actor: str
    actor_name: str
    issue: str
    stance: Stance
    mode: str | None = None
    condition: str | None = None
    statements: tuple[str, ...] = ()
    said_on: tuple[str, ...] = ()
    changed: str | None = None


class DiscrepancyKind(StrEnum):
    """What is told differently."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    TERM = "term"
    WORDING = "wording"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One way of telling it: the value, the articles that tell it so, and where."""

    value: str
    articles: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """One thing told differently by two articles. `explained` says why it is no conflict, or is None."""

    id: str
    story: str
    kind: DiscrepancyKind
    about: str
    values: tuple[Value, ...]
    explained: str | None = None
