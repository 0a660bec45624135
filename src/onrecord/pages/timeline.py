"""What was said, by the day on which it was said; what bears no day stands apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.pages.citations import Citation, Cited, Notebook, by_number
from onrecord.pages.days import say_day
from onrecord.pages.layout import Document, Item, Line, Part, Section, date, doubt, faint, line
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import StatementLine, fullest, lay_out_statement, statement_line
from onrecord.pages.stories import Head, choose_stories, head_in, places, say_head
from onrecord.pages.wording import cut
from onrecord.records import Event, Form, Statement, Story
from onrecord.store import View
from onrecord.text.days import bounds

LONGEST = 200  # characters of a quotation
AGAIN = 70  # likewise, where the page has it in full already
HEADLINE = 80
UNDATED = "Day not given"
NOTHING_SAID = "Nothing in these reports could be told to have been said."


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was said on a day or in a stretch of days (EDTF); `on` is None where the articles give none.

    `events` are the headlines of what happened then.
    """

    on: str | None
    events: tuple[str, ...]
    statements: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTimeline:
    """The days of one story, oldest first, the undated last."""

    head: Head
    days: tuple[Day, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """What was said, story by story and day by day."""

    stories: tuple[StoryTimeline, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        return Document(title="Timeline", parts=tuple(_lay_out_story(one) for one in self.stories))


def days_of(
    statements: Sequence[Statement], events: Iterable[Event], shelf: Shelf, notebook: Notebook
) -> tuple[Day, ...]:
    """The statements under their days, oldest first, in a day the most reported first, the undated last.

    A day on which something happened and nothing was said has its events alone.
    """
    shelf.take_reports(statements)
    shelf.take_articles(fullest(shelf.reports(one), one.text, shelf).article for one in statements)
    headlines: dict[str | None, dict[str, None]] = {}
    for event in events:
        headlines.setdefault(event.on, {})[event.headline] = None
    groups: dict[str | None, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: (bounds(one.said_on), *prominence(one, shelf))):
        groups.setdefault(one.said_on, []).append(one)
    for on in filter(None, headlines):
        groups.setdefault(on, [])
    return tuple(
        Day(
            on=on,
            events=tuple(headlines.get(on, ())) if on else (),
            statements=tuple(statement_line(one, shelf, notebook) for one in ones),
        )
        for on, ones in sorted(groups.items(), key=lambda group: bounds(group[0]))
    )


def prominence(statement: Statement, shelf: Shelf) -> tuple[int, bool, bool, str]:
    """Sorts what a reporter wants first to the front: widely reported, speaker told, in quotation marks."""
    reports = shelf.reports(statement)
    quoted = any(one.form is not Form.INDIRECT for one in reports)
    told = any(one.speaker_name for one in reports)
    return (-len({one.article for one in reports}), not told, not quoted, statement.id)


def timeline_section(days: Sequence[Day], cited: Cited, shown: Collection[str] = (), more: Line = ()) -> Section:
    """The days as a section; each speaker's role is given where he or she first comes.

    Statements whose ids are in `shown` stand on the page in full already and are cut short.
    """
    met: set[str] = set()
    items = tuple(_lay_out_day(day, cited, shown, met) for day in days)
    note = () if items else line(faint(NOTHING_SAID))
    return Section(heading="What was said, by day", items=items, note=note, after=more)


def _lay_out_day(day: Day, cited: Cited, shown: Collection[str], met: set[str]) -> Item:
    lead = line(date(say_day(day.on))) if day.on else line(doubt(UNDATED))
    headlines = "; ".join(cut(event, HEADLINE) for event in day.events)
    happened = line(faint(f" · {headlines}")) if headlines else ()
    items = tuple(
        lay_out_statement(one, cited, AGAIN if one.statement in shown else LONGEST, met) for one in day.statements
    )
    return Item(lead=line(lead, happened), items=items)


def _lay_out_story(one: StoryTimeline) -> Part:
    cited = by_number(one.citations)
    sections = (timeline_section(one.days, cited), *places(one.citations))
    return Part(title=one.head.headline, lede=(say_head(one.head),), sections=sections)


def timeline_page(view: View, story: str | None = None, speaker: str | None = None) -> TimelinePage:
    """Everything said, or what was said in one story or by one speaker."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    speakers = None if speaker is None else {actor.id for actor in view.find_actors(speaker)}
    stories = tuple(_timeline_of(one, speakers, shelf, notebook) for one in choose_stories(view, story))
    return TimelinePage(stories=stories)


def _timeline_of(story: Story, speakers: set[str] | None, shelf: Shelf, notebook: Notebook) -> StoryTimeline:
    cited = notebook.turn_page()
    found = [one for one in shelf.view.statements(story=story.id) if speakers is None or one.speaker in speakers]
    spoken = {one.said_on for one in found}
    events = [one for one in shelf.view.events(story=story.id) if speakers is None or one.on in spoken]
    days = days_of(found, events, shelf, notebook)
    return StoryTimeline(head=head_in(story.id, shelf.view), days=days, citations=notebook.citations(cited))
