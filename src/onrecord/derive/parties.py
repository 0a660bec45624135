"""Which names name a party: those of states, persons and bodies, and no bare description."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.text.agencies import find_agency
from onrecord.text.folding import fold
from onrecord.text.states import state_of

# Words that stand in lower case within names.
_PARTICLES = frozenset(
    "of the and for on in at to de la le les du des van von der den del della di da do dos das e y et al el bin ibn "
    "ben ter ten zu af av og och und für s".split()
)
# Bodies that are many: the bare word names none of them.
_BODIES = frozenset(
    "union confederation federation guild government company firm council ministry police parliament party commission "
    "committee cabinet court board bank agency department office army opposition coalition delegation administration "
    "president minister spokesman spokeswoman mayor governor judge chairman officials authorities workers members "
    "management operator owner channel league club union's industry state city town county regulator prosecutors "
    "rebels militants residents lawyers campaigners families investors critics analysts "
    "pm ceo demonstrators proponents opponents supporters protesters experts scientists economists voters friends "
    "colleagues".split()
)


_SHARE = re.compile(
    r"^\W*\d[\d.,]*(?: ?(?:%|percent\b|per cent\b)|\W*$)"
)  # who were asked in a poll have no line together

# "According to Unity Press": what an agency or a paper tells so is the line of whoever said it.
_TOLD_BY = re.compile(r"\b(?:according to|report\w*|cit(?:e|es|ed|ing)|quot\w+|wr(?:ites?|ote)|carried|tells?)\b")


def is_carrier(name: str, cue: str, media: Collection[str]) -> bool:
    """Whether a news organisation only passes on what the cue tells; `media` are those of the story, folded."""
    return _TOLD_BY.search(cue.lower()) is not None and (fold(name) in media or find_agency(name) is not None)


def is_named(name: str) -> bool:
    """Whether the name is one by which a reader would know the party, as "the union" or "Copper miners" is not."""
    if state_of(name):
        return True
    if _SHARE.match(name):
        return False
    told = [word for word in re.split(r"[\s/&]+", name.strip()) if word]
    proper = [word for word in told if fold(word) not in _PARTICLES]
    if not proper or not all(_is_proper(word) for word in proper):
        return False
    return not {fold(word) for word in proper} <= _BODIES


def _is_proper(word: str) -> bool:
    return any(letter.isupper() for letter in word) or word[0].isdigit() or not word[0].isalpha()
