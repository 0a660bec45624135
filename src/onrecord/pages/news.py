"""What a record has come to tell since it was last asked: the notices of its new articles.

Something is new where a side of it is told by new articles alone: all reports of a statement, of a party's line now or
of the one before, all articles that give one of several values. So what an upgrade of the program or a judgement
changes in what is derived is no news, and a report more of what was told before isn't either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.pages.citations import Notebook
from onrecord.pages.counting import count, listed, say_origins
from onrecord.pages.days import say_day
from onrecord.pages.differences import KINDS, LONGEST, Difference, Side, difference, rank_differences
from onrecord.pages.evidence import Evidence
from onrecord.pages.faceting import narrowed_among
from onrecord.pages.layout import line, plain_text
from onrecord.pages.positions import position_line, rank
from onrecord.pages.searches import wanted_by
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stances import say_line
from onrecord.pages.statements import WITHDRAWN, StatementLine, say_speaker, statement_line
from onrecord.pages.stories import NO_HEADLINE
from onrecord.pages.wording import between, capital, cut, say
from onrecord.records import (
    Discrepancy,
    DiscrepancyKind,
    Notice,
    NoticeKind,
    Place,
    Position,
    SavedSearch,
    Statement,
    Story,
)
from onrecord.records.errors import InputError
from onrecord.records.ids import content_id
from onrecord.store import View

WORDS = 400  # characters of a statement in a notice; its places have all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The notices of the articles that nothing was told of before, and the hashes of these articles' captures."""

    notices: tuple[Notice, ...]
    captures: tuple[str, ...]


