"""News organisations that a sentence names as where words come from: "told X News", "Unity Press reports"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.records import Span
from onrecord.text.agencies import MediaKind, find_agency, looks_like_media

# What stands before such a name. A verb of telling may have anyone after it: the name itself must tell.
_LEAD = re.compile(
    r"\b(?:told|tells|telling|(?:cited|quoted|reported|published|carried|aired|broadcast|relayed|"
    r"obtained|seen|reviewed|"
    r"released|collected|compiled|conducted|commissioned|as saying)(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)? "
    r"by|citing|quoting|interviews?(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)? (?:with|by|to|on|"
    r"for)|"
    r"(?:article|op-ed|column|piece|essay|commentary) (?:for|in|by)|(?:comments?|remarks|statements?|messages?|"
    r"e-?mails?|letters?|notes?|texts?|repl(?:y|ies)|responses?) to|"
    r"(?:speaking|spoke|talking|talked) (?:to|with|on)|wrote (?:in|for)|writing (?:in|for)|written for|"
    r"[Aa]ccording to|"
    r"reports? (?:by|in|from|on)|reported (?:in|on)|attended by|briefing (?:with|to)|"
    r"(?:journalists|reporters) (?:from|of)|appear(?:ance|ed|ing) on|published (?:in|on)|on|[Aa]n?)\s+"
)
_SPEAKS = re.compile(
    r",? (?:(?:also|first|later|earlier|previously) )?"
    r"(?:(?:(?:late |early )?on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?"
    r"(?:reports?|reported|has reported|had reported|"
    r"(?:is|are|was|were) (?:now )?(?:quoting|citing|reporting)|"
    r"wrote|writes|said|says|citing|quoting|quotes|cites|cited|"
    r"has learned|learned|revealed|quoted)\b"
)
_SOURCE = re.compile(r" (?:source|correspondent|reporter|journalist|witness|photographer)s?\b")
_CAPITAL = r"[A-ZÀ-Þ0-9][\w.’'&/-]*"
_RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:&|and|of|de|la) )?{_CAPITAL}){{0,5}}")
# "On CNN", "on Radio Ister": only what is on the air has somebody on it.
_ON_AIR = re.compile(r"\b(?:radio|television|tv|broadcasting|channel)\b", re.IGNORECASE)
_CALLED_ON_AIR = re.compile(r"\b(?:radio|television|tv|broadcaster|news channel)\b", re.IGNORECASE)
# "Told The Star of Ister": a capital within the sentence is the name's, unless it is a place's.
_TITLED = re.compile(rf"The (?!Hague\b|Gambia\b|Bahamas\b|Netherlands\b|Bronx\b){_CAPITAL}(?:[ -]{_CAPITAL}){{0,3}}")
_TELLS = re.compile(r"(?:told|tells|telling|interviews? (?:with|by|to)|speaking to|spoke to)\s")
_NO_NEWS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_TOKEN = re.compile(r"[^\s,.;:\"“”«»()]+")
_OUTLET_NOUN = (
    "newspaper|daily|weekly|broadcaster|agency|outlet|website|site|channel|television|tv|radio|magazine|"
    "station|tabloid|"
    "wire|newswire|portal|news"
)
_IS_OUTLET_NOUN = re.compile(rf"(?:{_OUTLET_NOUN})", re.IGNORECASE)
_AFTER_NAME = re.compile(rf"['’]?s? (?:(?:news|media|business|state) )?(?:{_OUTLET_NOUN})\b(?! [A-ZÀ-Þ])")
_NOUN_NEXT = re.compile(rf" (?:{_OUTLET_NOUN}) (?=[A-ZÀ-Þ])")
_MODIFIERS = frozenset(
    "the a an private public state state-run state-owned state-controlled independent local national "
    "regional business "
    "sports financial liberal conservative opposition popular german british and media press online "
    "leading".split()
)
_OF_A_NATION = re.compile(r"(?:[A-ZÀ-Þ]\w+(?:an|ish|ese|ch|i) )+(?=[A-ZÀ-Þ])")
_ENDING = re.compile(r"['’]s$|[.'’]+$")
# How far after the lead the name may begin, in words.
REACH_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A news organisation that carried words: its name, and the words that say so, the name included."""

    name: Span
    reason: Span


