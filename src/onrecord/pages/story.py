"""One story, or a part of it, and what it can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.brief import Room, Shown, StoryBrief, Totals, brief_of, brief_with
from onrecord.pages.citations import Notebook
from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.narrowing import Choices, Narrowing, choices_of, part_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.stories import find_story
from onrecord.store import View

# What stands on each page of a whole story.
POSITIONS, STATEMENTS, DIFFERENCES, ARTICLES = 5, 15, 5, 15
# What stands on the first, where the brief chose.
CHOSEN = Room(positions=5, dated=6, undated=2, differences=4, sources=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """The brief of what was asked for; `statements` are all that fit, whether or not there is room for them.

    `leaf` is None where the brief chose what is on it, else which page of all there is in order.
    """

    brief: StoryBrief
    narrowed: Narrowing
    choices: Choices
    statements: int
    leaf: Leaf | None = None


def story_page(view: View, story: str, wanted: Narrowing) -> StoryPage:
    """The brief of the story of that id, as far as it is asked for."""
    part = part_of(find_story(story, view).id, wanted)
    shelf = Shelf(view)
    brief = brief_of(part, "", shelf, Notebook(shelf), CHOSEN)
    return StoryPage(
        brief=brief,
        narrowed=wanted,
        choices=choices_of(story, view),
        statements=brief.more_statements + sum(len(day.statements) for day in brief.days),
    )


def whole_story_page(view: View, story: str, wanted: Narrowing, number: int = 1) -> StoryPage:
    """All there is of the story, as far as it is asked for, in order; what stands on the page of that number."""
    part = part_of(find_story(story, view).id, wanted)
    shelf = Shelf(view)
    of = Totals(
        positions=view.positions_in(part),
        statements=view.statements_in(part),
        differences=view.differences_in(part),
        articles=view.articles_in(part),
    )
    leaf = _leaf(of, number)
    shown = Shown(
        positions=view.positions_page(part, slice_of(leaf, POSITIONS)),
        statements=view.in_order(part, slice_of(leaf, STATEMENTS)),
        differences=view.differences_page(part, slice_of(leaf, DIFFERENCES)),
        articles=view.articles_of(part, slice_of(leaf, ARTICLES)),
        of=of,
    )
    return StoryPage(
        brief=brief_with(part, shown, "", shelf, Notebook(shelf)),
        narrowed=wanted,
        choices=choices_of(story, view),
        statements=leaf.things,
        leaf=leaf,
    )


def _leaf(of: Totals, number: int) -> Leaf:
    """The leaf of that number: there are as many as the longest of the lists has."""
    leaves = max(
        -(-of.statements // STATEMENTS),
        -(-of.positions // POSITIONS),
        -(-of.differences // DIFFERENCES),
        -(-of.articles // ARTICLES),
    )
    found = leaf_of(leaves, number, 1)
    return Leaf(number=found.number, leaves=found.leaves, things=of.statements)
