"""Whom a description stands for: "the foreign minister", "his spokesman", "the 64-year-old", "the former banker"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.references import AGE, Reference
from onrecord.annotate.coreference.traits import Traits, traits_of
from onrecord.annotate.entities import Group
from onrecord.records import Span
from onrecord.text.folding import fold
from onrecord.text.states import state_of

DEFINITE = frozenset("the this that his her its their".split())
LEADERS = frozenset("leader head chairman chairwoman chair chairperson president chief".split())
PARTIES = frozenset(
    "party front alliance movement bloc coalition list league labour labor democrats conservatives liberals greens "
    "republicans socialists rally congress".split()
)
_WHOSE = re.compile(r"(?:country|nation|party|government|ministry|union|company|group|club|city)['’]s")
_OF_STATE = re.compile(r"(?:country|nation|government|kingdom|republic)['’]s")
# Other words for who governs, with the offices that they may stand for.
OTHER_WORDS = {
    "premier": (["prime", "minister"],),
    "head of government": (["prime", "minister"],),
    "head of state": (["president"],),
    "top diplomat": (["foreign", "minister"], ["state", "secretary"], ["foreign", "secretary"]),
    "chief diplomat": (["foreign", "minister"], ["state", "secretary"], ["foreign", "secretary"]),
}
SPOKES = frozenset("spokesman spokeswoman spokesperson".split())
# Between a name and what is said of its bearer.
BESIDE = re.compile(
    r"(?:\s*\([^()]*\))?(?:,?\s+who)?(?:,|\s+(?:is|was|became|remains|remained|has been|had been)"
    r"(?:\s+(?:also|then|now|still|once|later))?)\s+"
)
# Between a description and the name its bearer goes by.
CALLED = re.compile(
    r"(?:\s+(?:for|of|at|in|to)\s+[^,.;:“”]{1,60})?\s*,\s+|\s+|"
    r",?\s+who\s+(?:gave|would give)\s+(?:only\s+)?(?:his|her)\s+(?:first\s+)?name\s+(?:only\s+)?as\s+"
)
# Another clause: "a source in the guild *claims that* the chairman, Velt, …".
_TELLS = re.compile(r"\b(?:that|says?|said|claims?|claimed|told|tells|believes?|denies|denied|insists?|insisted)\b")
_ACCORDING = re.compile(r"\b(?:according to|in the words of|for)\s+$", re.IGNORECASE)
NEAR = 80  # characters within which a name and what stands beside it lie
AT_ANY_TIME = frozenset("former late then ex- veteran".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A person whom the article describes and does not name."""

    head: str
    span: Span  # where the article brings them in
    gender: str | None


def apposed(cast: Cast, reference: Reference) -> int | None:
    """The person beside whose name it stands: "Oram, *a former banker*", "*his spokesman*, Teodor Pell"."""
    text, span = cast.article.text, reference.span
    for name, group in cast.named_in(Span.of(text, max(0, span.start - NEAR), min(len(text), span.end + NEAR))):
        if not cast.is_person(group):
            continue
        if name.span.end <= span.start and BESIDE.fullmatch(text, name.span.end, span.start):
            return group
        called = span.end <= name.titled.start and CALLED.fullmatch(text, span.end, name.titled.start)
        if called and not _TELLS.search(called.group()) and not _begins_clause(text, span, called.group(), name.span):
            return group
    return None


def _begins_clause(text: str, span: Span, between: str, name: Span) -> bool:
    """Whether the name is the subject of what is said: "According to the minister, *Velmark* is ready"."""
    led_in = _ACCORDING.search(text, max(0, span.start - NEAR), span.start) is not None
    return led_in and between.strip() == "," and text[name.end : name.end + 1] not in {",", ".", ";", ""}


def is_definite(phrase: str) -> bool:
    """Whether the phrase points to somebody known: "the minister", "her father", "Velmark’s envoy"."""
    first = phrase.split(maxsplit=1)[0].lower()
    return first in DEFINITE or first.endswith(("’s", "'s", "s’", "s'"))


def again(strangers: list[Stranger], reference: Reference) -> int | None:
    """The referent of an earlier stranger whom "the man" takes up."""
    if not reference.span.exact.lower().startswith(("the ", "this ", "that ")):
        return None
    return next((-1 - at for at, each in enumerate(strangers) if each.head == reference.head), None)


