"""The outlet that published a page, where the page tells: an agency only of its own copy; None where nothing tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import looks_like_person, read_byline, says_by
from onrecord.clean.datelines import Dateline, find_dateline
from onrecord.clean.headdates import dated_line
from onrecord.clean.imprints import WEIGHT, own_site, self_named
from onrecord.clean.labels import Field, read_label
from onrecord.clean.marks import Page
from onrecord.clean.mastheads import bare_masthead, names_in, own_masthead
from onrecord.clean.outletnames import merged, tidy_name, unshouted
from onrecord.clean.tail import ABOUT, LIFE
from onrecord.records import SegmentKind
from onrecord.text.agencies import is_agency, is_job, looks_like_media, name_key, names_outlet

_NAME = r"(?:[Tt]he )?[A-ZÀ-Þ][\w.'’&-]*(?: (?:(?:of|and|&|on|in|de|du|la) )?(?:the )?[A-ZÀ-Þ0-9][\w.'’&-]*){0,5}"
_CRAFT = (
    r"(?:reporter|correspondent|journalist|editor|writer|columnist|producer|contributor|chief|intern|host|"
    r"photographer)"
)
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©,]*(?:\([cC]\))?\s*"
    rf"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,|]*(?:by )?(?P<name>{_NAME})"
)
_COPYRIGHT_AFTER = re.compile(rf"(?P<name>{_NAME})\s*(?:©|\([cC]\))\s*(?:19|20)\d\d")
_ASKED = re.compile(
    rf"(?P<name>{_NAME}) (?:has |had |have |also )?(?:contacted|reached out to|approached|asked|"
    rf"sought comment from)\b"
    r"[^.]{0,120}\bfor (?:a |further |additional )?(?:comment|response|clarification|statement)"
)
_NO_ANSWER = re.compile(
    r"\b(?:respond|response|reply|replied|answer(?:ed)?|return(?:ed)?)\b[^.]{0,30}?\b(?:to|from) "
    rf"(?P<name>{_NAME})['’]s? (?:request|inquir(?:y|ies)|enquir(?:y|ies)|questions|call|email)"
)
# "A copy of which is with The Courier": how papers say that they have seen it.
_HOLDS = re.compile(
    rf"\b(?:a )?cop(?:y|ies) of (?:which|the [\w ]{{3,40}}|it) (?:is|are|was|were) with (?P<name>{_NAME})"
)
_READERS = re.compile(
    r"\b(?:[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Ff]ollow|[Ss]upport|[Jj]oin|[Dd]ownload|[Gg]et|"
    r"[Rr]ead more (?:from|on|at|in)|[Mm]ore from|[Aa]bout|[Ww]rite to|[Cc]ontact|[Ww]elcome to|"
    rf"[Tt]hank you for reading|[Rr]eading)\s+(?P<name>{_NAME})(?:['’]s)?"
    r"(?: (?:on|app|newsletters?|today|and|for|in|at|from|daily|channel)\b|[.,!]|$)"
)
_OWN = re.compile(
    rf"(?P<name>{_NAME})(?:['’]s?)? (?:newsletters?|app|editorial standards|comment policy|community|"
    rf"subscribers?|"
    r"journalism|readers)\b"
)
_WORKS_FOR = re.compile(rf"\b(?:{_CRAFT}|covers?|covered|writes)\b[^.]{{0,60}}?\b(?:for|at|with|of) (?P<name>{_NAME})")
_WORKER_OF = re.compile(
    rf"(?:\bthe )(?P<name>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){{0,3}})['’]s? (?:[\w-]+ ){{0,2}}{_CRAFT}\b"
)
_ROLE_AT = re.compile(rf"(?P<job>[A-Z][a-z]+(?: [a-z]+){{1,3}}), (?P<name>{_NAME})")
_IS = re.compile(rf"(?P<name>{_NAME}) (?:is|was founded|has been|provides|publishes|delivers)\b")
# "This story has not been edited by Courier staff", "may have been reworked by the Oster Standard staff".
_UNEDITED = re.compile(
    rf"\b(?:edited|modified|created|reworked|touched) by (?P<name>{_NAME})(?:['’]s)? (?:staff|team|desk|editors)\b"
)
_FIRST_PUBLISHED = re.compile(rf"\b(?:published|appeared|posted)\b[^.]{{0,30}}\b(?:by|in|on)\s+(?P<name>{_NAME})")
_IMPRINT = re.compile(rf"\b(?:[Pp]ublished|[Pp]rinted) (?:in|by) (?P<name>{_NAME})")
_ADDRESS = re.compile(r"(?:@|\bhttps?://(?:www\.)?|\bwww\.)(?P<site>[a-z0-9-]{3,40})\.[a-z]{2,}", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:[Tt]he )?[A-ZÀ-Þ][\w’'&-]*(?: (?:of )?[A-ZÀ-Þ][\w’'&-]*){0,3}")
_SUFFIX = re.compile(rf"\s[|–—-]\s(?P<name>{_NAME})$")
_DOUBLE = re.compile(r"(?P<name>[A-ZÀ-Þ].{3,60}?)(?P=name)")
_PART = re.compile(r"\s+[|·•–—-]+\s+|\s{2,}")
_EDITED = re.compile(
    r"\([^()]*\b[Ee]diting by [A-ZÀ-Þ][^()]*\)|^[Rr]eporting by [A-ZÀ-Þ][^;]*; .*\b[Ee]diting by [A-ZÀ-Þ]"
)
# A paper may be called so; an agency more often is.
_WIRELIKE = re.compile(r"(?<!Free)(?<!Daily)(?<!Evening)(?<!Sunday) Press$| (?:Agency|Service|Wire|Newswires?)$")
_SLUG = re.compile(r"\w*\d\w* .*-")  # what an agency calls a report among its clients
MOST_PARTS = 4  # of a line that holds the outlet's name: menus have more
MOST_WORDS = 6
TAIL_BLOCKS = 12  # of a page, among which such a line stands
_LONGEST = 600
ENOUGH = 2.0


def find_outlet(page: Page, headline: str | None) -> str | None:
    """The outlet the page names as itself, as printed; None where nothing tells or two names tie."""
    votes: dict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    agencies = _wire_names(page)
    own = own_masthead(page) or own_site(page)
    if own is not None and (is_agency(own) or name_key(own) in agencies):
        return own  # an agency's own page
    if own is not None:
        votes[name_key(own)], forms[name_key(own)] = ENOUGH, own
    elif (bare := bare_masthead(page)) is not None:
        votes[name_key(bare)], forms[name_key(bare)] = ENOUGH, bare
    for name in map(unshouted, self_named(page)):
        votes[name_key(name)] += WEIGHT
        forms[name_key(name)] = _fuller(forms.get(name_key(name), ""), name)
    for name, weight in _votes(page, headline):
        tidy = tidy_name(name)
        if tidy is None or name_key(tidy) in agencies:
            continue
        votes[name_key(tidy)] += weight
        forms[name_key(tidy)] = _fuller(forms.get(name_key(tidy), ""), tidy)
    if not votes and len(agencies) == 1:
        return _wire_itself(page)
    ranked = sorted(merged(votes).items(), key=lambda one: (-one[1], one[0]))
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return _as_filed(page, forms[ranked[0][0]])


def _as_filed(page: Page, name: str) -> str:
    """An agency's name as its own datelines print it, "Ostinform" for "Ostinform News Agency"; else the name."""
    filed = (one.agency.exact for one in _datelines(page) if one.agency)
    return next(
        (short for short in filed if names_outlet(short, name) and not name_key(name).endswith(name_key(short))), name
    )


