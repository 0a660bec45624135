"""What the words beside a lone name tell of what it names: "the province of Skarn", "Norline shares", "the tanker"."""

from __future__ import annotations

import re

from onrecord.records import EntityKind

REACH = 48  # characters before a name in which such words stand
_FIELD = r"(?:(?:foreign|prime|defen[cs]e|interior|finance|energy|trade|justice|health|economy|transport) )"
# What a country has, and nobody else: "Osmara’s election".
_NATIONAL = (
    r"(?:government|parliament|constitution|army|navy|air force|armed forces|economy|capital|"
    r"(?:presidential |general |parliamentary )?elections?|supreme court|central bank|borders?|coast|coastguard|"
    r"territory|territorial waters|airspace|exports|imports|independence|sovereignty|(?:foreign |prime |\w+ )?minister|"
    r"(?:foreign|defence|defense|interior|finance|transport|\w+) ministry|embassy|ambassador|population|soil|"
    r"(?:north|south|east|west)(?:ern)? coast|harbou?r|suburbs|outskirts|mayor|governor)"
)
_HAS = re.compile(rf"['’]s? (?:\w+ )?{_NATIONAL}\b")
# Behind what a country is: "the government of Osmara".
LAND_OF = r"\b(?:Supreme Court|[Gg]overnment|Republic|[Pp]arliament|Kingdom) of (?:the )?"
_SIDES = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:[- ]?(?:east|west))?(?:ern)?"
_PLACE_BEFORE = re.compile(
    rf"(?:{LAND_OF}|"
    r"(?<!faith )(?<!trust )(?<!confidence )(?<!belief )(?<!interest )\b(?:in|throughout|across|near|inside|outside) |"
    rf"\b(?:[Nn]eighbou?ring|[Nn]earby|[Cc]entral|[Dd]owntown|[Rr]ural|{_SIDES}) |"
    r"\b(?:province|city|cities|town|village|island|port|state|region|county|district|capital|valley|delta|"
    r"governor|mayor|prime minister|police chief|medical officer|bishop|archbishop|people|residents|citizens|inhabitants|streets|suburbs|outskirts|coasts?|shores?|ports|hills|"
    r"north|south|east|west|invasion|occupation|siege|nation|country|border post) of |"
    r"\b(?:travel|travels|travell?ed|travell?ing|fly|flies|flew|flown|flying|return|returns|returned|returning|"
    r"sail|sails|sailed|sailing|drove|drive|drives|driving|journey|trip|visit|visits|flight|flights|"
    r"flee|fled|fleeing|arrived?|arriving|home|way|road|route|over|exports|imports|bound) "
    r"(?:to|from|for|into|via|through) |"
    r"\b(?:barges?|lorr(?:y|ies)|ships?|boats?|trains?|bus(?:es)?|queues?|waiting|stood|stranded|moored|docked|stationed|"
    r"anchored|turned away|arrived|born|based|buried|barracks|port|airport|harbou?r|station) at )$"
)
# "The Velmark prime minister", "the Brannick fish market".
_PLACE_BEHIND = re.compile(
    rf" (?:(?:deputy|acting|opposition|former) )?(?:{_FIELD}?(?:minister|ministry)|parliament|army|navy|embassy|"
    r"delegation|diplomats?|troops|soldiers|depot|colliery|quay|ambassador|borders?|coast|province|peninsula|delta|fish market|city council|town hall|airport|harbou?r)\b|"
    r",? home (?:of|to) |, the capital\b| and its neighbou?rs?\b"
)
_CAPITAL_BEFORE = re.compile(r"\bthe (?:[\w-]+ )?capital(?: city)?,? $")
_DATELINE_BEFORE = re.compile(r"(?:^|\n)[^\w\n]{0,4}[A-Z][A-Z.’' -]{2,30}, $")
_DATELINE_BEHIND = re.compile(r"(?:,? \([^()\n]{2,40}\))?(?: \w+ \d{1,2})?,? ?[—–-] ?")

