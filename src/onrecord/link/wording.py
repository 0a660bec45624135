"""What two attributions have in common: quoted words in order, content stems, numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import Indel

from onrecord.link.scope import Clause, clauses_of, negates, refuses
from onrecord.records import Attribution, Form
from onrecord.records.packing import compact
from onrecord.text.folding import fold
from onrecord.text.meanings import is_number, light, meaning, meanings, verb_of_two
from onrecord.text.quotations import without_that
from onrecord.text.states import state_of
from onrecord.text.words import Word, words

_QUOTED = re.compile(r"[“«„\"]([^”»“\"]{1,600})(?:[”»“\"]|$)|(?<!\w)[‘']([^’']{2,300})[’'](?!\w)")
_GAP = re.compile(r"\.\.\.|…|\. \. \.|\[[^\]]*\]|\(\.\.\.\)")
HEAD_STEMS = 3
LONG_WORD = 10
LIGHT = 0.4  # what a word counts that adds little
STATE = "state "
UNION = "European Union"
CUT_RUN = 5  # words in common of two cuts of one quotation
CUT_SHARE = 0.5  # of the shorter of the two
TITLED = 0.6  # of its words in capitals: a headline, where a capital makes no name
_NO_NAMES = frozenset(
    "i mr mrs ms dr president minister foreign prime secretary defense defence general governor mayor king queen "
    "chancellor premier prince senator ambassador".split()
)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one attribution in the forms in which they are compared."""

    words: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]  # of a direct quotation, between what was left out or put in
    fragments: tuple[tuple[str, ...], ...]  # quoted within the reporter's words
    stems: tuple[str, ...]  # in order, each once; every name of a state and every word for one thing is one stem
    weight: float  # of the stems together
    head: tuple[str, ...]  # the first of them, states left out: what it is about rather than what it adds
    numbers: tuple[str, ...]  # figures, parts of a whole, days of the week and months, in figures or in words
    names: tuple[str, ...]  # the stems of words that are names, states counted in
    clauses: tuple[Clause, ...]
    act: tuple[str, ...]  # the stems of the cue
    refuses: bool  # by the cue
    direct: bool


def wording(attribution: Attribution) -> Wording:
    """The wording of an attribution."""
    direct = attribution.form is Form.DIRECT
    text = without_that(attribution.text) if direct else attribution.text
    cue = attribution.cue
    found = words(text)
    plain = tuple(word.lower for word in found)
    whole: tuple[str, ...] = plain
    pieces: tuple[tuple[str, ...], ...] = (plain,)
    if _GAP.search(text):
        whole = _plain_words(_GAP.sub(" ", text))
        pieces = tuple(piece for part in _GAP.split(text) if (piece := _plain_words(part)))
    begins = cue is None or attribution.content[0].start < cue.start
    each_word = _meanings(text, found)
    stems = tuple(dict.fromkeys(stem for word in each_word for stem in word))
    return Wording(
        words=whole,
        pieces=pieces if direct else (),
        fragments=() if direct else tuple(_fragments(text)),
        stems=stems,
        weight=weigh(frozenset(stems)),
        head=_head(stems),
        numbers=tuple(stem for stem in stems if is_number(stem)),
        names=_names(text, found, each_word, begins=begins or direct),
        clauses=clauses_of(text, found, each_word),
        act=tuple(stem for word in _plain_words(cue.exact) for stem in meanings(word)) if cue else (),
        refuses=refuses(_plain_words(cue.exact)) if cue else False,
        direct=direct,
    )


def weigh(stems: frozenset[str]) -> float:
    """What the stems count together."""
    return len(stems) - (1 - LIGHT) * len(stems & light())


def _head(stems: Sequence[str]) -> tuple[str, ...]:
    """The first stems, states and words that add little left out where there are others."""
    own = tuple(stem for stem in stems if not stem.startswith(STATE))
    heavy = tuple(stem for stem in own if stem not in light() and not is_number(stem))
    return (heavy or own)[:HEAD_STEMS]


def _plain_words(text: str) -> tuple[str, ...]:
    return tuple(word.lower for word in words(text))


def _fragments(text: str) -> Iterable[tuple[str, ...]]:
    for found in _QUOTED.finditer(text):
        fragment = _plain_words(found.group(1) or found.group(2))
        if fragment:
            yield fragment


def _meanings(text: str, found: Sequence[Word]) -> tuple[tuple[str, ...], ...]:
    """For each word its stems: none without content, one of a state or of a verb of two words, one of each part."""
    meant: list[tuple[str, ...]] = []
    second = False
    for word, following in zip_longest(found, found[1:]):
        if second:
            meant.append(())
            second = False
            continue
        capital = text[word.start].isupper()
        both = _of_two(word.lower, following.lower, capital and text[following.start].isupper()) if following else ()
        second = bool(both)
        meant.append(both or _stems(word.lower, capital))
    return tuple(meant)