def _votes(page: Page, headline: str | None) -> Iterator[tuple[str, float]]:
    top = next((block.index for block in page.blocks if page.kind(block.index) is SegmentKind.HEADLINE), 0)
    for block in page.blocks:
        match page.kind(block.index):
            case SegmentKind.FURNITURE:
                yield from _furniture_votes(page, block)
                if block.index < max(top, 1):
                    yield from _masthead_votes(page, block)
            case SegmentKind.BYLINE if block.index < top:
                yield from _masthead_votes(page, block)
            case SegmentKind.BYLINE:
                yield from _named(_IMPRINT, block.text, 3)
                yield from _byline_votes(page, block)
            case SegmentKind.CREDIT:
                yield from _named(_FIRST_PUBLISHED, block.text, 0.5)
            case SegmentKind.BODY if len(block.text) < 2000:
                yield from _named(_ASKED, block.text, 3)
                yield from _named(_NO_ANSWER, block.text, 3)
                yield from _named(_HOLDS, block.text, 3)
            case _:
                pass
    yield from _headline_votes(page, headline)
    yield from _address_votes(page)


def _masthead_votes(page: Page, block: Block) -> Iterator[tuple[str, float]]:
    """A name over the headline, shaped as an outlet's, or the very first line in capitals or as a heading."""
    names = names_in(page, block)
    first = names[0] if names and not block.text.endswith(("?", "!", ":")) else ""
    media = next((name for name in names if looks_like_media(unshouted(name)) and tidy_name(name)), None)
    if media is not None and len(names) <= MOST_PARTS:
        yield media, 2.5
    elif first.endswith(".") or not 0 < len(first.split()) <= MOST_WORDS:
        return
    elif (
        block.index == 0
        and not _SLUG.search(first)
        and (first.isupper() or block.is_heading)
        and re.match(r"\D\w* \S", first)
    ):
        yield first, 2


