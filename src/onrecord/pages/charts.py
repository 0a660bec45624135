"""What is drawn of a story and of a person or body: small enough for a page to fetch, whatever the record holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.pages.charting import Chart, Key, chart_of
from onrecord.pages.marks import Point
from onrecord.pages.narrowing import Narrowing, part_of
from onrecord.pages.shelf import Shelf
from onrecord.pages.stories import find_story
from onrecord.records import Event
from onrecord.store import Extent, PlottedDay, PlottedName, PlottedPoint, PlottedRow, View

IN_STORY = 240  # statements that have a mark each; of more, there are bars
OF_ACTOR = 80


class StoryPlot:
    """What is drawn of a story or of a part of it, by party."""

    def __init__(self, part: Extent, view: View) -> None:
        self._part, self._view = part, view

    def rows(self, most: int) -> Sequence[PlottedRow]:
        """The first parties."""
        return self._view.plotted_rows(self._part, most)

    def speakers(self, row: PlottedRow) -> Sequence[str]:
        """Who speaks for the party."""
        return self._view.plotted_speakers(self._part, row.name, row.story)

    def names(self) -> Sequence[PlottedName]:
        """The parties by name."""
        return self._view.plotted_names(self._part)

    def days(self, row: PlottedRow) -> Sequence[PlottedDay]:
        """What one party said."""
        return self._view.plotted_days(self._part, row.name, row.story)

    def total(self) -> Sequence[PlottedDay]:
        """What all said."""
        return self._view.plotted_total(self._part)

    def points(self, places: Callable[[Key], int]) -> Iterator[Point]:
        """Each statement."""
        return _points(self._view.plotted_points(self._part), places, self._view)


class ActorPlot(StoryPlot):
    """What is drawn of an actor, by issue."""

    def points(self, places: Callable[[Key], int]) -> Iterator[Point]:
        """Each statement, once for each line that it shows."""
        return _points(self._view.points_of_actor(self._part.scope), places, self._view)


def story_chart(view: View, story: str, wanted: Narrowing, most_marks: int = IN_STORY) -> Chart:
    """What was said in the story, or in a part of it, by party and day; more than `most_marks` are counted."""
    part = part_of(find_story(story, view).id, wanted)
    return chart_of(StoryPlot(part, view), _events(part, view), Shelf(view), most_marks)


def actor_chart(view: View, actor: str) -> Chart:
    """What the actor and those who speak for it said on each issue, day by day."""
    own = Extent(scope=view.actor_on_record(actor).id)
    return chart_of(ActorPlot(own, view), (), Shelf(view), OF_ACTOR)


def _events(part: Extent, view: View) -> Iterable[Event]:
    events = view.events(story=part.scope)
    if part.is_all:
        return events
    days = view.days_of_part(part)
    return (one for one in events if one.on in days)


def _points(found: Sequence[PlottedPoint], places: Callable[[Key], int], view: View) -> Iterator[Point]:
    statements = view.statements_named(list(dict.fromkeys(one.statement for one in found)))
    positions = {one: view.position(one) for one in dict.fromkeys(one.position for one in found) if one}
    for one in found:
        yield Point(
            row=places((one.name, one.story)),
            statement=statements[one.statement],
            position=positions[one.position] if one.position else None,
            turns=bool(one.turns),
        )