def news_of(view: View, now: str) -> News:
    """What the record tells that it did not before; `now` is the time that the notices bear."""
    untold = view.untold()
    if not untold:
        return News(notices=(), captures=())
    newsroom = _Newsroom(shelf=Shelf(view), untold=frozenset(untold), statements=view.new_statements(), now=now)
    return News(notices=tuple(newsroom.notices()), captures=tuple(dict.fromkeys(untold.values())))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Newsroom:
    """New articles and statements, from which notices are made."""

    shelf: Shelf
    untold: frozenset[str]
    statements: tuple[Statement, ...]
    now: str

    def notices(self) -> Iterator[Notice]:
        """All notices: changed positions, then differences, then statements, each story by story; then finds."""
        touched = [one for one in self.shelf.view.stories() if not self.untold.isdisjoint(one.articles)]
        for story in touched:
            yield from (self._position(one, earlier, story) for one, earlier in self._changes(story))
        for story in touched:
            found = self.shelf.view.discrepancies(story=story.id)
            new = [one for one in found if one.explained is None and self._is_new(one)]
            yield from (self._discrepancy(one, story) for one in rank_differences(new))
        stories = {one.id: one for one in touched}
        for statement in self.statements:
            yield self._statement(statement, self._story(statement, stories))
        for search in self.shelf.view.searches() if self.statements else ():
            matching = self._found(search)
            for statement in self.statements:
                if statement.id in matching:
                    yield self._match(search, statement, self._story(statement, stories))

    def _story(self, statement: Statement, stories: Mapping[str, Story]) -> Story | None:
        return stories.get(self.shelf.story(self.shelf.reports(statement)[0].article) or "")

    def _found(self, search: SavedSearch) -> frozenset[str]:
        """The new statements that the search finds."""
        try:
            return narrowed_among(self.shelf.view, search.query, wanted_by(search), {one.id for one in self.statements})
        except InputError:  # kept by a version that took other operators; its page says what is wrong
            return frozenset()

    def _match(self, search: SavedSearch, statement: Statement, story: Story | None) -> Notice:
        """The notice of the statement, as what the search finds."""
        told = self._statement(statement, story)
        facets = (part for facet in search.facets for part in facet)
        return replace(
            told,
            id=content_id("notice", NoticeKind.SEARCH, search.id, search.query, *facets, statement.id),
            kind=NoticeKind.SEARCH,
            title=f"“{search.name}” finds: {told.title}",
        )

    def _changes(self, story: Story) -> Iterator[tuple[Position, Position]]:
        """The positions of which either line is new, each with the line before."""
        new = {one.id for one in self.statements}
        positions = {one.id: one for one in self.shelf.view.positions(story=story.id)}
        for one in rank(positions.values(), self.shelf):
            earlier = positions.get(one.changed or "")
            if earlier is not None and any(set(each.statements) <= new for each in (one, earlier)):
                yield one, earlier

    def _is_new(self, found: Discrepancy) -> bool:
        return any(self.untold.issuperset(value.articles) for value in found.values)

    def _statement(self, statement: Statement, story: Story | None) -> Notice:
        notebook = Notebook(self.shelf)
        shown = statement_line(statement, self.shelf, notebook)
        told = f"{capital(_when(shown.said_on))}. {_say_evidence(shown.evidence)}."
        return Notice(
            id=content_id("notice", NoticeKind.STATEMENT, statement.id),
            kind=NoticeKind.STATEMENT,
            told_at=self.now,
            title=_say(shown),
            lines=(told, capital(f"{WITHDRAWN}.")) if shown.withdrawn else (told,),
            places=self._places(notebook),
            subject=statement.id,
            actor=shown.speaker,
            said_on=statement.said_on,
            story=_headline(story),
        )

    def _position(self, position: Position, earlier: Position, story: Story) -> Notice:
        notebook = Notebook(self.shelf)
        now = position_line(position, self.shelf, notebook)
        then = position_line(earlier, self.shelf, notebook)
        party = capital(position.actor_name)
        told = (("Now", now), ("Before", then))
        lines = (f"{said}, {_when(one.last)}: {_say(one.shown)}" for said, one in told if one.shown)
        issues = (position.stance, *position.said_on, earlier.stance, *earlier.said_on)
        return Notice(
            id=content_id("notice", NoticeKind.POSITION, position.actor_name, position.issue, *issues),
            kind=NoticeKind.POSITION,
            told_at=self.now,
            title=f"{party} has changed its line: now {say_line(position)}; before, {say_line(earlier)}",
            lines=tuple(lines),
            places=self._places(notebook),
            subject=position.id,
            actor=position.actor_name,
            said_on=now.since,
            story=_headline(story),
        )

    def _discrepancy(self, found: Discrepancy, story: Story) -> Notice:
        notebook = Notebook(self.shelf)
        told = difference(found, self.shelf, notebook)
        values = sorted(one.value for one in found.values)
        return Notice(
            id=content_id("notice", NoticeKind.DISCREPANCY, found.kind, found.about, *values),
            kind=NoticeKind.DISCREPANCY,
            told_at=self.now,
            title=f"The reports differ ({KINDS[told.kind]}): {cut(told.about, LONGEST)}",
            lines=tuple(_say_side(side, told) for side in told.sides),
            places=self._places(notebook),
            subject=found.id,
            story=_headline(story),
        )

    def _places(self, notebook: Notebook) -> tuple[Place, ...]:
        return tuple(
            Place(
                article=one.article,
                outlet=one.outlet,
                where=self.shelf.view.location(one.article),  # of an earlier version, too, as it was found
                start=one.start,
                end=one.end,
                exact=one.exact,
            )
            for one in notebook.citations()
        )


def _headline(story: Story | None) -> str | None:
    return None if story is None else story.headline or NO_HEADLINE


def _say(shown: StatementLine) -> str:
    """Who said it, and in which words."""
    return plain_text(line(say_speaker(shown, ()), between(shown.wording), say(shown.wording, WORDS)))


def _when(edtf: str | None) -> str:
    return say_day(edtf)


def _say_evidence(evidence: Evidence) -> str:
    outlets = listed(evidence.outlets) or OUTLET_NOT_TOLD
    if evidence.articles == 1:
        return outlets + (f", through {listed(evidence.through)}" if evidence.through else "")
    told = count(evidence.articles, "article")
    return f"{told} ({outlets}), {say_origins(evidence.origins, evidence.independent_origins)}"


def _say_side(side: Side, told: Difference) -> str:
    outlets = listed(side.outlets)
    match told.kind:
        case DiscrepancyKind.CHANNEL:
            return f"{outlets}: " + ("at first hand" if side.value in side.outlets else f"through {side.value}")
        case DiscrepancyKind.WORDING:
            return f"{outlets}: {cut(side.value, LONGEST)}"
        case DiscrepancyKind.DATE:
            return f"{outlets}: {say_day(side.value)} ({side.passage})"
        case _:
            return f"{outlets}: {cut(side.value, LONGEST)} ({side.passage})"
