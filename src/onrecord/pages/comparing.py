"""Two outlets or agencies on one story: what each has alone, what both have, where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.counting import listed
from onrecord.pages.differences import Difference, difference, rank_differences
from onrecord.pages.shelf import Shelf
from onrecord.pages.sources import Source, sources_of
from onrecord.pages.statements import StatementLine, statement_line
from onrecord.pages.stories import Head, StoryName, choose_stories, head_of, names_of
from onrecord.pages.timeline import prominence
from onrecord.records import Attribution, Discrepancy, Statement, Story
from onrecord.records.errors import InputError
from onrecord.store import View


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
class Comparison:
    """Both sides of a story; what one has `alone` the other has not, though a third may."""

    left: Hands
    right: Hands
    both: tuple[StatementLine, ...]
    left_alone: tuple[StatementLine, ...]
    right_alone: tuple[StatementLine, ...]
    differences: tuple[Difference, ...]
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


def compare_page(view: View, story: str | None, left: str | None, right: str | None) -> ComparePage:
    """Both on the story of that id; without a story the largest one, without names the two that have most of it."""
    shelf = Shelf(view)
    stories = choose_stories(view, None)
    chosen = _chosen(stories, story)
    if chosen is None:
        return ComparePage(stories=(), story=None, hands=(), comparison=None)
    statements = tuple(view.statements(story=chosen.id))
    through = {one.id: _hands_of(one, shelf) for one in statements}
    hands = _all_hands(through.values())
    first = _named(left, hands)
    second = _named(right, tuple(one for one in hands if one != first))
    comparison = _compare(chosen, statements, (first, second), shelf) if first and second else None
    return ComparePage(
        stories=names_of(stories),
        story=head_of(chosen, shelf),
        hands=hands,
        comparison=comparison,
    )


def _chosen(stories: tuple[Story, ...], wanted: str | None) -> Story | None:
    if wanted is None:
        return stories[0] if stories else None
    found = next((one for one in stories if one.id == wanted), None)
    if found is None:
        raise InputError(f"{wanted}: no story of this record has this id; choose one from the list")
    return found


def _named(wanted: str | None, hands: tuple[Hands, ...]) -> Hands | None:
    """The one of that name; without a name the first, an outlet where there is one."""
    if not wanted:
        return min(hands, key=lambda one: one.kind is not Hand.OUTLET, default=None)
    found = next((one for one in hands if one.name == wanted), None)
    if found is None:
        names = listed([one.name for one in hands])
        raise InputError(f"{wanted}: no other outlet or agency of this story has this name; there are {names}")
    return found


def _hands_of(statement: Statement, shelf: Shelf) -> dict[str, Hand]:
    """Every name through whose hands a report of the statement went."""
    return {name: kind for report in shelf.reports(statement) for name, kind in _hands(report, shelf)}


def _hands(report: Attribution, shelf: Shelf) -> Iterable[tuple[str, Hand]]:
    outlet = shelf.outlet(report.article)
    yield from ((name, Hand.AGENCY) for name in report.relayed_by)
    if outlet:
        yield (outlet, Hand.OUTLET)


def _all_hands(through: Iterable[dict[str, Hand]]) -> tuple[Hands, ...]:
    through = tuple(through)
    counts = Counter(name for each in through for name in each)
    kinds = {name: kind for each in through for name, kind in each.items()}
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(Hands(name=name, kind=kinds[name], statements=counts[name]) for name in order)


def _compare(story: Story, statements: tuple[Statement, ...], sides: tuple[Hands, Hands], shelf: Shelf) -> Comparison:
    notebook = Notebook(shelf)
    left, right = sides
    ranked = sorted(statements, key=lambda one: prominence(one, shelf))
    names = {one.id: set(_hands_of(one, shelf)) for one in ranked}
    both = [one for one in ranked if {left.name, right.name} <= names[one.id]]
    alone = [[one for one in ranked if {left.name, right.name} & names[one.id] == {side.name}] for side in sides]
    articles = [_articles_of(side, story, shelf) for side in sides]
    told = [one for one in shelf.view.discrepancies(story=story.id) if _differ(one, articles[0], articles[1])]
    return Comparison(
        left=left,
        right=right,
        both=tuple(statement_line(one, shelf, notebook) for one in both),
        left_alone=tuple(statement_line(one, shelf, notebook) for one in alone[0]),
        right_alone=tuple(statement_line(one, shelf, notebook) for one in alone[1]),
        differences=tuple(difference(one, shelf, notebook) for one in rank_differences(told)),
        shared=tuple(_shared(articles[0], articles[1], shelf)),
        left_sources=sources_of(sorted(articles[0]), shelf),
        right_sources=sources_of(sorted(articles[1]), shelf),
        citations=notebook.citations(),
    )


def _articles_of(side: Hands, story: Story, shelf: Shelf) -> set[str]:
    """The articles that the outlet printed, or that have words through the agency."""
    if side.kind is Hand.OUTLET:
        return {one for one in story.articles if shelf.outlet(one) == side.name}
    return {one for one in story.articles if any(side.name in each.relayed_by for each in shelf.attributions(one))}


def _differ(found: Discrepancy, left: set[str], right: set[str]) -> bool:
    """Whether one value is told by the left side and another by the right."""
    lefts = {number for number, value in enumerate(found.values) if left & set(value.articles)}
    rights = {number for number, value in enumerate(found.values) if right & set(value.articles)}
    return bool(lefts) and bool(rights) and len(lefts | rights) > 1


def _shared(left: set[str], right: set[str], shelf: Shelf) -> Iterable[Shared]:
    for source in sources_of(sorted(left), shelf):
        for one in source.shares:
            if one.article in right - left:
                yield Shared(
                    left=source.article,
                    left_file=source.file,
                    right=one.article,
                    right_file=one.file,
                    sentences=one.sentences,
                    of=one.of,
                )
