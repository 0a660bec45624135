"""Notices as a reader meets them: on the terminal and in mail, story by story, each with the places that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.pages.counting import count
from onrecord.pages.layout import Document, Item, Line, Part, Section, faint, line, name, strong
from onrecord.pages.shelf import OUTLET_NOT_TOLD
from onrecord.records import Notice, NoticeKind, Place

SHOWN_PLACES = 6  # of a notice, then "and 3 more"
HEADINGS = {
    NoticeKind.POSITION: "Changed positions",
    NoticeKind.DISCREPANCY: "Told differently",
    NoticeKind.STATEMENT: "New statements",
    NoticeKind.SEARCH: "Found by saved searches",
}
COUNTED = {
    NoticeKind.POSITION: ("changed position", ""),
    NoticeKind.DISCREPANCY: ("new difference", ""),
    NoticeKind.STATEMENT: ("new statement", ""),
    NoticeKind.SEARCH: ("find of a saved search", "finds of saved searches"),
}
NO_STORY = "Of no story yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesPage:
    """What is new in a record, the earliest first."""

    record: str
    notices: tuple[Notice, ...]

    def lay_out(self) -> Document:
        """The page as a document: a line that counts, then story by story what changed, differs and was said."""
        stories = dict.fromkeys(one.story for one in self.notices)
        head = Part(title=f"{self.record}: {say_counts(self.notices)}")
        parts = (_lay_out_story(story, [one for one in self.notices if one.story == story]) for story in stories)
        return Document(title="New in the record", parts=(head, *parts))


def say_counts(notices: Sequence[Notice]) -> str:
    """How many there are of each kind: "1 changed position, 12 new statements"."""
    counts = {kind: sum(one.kind is kind for one in notices) for kind in NoticeKind}
    return ", ".join(count(number, *COUNTED[kind]) for kind, number in counts.items() if number) or "nothing new"


def _lay_out_story(story: str | None, notices: Sequence[Notice]) -> Part:
    sections = (
        Section(heading=HEADINGS[kind], items=tuple(_lay_out(one) for one in notices if one.kind is kind))
        for kind in NoticeKind
    )
    return Part(title=story or NO_STORY, sections=tuple(one for one in sections if one.items))


def _lay_out(notice: Notice) -> Item:
    lines = tuple(line(each) for each in notice.lines)
    return Item(lead=line(strong(notice.title)), details=(*lines, *_say_places(notice.places)))


def _say_places(places: Sequence[Place]) -> Iterator[Line]:
    for one in places[:SHOWN_PLACES]:
        outlet = line(name(one.outlet or OUTLET_NOT_TOLD), faint(", ")) if len(places) > 1 else ()
        yield line(outlet, faint(f"{one.where}:{one.start}-{one.end}"))
    if len(places) > SHOWN_PLACES:
        yield line(faint(f"and {count(len(places) - SHOWN_PLACES, 'place')} more"))
