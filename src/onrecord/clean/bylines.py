"""Lines that say who wrote the article: "By Ada Lin, Staff Writer", "The Courier news desk", "AFP"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.clean.published import find_dates
from onrecord.text.agencies import find_agency, is_agency, is_plain_word, looks_like_media, looks_like_wire

_NAME_WORD = r"(?:[A-ZÀ-ÞŁŚŻŽŠČĆĐİ][\w'’.-]*|[A-Z]\.)"
_PARTICLE = r"(?:de|da|di|del|della|dos|du|van|von|der|den|bin|al|el|la|le|ten|ter|y|e)"
_PERSON = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{1,3}}"
_PLACE = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,2}}"
_PEOPLE = re.compile(rf"{_PERSON}(?:\s*(?:,|and|&|und|et|y)\s+{_PERSON}){{0,5}}")
_FROM = rf"from\s+(?=(?-i:{_PERSON})\s+(?:in|at)\b)"
_BY = re.compile(
    r"(?:(?:written|reported|posted|published|compiled|story|words|text|report|article|exclusive|analysis|opinion|"
    r"comment|review|interview)\s+)?by\b[:\s]*|"
    r"(?:author|reporter|byline|words|text|story|report|interview|writer)s?\s*:\s*|" + _FROM,
    re.IGNORECASE,
)
_BY_START = re.compile(
    r"(?:author|reporter|byline|words|text|story|report|interview|writer)s?\s*:\s*(?-i:[A-ZÀ-Þ])|"
    r"(?:(?:written|reported|posted|published|compiled|story|words|text|report|article|exclusive|analysis|opinion|"
    r"comment|review|interview)\s+)?by:?\s+(?-i:[A-ZÀ-Þ0-9]|the )|" + _FROM,
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:news ?desk|desk|staff|newsroom|bureau|editors?|editorial (?:board|team)|web team|monitoring)\b",
    re.IGNORECASE,
)
_DESK_OF = re.compile(
    r"(?P<outlet>(?:[Tt]he )?[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*){0,4})['’]?s?\s+"
    r"(?:[Nn]ews ?[Dd]esk|NEWS ?DESK|(?:[a-z]+ |[A-Z][a-z]+ )?[Dd]esk|[Ss]taff(?: [Ww]riters?|"
    r" [Rr]eporters?)?|"
    r"[Nn]ewsroom|[Ee]ditorial [Bb]oard|[Cc]orrespondent|[Rr]eporter|[Ww]eb [Tt]eam|[Bb]ureau)"
)
_ROLE = re.compile(
    r"\b(?:staff writer|staff reporter|writer|reporter|correspondent|editor|columnist|contributor|"
    r"journalist|analyst|"
    r"bureau chief|desk|in [A-Z]\w+)\b"
)
_CUT = re.compile(
    r"\s+[|•·–—-]+\s+|\s{2,}|\t+|,\s|\s\||\|\s|\s/\s|\s+(?:in|for|at|with)\s+(?:the\s+)?(?=[A-Z])|\s*\(|"
    r"\s+(?=\S*@)|\s*<|[»«]"
)
# "Ada Lin in Port Oster": whence the writer reports.
_FILED = re.compile(rf"{_PEOPLE.pattern} (?:in|reporting from) {_PLACE}(?:(?:,| and) {_PLACE}){{0,2}}")
_DATE_LABEL = re.compile(
    r"\b(?:(?:first )?(?:published|posted)|(?:last )?(?:updated|modified)|"
    r"\d+\s*-?min(?:ute)?s?(?: read)?|(?<=[|\t ])on(?=\s*[|\t]))\b:?",
    re.IGNORECASE,
)
# Who writes a live report by turns: "Ada Lin (now) and Jan Velt (earlier)".
_SHIFT = re.compile(r"\s*\((?:now|earlier|today|tonight|until \S+|from \S+)\)")
_SHOUTED_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,2}")
_EDGES = " \t\r\n|•·,;:–—-*_"
_AFTER_COMMA = re.compile(rf"{_PERSON}(?:\s*(?:,|and|&)\s+{_PERSON}){{0,6}}")
LONGEST_BYLINE = 240
# Words of section labels, which look like names of people.
SECTION_WORDS = frozenset(
    "news world politics business opinion sport sports europe asia africa america americas middle east "
    "national "
    "international economy markets culture science technology tech health travel life style home latest "
    "breaking live "
    "the your my our top stories video photos analysis exclusive editorial letters region local us uk eu "
    "city environment climate energy "
    "war conflict defence defense security law education weather media advertisement menu search "
    "subscribe share print "
    "read more related comments topics tags next previous follow contact about privacy terms story "
    "report special "
    "north south west central foreign affairs government policy today newsletter podcast watch listen "
    "account image images source caption picture pictures photo photograph graphic".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote the article, as the line gives it; the outlet named beside; all that sign, agencies too."""

    name: str
    outlet: str | None = None
    signed: str = ""


def read_byline(text: str, start: int, end: int) -> Byline | None:
    """The byline of a line that says so ("By …", "… desk", an agency with a date); None of any other line."""
    if end - start > LONGEST_BYLINE:
        return None
    line = text[start:end]
    bare = line.lstrip(_EDGES)
    dates = find_dates(text, start, end)
    by = _BY.match(bare) if _BY_START.match(bare) else None
    rest = bare[by.end() :] if by else bare
    rest, shifts = _SHIFT.subn("", rest)
    for one in dates:
        rest = rest.replace(one.span.exact, "\t|\t")
    parts = [part.strip(_EDGES) for part in _CUT.split(_DATE_LABEL.sub("\t|\t", rest))]
    parts = [part for part in parts if part and not _DATE_LABEL.fullmatch(part)]
    if not parts or len(rest.split()) > 30 or parts[0].endswith(("?", "!")):
        return None
    if by:
        commas = _AFTER_COMMA.match(rest)
        return _said(parts, commas.group().count(",") if commas else 0)
    if shifts and looks_like_person(parts[0]):
        return Byline(name=parts[0], signed=parts[0])
    return _dated(parts) if dates else _bare(line.strip(_EDGES), parts, is_timed=_DATE_LABEL.search(rest) is not None)


