"""A report told as it happened, on a web page: its entries one below the other, each under its time.

Readers of articles take such a page for many, keep one, and lose the times. It is told by its markup: boxes of one
kind, each with a time before its first paragraph, on a page that says it is live.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from lxml.html import HtmlElement

LEAST = 3  # entries; fewer times may be those of an article and of its update
MOST_STAMPS = 2_000
HIGHEST = 8  # levels from a time up to the box of its entry
DEEPEST = 64  # levels up to a box of the same kind around a box
FEWEST_WORDS = 5  # of what leads into the report
LEAST_SHARE = 0.5  # of the page's paragraphs that the entries hold
_CLOCK = re.compile(
    r"(?<![\d:.])(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?)"
    r"(?:\s?(?-i:GMT|UTC|[A-Z]{1,3}T)\b)?(?![\d:.])",
    re.IGNORECASE,
)
_SAYS_LIVE = re.compile(
    r"\blive\s*(?:[:|–—-]|$)|\blive\s+(?:updates?|blog|coverage|report|reporting|feed|text|ticker)\b"
    r"|\bas it happened\b|\bminute[ -]by[ -]minute\b",
    re.IGNORECASE,
)
_NAMED_LIVE = re.compile(
    r"\blive[-_]?(?:blog|feed|stream|update|report|post|event|entry|ticker)|\blx-stream|(?:^|\s)live(?:\s|$)",
    re.IGNORECASE,
)
_NODE = "LiveBlogPosting"
_UNSEEN = re.compile(r"visually-?hidden|sr-only|screen-?reader", re.IGNORECASE)
_ABOUT = re.compile(r"by-?line|author|meta|date|credit|consent|cookie", re.IGNORECASE)  # no words of the report
_NUMBER = re.compile(r"\d+")
_ASIDE = frozenset({"nav", "aside", "footer", "form", "dialog"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"p", "li", "blockquote"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A report told as it happened: its paragraphs, each with its tag, and the one day that its entries are of."""

    paragraphs: tuple[tuple[str, str], ...]
    day: str | None


def read_live(tree: HtmlElement, published: str | None) -> Live | None:
    """The report, entry below entry, each under its time; None where the page has none.

    The time is as the page prints it, or by the clock of its markup where the page says "2h ago"; it has its day where
    not all are of the day on which the page was published.
    """
    entries = _entries(tree)
    if not entries or not _is_live(tree, entries):
        return None
    moments = [_moment(stamp) for stamp in entries.values()]
    days = {moment.date().isoformat() for moment in moments if moment}
    day = next(iter(days)) if len(days) == 1 else None
    dated = bool(days) and (day is None or day != (published or day)[: len(day)])
    paragraphs = list(_intro(tree, next(iter(entries))))
    for (box, stamp), moment in zip(entries.items(), moments, strict=True):
        paragraphs.append(("p", _told(stamp, moment, dated=dated)))
        paragraphs += _entry(box, stamp)
    return Live(paragraphs=tuple(paragraphs), day=day)


def _entries(tree: HtmlElement) -> dict[HtmlElement, HtmlElement]:
    """The boxes of the entries, each with the element that has its time, in the order of the page."""
    kinds: dict[tuple[str, str], dict[HtmlElement, HtmlElement]] = {}
    for stamp in _stamps(tree):
        for box in _above(stamp):
            name = _NUMBER.sub("", str(box.get("class") or ""))
            kinds.setdefault((str(box.tag), name), {}).setdefault(box, stamp)
    several = [_outermost(boxes) for boxes in kinds.values() if len(boxes) >= LEAST]
    told = [boxes for boxes in several if len(boxes) >= LEAST and all(map(_is_box, boxes.items()))]
    best = max(told, key=lambda boxes: sum(map(_prose, boxes)), default={})
    return best if sum(map(_prose, best)) >= LEAST_SHARE * _prose(tree) else {}


