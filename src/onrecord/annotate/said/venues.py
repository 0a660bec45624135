"""Where and before whom something is said: the words that tell one occasion from another."""

from __future__ import annotations

import re
from enum import StrEnum


class Venue(StrEnum):
    """A kind of occasion on which people speak."""

    PRESS = "press"
    INTERVIEW = "interview"
    WRITING = "writing"
    COURT = "court"
    MEETING = "meeting"
    PARLIAMENT = "parliament"
    CROWD = "crowd"
    CEREMONY = "ceremony"
    MATCH = "match"
    TALKS = "talks"
    CALL = "call"


VENUES = {
    word: venue
    for venue, words in {
        Venue.PRESS: "reporters journalists newsmen briefing",
        Venue.INTERVIEW: "interview podcast radio television tv programme",
        Venue.WRITING: "letter post tweet article op-ed column memo statement blog book essay",
        Venue.COURT: "court courtroom hearing trial judge jury jurors tribunal inquest sentencing",
        Venue.MEETING: "meeting session committee council councillors members gallery vote debate board shareholders",
        Venue.PARLIAMENT: "parliament lawmakers deputies senate senators mps legislators",
        Venue.CROWD: "rally crowd march protest demonstration protesters strikers",
        Venue.CEREMONY: "ceremony funeral vigil mourners congregation",
        Venue.MATCH: "match game",
        Venue.TALKS: "talks summit negotiations conference forum",
        Venue.CALL: "call conversation phone telephone",
    }.items()
    for word in words.split()
}
_MANY = frozenset({Venue.PRESS, Venue.INTERVIEW, Venue.WRITING})
_WORD = "|".join(sorted(VENUES, key=len, reverse=True))
_PRESS = re.compile(r"\b(?:press|news) conference\b", re.IGNORECASE)
_ANY = re.compile(rf"\b(?P<venue>{_WORD})\b", re.IGNORECASE)
_BEFORE_WHOM = (
    r"\b(?:told|tells|telling|addressed|informed|urged|warned|assured|asked|reminded|spoke|(?:pleaded|argued) with|in|"
    r"at|(?<!according )to|during|after|outside|inside|before)\s"
)
# In small letters only: "the Security Council" is a body, "the council" where one speaks.
_SPOKEN_AT = re.compile(rf"(?i:{_BEFORE_WHOM})(?:[a-z’'-]+\s){{0,3}}(?P<venue>{_WORD})\b")
_DEFINITE = re.compile(
    rf"(?i:{_BEFORE_WHOM})(?:(?:the|that|their|its|his|her|fellow)\s(?:[a-z’'-]+\s){{0,2}})?(?P<venue>{_WORD})\b"
)


# What was done tells the occasion as well as its name does: "thousands marched".
_DONE = {
    Venue.CROWD: re.compile(r"\b(?:marched|rallied|demonstrated|protested|took to the streets)\b"),
    Venue.MEETING: re.compile(r"\b(?:voted|met|convened)\b"),
    Venue.COURT: re.compile(r"\b(?:jailed|sentenced|convicted|acquitted|pleaded (?:not )?guilty|testified)\b"),
    Venue.CEREMONY: re.compile(
        r"\b(?:buried|inaugurated|unveiled|sworn in|laid to rest|was opened|opened its doors)\b"
    ),
}


def venues_in(words: str) -> frozenset[Venue]:
    """Every kind of occasion that the words name."""
    found = (each["venue"] for each in _ANY.finditer(_PRESS.sub("briefing", words)))
    return frozenset(VENUES[word.lower()] for word in found if word != "March")


def venues_done(words: str) -> frozenset[Venue]:
    """Every kind of occasion that the words tell by what was done there."""
    return frozenset(venue for venue, done in _DONE.items() if done.search(words))


def spoken_at(words: str) -> frozenset[Venue]:
    """The kinds of occasion on which, or before which people, the words say somebody spoke."""
    return frozenset(VENUES[found["venue"].lower()] for found in _SPOKEN_AT.finditer(_PRESS.sub("briefing", words)))


def spoken_at_the(words: str) -> dict[Venue, str]:
    """Those of them that the words take as known ("told the meeting", "outside court"), with the words.

    Reporters, interviews and letters are many: only "the interview" is a known one.
    """
    known: dict[Venue, str] = {}
    for found in _DEFINITE.finditer(_PRESS.sub("briefing", words)):
        venue = VENUES[found["venue"].lower()]
        if venue not in _MANY or re.search(r"\b(?:the|that)\b", found[0], re.IGNORECASE):
            known[venue] = found[0]
    return known
