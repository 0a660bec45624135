"""One happening that two articles put on different days, or at different places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.derive.happenings import Happening, Scene
from onrecord.derive.same_happening import AGAIN, MOST_VALUES, NOWHERE, Map, alike, days_may_meet, rivals
from onrecord.records import Discrepancy, DiscrepancyKind, Value
from onrecord.records.ids import content_id
from onrecord.text.days import Days, apart, days_of

COVERS = "an interval that covers the day"
PLAN = "one tells the plan, the other what happened"
LATER_PLAN = "a plan, told again later"
NIGHT = "the night between the two days"
WITHIN = "one place lies within the other"
LONGEST_INTERVAL = 31  # days: a longer one says too little to be shown beside a day
FAR = 10  # times as many days as the vaguer of two dates covers: what lies farther apart are two happenings
BESIDE = 12  # characters beside a day that tell the part of it
NEWS = 3  # days between two articles that tell of one thing that may happen again
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_ANY = re.compile(r"\ban? ", re.IGNORECASE)
_NIGHT = re.compile(r"\b(?:night|overnight|midnight|late|early|dawn|small hours)\b", re.IGNORECASE)

Told = tuple[Happening, Happening, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What is asked of a happening: its day or its place."""

    kind: DiscrepancyKind
    answer: Callable[[Happening], str | None]
    same: Callable[[str, str], bool]


def happening_discrepancies(story: str, scenes: Sequence[Scene]) -> Iterator[Discrepancy]:
    """The days and the places that the articles of a story tell differently of one happening."""
    known = Map.of(scenes)
    rows = [row for scene in scenes for row in scene.happenings]
    on = _Question(kind=DiscrepancyKind.DATE, answer=lambda row: row.on, same=lambda left, right: left == right)
    at = _Question(kind=DiscrepancyKind.PLACE, answer=lambda row: row.at, same=known.one_place)
    dated = [row for row in rows if row.on and _names_day(row)]
    placed = [row for row in rows if row.at and row.sort not in NOWHERE and not _names_day(row)]
    yield from _differences(story, on, dated, (each for pair in rivals(dated) for each in _dates(*pair, known)))
    yield from _differences(story, at, placed, (each for pair in rivals(placed) for each in _places(*pair, known)))


def _names_day(row: Happening) -> bool:
    """Whether the row stands for the day that is told, not for the place."""
    return row.at is None or row.span.exact.removesuffix("’s").removesuffix("'s").removeprefix("the ") != row.at


def _dates(left: Happening, right: Happening, known: Map) -> Iterator[Told]:
    """The pair, if it is one happening put on two days, with why that is no conflict."""
    one, other = days_of(left.on), days_of(right.on)
    if one is None or other is None or one == other or not known.may_meet(left.places, right.places):
        return
    if one.meets(other):
        if _covers(one, other) and max(one.length, other.length) <= LONGEST_INTERVAL:
            yield left, right, COVERS
    elif left.sort in AGAIN and max(one.length, other.length) > 1:
        return  # a meeting of March and one of April
    elif _near(left, right, one, other) and not _same_weekday(left, right):
        yield left, right, _why_days_differ(left, right)


def _near(left: Happening, right: Happening, one: Days, other: Days) -> bool:
    """Whether the days are near enough for one happening: what is only planned is planned once, however far ahead."""
    return (left.planned and right.planned) or (apart(left.on, right.on) or 0) <= FAR * max(one.length, other.length)


def _covers(one: Days, other: Days) -> bool:
    short, long = sorted((one, other), key=lambda each: each.length)
    return short.length < long.length and long.first <= short.first and short.last <= long.last


def _same_weekday(left: Happening, right: Happening) -> bool:
    """Whether both say "Monday", or "today", and only the days of the articles differ."""
    one, other = (row.span.exact.lower() for row in (left, right))
    if one == other and not re.search(r"\d", one):
        return True
    days = [set(_WEEKDAY.findall(told)) for told in (one, other)]
    return bool(days[0] & days[1])


def _around(row: Happening) -> str:
    """The day with the word or two on either side."""
    start = row.span.start - row.clause.start
    return row.clause.exact[max(0, start - BESIDE) : start + len(row.span.exact) + BESIDE]


def _why_days_differ(left: Happening, right: Happening) -> str | None:
    if apart(left.on, right.on) == 1 and any(_NIGHT.search(_around(row)) for row in (left, right)):
        return NIGHT
    if left.planned != right.planned:
        return PLAN
    moved = left.published and right.published and left.published != right.published
    return LATER_PLAN if left.planned and moved else None


def _places(left: Happening, right: Happening, known: Map) -> Iterator[Told]:
    """The pair, if it is one happening put at two places, with why that is no conflict."""
    here, there = left.at or "", right.at or ""
    if known.one_place(here, there) or not days_may_meet(left, right):
        return
    if left.sort in AGAIN and not (left.on and right.on) and (apart(left.published, right.published) or 0) > NEWS:
        return
    if not set(left.names) & set(right.names) and not (left.on and right.on) and _is_any(left, right):
        return
    if known.one_holds_other(here, there):
        yield left, right, WITHIN
    elif known.of_one_rank(here, there):
        yield left, right, None


def _is_any(left: Happening, right: Happening) -> bool:
    """Whether one of the clauses tells of "a court", which may be another than the other's."""
    return any(_ANY.search(row.clause.exact) for row in (left, right))


def _differences(
    story: str, question: _Question, rows: Sequence[Happening], told: Iterator[Told]
) -> Iterator[Discrepancy]:
    """One discrepancy for each two answers to a question; a happening with many answers is a series, and none."""
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        own[row.article, row.sort].add(question.answer(row) or "")
    pairs = [each for each in told if not _knows_both(question, own, each[0], each[1])]
    answers: dict[tuple[str, ...], set[str]] = {}
    for left, right, _ in pairs:
        for row in (left, right):
            answers.setdefault(row.stems, set()).update(filter(None, map(question.answer, (left, right))))
    seen: set[tuple[str, ...]] = set()
    for left, right, explained in pairs:
        key = (left.sort, *sorted(filter(None, map(question.answer, (left, right)))))
        if key not in seen and all(len(answers[row.stems]) < MOST_VALUES for row in (left, right)):
            seen.add(key)
            yield _discrepancy(story, question, rows, (left, right, explained))


def _knows_both(
    question: _Question, own: Mapping[tuple[str, str], set[str]], left: Happening, right: Happening
) -> bool:
    """Whether one of the articles gives the other's answer too: then it tells of two things, or of the difference."""
    for one, other in ((left, right), (right, left)):
        theirs = question.answer(other) or ""
        if any(question.same(answer, theirs) for answer in own[one.article, one.sort]):
            return True
    return False


def _discrepancy(story: str, question: _Question, rows: Sequence[Happening], told: Told) -> Discrepancy:
    left, right, explained = told
    values = []
    for one in sorted((left, right), key=lambda row: (question.answer(row) or "", row.article)):
        answer = question.answer(one) or ""
        like = [r for r in rows if r == one or (question.answer(r) == answer and r.sort == one.sort and alike(r, one))]
        values.append(Value(value=answer, articles=tuple(r.article for r in like), spans=tuple(r.span for r in like)))
    shorter = min((left, right), key=lambda row: (len(row.clause.exact), row.article, row.span))
    return Discrepancy(
        id=content_id("discrepancy", story, question.kind, *(f"{v.articles}{v.spans}" for v in values)),
        story=story,
        kind=question.kind,
        about=" ".join(shorter.clause.exact.split()).strip(",. "),
        values=tuple(values),
        explained=explained,
    )
