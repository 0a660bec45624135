"""Whether two personal names can be one person's: token by token, blind to spelling, never by a score alone."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.short_forms import short_forms
from onrecord.records import Link, Verdict
from onrecord.text.folding import fold
from onrecord.text.names import name_key, spelling_distance
from onrecord.text.personal_names import FATHERS, PersonName, keys_of, person_name
from onrecord.text.romanisation import readings, system_of

__all__ = ["Judgement", "compare_names", "family_key", "meeting_keys", "person_name"]
SAME, CLOSE, ROMANISED, SWAPPED, SHORT = 1.0, 0.9, 0.88, 0.85, 0.85
SURNAME_ONLY, INITIAL, LIKE, COMPOUND = 0.5, 0.6, 0.55, 0.6
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
    if keys_of(first.tokens) == keys_of(second.tokens):
        return _judge(Verdict.POSITIVE, CLOSE, "one name in two spellings")
    if not (first.is_full and second.is_full):
        return _by_family_alone(first, second)
    if conflict := _middle_conflict(first, second):
        return _judge(Verdict.NEGATIVE, 0.9, conflict)
    if common := readings(first.given, first.family) & readings(second.given, second.family):
        return _judge(Verdict.POSITIVE, ROMANISED, f"one name in two romanisations ({system_of(min(common))})")
    if _family_key(first) != _family_key(second):
        return _other_family(first, second)
    return _given_names(first.given, second.given)


def family_key(name: str) -> str:
    """The spelling-blind key of the family name, under which a person is looked for."""
    return _family_key(person_name(name))


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
    return _judge(Verdict.NEGATIVE, 1.0, "different family names")


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
    sexes = {first[-1], second[-1]} == {"a", "o"}  # Maria and Mario are two
    if not sexes and min(len(first), len(second)) > 4 and spelling_distance(first, second) <= 1:
        return _judge(Verdict.UNSURE, LIKE, "given names one letter apart")
    return _judge(Verdict.NEGATIVE, 1.0, "different given names")


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
    return name_key(one) == name_key(other) or one in short_forms(other)


def _family_key(name: PersonName) -> str:
    return " ".join(keys_of(name.family))
