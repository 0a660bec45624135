"""Parties and issues as a table: the present line of each party on each issue, and what it was before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.days import span_of
from onrecord.pages.positions import PositionLine, position_line
from onrecord.pages.shelf import Shelf
from onrecord.pages.stories import Head, StoryName, choose_stories, head_of, names_of
from onrecord.records import Position, Story
from onrecord.store import View
from onrecord.text.days import bounds

MOST_STORIES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A party on an issue: the line it takes now, those before it, the latest first, and lines of no known day.

    `quiet_days` are those from the last time it was said to the last day of the story; None where either has no day.
    """

    party: str
    actor: str
    now: PositionLine
    earlier: tuple[PositionLine, ...]
    changed: bool
    quiet_days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """An issue with one cell for each party of the story, None where a party takes no line that could be told."""

    issue: str
    cells: tuple[Standing | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStandings:
    """The table of one story: parties in columns, issues in rows; those on which most parties stand come first."""

    head: Head
    parties: tuple[str, ...]
    issues: tuple[IssueRow, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingsPage:
    """The tables, story by story, of those in which anyone takes a line; `more_stories` are left to be chosen."""

    stories: tuple[StoryStandings, ...]
    choices: tuple[StoryName, ...]
    more_stories: int


def standings_page(view: View, story: str | None = None) -> StandingsPage:
    """The table of every story, or of the one of that id."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    everything = choose_stories(view, None)
    chosen = [one for one in everything if story in (None, one.id)]
    tables = (_table(one, shelf, notebook) for one in chosen[:MOST_STORIES])
    return StandingsPage(
        stories=tuple(one for one in tables if one.issues),
        choices=names_of(everything),
        more_stories=max(len(chosen) - MOST_STORIES, 0),
    )


def _table(story: Story, shelf: Shelf, notebook: Notebook) -> StoryStandings:
    before = notebook.turn_page()
    cells: dict[tuple[str, str], list[Position]] = {}
    for one in shelf.view.positions(story=story.id):
        cells.setdefault((one.issue, one.actor_name), []).append(one)
    parties = _ranked(party for _, party in cells)
    issues = _ranked(issue for issue, _ in cells)
    rows = tuple(
        IssueRow(
            issue=issue,
            cells=tuple(
                _standing(cells[issue, party], story, shelf, notebook) if (issue, party) in cells else None
                for party in parties
            ),
        )
        for issue in _changed_first(issues, cells)
    )
    citations = notebook.citations(before)
    return StoryStandings(head=head_of(story, shelf), parties=parties, issues=rows, citations=citations)


def _ranked(names: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))


def _changed_first(issues: Sequence[str], cells: Mapping[tuple[str, str], Sequence[Position]]) -> list[str]:
    changed = {issue for (issue, _), several in cells.items() if any(one.changed for one in several)}
    return sorted(issues, key=lambda issue: issue not in changed)


def _standing(positions: Sequence[Position], story: Story, shelf: Shelf, notebook: Notebook) -> Standing:
    """The line said last is the present one; of two on one day, the one that followed the other."""
    followed = {one.changed for one in positions}
    ordered = sorted(
        positions,
        key=lambda one: (bool(one.said_on), bounds(span_of(one.said_on)[1]), one.id not in followed, one.id),
        reverse=True,
    )
    now, *earlier = (position_line(one, shelf, notebook) for one in ordered)
    return Standing(
        party=now.party,
        actor=now.actor,
        now=now,
        earlier=tuple(earlier),
        changed=ordered[0].changed is not None,
        quiet_days=days_between(now.last, story.last),
    )


def days_between(first: str | None, last: str | None) -> int | None:
    """How many days lie from the end of the first to the end of the last; None where a day is not told."""
    start, end = _ordinal(first), _ordinal(last)
    return None if start is None or end is None else max(end - start, 0)


def _ordinal(edtf: str | None) -> int | None:
    if not edtf:
        return None
    try:
        return date.fromisoformat(bounds(edtf)[1]).toordinal()
    except ValueError:  # a month or a year
        return None