def _said(parts: list[str], beside: int) -> Byline | None:
    """The byline after "By": the people among the first part and the `beside` joined to it by commas, else it."""
    first = parts[0]
    if not (first[:1].isupper() or first[:1].isdigit()) or len(first.split()) > 12:
        return None
    if wired := _before_agency(first):
        return Byline(name=wired[0], signed=", ".join(wired))
    people: list[str] = []
    for part in parts[: 1 + beside]:
        if not _PEOPLE.fullmatch(part) or looks_like_media(part) or _ROLE.search(part.casefold()):
            break
        people.append(part)
    desk = _DESK_OF.fullmatch(first.rstrip("."))
    if desk and not people:
        return Byline(name=first, outlet=_own(desk["outlet"]), signed=first)
    if not people and (joined := _run_together(first)):
        return Byline(name=joined[0], outlet=_own(joined[1]), signed=", ".join(joined))
    outlet = next((part for part in parts[len(people) or 1 :] if looks_like_media(part) and not is_agency(part)), None)
    name = ", ".join(people) or first
    return Byline(name=name, outlet=outlet, signed=", ".join(parts[:4]))


def _before_agency(words: str) -> tuple[str, str] | None:
    """The writers and the agency of "ADA LIN and TAM OSK Associated Press", which no mark parts; else None."""
    several = words.split()
    for cut in range(max(2, len(several) - 3), len(several)):
        people, agency = " ".join(several[:cut]), " ".join(several[cut:])
        if is_agency(agency) and not is_plain_word(agency) and _PEOPLE.fullmatch(people):
            return people, agency
    return None


def _run_together(words: str) -> tuple[str, str] | None:
    """The writer and the outlet of "Ada Lin Northern Courier News", which no mark parts; None of any other words."""
    several = words.split()
    cuts = [(" ".join(several[:cut]), " ".join(several[cut:])) for cut in range(2, len(several))]
    fits = [cut for cut in cuts if _PEOPLE.fullmatch(cut[0]) and looks_like_media(cut[1]) and " " in cut[1]]
    listed = [cut for cut in fits if find_agency(cut[1]) is not None]
    return next(iter(listed or fits), None)


def _dated(parts: list[str]) -> Byline | None:
    """The byline of a line with a date but no "By"."""
    first = _BY.sub("", parts[0]) if _BY_START.match(parts[0]) else parts[0]
    desk = _DESK_OF.fullmatch(first.rstrip("."))
    if desk and _DESK.search(first):
        return Byline(name=first, outlet=_own(desk["outlet"]), signed=first)
    if find_agency(first) is not None or looks_like_person(first) or looks_like_media(unshouted_name(first)):
        outlet = next((part for part in parts[1:] if looks_like_media(part) and not is_agency(part)), None)
        return Byline(name=first, outlet=outlet, signed=", ".join(parts[:3]))
    return None


def _bare(line: str, parts: list[str], *, is_timed: bool) -> Byline | None:
    """The byline of a line with neither: an agency, a desk, or a name with its role, its place or a reading time."""
    first = parts[0]
    if len(parts) == 1:
        desk = _DESK_OF.fullmatch(first.rstrip("."))
        if desk and _DESK.search(first):
            return Byline(name=first, outlet=_own(desk["outlet"]), signed=first)
        signs = find_agency(first) is not None or looks_like_wire(unshouted_name(first))
        signs = signs or (is_timed and looks_like_person(first))
        return Byline(name=unshouted_name(first), signed=first) if signs else None
    if looks_like_person(first) and not first.isupper() and _SHOUTED_PLACE.fullmatch(parts[1]) and len(parts) == 2:
        return Byline(name=first, signed=first)  # "A. Lin | PORT OSTER"
    if _FILED.fullmatch(line) and looks_like_person(first):
        return Byline(name=first, signed=first)
    if looks_like_person(first) and any(_ROLE.search(part.casefold()) or looks_like_media(part) for part in parts[1:]):
        outlet = next((part for part in parts[1:] if looks_like_media(part) and not is_agency(part)), None)
        return Byline(name=first, outlet=outlet, signed=", ".join(parts[:3]))
    return None


def _own(outlet: str) -> str | None:
    return None if is_agency(outlet) else outlet


def unshouted_name(name: str) -> str:
    """A name in capitals as its words are capitalised elsewhere, so that its shape can be told."""
    return name.title() if name.isupper() and " " in name else name


def looks_like_person(words: str) -> bool:
    """Whether the words are shaped as a person's name and none of them is a section's."""
    if len(words) > 60 or words.endswith(".") or not _PEOPLE.fullmatch(words):
        return False
    folded = {word.strip(".,").casefold() for word in words.split()}
    return not folded & SECTION_WORDS


def is_role(words: str) -> bool:
    """Whether the words are a writer's role, as it stands below the name."""
    return len(words.split()) <= 5 and _ROLE.search(words.casefold()) is not None and not words.endswith(".")


def says_by(line: str) -> bool:
    """Whether the line begins as a byline does: "By " and a name."""
    bare = line.lstrip("*_ —–-")
    return _BY_START.match(bare) is not None and len(bare) <= 160
