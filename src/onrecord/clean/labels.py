"""Labelled fields before an article: front matter and the headers that archives put before a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.clean.blocks import Block
from onrecord.clean.published import date_line, find_dates


class Field(StrEnum):
    """What a labelled line tells."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    OUTLET = "outlet"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A labelled line: what it tells, and where its value stands."""

    field: Field
    start: int
    end: int


_FIELDS = {
    Field.HEADLINE: "title|headline|hl|heading",
    Field.DECK: "deck|subtitle|subheadline|sub-headline|standfirst|summary|description|kicker",
    Field.BYLINE: "author|authors|byline|writer",
    Field.DATE: "date|published|publication date|pubdate|published on|published at|date published|load-date|"
    "updated|last updated|modified|last modified|broadcast|aired|printed|posted",
    Field.DATELINE: "dateline|location|place",
    Field.OUTLET: "source|outlet|publication|publisher|newspaper|site|site name|site_name|sitename",
    Field.OTHER: "url|link|canonical|section|category|categories|tags|keywords|length|language|lang|slug|"
    "layout|id|type|copyright|image|draft",
}
_BY_LABEL = {label: field for field, labels in _FIELDS.items() for label in labels.split("|")}
_LABELS = "|".join(sorted(map(re.escape, _BY_LABEL), key=len, reverse=True))
_LABELLED = re.compile(
    rf"[*_]{{0,2}}(?P<label>{_LABELS})[*_]{{0,2}}\s*[:=][*_]{{0,2}}\s*(?P<value>\S.*)?",
    re.IGNORECASE,
)


def read_label(text: str, block: Block) -> Label | None:
    """The field that the line labels ("Title: …", "date = 2031-05-04"); None of any other line."""
    if block.end - block.start > 400 or "\n" in text[block.start : block.end]:
        return None
    hit = _LABELLED.fullmatch(text, block.words_start, block.words_end)
    if hit is None:
        return None
    field = _BY_LABEL[hit["label"].casefold()]
    if hit["value"] is None:
        return Label(field=Field.OTHER, start=hit.end(), end=hit.end())
    start, end = hit.start("value"), hit.end("value")
    while end - start > 1 and text[start] == text[end - 1] and text[start] in "\"'*_":
        start, end = start + 1, end - 1
    if field is Field.DATE and not date_line(text, start, end):
        return None
    if field is Field.OUTLET and len(hit["value"].split()) > 6:
        return None
    if hit["label"].islower() and field is Field.OTHER and block.shape.is_prose:
        return None
    return Label(field=field, start=start, end=end)


_STAMP = re.compile(r"\s*(?:date[d:]?|published|posted)[:\s]+", re.IGNORECASE)


def date_stamp(text: str, start: int, end: int) -> int:
    """Where the words begin after a date, labelled or not, at a paragraph's head; else `start`."""
    label = _STAMP.match(text, start, min(end, start + 40))
    head = label.end() if label else start
    dates = find_dates(text, head, min(end, head + 60))
    if not dates or dates[0].span.start != head:
        return start
    place = dates[0].span.end
    while place < end and (text[place].isspace() or text[place] in "|:–—-"):
        place += 1
    opens = text[place : place + 2].lstrip("\"“'‘«(")[:1]
    return place if opens.isupper() else start
