"""How the words of two attributions agree, and what in them cannot be of one statement."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.link.scope import denied, mainly_denied
from onrecord.link.wording import Wording, heads_meet, is_rare, same_quotation, shared_fragment, weigh
from onrecord.text.meanings import light, meanings, opposed

FIGURES = "different figures"
SLOT = 3  # words of content that one may have where the other has others
MANY = 7  # words of content that two reports share only if they are of one statement
WHOLE = 0.82  # of the shorter's words: so many are all but all
TRANSLATED = 4  # words of content that two people's translations of one sentence share
SAME_NAME = 4  # letters at the start that a name and the adjective of it share


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How the words of two attributions agree."""

    verbatim: int = 0  # words of the shorter, all of which stand in the other
    fragment: tuple[str, ...] = ()
    shared: frozenset[str] = frozenset()
    weight: float = 0.0  # of what is shared
    share: float = 0.0  # of the weight of the one that has less
    mutual: float = 0.0  # of the weight of both together
    clash: str = ""  # what one has for which the other has something else
    denial: bool = False  # one denies what the other says
    both_direct: bool = False
    heads_meet: bool = True
    head_matched: bool = True  # all that the shorter begins with is in the other
    swapped: bool = False  # a word of one stands where the other has another
    adds_figure: bool = False  # a report has one that the quotation has not
    translated: bool = False  # all that one quotes within a report stands in the other's quotation, in other words

    @property
    def score(self) -> float:
        """From 0 to 1, the more the surer."""
        if self.verbatim:
            return min(1.0, 0.7 + 0.04 * self.verbatim)
        return max(0.8 if self.fragment else 0.0, round(0.9 * self.share, 4))

    @property
    def reasons(self) -> tuple[str, ...]:
        """In words, what agrees."""
        if self.verbatim:
            return (f"the same {self.verbatim} words quoted" if self.verbatim > 1 else "the same word quoted",)
        found = []
        if self.fragment:
            found.append(f"both quote “{' '.join(self.fragment)}”")
        if self.shared:
            found.append(f"{len(self.shared)} content words shared, {self.share:.0%} of the shorter")
        return tuple(found)


def likeness(one: Wording, other: Wording, shared: frozenset[str]) -> Likeness | None:
    """How the words agree, or None where they do not."""
    left, right, both = one.weight, other.weight, weigh(shared)
    share = both / min(left, right) if left and right else 0.0
    both_direct = one.direct and other.direct
    weak = len(shared) < 2 or share < 0.5
    if weak and both_direct and share < 0.3:
        return None
    verbatim = same_quotation(one, other) if both_direct else 0
    fragment = () if both_direct or not (one.fragments or other.fragments) else shared_fragment(one, other)
    if weak and not verbatim and not fragment:
        return None
    clash = "" if verbatim else _clash(one, other, by_name=both < MANY and not is_rare(fragment))
    return Likeness(
        verbatim=verbatim,
        fragment=fragment,
        shared=shared,
        weight=both,
        share=share,
        mutual=both / (left + right - both) if left and right else 0.0,
        clash=clash,
        denial=not verbatim and _denial(one, other, shared),
        both_direct=both_direct,
        heads_meet=heads_meet(one, other),
        head_matched=(left > right or set(one.head) <= shared) and (right > left or set(other.head) <= shared),
        swapped=not verbatim and not clash and share <= WHOLE and _swapped(one, other, shared),
        adds_figure=any(_adds_figure(*sides) for sides in ((one, other), (other, one))),
        translated=not clash and any(_translates(*sides, shared) for sides in ((one, other), (other, one))),
    )


def _adds_figure(report: Wording, quoted: Wording) -> bool:
    return quoted.direct and not report.direct and not set(report.numbers) <= set(quoted.numbers)


def _translates(report: Wording, quoted: Wording, shared: frozenset[str]) -> bool:
    """Whether the content words of a part quoted in the report are many, and all in the quotation of the other."""
    if report.direct or not quoted.direct:
        return False
    parts = (frozenset(stem for word in part for stem in meanings(word)) for part in report.fragments)
    return any(part - light() <= shared and weigh(part & shared) >= TRANSLATED for part in parts)


def _swapped(one: Wording, other: Wording, shared: frozenset[str]) -> bool:
    """Whether a word or two of one stand where the other has others, so that they tell of another thing or deed."""
    left, right = sorted((_heavy(one.stems), _heavy(other.stems)), key=lambda each: (len(each), each))
    for tag, at, to, start, end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "replace":
            mine, theirs = set(left[at:to]) - shared, set(right[start:end]) - shared
            if 0 < len(mine) <= SLOT and 0 < len(theirs) <= SLOT:
                return True
    return False


def _heavy(stems: tuple[str, ...]) -> list[str]:
    return [stem for stem in stems if stem not in light()]


def _denial(one: Wording, other: Wording, shared: frozenset[str]) -> bool:
    """Whether one denies what the other says, or both deny, but not the same."""
    left = denied(one.clauses, shared, refused=one.refuses)
    right = denied(other.clauses, shared, refused=other.refuses)
    if left and right:
        return left.isdisjoint(right)
    mainly = (mainly_denied(each.clauses, shared, refused=each.refuses) for each in (one, other))
    return next(mainly) != next(mainly)


def _clash(one: Wording, other: Wording, *, by_name: bool) -> str:
    """Which figures, names or opposites each of the two has for itself; empty where there are none.

    Two long reports, or two of one quotation, may each name what the other leaves out.
    """
    if _apart(one.numbers, other.numbers):
        return FIGURES
    if by_name and _apart(_unmatched(one.names, other.stems), _unmatched(other.names, one.stems)):
        return "different names"
    left, right = frozenset(_said_and_done(one)), frozenset(_said_and_done(other))
    return "opposites" if opposed(left - right, right - left) else ""


def _said_and_done(found: Wording) -> tuple[str, ...]:
    """The stems of content and cue, but not of a cue that refuses: whether one denies is judged apart."""
    return found.stems if found.refuses else (*found.stems, *found.act)


def _apart(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether each has what the other has not."""
    return bool(set(left) - set(right) and set(right) - set(left))


def _unmatched(names: tuple[str, ...], stems: tuple[str, ...]) -> tuple[str, ...]:
    """The names for which the other has neither the name nor its adjective."""
    starts = {stem[:SAME_NAME] for stem in stems}
    return tuple(name for name in names if name not in stems and name[:SAME_NAME] not in starts)
