"""One article as archived, with who said what marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from onrecord.pages.counting import in_words, listed
from onrecord.pages.days import say_date, say_day
from onrecord.pages.layout import (
    Document,
    Emphasis,
    Flow,
    Item,
    Line,
    Part,
    Run,
    Section,
    date,
    doubt,
    faint,
    line,
    name,
)
from onrecord.pages.shelf import OUTLET_NOT_TOLD
from onrecord.pages.sources import NOT_DATED
from onrecord.pages.spoken import Spoken, spoken
from onrecord.pages.versions import articles_of_page
from onrecord.records import Article, Fact, Fate, Form, Segment, SegmentKind
from onrecord.store import View

FORMS = {
    Form.DIRECT: "quoted",
    Form.INDIRECT: "in the reporter's words",
    Form.MIXED: "quoted in part",
}

FATES = {
    Fate.UNREAD: "read otherwise in the latest version",
    Fate.CHANGED: "changed in the latest version",
    Fate.HIDDEN: "not in the part of the latest version that is shown",
    Fate.GONE: "not in the latest version",
}
TOLD_BY_MARKUP = {
    "published": "published on",
    "modified": "changed on",
    "agency": "from",
    "paywall": "behind a paywall:",
    "canonical": "its address is",
}


class Keep(StrEnum):
    """What of the archived text is shown."""

    STORY = "story"  # what people wrote to be read
    ALL = "all"  # and what was dropped, struck out, with the reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Archived text `[start, end)` of one kind. `reason` says why furniture was dropped."""

    kind: SegmentKind
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """The article's stretches in the order of the file, and what is said in them."""

    article: str
    outlet: str | None
    headline: str | None
    byline: str | None
    published: str | None
    published_reasons: tuple[str, ...]  # of a day that linked articles told
    path: str
    truncated: bool
    facts: tuple[Fact, ...]  # what the page's markup tells
    stretches: tuple[Stretch, ...]
    said: tuple[Spoken, ...]
    version: int = 1  # of so many `versions` of the page
    versions: int = 1

    def lay_out(self) -> Document:
        """The page as a document."""
        title = self.headline or PurePosixPath(self.path).name
        text = Section(heading="", items=tuple(_paragraph(one, self.said) for one in self.stretches), flow=Flow.PROSE)
        said = Section(heading="Who said it", items=tuple(_lay_out_said(one) for one in self.said))
        return Document(title=title, parts=(Part(title=title, lede=_lede(self), sections=(text, said)),))


def text_page(view: View, ref: str) -> TextPage:
    """The story that the article tells; `ref` names it by id or by the end of its path."""
    return _page(view, ref, Keep.STORY)


def whole_text_page(view: View, ref: str) -> TextPage:
    """The same, with what was left out struck out."""
    return _page(view, ref, Keep.ALL)


def _page(view: View, ref: str, keep: Keep) -> TextPage:
    article = view.find_article(ref)
    day = view.article_day(article.id)
    versions = articles_of_page(view, article.id)
    kept = [one for one in article.segments if keep is Keep.ALL or one.kind is not SegmentKind.FURNITURE]
    return TextPage(
        article=article.id,
        outlet=article.outlet,
        headline=article.headline,
        byline=article.byline,
        published=article.published,
        published_reasons=day.reasons if day else (),
        path=view.location(article.id),
        truncated=article.truncated,
        facts=article.facts,
        stretches=tuple(_stretch(one, article) for one in kept),
        said=spoken(view.attributions(article.id), view),
        version=versions.index(article.id) + 1,
        versions=len(versions),
    )


def _stretch(segment: Segment, article: Article) -> Stretch:
    text = article.text[segment.start : segment.end]
    return Stretch(kind=segment.kind, start=segment.start, end=segment.end, text=text, reason=segment.reason)


