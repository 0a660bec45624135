"""Whether two articles count one thing, each in its own words. Precision before all: what may be two is two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.derive.ages import differ, is_age
from onrecord.derive.contrasts import contrasted, qualified_apart
from onrecord.derive.measures import is_converted, is_measure, may_be_one
from onrecord.derive.rows import Figure
from onrecord.text.days import apart
from onrecord.text.folding import fold
from onrecord.text.meanings import meaning
from onrecord.text.states import state_of
from onrecord.text.stems import stem as stem_of
from onrecord.text.words import words

SHARE, SHARE_COUNTED = 0.6, 0.5  # of the stems of the shorter sentence; less where the unit says what is counted
SHARE_ALL = 0.8  # of the stems of the longer sentence, beyond which the words may stand in any order
LEAST_SHARED = 3
ENOUGH, ENOUGH_SHARE = 5, 0.7  # stems in both beyond which it matters little what stands right behind the number
NEAR_SHARED, NEAR_SHARE = 2, 1 / 4  # of the words around the number, where each of them tells something
SHARE_SAID = 0.5  # of the words around two numbers that one speaker gives
MOST_TIMES = 3  # two amounts of one thing, told in other words, differ by less
TOLL_TIMES = 2.5  # two tolls of one event differ by less: a war's is not that of a day
MOVED_BEFORE, MOVED_BEHIND = 80, 50  # characters around a number in which it is told to move
RARE = 2  # sentences with figures in an article, beyond which a word there is only what the article is about
NEWS = 3  # days between two articles that count the same thing at the same time
NOW = 60  # days between an article and the days of which it tells without naming any

# A figure that is said to move differs from itself on another day.
_UP = (
    r"rais(?:e|es|ed|ing)|increas\w+|ris(?:e|es|en|ing)|rose|gr[oe]w(?:s|n|ing|th)?|climb\w*|soar\w*|doubl\w+|"
    r"(?:go|goes|gone|went) up"
)
_DOWN = (
    r"lower(?:s|ed|ing)|(?<=to )lower|cut(?:s|ting)?|drop(?:s|ped|ping)?|shr[iau]nk\w*|"
    r"f[ae]ll(?:s|en|ing)?(?! (?:ill|sick|on|off|in|into|over|apart|short|behind|silent|asleep)\b)"
)
_MOVES = (re.compile(rf"\b(?:{_UP})\b", re.IGNORECASE), re.compile(rf"\b(?:{_DOWN})\b", re.IGNORECASE))
# "Four shells fell": what counts itself moves only to or by a number.
_MOVES_TO = tuple(re.compile(rf"{way.pattern}(?:\s+\S+){{0,3}}?\s+(?:to|by|from)\b", re.IGNORECASE) for way in _MOVES)
_AND = re.compile(r"[;:]|\b(?:and|but|while)\b")
_CHANGED = re.compile(r"\b(?:so far|now|revis\w+|updat\w+)\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every|per)\s+([a-z]\w+)")
# Two surveys differ by nature.
_SURVEYED = re.compile(r"\b(?:polls?|polling|pollsters?|survey\w*|averages?|margin of|sampling)\b", re.IGNORECASE)
_STATIONS = re.compile(r"\bpolling (?:stations?|places?|booths?|days?)\b", re.IGNORECASE)  # where a real vote is held
_FOR, _AGAINST = (re.compile(rf"\b(?:{told})\b", re.IGNORECASE) for told in ("for|favou?r", "against|opposed|rejected"))

# What figures are only proposed in, each its own.
_PLANS = {
    "draft": re.compile(r"\b(?:drafts?|blueprint)\b", re.IGNORECASE),
    "demand": re.compile(
        r"\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)? on|call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|wants?)\b",
        re.IGNORECASE,
    ),
    "offer": re.compile(r"\b(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?))\b", re.IGNORECASE),
}

_HARMS = frozenset(map(meaning, "killed wounded missing arrested detained".split()))
_PART = re.compile(r"\b(?:of (?:which|whom|them|these|those)|including|among them),?(?: \w+){0,2} ?$")
# What anything may be or do that is counted.
_PLAIN = frozenset(map(meaning, "worth cost pay earn have spend total reach amount value number sum".split()))
_OF_ALL = re.compile(r"\bof (?:the|its|his|her|their|them|those|these)\b")
_COMPLEMENT = re.compile(r"\s+(?:of|in|for|from|at|on|with|to|against|by|aboard|near)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the articles of a story count: how many sentences of each use a word, and its amounts of each unit."""

    told: Mapping[tuple[str, str], int]
    amounts: Mapping[tuple[str, ...], frozenset[float]]

    @classmethod
    def of(cls, rows: Iterable[Figure]) -> Counts:
        """What all figures of a story count."""
        sentences: dict[tuple[str, str], set[int]] = defaultdict(set)
        amounts: dict[tuple[str, ...], set[float]] = defaultdict(set)
        for row in rows:
            for key in ((), ("per", row.per), ("head", *row.head), ("said by", row.said_by)):
                amounts[row.article, row.measure, *key].add(row.amount)
            for word in {*row.near, *row.head, *row.names, *row.places}:
                sentences[row.article, word].add(row.sentence.start)
        return cls(
            told={key: len(several) for key, several in sentences.items()},
            amounts={key: frozenset(several) for key, several in amounts.items()},
        )

    def tells(self, word: str, *articles: str) -> bool:
        """Whether the word is not merely what these articles are about."""
        return all(self.told.get((article, word), 0) <= RARE for article in articles)

    def has(self, article: str, row: Figure) -> bool:
        """Whether the article tells the amount of the figure, too."""
        return row.amount in self.amounts.get((article, row.measure), ())

    def is_only_of_head(self, row: Figure) -> bool:
        """Whether the article has no other amount that is named alike."""
        return self.amounts[row.article, row.measure, "head", *row.head] == {row.amount}

    def is_only_of_speaker(self, row: Figure) -> bool:
        """Whether the article has no other amount of the unit from who says this one."""
        return self.amounts[row.article, row.measure, "said by", row.said_by] == {row.amount}

    def is_only(self, row: Figure) -> bool:
        """Whether the article has no other amount of the unit, or of so much for each thing of a kind."""
        key = ("per", row.per) if row.per else ()
        return self.amounts[row.article, row.measure, *key] == {row.amount}


