"""Where the reports of one statement differ: its wording, a term in it, the way it came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.derive.origins import was_told
from onrecord.derive.quotation_changes import Change, change_of, differing_span
from onrecord.derive.rows import Report, Reported
from onrecord.records import Discrepancy, DiscrepancyKind, Form, Span, Value
from onrecord.records.ids import content_id
from onrecord.text.folding import fold
from onrecord.text.places import place_key, place_named
from onrecord.text.quotations import without_that
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems
from onrecord.text.words import words

ABOUT_WORDS = 12
_MARKS = (("“", "”"), ("«", "»"), ("„", "“"))
TWO_WAYS = "both have the words, each by its own way"
ONE_WAY = "one origin, and only some say to whom"

_NAME = re.compile(r"(?:the )?((?:[A-Z][\w’'.-]+)(?: [A-Z][\w’'.-]+)*)")


# "the Santeran city": a name before a noun says what sort it is, not who.
_QUALIFIES = re.compile(r"\s+(?!(?:in|on|at|to|of|for|from|with|by|and|or|as|that|who|over|under|after|before)\b)[a-z]")


def statement_discrepancies(story: str, reported: Reported) -> Iterator[Discrepancy]:
    """What the reports of one statement tell differently."""
    if len({report.attribution.article for report in reported.reports}) < 2:
        return
    for found in (_wording(reported), _term(reported), _channel(reported)):
        if found:
            kind, about, values, explained = found
            yield Discrepancy(
                id=content_id("discrepancy", story, kind, reported.statement.id, about),
                story=story,
                kind=kind,
                about=about,
                values=tuple(values),
                explained=explained,
            )


Found = tuple[DiscrepancyKind, str, list[Value], str | None]


def about_of(reported: Reported) -> str:
    """The first words of the statement, its quotation marks closed."""
    text = reported.statement.text.split()
    about = " ".join(text[:ABOUT_WORDS])
    if len(text) <= ABOUT_WORDS:
        return about
    opened = next((close for open_, close in _MARKS if about.count(open_) > about.count(close)), "")
    opened = opened or ('"' if about.count('"') % 2 else "")
    return f"{about.rstrip(',;:')} …{opened}"


def value_of(value: str, reports: Sequence[Report], spans: Sequence[Span] | None = None) -> Value:
    """What these reports tell, where each tells it."""
    return Value(
        value=value,
        articles=tuple(report.attribution.article for report in reports),
        spans=tuple(spans or (report.attribution.content[0] for report in reports)),
    )


def _plain(report: Report) -> tuple[str, ...]:
    return tuple(word.lower for word in words(without_that(report.attribution.text)))


def _wording(reported: Reported) -> Found | None:
    """Direct quotations of one statement that are not in the same words."""
    direct = [report for report in reported.reports if report.attribution.form is Form.DIRECT]
    versions: dict[tuple[str, ...], list[Report]] = {}
    for report in direct:
        versions.setdefault(_plain(report), []).append(report)
    if len(versions) < 2:
        return None
    fullest = max(versions, key=lambda each: (len(each), each))
    others = sorted((each for each in versions if each != fullest), key=lambda each: (len(each), each))
    changes = {each: change_of(each, fullest) for each in others}
    differing = [each for each in others if changes[each] is not Change.NONE]
    if not differing:
        return None
    # Where words differ, those who only quote less of them are beside the point.
    other = [each for each in differing if changes[each] is Change.WORDS]
    told = [fullest, *(other or differing)]
    values = [
        value_of(
            versions[each][0].attribution.text,
            versions[each],
            [differing_span(report, told[1] if each is fullest else fullest) for report in versions[each]],
        )
        for each in told
    ]
    explained = None if other else "quoted in part"
    return DiscrepancyKind.WORDING, about_of(reported), values, explained


def _term(reported: Reported) -> Found | None:
    """One place in the sentence where the reports name two things that are not one."""
    slots: dict[tuple[str, str], dict[str, list[tuple[Report, Span]]]] = {}
    for report in reported.reports:
        for span in report.attribution.content:
            for found in _NAME.finditer(span.exact):
                before = _anchor(span.exact[: found.start()])
                if before and not _QUALIFIES.match(span.exact, found.end()):
                    start = span.start + found.start(1)
                    name = found.group(1).removesuffix("’s").removesuffix("'s")
                    place = Span(start=start, end=start + len(name), exact=name)
                    slots.setdefault(before, {}).setdefault(name, []).append((report, place))
    for before in sorted(slots):
        names = sorted(slots[before])
        for left, right in combinations(names, 2):
            one, other = slots[before][left], slots[before][right]
            if _two_things(left, right) and {r.attribution.article for r, _ in one}.isdisjoint(
                r.attribution.article for r, _ in other
            ):
                values = [
                    value_of(name, [r for r, _ in found], [span for _, span in found])
                    for name, found in ((left, one), (right, other))
                ]
                return DiscrepancyKind.TERM, f"{' '.join(before)} …", values, None
    return None


def _anchor(text: str) -> tuple[str, str] | None:
    """The two words before a name, the last a preposition: "role for", "talks with"."""
    before = [word.lower for word in words(text)][-2:]
    if len(before) == 2 and before[1] in {"for", "with", "against", "by"} and content_stems(before[0]):
        return before[0], before[1]
    return None


def _two_things(left: str, right: str) -> bool:
    """Whether two names are neither one state's nor one with a part of the other, as a surname is."""
    if (state_of(left) or left) == (state_of(right) or right) or place_key(left) == place_key(right):
        return False
    if place_named(left) and place_named(left) == place_named(right):
        return False
    one, other = set(fold(left).split()), set(fold(right).split())
    return not (one <= other or other <= one)


def _channel(reported: Reported) -> Found | None:
    """Reports that had the words through different hands, or by one hand, of which only some say to whom."""
    ways: dict[tuple[str, ...], list[Report]] = {}
    for report in reported.reports:
        way = _way(report)
        if way:
            ways.setdefault(way, []).append(report)
    hands = {fold(name) for way in ways for name in way[-1:]}
    if len(hands) > 1:
        values = [value_of(", ".join(way), ways[way]) for way in sorted(ways)]
        return DiscrepancyKind.CHANNEL, about_of(reported), values, TWO_WAYS
    return _told_to(reported, [report for way in sorted(ways) for report in ways[way]])


def _way(report: Report) -> tuple[str, ...]:
    """Through whom the words came, the outlet itself where they were said to its own reporter."""
    outlet = report.outlet or ""
    own = report.attribution.addressee and outlet and was_told(report, outlet)
    return report.attribution.relayed_by or ((outlet,) if own else ())


def _others_told(report: Report) -> str:
    """To whom it was said, as printed, but to the hand through which it came; empty where nobody is named."""
    addressee = report.attribution.addressee
    told = addressee.exact.rstrip(" .,") if addressee else ""
    return "" if any(fold(name) in fold(told) for name in report.attribution.relayed_by) else told


def _told_to(reported: Reported, reports: Sequence[Report]) -> Found | None:
    """Of reports by one hand, those that name who heard the words beside those that name the hand alone."""
    heard: dict[str, list[Report]] = {}
    for report in reports:
        hand, to = ", ".join(report.attribution.relayed_by), _others_told(report)
        heard.setdefault(f"{hand}, said to {to}" if to else hand, []).append(report)
    if len(heard) < 2 or all(_others_told(report) for report in reports):
        return None
    if len({report.attribution.article for report in reports}) < 2:
        return None
    return (
        DiscrepancyKind.CHANNEL,
        about_of(reported),
        [value_of(value, heard[value]) for value in sorted(heard)],
        ONE_WAY,
    )
