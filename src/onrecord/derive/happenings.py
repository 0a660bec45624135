"""What an article tells to have happened on a day or at a place, clause by clause, in sorts of happenings.

A clause counts only where one happening and one day (or place) stand in it nearer to each other than anything else
that could take the day: what is left in doubt is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.derive.dated_clauses import DatedClause
from onrecord.derive.event_words import PLANNED, is_spoken
from onrecord.records import Mention, MentionKind, Reading, Span
from onrecord.text.days import days_of
from onrecord.text.folding import fold
from onrecord.text.sentences import sentences
from onrecord.text.states import demonym_of, state_named, state_of
from onrecord.text.stems import content_stems
from onrecord.text.words import words

_CLAUSES = re.compile(
    r"[;:—–“”\"«»()]|,\s+(?=(?:who|which|where|when|whose|and|but|while|as|although|though|because|said|according)\b)|"
    r",\s+(?=(?:[\w’'.-]+\s+){1,5}(?:said|says)\b)|"
    r"\s(?=(?:that|after|before|while|because|although|though|when|where|which|who|whose|amid|despite)\s)|\s-+\s"
)
_WITHIN = re.compile(r"(?:,|\s+in)\s+(?:the\s+)?$")
_GOVERNED = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z]+\s+){0,2}(?:minister|president|government|parliament|premier|king|queen|cabinet|capital|"
    r"ambassador|embassy|chancellor)\b"
)
_GOVERNS = re.compile(r"\b(?:minister|president|government|parliament|king|queen|premier|capital)\s+of\s+(?:the\s+)?$")
_CAPITAL_OF = re.compile(r"\b(?:capital|city|town|port|village)(?:,|\s+of)\s+(?:the\s+)?$")
_PEOPLES_TOWN = re.compile(
    r"([A-Z][\w’'-]+)\s+(?:[a-z]+\s+)?(?:capital|city|town|port|village|region|province)(?:\s+of)?\s+$"
)
_RELATIVE = frozenset({"which", "who"})
_AUXILIARIES = frozenset("is are was were will would has have had can could may might must should".split())
ANTECEDENT_WORDS = 6  # before "which" that may hold what it stands for
LOOKED_BACK = 60  # characters before a place that may tell whose town it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One happening of one article with its day or its place.

    `sort` is what happened; `stems` are those of its clause and `names` the names in its sentence, folded, both without
    days and places. `on` is the day (EDTF) and `at` the place, as far as the clause tells them, where `span` stands.
    """

    article: str
    sort: str
    span: Span
    clause: Span
    stems: tuple[str, ...]
    names: tuple[str, ...]
    on: str | None = None
    at: str | None = None
    planned: bool = False
    published: str | None = None
    places: tuple[str, ...] = ()  # every place in the clause, folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The happenings of one article, and what it tells of places: which lies in which, which is a state."""

    article: str
    happenings: tuple[Happening, ...]
    within: tuple[tuple[str, str], ...] = ()
    states: tuple[str, ...] = ()


def scene_of(reading: Reading) -> Scene:
    """The happenings that the article's prose dates or places."""
    text = reading.article.text
    places = [mention for mention in reading.mentions if mention.kind is MentionKind.PLACE]
    return Scene(
        article=reading.article.id,
        happenings=tuple(
            found
            for part in reading.article.body()
            for start, end in sentences(text, part.start, part.end)
            for found in _in_sentence(reading, start, end)
        ),
        within=tuple(sorted(set(_within(text, places)))),
        states=tuple(sorted(set(_states(reading, places)))),
    )


def _in_sentence(reading: Reading, start: int, end: int) -> Iterator[Happening]:
    inside = [mention for mention in reading.mentions if start <= mention.span.start and mention.span.end <= end]
    if not any(mention.kind in {MentionKind.DATE, MentionKind.PLACE} for mention in inside):
        return
    names = _names(inside)
    for left, right in _clauses(reading.article.text, start, end, inside):
        in_clause = [mention for mention in inside if left <= mention.span.start and mention.span.end <= right]
        yield from _in_clause(reading, Span.of(reading.article.text, left, right), in_clause, names)


