"""Whether two personal names can be one person's: token by token, blind to spelling, never by a score alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.link.short_forms import short_forms
from onrecord.records import Link, Verdict
from onrecord.text.east_asian import LOOSE
from onrecord.text.folding import fold
from onrecord.text.names import name_key, spelling_distance
from onrecord.text.personal_names import FATHERS, PersonName, keys_of, person_name
from onrecord.text.romanisation import readings, system_of

__all__ = ["SAME", "Judgement", "compare_names", "family_key", "meeting_keys", "person_name"]
SAME, CLOSE, ROMANISED, SWAPPED, SHORT = 1.0, 0.9, 0.88, 0.85, 0.85
SURNAME_ONLY, INITIAL, LIKE, COMPOUND = 0.5, 0.6, 0.55, 0.6
MISPRINTED = "family names one letter apart"
LEAST_MISPRINTED = 5  # letters; in shorter names one letter makes another name
# Two known people whom papers tell apart by a middle name only; general knowledge.
_MIDDLE_TELLS = {("george", "bush"): {"w", "walker"}, ("john", "adams"): {"q", "quincy"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a comparison came to, how sure it is (0 to 1), and why."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]

    def link(self, type: str, one: str, other: str) -> Link:  # noqa: A002 - as the field is called
        """The judgement on two rows of this type as a link."""
        left, right = sorted((one, other))
        return Link(
            type=type,
            left=left,
            right=right,
            verdict=self.verdict,
            score=round(self.score, 4),
            reasons=self.reasons,
        )


def compare_names(left: str, right: str) -> Judgement:
    """Whether the two names, without titles, can be one person's."""
    first, second = person_name(left), person_name(right)
    if first.suffix != second.suffix:
        return _by_suffix(first, second)
    if fold(left) == fold(right):
        return _judge(Verdict.POSITIVE, SAME, "the same name")
    if "".join(keys_of(first.tokens)) == "".join(keys_of(second.tokens)):
        return _judge(Verdict.POSITIVE, CLOSE, "one name in two spellings")
    if not (first.is_full and second.is_full):
        return _by_family_alone(first, second)
    if _goes_by_later(first, second) or _goes_by_later(second, first):
        return _judge(Verdict.UNSURE, COMPOUND, "one goes by a later given name of the other")
    if conflict := _middle_conflict(first, second):
        return _judge(Verdict.NEGATIVE, 0.9, conflict)
    if common := readings(first.given, first.family) & readings(second.given, second.family):
        return _romanised(first, second, {system_of(reading) for reading in common})
    if _family_key(first) != _family_key(second):
        return _other_family(first, second)
    if (judged := _given_names(first.given, second.given)).score == LIKE and _is_east_asian(first, second):
        return _judge(Verdict.NEGATIVE, 0.9, "different given names, where one letter makes another name")
    return judged


def family_key(name: str) -> str:
    """The spelling-blind key of the family name, under which a person is looked for."""
    return _family_key(person_name(name))


@lru_cache(maxsize=100_000)
def meeting_keys(name: str) -> frozenset[str]:
    """Keys of the whole name, in any order and every romanisation, that another spelling of it shares."""
    parts = person_name(name)
    return readings(parts.given, parts.family) | {"any order: " + " ".join(sorted(keys_of(parts.tokens)))}


def _judge(verdict: Verdict, score: float, *reasons: str) -> Judgement:
    return Judgement(verdict=verdict, score=score, reasons=reasons)


def _by_suffix(left: PersonName, right: PersonName) -> Judgement:
    if _family_key(left) != _family_key(right):
        return _judge(Verdict.NEGATIVE, 1.0, "different family names")
    suffixes = {left.suffix, right.suffix}
    if suffixes == {"", "sr"}:
        return _judge(Verdict.UNSURE, SURNAME_ONLY, "only one is called Sr.")
    bare = left if not left.suffix else right
    if "" in suffixes and not bare.is_full:
        return _judge(Verdict.UNSURE, SURNAME_ONLY, "one is only a family name, of father or son")
    return _judge(Verdict.NEGATIVE, 1.0, "different generations: " + " and ".join(sorted(suffixes - {""})))


def _by_family_alone(left: PersonName, right: PersonName) -> Judgement:
    """One of the two is a single name: the family name of the other, or one of its other parts."""
    short, full = (left, right) if not left.is_full else (right, left)
    if _family_key(short) == _family_key(full):
        return _judge(Verdict.UNSURE, SURNAME_ONLY, "one is only a family name")
    if not full.is_full:
        return _judge(Verdict.NEGATIVE, 1.0, "different names")
    alone = keys_of(short.family)
    if alone in {keys_of((part,)) for part in full.parts}:
        return _judge(Verdict.UNSURE, SURNAME_ONLY, "one is only a part of the other")
    if alone[-1:] == keys_of(full.given)[:1]:
        return _judge(Verdict.UNSURE, SURNAME_ONLY, "one is only the first part of the other")
    return _judge(Verdict.NEGATIVE, 1.0, "different family names")


