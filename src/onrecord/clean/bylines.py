"""Lines that say who wrote the article: "By Ada Lin, Staff Writer", "The Courier news desk", "AFP"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.clean.published import find_dates
from onrecord.text.agencies import find_agency, looks_like_media

_NAME_WORD = r"(?:[A-ZÀ-ÞŁŚŻŽŠČĆĐİ][\w'’.-]*|[A-Z]\.)"
_PARTICLE = r"(?:de|da|di|del|della|dos|du|van|von|der|den|bin|al|el|la|le|ten|ter|y|e)"
_PERSON = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{1,3}}"
_PEOPLE = re.compile(rf"{_PERSON}(?:\s*(?:,|and|&|und|et|y)\s+{_PERSON}){{0,5}}")
_BY = re.compile(
    r"(?:(?:written|reported|posted|published|compiled|story|words|text|report|article|author|reporter)\s*)?"
    r"(?:by\b[:\s]*|author:\s*|reporter:\s*|byline:\s*)",
    re.IGNORECASE,
)
_BY_START = re.compile(r"(?:author|reporter|byline)s?\s*:\s*\S|(?:(?:written|reported|posted|published|compiled|story|words|text|report|article)\s+)?by:?\s+\S", re.IGNORECASE)
_DESK = re.compile(r"\b(?:news ?desk|desk|staff|newsroom|bureau|editors?|editorial (?:board|team)|web team|monitoring)\b", re.IGNORECASE)
_DESK_OF = re.compile(
    r"(?P<outlet>(?:[Tt]he )?[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*){0,4})['’]?s?\s+"
    r"(?:[Nn]ews ?[Dd]esk|NEWS ?DESK|(?:[a-z]+ |[A-Z][a-z]+ )?[Dd]esk|[Ss]taff(?: [Ww]riters?| [Rr]eporters?)?|"
    r"[Nn]ewsroom|[Ee]ditorial [Bb]oard|[Cc]orrespondent|[Rr]eporter|[Ww]eb [Tt]eam|[Bb]ureau)"
)
_ROLE = re.compile(
    r"\b(?:staff writer|staff reporter|writer|reporter|correspondent|editor|columnist|contributor|journalist|analyst|"
    r"bureau chief|desk|in [A-Z]\w+)\b"
)
_CUT = re.compile(r"\s+[|•·–—-]+\s+|\s{2,}|\t|,\s|\s\||\|\s|\s/\s|\s+in\s+(?=[A-Z])|\s+for\s+(?=[A-Z])|\s+at\s+(?=[A-Z])|\s*\(|\s+(?=@)|\s*<")
# Words of section labels, which look like names of people.
_SECTION_WORDS = frozenset(
    "news world politics business opinion sport sports europe asia africa america americas middle east national "
    "international economy markets culture science technology tech health travel life style home latest breaking live "
    "top stories video photos analysis exclusive editorial letters region local us uk eu city environment climate energy "
    "war conflict defence defense security law education weather media advertisement menu search subscribe share print "
    "read more related comments topics tags next previous follow contact about privacy terms story report special "
    "north south west central foreign affairs government policy today newsletter podcast watch listen account".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote the article, as the line gives it, and the outlet it names beside."""

    name: str
    outlet: str | None = None


def read_byline(text: str, start: int, end: int) -> Byline | None:
    """The byline of a line that says so ("By …", "… news desk", an agency with a date); None of any other line."""
    if end - start > 240:
        return None
    line = text[start:end]
    dates = find_dates(text, start, end)
    by = _BY.match(line.lstrip("*_ —–-"))
    says_so = _BY_START.match(line.lstrip("*_ —–-")) is not None
    rest = line.lstrip("*_ —–-")[by.end() :] if by and says_so else line.lstrip("*_ ")
    if dates:
        cut = dates[0].span.start - end + len(rest) if not says_so else rest.find(dates[0].span.exact)
        if cut == 0 or (cut < 0 and rest.startswith(dates[0].span.exact)):
            rest = text[dates[-1].span.end : end]  # "4 May 2031 Ada Lin"
        elif cut > 0:
            rest = rest[:cut]
    rest = re.sub(r"(?:\b(?:published|posted|updated|on)\b[\s:]*)+$", "", rest.strip(" \t|•·,;:-–—*_"), flags=re.IGNORECASE)
    return _name(rest.strip(" \t|•·,;:-–—*_"), says_so=says_so, dated=bool(dates))


def _name(rest: str, *, says_so: bool, dated: bool) -> Byline | None:
    if not rest or len(rest.split()) > 16 or rest.endswith(("?", "!")):
        return None
    desk = _DESK_OF.fullmatch(rest.rstrip("."))
    if desk and (says_so or dated or _DESK.search(rest)):
        outlet = desk["outlet"]
        return Byline(name=rest, outlet=None if find_agency(outlet) and _is_wire(outlet) else outlet)
    parts = [part.strip(" .,|") for part in _CUT.split(rest) if part and part.strip(" .,|")]
    if not parts:
        return None
    first = parts[0]
    outlet = next((part for part in parts[1:] if looks_like_media(part) and not _is_wire(part)), None)
    if find_agency(first) is not None and (says_so or dated or len(parts) == 1):
        return Byline(name=first)
    if says_so and (first[:1].isupper() or first[:1].isdigit()) and len(first.split()) <= 9:
        people = _PEOPLE.match(rest)
        name = people.group() if people and len(people.group()) > len(first) else first
        return Byline(name=name, outlet=outlet)
    if dated and (looks_like_person(first) or looks_like_media(first)):
        return Byline(name=first, outlet=outlet)
    if len(parts) > 1 and looks_like_person(first) and _ROLE.search(rest):
        return Byline(name=first, outlet=outlet)
    return None


def _is_wire(name: str) -> bool:
    agency = find_agency(name)
    return agency is not None and agency.kind.value == "agency"


def looks_like_person(words: str) -> bool:
    """Whether the words are shaped as a person's name and none of them is a section's."""
    if len(words) > 60 or not _PEOPLE.fullmatch(words):
        return False
    folded = {word.strip(".,").casefold() for word in words.split()}
    return not folded & _SECTION_WORDS


def says_by(line: str) -> bool:
    """Whether the line begins as a byline does: "By " and a name."""
    bare = line.lstrip("*_ —–-")
    return _BY_START.match(bare) is not None and len(bare) <= 160