def _clauses(text: str, start: int, end: int, inside: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence between the marks and words that part clauses; no name or date is cut."""
    left = start
    for mark in _CLAUSES.finditer(text, start, end):
        if not any(each.span.start < mark.end() and mark.start() < each.span.end for each in inside):
            if mark.start() > left:
                yield left, mark.start()
            left = mark.end()
    if left < end:
        yield left, end


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Who is named: surnames of people and the last words of bodies, folded."""
    kinds = {MentionKind.PERSON, MentionKind.ORGANIZATION}
    named = (fold(mention.span.exact).removesuffix("'s").split() for mention in mentions if mention.kind in kinds)
    return tuple(sorted({name[-1] for name in named if name}))


def _in_clause(
    reading: Reading, span: Span, mentions: Sequence[Mention], names: tuple[str, ...]
) -> Iterator[Happening]:
    clause = DatedClause.of(reading.article.text, span, mentions)
    if not clause.is_steady:
        return
    dated, placed = clause.dated, clause.placed
    day = _day(dated.edtf) if dated else None
    published = (reading.article.published or "")[:10] or None
    for told in (dated, placed):
        sort = clause.sort(told) if told else None
        if told is None or sort is None:
            continue
        yield Happening(
            article=reading.article.id,
            sort=sort,
            span=told.span,
            clause=span,
            stems=_stems(reading.article.text, clause),
            names=names,
            on=day if dated and (told is dated or clause.head(dated) == clause.head(told)) else None,
            at=_place_name(placed) if placed else None,
            planned=bool(PLANNED.search(clause.around)) or _is_ahead(day, published),
            published=published,
            places=tuple(sorted({fold(_place_name(each)) for each in clause.places})),
        )


def _stems(text: str, clause: DatedClause) -> tuple[str, ...]:
    """The stems of the clause without its days, places, figures and speech, with those of what "which" stands for."""
    told = [word.lower for word in words(clause.around) if not is_spoken(word.lower)]
    if told and (told[0] in _RELATIVE or (told[0] == "that" and told[1:2] and told[1] in _AUXILIARIES)):
        start = max(text.rfind("\n", 0, clause.span.start) + 1, clause.span.start - LOOKED_BACK)
        told += [word.lower for word in words(text, start, clause.span.start)[-ANTECEDENT_WORDS:]]
    return tuple(sorted({stem for stem in content_stems(" ".join(told)) if not stem[0].isdigit()}))


def _is_ahead(day: str | None, published: str | None) -> bool:
    """Whether the article tells of a day after its own."""
    told, own = days_of(day), days_of(published)
    return told is not None and own is not None and told.first > own.last


def _day(edtf: str | None) -> str | None:
    """The day without its hour."""
    return edtf if edtf is None or "/" in edtf else edtf.partition("T")[0]


def _place_name(mention: Mention) -> str:
    return mention.span.exact.removesuffix("’s").removesuffix("'s").removeprefix("the ")


def _within(text: str, places: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Which place the article puts in which: "Quenza, Santera", "the Velmark town of Brannick", "Skarn in Hestmark"."""
    for left, right in pairwise(places):
        between = text[left.span.end : right.span.start]
        inner, outer = fold(_place_name(left)), fold(_place_name(right))
        if inner == outer or len(between) > 40 or "\n" in between:
            continue
        possessive = re.fullmatch(r"[’']s\s+(?:\w+\s+){0,2}", between) or left.span.exact.endswith(("’s", "'s"))
        if _WITHIN.fullmatch(between):
            yield inner, outer
        elif possessive or _CAPITAL_OF.search(between):
            yield outer, inner
    named = {_place_name(each) for each in places}
    for each in places:
        told = _PEOPLES_TOWN.search(text, max(0, each.span.start - LOOKED_BACK), each.span.start)
        outer_place = told and (demonym_of(told.group(1), named) or state_of(told.group(1)))
        if outer_place:
            yield fold(_place_name(each)), fold(outer_place)


def _states(reading: Reading, places: Sequence[Mention]) -> Iterator[str]:
    """The places that are states: listed, or with a government of their own."""
    offices = {role.of for entity in reading.entities for role in entity.roles if role.of}
    for mention in places:
        name = _place_name(mention)
        text, start = reading.article.text, mention.span.start
        governed = _GOVERNED.match(text, mention.span.end) or _GOVERNS.search(text, max(0, start - LOOKED_BACK), start)
        if state_named(name) or name in offices or governed:
            yield fold(name)
