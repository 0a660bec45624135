"""The words of a phrase that names or describes somebody: its head, and what is only told about it."""

from __future__ import annotations

import re

from onrecord.records import Span

SPLIT_AT = frozenset("of for from in at on with who that which close familiar near to".split())


def head_words(phrase: str) -> list[str]:
    """The words of a phrase up to its first preposition, in lower case: its head stands last among them."""
    words: list[str] = []
    for word in phrase.replace(",", " ,").split():
        if word.lower() in SPLIT_AT or word == ",":
            break
        words.append(word.lower().strip('"“”'))
    return words


_CLAUSE = re.compile(r",\s+(?:who|which|whose|whom)\b")
_DAY_BEHIND = re.compile(
    r",?\s+(?:(?:late|early)\s+)?(?:on\s+)?(?:(?:late|early)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)


# What tells how or when it is said, not who: "Oram *flatly*", "Velt *in turn*".
_ADVERB_BEHIND = re.compile(
    r"(?<=[A-ZÀ-Þ])(?P<rest>[\w.-]*),? "
    r"(?:(?!(?:family|assembly|ally|rally|supply|monopoly|reply|bully)$)[a-z]{2,}ly|later|again|meanwhile|yesterday|today|"
    r"tonight|then|also|however|too|now|still|earlier|instead|nevertheless|once (?:more|again)|(?:in|by) turn|"
    r"for (?:his|her|its|their) part)$"
)


def without_aside(source: Span) -> Span:
    """The source without an aside about it, or the day or adverb behind it: "A judge *on Friday*", "Oram *flatly*".

    A clause without a comma tells who is meant: "an official who was in the room".
    """
    clause = _CLAUSE.search(source.exact)
    kept = source.exact[: clause.start()] if clause and clause.start() else source.exact
    day = _DAY_BEHIND.search(kept)
    kept = (kept[: day.start()] if day and day.start() else kept).rstrip(" ,")
    while adverb := _ADVERB_BEHIND.search(kept):
        kept = kept[: adverb.end("rest")]
    return Span(start=source.start, end=source.start + len(kept), exact=kept) if kept else source
