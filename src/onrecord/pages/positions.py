"""Who holds what line, since when, in whose words, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.pages.citations import NARROW, Citation, Cited, Notebook, by_number, mark
from onrecord.pages.counting import listed, times
from onrecord.pages.days import NOT_GIVEN, say_day, span_of
from onrecord.pages.evidence import Evidence, cite_articles, evidence_of, say_evidence, say_single
from onrecord.pages.layout import Document, Item, Line, Part, Section, date, doubt, faint, line, name, strong
from onrecord.pages.shelf import Shelf
from onrecord.pages.stances import say_line
from onrecord.pages.statements import StatementLine, say_source, say_statement, statement_line
from onrecord.pages.stories import Head, choose_stories, head_in, places, say_head
from onrecord.pages.wording import capital
from onrecord.records import Attribution, Form, Position, Stance, Statement, Story
from onrecord.store import View
from onrecord.text.days import bounds

OFTEN = 8  # times that a line was taken; of one taken more often
MOST_SAYINGS = 4  # are read, and the rest is counted
CITED_OF_MANY = 4
LONGEST = 160  # characters of the quotation that stands for a line
NO_LINES = "No one in these reports takes a line that could be told."


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The line that a party held before, and until when."""

    position: str
    stance: Stance
    line: str
    until: str | None
    citations: tuple[int, ...]
    shown: StatementLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One time that the line was taken: which statement, when, by whom, through how many origins."""

    statement: str
    said_on: str | None
    speaker: str | None
    independent_origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """A party's line on an issue as a page shows it, with the statement that says it best."""

    position: str
    party: str
    actor: str  # the party's id
    stance: Stance
    line: str
    issue: str
    mode: str | None
    condition: str | None
    since: str | None
    last: str | None
    shown: StatementLine | None
    evidence: Evidence
    before: Before | None
    sayings: tuple[Saying, ...]  # the first before the last, undated ones behind; of very many those most reported
    times: int  # how often the line was taken


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPositions:
    """The lines that one story shows."""

    head: Head
    positions: tuple[PositionLine, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionsPage:
    """Every party's lines, story by story."""

    stories: tuple[StoryPositions, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        return Document(title="Positions", parts=tuple(_lay_out_story(one) for one in self.stories))


def rank(positions: Iterable[Position], shelf: Shelf) -> tuple[Position, ...]:
    """The positions, most reported first; a line that changed stands before one that did not."""

    def weight(position: Position) -> tuple[int, int, tuple[str, str], str]:
        articles = {one.article for one in _reports(position, shelf)}
        return (
            0 if position.changed else 1,
            -len(articles),
            bounds(span_of(position.said_on)[0]),
            position.id,
        )

    return tuple(sorted(positions, key=weight))


def position_line(position: Position, shelf: Shelf, notebook: Notebook) -> PositionLine:
    """The position with its best wording and its evidence."""
    often = len(position.statements) > OFTEN
    few = shelf.view.position_prominent(position.id, MOST_SAYINGS) if often else ()
    statements = few or tuple(shelf.statement(one) for one in position.statements)
    found = shelf.view.position_best(position.id)
    shelf.take_reports([*statements, *([found] if found else [])])
    first, last = span_of(position.said_on)
    best = found or _best(statements, shelf) if statements else None
    shown = statement_line(best, shelf, notebook) if best else None
    reports = [report for one in statements for report in shelf.reports(one)]
    if shown:  # the words that are shown lead the evidence
        reports.sort(key=lambda one: one.id != shown.wording.attribution)
    evidence = evidence_of(statements, reports, shelf, notebook)
    return PositionLine(
        position=position.id,
        party=position.actor_name,
        actor=position.actor,
        stance=position.stance,
        line=say_line(position),
        issue=position.issue,
        mode=position.mode,
        condition=position.condition,
        since=first,
        last=last,
        shown=shown,
        evidence=_of_all(position, evidence, shelf.view) if often else evidence,
        before=_before(position, shelf, notebook),
        sayings=_sayings(statements, shelf),
        times=len(position.statements),
    )


def _of_all(position: Position, some: Evidence, view: View) -> Evidence:
    """The evidence with what all statements of the position come to, where only some were read."""
    reports, articles = view.position_reports(position.id)
    origins = view.position_origins(position.id)
    names = sorted({name for several, _ in origins for name in several})
    untold = any(independent > len(several) for several, independent in origins)
    return replace(
        some,
        reports=reports,
        articles=articles,
        citations=some.citations[:CITED_OF_MANY],
        outlets=view.position_outlets(position.id),
        origins=tuple(names),
        independent_origins=len(names) + (1 if untold else 0),
    )


def _sayings(statements: Sequence[Statement], shelf: Shelf) -> tuple[Saying, ...]:
    """Each statement of the line as a line of the ledger."""
    ordered = sorted(statements, key=lambda one: (one.said_on is None, bounds(one.said_on), one.id))
    return tuple(
        Saying(
            statement=one.id,
            said_on=one.said_on,
            speaker=actor.name if (actor := shelf.actor(one.speaker)) else None,
            independent_origins=one.independent_origins,
        )
        for one in ordered
    )


def _reports(position: Position, shelf: Shelf) -> list[Attribution]:
    return [report for one in position.statements for report in shelf.reports(shelf.statement(one))]


def _best(statements: Sequence[Statement], shelf: Shelf) -> Statement:
    # A party's line is best shown in its own words, then by what most articles report, then by the newest with a day.
    def worth(statement: Statement) -> tuple[bool, int, bool, str, str]:
        reports = shelf.reports(statement)
        quoted = any(one.form is not Form.INDIRECT for one in reports)
        said_on = statement.said_on
        return (quoted, len({one.article for one in reports}), said_on is not None, bounds(said_on)[0], statement.id)

    return max(statements, key=worth)


def _before(position: Position, shelf: Shelf, notebook: Notebook) -> Before | None:
    if position.changed is None:
        return None
    earlier = shelf.view.position(position.changed)
    best = shelf.view.position_best(earlier.id) if earlier else None
    if earlier is None or best is None:
        return None
    told = shelf.view.position_prominent(earlier.id, MOST_SAYINGS)
    shelf.take_reports([best, *told])
    return Before(
        position=earlier.id,
        stance=earlier.stance,
        line=say_line(earlier),
        until=span_of(earlier.said_on)[1],
        citations=cite_articles([report for one in told for report in shelf.reports(one)], notebook, CITED_OF_MANY),
        shown=statement_line(best, shelf, notebook),
    )


def lay_out_positions(positions: Sequence[PositionLine], cited: Cited) -> tuple[Item, ...]:
    """The lines under their parties, in the order in which the parties first come; each role is told once."""
    order = list(dict.fromkeys(one.party for one in positions))
    parties: dict[str, list[Item]] = {}
    met: set[str] = set()
    for one in sorted(positions, key=lambda one: order.index(one.party)):
        parties.setdefault(one.party, []).append(_lay_out_line(one, cited, met))
    return tuple(Item(lead=line(name(capital(party))), items=tuple(items)) for party, items in parties.items())


def _lay_out_line(one: PositionLine, cited: Cited, met: set[str]) -> Item:
    details: list[Line] = []
    if one.before:
        before = one.before
        words = line(strong("changed"), f"; before: {before.line} (", date(say_day(before.until)), ") ")
        details.append(line(words, mark(before.citations, cited)))
        details.append(line(faint("said then: "), say_statement(before.shown, cited, LONGEST, met)))
    if one.shown:
        words = (say_source if _is_said_already(one) else say_statement)(one.shown, cited, LONGEST, met)
        details.append(line(words, f"{NARROW}· ", say_single(one.evidence)) if one.evidence.articles == 1 else words)
    if one.times > 1:
        details.append(_say_often(one))
    if one.evidence.articles > 1:
        details.append(say_evidence(one.evidence, cited))
    return Item(lead=line(strong(one.line), " · ", _since(one)), details=tuple(details))


def _say_often(one: PositionLine) -> Line:
    """How often the line was taken, and by whom."""
    speakers = tuple(dict.fromkeys(each.speaker for each in one.sayings if each.speaker))
    return line(faint(f"said {times(one.times)}"), faint(f", by {listed(speakers)}") if speakers else "")


def _is_said_already(one: PositionLine) -> bool:
    """Whether the line is itself the quotation that shows it."""
    quoted = one.issue.strip("“”").removesuffix(" […]")
    return one.issue.startswith("“") and one.shown is not None and quoted in " ".join(one.shown.wording.words.split())


def _since(one: PositionLine) -> Line:
    if one.since is None:
        return line(doubt(NOT_GIVEN))
    if one.last == one.since:
        return line(date(say_day(one.since)))
    return line("since ", date(say_day(one.since)), ", last on ", date(say_day(one.last)))


def positions_section(positions: Sequence[PositionLine], cited: Cited, more: Line = ()) -> Section:
    """The lines as a section, with what is said where there are none."""
    items = lay_out_positions(positions, cited)
    return Section(heading="Positions", items=items, note=() if items else line(faint(NO_LINES)), after=more)


def _lay_out_story(one: StoryPositions) -> Part:
    cited = by_number(one.citations)
    sections = (positions_section(one.positions, cited), *places(one.citations))
    return Part(title=one.head.headline, lede=(say_head(one.head),), sections=sections)


def positions_page(view: View, story: str | None = None, party: str | None = None) -> PositionsPage:
    """Every line that the record shows, or those of one story or party; most reported first."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    parties = None if party is None else {actor.id for actor in view.find_actors(party)}
    stories = tuple(_positions_of(one, parties, shelf, notebook) for one in choose_stories(view, story))
    return PositionsPage(stories=stories)


def _positions_of(story: Story, parties: set[str] | None, shelf: Shelf, notebook: Notebook) -> StoryPositions:
    cited = notebook.turn_page()
    found = [one for one in shelf.view.positions(story=story.id) if parties is None or one.actor in parties]
    lines = tuple(position_line(one, shelf, notebook) for one in rank(found, shelf))
    return StoryPositions(head=head_in(story.id, shelf.view), positions=lines, citations=notebook.citations(cited))