def short_forms(names: Iterable[str]) -> dict[str, str]:
    """The names by which a text goes on to call these: "Meridian" of "Meridian Television", "Post" of "Skarn Post"."""
    forms = {}
    tails: dict[str, set[str]] = {}
    for name in sorted(names):
        first, _, last = name.removeprefix("The ").rpartition(" ")
        if first and first[0].isupper() and _IS_OUTLET_NOUN.fullmatch(last) and first.casefold() not in _MODIFIERS:
            forms[first] = name
        elif first and looks_like_media(name) and not name.endswith((" News", " Agency", " Press", " Service")):
            tails.setdefault(last, set()).add(name)
    return forms | {last: min(whole) for last, whole in tails.items() if len(whole) == 1}


def full_name(name: str, shorts: Mapping[str, str]) -> str:
    """The name in full, of which this is how the text goes on to call it: "the Post" of "Skarn Post"."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return shorts.get(name) or (name if shorts.get(bare, bare) == bare else shorts[bare])


def carriers_in(text: str, start: int, end: int, known: Container[str] = ()) -> Iterator[Carrier]:
    """The news organisations in `text[start:end]` that words are said to come from: "told *Radio Ister*".

    `known` are names that the text gives to news organisations, though nothing in them tells it.
    """
    for lead in _LEAD.finditer(text, start, end):
        unnamed = _state_media(text, lead, end)
        owned = unnamed is not None and re.match(r"\w+['’]s ", unnamed.exact) is not None
        found = unnamed if owned else _name_after(text, (lead.end(), end), known)
        found = found or _titled_after(text, lead, end) or unnamed
        if found is None or (lead.group().strip() == "on" and not _is_on_air(text, lead, found)):
            continue
        if lead.group().strip() in {"a", "an", "A", "An"} and _SOURCE.match(text, found.end) is None:
            continue
        yield Carrier(name=found, reason=Span.of(text, lead.start(), found.end))


def speaking_in(text: str, start: int, end: int, known: Container[str] = ()) -> Iterator[Carrier]:
    """The news organisations in `text[start:end]` that report: "*Radio Ister* reported"; `known` as before."""
    for verb in _SPEAKS.finditer(text, start, end):
        noun = _NOUN_BEHIND.search(text, start, verb.start())  # "the Ostinform agency reported"
        found = _name_before(text, (start, noun.start() if noun else verb.start()), known)
        if found is not None:
            yield Carrier(name=found, reason=Span.of(text, found.start, verb.end()))


def _name_after(text: str, bounds: tuple[int, int], known: Container[str]) -> Span | None:
    """The organisation named within a few words, past what describes it; else None."""
    place, end = bounds
    described = False
    for _ in range(REACH_WORDS):
        token = _TOKEN.match(text, place, end)
        if token is None:
            return None
        word = token.group()
        if word[0].isupper() or word[0].isdigit():
            found = _media_in_run(text, (place, end), known, described=described)
            if found is not None:
                return found
        noun = _IS_OUTLET_NOUN.fullmatch(word) is not None
        if not (noun or word.casefold() in _MODIFIERS or _describes(word) or _NOUN_NEXT.match(text, token.end())):
            return None
        described = described or (noun and word.islower())
        place = token.end()
        if place >= end or text[place] != " ":
            return None
        place += 1
    return None


def _titled_after(text: str, lead: re.Match[str], end: int) -> Span | None:
    """The name after "told The": of a newspaper, by its capital."""
    found = _TITLED.match(text, lead.end(), end) if _TELLS.match(lead.group()) else None
    return Span.of(text, found.start(), found.end() - len(_bare_end(found.group()))) if found else None


# Carried by whom the text does not name: "told Kaldavian state television", "told Kaldavian radio", "told local radio".
_STATE_MEDIA = re.compile(
    r"(?:the )?(?P<name>(?:[A-Z][\w-]+(?:['’]s)? )?state(?:-run|-owned|-controlled)? "
    r"(?:television|TV|media|radio|news agency|broadcaster)|"
    r"(?:(?:[A-Z][\w-]+(?:an|ish|ese|ch|i|ic)|[A-Z][\w-]+['’]s)(?: (?:public|national|local|commercial|private))?|"
    r"(?:public|national|local|regional|community|commercial)) "
    r"(?:radio|television|TV)(?: (?:station|channel|broadcaster))?)\b(?! [A-Z])"
    r"(?! (?:host|presenter|viewers|audiences?|listeners|licen[cs]es?|personality|star|reporters?|journalists?|crews?|"
    r"people|executives?|ads?|spots?)\b)"
)


SPOKE_REACH = 60  # characters before "on" that can hold "told the nation live on Monday"
# Whoever speaks "on state television" has it carry the words; a law or a grip on it has nothing to do with them.
_SPOKE = re.compile(
    r"\b(?:said|says|saying|told (?:viewers|listeners|the nation)|spoke|speaking|speech|remarks?|comments?|interview|"
    r"address(?:ed)?|appear(?:ed|ing|ance)|announced|declared|warned|insisted|claimed|aired|broadcast|shown|read out)"
    r"(?: (?:live|late|early|again|briefly|[A-Z]\w+day|\w+ly)){0,2} $"
)


def _state_media(text: str, lead: re.Match[str], end: int) -> Span | None:
    """The broadcaster of a state that goes unnamed."""
    if lead.group().strip() in {"a", "an", "A", "An"}:
        return None
    found = _STATE_MEDIA.match(text, lead.end(), end)
    if found is None:
        return None
    if lead.group().strip() == "on" and not (
        found["name"].lower().endswith(("television", "tv", "radio"))
        and _SPOKE.search(text, max(0, lead.start() - SPOKE_REACH), lead.start())
    ):
        return None
    return Span.of(text, found.start("name"), found.end("name"))


def _bare_end(name: str) -> str:
    """What ends the name that is none of it: a genitive, a stop."""
    ending = _ENDING.search(name)
    return ending.group() if ending else ""


def _is_on_air(text: str, lead: re.Match[str], found: Span) -> bool:
    """Whether the name behind "on" is a broadcaster's: a listed one, or told so by its words or those before it."""
    agency = find_agency(found.exact)
    if agency is not None:
        return agency.kind is MediaKind.BROADCASTER
    called = text[lead.end() : found.start]
    return _ON_AIR.search(found.exact) is not None or _CALLED_ON_AIR.search(called) is not None


