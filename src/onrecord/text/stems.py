"""Stems of the words that carry the meaning of a text."""

from __future__ import annotations

import importlib
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from onrecord.text.words import in_lower_case, printed_words

# English words that only hold sentences together; "not" too, for whether something is denied is judged apart.
_FUNCTION_WORDS = """
    a an the this that these those such some any each every either neither no none all both half
    several many much more most few fewer little less least other another same own one ones i me my
    mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she
    her hers herself it its itself they them their theirs themselves who whom whose which what
    whatever whoever someone somebody something anyone anybody anything everyone everybody
    everything nobody nothing be am is are was were been being do does did doing done have has had
    having can could may might must shall should will would ought cannot let lets and or but nor so
    yet for if unless because since although though while whereas whether than as until till about
    above across after against along among amid around at before behind below beneath beside besides
    between beyond by despite down during except from in inside into like near of off on onto out
    outside over past per regarding through throughout to toward towards under up upon via with
    within without not never ever also too very just only even still already again then there here
    now when where why how however therefore thus hence meanwhile moreover else rather quite almost
    always often sometimes once i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll
    he's he'd he'll she's she'd she'll it's it'd it'll they're they've they'd they'll that's there's
    here's what's who's let's isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't
    can't couldn't mustn't shan't shouldn't won't wouldn't needn't mightn't ain't
"""
STOPWORDS = frozenset(_FUNCTION_WORDS.split())
_COUNTRY = "US"  # in capitals it is no pronoun
_ONE_AT_A_TIME = Lock()  # the stemmer keeps the word in itself while it works on it; a server asks in many threads


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem the English word, in lower case, by Porter's second algorithm (Snowball)."""
    with _ONE_AT_A_TIME:
        stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> Any:
    # Loads when the first word is stemmed.
    return importlib.import_module("snowballstemmer").stemmer("english")


def content_stems(text: str) -> tuple[str, ...]:
    """Stem the words of the text that are no STOPWORDS, in order and as often as they stand.

    The parts of a hyphenated word count each; "U.S." and "US" both give "us".
    """
    return tuple([stem for printed in printed_words(text) for stem in _stems_of(printed)])


@lru_cache(maxsize=200_000)
def _stems_of(printed: str) -> tuple[str, ...]:
    """The stems of one word as it is printed."""
    lower = in_lower_case(printed)
    if lower in STOPWORDS and printed != _COUNTRY:
        return ()
    if printed == _COUNTRY or ("." in lower and not lower[0].isdigit()):
        return (lower.replace(".", "").split("-")[0].removesuffix("'s"),)
    return tuple(stem(part) for part in lower.split("-") if part not in STOPWORDS)
