"""The name over a page that is its outlet's, though it has no word of newspapers in it: "Windrose", "OSTINFORM".

A line over the article may as well be a rubric or a matter ("Elections"). It holds a name if it says so ("The Oster
Lantern"), if the page says elsewhere that it is one (in a dateline, a copyright, by whom it wants to be followed or
was told), or if it stands as mastheads do, beside the day or a section, and the article has no word of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.blocks import Block
from onrecord.clean.bylines import SECTION_WORDS, looks_like_person, read_byline
from onrecord.clean.families import NAVIGATION
from onrecord.clean.headdates import dated_line
from onrecord.clean.marks import FRONT_BLOCKS, Page
from onrecord.clean.outletnames import unshouted
from onrecord.clean.published import date_line
from onrecord.records import SegmentKind
from onrecord.text.agencies import is_agency, is_job, looks_like_media
from onrecord.text.states import state_of

LONGEST_WORDS = 5
LONGEST_LINE = 120
PARAGRAPHS = 60  # of an article, whose words are none of a bare name
STEM, SHORT = 5, 3  # letters by which words are compared; words as short as that are not
LOOKED_AT = 100_000  # characters of a page in which a name is looked for
_PART = re.compile(r"\s*[|•·>»›]\s*|\s+[–—/-]+\s+|\s{2,}|\s*:\s+|\s+\((?=[A-ZÀ-Þ])|[*_]{1,3}")
_CAPITALISED = re.compile(r"(?:The )?[A-ZÀ-Þ0-9][\w.'’&-]*(?: (?:(?:of|and|&|on|in|de|du|la) )?[A-ZÀ-Þ0-9][\w.'’&-]*)*")
_SUFFIX = re.compile(r"\w\W?\s[|–—-]\s(?P<name>[A-ZÀ-Þ][^|–—]{2,30})$")
_SITE = re.compile(r"[A-Za-z][\w-]+\.[a-z]{2,8}(?:\.[a-z]{2})?")
_SAYS_SO = (
    r"(?:©|\([cC]\)|[Cc]opyright)[^\n]{{0,16}}\b{name}\b",
    r"/{name}/",
    r"[(\[]{name}[)\]]",
    (
        r"\b(?:[Tt]old|[Ff]ollow|[Ss]ubscribe to|[Ee]lsewhere on|[Ss]poke to|[Ss]peaking to|[Ii]nterview (?:with|to)|"
        r"(?:seen|obtained|reviewed) by) (?:the )?{name}\b(?!['’]s? [a-z])"
    ),
    r"\b(?:piece|story|wr(?:ites|ote)|report(?:s|er|ing)?|correspondent|editor) (?:for|of) {name}\b",
    r"(?m)^{name} (?:is|has been) (?:an?|the|paid|owned|published|funded)\b",
    r"[?!.] {name} is (?:paid|owned|published|funded|free)\b",
    r"\b{name} (?:has learn(?:ed|t)|understands|can reveal|asked h(?:im|er)\b|contacted|approached)",
)
_MORE_ON = r"\b[Mm]ore (?:from|on) {name}\b(?!['’]s? [a-z])"  # said of matters too: of a page's first line alone
_WITH_ARTICLE = re.compile(r"The [A-ZÀ-Þ]\w+ (?:of )?[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?")
_BODY_NAME = re.compile(
    r"(?:The )?(?:Ministry|Department|Office|Embassy|Government|Council|Commission|Committee|Bulletin|Federation|Union|"
    r"Party|Chamber) (?:of|for) (?:the )?[A-ZÀ-Þ].*|.* (?:Ministry|Council|Union|Party|Commission|Office|Embassy)"
)
_SECTION_LAST = re.compile(
    r"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}) (Opinion|Explains|Explainer|Analysis|Comment|Editorial)"
)
# What a page may be beside a section's: words that stand over an article and name no outlet.
_KINDS = SECTION_WORDS | frozenset(
    "press release statement essay read long check fact interview interviews transcript bulletin blog notebook letter "
    "diary profile feature features column columns comment debate dispatch dispatches explainer explained briefing "
    "weekend morning evening edition issue page reportage monitoring archive wire desk q&a questions answers data a an "
    "and of in on from by exclusive update updates bookmark english translation sponsored premium subscribers only "
    "sunday monday tuesday wednesday thursday friday saturday".split()
)


def own_masthead(page: Page) -> str | None:
    """The name in the lines over the article that the page says is the outlet's; else None."""
    lines = list(_lines_above(page))
    for block, names in lines:
        for name in names:
            if _is_name(name) and (form := _told_form(page, block, name)):
                return form
            if _is_told_with_article(page, block, name):
                return unshouted(name)
    firsts = [unshouted(names[0]) for _, names in lines if _is_name(names[0])]
    titled = [name for name in firsts if _WITH_ARTICLE.match(name)]
    if titled and (len(titled) == 1 or firsts[0] == titled[0]):
        return titled[0]
    return None


