"""What is drawn of a story and of a person or body: small enough for a page to fetch, whatever the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.pages.charting import Chart, chart_of
from onrecord.pages.marks import Point
from onrecord.pages.narrowing import Narrowing, part_of, parties_of
from onrecord.pages.scale import SCORES
from onrecord.pages.shelf import Shelf
from onrecord.pages.stories import find_story
from onrecord.records import Position, Statement
from onrecord.store import Slice, View
from onrecord.text.days import bounds

IN_STORY = 240  # statements that have a mark each; of more, there are bars
OF_ACTOR = 80
ALL = Slice(limit=1_000_000_000)


def story_chart(view: View, story: str, wanted: Narrowing, most_marks: int = IN_STORY) -> Chart:
    """What was said in the story, or in a part of it, by party and day; more than `most_marks` are counted."""
    part = part_of(find_story(story, view).id, wanted)
    shelf = Shelf(view)
    statements = view.in_order(part, ALL)
    positions = tuple(view.positions(story=part.scope))
    days = {one.said_on for one in statements}
    events = (one for one in view.events(story=part.scope) if part.is_all or one.on in days)
    return chart_of(_by_party(statements, positions, shelf), events, shelf, most_marks)


def actor_chart(view: View, actor: str) -> Chart:
    """What the actor and those who speak for it said on each issue, day by day."""
    shelf = Shelf(view)
    held = view.positions_held(view.actor_on_record(actor).id, ALL)
    said = view.statements_named(list(dict.fromkeys(one for position in held for one in position.statements)))
    turns, issues = _turns(held, said, shelf), _issues(held)
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


def _by_party(statements: Sequence[Statement], positions: Sequence[Position], shelf: Shelf) -> list[Point]:
    lines, turns = _lines(positions), _turns(positions, {one.id: one for one in statements}, shelf)
    found = ((one, parties_of(one, shelf)) for one in statements)
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


def _turns(positions: Iterable[Position], said: Mapping[str, Statement], shelf: Shelf) -> frozenset[str]:
    """The statements with which a line begins that is another than the one before."""
    changed = ([said.get(each) or shelf.statement(each) for each in one.statements] for one in positions if one.changed)
    return frozenset(min(shown, key=lambda one: (bounds(one.said_on), one.id)).id for shown in changed if shown)
