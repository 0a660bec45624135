"""A part of a story: what one party said, on one issue, in one outlet or on one day."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.shelf import Shelf
from onrecord.records import Statement
from onrecord.store import Extent, View, chain_of

MOST_CHOICES = 25  # of each kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is asked for, each by its name, a day or days as EDTF has them; None asks for all."""

    party: str | None = None
    issue: str | None = None
    outlet: str | None = None
    day: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Narrowing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a story can be narrowed to, and how many statements are left then."""

    value: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a story can be narrowed to, the most frequent first, days in order; `more_…` count those left out."""

    parties: tuple[Choice, ...]
    issues: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    days: tuple[Choice, ...]
    more_parties: int = 0
    more_issues: int = 0
    more_outlets: int = 0
    more_days: int = 0


def parties_of(statement: Statement, shelf: Shelf) -> tuple[str, ...]:
    """The speaker, and up the chain those for whom he or she speaks; empty where the speaker is not told."""
    return tuple(dict.fromkeys(one.name for one in chain_of(statement.speaker, shelf.actor)))


def part_of(story: str, wanted: Narrowing) -> Extent:
    """The part of the story that is asked for."""
    return Extent(scope=story, party=wanted.party, issue=wanted.issue, outlet=wanted.outlet, day=wanted.day)


def choices_of(story: str, view: View) -> Choices:
    """What the story can be narrowed to."""
    days = sorted(_choices(story, "day", view), key=lambda one: one.value)
    return Choices(
        parties=_choices(story, "party", view),
        issues=_choices(story, "issue", view),
        outlets=_choices(story, "outlet", view),
        days=tuple(days),
        more_parties=_more(story, "party", view),
        more_issues=_more(story, "issue", view),
        more_outlets=_more(story, "outlet", view),
        more_days=_more(story, "day", view),
    )


def _choices(story: str, kind: str, view: View) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, statements=found) for value, found in view.tally(story, kind, MOST_CHOICES))


def _more(story: str, kind: str, view: View) -> int:
    return max(view.values(story, kind) - MOST_CHOICES, 0)
