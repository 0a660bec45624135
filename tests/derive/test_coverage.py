"""Of what the whole reports of an event tell differently, what is shown is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.derive.notation import differences_of, read_page

from onrecord.records import Discrepancy

COVERAGE = Path(__file__).with_name("coverage.txt")
PRECISION = 0.95
RECALL = {"made on": 0.6, "held": 0.35}


@dataclass(slots=True, kw_only=True)
class Topic:
    """What is to be shown of one thing, and the passage of each report that tells it."""

    wanted: str
    told: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Event:
    """The reports of one event by their letters, and what is to be shown of them."""

    reports: dict[str, str] = field(default_factory=dict)
    topics: list[Topic] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The first passages of the topics shown and of those missed, and what is shown that is none."""

    shown: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


def events() -> dict[str, Event]:
    """The events of the file by their names, in order."""
    found: dict[str, Event] = {}
    for told in re.split(r"^## ", COVERAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = told.partition("\n")
        first, *rows = re.split(r"^= ", rest, flags=re.MULTILINE)
        reports = dict(re.findall(r"^### (\w)\n(.*?)(?=^### |\Z)", first, flags=re.MULTILINE | re.DOTALL))
        found[name] = Event(reports=reports, topics=[_topic(row) for row in rows])
    return found


def _topic(row: str) -> Topic:
    wanted, *told = row.splitlines()
    return Topic(wanted=wanted, told=dict(line.split(": ", 1) for line in told if line))


def outcome(event: Event) -> Outcome:
    """What comes of the reports of an event, beside what is to be shown of them."""
    readings = {letter: read_page(text.encode(), f"{letter}.txt") for letter, text in event.reports.items()}
    letters = {reading.article.id: (letter, reading.article.text) for letter, reading in readings.items()}
    topics: dict[int, Topic] = {}
    false: list[str] = []
    for each in differences_of(readings.values()):
        if each.explained:
            continue
        homes = list(_homes(each, letters, event.topics))
        topics |= {number: event.topics[number] for number in homes if event.topics[number].wanted == each.kind}
        if not homes:
            false.append(f"{each.kind}: {each.about} {[value.value for value in each.values]}")
    wanted = [(number, topic) for number, topic in enumerate(event.topics) if topic.wanted != "nothing"]
    first = {number: topic.told[min(topic.told)] for number, topic in wanted}
    return Outcome(
        shown=tuple(first[number] for number, _ in wanted if number in topics),
        missed=tuple(first[number] for number, _ in wanted if number not in topics),
        false=tuple(false),
    )


def _homes(each: Discrepancy, letters: dict[str, tuple[str, str]], topics: list[Topic]) -> Iterator[int]:
    """The topics with a difference that tell every value of one, wherever else it is told too.

    A difference of another kind in them, of a figure in a quotation, is none of its own, and none that is false.
    """
    sides = [
        [(*letters[article], span) for article, span in zip(value.articles, value.spans, strict=True)]
        for value in each.values
    ]
    for number, topic in enumerate(topics):
        if topic.wanted != "nothing" and all(
            any(
                letter in topic.told and _meets(text, topic.told[letter], span.start, span.end)
                for letter, text, span in side
            )
            for side in sides
        ):
            yield number


def _meets(text: str, passage: str, start: int, end: int) -> bool:
    at = text.find(passage)
    return at >= 0 and at < end and start < at + len(passage)


@cache
def results(part: str) -> Outcome:
    """What comes of all events of a part."""
    several = [outcome(event) for name, event in events().items() if name.startswith(part)]
    return Outcome(
        shown=tuple(one for each in several for one in each.shown),
        missed=tuple(one for each in several for one in each.missed),
        false=tuple(one for each in several for one in each.false),
    )


def test_every_passage_of_the_notation_stands_once_in_its_report() -> None:
    lost = [
        (name, letter, passage)
        for name, event in events().items()
        for topic in event.topics
        for letter, passage in topic.told.items()
        if event.reports[letter].count(passage) != 1
    ]
    assert not lost


def test_what_is_shown_of_whole_reports_is_a_difference() -> None:
    shown = sum(len(results(part).shown) for part in RECALL)
    false = [each for part in RECALL for each in results(part).false]
    assert shown >= PRECISION * (shown + len(false)), "\n".join(results("made on").false)


def test_differences_of_whole_reports_are_shown() -> None:
    for part, least in RECALL.items():
        one = results(part)
        assert len(one.shown) >= least * (len(one.shown) + len(one.missed)), "\n".join(results("made on").missed)
