"""The outlet that published a page, where the page tells; never an agency, and None where nothing tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import looks_like_person, read_byline
from onrecord.clean.labels import Field, read_label
from onrecord.clean.marks import Page
from onrecord.clean.tail import ABOUT
from onrecord.records import SegmentKind
from onrecord.text.agencies import find_agency, is_agency, looks_like_media

_NAME = r"(?:[Tt]he )?[A-ZÀ-Þ][\w.'’&-]*(?: (?:(?:of|and|&|on|in|de|du|la) )?(?:the )?[A-ZÀ-Þ0-9][\w.'’&-]*){0,5}"
_COPYRIGHT = re.compile(rf"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©,]*(?:\([cC]\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,|]*(?:by )?(?P<name>{_NAME})")
_COPYRIGHT_AFTER = re.compile(rf"(?P<name>{_NAME})\s*(?:©|\([cC]\))\s*(?:19|20)\d\d")
_ASKED = re.compile(
    rf"(?P<name>{_NAME}) (?:has |had |have |also )?(?:contacted|reached out to|approached|asked|has sought|sought comment from)\b[^.]{{0,120}}\bfor (?:a |further |additional )?(?:comment|response|clarification|statement)"
)
_NO_ANSWER = re.compile(
    rf"\b(?:respond|response|reply|replied|answer(?:ed)?|return(?:ed)?)\b[^.]{{0,30}}\b(?:to |from )?(?P<name>{_NAME})['’]s? (?:request|inquir(?:y|ies)|enquir(?:y|ies)|questions|call|email)"
)
_READERS = re.compile(
    rf"\b(?:[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Ff]ollow|[Ss]upport|[Jj]oin|[Dd]ownload|[Gg]et|[Rr]ead more (?:from|on|at|in)|[Mm]ore from|[Aa]bout|[Ww]rite to|[Cc]ontact|[Ww]elcome to|"
    rf"[Tt]hank you for reading|[Rr]eading)\s+(?P<name>{_NAME})(?:['’]s)?(?: (?:on|app|newsletters?|today|and|for|in|at|daily|channel)\b|[.,!]|$)"
)
_OWN = re.compile(rf"(?P<name>{_NAME})(?:['’]s?)? (?:newsletters?|app|editorial standards|comment policy|community|subscribers?|journalism|readers)\b")
_WORKS_FOR = re.compile(
    rf"\b(?:reporter|correspondent|journalist|editor|writer|columnist|producer|contributor|chief|intern|host|photographer)\b[^.]{{0,60}}?\b(?:for|at|with|of)\s+(?P<name>{_NAME})"
)
_IS = re.compile(rf"(?P<name>{_NAME}) (?:is|was founded|has been|provides|publishes|delivers)\b")
_FIRST_PUBLISHED = re.compile(rf"\b(?:published|appeared|posted)\b[^.]{{0,30}}\b(?:by|in|on)\s+(?P<name>{_NAME})")
_SUFFIX = re.compile(rf"\s[|–—-]\s(?P<name>{_NAME})$")
_DOUBLE = re.compile(r"(?P<name>.{4,60}?)(?P=name)")
_LEADING_WORDS = re.compile(r"^(?:About|More|Follow|Read|Copyright|All|By|By The|Home|Contact|Join|Support|Subscribe)\s+")
_NO_OUTLET = frozenset(
    "facebook twitter x telegram whatsapp instagram youtube linkedin tiktok threads bluesky reddit google apple signal viber "
    "rss home menu us me him her here our the all rights reserved comments advertisement news world politics business opinion "
    "getty images getty copyright read next more share creative commons google news apple news chrome safari ios android".split()
)


def find_outlet(page: Page, headline: str | None) -> str | None:
    """The outlet the page names as itself, as printed; None where nothing tells, or two names are told alike."""
    votes: dict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    agencies = _wire_names(page)
    for name, weight in _votes(page, headline):
        clean = _tidy(name)
        if clean is None or _key(clean) in agencies:
            continue
        votes[_key(clean)] += weight
        forms[_key(clean)] = _fuller(forms.get(_key(clean), ""), clean)
    if not votes:
        return None
    ranked = sorted(votes.items(), key=lambda one: (-one[1], one[0]))
    best, score = ranked[0]
    tied = len(ranked) > 1 and ranked[1][1] == score
    return forms[best] if score >= 2 and not tied else None


def _votes(page: Page, headline: str | None) -> Iterator[tuple[str, float]]:
    for block in page.blocks:
        kind = page.kind(block.index)
        match kind:
            case SegmentKind.FURNITURE:
                yield from _furniture_votes(page, block)
            case SegmentKind.BYLINE:
                yield from _byline_votes(page, block)
            case SegmentKind.CREDIT:
                yield from _named(_FIRST_PUBLISHED, block.text, 0.5)
            case SegmentKind.BODY if len(block.text) < 2000:
                yield from _named(_ASKED, block.text, 3)
                yield from _named(_NO_ANSWER, block.text, 3)
            case _:
                pass
    yield from _headline_votes(page, headline)


def _furniture_votes(page: Page, block: Block) -> Iterator[tuple[str, float]]:
    text = block.text[:600]
    label = read_label(page.text, block)
    if label is not None:
        if label.field is Field.OUTLET:
            yield page.text[label.start : label.end], 5
        return
    yield from _named(_COPYRIGHT, text, 4)
    yield from _named(_COPYRIGHT_AFTER, text, 3)
    yield from _named(_READERS, text, 2)
    yield from _named(_OWN, text, 2)
    yield from _named(_WORKS_FOR, text, 3)
    yield from _named(_SUFFIX, text, 1)
    mark = page.marks[block.index]
    if mark.reason == ABOUT:
        yield from _named(_IS, text, 4)
    byline = read_byline(page.text, block.words_start, block.words_end)
    if byline is not None:
        yield from ((name, 1) for name in (byline.outlet, byline.name) if name and not looks_like_person(name))
    doubled = _DOUBLE.match(text)
    if doubled:
        yield doubled["name"], 2
    if len(block.shape.words) <= 6 and _is_name(text) and (looks_like_media(text) or page.printings[block.shape.key] > 1):
        yield text, 1.5 if looks_like_media(text) else 0.5


def _byline_votes(page: Page, block: Block) -> Iterator[tuple[str, float]]:
    byline = read_byline(page.text, block.words_start, block.words_end)
    if byline is None:
        return
    if byline.outlet:
        yield byline.outlet, 3
    elif looks_like_media(byline.name):
        yield byline.name, 2


def _headline_votes(page: Page, headline: str | None) -> Iterator[tuple[str, float]]:
    """A title that ends in the site's name: "… | Northern Courier"."""
    if headline is None:
        return
    for block in page.blocks[:40]:
        suffix = _SUFFIX.search(block.text[-80:])
        if suffix and block.text.startswith(headline[:30]) and looks_like_media(suffix["name"]):
            yield suffix["name"], 2


