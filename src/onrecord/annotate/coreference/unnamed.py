"""Sources that an article doesn't name: whether any name is in the words for them, and whose "its government" is."""

from __future__ import annotations

import re

from onrecord.annotate.coreference.bodies import FIRMS
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.naming import UNNAMED_HEADS
from onrecord.annotate.coreference.persons import PERSONS
from onrecord.annotate.coreference.references import AGE
from onrecord.annotate.offices import claim
from onrecord.annotate.roles import ORGANIZATION_WORDS, ROLE_NOUNS
from onrecord.annotate.rules.lexicon import SPEAKER_NOUNS
from onrecord.annotate.tokens import tokenise
from onrecord.records import EntityKind, RoleClaim, Span
from onrecord.text.offices import is_of_one
from onrecord.text.states import state_of

INDEFINITE = frozenset(
    "a an one two three four five six seven some several many another other few senior unnamed "
    "unidentified anonymous".split()
)
# "Neither of them", "both": who of several is meant, nobody tells. "One of them" is somebody.
_OF_SEVERAL = re.compile(
    r"(?:neither|none|both|all|each|nobody|no one)(?: of (?:them|these|those|the two))?", re.IGNORECASE
)
# Behind one of these a name only tells where, by whom or how near: "copper miners *in* Skarn".
_ASIDE = re.compile(
    r" (?:in|from|at|on|with|who|which|that|close|familiar|near|to|by|about|among|across|around|along|outside|inside|"
    r"(?!red |united |wounded )[a-z]+ed|seen|known|given|heard|speaking|working|living) "
)
# Words before a body that don't say which one it is.
_POINTERS = frozenset("the this that its their his her our my your same local two both".split())
# What ends like words for people at work, and is none.
_THINGS = frozenset(
    "paper newspaper number letter order power computer counter character chapter matter center tower factor error "
    "sector list".split()
)
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*")


def of_several(phrase: str) -> bool:
    """Whether the words leave open who of several is meant."""
    return _OF_SEVERAL.fullmatch(phrase.strip(" ,")) is not None


def is_unnamed(phrase: str, head: list[str]) -> bool:
    """Whether the words name nobody: "two officials", "police", "the company".

    "The Kaldavian treasury" and "Oram’s office" say whose they are, "the mine rescue service" which one it is.
    `head` are the words up to the first preposition.
    """
    if head and (head[-1] in UNNAMED_HEADS or head[0] in INDEFINITE or is_plural(head)):
        return True
    own = _own_words(phrase)
    told = [word for word in own[:-1] if word.lower() not in _POINTERS]
    return not _has_name(own) and not (told and own[-1].lower() in ORGANIZATION_WORDS)


def _own_words(phrase: str) -> list[str]:
    """The words of the phrase, asides left out."""
    return _WORD.findall(_ASIDE.split(f" {phrase} ", maxsplit=1)[0]) or [""]


def is_plural(head: list[str]) -> bool:
    """Whether the words stand for several people: "two officials"."""
    last = head[-1] if head else ""
    return last.endswith("s") and last.removesuffix("s") in UNNAMED_HEADS | ROLE_NOUNS | SPEAKER_NOUNS


def _has_name(own: list[str]) -> bool:
    """Whether one of the words has a capital that its place does not give it."""
    first, *words = own
    if any(word[:1].isupper() for word in words):
        return True
    if not first[:1].isupper():
        return False
    owner = first[-2:] in {"’s", "'s"} or (len(first) > 1 and first.isupper()) or state_of(first) is not None
    plain = first.lower() in ORGANIZATION_WORDS | ROLE_NOUNS | UNNAMED_HEADS | PERSONS or first.endswith("s")
    return owner or (not words and not plain)


def is_of_people(noun: str) -> bool:
    """Whether the noun stands for a person or several: "the 64-year-old", "two officials", "her sister", "dockers"."""
    persons = UNNAMED_HEADS | ROLE_NOUNS | PERSONS
    noun = noun.rsplit("-", maxsplit=1)[-1] if AGE.match(noun) is None else noun  # "the secretary-general"
    one = noun.removesuffix("s")
    at_work = one != noun and one.endswith(("er", "or", "ist")) and one not in FIRMS | _THINGS
    return noun in persons or one in persons or at_work or AGE.match(noun) is not None


def its_owner(cast: Cast, source: Span) -> str | None:
    """Whose "its government" is: of the body or place that opens its sentence, or the one before, if it opens it."""
    places = cast.places
    here = places.sentence(source.start)
    if here < 0:
        return None
    here -= places.sentences[here][0] == source.start
    if here < 0 or places.paragraph(places.sentences[here][0]) != places.paragraph(source.start):
        return None
    start = places.sentences[here][0]
    first = cast.named_in(Span.of(cast.article.text, start, source.start))[:1]
    if not first or not first[0][0].opens or cast.groups[first[0][1]].kind is EntityKind.PERSON:
        return None
    return cast.entities[first[0][1]].name


def office_alone(phrase: str) -> tuple[RoleClaim, ...]:
    """The office of one person by which alone the words call him, with whose it is: "Velmark’s foreign minister"."""
    role = claim(tokenise(phrase, 0, len(phrase), ()))
    told = role is not None and role.of is not None and is_of_one(role.title)
    return (role,) if role is not None and told else ()
