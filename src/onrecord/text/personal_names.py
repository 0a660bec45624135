"""A personal name in parts: titles left out, given names, family name, and the generation behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.text.east_asian import is_family_first
from onrecord.text.folding import fold
from onrecord.text.names import name_key

PARTICLES = frozenset(
    "al bin ibn ben abu da das de del della den der di dos du el la las le los mac mc st ten ter van von y zu".split()
)
FATHERS = frozenset({"bin", "ibn", "bint", "ben"})  # what follows is the father's name
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady rev cllr councillor sen senator rep gov governor gen general "
    "col colonel lt sgt capt captain maj justice judge sheikh shaykh sheikha ayatollah hajji imam mullah rabbi fr "
    "prince princess emir president minister monsieur madame herr frau senor senora shri sri daw".split()
)
_SUFFIXES = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
}
_NUMERALS = frozenset("II III IV VI VII VIII XI XII XIII XIV XV XVI".split())  # in capitals: Xi is a family
_AGES = {("the", "elder"): "sr", ("the", "younger"): "jr"}
_PATRONYMIC = re.compile(r"\w+(?:[oe]v[iy]ch|ovna|evna|[iy]vna)")
# Two words of Arabic that make one name: "Abdel Fattah", servant of the Opener; "Seif al-Din", sword of the faith.
_ABD = re.compile(r"\babd[ -]?[aeou][lr][ -]+(?=[^\W\d_]{3})")
_DIN = re.compile(r"(?<=[^\W\d_]{3})[ -]?(?:al|el|ed|ud|ad)[ -]?d[ie]ne?(?= )")
_INITIALS = re.compile(r"\b([A-Z])\.?(?=[A-Z]\.)")  # "J.P."
_TWO_INITIALS = re.compile(r"^([A-Z])([A-Z])(?= [A-Z][a-z])")  # "JP Marsh"
_LEAST_WITH_FATHER = 3  # words of a name that has a patronymic and is no mere polite address


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A personal name in parts, each folded; `given` is empty for a name that is only a family's."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str = ""

    @property
    def tokens(self) -> tuple[str, ...]:
        """All parts but the suffix, the family name last."""
        return self.given + self.family

    @property
    def is_full(self) -> bool:
        """Whether it has both a given and a family name."""
        return bool(self.given)

    @property
    def parts(self) -> tuple[str, ...]:
        """Single names under which the bearer of a double family name may go: Lind-Berg's "Lind"."""
        halves = [half for word in self.family for half in word.split("-")] if "-" in "".join(self.family) else []
        return tuple(dict.fromkeys([*halves, *(word for word in self.given[1:] if _is_name(word))]))


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """The parts of a name: given names, family name with its particles, suffix; titles left out."""
    tokens = _tokens(name)
    while len(tokens) > 1 and tokens[0] in _TITLES:
        tokens.pop(0)
    suffix = ""
    if tuple(tokens[-2:]) in _AGES:
        suffix, tokens = _AGES[tokens[-2], tokens[-1]], tokens[:-2]
    elif len(tokens) > 1 and (tokens[-1] in _SUFFIXES or name.rsplit(maxsplit=1)[-1] in _NUMERALS):
        last = tokens.pop()
        suffix = _SUFFIXES.get(last, last)
    if _opens_with_family(tokens):
        return PersonName(given=tuple(tokens[1:]), family=tuple(tokens[:1]), suffix=suffix)
    cut = _family_start(tokens)
    return PersonName(given=tuple(tokens[:cut]), family=tuple(tokens[cut:]), suffix=suffix)


def _tokens(name: str) -> list[str]:
    apart = _TWO_INITIALS.sub(r"\1 \2", _INITIALS.sub(r"\1 ", name.replace(",", " ")))
    joined = _DIN.sub("addin", _ABD.sub("abdal", fold(apart)))
    return [token for token in (each.strip(".") for each in joined.split()) if token]


def _opens_with_family(tokens: list[str]) -> bool:
    """Whether the family name stands first: in East Asia, and in Russian lists ("Lavrenko Sergei Viktorovich")."""
    if len(tokens) < 2:
        return False
    if len(tokens) >= _LEAST_WITH_FATHER and _PATRONYMIC.fullmatch(tokens[-1]) and not _PATRONYMIC.fullmatch(tokens[1]):
        return not any(token in PARTICLES or len(token) == 1 for token in tokens)
    return is_family_first(tuple(tokens))


def _family_start(tokens: list[str]) -> int:
    cut = max(len(tokens) - 1, 0)
    while cut > 1 and tokens[cut - 1] in PARTICLES:
        cut -= 1
    if cut == 1 and tokens[0] in PARTICLES - {"ben"}:  # "bin Salman", "de Gaulle"; but Ben is a given name too
        return 0
    return cut


def _is_name(word: str) -> bool:
    return len(word) > 2 and word not in PARTICLES


@lru_cache(maxsize=100_000)
def keys_of(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The spelling-blind keys of the tokens, one for each side of a hyphen, particles left out."""
    parts = [part for token in tokens for part in token.split("-")]
    return tuple(name_key(part) for part in parts if part not in PARTICLES)
