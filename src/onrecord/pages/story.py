"""One story, or a part of it, and what it can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.brief import ONE_PAGE, Room, StoryBrief, brief_of, matter_of
from onrecord.pages.citations import Notebook
from onrecord.pages.narrowing import Choices, Narrowing, choices_of, narrow
from onrecord.pages.shelf import Shelf
from onrecord.records.errors import InputError
from onrecord.store import View

ALL_OF_IT = Room(positions=500, dated=1000, undated=500, differences=500, sources=1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """The brief of what was asked for; `statements` are all that fit, whether or not there is room for them."""

    brief: StoryBrief
    narrowed: Narrowing
    choices: Choices
    statements: int


def story_page(view: View, story: str, wanted: Narrowing, room: Room = ONE_PAGE) -> StoryPage:
    """The story of that id, as far as it is asked for."""
    found = view.story(story)
    if found is None:
        raise InputError(f"{story}: no story of this record has this id; the list of stories has those that are")
    shelf = Shelf(view)
    everything = matter_of(found, view)
    matter = narrow(everything, wanted, shelf)
    return StoryPage(
        brief=brief_of(matter, "", shelf, Notebook(shelf), room),
        narrowed=wanted,
        choices=choices_of(everything, shelf),
        statements=len(matter.statements),
    )
