"""The story on one page: positions, what was said by day, where the reports differ, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from onrecord.pages.citations import Citation, Notebook, by_number
from onrecord.pages.counting import count
from onrecord.pages.differences import Difference, difference, differences_section
from onrecord.pages.layout import Document, Line, Part, command, doubt, faint, line
from onrecord.pages.positions import PositionLine, position_line, positions_section
from onrecord.pages.shelf import Shelf
from onrecord.pages.sources import Source, sources_of, sources_section
from onrecord.pages.stories import Head, choose_stories, head_in, say_head
from onrecord.pages.timeline import Day, days_of, timeline_section
from onrecord.records import Discrepancy, Event, Position, Statement
from onrecord.records.errors import InputError
from onrecord.store import Extent, Slice, View

MOST_STORIES = 5
LEGEND = (
    "Each [number] leads to the words, in the files listed under Sources. What stands in quotation marks"
    " stands so in the article; other words are the reporter's. A position is summed up from the words beneath it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much of a story one page holds. The rest is a command or a page away, and the page says which."""

    positions: int = 7
    dated: int = 8
    undated: int = 3
    differences: int = 6
    sources: int = 20
    events: int = 30  # on days of which nothing is shown that was said


ONE_PAGE = Room()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBrief:
    """One story on one page. The `more_…` count what the record has besides.

    `chosen_by` is the option that makes another command show this story alone, empty where it is the only one.
    """

    head: Head
    chosen_by: str
    positions: tuple[PositionLine, ...]
    more_positions: int
    days: tuple[Day, ...]
    more_statements: int
    differences: tuple[Difference, ...]
    more_differences: int
    sources: tuple[Source, ...]
    more_sources: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """The briefs of a record's stories, the largest first."""

    record: str
    stories: tuple[StoryBrief, ...]
    more_stories: int

    def lay_out(self) -> Document:
        """The page as a document."""
        parts = tuple(_lay_out_story(one, self.record) for one in self.stories)
        if self.more_stories:
            tail = line(
                faint(f"and {count(self.more_stories, 'smaller story', 'smaller stories')}: "),
                command(f"onrecord brief {quote(self.record)} --story {len(self.stories) + 1}"),
            )
            parts = (*parts, Part(title="More stories", lede=(tail,)))
        return Document(title=self.stories[0].head.headline, parts=parts)


def brief_page(view: View, record: str, story: str | None = None) -> BriefPage:
    """The brief of every story, or of one; `record` is how the reader names the record in a command."""
    everything = choose_stories(view, None)
    stories = choose_stories(view, story)
    if not stories:
        raise InputError(f"{record}: the record has no story yet; add articles with “onrecord build … -o {record}”")
    number = {one.id: position for position, one in enumerate(everything, start=1)}
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    return BriefPage(
        record=record,
        stories=tuple(
            brief_of(Extent(scope=one.id), f"--story {number[one.id]}" if len(everything) > 1 else "", shelf, notebook)
            for one in stories[:MOST_STORIES]
        ),
        more_stories=max(len(stories) - MOST_STORIES, 0),
    )


def brief_of(part: Extent, chosen_by: str, shelf: Shelf, notebook: Notebook, room: Room = ONE_PAGE) -> StoryBrief:
    """The brief of the part of a story, as far as there is room."""
    view = shelf.view
    told = (
        *view.prominent_dated(part, Slice(limit=room.dated)),
        *view.prominent_undated(part, Slice(limit=room.undated)),
    )
    positions, all_positions = view.positions_counted(part, Slice(limit=room.positions))
    differences, all_differences = view.differences_counted(part, Slice(limit=room.differences))
    articles, all_articles = view.articles_counted(part, Slice(limit=room.sources))
    shown = Shown(
        positions=positions,
        statements=told,
        differences=differences,
        articles=articles,
        of=Totals(
            positions=all_positions,
            statements=view.statements_in(part),
            differences=all_differences,
            articles=all_articles,
        ),
    )
    return brief_with(part, shown, chosen_by, shelf, notebook)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much there is of what is told."""

    positions: int
    statements: int
    differences: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of a story is put on a page; of the articles as many as there is room for beside those that are cited."""

    of: Totals
    positions: tuple[Position, ...]
    statements: tuple[Statement, ...]
    differences: tuple[Discrepancy, ...]
    articles: tuple[str, ...]


def brief_with(part: Extent, shown: Shown, chosen_by: str, shelf: Shelf, notebook: Notebook) -> StoryBrief:
    """The brief with just this on it; what else the part of the story has is counted."""
    view = shelf.view
    before = notebook.turn_page()
    shelf.take_reports(shown.statements)
    positions = tuple(position_line(one, shelf, notebook) for one in shown.positions)
    days = days_of(shown.statements, _events(part, shown.statements, view), shelf, notebook)
    differences = tuple(difference(one, shelf, notebook) for one in shown.differences)
    citations = notebook.citations(before)
    sources = sources_of(_sources(part, shown.articles, citations, view), shelf)
    return StoryBrief(
        head=head_in(part.scope, view),
        chosen_by=chosen_by,
        positions=positions,
        more_positions=shown.of.positions - len(positions),
        days=days,
        more_statements=shown.of.statements - len(shown.statements),
        differences=differences,
        more_differences=shown.of.differences - len(differences),
        sources=sources,
        more_sources=max(shown.of.articles - len(sources), 0),
        citations=citations,
    )


def _events(part: Extent, told: Sequence[Statement], view: View) -> tuple[Event, ...]:
    """What happened; where that is much, or where a part is asked for, only on the days of what is told."""
    days = {one.said_on for one in told}
    events = tuple(view.events(story=part.scope))
    on_these_days = tuple(one for one in events if one.on in days)
    return events if part.is_all and len(events) - len(on_these_days) <= ONE_PAGE.events else on_these_days


def _sources(part: Extent, articles: Sequence[str], citations: Sequence[Citation], view: View) -> list[str]:
    # A cited article must be listed, or its numbers would lead nowhere; others as far as the page has room.
    cited = list(view.articles_among(part, tuple(dict.fromkeys(one.article for one in citations))))
    uncited = [one for one in articles if one not in cited]
    return cited + uncited[: max(len(articles) - len(cited), 0)]


def _lay_out_story(one: StoryBrief, record: str) -> Part:
    cited = by_number(one.citations)
    rest = f"{record} {one.chosen_by}".rstrip()
    shown = {position.shown.statement for position in one.positions if position.shown}
    return Part(
        title=one.head.headline,
        lede=(_lede(one.head), line(faint(LEGEND))),
        sections=(
            positions_section(one.positions, cited, _more(one.more_positions, f"positions {rest}")),
            timeline_section(one.days, cited, shown, _more(one.more_statements, f"timeline {rest}")),
            differences_section(one.differences, cited, _more(one.more_differences, f"differ {rest}")),
            sources_section(one.sources, one.citations, _more(one.more_sources, f"sources {rest}")),
        ),
    )


def _lede(head: Head) -> Line:
    undated = doubt(f" · {count(head.undated, 'article')} not dated") if head.undated else ""
    return line(say_head(head), undated)


def _more(number: int, rest: str) -> Line:
    return line(faint(f"and {number} more: "), command(f"onrecord {rest}")) if number > 0 else ()
