"""Parties and issues as a table: the present line of each party on each issue, and what it was before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.days import span_of
from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.positions import PositionLine, position_line
from onrecord.pages.shelf import Shelf
from onrecord.pages.stories import Head, StoryName, find_story, head_of, names_of
from onrecord.records import Position
from onrecord.store import Cell, StorySize, View
from onrecord.text.days import bounds

# What stands on a page: of stories, and of the table of one.
STORIES, ISSUES, PARTIES = 5, 5, 4


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
    """The table of one story: parties in columns, issues in rows; those on which most parties stand come first.

    Of `all_parties` and `all_issues` those are there that the page has room for; `columns` and `rows` say which.
    """

    head: Head
    parties: tuple[str, ...]
    issues: tuple[IssueRow, ...]
    all_parties: int
    all_issues: int
    columns: Leaf
    rows: Leaf
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingsPage:
    """The tables, story by story, of those in which anyone takes a line; a leaf of them, or the one that was chosen."""

    stories: tuple[StoryStandings, ...]
    choices: tuple[StoryName, ...]
    leaf: Leaf | None


def standings_page(view: View, number: int = 1) -> StandingsPage:
    """The beginning of the table of each story on the page of that number."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    leaf = leaf_of(view.counted("stories"), number, STORIES)
    tables = (_table(one, BEGINNING, shelf, notebook) for one in view.stories_by_size(slice_of(leaf, STORIES)))
    return StandingsPage(
        stories=tuple(_without_silent(one) for one in tables if one.issues), choices=names_of(view), leaf=leaf
    )


def _without_silent(table: StoryStandings) -> StoryStandings:
    """The beginning of a table without the parties that take no line on the issues that it shows."""
    told = [at for at in range(len(table.parties)) if any(row.cells[at] for row in table.issues)]
    issues = (replace(row, cells=tuple(row.cells[at] for at in told)) for row in table.issues)
    return replace(table, parties=tuple(table.parties[at] for at in told), issues=tuple(issues))


def story_standings_page(view: View, story: str, number: int = 1, columns: int = 1) -> StandingsPage:
    """The table of that story: the issues on the page of that number, the parties in those columns."""
    shelf = Shelf(view)
    window = Window(issues=ISSUES, parties=PARTIES, rows=number, columns=columns)
    table = _table(find_story(story, view), window, shelf, Notebook(shelf))
    return StandingsPage(stories=(table,) if table.issues else (), choices=names_of(view), leaf=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """How many issues and parties of a table are shown at a time, and which: leaf by leaf, the first being 1."""

    issues: int
    parties: int
    rows: int = 1
    columns: int = 1


BEGINNING = Window(issues=3, parties=4)


def _table(story: StorySize, window: Window, shelf: Shelf, notebook: Notebook) -> StoryStandings:
    before = notebook.turn_page()
    cells: dict[tuple[str, str], list[Cell]] = {}
    for one in shelf.view.cells(story.id):
        cells.setdefault((one.issue, one.party), []).append(one)
    every = _ranked(party for _, party in cells)
    ordered = _changed_first(_ranked(issue for issue, _ in cells), cells)
    columns = leaf_of(len(every), window.columns, window.parties)
    rows = leaf_of(len(ordered), window.rows, window.issues)
    parties = every[(columns.number - 1) * window.parties :][: window.parties]
    issues = tuple(
        IssueRow(
            issue=issue,
            cells=tuple(
                _standing([_position(one, shelf) for one in cells[issue, party]], story, shelf, notebook)
                if (issue, party) in cells
                else None
                for party in parties
            ),
        )
        for issue in ordered[(rows.number - 1) * window.issues :][: window.issues]
    )
    return StoryStandings(
        head=head_of(story),
        parties=parties,
        issues=issues,
        all_parties=len(every),
        all_issues=len(ordered),
        columns=columns,
        rows=rows,
        citations=notebook.citations(before),
    )


def _position(cell: Cell, shelf: Shelf) -> Position:
    found = shelf.view.position(cell.position)
    if found is None:
        raise LookupError(f"the record lists position {cell.position} but does not have it")
    return found


def _ranked(names: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))


def _changed_first(issues: Sequence[str], cells: Mapping[tuple[str, str], Sequence[Cell]]) -> list[str]:
    changed = {issue for (issue, _), several in cells.items() if any(one.changed for one in several)}
    return sorted(issues, key=lambda issue: issue not in changed)


def _standing(positions: Sequence[Position], story: StorySize, shelf: Shelf, notebook: Notebook) -> Standing:
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
