"""A notation for attributions in a text, so that tests read like the problem.

    {s Minister Oram} {c said} {t that nobody would pay}.

`s` is the source, `c` the cue, `t` the content (told); a number tells attributions of one text apart: `{s2 she}`.
A second stretch of one content takes the same letters again. What is not marked must not be found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.records import Article, Segment, SegmentKind, Tag
from onrecord.records.ids import content_id, sha256_of

MARK = re.compile(r"\{(?P<role>[sct])(?P<number>\d*) |\}")


@dataclass(kw_only=True)
class Wanted:
    """One attribution as a test marks it: the words of source, cue and contents with their offsets."""

    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    content: list[tuple[int, int]] = field(default_factory=list)


def unmark(marked: str) -> tuple[str, list[Wanted]]:
    """The text without marks and the attributions that the marks show, by number."""
    text, at = "", 0
    wanted: dict[str, Wanted] = {}
    open_marks: list[tuple[str, str, int]] = []
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group() != "}":
            open_marks.append((match["role"], match["number"], len(text)))
            continue
        role, number, start = open_marks.pop()
        each = wanted.setdefault(number, Wanted())
        span = (start, len(text))
        if role == "s":
            each.source = span
        elif role == "c":
            each.cue = span
        else:
            each.content.append(span)
    return text + marked[at:], [wanted[number] for number in sorted(wanted)]


def article_of(text: str, published: str | None = None, outlet: str | None = None) -> Article:
    """An article whose every non-blank line is a paragraph of its body."""
    segments = tuple(
        Segment(start=match.start(), end=match.end(), kind=SegmentKind.BODY)
        for match in re.finditer(r"\S[^\n]*(?<=\S)|\S", text)
    )
    digest = sha256_of(text.encode())
    return Article(
        id=content_id("article", digest),
        sha256=digest,
        text=text,
        encoding="utf-8",
        segments=segments,
        published=published,
        outlet=outlet,
    )


def shown(text: str, tag: Tag | Wanted) -> str:
    """The attribution as "source | cue | content + content", for messages that a person can compare."""
    if isinstance(tag, Tag):
        parts = [tag.source, tag.cue]
        spans = [(part.start, part.end) if part else None for part in parts]
        contents = [(span.start, span.end) for span in tag.content]
    else:
        spans, contents = [tag.source, tag.cue], sorted(tag.content)
    words = [text[span[0] : span[1]] if span else "—" for span in spans]
    return f"{words[0]} | {words[1]} | {' + '.join(text[a:b] for a, b in contents)}"
