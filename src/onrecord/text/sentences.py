"""Where sentences begin and end in newspaper English; quotations and offsets are kept as printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.text.abbreviations import (
    ASKED,
    BEFORE_FIGURES,
    BEFORE_NAMES,
    BEFORE_VERBS,
    HOURS,
    MAY_END_CAPITAL,
    MAY_END_SMALL,
    MONTH_NAMES,
    MONTHS,
    NAME_PARTICLES,
    NEVER_LAST,
    SAID_CONTENT,
    SPEECH,
    STARTERS,
    WEEKDAYS,
)
from onrecord.text.words import Word, words

_QUOTES = "\"'“”„‟‘’‚«»‹›＂"
# A blank line parts paragraphs, and so does a line that begins with a bullet or a dash.
_PARAGRAPH = re.compile(r"(?:\r\n?|\n)(?:\s*[\n\r]|(?=[^\S\n\r]*[•●▪‣◦*–—-]\s))\s*")
_STOP = re.compile(r"\.(?:[ \u00a0\u202f]?\.)+|[.!?…‽]+")
_CLOSERS = re.compile(rf"[{_QUOTES})\]]*(?:[ \u00a0\u2009\u202f][”’»›]+(?=\s|$))*")
_OPENERS = re.compile(rf"\s*(?:[–—-]+\s+)?[{_QUOTES}(\[]*")
_LAST_TOKEN = re.compile(r"[^\s()\[\]\"“”„«»‘—–/]*$")
_HAS_WORD = re.compile(r"[^\W_]")
_SHORT_PARTS = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_ONLY_NUMBER = re.compile(r"[\W_]*\d{1,3}[\W_]*$")
_DAY_WORDS = WEEKDAYS | MONTH_NAMES | MONTHS
_BLANKS = re.compile(r"\s")
_TO_NEXT_STOP = re.compile(r"[^.!?…]*")
LONGEST_TOKEN = 24  # characters looked back for an abbreviation or the number of a point


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stop:
    """A stop at `text[start:end]`; `after` is behind the quotation marks and brackets it closes."""

    start: int
    end: int
    after: int


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """The sentences of `text[start:end]` as half-open offsets into `text`, in order and disjoint.

    Together they hold every character that is no white space. A single line break is a blank; a blank line or
    a bullet begins a sentence. Several sentences within one quotation are several; “Why?” he asked. is one.
    """
    limit = len(text) if end is None else end
    return tuple(span for left, right in _paragraphs(text, start, limit) for span in _split(text, left, right))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for gap in _PARAGRAPH.finditer(text, start, end):
        yield left, gap.start()
        left = gap.end()
    yield left, end


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one paragraph; what holds no word goes with the sentence before it."""
    found: list[tuple[int, int]] = []
    left = last_cut = start
    for cut in _cuts(text, start, end):
        if _HAS_WORD.search(text, last_cut, cut):
            found.append((left, cut))
            left = cut
        last_cut = cut
    if found and not _HAS_WORD.search(text, left, end):
        left, _ = found.pop()
    found.append((left, end))
    return [span for span in (_trimmed(text, *each) for each in found) if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end, before the blanks that follow."""
    left = start
    for stop in _STOP.finditer(text, start, end):
        closers = _CLOSERS.match(text, stop.end(), end)
        after = closers.end() if closers else stop.end()
        if after < end and not text[after].isspace():
            if not _lost_blank(text, stop, end):
                continue
            after = stop.end()
        elif not _ends(text, left, _Stop(start=stop.start(), end=stop.end(), after=after), end):
            continue
        yield after
        left = after


def _lost_blank(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence begins right after the stop ("the war.The talks"), its blank lost on the way."""
    before = text[max(0, stop.start() - 2) : stop.start()]
    follows = words(text, stop.end(), min(end, stop.end() + 24))
    if not (before.isalpha() and before.islower() and follows):
        return False
    gap = text[stop.end() : follows[0].start]
    return follows[0].lower in STARTERS and text[follows[0].start].isupper() and gap in {"", "“", "‘", "«"}


def _ends(text: str, left: int, stop: _Stop, end: int) -> bool:
    """Whether the sentence begun at `left` ends with the stop, by what stands before and after it."""
    opened = _OPENERS.match(text, stop.after, end)
    next_start = opened.end() if opened else stop.after
    if next_start >= end:
        return True
    continued = text[next_start].islower() and not _opens_quotation(text, stop.after, next_start)
    numbered = stop.start - left < LONGEST_TOKEN and _ONLY_NUMBER.match(text, left, stop.start)
    if continued or numbered:
        return False
    if stop.after > stop.end and text[stop.after - 1] in _QUOTES:
        return not _names_the_speaker(text, next_start, end, text[stop.end - 1])
    mark = _BLANKS.sub("", text[stop.start : stop.end])
    if mark == ".":
        token = _LAST_TOKEN.search(text, max(left, stop.start - LONGEST_TOKEN), stop.start)
        return _stop_ends(token.group() if token else "", text, next_start, end)
    return mark not in {"...", "…"} or _ellipsis_ends(text, left, stop.start, next_start)


def _opens_quotation(text: str, after: int, next_start: int) -> bool:
    """Whether a quotation begins between the stop and the next word: It ended. “some hope,” he said."""
    return any(mark in _QUOTES for mark in text[after:next_start])


def _names_the_speaker(text: str, start: int, end: int, mark: str) -> bool:
    """Whether a name and a verb of speech follow a closed quotation, as in: “Why?” President Oram asked."""
    following = words(text, start, min(end, start + 90))
    if not following or not text[start].isupper() or following[0].lower in STARTERS:
        return False
    for before, word in itertools.pairwise(following[:7]):
        if text[before.end : word.start].strip(" ."):
            return False
        if word.lower in SPEECH:
            return _only_a_cue(text, word, end, mark)
        named = text[word.start].isupper() or word.lower in NAME_PARTICLES
        if not named and word.lower not in BEFORE_VERBS and not word.lower.endswith("ly"):
            return False
    return False


def _only_a_cue(text: str, verb: Word, end: int, mark: str) -> bool:
    """Whether the verb says the quotation before it, rather than what follows: Oram said the talks failed.

    After a plain stop it must be the last word: a comma would stand there if the sentence went on.
    """
    rest = _TO_NEXT_STOP.match(text, verb.end, end)
    following = words(rest.group()) if rest else ()
    if not following or mark == ".":
        return not following
    return verb.lower in ASKED or not (
        following[0].lower in SAID_CONTENT or any(word.lower == "that" for word in following)
    )


def _stop_ends(token: str, text: str, next_start: int, end: int) -> bool:
    """Whether a single stop after `token` ends a sentence, by what the token is and what follows."""
    lower = token.lower().lstrip("'’‘$£€")
    capital = token[:1].isupper()
    if lower in NEVER_LAST or (capital and lower in BEFORE_NAMES):
        return False
    if lower in BEFORE_FIGURES:
        return not text[next_start].isdigit()
    if lower in HOURS:
        return not _belongs_to_hour(text, next_start, end)
    initial = capital and len(token) == 1
    known = lower in MAY_END_SMALL or (capital and lower in MAY_END_CAPITAL)
    if initial or known or _SHORT_PARTS.fullmatch(token):
        following = words(text, next_start, min(end, next_start + 60))
        return bool(following) and following[0].lower in STARTERS and not text[next_start].islower()
    return True


def _belongs_to_hour(text: str, start: int, end: int) -> bool:
    """Whether a day or a time zone follows "a.m.": "9 a.m. Monday", "9 a.m. Eastern time", "9 a.m. GMT"."""
    following = words(text, start, min(end, start + 40))
    if not following or not text[start].isalpha():
        return False
    first = following[0]
    if first.lower in _DAY_WORDS:
        return True
    zone = len(first.lower) in range(2, 6) and text[first.start : first.end].isupper()
    return zone or any(word.lower in {"time", "standard", "daylight"} for word in following[1:3])


def _ellipsis_ends(text: str, left: int, stop_start: int, next_start: int) -> bool:
    """Whether three dots before a capital end a sentence: not between blanks, where they stand for words."""
    if text[stop_start - 1 : stop_start].isspace():
        return False
    before = words(text, left, stop_start)
    after = words(text, next_start, next_start + 40)
    stammered = bool(before and after) and before[-1].lower == after[0].lower
    return not stammered
