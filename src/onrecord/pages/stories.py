"""Which story a page is about, and what stands at its head."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.pages.citations import Citation, anchors
from onrecord.pages.counting import count
from onrecord.pages.days import say_span
from onrecord.pages.layout import Item, Line, Section, date, doubt, line, name
from onrecord.pages.shelf import OUTLET_NOT_TOLD
from onrecord.records import Story
from onrecord.records.errors import InputError, NotOnRecord
from onrecord.store import Slice, StorySize, View

NO_HEADLINE = "A story without a headline"
CANDIDATES = 8  # how many an error message lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands over a story. `outlets` counts the named ones, `undated` articles that bear no date."""

    story: str
    headline: str
    articles: int
    outlets: int
    first: str | None
    last: str | None
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryName:
    """A story to choose."""

    story: str
    headline: str
    articles: int


MOST_NAMES = 40  # stories that one can choose from


def names_of(view: View) -> tuple[StoryName, ...]:
    """The names of the largest stories, as many as one can choose from."""
    return tuple(
        StoryName(story=one.id, headline=one.headline or NO_HEADLINE, articles=one.articles)
        for one in view.stories_by_size(Slice(limit=MOST_NAMES))
    )


def head_of(story: StorySize) -> Head:
    """The head of the story."""
    return Head(
        story=story.id,
        headline=story.headline or NO_HEADLINE,
        articles=story.articles,
        outlets=story.outlets,
        first=story.first,
        last=story.last,
        undated=story.undated,
    )


def head_in(story: str, view: View) -> Head:
    """The head of the story of that id, which the record has."""
    found = view.story_size(story)
    if found is None:
        raise LookupError(f"the record speaks of story {story} but does not have it")
    return head_of(found)


def find_story(story: str, view: View) -> StorySize:
    """The story of that id; NotOnRecord where there is none."""
    found = view.story_size(story)
    if found is None:
        raise view.moved(story) or NotOnRecord(
            f"{story}: no story of this record has this id; the list of stories has those that are"
        )
    return found


def choose_stories(view: View, wanted: str | None) -> tuple[Story, ...]:
    """All stories, largest first; or the one that `wanted` names by number in that order, id or words."""
    stories = tuple(sorted(view.stories(), key=lambda one: (-len(one.articles), one.first or "9999", one.id)))
    if wanted is None:
        return stories
    if wanted.isdecimal() and 1 <= int(wanted) <= len(stories):
        return (stories[int(wanted) - 1],)
    words = wanted.casefold()
    found = [one for one in stories if one.id.startswith(wanted) or words in one.headline.casefold()]
    found = found or [one for one in stories if wanted in one.also]  # what it was before it went into another
    if len(found) != 1:
        raise InputError(_which(wanted, found or list(stories), len(found)))
    return tuple(found)


def _which(wanted: str, stories: list[Story], found: int) -> str:
    names = "; ".join(f"“{one.headline}”" for one in stories[:CANDIDATES])
    more = "; …" if len(stories) > CANDIDATES else ""
    told = "names several stories" if found else "names no story of this record"
    return f"--story {wanted}: {told}; give a number or words of one headline: {names}{more}"


def say_head(head: Head) -> Line:
    """How many articles, outlets and days."""
    return line(
        f"{count(head.articles, 'article')} · ",
        count(head.outlets, "outlet") if head.outlets else doubt(OUTLET_NOT_TOLD),
        " · ",
        date(say_span(head.first, head.last)),
    )


def places(citations: tuple[Citation, ...]) -> tuple[Section, ...]:
    """The citations under their files, so that each number leads to outlet, file and offset."""
    files: dict[tuple[str, str], list[Citation]] = {}
    for one in citations:
        files.setdefault((one.outlet or OUTLET_NOT_TOLD, one.file), []).append(one)
    items = tuple(
        Item(lead=line(name(outlet), f", {file}"), details=(anchors(tuple(ones)),))
        for (outlet, file), ones in files.items()
    )
    return (Section(heading="Where the words stand", items=items),) if items else ()
