"""The name over a page that is its outlet's, though it has no word of newspapers in it: "Windrose", "OSTINFORM".

A first line may as well be a rubric or a matter ("Elections"). It is a name if it says so ("The Oster Lantern"), or if
the page says elsewhere that it is one: in a dateline, a copyright, by whom it wants to be followed or was told.
"""

from __future__ import annotations

import re

from onrecord.clean.bylines import SECTION_WORDS, looks_like_person
from onrecord.clean.marks import Page
from onrecord.clean.outletnames import unshouted
from onrecord.records import SegmentKind
from onrecord.text.agencies import is_job
from onrecord.text.states import state_of

LONGEST_WORDS = 5
LONGEST_LINE = 120
_PART = re.compile(r"\s+[|·•–—-]+\s+|\s{2,}|\s*:\s+")
_CAPITALISED = re.compile(r"(?:The )?[A-ZÀ-Þ0-9][\w.'’&-]*(?: (?:(?:of|and|&|on|in|de|du|la) )?[A-ZÀ-Þ0-9][\w.'’&-]*)*")
_SAYS_SO = (
    r"(?:©|\([cC]\)|[Cc]opyright)[^\n]{{0,16}}\b{name}\b",
    r"/{name}/",
    r"[(\[]{name}[)\]]",
    r"\b(?:[Tt]old|[Ff]ollow|[Ss]ubscribe to|[Mm]ore (?:from|on)|[Ee]lsewhere on) {name}\b(?!['’]s? [a-z])",
    r"\b(?:piece|story|wr(?:ites|ote)|report(?:s|er|ing)?|correspondent|editor) (?:for|of) {name}\b",
    r"(?m)^{name} (?:is|has been) (?:an?|the|paid|owned|published|funded)\b",
    r"[?!.] {name} is (?:paid|owned|published|funded|free)\b",
)


def own_masthead(page: Page) -> str | None:
    """The name in the first line of the page, where that is the outlet's; else None."""
    if not page.blocks or page.kind(page.blocks[0].index) in {SegmentKind.HEADLINE, SegmentKind.BODY}:
        return None
    line = page.blocks[0].text
    name = _PART.split(line)[0].strip() if len(line) <= LONGEST_LINE else ""
    if not _is_name(name):
        return None
    rest = page.text[page.blocks[0].words_start + len(name) :]
    forms = dict.fromkeys((unshouted(name).title() if name.isupper() else name, name, name.removeprefix("The ")))
    for form in forms:
        if any(re.search(pattern.format(name=re.escape(form)), rest) for pattern in _SAYS_SO):
            return name if form != name and name.startswith("The ") else form
    return unshouted(name) if re.match(r"The [A-ZÀ-Þ]\w+ (?:of )?[A-ZÀ-Þ]\w+", name) else None


def _is_name(name: str) -> bool:
    """Whether the words can be an outlet's name: capitalised, and no rubric, role, person or place."""
    words = name.casefold().split()
    if not 0 < len(words) <= LONGEST_WORDS or len(name) < 3 or not _CAPITALISED.fullmatch(name):
        return False
    if all(word.strip(".,") in SECTION_WORDS for word in words) or is_job(name) or state_of(name):
        return False
    return not looks_like_person(unshouted(name)) or name.isupper() or name.startswith("The ")
