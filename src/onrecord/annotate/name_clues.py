"""What the words beside a lone name tell of what it names: "the province of Skarn", "Norline shares", "the tanker"."""

from __future__ import annotations

import re

from onrecord.annotate.name_kinds import TOWARDS
from onrecord.records import EntityKind

REACH = 48  # characters before a name in which such words stand


def _any(words: str) -> str:
    return "|".join(words.split())


# What a country has, and nobody else: "Osmara’s election".
_NATIONAL = (
    r"(?:government|parliament|constitution|army|navy|air force|armed forces|economy|capital|"
    r"(?:presidential |general |parliamentary )?elections?|supreme court|central bank|borders?|coast|coastguard|"
    r"territory|territorial waters|airspace|exports|imports|independence|sovereignty|(?:foreign |prime |\w+ )?minister|"
    r"\w+ ministry|embassy|ambassador|population|(?:north|south|east|west)(?:ern)? coast|suburbs|outskirts|mayor|"
    r"governor)"
)
_HAS = re.compile(rf"['’]s? (?:\w+ )?{_NATIONAL}\b")
# Behind what a country is: "the government of Osmara".
LAND_OF = r"\b(?:Supreme Court|[Gg]overnment|Republic|[Pp]arliament|Kingdom) of (?:the )?"
_PARTS = _any(
    "province city cities town village island port state region county district capital valley delta nation country "
    "people residents citizens inhabitants streets suburbs outskirts coasts? shores? ports hills north south east west "
    "governor mayor bishop archbishop invasion occupation siege"
)
_SIDES = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:[- ]?(?:east|west))?(?:ern)?"
_WAYS = _any(
    "travel travels travell?ed travell?ing fly flies flew flown flying return returns returned returning sail sails "
    "sailed sailing drove drive drives driving flee fled fleeing arrived? arriving journey trip visit visits flight "
    "flights home way road route over exports imports bound"
)
_STAYING = _any(
    "barges? lorry lorries ships? boats? trains? bus(?:es)? queues? waiting stood stranded moored docked stationed "
    "anchored arrived born based buried port airport harbou?r station"
)
_NOT_IN = "".join(rf"(?<!\b{word} )" for word in sorted(TOWARDS))
_PLACE_BEFORE = re.compile(
    rf"(?:{LAND_OF}|{_NOT_IN}\b(?:in|throughout|across|near|inside|outside) |"
    rf"\b(?:[Nn]eighbou?ring|[Nn]earby|[Cc]entral|[Dd]owntown|[Rr]ural|{_SIDES}) |"
    rf"\b(?:{_PARTS}|prime minister|police chief|medical officer|border post) of |"
    rf"\b(?:{_WAYS}) (?:to|from|for|into|via|through) |\b(?:{_STAYING}|turned away) at )$"
)
# "The Velmark prime minister", "the Brannick fish market".
_PLACE_BEHIND = re.compile(
    r" (?:(?:deputy|acting|opposition|former) )?(?:(?:foreign|prime|defen[cs]e|interior|finance|energy|trade|justice|"
    r"health|economy|transport) )?(?:minister|ministry)\b|"
    rf" (?:{_any('parliament army navy embassy delegation diplomats? troops soldiers ambassador borders? coast')}|"
    rf"{_any('depot colliery quay province peninsula delta airport harbou?r')}|fish market|city council|town hall)\b|"
    r",? home (?:of|to) |, the capital\b| and its neighbou?rs?\b"
)
_CAPITAL_BEFORE = re.compile(r"\bthe (?:[\w-]+ )?capital(?: city)?,? $")
_DATELINE_BEFORE = re.compile(r"(?:^|\n)[^\w\n]{0,4}[A-Z][A-Z.’' -]{2,30}, $")
_DATELINE_BEHIND = re.compile(r"(?:,? \([^()\n]{2,40}\))?(?: \w+ \d{1,2})?,? ?[—–-] ?")

