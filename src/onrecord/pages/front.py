"""All stories of a record, each with what moved in it last."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.positions import PositionLine, position_line
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import StatementLine, statement_line
from onrecord.pages.stories import Head, head_of
from onrecord.store import Counts, Extent, StorySize, View

ON_A_PAGE = 10
MOST_CHANGES = 2
MOST_SAID = 2


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
    """A leaf of the stories, the largest first; `counts` are the record's, as it was derived last."""

    record: str
    counts: Counts
    stories: tuple[StoryRow, ...]
    leaf: Leaf


def front_page(view: View, record: str, number: int = 1) -> FrontPage:
    """The stories of the record on the page of that number."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    leaf = leaf_of(view.counted("stories"), number, ON_A_PAGE)
    return FrontPage(
        record=record,
        counts=view.counts_as_derived(),
        stories=tuple(_row(one, shelf, notebook) for one in view.stories_by_size(slice_of(leaf, ON_A_PAGE))),
        leaf=leaf,
    )


def _row(story: StorySize, shelf: Shelf, notebook: Notebook) -> StoryRow:
    cited = notebook.turn_page()
    changed = shelf.view.positions_changed(story.id, MOST_CHANGES)
    last = shelf.view.said_last(Extent(scope=story.id), MOST_SAID)
    return StoryRow(
        head=head_of(story),
        statements=story.statements,
        positions=story.positions,
        differences=story.differences,
        changed=tuple(position_line(one, shelf, notebook) for one in changed),
        said_last=tuple(statement_line(one, shelf, notebook) for one in last),
        citations=notebook.citations(cited),
    )
