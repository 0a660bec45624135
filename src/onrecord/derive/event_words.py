"""The words that name a happening: verbs and nouns of one sort of event under one name, as ACE and PLOVER sort them."""

from __future__ import annotations

import re
from functools import cache

from onrecord.text.stems import STOPWORDS, stem

# Only what happens once, at a place and on a day. Words of speech are left out: a statement has its own day.
_SORTS = """
collapse: collapse collapsed collapsing cave-in caved
meeting: meet met meeting meets talks summit negotiations conference
opening: open opened opens opening began begin begins begun starts started launched launch inaugurated
closing: close closed closes closing ended ends
signing: sign signed signs signing signature
explosion: explode exploded explosion blast
crash: crash crashed collide collided collision derailed derailment rails aground
sinking: sank sink sunk sinking capsized
fire: fire blaze burned burnt
flood: flood flooded floods
quake: quake earthquake tremor
attack: attack attacked bombed bombing shelled shelling raid raided ambush
shooting: shot shooting
killing: killed murder murdered assassinated assassination
death: died death
arrest: arrest arrested detained detention
trial: trial hearing
ruling: ruled ruling verdict convicted sentenced acquitted
vote: vote voted votes election elected referendum ballot
arrival: arrive arrived arrives arrival landed
departure: depart departed departure
resignation: resign resigned resigns resignation
appointment: appointed appointment
inauguration: sworn swearing-in
birth: born
annexation: annex annexed annexation
seizure: seized captured
founding: founded established
building: built erected constructed
wedding: wed married wedding
burial: buried burial funeral
theft: stole stolen stealing robbed theft robbery burgled burglary heist
release: released freed
escape: escaped fled
evacuation: evacuated evacuation
repatriation: repatriated extradited deported expelled
dismissal: dismissed sacked fired
finish: completed
suspension: suspended suspension
rally: rally rallied march marched demonstration protest
visit: visit visited
strike: walkout
rescue: rescued rescue
invasion: invade invaded invasion
"""
# Two words, a verb and what it is done to.
_TWO_WORDS = """
inauguration: take/takes/took/taking/taken office
inauguration: take/takes/took/taking/taken power
resignation: step/steps/stepped/stepping down
resignation: stand/stands/stood/standing down
effect: come/comes/came/coming into
effect: into force
effect: take/takes/took/taking effect
effect: enter/enters/entered/entering into
strike: walk/walks/walked/walking out
strike: stop/stops/stopped/stopping work
strike: down/downs/downed/downing tools
strike: on strike
departure: set/sets/setting sail
burial: laid rest
building: put/puts/putting up
crash: left track/tracks/rails/road/runway
"""
# What may stand between a happening and its day and takes the day for itself.
_SPEECH = """
say said says saying told tell tells telling announced announce announces reported report reports wrote write writes
added asked warned denied confirmed declared stated claimed argued promised accused urged called insisted tweeted posted
replied answered explained according published spoke speaking quoted cited hinted vowed pledged
"""
# The day is then moved, or is one of several.
UNSTEADY = re.compile(
    r"\b(?:postpon\w+|delay\w*|reschedul\w+|put off|brought forward|moved|resum\w+|again|another|second|third|fourth|"
    r"fifth|previous\w*|earlier|former|last|next|anniversary|annual\w*|every|each|daily|weekly|since|until|till|or|"
    r"new (?:round|meeting|talks|summit|attack|raid|trial|vote|election)|rounds?|originally|"
    r"not|never|no|denied|may|might|could|should|if|unless)\b|n[’']t\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|would|due|expected|scheduled|slated|planned|shall|opens?|begins?|starts?|meets?|plans?|"
    r"(?:is|are|was|were|set|going) to|to (?:be|open|start|begin|meet|sign|close|visit|hold|vote|take))\b",
    re.IGNORECASE,
)
# Before another noun they only say what sort of thing it is: a suspension bridge, a fire brigade.
_NOUNS = frozenset(
    "suspension meeting talks fire vote rally arrest trial death opening closing signing rescue flood summit "
    "conference protest march blast raid collapse explosion crash strike invasion election collision".split()
)


@cache
def _sorts() -> dict[str, str]:
    lines = [line.partition(":") for line in _SORTS.strip().splitlines()]
    return {word: sort for sort, _, told in lines for word in told.split()}


def _pairs() -> dict[tuple[str, str], str]:
    lines = [line.partition(": ") for line in _TWO_WORDS.strip().splitlines()]
    return {
        (first, second): sort
        for sort, _, told in lines
        for first in told.split()[0].split("/")
        for second in told.split()[1].split("/")
    }


_PAIRS = _pairs()


@cache
def _spoken() -> frozenset[str]:
    return frozenset(_SPEECH.split())


def sort_of(word: str, following: str = "") -> str | None:
    """The sort of happening that a word in lower case names, with the one that follows it or alone; or None."""
    return _PAIRS.get((word, following)) or _sorts().get(word)


def is_compound(word: str, follower: str) -> bool:
    """Whether the noun of a happening only qualifies the word behind it, neither being a verb's form or a particle."""
    return word in _NOUNS and follower not in STOPWORDS and not follower.endswith(("ed", "ing"))


def is_spoken(word: str) -> bool:
    """Whether a word in lower case tells of speech."""
    return word in _spoken()


@cache
def words_of(sort: str) -> frozenset[str]:
    """The stems of all single words of a sort of happening."""
    return frozenset(stem(word) for word, its in _sorts().items() if its == sort)


@cache
def stems_of(sort: str) -> frozenset[str]:
    """The stems of all words of a sort of happening, those of its verbs with their objects among them."""
    return words_of(sort) | {stem(word) for pair, its in _PAIRS.items() if its == sort for word in pair}
