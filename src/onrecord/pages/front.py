"""All stories of a record, each with what moved in it last."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.days import span_of
from onrecord.pages.positions import PositionLine, position_line, rank
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import StatementLine, statement_line
from onrecord.pages.stories import Head, choose_stories, head_of
from onrecord.pages.timeline import prominence
from onrecord.records import Statement, Story
from onrecord.store import Counts, View
from onrecord.text.days import bounds

MOST_STORIES = 100
MOST_CHANGES = 3
MOST_SAID = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in the list: which lines changed in it, what was said last, and how much there is."""

    head: Head
    statements: int
    positions: int
    differences: int
    changed: tuple[PositionLine, ...]
    said_last: tuple[StatementLine, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The stories, the largest first; `counts` are the record's."""

    record: str
    counts: Counts
    stories: tuple[StoryRow, ...]
    more_stories: int


def front_page(view: View, record: str) -> FrontPage:
    """The stories of the record, as far as there is room."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    stories = choose_stories(view, None)
    return FrontPage(
        record=record,
        counts=view.counts(),
        stories=tuple(_row(one, shelf, notebook) for one in stories[:MOST_STORIES]),
        more_stories=max(len(stories) - MOST_STORIES, 0),
    )


def _row(story: Story, shelf: Shelf, notebook: Notebook) -> StoryRow:
    cited = notebook.turn_page()
    view = shelf.view
    positions = rank(view.positions(story=story.id), shelf)
    statements = tuple(view.statements(story=story.id))
    changed = [one for one in positions if one.changed]
    changed.sort(key=lambda one: bounds(span_of(one.said_on)[0]), reverse=True)
    return StoryRow(
        head=head_of(story, shelf),
        statements=len(statements),
        positions=len(positions),
        differences=sum(1 for one in view.discrepancies(story=story.id) if one.explained is None),
        changed=tuple(position_line(one, shelf, notebook) for one in changed[:MOST_CHANGES]),
        said_last=tuple(statement_line(one, shelf, notebook) for one in _last(statements, shelf)),
        citations=notebook.citations(cited),
    )


def _last(statements: tuple[Statement, ...], shelf: Shelf) -> list[Statement]:
    """What was said on the last days, in a day the most reported first."""
    dated = sorted((one for one in statements if one.said_on), key=lambda one: prominence(one, shelf))
    dated.sort(key=lambda one: bounds(one.said_on)[1], reverse=True)
    return dated[:MOST_SAID]
