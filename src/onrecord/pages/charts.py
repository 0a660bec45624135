"""What is drawn of a story and of a person or body: small enough for a page to fetch, whatever the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.pages.brief import Matter, matter_of
from onrecord.pages.charting import Chart, chart_of
from onrecord.pages.days import bounds
from onrecord.pages.marks import Point
from onrecord.pages.narrowing import Narrowing, narrow, parties_of
from onrecord.pages.scale import SCORES
from onrecord.pages.shelf import Shelf
from onrecord.records import Position, Statement
from onrecord.records.errors import InputError
from onrecord.store import View

IN_STORY = 240  # statements that have a mark each; of more, there are bars
OF_ACTOR = 80


def story_chart(view: View, story: str, wanted: Narrowing, most_marks: int = IN_STORY) -> Chart:
    """What was said in the story, or in a part of it, by party and day; more than `most_marks` are counted."""
    found = view.story(story)
    if found is None:
        raise InputError(f"{story}: no story of this record has this id; the list of stories has those that are")
    shelf = Shelf(view)
    matter = narrow(matter_of(found, view), wanted, shelf)
    return chart_of(_by_party(matter, shelf), matter.events, shelf, most_marks)


def actor_chart(view: View, actor: str) -> Chart:
    """What the actor and those who speak for it said on each issue, day by day."""
    if view.actor(actor) is None:
        raise InputError(f"{actor}: no one in this record has this id; the list of people has those who speak")
    shelf = Shelf(view)
    own = {one.id: one for one in view.statements(actor=actor)}
    held = [one for one in view.positions() if one.actor == actor or own.keys() & set(one.statements)]
    said = {one: own.get(one) or shelf.statement(one) for position in held for one in position.statements}
    turns, issues = _turns(held, said), _issues(held)
    points = [
        Point(
            row=issues[position.id],
            story=position.story,
            speaker=None,
            statement=said[one],
            position=position,
            turns=bool(position.changed) and one in turns,
        )
        for position in held
        for one in position.statements
    ]
    return chart_of(points, (), shelf, OF_ACTOR)


def _by_party(matter: Matter, shelf: Shelf) -> list[Point]:
    said = {one.id: one for one in matter.statements}
    lines, turns = _lines(matter.positions), _turns(matter.positions, said)
    found = ((one, parties_of(one, shelf)) for one in matter.statements)
    return [
        Point(
            row=parties[-1] if parties else None,
            story=None,
            speaker=parties[0] if len(parties) > 1 else None,
            statement=one,
            position=lines.get(one.id),
            turns=one.id in turns,
        )
        for one, parties in found
    ]


def _issues(held: Iterable[Position]) -> dict[str, str]:
    """For each position the issue as the latest of those that followed one another has it."""
    after = {one.changed: one for one in held if one.changed}
    issues: dict[str, str] = {}
    for position in held:
        latest, met = position, {position.id}
        while (following := after.get(latest.id)) and following.id not in met:
            latest = following
            met.add(latest.id)
        issues[position.id] = latest.issue
    return issues


def _lines(positions: Iterable[Position]) -> dict[str, Position]:
    """For each statement the line that it shows; of several, that which is furthest from neither side."""
    lines: dict[str, Position] = {}
    for position in sorted(positions, key=lambda one: (abs(SCORES[one.stance]), one.id)):
        lines.update(dict.fromkeys(position.statements, position))
    return lines


def _turns(positions: Iterable[Position], said: Mapping[str, Statement]) -> frozenset[str]:
    """The statements with which a line begins that is another than the one before."""
    first: set[str] = set()
    for position in positions:
        shown = [said[one] for one in position.statements if one in said] if position.changed else []
        if shown:
            first.add(min(shown, key=lambda one: (bounds(one.said_on), one.id)).id)
    return frozenset(first)