def bare_masthead(page: Page) -> str | None:
    """The name over the article that stands as mastheads do, and of which the article has no word; else None."""
    told = _words_told(page)
    for block, names in _lines_above(page):
        if page.kind(block.index) is SegmentKind.HEADLINE:
            break
        mark = page.marks.get(block.index)
        if mark is not None and mark.reason == NAVIGATION:
            continue
        fits = [name for name in names if _is_bare_name(page, name, told)]
        beside = len(names) > 1 and any(_is_kind(name) for name in names if name not in fits)
        dated = dated_line(page.text, block.words_start, block.words_end) is not None or _date_follows(page, block)
        if len(fits) == 1 and (_SITE.fullmatch(fits[0]) or beside or (dated and " " in fits[0])):
            return unshouted(fits[0])
        if block.index not in page.marks or not (dated or all(map(_is_kind, names))):
            break
    return None


def masthead_at(page: Page, body: int) -> int | None:
    """The index of the line over the headline that holds the outlet's name; None where none tells itself."""
    for block in page.blocks[: min(body, FRONT_BLOCKS)]:
        names = names_in(page, block)
        if (
            not names
            or page.kind(block.index) in {SegmentKind.HEADLINE, SegmentKind.DECK}
            or _follows_writer(page, block)
        ):
            continue
        first = unshouted(names[0])
        if block.index and is_agency(first):
            continue  # it signs what stands above
        short = all(len(name.split()) <= LONGEST_WORDS for name in names)
        if looks_like_media(first) or (short and any(looks_like_media(unshouted(name)) for name in names)):
            return None if _is_kind(first) and len(names) == 1 else block.index
        if _is_told_with_article(page, block, names[0]):
            return block.index
        if _is_name(names[0]) and (_WITH_ARTICLE.fullmatch(first) or _told_form(page, block, names[0])):
            return block.index
        if short and _BODY_NAME.fullmatch(first) and _date_follows(page, block):
            return block.index
        several = short and len(names) > 1 and all(map(_CAPITALISED.fullmatch, names))
        if several and page.kind(block.index) is None and any(map(_is_kind, names)):
            return block.index
    return None


def names_in(page: Page, block: Block) -> list[str]:
    """The names that a line over an article holds, its date, numbers and marks left out."""
    if len(block.text) > LONGEST_LINE:
        return []
    dated = dated_line(page.text, block.words_start, block.words_end)
    if dated is not None:
        return [name for name in dated.names if not name.startswith(("By ", "by "))]
    parts = [part.strip(' .,()“”"*_#') for part in _PART.split(block.text)]
    split = _SECTION_LAST.fullmatch(parts[0])
    return [*split.groups(), *parts[1:]] if split else [part for part in parts if part]


def _lines_above(page: Page) -> Iterator[tuple[Block, list[str]]]:
    """The lines over the headline, else over the body, that hold names, with these."""
    for block in page.blocks[:FRONT_BLOCKS]:
        if page.kind(block.index) in {SegmentKind.HEADLINE, SegmentKind.BODY}:
            suffix = _SUFFIX.search(block.text)
            if suffix and page.kind(block.index) is SegmentKind.HEADLINE:
                yield block, [suffix["name"]]
            return
        if names := names_in(page, block):
            yield block, names