def _other_family(left: PersonName, right: PersonName) -> Judgement:
    first, second = keys_of(left.tokens), keys_of(right.tokens)
    if sorted(first) == sorted(second):
        return _judge(Verdict.POSITIVE, SWAPPED, "one name with its parts in another order")
    short, full = sorted((first, second), key=len)
    if full[: len(short)] == short and FATHERS & {*left.tokens} & {*right.tokens}:
        return _judge(Verdict.POSITIVE, SWAPPED, "one name, once with the family's behind the father's")
    if short[:1] == full[:1] and len(short) > 1 and set(short) <= set(full):
        return _judge(Verdict.UNSURE, COMPOUND, "one has a second family name")
    if name_key(left.given[0]) == name_key(right.given[0]) and _is_misprint(left.family[-1], right.family[-1]):
        return _judge(Verdict.UNSURE, LIKE, MISPRINTED)
    return _judge(Verdict.NEGATIVE, 1.0, "different family names")


def _is_east_asian(*names: PersonName) -> bool:
    systems = {system_of(reading) for name in names for reading in readings(name.given, name.family)}
    return bool(systems & {"Chinese", "Korean"})


def _romanised(left: PersonName, right: PersonName, systems: set[str]) -> Judgement:
    if systems == {LOOSE} and _consonants(left) == _consonants(right):
        return _judge(Verdict.UNSURE, LIKE, "o, u and eo may be one vowel of Korean")
    return _judge(Verdict.POSITIVE, ROMANISED, f"one name in two romanisations ({min(systems - {LOOSE} or systems)})")


def _consonants(name: PersonName) -> list[str]:
    """The letters with which the parts begin, and the family name: where these differ, two systems are at work."""
    return [*name.family, *(re.split("[aeiouy]", part)[0] for word in name.given for part in word.split("-"))]


def _given_names(left: tuple[str, ...], right: tuple[str, ...]) -> Judgement:
    """The family name is one: what the given names say."""
    first, second = left[0], right[0]
    if name_key(first) == name_key(second):
        return _judge(Verdict.POSITIVE, CLOSE, "same given and family name, one with more names")
    if first in short_forms(second):
        return _judge(Verdict.POSITIVE, SHORT, f"{min(first, second)} and {max(first, second)} are one given name")
    if 1 in {len(first), len(second)}:
        if first[0] == second[0]:
            return _judge(Verdict.UNSURE, INITIAL, "an initial that fits")
        return _judge(Verdict.NEGATIVE, 1.0, "different initials")
    if _is_misprint(first, second):
        return _judge(Verdict.UNSURE, LIKE, "given names one letter apart")
    return _judge(Verdict.NEGATIVE, 1.0, "different given names")


def _is_misprint(one: str, other: str) -> bool:
    """Whether two names differ by a letter that a hasty hand gets wrong, and not by sex: Martin and Martina."""
    sexes = one[-1] != other[-1] and "a" in {one[-1], other[-1]}
    same_start = one[0] == other[0] and min(len(one), len(other)) >= LEAST_MISPRINTED
    return same_start and not sexes and spelling_distance(one, other) <= 1


def _goes_by_later(short: PersonName, full: PersonName) -> bool:
    """Whether the first given name of one is a later one of the other: Recep Tayyip, Tayyip."""
    later = keys_of(full.given[1:])
    return _family_key(short) == _family_key(full) and name_key(short.given[0]) in later and len(short.given[0]) > 1


def _middle_conflict(left: PersonName, right: PersonName) -> str:
    """Why two middle names cannot be one person's, or nothing."""
    if _family_key(left) != _family_key(right):
        return ""
    one, other = left.given[1:2], right.given[1:2]
    if one and other:
        return "" if _fits(one[0], other[0]) else "different middle names"
    telling = _MIDDLE_TELLS.get((left.given[0], left.family[-1])) or set()
    return "two people whom only the middle name tells apart" if telling & {*one, *other} else ""


def _fits(one: str, other: str) -> bool:
    """Whether two names, or an initial and a name, can be the same."""
    if 1 in {len(one), len(other)}:
        return one[0] == other[0]
    return name_key(one) == name_key(other) or one in short_forms(other) or _is_misprint(one, other)


def _family_key(name: PersonName) -> str:
    return " ".join(keys_of(name.family))
