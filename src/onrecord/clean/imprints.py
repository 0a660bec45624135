"""What a page says of none but its own outlet: "Source: Windrose and agencies", "Windrose's Ada Lin, reporting from"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import SECTION_WORDS
from onrecord.clean.marks import Page
from onrecord.records import SegmentKind
from onrecord.text.agencies import is_agency, looks_like_media

_WORD = r"[A-ZÀ-Þ][\w&-]*"
_NAME = rf"(?:The )?{_WORD}(?: (?:of |and |& )?{_WORD}){{0,4}}"
_PERSON = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}"
_SAYS_SO = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ss]ources?: (?P<name>{_NAME}),? (?:and|with|\+) (?:(?:other|news|wire) )*(?:agencies|services)\b",
        rf"(?P<name>{_NAME})['’]s? (?:own )?(?:(?:correspondent|reporter) )?{_PERSON}, (?:reporting|who reported) "
        r"(?:live )?(?:from|in|at)\b",
        rf"^(?P<name>{_NAME})['’]s? {_PERSON}(?:,? (?:and|in) [^.]{{3,60}})? contributed (?:to this|reporting)\b",
        rf"\b(?:[Yy]ou can now listen to|GET THE|[Gg]et the) (?P<name>{_NAME}) (?:articles|stories|APP|app)\b",
    )
)
# What an agency says of the site on which it shows its own copy.
_OWN_SITE = re.compile(rf"(?P<name>{_NAME})(?:['’]s)? (?:web ?site|site) (?:contains|carries|offers) only\b")
# "Northern Courier, Port Oster": for whom and whence, under the writer's name.
_BENEATH_WRITER = re.compile(rf"(?P<name>{_NAME})(?:, {_PERSON}|, {_WORD})?")
WEIGHT = 4.0


def self_named(page: Page) -> Iterator[str]:
    """The names by which the page's own sentences call its outlet, and the one under its writer's name."""
    for block in page.blocks:
        named = (hit["name"] for pattern in _SAYS_SO for hit in pattern.finditer(block.text[:600]))
        yield from (name for name in named if not is_agency(name))
        if name := _beneath_writer(page, block):
            yield name
    if name := own_site(page):
        yield name


def own_site(page: Page) -> str | None:
    """The name whose site the page says it is: an agency's too."""
    found = (_OWN_SITE.match(block.text) for block in page.blocks)
    return next((hit["name"] for hit in found if hit), None)


def _beneath_writer(page: Page, block: Block) -> str | None:
    """The news organisation in the line that follows a byline, before the body."""
    if page.kind(block.index) is SegmentKind.BODY or page.kind(block.index - 1) is not SegmentKind.BYLINE:
        return None
    hit = _BENEATH_WRITER.fullmatch(block.text)
    if hit is None or not looks_like_media(hit["name"]) or set(hit["name"].casefold().split()) <= SECTION_WORDS:
        return None
    return hit["name"] if "," in block.text else None