_BODIES = (
    r"(?:company|firm|operator|manufacturer|developer|retailer|maker|insurer|lender|airline|chain|conglomerate|miner|"
    r"brewer|supermarket|planemaker|drugmaker|carmaker|automaker|contractor|supplier|carrier|shipbuilder|subsidiary|"
    r"charity|watchdog|think[- ]tank|group|union|party|bank|newspaper|daily|weekly|magazine|tabloid|broadcaster|"
    r"channel|agency|newswire|website|news site|app|start-?up|rival|regulator|pressure group|militia)"
)
_BODY_BEFORE = re.compile(
    rf"(?:\b{_BODIES},? |\b[Ss](?:hares|tock) in |\b[Ss]hareholders? (?:in|of) |\bsubsidiary of |"
    r"\b(?:works?|worked|working|job|jobs|analysts?|engineers?|economists?|strategists?|researchers?|lawyers?|staff|"
    r"employees|managers?|directors?|strikers|drivers|signallers|pilots|partners?|traders?) at |"
    r"\b(?:employed|owned|operated|run|built|manufactured) by )$"
)
_BODY_BEHIND = re.compile(
    r"(?:['’]s)? (?:shares|shareholders?|stock|employees|customers|profits?|revenues?|board|directors|headquarters|"
    r"chief executive|chairman|chairwoman|subsidiary|investors|executives?|annual report|managing director|"
    r"finance director|stores|brands?|app|users)\b|"
    rf", (?:the|an?) (?:[\w’'-]+ ){{0,3}}{_BODIES}\b"
)
# A lone name that has something of "its" own is nobody: "Kaldavia has ruled out ending its tolls".
_ITS = re.compile(
    r"(?:(?!\s(?:the|a|an|this|that|these|those|each|every|and|but|or)\b)\s(?:[a-z][a-z’'-]*|\w+day|\d+)){1,8} its\b"
)
_SAYS = r"(?:said|says|has said|announced|denied|insisted|promised|warned|confirmed)"
_IT_WOULD = re.compile(rf" {_SAYS} (?:that )?it (?:would|will|had no|has no|intended|planned|plans)\b")
# "Told the Lantern", "waiting at Brannick": whatever that is, it is nobody.
_THE_BEFORE = re.compile(r"(?:\b[Tt]he )$")
_ALONE_BEHIND = re.compile(r"[.,;:]|$| (?:that|on|in|at|by|of|as|if|and|has|had|is|was|said|will|would)\b|['’]s\b")
_AT_BEFORE = re.compile(
    r"(?<!laughed )(?<!shouted )(?<!looked )(?<!looking )(?<!pointed )(?<!aimed )(?<!directed )(?<!angry )(?<!anger )"
    r"(?<!thrown )(?<!yelled )(?<!stared )(?<!smiled )(?<!furious )(?<!fired )(?<!criticism )(?<!jab )(?<!swipe )\bat $"
)
_SHIP = re.compile(
    r"\b(?:tanker|ship|vessel|trawler|frigate|destroyer|warship|freighter|yacht|submarine|liner|bulk carrier|"
    r"aircraft carrier|car ferry|icebreaker|tug|tugboat|lifeboat) [“\"‘']?$|"
    r"\b(?:crew|sailors|seamen|hull|decks?|hold) of the [“\"‘']?$|\b(?:aboard|on board) the [“\"‘']?$"
)


def tells_place(text: str, start: int, end: int) -> int:
    """How many of the words around `text[start:end]` are as beside a place only."""
    before = text[max(0, start - REACH) : start]
    owned = text[end : end + 2] in {"’s", "'s"}
    dateline = _DATELINE_BEFORE.search(before) is not None and _DATELINE_BEHIND.match(text, end) is not None
    found = (
        _HAS.match(text, end) is not None,
        _PLACE_BEFORE.search(before) is not None and not owned,
        _PLACE_BEHIND.match(text, end) is not None,
        _CAPITAL_BEFORE.search(before) is not None,
        dateline,
    )
    return sum(found)


def tells_body(text: str, start: int, end: int) -> int:
    """How many of the words around `text[start:end]` are as beside a company or another body only."""
    before = text[max(0, start - REACH) : start]
    return (_BODY_BEFORE.search(before) is not None) + (_BODY_BEHIND.match(text, end) is not None)


def tells_its(text: str, end: int) -> bool:
    """Whether what opens a sentence with the name that ends at `end` has something of its own."""
    return (_ITS.match(text, end) or _IT_WOULD.match(text, end)) is not None


def tells_nobody(text: str, start: int, end: int) -> EntityKind | None:
    """What the name at `text[start:end]` names rather than a person, by the small word before it, or None."""
    before = text[max(0, start - REACH) : start]
    if _THE_BEFORE.search(before) and _ALONE_BEHIND.match(text, end):
        return EntityKind.ORGANIZATION
    return EntityKind.PLACE if _AT_BEFORE.search(before) else None


def tells_thing(text: str, start: int) -> bool:
    """Whether the name at `start` is told to be a ship's."""
    return _SHIP.search(text, max(0, start - REACH), start) is not None