def _stamps(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that are a time, no more of them than a page needs."""
    found = 0
    for element in tree.iter("time", "span", "p", "strong", "h2", "h3", "h4", "div", "a"):
        is_time = element.tag == "time" and (_moment(element) or _CLOCK.search(_text(element)))
        if is_time or (not len(element) and _CLOCK.fullmatch(_text(element)[:24])):
            found += 1
            if found > MOST_STAMPS:
                return
            yield element


def _above(stamp: HtmlElement) -> Iterator[HtmlElement]:
    for level, box in enumerate(stamp.iterancestors()):
        if level == HIGHEST or box.tag in _ASIDE or box.tag in {"body", "main"}:
            return
        yield box


def _outermost(boxes: dict[HtmlElement, HtmlElement]) -> dict[HtmlElement, HtmlElement]:
    return {
        box: stamp
        for box, stamp in boxes.items()
        if not any(one in boxes for one in islice(box.iterancestors(), DEEPEST))
    }


def _is_box(entry: tuple[HtmlElement, HtmlElement]) -> bool:
    """Whether the element holds a paragraph, and its time stands before it."""
    box, stamp = entry
    for element in box.iter():
        if element is stamp:
            return any(one is not box for one in box.iter("p"))
        if element.tag == "p" and stamp not in element.iter():
            return False
    return False


def _prose(element: HtmlElement) -> int:
    return sum(len(_text(one)) for one in element.iter("p"))


def _is_live(tree: HtmlElement, entries: Iterable[HtmlElement]) -> bool:
    """Whether the page says that it is live: in its markup, its title, or the names of the boxes."""
    if any(_NODE in (one.text or "") for one in tree.iter("script")):
        return True
    if any(_SAYS_LIVE.search(_text(one)) for one in tree.iter("title", "h1")):
        return True
    first = next(iter(entries))
    named = (f"{one.get('class') or ''} {one.get('id') or ''}" for one in (first, *first.iterancestors()))
    return any(_NAMED_LIVE.search(name) for name in named)


def _intro(tree: HtmlElement, first: HtmlElement) -> Iterator[tuple[str, str]]:
    """What leads into the report: paragraphs and points between its headline and its first entry."""
    is_below = False
    around = {first, *first.iterancestors()}
    for element in tree.iter(str(first.tag), "h1", "p", "li"):
        if element is first:
            return
        if element.tag == "h1":
            is_below = True
        elif is_below and element.tag in {"p", "li"} and element not in around and _leads_in(element):
            yield "p", _text(element)


def _leads_in(element: HtmlElement) -> bool:
    if len(_text(element).split()) < FEWEST_WORDS or any(one.tag in _ASIDE for one in element.iterancestors()):
        return False
    if _ABOUT.search(str(element.get("class") or "")):
        return False
    return all(len(_text(link)) * 2 <= len(_text(element)) for link in element.iter("a"))


def _entry(box: HtmlElement, stamp: HtmlElement) -> Iterator[tuple[str, str]]:
    """The paragraphs of an entry without its time, and its headings."""
    passed_over: set[HtmlElement] = set()
    for element in box.iter():
        if element.getparent() in passed_over or element is stamp or _is_no_text(element):
            passed_over.add(element)
        elif element.tag in _BLOCKS and not any(one.tag in _BLOCKS for one in element.iterdescendants()):
            line = " ".join(_words(element, stamp).split())
            if line:
                yield ("head" if element.tag in _HEADINGS else "p"), line


def _is_no_text(element: HtmlElement) -> bool:
    return element.tag in _ASIDE or _UNSEEN.search(str(element.get("class") or "")) is not None


def _words(element: HtmlElement, stamp: HtmlElement) -> str:
    """The text of the element without the time in it, and without what only readers of screens are told."""
    pieces = [element.text or ""]
    for child in element:
        if child is not stamp and isinstance(child.tag, str) and not _is_no_text(child):
            pieces.append(_words(child, stamp))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _moment(stamp: HtmlElement) -> datetime | None:
    """The time that the markup gives, to the minute and with its offset."""
    given = str(stamp.get("datetime") or "").strip()
    try:
        found = datetime.fromisoformat(given) if len(given) >= len("2031-05-05T14:03") else None
    except ValueError:
        return None
    return found


def _told(stamp: HtmlElement, moment: datetime | None, *, dated: bool) -> str:
    """The line with the entry's time."""
    printed = _CLOCK.search(_text(stamp))
    zone = " UTC" if moment and moment.utcoffset() == timedelta(0) else ""
    clock = printed[0] if printed else f"{moment:%H:%M}{zone}" if moment else ""
    return f"{moment.day} {moment:%B %Y}, {clock}" if moment and dated else clock or _text(stamp)


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split()) if hasattr(element, "text_content") else ""
