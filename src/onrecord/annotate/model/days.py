"""The day and the occasion beside what is said, which tell when it was: "The guild said | Tuesday it would sail"."""

from __future__ import annotations

import re

from onrecord.records import Form, Span, Tag

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIMES = "morning|afternoon|evening|night"
_DAY_FIRST = re.compile(
    rf"(?:(?:(?:late|early|earlier|later) )?(?:(?:on|last) )?{_WEEKDAY}(?: (?:{_TIMES}))?|yesterday(?: (?:{_TIMES}))?|"
    rf"last (?:night|week|month|year)|(?:earlier )?this (?:morning|week|month|year)),? (?:that )?"
    r"(?=(?:it|he|she|they|the|its|his|her|their|a|an|there|this|these|those|nobody|no)\b|"
    r"[A-ZÀ-Þ][\w.-]+ (?:had|has|have|would|will|was|were|is|are|could|should|must|did)\b)"
)
_DAY_LAST = re.compile(rf",? (?:(?:late|early) )?(?:on )?{_WEEKDAY}(?: (?:{_TIMES}))?$")
# With one of these words more than a thing is told, and the day is likely of it.
_CLAUSE = re.compile(
    r"^(?:he|she|it|they|there|we|i|you|to|how|why|what|whether|if|when|who)\b|"
    r"\b(?:is|was|are|were|be|been|has|had|have|will|would|could|can|may|might|should|must|did|does|do|not|to|by|made|"
    r"issued|published|held|given|due|set|planned|scheduled|who|which|that (?:he|she|it|they))\b|n['’]t\b",
    re.IGNORECASE,
)
# What has a day of its own.
_HAPPENS = re.compile(
    r"\b(?:talks|meetings?|votes?|summits?|visits?|trips?|strikes?|walkouts?|attacks?|raids?|elections?|polls?|"
    r"rall(?:y|ies)|protests?|hearings?|marche?s?|explosions?|blasts?|crash|shootings?|killings?|shelling|bombings?|"
    r"speech|address|remarks|comments|statements?|interviews?|conference|calls?|sessions?|debates?|games?|match|ceremony|"
    r"decisions?|rulings?|announcements?|launch|start|resumption|opening|release|departure|arrival|events?|incidents?|"
    r"clash(?:es)?)$",
    re.IGNORECASE,
)


# "That “the clock is running” | in an interview with Radio Ister late on Thursday".
_OCCASION_LAST = re.compile(
    r"(?<=[”\"]) (?:in|during|at|on|via) (?:an?|the|his|her|its|their) (?:[\w’'-]+ ){0,4}?"
    r"(?:interview|statement|speech|address|post|message|letter|call|conference|briefing|video|podcast|tweet|email|note|"
    r"column|op-ed|article|broadcast)\b(?: (?!that|which|who|and|but)[\w.’'-]+){0,9}$"
)


def without_days(text: str, tag: Tag, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents without a weekday right behind the cue, or behind a thing that the cue before it tells of.

    Nor with the occasion behind the quotation that closes them.
    """
    return _without_occasion(text, tag, _without_last(text, tag, _without_first(text, tag, content)))


def _without_occasion(text: str, tag: Tag, content: tuple[Span, ...]) -> tuple[Span, ...]:
    last = content[-1] if content else None
    if last is None or tag.cue is None or tag.cue.start > last.start:
        return content
    occasion = _OCCASION_LAST.search(last.exact)
    return (*content[:-1], Span.of(text, last.start, last.start + occasion.start())) if occasion else content


def _without_first(text: str, tag: Tag, content: tuple[Span, ...]) -> tuple[Span, ...]:
    first = content[0] if content else None
    if first is None or tag.cue is None or text[tag.cue.end : first.start].strip():
        return content
    day = _DAY_FIRST.match(first.exact)
    return (Span.of(text, first.start + day.end(), first.end), *content[1:]) if day else content


def _without_last(text: str, tag: Tag, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Of "rejected that account on Friday" the account; of "rejected talks on Friday" all, whose day it may be."""
    only = content[0] if len(content) == 1 else None
    if only is None or tag.cue is None or tag.form is Form.DIRECT or not 0 < only.start - tag.cue.end <= 1:
        return content
    day = _DAY_LAST.search(only.exact)
    if day is None or text[only.end : only.end + 1] not in {".", ",", ";", "", "\n"}:
        return content
    thing = only.exact[: day.start()]
    if _CLAUSE.search(thing) or _HAPPENS.search(thing):
        return content
    return (Span.of(text, only.start, only.start + day.start()),)
