"""One article with all that was read in it marked: who, by what word, what, and every name, date and figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from onrecord.pages.shelf import Shelf
from onrecord.pages.sources import Source, sources_of
from onrecord.pages.spoken import Spoken, spoken
from onrecord.pages.versions import articles_of_page
from onrecord.records import Article, Attribution, Fact, Mention, MentionKind, Segment, SegmentKind
from onrecord.records.errors import InputError
from onrecord.store import Location, View


class Part(StrEnum):
    """What a stretch of text is in what was read of it."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DATE = "date"
    QUANTITY = "quantity"
    HERE = "here"  # the place that was asked for


OF_MENTIONS = {kind: Part(kind.value) for kind in MentionKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """Text of which all is marked alike. `said` are the numbers whose words begin here, `within` those it is part of.

    `actor` is who a name names, `meaning` what a date or a figure comes to.
    """

    text: str
    parts: tuple[Part, ...] = ()
    said: tuple[int, ...] = ()
    within: tuple[int, ...] = ()
    actor: str | None = None
    meaning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A segment of the archived text from `start` on; `said` are the numbers whose words begin in it."""

    kind: SegmentKind
    start: int
    reason: str
    strokes: tuple[Stroke, ...]
    said: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, or several on end that were left out."""

    left_out: bool
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of the page, and whether it is the latest."""

    number: int
    article: str
    is_latest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedPage:
    """The article as archived, block by block in the order of the file, with what is said in it."""

    source: Source
    stories: tuple[tuple[str, str], ...]  # id and headline
    published_reasons: tuple[str, ...]  # of a day that linked articles told
    facts: tuple[Fact, ...]  # what the page's markup tells
    characters: int
    blocks: tuple[Block, ...]
    said: tuple[Spoken, ...]
    mentions: int
    versions: tuple[Version, ...] = ()  # of the page, where it was found changed
    found: tuple[Location, ...] = ()  # at which places these very bytes were found, and when


def annotated_page(view: View, ref: str, here: tuple[int, int] | None = None) -> AnnotatedPage:
    """The article that `ref` names, by id or by the end of its path; the place `here` is marked."""
    article = view.find_article(ref)
    if here is not None and not 0 <= here[0] < here[1] <= len(article.text):
        raise InputError(f"at={here[0]}-{here[1]}: the text has {len(article.text)} characters; give a place within")
    shelf = Shelf(view)
    attributions = shelf.attributions(article.id)
    mentions = tuple(view.mentions(article.id))
    day = view.article_day(article.id)
    marks = [*_of_attributions(attributions), *_of_mentions(mentions, view)]
    if here is not None:
        marks.append(_Mark(start=here[0], end=here[1], part=Part.HERE))
    stories = (view.story(one) for one in view.stories_of(article.id))
    return AnnotatedPage(
        source=sources_of([article.id], shelf)[0],
        stories=tuple((one.id, one.headline) for one in stories if one is not None),
        published_reasons=day.reasons if day else (),
        facts=article.facts,
        characters=len(article.text),
        blocks=_blocks(article, marks),
        said=spoken(attributions, view),
        mentions=len(mentions),
        versions=_versions(article.id, view),
        found=view.locations(article.id),
    )


def _versions(article: str, view: View) -> tuple[Version, ...]:
    articles = articles_of_page(view, article)
    return tuple(
        Version(number=number, article=one, is_latest=one == articles[-1])
        for number, one in enumerate(articles, start=1)
        if len(articles) > 1
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """That `[start, end)` is something; `number` of the attribution it belongs to, `first` where that begins."""

    start: int
    end: int
    part: Part
    number: int = 0
    first: bool = False
    actor: str | None = None
    meaning: str | None = None


def _of_attributions(attributions: Sequence[Attribution]) -> Iterator[_Mark]:
    for number, one in enumerate(attributions, start=1):
        for at, span in enumerate(one.content):
            yield _Mark(start=span.start, end=span.end, part=Part.CONTENT, number=number, first=at == 0)
        for part, found in ((Part.SOURCE, one.source), (Part.CUE, one.cue)):
            if found is not None:
                yield _Mark(start=found.start, end=found.end, part=part)


def _of_mentions(mentions: Iterable[Mention], view: View) -> Iterator[_Mark]:
    for one in mentions:
        yield _Mark(
            start=one.span.start,
            end=one.span.end,
            part=OF_MENTIONS[one.kind],
            actor=view.actor_of(one.entity) if one.entity else None,
            meaning=_meaning(one),
        )


def _meaning(one: Mention) -> str | None:
    if one.kind is MentionKind.QUANTITY and one.value is not None:
        return f"{one.value:,g} {one.unit or ''}".rstrip()
    return one.edtf


def _blocks(article: Article, marks: Sequence[_Mark]) -> tuple[Block, ...]:
    ordered = sorted(marks, key=lambda one: (one.start, -one.end))
    paragraphs = _paragraphs(article, ordered)
    grouped = groupby(paragraphs, key=lambda one: one.kind is SegmentKind.FURNITURE)
    return tuple(
        block
        for left_out, several in grouped
        for block in (
            [Block(left_out=True, paragraphs=tuple(several))]
            if left_out
            else [Block(left_out=False, paragraphs=(one,)) for one in several]
        )
    )


def _paragraphs(article: Article, marks: Sequence[_Mark]) -> Iterator[Paragraph]:
    """The segments in order, each with the marks that reach into it; one mark may reach into several."""
    waiting: list[_Mark] = []
    at = 0
    for segment in article.segments:
        while at < len(marks) and marks[at].start < segment.end:
            waiting.append(marks[at])
            at += 1
        waiting = [one for one in waiting if one.end > segment.start]
        yield _paragraph(article, segment, waiting)


def _paragraph(article: Article, segment: Segment, marks: Sequence[_Mark]) -> Paragraph:
    strokes = tuple(_strokes(article.text, segment, marks))
    said = tuple(number for stroke in strokes for number in stroke.said)
    return Paragraph(kind=segment.kind, start=segment.start, reason=segment.reason, strokes=strokes, said=said)


def _strokes(text: str, segment: Segment, marks: Sequence[_Mark]) -> Iterator[Stroke]:
    """The segment's text, parted wherever a mark begins or ends."""
    inside = [(max(one.start, segment.start), min(one.end, segment.end), one) for one in marks]
    edges = sorted({segment.start, segment.end, *(edge for start, end, _ in inside for edge in (start, end))})
    begins: dict[int, list[_Mark]] = {}
    for start, end, one in inside:
        if start < end:
            begins.setdefault(start, []).append(one)
    open_marks: list[_Mark] = []
    for left, right in pairwise(edges):
        open_marks = [one for one in open_marks if one.end > left] + begins.get(left, [])
        yield _stroke(text[left:right], left, open_marks)


def _stroke(text: str, left: int, marks: Sequence[_Mark]) -> Stroke:
    return Stroke(
        text=text,
        parts=tuple(dict.fromkeys(one.part for one in marks)),
        said=tuple(one.number for one in marks if one.first and one.start == left),
        within=tuple(one.number for one in marks if one.number),
        actor=next((one.actor for one in marks if one.actor), None),
        meaning=next((one.meaning for one in marks if one.meaning), None),
    )
