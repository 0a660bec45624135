"""Whose line a clause tells: the speaker's own, or that of others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.text.folding import fold
from onrecord.text.states import demonym_of, state_of

# Who speaks for a body calls it so: "the union is ready".
_SELF = re.compile(
    r"\b(?:i|we|he|she|they|it|nobody|no one|my|our|his|her|their|its|(?:the|both) (?:government|country|state|company|"
    r"firm|union|party|team|club|administration|ministry|council|city|bank|court|agency|group|board|committee|executive|"
    r"cabinet|commission|authority|kingdom|republic|federation|league|association|guild|bloc|alliance|movement|"
    r"sides|parties)s?)\b",
    re.IGNORECASE,
)
# Whoever works is the union's, out of its mouth.
_UNIONS = re.compile(r"\b(?:unions?|workers|federation of|guild|brotherhood|teamsters)\b", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?:members|workers|staff|drivers|crews?|nurses|doctors|teachers|miners|pilots|porters|dockers|signallers|"
    r"employees|ferrymen|officers|cleaners)\b",
    re.IGNORECASE,
)
# In a quotation "he" and "they" are others; a thing or nobody may still be the subject of a refusal.
_ALOUD = re.compile(
    r"\b(?:i|we|i['’]\w+|we['’]\w+|my|our|us|nobody|no one|there|it|this|that|"
    r"(?:the|this|our) (?:government|country|nation|company|union|party|team|club|administration|ministry|council))\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-Z][\w.’'-]*")
_SENTENCE_WORDS = frozenset(
    "the a an this that these those there it he she they we i if when but and so as no not nobody nothing neither any "
    "some all every each for with in on at by to from now then today yet still only our my his her their its one what "
    "who how why where until unless while after before because since although though without "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


class Voice(StrEnum):
    """In whose words it is told."""

    QUOTED = "quoted"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who speaks, and the party whose line it would be, by their names; and whether in their own words."""

    party: str
    speaker: str
    voice: Voice = Voice.REPORTED
    warns: bool = False  # the cue tells that it is a threat, whatever it hangs on
    people: frozenset[str] = frozenset()  # the family names, folded, of others who speak for the party

    def may_be_meant_in(self, clause: str) -> bool:
        """Whether no one else's name stands before the verb."""
        named = _names(clause)
        if named:
            return any(self._is_own(word) for word in named)
        return self.voice is Voice.REPORTED or not re.search(r"\w", clause) or self._is_meant(clause)

    def is_told_in(self, clause: str) -> bool:
        """Whether the subject of a deed done is the speaker: nobody is named, or a name or pronoun that may be his."""
        if _UNIONS.search(self.party) and _MEMBERS.search(clause):
            return True
        named = _names(clause)
        if named:
            return any(self._is_own(word) for word in named)
        return self._is_meant(clause) or (self.voice is Voice.REPORTED and not re.search(r"\w", clause))

    def _is_meant(self, clause: str) -> bool:
        own = _SELF if self.voice is Voice.REPORTED else _ALOUD
        return bool(own.search(clause)) or self._is_own_body(clause)

    def _is_own(self, word: str) -> bool:
        if state_of(word):
            return state_of(word) == self.party
        return fold(word) in self._words() or demonym_of(word, self._words()) is not None

    def _is_own_body(self, clause: str) -> bool:
        return bool(set(fold(clause).split()) & self._words())

    def _words(self) -> set[str]:
        return {*fold(self.party).split(), *fold(self.speaker).split(), *self.people}


def _names(clause: str) -> list[str]:
    """The capitalised words before the verb; the first word of a sentence only where it must be a name."""
    found = []
    for each in _CAPITAL.finditer(clause):
        word = re.sub(r"[’']s?$", "", each.group()).rstrip(".")
        if word.lower() not in _SENTENCE_WORDS:
            found.append(word)
    return found