def _lede(page: TextPage) -> tuple[Line, ...]:
    outlet = name(page.outlet) if page.outlet else doubt(OUTLET_NOT_TOLD)
    published = date(say_date(page.published)) if page.published else doubt(NOT_DATED)
    ends = line(" · ", doubt("breaks off before its end")) if page.truncated else ()
    lede = line(outlet, " · ", published, faint(f" · {page.path}"), ends)
    facts = {one.name: one for one in page.facts}
    markup = [f"{words} {_fact(facts[name])}" for name, words in TOLD_BY_MARKUP.items() if name in facts]
    inferred = f"The day is inferred: {'; '.join(page.published_reasons)}." if page.published_reasons else ""
    told = f"The page’s markup tells: {'; '.join(markup)}." if markup else ""
    return (lede, *_version(page), *(line(faint(one)) for one in (inferred, told) if one))


def _version(page: TextPage) -> tuple[Line, ...]:
    """Which version of the page it is, where there are several."""
    if page.versions == 1:
        return ()
    if page.version == page.versions:
        return (line(faint(f"The latest of {in_words(page.versions)} versions.")),)
    return (line(doubt(f"An earlier version of the page, number {page.version} of {page.versions}.")),)


def _fact(fact: Fact) -> str:
    """What is told, days as they are said, and where."""
    value = say_date(fact.value) if fact.name in {"published", "modified"} else fact.value
    return f"{value} ({fact.where})"


def _paragraph(stretch: Stretch, said: Sequence[Spoken]) -> Item:
    if stretch.kind is SegmentKind.FURNITURE:
        reason = line(faint(f"left out: {stretch.reason}" if stretch.reason else "left out"))
        return Item(lead=(Run(text=stretch.text, emphasis=Emphasis.STRUCK),), details=(reason,))
    marked = _marked(stretch, said)
    if stretch.kind in {SegmentKind.BODY, SegmentKind.HEADLINE}:
        return Item(lead=marked)
    return Item(lead=line(faint(f"{stretch.kind}: "), marked))


def _marked(stretch: Stretch, said: Sequence[Spoken]) -> Line:
    """The text with "[1: " before each piece that is said and "]" after it; pieces may nest."""
    inside = [
        (max(start, stretch.start), min(end, stretch.end), one.number)
        for one in said
        for start, end in one.pieces
        if start < stretch.end and end > stretch.start
    ]
    places = sorted({stretch.start, stretch.end, *(at for start, end, _ in inside for at in (start, end))})
    runs: list[Run] = []
    for left, right in zip(places, places[1:] or places, strict=False):
        runs += [_bracket(f"[{number}: ", number) for start, end, number in _opening(inside, left)]
        quoted = any(start <= left < end for start, end, _ in inside)
        words = stretch.text[left - stretch.start : right - stretch.start]
        runs.append(Run(text=words, emphasis=Emphasis.QUOTATION if quoted else Emphasis.PLAIN))
        runs += [_bracket("]", number) for start, end, number in inside if end == right]
    return line(tuple(runs))


def _opening(inside: Sequence[tuple[int, int, int]], at: int) -> list[tuple[int, int, int]]:
    # Where two begin together the longer one opens first, or the brackets would cross.
    return sorted((piece for piece in inside if piece[0] == at), key=lambda piece: (-piece[1], piece[2]))


def _bracket(text: str, number: int) -> Run:
    return Run(text=text, emphasis=Emphasis.CITATION, link=f"c{number}")


def _lay_out_said(one: Spoken) -> Item:
    number = Run(text=f"[{one.number}]", emphasis=Emphasis.CITATION, anchor=f"c{one.number}")
    if one.speaker:
        speaker = line(name(one.speaker), faint(" (not named)") if one.anonymous else "")
    else:
        speaker = line(doubt("speaker not told"), f" (the article has “{one.printed}”)" if one.printed else "")
    on = date(say_day(one.said_on)) if one.said_on else doubt(say_day(None))
    through = f", through {listed(one.relayed_by)}" if one.relayed_by else ""
    places = ", ".join(f"{start}-{end}" for start, end in one.pieces)
    cue = f", “{one.cue}”" if one.cue else ""
    fate = line(" · ", doubt(FATES[one.fate])) if one.fate in FATES else ()
    told = faint(f" · {FORMS[one.form]} · {places}")
    return Item(lead=line(number, " ", speaker, f"{cue}, ", on, through, told, fate))