def _told_form(page: Page, block: Block, name: str) -> str | None:
    """The name as the outlet's, in the form in which the rest of the page tells that it is one; else None."""
    at = page.text.find(name, block.words_start)
    rest = page.text[at + len(name) :][:LOOKED_AT] if at >= 0 else ""
    patterns = (*_SAYS_SO, _MORE_ON) if block.index == 0 else _SAYS_SO
    for form in dict.fromkeys((unshouted(name).title() if name.isupper() else name, name, name.removeprefix("The "))):
        if form in rest and any(re.search(pattern.format(name=re.escape(form)), rest) for pattern in patterns):
            return name if form != name and name.startswith("The ") else form
    return None


def _is_told_with_article(page: Page, block: Block, name: str) -> bool:
    """Whether a name shaped as a person's was told something as papers are: "told *the* Skerry Leader"."""
    if not looks_like_person(unshouted(name)) or name.startswith("The "):
        return False
    return (
        re.search(
            rf"\b(?:told|spoke to|contacted by) the {re.escape(unshouted(name))}\b",
            page.text[block.words_end :][:LOOKED_AT],
        )
        is not None
    )


def _is_name(name: str) -> bool:
    """Whether the words can be an outlet's name: capitalised, and no rubric, role, person or place."""
    words = name.casefold().split()
    if not 0 < len(words) <= LONGEST_WORDS or len(name) < 3 or not _CAPITALISED.fullmatch(name):
        return False
    if all(word.strip(".,") in SECTION_WORDS for word in words) or is_job(name) or state_of(name):
        return False
    return not looks_like_person(unshouted(name)) or name.isupper() or name.startswith("The ")


def _is_kind(name: str) -> bool:
    """Whether the words are of sections and kinds of article alone."""
    return all(word.strip(".,!?'’").casefold() in _KINDS for word in name.split())


def _is_bare_name(page: Page, name: str, told: frozenset[str]) -> bool:
    """Whether nothing speaks against the name being the outlet's: no kind, place or role, nothing the article tells."""
    if _SITE.fullmatch(name):
        return True
    words = name.split()
    fits = 0 < len(words) <= LONGEST_WORDS and len(name) >= 3 and _CAPITALISED.fullmatch(name) is not None
    if not fits or _is_kind(name) or is_job(name) or state_of(name) or not name[0].isalpha():
        return False
    if looks_like_person(unshouted(name)) and not _is_signed(page, name):
        return False
    return not any(word.casefold().strip(".,’'")[:STEM] in told for word in words if len(word) > SHORT)


def _words_told(page: Page) -> frozenset[str]:
    """The beginnings of the words of weight in the headline and the first paragraphs of the article."""
    kinds = {SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.DATELINE}
    blocks = [one for one in page.blocks[: 4 * FRONT_BLOCKS] if page.kind(one.index) in kinds][:PARAGRAPHS]
    return frozenset(word[:STEM] for one in blocks for word in one.shape.content_words)


def _is_signed(page: Page, name: str) -> bool:
    """Whether somebody else signs the article below its headline."""
    top = next((one.index for one in page.blocks if page.kind(one.index) is SegmentKind.HEADLINE), 0)
    signing = (one for one in page.blocks[top + 1 :] if page.kind(one.index) is SegmentKind.BYLINE)
    return any(
        name not in one.text
        and (looks_like_person(one.text) or read_byline(page.text, one.words_start, one.words_end) is not None)
        for one in signing
    )


def _date_follows(page: Page, block: Block) -> bool:
    """Whether the next line, sections left out, holds the day alone or with names and numbers."""
    for after in page.blocks[block.index + 1 : block.index + 3]:
        if dated_line(page.text, after.words_start, after.words_end) or date_line(
            page.text, after.words_start, after.words_end
        ):
            byline = read_byline(page.text, after.words_start, after.words_end)
            return byline is None or not looks_like_person(byline.name)
        if not _is_kind(after.text):
            return False
    return False


def _follows_writer(page: Page, block: Block) -> bool:
    """Whether the line stands right below the name of a writer."""
    before = page.blocks[block.index - 1] if block.index else None
    if before is None or page.kind(before.index) is not SegmentKind.BYLINE:
        return False
    byline = read_byline(page.text, before.words_start, before.words_end)
    return looks_like_person(before.text) or (byline is not None and looks_like_person(byline.name))