def _furniture_votes(page: Page, block: Block) -> Iterator[tuple[str, float]]:
    text = block.text[:_LONGEST]
    label = read_label(page.text, block)
    if label is not None:
        if label.field is Field.OUTLET:
            yield page.text[label.start : label.end], 5
        return
    yield from _named(_COPYRIGHT, text, 4)
    yield from _named(_COPYRIGHT_AFTER, text, 3)
    yield from _named(_READERS, text, 2)
    yield from _named(_OWN, text, 2)
    yield from _named(_UNEDITED, text, 3)
    yield from _named(_SUFFIX, text, 1)
    match page.marks[block.index].reason:
        case reason if reason == ABOUT:
            yield from _named(_IS, text, 4)
        case reason if reason == LIFE:
            yield from _named(_WORKS_FOR, text, 3)
            yield from _named(_WORKER_OF, text, 3)
        case _:
            pass
    yield from _list_votes(page, block, text)


def _list_votes(page: Page, block: Block, text: str) -> Iterator[tuple[str, float]]:
    """Names in the bylines of lists, printed twice over, or standing alone."""
    byline = read_byline(page.text, block.words_start, block.words_end)
    if byline is not None:
        yield from ((name, 1) for name in (byline.outlet, byline.name) if name and not looks_like_person(name))
    doubled = _DOUBLE.match(text)
    if doubled:
        yield doubled["name"], 2
    if len(block.shape.words) <= 6 and re.fullmatch(_NAME, text) and not text.isupper():
        if looks_like_media(text):
            yield text, 1.5
        elif page.printings[block.shape.key] > 1:
            yield text, 0.5