_BODIES = (
    rf"(?:{_any('company firm operator manufacturer developer retailer maker insurer lender airline chain miner app')}|"
    rf"{_any('conglomerate supermarket planemaker drugmaker carmaker automaker contractor supplier carrier bank')}|"
    rf"{_any('shipbuilder brewer subsidiary charity watchdog group union party newspaper daily weekly magazine')}|"
    rf"{_any('tabloid broadcaster channel agency newswire website start-?up rival regulator militia')}|"
    r"think[- ]tank|news site)"
)
_EMPLOYED = _any(
    "analysts? engineers? economists? strategists? researchers? lawyers? staff employees "
    "managers? directors? strikers drivers signallers pilots partners? traders?"
)
_BODY_BEFORE = re.compile(
    rf"(?:\b{_BODIES},? |\b[Ss](?:hares|tock) in |\b[Ss]hareholders? (?:in|of) |\bsubsidiary of |\b(?:{_EMPLOYED}) at |"
    r"\b(?:employed|owned|operated|run|built|manufactured) by )$"
)
_BODY_BEHIND = re.compile(
    rf"(?:['’]s)? (?:{_any('shares shareholders? stock employees customers profits? revenues? board directors')}|"
    rf"{_any('headquarters chairman chairwoman subsidiary investors executives? stores brands? app users')}|"
    r"chief executive|annual report|managing director|finance director)\b|"
    rf", (?:the|an?) (?:[\w’'-]+ ){{0,3}}{_BODIES}\b"
)
# A lone name that has something of "its" own is nobody: "Kaldavia has ruled out ending its tolls".
_ITS = re.compile(
    r"(?:(?!\s(?:the|a|an|this|that|these|those|each|every|and|but|or)\b)\s(?:[a-z][a-z’'-]*|\w+day|\d+)){1,8} its\b"
)
_IT_WOULD = re.compile(
    r" (?:said|says|has said|announced|denied|insisted|promised|warned|confirmed) (?:that )?it (?:would|will|had no|"
    r"has no|intended|planned|plans)\b"
)
# "Santera will host the next round, its government announced": so is whose government it is.
_ITS_SPEAKER = re.compile(
    r"(?: [a-z][\w’'-]*){2}[^.;:“”\"\n]{0,120}, its (?:[a-z]+ ){0,2}"
    rf"(?:{_any('government ministry minister president parliament embassy ambassador executive director chairman')}|"
    rf"{_any('chairwoman leader lawyers? operator owners? spokes[a-z]+')}) "
    r"(?:said|says|told|announced|confirmed|warned|insisted)\b"
)
# "Told the Lantern", "waiting at Brannick": whatever that is, it is nobody.
_THE_BEFORE = re.compile(r"\b[Tt]he $")
_ALONE_BEHIND = re.compile(r"[.,;:]|$| (?:that|on|in|at|by|of|as|if|and|has|had|is|was|said|will|would)\b|['’]s\b")
_AT_BEFORE = re.compile(r"(?:(?P<word>[\w’'-]+) )?\bat $")
_SHIP = re.compile(
    rf"\b(?:{_any('tanker ship vessel trawler frigate destroyer warship freighter yacht submarine liner icebreaker')}|"
    r"tug|tugboat|lifeboat|bulk carrier|aircraft carrier|car ferry) [“\"‘']?$|"
    r"\b(?:crew|sailors|seamen|hull|decks?|hold) of the [“\"‘']?$|\b(?:aboard|on board) the [“\"‘']?$"
)


def tells_place(text: str, start: int, end: int) -> int:
    """How many of the words around `text[start:end]` are as beside a place only."""
    before = text[max(0, start - REACH) : start]
    owned = text[end : end + 2] in {"’s", "'s"}
    found = (
        _HAS.match(text, end) is not None,
        _PLACE_BEFORE.search(before) is not None and not owned,
        _PLACE_BEHIND.match(text, end) is not None,
        _CAPITAL_BEFORE.search(before) is not None,
        _DATELINE_BEFORE.search(before) is not None and _DATELINE_BEHIND.match(text, end) is not None,
    )
    return sum(found)


def tells_body(text: str, start: int, end: int) -> int:
    """How many of the words around `text[start:end]` are as beside a company or another body only."""
    before = text[max(0, start - REACH) : start]
    return (_BODY_BEFORE.search(before) is not None) + (_BODY_BEHIND.match(text, end) is not None)


def has_its(text: str, end: int) -> bool:
    """Whether what opens a sentence with the name that ends at `end` has something of its own."""
    return any(told.match(text, end) for told in (_ITS, _IT_WOULD, _ITS_SPEAKER))


def has_its_speaker(text: str, end: int) -> bool:
    """Whether who speaks for the name that ends at `end` is told with "its"."""
    return _ITS_SPEAKER.match(text, end) is not None


def tells_nobody(text: str, start: int, end: int) -> EntityKind | None:
    """What the name at `text[start:end]` names rather than a person, by the small word before it, or None."""
    before = text[max(0, start - REACH) : start]
    if _THE_BEFORE.search(before) and _ALONE_BEHIND.match(text, end):
        return EntityKind.ORGANIZATION
    at = _AT_BEFORE.search(before)
    return EntityKind.PLACE if at and at["word"] not in TOWARDS else None


def tells_thing(text: str, start: int) -> bool:
    """Whether the name at `start` is told to be a ship's."""
    return _SHIP.search(text, max(0, start - REACH), start) is not None
