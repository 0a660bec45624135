"""Whether two articles tell of one happening. Precision before all: what may be two is two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.derive.contrasts import contrasted
from onrecord.derive.dated_clauses import WHOLE
from onrecord.derive.event_words import stems_of, words_of
from onrecord.derive.happenings import Happening, Scene
from onrecord.text.days import apart
from onrecord.text.folding import fold
from onrecord.text.places import place_key
from onrecord.text.states import state_of
from onrecord.text.stems import stem

SHARE = 0.5  # of the telling stems of the shorter clause
LEAST_WHOLE, SHARE_WHOLE = 3, 0.75  # where no word tells what happened
ONCE, MAYBE_AGAIN = 2, 3  # names and stems in both, for what happens once and for what may happen again
SURE_NAMES = 2  # in both, beyond which what further ones each has parts nothing
AGAIN = frozenset("meeting attack shooting killing death arrest visit rally vote trial explosion fire rescue".split())
NOWHERE = frozenset(
    "vote suspension appointment resignation".split()
)  # what is held in many places at once, or in none
MOST = 150  # ways of telling one sort of happening in a story that are compared
MOST_VALUES = 3  # of one happening, beyond which it is a series
_VENUES = frozenset(
    "hall palace street square house hotel airport station stadium church cathedral court museum park bridge harbour "
    "port school hospital university theatre tower gate dock quay mine".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """What the articles of a story tell of places."""

    within: frozenset[tuple[str, str]]
    states: frozenset[str]

    @classmethod
    def of(cls, scenes: Iterable[Scene]) -> Map:
        """What all of the articles tell."""
        every = list(scenes)
        return cls(
            within=frozenset(pair for scene in every for pair in scene.within),
            states=frozenset(state for scene in every for state in scene.states),
        )

    def one_place(self, left: str, right: str) -> bool:
        """Whether two names are spellings of one place."""
        return fold(left) == fold(right) or place_key(left) == place_key(right)

    def one_holds_other(self, left: str, right: str) -> bool:
        """Whether one place is known to lie within the other."""
        one, other = fold(left), fold(right)
        if set(one.split()) < set(other.split()) or set(other.split()) < set(one.split()):
            return True
        return self._inside(one, other) or self._inside(other, one)

    def _inside(self, inner: str, outer: str) -> bool:
        state = state_of(inner)
        if state and fold(state) == outer and inner != outer:
            return True
        around = {place for within, place in self.within if within == inner}
        return outer in around or any((place, outer) in self.within for place in around)

    def of_one_rank(self, left: str, right: str) -> bool:
        """Whether two places are both states, or both venues, or neither: else one may hold the other unsaid."""
        one, other = fold(left), fold(right)
        venues = [bool(_VENUES & set(name.removeprefix("port ").split())) for name in (one, other)]  # a town's name
        states = [
            name in self.states or bool(state_of(name) and fold(state_of(name) or "") == name) for name in (one, other)
        ]
        return venues[0] == venues[1] and states[0] == states[1]

    def may_meet(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether one side names no place that is foreign to the other."""
        here, there = list(left), list(right)

        def known(place: str, others: list[str]) -> bool:
            return any(self.one_place(place, other) or self.one_holds_other(place, other) for other in others)

        return all(known(place, there) for place in here) or all(known(place, here) for place in there)


def rivals(rows: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """The pairs of two articles that tell of one happening, by its sort, names and words; copies are left out."""
    kinds: dict[tuple[object, ...], Happening] = {}
    for row in sorted(rows, key=lambda row: (row.sort, row.article, row.span)):
        kinds.setdefault((row.sort, row.on, row.at, row.stems, row.names), row)
    by_sort: dict[str, list[Happening]] = {}
    for row in kinds.values():
        by_sort.setdefault(row.sort, []).append(row)
    for several in by_sort.values():
        for left, right in combinations(several[:MOST], 2):
            if left.article != right.article and alike(left, right):
                yield left, right


def alike(left: Happening, right: Happening) -> bool:
    """Whether names and words of two clauses of one sort speak for one happening."""
    here, there = frozenset(left.names), frozenset(right.names)
    others = len(here & there) < SURE_NAMES and here - there and there - here
    if left.sort != right.sort or others or contrasted(left.stems, right.stems):
        return False
    named = here & there
    one, other = _telling(left, named), _telling(right, named)
    shared = one & other
    fewest = min(len(one), len(other))
    placed = bool(set(left.places) & set(right.places))
    # Where no name is in both, the words of the one have to be words of the other: else ports may stand beside schools.
    sort = stems_of(left.sort)
    foreign = not named and not placed and one - other - sort and other - one - sort
    if (fewest and len(shared) < SHARE * fewest) or foreign:
        return False
    if left.sort.startswith(WHOLE):
        return len(shared) + len(named) >= LEAST_WHOLE and len(shared) >= SHARE_WHOLE * fewest
    in_both = len(shared) + len(named) + placed + (left.on is not None and left.on == right.on)
    again = left.sort in AGAIN and not (left.planned and right.planned)  # what is ahead was planned once
    return bool(shared or len(named) > 1) and in_both >= (MAYBE_AGAIN if again else ONCE)


def _telling(row: Happening, named: Iterable[str]) -> frozenset[str]:
    """What the clause tells beside the sort of happening, of which a verb and its object tell more than a verb."""
    return frozenset(row.stems) - words_of(row.sort) - {stem(name) for name in named}


def days_may_meet(left: Happening, right: Happening) -> bool:
    """Whether no day that both tell keeps them apart."""
    return (apart(left.on, right.on) or 0) == 0