def _describes(word: str) -> bool:
    """Whether the word can stand between the verb and the name: of a nation, or in the genitive."""
    return word.endswith(("an", "ish", "ese", "ian", "ch", "i", "’s", "'s")) and word[0].isupper()


def _media_in_run(text: str, bounds: tuple[int, int], known: Container[str], *, described: bool) -> Span | None:
    """The longest beginning of the capitalised words at the place that names a news organisation."""
    place, end = bounds
    run = _RUN.match(text, place, min(end, place + 90))
    if run is None:
        return None
    words = list(re.finditer(r"\S+", run.group()))
    if words[0].group().endswith(("’s", "'s")) and len(words) > 1:
        whose = words[0].group()[:-2]  # of the BBC's programme; "Saturday's New York Times" begins after it
        return Span.of(text, place, place + len(whose)) if find_agency(whose) is not None else None
    for last in range(len(words), 0, -1):
        name = _ENDING.sub("", run.group()[: words[last - 1].end()])
        if find_agency(name) is not None or ((last > 1 or "-" in name) and looks_like_media(name)) or name in known:
            with_the = place - 4 if text[max(0, place - 4) : place] == "The " else place
            return Span.of(text, with_the, place + len(name))
    name = _ENDING.sub("", run.group())
    if name.casefold() in _NO_NEWS:
        return None
    alone = len(words) == 1 and _OF_A_NATION.match(f"{name} A") is not None and not described
    if len(name) > 2 and not alone and (described or _AFTER_NAME.match(text, place + len(name))):
        bare = _OF_A_NATION.match(name)
        return Span.of(text, place + (bare.end() if bare else 0), place + len(name))
    return None


_NOUN_BEHIND = re.compile(rf" (?:news )?(?:{_OUTLET_NOUN})$")


def _name_before(text: str, bounds: tuple[int, int], known: Container[str]) -> Span | None:
    """The organisation whose name ends where the bounds do."""
    start, end = bounds
    window = text[max(start, end - 60) : end]
    words = list(re.finditer(r"\S+", window))[-5:]
    for word in words:
        name = window[word.start() :]
        named = find_agency(name) is not None or _is_shaped(name) or name in known
        if name[0].isalnum() and name[0].upper() == name[0] and named:
            opens = name.startswith("The ") and end - len(name) == start and find_agency(name) is None
            return Span.of(text, end - len(name) + (4 if opens else 0), end)
    return None


def _is_shaped(name: str) -> bool:
    """Whether the whole name has the words of a news organisation's."""
    return " " in name and name.count(" ") <= 3 and looks_like_media(name)
