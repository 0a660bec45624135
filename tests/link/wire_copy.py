"""Invented coverage with known answers: which articles copy one wire report, and which only print some of it.

Of each matter there is a wire report; copies of it that are cut, moved about, given sentences of their own, edited in
places and shorn of the agency's name; articles with a few of its sentences among their own; and articles that share
nothing with it but what was said. All words are made up from a seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.records import Article, Reading, Segment, SegmentKind
from onrecord.records.ids import content_id, sha256_of

PEOPLE = ("Ilse Oram", "Jan Velt", "Piet Tarn", "Runa Sacher", "Asta Morvik", "Tam Vargo", "Nell Aubrey", "Ivo Felk")
FRAMES = (  # what reporters of all matters write in the same words
    "The ministry did not immediately respond to a request for comment on Tuesday.",
    "The talks are expected to resume next week, according to two people familiar with the matter.",
    "He declined to say when a decision would be made.",
    "No one was hurt, the police said.",
)
OPENINGS = ("{who} said on {day} that the", "On {day} the", "In a statement the", "A spokesman for the", "The")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SYLLABLES = tuple(first + then for first in "bdfgklmnprstvz" for then in ("a", "e", "i", "o", "u", "ar", "en", "il"))
SMALL = ("of", "the", "in", "to", "and", "for", "with", "a", "by", "on", "at", "from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """An article: the matter it copies (None: no copy), and which sentences of a wire report stand in it unchanged.

    `near` are all of them that stand in it, the edited ones with the others.
    """

    reading: Reading
    copies: int | None
    wire: frozenset[tuple[int, int]]
    near: frozenset[tuple[int, int]]


def coverage(count: int, seed: int = 7) -> list[Planted]:
    """`count` articles, shuffled; the same ones whenever the seed is the same."""
    dice = random.Random(seed)  # noqa: S311 - invented coverage, no secret
    made: list[Planted] = []
    matter = 0
    while len(made) < count:
        made.extend(_matter(dice, matter))
        matter += 1
    made = made[:count]
    dice.shuffle(made)
    return made


def _matter(dice: random.Random, number: int) -> Iterator[Planted]:
    vocabulary = ["".join(dice.choices(SYLLABLES, k=dice.choice((2, 3)))) for _ in range(220)]
    said = [f"“{_words(dice, vocabulary, 8, 16).capitalize()},” {dice.choice(PEOPLE)} said." for _ in range(4)]
    wire = [_sentence(dice, vocabulary) for _ in range(dice.randint(8, 16))]
    for quotation in said[:2]:
        wire.insert(dice.randrange(len(wire)), quotation)
    whole = list(enumerate(wire))
    if dice.random() < 0.7:  # a record may have the copies without the report itself
        yield _planted(number, whole, whole, copies=number)
    for _ in range(dice.randint(2, 9)):
        yield _planted(number, whole, _copied(dice, vocabulary, whole), copies=number)
    for _ in range(dice.randint(1, 3)):
        own = [(-1, _sentence(dice, vocabulary)) for _ in range(dice.randint(9, 15))]
        for piece in dice.sample(whole, 3):
            own.insert(dice.randrange(len(own)), piece)
        yield _planted(number, whole, own, copies=None)
    for _ in range(dice.randint(2, 5)):
        own = [(-1, _sentence(dice, vocabulary)) for _ in range(dice.randint(5, 14))]
        for words in (*said, dice.choice(FRAMES)):
            own.insert(dice.randrange(len(own)), (-1, words))
        yield _planted(number, whole, own, copies=None)


def _copied(dice: random.Random, vocabulary: Sequence[str], whole: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The report cut from its end and here and there, edited, moved about, with a few sentences put in."""
    kept = [piece for piece in whole[: dice.randint(len(whole) * 6 // 10, len(whole))] if dice.random() > 0.08]
    edited = [(at, _edited(dice, words) if dice.random() < 0.2 else words) for at, words in kept]
    if dice.random() < 0.5:
        dice.shuffle(edited)
    for _ in range(dice.randint(0, max(1, len(edited) // 4))):
        edited.insert(dice.randrange(len(edited) + 1), (-1, _sentence(dice, vocabulary)))
    return edited


def _sentence(dice: random.Random, vocabulary: Sequence[str]) -> str:
    if dice.random() < 0.05:
        return dice.choice(FRAMES)
    opening = dice.choice(OPENINGS).format(who=dice.choice(PEOPLE), day=dice.choice(DAYS))
    return f"{opening} {_words(dice, vocabulary, 10, 22)}."


def _words(dice: random.Random, vocabulary: Sequence[str], least: int, most: int) -> str:
    return " ".join(
        dice.choice(SMALL) if dice.random() < 0.35 else dice.choice(vocabulary)
        for _ in range(dice.randint(least, most))
    )


def _edited(dice: random.Random, words: str) -> str:
    """The sentence with one word, or a figure, in the place of another."""
    several = words.split()
    several[dice.randrange(1, len(several) - 1)] = dice.choice((str(dice.randint(2, 900)), "reportedly", "nearly"))
    return " ".join(several)


def _planted(
    matter: int, whole: Sequence[tuple[int, str]], pieces: Sequence[tuple[int, str]], copies: int | None
) -> Planted:
    own = {at for at, words in pieces if at >= 0 and "“" not in words and words not in FRAMES}
    return Planted(
        reading=reading_of([words for _, words in pieces], headline=f"Headline {len(pieces)} of its own"),
        copies=copies,
        wire=frozenset((matter, at) for at, words in pieces if at in own and words == whole[at][1]),
        near=frozenset((matter, at) for at in own),
    )


def reading_of(paragraphs: Sequence[str], headline: str = "Headline", outlet: str | None = None) -> Reading:
    """An article with that headline and those paragraphs, nothing read in it."""
    text = "\n\n".join((headline, *paragraphs))
    segments = [
        Segment(start=found.start(), end=found.end(), kind=SegmentKind.BODY) for found in re.finditer(r"[^\n]+", text)
    ]
    head = Segment(start=0, end=len(headline), kind=SegmentKind.HEADLINE)
    digest = sha256_of(f"{outlet} {text}".encode())
    return Reading(
        article=Article(
            id=content_id("article", digest),
            sha256=digest,
            text=text,
            encoding="utf-8",
            segments=(head, *segments[1:]),
            headline=headline,
            outlet=outlet,
        )
    )


def copy_pairs(planted: Sequence[Planted]) -> set[tuple[str, str]]:
    """The pairs of copies of one report, by article id."""
    groups: dict[int, list[str]] = {}
    for one in planted:
        if one.copies is not None:
            groups.setdefault(one.copies, []).append(one.reading.article.id)
    return {pair for ids in groups.values() for pair in combinations(sorted(set(ids)), 2)}


def sentence_pairs(planted: Sequence[Planted], least: int, *, edited: bool = False) -> set[tuple[str, str]]:
    """The pairs of articles that have at least so many sentences of a report in common, unchanged or edited too."""
    matters: dict[int, list[Planted]] = {}
    for one in planted:
        for matter in {matter for matter, _ in one.near}:
            matters.setdefault(matter, []).append(one)
    found = set()
    for several in matters.values():
        for left, right in combinations(several, 2):
            both = left.near & right.near if edited else left.wire & right.wire
            if len(both) >= least:
                first, second = sorted((left.reading.article.id, right.reading.article.id))
                found.add((first, second))
    return found


def f1(found: set[tuple[str, str]], wanted: set[tuple[str, str]]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * len(found & wanted) / (len(found) + len(wanted)) if found or wanted else 1.0
