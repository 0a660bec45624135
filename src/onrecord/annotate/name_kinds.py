"""What a proper name names: a person, a body or a place, by its words and those beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.roles import ORGANIZATION_WORDS, PLACE_WORDS
from onrecord.annotate.tokens import TokenKind, Tokens
from onrecord.records import EntityKind
from onrecord.text.agencies import find_agency, looks_like_media
from onrecord.text.companies import is_company
from onrecord.text.regions import is_region, shortens_region
from onrecord.text.states import state_named, state_of

# Seats of government that are a house, not a city.
PALACES = frozenset(
    "kremlin pentagon elysee élysée bankova moncloa whitehall zhongnanhai beehive planalto miraflores vatican".split()
)
DEMONYM_END = re.compile(r"(?:ians?|[a-z]ans?|ese|ish|ites?|i|ic)$")

STATE_HAS = frozenset(
    "minister ministers president government parliament cabinet capital border army navy ambassador "
    "constitution coast".split()
)


def _holds_office(tokens: Tokens, stop: int) -> bool:
    """Whether the name is the owner of what countries have: "Velmark’s foreign *minister*"."""
    return tokens[stop - 1].possessive and any(token.lower in STATE_HAS for token in tokens[stop : stop + 3])


def is_adjective(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a single capitalised word only qualifies the noun behind it: "Istrian officials"."""
    if stop - first != 1:
        return False
    word = tokens[first].text
    following = tokens[stop] if stop < len(tokens) else None
    if state_named(word):
        return False
    if state_of(word):
        return DEMONYM_END.search(word.lower()) is not None
    return (
        following is not None
        and following.kind is TokenKind.WORD
        and following.text[:1].islower()
        and DEMONYM_END.search(word) is not None
        and following.lower
        not in {
            "said",
            "has",
            "is",
            "was",
            "told",
            "and",
            "will",
            "had",
            "of",
            "in",
            "on",
            "to",
            "who",
            "also",
        }
        and not following.lower.endswith("ed")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in its sentence: tokens `[first, stop)`, and whether an office stands beside it."""

    tokens: Tokens
    first: int
    stop: int
    name: str
    titled: bool

    @property
    def before(self) -> str:
        """The word before the name, in lower case."""
        return self.tokens[self.first - 1].lower if self.first else ""

    @property
    def is_short_for_region(self) -> bool:
        """Whether it is the short name of a state behind a town: "Tulsa, *Okla.*"."""
        return self.before == "," and self.stop == self.first + 1 and shortens_region(self.name)

    @property
    def of_person(self) -> bool:
        """Whether what "in" or "at" stands with makes the name a person's: "faith in Oram", "in Oram’s view"."""
        behind = self.tokens[self.stop].lower if self.stop < len(self.tokens) else ""
        owner = self.tokens[self.stop - 1].possessive and behind in _PERSONS_OWN
        return owner or (self.first > 1 and self.tokens[self.first - 2].lower in TOWARDS)

    @property
    def following(self) -> str:
        """The word behind the name, in lower case and the singular."""
        return self.tokens[self.stop].lower.removesuffix("s") if self.stop < len(self.tokens) else ""


def kind_of(found: Found) -> tuple[EntityKind, bool]:
    """What the name names, and whether that is told rather than guessed."""
    if state_named(found.name):
        return EntityKind.PLACE, True
    if found.titled:
        return EntityKind.PERSON, True
    by_words = _kind_by_words(found)
    return (by_words, True) if by_words else _kind_by_neighbours(found)


def _kind_by_words(found: Found) -> EntityKind | None:
    """What the words of the name itself tell: "Unity *Press*", "Oster *Bay*"."""
    parts = found.name.lower().split()
    words = set(parts)
    if parts[-1] in PLACE_WORDS:
        return EntityKind.PLACE
    known = find_agency(found.name) or looks_like_media(found.name) or is_company(found.name) or " & " in found.name
    if known or words & ORGANIZATION_WORDS:
        return EntityKind.ORGANIZATION
    if is_region(found.name) or found.is_short_for_region:
        return EntityKind.PLACE
    if state_of(found.name):
        house = words & (PALACES | {"house", "street", "department"})
        return EntityKind.ORGANIZATION if house else EntityKind.PLACE
    if words & PLACE_WORDS or found.following in PLACE_WORDS:
        return EntityKind.PLACE
    return EntityKind.ORGANIZATION if found.name.isupper() and len(found.name) <= 6 else None


def names_firm(name: str) -> bool:
    """Whether what is called an operator or owner by that name is a company: one word, or a company's last one."""
    last = name.lower().split()[-1]
    return " " not in name or last in ORGANIZATION_WORDS or looks_like_media(name) or is_company(name) or "&" in name


def _kind_by_neighbours(found: Found) -> tuple[EntityKind, bool]:
    """What the words beside the name tell: "in Quenza", "the Avrel bank"; a person where nothing does."""
    length = found.stop - found.first
    if found.before in LOCATING and length <= 2 and found.following != "who" and not found.of_person:
        return EntityKind.PLACE, found.before in {"in", "near"}
    if _holds_office(found.tokens, found.stop):
        return EntityKind.PLACE, True
    if found.before == "the":
        qualifies = bool(found.following) and found.following.islower() and length == 1
        return (EntityKind.PLACE if qualifies else EntityKind.ORGANIZATION), False
    return (EntityKind.PERSON, length > 1) if length <= 4 else (EntityKind.ORGANIZATION, False)


LOCATING = frozenset("in near at from across to outside around".split())
# Before "in" or "at" a person: "faith in Oram", "they laughed at Oram".
TOWARDS = frozenset(
    "faith trust confidence belief believe believes believed interest laughed laughing shouted shouting looked looking "
    "pointed pointing aimed directed angry anger thrown yelled stared smiled furious fired criticism jab swipe swipes "
    "attacks dig jeered booed screamed".split()
)
# What a person has that something may be in: "in Oram’s view".
_PERSONS_OWN = frozenset(
    "view views opinion words eyes hands absence life career favour favor case mind memory speech letter book diary "
    "lifetime youth childhood cabinet camp circle testimony handwriting".split()
)