def _byline_votes(page: Page, block: Block) -> Iterator[tuple[str, float]]:
    first, *rest = names_in(page, block) or [""]
    dated = dated_line(page.text, block.words_start, block.words_end) is not None
    dated = dated or any(char.isdigit() for part in rest for char in part)
    if dated and looks_like_media(first) and not is_agency(first) and not says_by(first):
        yield first, 2  # "Northern Courier — Fri, 12 May"
    role = _ROLE_AT.fullmatch(block.text)
    if role and is_job(role["job"]):
        yield role["name"], 2  # "Health editor, OBC News" below a name
    byline = read_byline(page.text, block.words_start, block.words_end)
    if byline is not None and byline.outlet:
        yield byline.outlet, 1 if _WIRELIKE.search(byline.outlet) else 3
    elif looks_like_media(block.text) and not (is_agency(block.text) or _WIRELIKE.search(block.text)):
        yield block.text, 2  # all of a line among those that sign
    elif byline is not None and looks_like_media(byline.name) and not is_agency(byline.name):
        yield byline.name, 0.5


def _address_votes(page: Page) -> Iterator[tuple[str, float]]:
    """Names in the text that are the site of an address to write to: "the Courier", tips@courier.example."""
    furniture = [block for block in page.blocks if page.kind(block.index) is SegmentKind.FURNITURE]
    sites = {hit["site"].lower().replace("-", "") for block in furniture for hit in _ADDRESS.finditer(block.text)}
    if not sites:
        return
    named = {hit.group() for block in page.blocks for hit in _CAPITALS.finditer(block.text[:_LONGEST])}
    for name in sorted(named):
        plain = re.sub(r"\W", "", re.sub("^the ", "", name, flags=re.IGNORECASE)).lower()
        if plain in sites or f"the{plain}" in sites:
            yield _with_its_article(name), 2


def _with_its_article(name: str) -> str:
    """One word after "the" is called so with it ("the Trumpet"), initials and longer names are not ("the BBC")."""
    first, _, rest = name.partition(" ")
    alone = first == "the" and " " not in rest and not rest.isupper()
    return f"The {rest}" if alone else name


def _headline_votes(page: Page, headline: str | None) -> Iterator[tuple[str, float]]:
    """A title that ends in the site's name: "… | Northern Courier"."""
    if headline is None:
        return
    for block in page.blocks[:40]:
        suffix = _SUFFIX.search(block.text, max(0, len(block.text) - 80))
        if suffix is None or not block.text.startswith(headline[:30]):
            continue
        title = block.text[: -len(suffix.group())]
        if looks_like_media(suffix["name"]) or any(other.text == title for other in page.blocks[:40]):
            yield suffix["name"], 2


def _named(pattern: re.Pattern[str], text: str, weight: float) -> Iterator[tuple[str, float]]:
    for hit in pattern.finditer(text):
        yield hit["name"], weight


def _wire_itself(page: Page) -> str | None:
    """The agency of the dateline, on a page that names no outlet: of its own copy alone.

    That ends with who edited it or is labelled with it as the source, or its dateline is of the kind that agencies
    print between strokes.
    """
    edited = any(_EDITED.search(block.text) for block in page.blocks[-TAIL_BLOCKS:])
    agency = next((one.agency for one in _datelines(page) if one.agency), None)
    if agency is None:
        return None
    own = edited or page.text[agency.start - 1] == "/" or name_key(agency.exact) in _labelled(page)
    return agency.exact if own else None


def _labelled(page: Page) -> set[str]:
    """The names that a label of the file gives as its outlet or source."""
    labels = (label for block in page.blocks if (label := read_label(page.text, block)) is not None)
    return {name_key(page.text[one.start : one.end]) for one in labels if one.field is Field.OUTLET}


def _wire_names(page: Page) -> set[str]:
    """Names in the brackets of a dateline, which are agencies."""
    return {name_key(one.agency.exact) for one in _datelines(page) if one.agency}


def _datelines(page: Page) -> Iterator[Dateline]:
    for block in page.blocks[:60]:
        if found := find_dateline(page.text, block.words_start, block.words_end):
            yield found


def _fuller(left: str, right: str) -> str:
    """The form with its article, where one is printed with a capital."""
    right = right.removeprefix("the ")
    if not left:
        return right
    return max(left, right, key=lambda form: (not form.isupper(), len(form)))
