"""What two attributions have in common: quoted words in order, content stems, numbers, and which of them denies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from onrecord.records import Attribution, Form
from onrecord.records.packing import compact
from onrecord.text.folding import fold
from onrecord.text.states import state_of
from onrecord.text.stems import content_stems
from onrecord.text.words import words

_QUOTED = re.compile(r"[“«„\"]([^”»“\"]{1,600})(?:[”»“\"]|$)|(?<!\w)[‘']([^’']{2,300})[’'](?!\w)")
_GAP = re.compile(r"\.\.\.|…|\. \. \.|\[[^\]]*\]|\(\.\.\.\)")
_NEGATIONS = frozenset(
    "no not never none nothing nobody neither nor without cannot can't won't don't doesn't didn't isn't aren't "
    "wasn't weren't wouldn't couldn't shouldn't hasn't haven't hadn't".split()
)
_REFUSALS = re.compile(
    r"\b(?:rul\w+ (?:\w+ )?out|reject\w*|dismiss\w*|refus\w+|den(?:y|ied|ies|ying)|oppos\w+|declin\w+|rebuff\w*|"
    r"exclud\w+|disput\w+|scotch\w*|brush\w* (?:off|aside))\b"
)
NEGATION_WITHIN = 8  # words at the start of a content in which a negation is the main clause's
HEAD_STEMS = 3
STATE = "state "
# Words for one thing that reporters use for each other in reports of one saying.
_SYNONYMS = {
    word: group.split()[0]
    for group in (
        "talks negotiations negotiation discussions talk negotiating",
        "accord deal agreement pact",
        "troops soldiers forces troop",
        "adviser advisor",
        "region regions oblast oblasts province provinces",
        "percent per cent %",
        "see saw seen sees seeing",
        "europe european europeans",
    )
    for word in group.split()
}


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one attribution in the forms in which they are compared."""

    words: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]  # of a direct quotation, between what was left out or put in
    fragments: tuple[tuple[str, ...], ...]  # quoted within the reporter's words
    stems: tuple[str, ...]  # in order, each once; every name of a state and every word for one thing is one stem
    head: tuple[str, ...]  # the first of them, states left out: what it is about rather than what it adds
    numbers: tuple[str, ...]
    denies: bool
    direct: bool


def wording(attribution: Attribution) -> Wording:
    """The wording of an attribution."""
    text, direct = attribution.text, attribution.form is Form.DIRECT
    found = words(text)
    plain = tuple(word.lower for word in found)
    whole: tuple[str, ...] = plain
    pieces: tuple[tuple[str, ...], ...] = (plain,)
    if _GAP.search(text):
        whole = _plain_words(_GAP.sub(" ", text))
        pieces = tuple(piece for part in _GAP.split(text) if (piece := _plain_words(part)))
    stems = tuple(dict.fromkeys(stem for word in found for stem in _stems(word.lower, text[word.start].isupper())))
    return Wording(
        words=whole,
        pieces=pieces if direct else (),
        fragments=() if direct else tuple(_fragments(text)),
        stems=stems,
        head=tuple(stem for stem in stems if not stem.startswith(STATE))[:HEAD_STEMS],
        numbers=tuple(word for word in plain if word[0].isdigit()),
        denies=_denies(attribution.cue.exact if attribution.cue else "", whole),
        direct=direct,
    )


def _plain_words(text: str) -> tuple[str, ...]:
    return tuple(word.lower for word in words(text))


def _fragments(text: str) -> Iterable[tuple[str, ...]]:
    for found in _QUOTED.finditer(text):
        fragment = _plain_words(found.group(1) or found.group(2))
        if fragment:
            yield fragment


@lru_cache(maxsize=100_000)
def _stems(word: str, capital: bool) -> tuple[str, ...]:  # noqa: FBT001 - part of the word
    """The stems of one word: none of a word without content, one of a state, one of each part of a compound."""
    state = state_of(word)
    if state:
        return (f"{STATE}{fold(state)}",) if capital else ()
    return content_stems(_SYNONYMS.get(word, word))


def _denies(cue: str, plain: tuple[str, ...]) -> bool:
    """Whether the saying is against what its content names: by the cue or by the content, but not by both."""
    cue_words = _plain_words(cue)
    refused = bool(_REFUSALS.search(" ".join(cue_words))) and not _NEGATIONS & set(cue_words)
    start = plain[:NEGATION_WITHIN]
    return refused != any(word in _NEGATIONS or word.endswith("n't") for word in start)


def same_quotation(left: Wording, right: Wording) -> int:
    """How many words of the shorter of two direct quotations stand in order in the longer, 0 where not all do.

    Words left out ("...") or put in ("[new]") part a quotation into pieces; a last word may be cut short, and one
    word in ten may be another, as outlets spell.
    """
    short, long = sorted((left, right), key=lambda each: (len(each.words), each.words))
    if stands_in(short.pieces, long.words) or stands_in(long.pieces, short.words):
        return len(short.words)
    if len(short.words) >= 6 and Indel.normalized_similarity(short.words, long.words, score_cutoff=0.9) >= 0.9:
        return len(short.words)
    return 0


def stands_in(pieces: tuple[tuple[str, ...], ...], whole: tuple[str, ...]) -> bool:
    """Whether all pieces stand in the whole, one after another."""
    at = 0
    for number, piece in enumerate(pieces):
        found = _find(piece, whole, at, cut=number == len(pieces) - 1)
        if found < 0:
            return False
        at = found + len(piece)
    return bool(pieces)


def _find(piece: tuple[str, ...], whole: tuple[str, ...], start: int, *, cut: bool) -> int:
    """Where the piece begins in the whole, or -1; the last word of a long piece may be cut short."""
    for at in range(start, len(whole) - len(piece) + 1):
        if whole[at] != piece[0] and len(piece) > 1:
            continue
        window = whole[at : at + len(piece)]
        if window == piece:
            return at
        if cut and len(piece) > 4 and window[:-1] == piece[:-1] and window[-1].startswith(piece[-1]):
            return at
    return -1


def heads_meet(left: Wording, right: Wording) -> bool:
    """Whether each is about something that the other has, one of them first of all.

    Many a report of another matter ends on the same background.
    """
    if not left.head or not right.head:
        return True
    first = left.head[0] in right.stems or right.head[0] in left.stems
    return first and all(any(stem in other.stems for stem in one.head) for one, other in ((left, right), (right, left)))


def shared_fragment(left: Wording, right: Wording) -> tuple[str, ...]:
    """The longest quoted fragment of one that stands in the quoted words of the other, if it is worth anything."""
    found: list[tuple[str, ...]] = []
    for one, other in ((left, right), (right, left)):
        places = [other.words] if other.direct else list(other.fragments)
        found += [
            fragment
            for fragment in one.fragments
            if _tells(fragment) and any(stands_in((fragment,), place) for place in places)
        ]
    return max(found, key=lambda fragment: (len(fragment), fragment), default=())


def _tells(fragment: tuple[str, ...]) -> bool:
    """Whether a fragment is more than any speaker might say: two words with content, or one long or joined word."""
    if len(fragment) > 1:
        return bool(content_stems(" ".join(fragment)))
    return "-" in fragment[0] or len(fragment[0]) >= 10