def _named(pattern: re.Pattern[str], text: str, weight: float) -> Iterator[tuple[str, float]]:
    for hit in pattern.finditer(text):
        yield hit["name"], weight


def _wire_names(page: Page) -> set[str]:
    """Names in the brackets of a dateline, which are agencies."""
    from onrecord.clean.datelines import find_dateline

    found = (find_dateline(page.text, block.start, block.end) for block in page.blocks[:60])
    return {_key(one.agency.exact) for one in found if one and one.agency}


def _tidy(name: str) -> str | None:
    """The name without what is put before and after it; None where it is no outlet's."""
    name = _LEADING_WORDS.sub("", name.strip(" .,|*_")).strip(" .,|")
    name = re.sub(r"['’]s?$|\s+(?:Inc|Ltd|LLC|GmbH|Media Group|Group)\.?$|,.*$|\. .*$", "", name).strip(" .,")
    name = re.sub(r"\s+(?:[Nn]ews ?[Dd]esk|[Ss]taff|[Nn]ewsroom|All Rights.*)$", "", name)
    folded = name.casefold().removeprefix("the ")
    if not name or not name[0].isalnum() or is_agency(name) or folded in _NO_OUTLET or len(name) < 3 or len(name.split()) > 7:
        return None
    if looks_like_person(name) and not looks_like_media(name):
        return None
    if all(word in _NO_OUTLET for word in folded.split()) and find_agency(name) is None:
        return None
    return name


def _is_name(text: str) -> bool:
    return re.fullmatch(_NAME, text) is not None and not text.isupper()


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name).casefold().removeprefix("the ").strip()


def _fuller(left: str, right: str) -> str:
    """The form with its article, where one is printed with it inside a sentence or alone."""
    if right.startswith("the "):
        right = right[4:]
    return max(left, right, key=len)
