"""Whose turn it is where a quotation names no source: the last speaker goes on, or the other of two answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.coreference.places import Places
from onrecord.annotate.quotes import DASHES
from onrecord.records import Form, Tag

NEAR = 1  # paragraphs within which a speaker goes on
MARKS = " ”\"'’»›“"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The place of the tag whose speaker speaks again, and why."""

    place: int
    reason: str


def whose_turn(places: Places, tag: Tag, before: Sequence[Tag], speaking: Sequence[str | None]) -> Turn | None:
    """The turn of a quotation without a source; `speaking` are the speakers of the tags before it."""
    if not before or speaking[-1] is None:
        return None
    last = before[-1]
    apart = places.paragraph(tag.content[0].start) - places.paragraph(last.content[-1].end)
    if apart > NEAR:
        return None
    other = _other(places, before, speaking)
    if apart == 1 and other is not None and _hands_over(before, speaking):
        return Turn(place=other, reason="answers the one who spoke before")
    if last.form is not Form.INDIRECT:
        return Turn(place=len(before) - 1, reason="goes on from the quotation before")
    return Turn(place=len(before) - 1, reason="follows what the same paragraph or the one before reports")


def _other(places: Places, before: Sequence[Tag], speaking: Sequence[str | None]) -> int | None:
    """The place of the last tag of another speaker, in the paragraph before the last turn."""
    here = places.paragraph(before[-1].content[0].start)
    for place in range(len(before) - 2, -1, -1):
        if here - places.paragraph(before[place].content[0].start) > 1 or speaking[place] is None:
            return None
        if speaking[place] != speaking[-1]:
            return place
    return None


def _hands_over(before: Sequence[Tag], speaking: Sequence[str | None]) -> bool:
    """Whether the last turn asked, or was itself such an answer to a question."""
    if _asks(before[-1]):
        return True
    place = len(before) - 1
    if before[place].source is not None:
        return False
    first = next((n for n in range(place, -1, -1) if speaking[n] != speaking[place]), None)
    return first is not None and _asks(before[first])


def _asks(tag: Tag) -> bool:
    """Whether its last words are a question."""
    return tag.form is Form.DIRECT and tag.content[-1].exact.rstrip(MARKS + ",").endswith("?")


def sides(places: Places, tags: Sequence[Tag], speaking: Sequence[str | None]) -> dict[int, int | None]:
    """The place of the tag whose speaker speaks, for each turn of a dialogue set with dashes that names none.

    Turns alternate: those of one parity are one speaker's where a turn of that parity names him, else nobody's.
    """
    found: dict[int, int | None] = {}
    for block in _dialogues(places, tags):
        first = places.paragraph(tags[block[0]].content[0].start)
        for place in block:
            if tags[place].source is not None:
                continue
            parity = (places.paragraph(tags[place].content[0].start) - first) % 2
            named = [
                other
                for other in block
                if tags[other].source is not None
                and speaking[other] is not None
                and (places.paragraph(tags[other].content[0].start) - first) % 2 == parity
            ]
            found[place] = named[0] if named and len({speaking[other] for other in named}) == 1 else None
    return found


def _dialogues(places: Places, tags: Sequence[Tag]) -> list[list[int]]:
    """The places of the tags in each run of two or more paragraphs that begin with a dash."""
    blocks: list[list[int]] = []
    last = -1
    for place, tag in enumerate(tags):
        number = places.paragraph(tag.content[0].start)
        if places.text[places.paragraph_starts[number - 1]] not in DASHES:
            continue
        if blocks and number - last <= 1:
            blocks[-1].append(place)
        else:
            blocks.append([place])
        last = number
    return [block for block in blocks if len({places.paragraph(tags[place].content[0].start) for place in block}) > 1]
