"""An office told with "of" before its holder's name, no comma between: "Minister of Foreign Affairs of Varn Jan Velt".

So write agencies whose English follows another language, and anyone of mayors and bishops.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.capitals import NOT_NAMES
from onrecord.annotate.roles import HONORIFICS, ORGANIZATION_WORDS, PARTICLES, PLACE_WORDS, ROLE_MODIFIERS, ROLE_NOUNS
from onrecord.annotate.tokens import Token, TokenKind, Tokens
from onrecord.records import RoleClaim
from onrecord.text.states import demonym_of, state_named

OFFICES = frozenset(
    "minister president premier chancellor governor mayor chairman chairwoman chair head chief secretary speaker "
    "deputy ambassador commander director king queen prince emir sultan archbishop bishop patriarch prosecutor akim "
    "hakim".split()
)
# What ministers are of; a state or a name follows.
MATTERS = frozenset(
    "affairs agriculture commerce communications cooperation culture defence defense development economy "
    "education emergencies employment energy environment finance finances fisheries forestry health housing industry "
    "information infrastructure innovation intelligence interior investment investments irrigation justice labor "
    "labour planning policy protection regions relations resources science sciences security situations sport sports "
    "staff state statistics studies technology tourism trade transport transportation war welfare works youth".split()
)
LONGEST = 14  # words of such an office
LAND_WORDS = 3  # of a state's name
NAME_WORDS = (2, 4)  # fewest and most of the holder's name


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeChain:
    """Where such an office begins, where its holder's name begins and ends; what it is called, and of whom."""

    office: int
    name: int
    stop: int
    role: RoleClaim
    land: tuple[int, int] | None  # the words that name the state or place


def office_chain(text: str, tokens: Tokens, at: int) -> OfficeChain | None:
    """The office told with "of" and its holder that begin at `at`; None where it is not so plain.

    Between a place and the name no word parts the two: the place is a listed state's name, or what the text also names
    without the word that follows here.
    """
    noun = at
    while noun < len(tokens) and tokens[noun].lower in ROLE_MODIFIERS | OFFICES and not _is_of(tokens, noun + 1):
        noun += 1
    office = noun < len(tokens) and _is_office(tokens[noun])
    if not office or not _is_of(tokens, noun + 1):
        return None
    parts = _parts(tokens, noun + 1)
    if not parts:
        return None
    first, stop = parts[-1]
    name = _name_in(text, tokens, first, stop)
    while name is not None and name < stop - 1 and tokens[name].lower in HONORIFICS | ROLE_NOUNS:
        name += 1
    if (
        name is None
        or not tokens[name].capitalised
        or not NAME_WORDS[0] <= stop - name <= NAME_WORDS[1]
        or stop - at > LONGEST
    ):
        return None
    end = name
    while tokens[end - 1].lower in HONORIFICS | ROLE_NOUNS:
        end -= 1
    land = (first, end) if tokens[end - 1].lower not in MATTERS | ORGANIZATION_WORDS else None
    role = _role(tokens, at, noun, [*parts[:-1], (first, end)])
    return OfficeChain(office=at, name=name, stop=stop, role=role, land=land)


def _is_office(token: Token) -> bool:
    """Whether the word is an office with a capital, "then-Secretary" too."""
    bare = token.text.removeprefix("then-").removeprefix("ex-")
    return bare[:1].isupper() and bare.lower() in OFFICES


def _is_of(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].lower == "of"


def _parts(tokens: Tokens, tie: int) -> list[tuple[int, int]]:
    """The runs of words with capitals that "of" joins, from the "of" at `tie` on."""
    parts: list[tuple[int, int]] = []
    while _is_of(tokens, tie):
        first = tie + 1 + (tie + 1 < len(tokens) and tokens[tie + 1].lower == "the")
        stop = first
        while stop < len(tokens) and (_is_capital(tokens[stop]) or _ties(tokens, first, stop)):
            stop += 1
        if stop == first:
            return []
        parts.append((first, stop))
        tie = stop
    return parts


def _is_capital(token: Token) -> bool:
    return token.capitalised and not token.possessive and token.lower not in NOT_NAMES


def _ties(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a small word, or a comma in a list of matters, joins two words with capitals."""
    inner = first < at < len(tokens) - 1 and tokens[at + 1].capitalised
    if tokens[at].text == ",":
        return inner and tokens[at - 1].lower in MATTERS and _ends_list(tokens, at + 1)
    return inner and (tokens[at].lower in PARTICLES or (tokens[at].lower == "and" and tokens[at - 1].lower in MATTERS))


def _ends_list(tokens: Tokens, at: int) -> bool:
    """Whether "and" follows within a few words with capitals, as in "Labour, Health and Sport"."""
    while at < len(tokens) and tokens[at].capitalised:
        at += 1
    return at < len(tokens) and tokens[at].lower == "and"


def _name_in(text: str, tokens: Tokens, first: int, stop: int) -> int | None:
    """Where the holder's name begins in the last of the runs; None where nothing parts it from the place."""
    ends = [at for at in range(first, stop) if tokens[at].lower in MATTERS | ORGANIZATION_WORDS | PLACE_WORDS]
    if ends:
        return ends[-1] + 1
    for length in range(min(LAND_WORDS, stop - first), 0, -1):
        words = " ".join(token.text for token in tokens[first : first + length])
        if state_named(words):
            return first + length
    if tokens[first - 1].lower == "the":
        return None
    alone = stop - first > NAME_WORDS[0] and _stands_alone(text, tokens[first].text)
    return first + 1 if alone else None


def _stands_alone(text: str, place: str) -> bool:
    """Whether the text also has the word with no capital behind it, or its adjective: it is no part of a name."""
    first = re.escape(place)
    if re.search(rf"\b{first}\b(?! [A-Z])", text):
        return True
    like = re.findall(rf"\b{re.escape(place[:-1])}\w+", text)  # "Varnian" of Varn, where the text has only that
    return any(demonym_of(word, {place}) for word in like)


def _role(tokens: Tokens, at: int, noun: int, parts: Sequence[tuple[int, int]]) -> RoleClaim:
    """The office with the matter it is of, and the land or body whose it is."""
    title = [token.text for token in tokens[at : noun + 1]]
    stop = noun + 1
    if tokens[parts[0][1] - 1].lower in MATTERS:
        stop = parts[0][1]
        title = [token.text for token in tokens[at:stop] if token.kind is TokenKind.WORD]
        parts = parts[1:]
    whose = [token.text for token in tokens[parts[-1][0] : parts[-1][1]]] if parts else []
    body = parts[0] if parts and tokens[parts[0][1] - 1].lower in ORGANIZATION_WORDS else None
    whose = [token.text for token in tokens[body[0] : body[1]]] if body else whose
    return RoleClaim(title=" ".join(title), of=" ".join(whose) or None)