def same_thing(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether two figures with different values count one thing, by the words around them."""
    if is_age(left) or is_age(right):
        return left.unit == right.unit and differ(left, right)
    converted = is_converted(left.unit, right.unit) or left.per != right.per
    if (left.amount == right.amount and not converted) or not may_be_one(left.unit, right.unit):
        return False
    # What costs most comes last: of most pairs the words alone speak for two things.
    if not (_in_like_sentences(left, right) or _in_like_words(left, right, counts)):
        return False
    return not _kept_apart(left, right, counts)


def of_other_days(left: Figure, right: Figure) -> bool:
    """Whether the figures are of two times: what tells no day is of the days of its article."""
    if left.days and right.days:
        return all((apart(one, other) or 0) > 0 for one in left.days for other in right.days)
    told, published = (left.days, right.published) if left.days else (right.days, left.published)
    return bool(told) and all((apart(day, published) or 0) > NOW for day in told)


def telling(stems: Iterable[str]) -> set[str]:
    """The stems that are neither a state's nor a number."""
    return {stem for stem in stems if not state_of(stem) and not stem[0].isdigit()}


def _kept_apart(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether something says that they are two: time, surveys, movement, names, or words that exclude each other."""
    if (apart(left.published, right.published) or 0) > NEWS or of_other_days(left, right):
        return True
    if any(_SURVEYED.search(_STATIONS.sub("", row.sentence.exact)) for row in (left, right)):
        return True
    harms = [_HARMS & set(row.head) for row in (left, right)]
    if _of_two_plans(left, right) or _said_on_two_days(left, right):
        return True
    if any(map(_is_part, (left, right))) or (all(harms) and harms[0].isdisjoint(harms[1])):
        return True
    if _moved_apart(left, right) or _of_two_names(left, right, counts) or _of_two_shares(left, right):
        return True
    return contrasted(left.stems, right.stems) or _for_and_against(left, right)


def _of_two_plans(left: Figure, right: Figure) -> bool:
    """Whether one figure is of a draft and the other not, or one of a demand and the other of an offer."""
    one, other = ({kind for kind, told in _PLANS.items() if told.search(row.sentence.exact)} for row in (left, right))
    return ("draft" in one) != ("draft" in other) or (bool(one and other) and one.isdisjoint(other))


def _said_on_two_days(left: Figure, right: Figure) -> bool:
    """Whether one speaker gives one figure on one day and the other on another: he has moved."""
    return bool(left.said_by) and left.said_by == right.said_by and (apart(left.said_on, right.said_on) or 0) > 0


def _is_part(row: Figure) -> bool:
    """Whether the figure is told as a part of another: "of which 19", "19 of the tests"."""
    before = _PART.search(row.sentence.exact, 0, row.span.start - row.sentence.start)
    return bool(before or _OF_ALL.search(row.span.exact))


def _moved_apart(left: Figure, right: Figure) -> bool:
    """Whether one of them moves, and not as the other does on the same day."""
    around = [_around(row) for row in (left, right)]
    if left.published != right.published and any(map(_CHANGED.search, around)):
        return True
    one, other = (
        [bool((way if is_measure(row.unit) else to).search(told)) for way, to in zip(_MOVES, _MOVES_TO, strict=True)]
        for row, told in zip((left, right), around, strict=True)
    )
    return any(one + other) and (one != other or (apart(left.published, right.published) or 0) > 1)


def _around(row: Figure) -> str:
    """The words of its own clause that can tell how a figure moves."""
    at = row.span.start - row.sentence.start
    before = row.sentence.exact[max(0, at - MOVED_BEFORE) : at]
    behind = row.sentence.exact[at + len(row.span.exact) :][:MOVED_BEHIND]
    return f"{_AND.split(before)[-1]}…{_AND.split(behind)[0]}"


def _of_two_names(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether each is told beside a name that the other's sentence has not: two people or bodies, or two places."""
    if not (left.names and right.names) and not (left.places and right.places):
        return False
    one, other = (_named(row) for row in (left, right))
    for here, there in ((left.names, right.names), (left.places, right.places)):
        mine = [name for name in here if name not in other and counts.tells(name, left.article, right.article)]
        theirs = [name for name in there if name not in one and counts.tells(name, left.article, right.article)]
        if mine and theirs:
            return True
    return False


def _named(row: Figure) -> frozenset[str]:
    """The words of the sentence, folded, any of which may be a name."""
    told = (fold(word.lower).removesuffix("'s") for word in words(row.sentence.exact))
    return frozenset(told) | {*row.names, *row.places}


def _of_two_shares(left: Figure, right: Figure) -> bool:
    """Whether one tells what "each family" has, and the other what "each farm" has."""
    one, other = (frozenset(map(stem_of, _EACH.findall(row.sentence.exact.lower()))) for row in (left, right))
    return bool(one and other) and one.isdisjoint(other)


def _for_and_against(left: Figure, right: Figure) -> bool:
    """Whether only one of them is of those who are against it."""
    one, other = (bool(_AGAINST.search(row.sentence.exact)) for row in (left, right))
    return one != other and any(_FOR.search(row.sentence.exact) for row in (left, right))


def _in_like_sentences(left: Figure, right: Figure) -> bool:
    """Whether most words of the shorter sentence stand in the other, with one thing right behind the number."""
    telling_left, telling_right = telling(left.stems), telling(right.stems)
    shared = telling_left & telling_right
    share = len(shared) / max(1, min(len(telling_left), len(telling_right)))
    counts_itself = bool(left.unit) and not is_measure(left.unit)
    if len(shared) < LEAST_SHARED or share < (SHARE_COUNTED if counts_itself else SHARE):
        return False
    if len(shared) >= SHARE_ALL * max(len(telling_left), len(telling_right)):
        return True
    if _of_two_sizes(left, right):
        return False
    many = len(shared) >= ENOUGH and share >= ENOUGH_SHARE
    return many or counts_itself or not _behind_differs(left, right)


def _of_two_sizes(left: Figure, right: Figure) -> bool:
    """Whether one amount is so many times the other that in other words it is hardly of one thing."""
    few, many = sorted((left.amount, right.amount))
    return many > MOST_TIMES * few


def _in_like_words(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether the words beside the number tell one thing, and nothing of two sorts of it."""
    if _of_two_sizes(left, right) or not _beside_alike(left, right, counts):
        return False
    if _behind_differs(left, right) and all(map(_is_complement, (left, right))):
        return False
    return not qualified_apart(left.sentence.exact, right.sentence.exact)


def _beside_alike(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether the words beside the number tell one thing of which neither article gives another amount."""
    here, there = telling(left.near), telling(right.near)
    shared = {word for word in here & there if counts.tells(word, left.article, right.article)}
    shared -= {*left.names, *right.names, *left.places, *right.places, *_PLAIN}
    if _of_one_head(left, right, counts):
        return True
    if shared and left.said_by and left.said_by == right.said_by:
        only = counts.is_only_of_speaker(left) and counts.is_only_of_speaker(right)
        if only or len(shared) >= SHARE_SAID * min(len(here), len(there)):
            return True
    if shared and counts.is_only(left) and counts.is_only(right) and left.unit:
        if (left.per and left.per == right.per) or not (is_measure(left.unit) or "person" in {left.unit, right.unit}):
            return True
        everything = [telling(row.stems) for row in (left, right)]
        both = everything[0] & everything[1]
        fewest = min(map(len, everything))
        if len(both) >= min(NEAR_SHARED, fewest) and len(both) >= SHARE_COUNTED * fewest:
            return True
    return len(shared) >= NEAR_SHARED and len(shared) >= NEAR_SHARE * min(len(here), len(there))


def _of_one_head(left: Figure, right: Figure, counts: Counts) -> bool:
    """Whether both are the amount of one named quantity: "turnout was …", "on a turnout of …", "killed …"."""
    one, other = set(left.head), set(right.head)
    if not one or not other or not (one <= other or other <= one):
        return False
    if one <= _HARMS:
        few, many = sorted((left.amount, right.amount))
        return counts.is_only_of_head(left) and counts.is_only_of_head(right) and many <= TOLL_TIMES * few
    return all(counts.tells(word, left.article, right.article) for word in one & other)


def _behind_differs(left: Figure, right: Figure) -> bool:
    """Whether both tell right behind the number what is counted, and not the same."""
    one, other = _counted(left), _counted(right)
    return bool(one and other) and one.isdisjoint(other)


def _is_complement(row: Figure) -> bool:
    """Whether what stands behind the number belongs to it, and is not the verb of which it is the subject."""
    return bool(_COMPLEMENT.match(row.sentence.exact, row.span.end - row.sentence.start))


def _counted(row: Figure) -> set[str]:
    """What is counted; a time that the figure is for ("a week") is not."""
    return telling(row.counted) - ({row.per} if row.per else set())