@lru_cache(maxsize=200_000)
def _of_two(word: str, following: str, capitals: bool) -> tuple[str, ...]:  # noqa: FBT001 - part of the words
    """What two words come to together: a state ("United States"), a verb ("turned down"), or nothing."""
    if capitals:
        state = state_of(f"{word} {following}")
        return (_of_state(state),) if state else ()
    verb = verb_of_two(word, following)
    return (verb,) if verb else ()


@lru_cache(maxsize=100_000)
def _stems(word: str, capital: bool) -> tuple[str, ...]:  # noqa: FBT001 - part of the word
    """The stems of one word: none of a word without content, one of a state, one of each part of a compound."""
    if capital and "-" in word:
        return tuple(stem for part in word.split("-") for stem in _stems(part, capital))
    state = state_of(word)
    if state:
        return (_of_state(state),) if capital else ()
    return meanings(word)


def _of_state(state: str) -> str:
    """One stem for all names of a state; reporters call the union of Europe's states by the name of Europe."""
    return meaning("europe") if state == UNION else f"{STATE}{fold(state)}"


def _names(text: str, found: Sequence[Word], meant: Sequence[tuple[str, ...]], *, begins: bool) -> tuple[str, ...]:
    """The stems of words in capitals that no beginning of a sentence and no headline gave them."""
    capitals = [text[word.start].isupper() for word in found]
    if len(found) > HEAD_STEMS and sum(capitals) > TITLED * len(found):
        return ()
    names: list[str] = []
    for word, stems, capital in zip(found, meant, capitals, strict=True):
        first = begins if word is found[0] else text[: word.start].rstrip(" “\"'‘«„")[-1:] in '.!?…”"'
        if capital and not first and word.lower not in _NO_NAMES:
            names.extend(stem for stem in stems if not is_number(stem))
    return tuple(dict.fromkeys(names))


def same_quotation(left: Wording, right: Wording) -> int:
    """How many words of the shorter of two direct quotations stand in order in the longer, 0 where not all do.

    Words left out ("...") or put in ("[new]") part a quotation into pieces; a last word may be cut short, and one
    word in ten may be another, as outlets spell. Of two that were cut at different ends the words in common count.
    """
    short, long = sorted((left, right), key=lambda each: (len(each.words), each.words))
    if stands_in(short.pieces, long.words) or stands_in(long.pieces, short.words):
        return len(short.words)
    if len(short.words) >= 6 and Indel.normalized_similarity(short.words, long.words, score_cutoff=0.9) >= 0.9:
        return len(short.words) if _telling(short) == _telling(long) else 0
    return _overlap(short, long)


def _overlap(short: Wording, long: Wording) -> int:
    """How many words run on from where the one is cut to where the other is, 0 where they are few.

    Words of which one has others in its middle are no such run: what one denies begins and ends like what it denies.
    """
    runs = (_longest_run(one, other) for one in short.pieces for other in long.pieces)
    both = sum(run for run in runs if run >= CUT_RUN)
    return both if both >= CUT_SHARE * len(short.words) else 0


@lru_cache(maxsize=20_000)
def _longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The longest run of words in both that begins where either begins and ends where either ends."""
    longest = 0
    for offset in range(CUT_RUN - len(one), len(other) - CUT_RUN + 1):
        begin, end = max(0, -offset), min(len(one), len(other) - offset)
        if end - begin > longest and one[begin:end] == other[begin + offset : end + offset]:
            longest = end - begin
    return longest


def _telling(found: Wording) -> tuple[list[str], list[str]]:
    """The words of which another is no other spelling: figures and negations."""
    return list(found.numbers), [word for word in found.words if negates(word)]


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

    Many a report of another matter ends on the same background. A quotation may be reported from its middle.
    """
    if not left.head or not right.head:
        return True
    first = left.head[0] in right.stems or right.head[0] in left.stems
    sides = ((left, right), (right, left))
    return first and all(one.direct or any(stem in other.stems for stem in one.head) for one, other in sides)


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
    """Whether a fragment has content."""
    return any(meanings(word) for word in fragment)


def is_rare(fragment: tuple[str, ...]) -> bool:
    """Whether a fragment alone is telling: two words, not only of when and how many; or one long or joined word."""
    telling = any(not is_number(stem) for word in fragment for stem in meanings(word))
    return (len(fragment) > 1 and telling) or any("-" in word or len(word) >= LONG_WORD for word in fragment)
