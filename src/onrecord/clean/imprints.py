"""What a page says of none but its own outlet: "Source: Windrose and agencies"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import SECTION_WORDS
from onrecord.clean.marks import Page
from onrecord.records import SegmentKind
from onrecord.text.agencies import find_agency, is_agency, looks_like_media

_WORD = r"[A-ZÀ-Þ][\w&-]*"
_NAME = rf"(?:The )?{_WORD}(?: (?:of |and |& )?{_WORD}){{0,4}}"
_PERSON = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}"
_SAYS_SO = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ss]ources?: (?P<name>{_NAME}),? (?:and|with|\+) (?:(?:other|news|wire) )*(?:agencies|services)\b",
        rf"(?P<name>{_NAME})['’]s? (?:correspondent |reporter )?{_PERSON}, (?:who )?report(?:ing|ed) from\b",
        rf"^(?P<name>{_NAME})['’]s? {_PERSON}(?:,? (?:and|in) [^.]{{3,60}})? contributed (?:to this|reporting)\b",
        rf"^A (?:[Mm]essage|[Nn]ote|[Ll]etter) from (?P<name>{_NAME})\W*$",
        rf"\b[Gg]et (?:the )?[Ll]atest [^.]{{3,80}} (?:at|from) (?P<name>{_NAME})\W*$",
        rf"\b(?:[Yy]ou can now listen to|GET THE|[Gg]et the) (?P<name>{_NAME}) (?:articles|stories|APP|app)\b",
    )
)
# What only the outlet itself could not check, leaves out or knows.
_CHECKS = re.compile(
    rf"(?<![\w’'] )(?P<name>{_NAME}) (?:could not|cannot|was unable to|has not been able to) "
    r"(?:immediately |yet )?independently (?:verify|confirm)\b"
)
_KNOWS = re.compile(
    rf"(?P<name>{_NAME}) (?:understands\b|can (?:exclusively )?reveal\b|(?:has chosen|has agreed|agreed) not to\b|"
    r"is not (?:naming|identifying)\b)"
)
# Whom several people told something, of whom nothing else is said.
_TOLD = re.compile(
    rf"\b(?P<who>[A-ZÀ-Þ][\w'’-]+)(?:, [^.,]{{3,60}},)? told (?:the )?(?P<name>{_NAME})"
    r"(?=[,.:]| (?:that|the|he|she|they|it|on|in)\b)"
)
_NOBODY = frozenset({"He", "She", "They", "It"})
SEVERAL = 2  # people
# What an agency says of the site on which it shows its own copy, or prints beneath it there.
_OWN_SITE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{_NAME})(?:['’]s)? (?:web ?site|site) (?:contains|carries|offers) only\b",
        rf"Our [Ss]tandards: (?:The )?(?:Thomson )?(?P<name>{_NAME}) Trust Principles\b",
    )
)
# "Northern Courier, Port Oster": for whom and whence, under the writer's name.
_BENEATH_WRITER = re.compile(rf"(?P<name>{_NAME})(?:, {_PERSON}|, {_WORD})?")
WEIGHT = 4.0
LONGEST = 600  # characters of a block that are looked at


def self_named(page: Page) -> Iterator[str]:
    """The names by which the page's own sentences call its outlet, and the one under its writer's name."""
    for block in page.blocks:
        text = block.text[:LONGEST]
        found = [hit["name"] for pattern in _SAYS_SO for hit in pattern.finditer(text)]
        if page.kind(block.index) is SegmentKind.BODY:
            found += [hit["name"] for hit in _CHECKS.finditer(text)]
            found += [hit["name"] for hit in _KNOWS.finditer(text) if looks_like_media(hit["name"])]
        yield from (name for name in found if not is_agency(name))
        if name := _beneath_writer(page, block):
            yield name
    yield from filter(None, (own_site(page),))
    yield from _told_by_several(page)


def _told_by_several(page: Page) -> Iterator[str]:
    """The unlisted name to which several people told something, and of which the page says nothing else."""
    tellers: dict[str, set[str]] = {}
    for hit in _TOLD.finditer(page.text):
        if hit["who"] not in _NOBODY:
            tellers.setdefault(hit["name"], set()).add(hit["who"])
    for name, who in tellers.items():
        if len(who) >= SEVERAL and find_agency(name) is None and page.text.count(name) == _count_told(page.text, name):
            yield name


def _count_told(text: str, name: str) -> int:
    return len(re.findall(rf"\btold (?:the )?{re.escape(name)}\b", text))


def own_site(page: Page) -> str | None:
    """The name whose site the page says it is: an agency's too."""
    found = (pattern.match(block.text) for block in page.blocks for pattern in _OWN_SITE)
    return next((hit["name"] for hit in found if hit), None)


def _beneath_writer(page: Page, block: Block) -> str | None:
    """The news organisation in the line that follows a byline, before the body."""
    if page.kind(block.index) is SegmentKind.BODY or page.kind(block.index - 1) is not SegmentKind.BYLINE:
        return None
    hit = _BENEATH_WRITER.fullmatch(block.text)
    if hit is None or not looks_like_media(hit["name"]) or set(hit["name"].casefold().split()) <= SECTION_WORDS:
        return None
    return hit["name"] if "," in block.text else None
