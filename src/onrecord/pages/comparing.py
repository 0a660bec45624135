"""Two outlets or agencies on one story: what each has alone, what both have, where they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.counting import listed
from onrecord.pages.differences import Difference, difference
from onrecord.pages.leaves import Leaf, leaf_of, slice_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.sources import Source, sources_of
from onrecord.pages.statements import StatementLine, statement_line
from onrecord.pages.stories import Head, StoryName, find_story, head_of, names_of
from onrecord.records.errors import InputError
from onrecord.store import Side, Slice, View

# What stands on each page; of sentences and sources no more than this.
STATEMENTS, DIFFERENCES, MOST_SHARED, MOST_SOURCES = 6, 4, 10, 10
MOST_HANDS = 100


class Hand(StrEnum):
    """What kind of hand the words went through."""

    OUTLET = "outlet"
    AGENCY = "agency"  # or a broadcaster: whoever carried words to an outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """An outlet or agency, and how many statements of the story went through its hands."""

    name: str
    kind: Hand
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """An article of the left side, how many of its sentences stand in one of the right, and where."""

    left: str
    left_file: str
    right: str
    right_file: str
    sentences: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many statements both sides have, and each alone."""

    both: int
    left_alone: int
    right_alone: int
    differences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A leaf of both sides of a story; what one has `alone` the other has not, though a third may."""

    left: Hands
    right: Hands
    both: tuple[StatementLine, ...]
    left_alone: tuple[StatementLine, ...]
    right_alone: tuple[StatementLine, ...]
    differences: tuple[Difference, ...]
    tally: Tally
    leaf: Leaf
    shared: tuple[Shared, ...]
    left_sources: tuple[Source, ...]
    right_sources: tuple[Source, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """A story, whom one can compare in it, and the comparison if two were named."""

    stories: tuple[StoryName, ...]
    story: Head | None
    hands: tuple[Hands, ...]
    comparison: Comparison | None


def compare_page(view: View, story: str | None, left: str | None, right: str | None, number: int = 1) -> ComparePage:
    """Both on the story of that id; without a story the largest one, without names the two that have most of it."""
    largest = view.stories_by_size(Slice(limit=1))
    chosen = find_story(story, view) if story else next(iter(largest), None)
    if chosen is None:
        return ComparePage(stories=(), story=None, hands=(), comparison=None)
    hands = _all_hands(chosen.id, view)
    first = _named(left, hands)
    second = _named(right, tuple(one for one in hands if one != first))
    return ComparePage(
        stories=names_of(view),
        story=head_of(chosen),
        hands=hands,
        comparison=_compare(chosen.id, first, second, number, view) if first and second else None,
    )


def _named(wanted: str | None, hands: tuple[Hands, ...]) -> Hands | None:
    """The one of that name; without a name the first, an outlet where there is one."""
    if not wanted:
        return min(hands, key=lambda one: one.kind is not Hand.OUTLET, default=None)
    found = next((one for one in hands if one.name == wanted), None)
    if found is None:
        names = listed([one.name for one in hands])
        raise InputError(f"{wanted}: no other outlet or agency of this story has this name; there are {names}")
    return found


def _all_hands(story: str, view: View) -> tuple[Hands, ...]:
    """Every name through whose hands a report went, as many as one can choose from; the most frequent first."""
    found = {name: (Hand.AGENCY, statements) for name, statements in view.tally(story, "agency", MOST_HANDS)}
    found |= {name: (Hand.OUTLET, statements) for name, statements in view.tally(story, "outlet", MOST_HANDS)}
    order = sorted(found, key=lambda name: (-found[name][1], name))
    return tuple(Hands(name=name, kind=found[name][0], statements=found[name][1]) for name in order)


def _compare(story: str, left: Hands, right: Hands, number: int, view: View) -> Comparison:
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    names = story, left.name, right.name
    tally = Tally(
        both=view.through_hands(*names, Side.BOTH),
        left_alone=view.through_hands(*names, Side.LEFT),
        right_alone=view.through_hands(*names, Side.RIGHT),
        differences=view.told_otherwise(*names),
    )
    most = max(tally.both, tally.left_alone, tally.right_alone)
    leaf = leaf_of(max(-(-most // STATEMENTS), -(-tally.differences // DIFFERENCES)), number, 1)
    sides = {
        side: [
            statement_line(one, shelf, notebook)
            for one in view.through_hands_page(*names, side, slice_of(leaf, STATEMENTS))
        ]
        for side in Side
    }
    told = view.told_otherwise_page(*names, slice_of(leaf, DIFFERENCES))
    return Comparison(
        left=left,
        right=right,
        both=tuple(sides[Side.BOTH]),
        left_alone=tuple(sides[Side.LEFT]),
        right_alone=tuple(sides[Side.RIGHT]),
        differences=tuple(difference(one, shelf, notebook) for one in told),
        tally=tally,
        leaf=leaf,
        shared=tuple(_shared(names, shelf)),
        left_sources=_sources(story, left, shelf),
        right_sources=_sources(story, right, shelf),
        citations=notebook.citations(),
    )


def _sources(story: str, side: Hands, shelf: Shelf) -> tuple[Source, ...]:
    """The first articles that the outlet printed, or that have words through the agency."""
    return sources_of(shelf.view.articles_through(story, side.name, Slice(limit=MOST_SOURCES)), shelf)


def _shared(names: tuple[str, str, str], shelf: Shelf) -> Iterable[Shared]:
    """Of which articles of the left side sentences stand in those of the right, those first that share the most."""
    for pair, article in shelf.view.shared_by_hands(*names, MOST_SHARED):
        other = pair.right if pair.left == article else pair.left
        seen = (pair.left_shared, pair.left_of) if pair.left == article else (pair.right_shared, pair.right_of)
        yield Shared(
            left=article,
            left_file=shelf.location(article),
            right=other,
            right_file=shelf.location(other),
            sentences=seen[0],
            of=seen[1],
        )