def fitting(cast: Cast, traits: dict[int, Traits], reference: Reference, words: list[str]) -> tuple[int, ...]:
    """The people whom the description, its `words` up to the first preposition, can mean: by office, else by trait.

    `traits` keeps those that were read.
    """
    people = [number for number in range(len(cast.groups)) if cast.is_person(number)]
    by_role = _by_office(cast, people, words)
    for other in () if by_role else _in_other_words(cast, reference, words):
        if found := _by_office(cast, people, other):
            by_role, words = [*by_role, *found], other
    owner, modifiers = words[0], words[1:-1]
    owned = [n for n in by_role if any(_is_owned(owner, role.of) for role in cast.groups[n].roles)]
    if by_role:
        return tuple(owned if len(owned) == 1 else by_role)
    for number in people:
        if number not in traits:
            traits[number] = traits_of(cast, number)
    return tuple(number for number in people if _has_trait(traits[number], reference, modifiers))


def _by_office(cast: Cast, people: list[int], words: list[str]) -> list[int]:
    found = [n for n in people if _has_role(cast.groups[n], words[-1], words[1:-1], words[0])]
    if len(found) > 1 and words[1:] == ["minister"]:  # who is prime minister is not called so
        found = [n for n in found if not all("prime" in role.title.lower() for role in cast.groups[n].roles)] or found
    return found


def _in_other_words(cast: Cast, reference: Reference, words: list[str]) -> list[list[str]]:
    """The description of who governs in the words of each office: "the head of state" is the president."""
    text, span = cast.article.text, reference.span
    behind = re.match(r" of (?:state|government)\b", text[span.end : span.end + 16], re.IGNORECASE)
    whole = " ".join(span.exact.lower().split()[1:]) if " of " in span.exact else words[-1]
    told = f"{words[-1]}{behind.group().lower()}" if behind else whole
    if words[-1] == "diplomat" and is_definite(words[0]) and not any(map(_is_of_no_state, words[:-2])):
        told, words = " ".join(words[-2:]), words[:-1]
    return [[*words[:-1], *other] for other in OTHER_WORDS.get(told, ())]


def _is_of_no_state(owner: str) -> bool:
    """Whether the owner is another body than a state: "the *bloc’s* top diplomat"."""
    bare = re.sub(r"[’']s?$", "", owner)
    return bare != owner and state_of(bare) is None and _OF_STATE.fullmatch(owner) is None


def _has_role(group: Group, noun: str, modifiers: list[str], owner: str) -> bool:
    told = [word for word in modifiers if not _WHOSE.fullmatch(word)]  # "the country’s president"
    for role in group.roles:
        words = [word.lower() for word in role.title.split()]
        last = words[-1] if " of " not in role.title.lower() else words[0]
        of = fold(role.of or "").split()
        leads = noun == "leader" and last in LEADERS and not PARTIES.isdisjoint(of)
        same_noun = last == noun or (last in SPOKES and noun in SPOKES and "spokesperson" in {last, noun}) or leads
        fits = all(
            word in words
            or fold(word) in of
            or _same_state(word, role.of)
            or (word == "party" and not PARTIES.isdisjoint(of))
            for word in told
        )
        if same_noun and fits and not _of_another(owner, role.of):
            return True
    return False


def _same_state(word: str, of: str | None) -> bool:
    return state_of(word) is not None and state_of(word) == state_of(of)


def _is_owned(owner: str, of: str | None) -> bool:
    """Whether "Velmark’s minister" holds an office of what the owner names."""
    return of is not None and re.sub(r"[’']s?$", "", owner) in fold(of).split()


def _of_another(owner: str, of: str | None) -> bool:
    """Whether "Velmark’s minister" cannot hold an office of the state the article gives."""
    state = state_of(re.sub(r"[’']s?$", "", owner))
    return state is not None and state_of(of) is not None and state != state_of(of)


def _has_trait(traits: Traits, reference: Reference, modifiers: list[str]) -> bool:
    if AGE.match(reference.head):
        return reference.head.partition("-")[0] in traits.ages
    if reference.head not in traits.nouns:
        return False
    return all(word in traits.words | traits.nouns | AT_ANY_TIME or _is_age(word, traits) for word in modifiers)


def _is_age(word: str, traits: Traits) -> bool:
    return AGE.match(word) is not None and word.partition("-")[0] in traits.ages
