"""What the entities of one name tell together, and how much of it another entity shares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum

from onrecord.link.affiliations import states_governed
from onrecord.link.names import Judgement, compare_names
from onrecord.link.offices import office
from onrecord.link.rows import Named
from onrecord.records import Entity, EntityKind, Link, Verdict
from onrecord.records.packing import compact
from onrecord.text.folding import fold
from onrecord.text.personal_names import person_name

COMPANY = 200  # names kept as the company of a profile
FAR_MORE = 2  # times the company of the next candidate that decides between two; names in common that support a doubt
ROLE_COUNTS = 3  # names that a role in common is worth
QUOTED_COUNTS = 20  # names that being quoted with the same words is worth
QUOTATIONS = 4_000  # runs of quoted words kept of a profile
_SEXES = {
    **dict.fromkeys("mr mr. sir spokesman chairman king prince congressman councilman monsieur herr".split(), "a man"),
    **dict.fromkeys(
        "mrs mrs. ms ms. miss dame lady spokeswoman chairwoman queen princess congresswoman madame frau".split(),
        "a woman",
    ),
}


class Side(IntEnum):
    """By which part of its name a person stands in a block."""

    FAMILY = 0
    PART = 1
    FIRST = 2
    WHOLE = 3


@dataclass(slots=True)
class Profile:
    """The entities of one name in a block: the first of them, and all their company, words, roles and states."""

    name: str
    hub: Named
    side: Side = Side.FAMILY
    company: Counter[str] = field(default_factory=Counter)
    quoted: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    states: frozenset[str] = frozenset()
    sexes: frozenset[str] = frozenset()

    def add(self, row: Named) -> None:
        """What the entity tells is the profile's too."""
        if len(self.company) < COMPANY:
            self.company.update(row.context)
        if len(self.quoted) < QUOTATIONS:
            self.quoted.update(row.quoted)
        self.roles |= roles_of(row.entity)
        self.states |= states_governed(row)
        self.sexes |= sexes_of(row.entity)

    @classmethod
    def of(cls, row: Named, side: Side = Side.FAMILY) -> Profile:
        """The profile of one entity."""
        fresh = cls(name=row.entity.name, hub=row, side=side)
        fresh.add(row)
        return fresh

    def bearer(self, at: int) -> Bearer:
        """The same, to be met under any key; `at` counts those of one name."""
        return Bearer(
            hub=self.hub,
            at=at,
            company=tuple(self.company.items()),
            quoted=tuple(sorted(self.quoted)),
            roles=tuple(sorted(self.roles)),
            states=tuple(sorted(self.states)),
            sexes=tuple(sorted(self.sexes)),
        )

    def shared(self, row: Named) -> int:
        """How many others both the entity's article and the profile's name."""
        return sum(1 for name in row.context if name in self.company)

    def evidence(self, row: Named) -> int:
        """How much company an entity shares with the profile, a role and a quotation in common counted in."""
        return self.shared(row) + ROLE_COUNTS * self.shares_role(row) + QUOTED_COUNTS * self.quotes(row)

    def shares_role(self, row: Named) -> bool:
        """Whether both hold one office."""
        return bool(self.roles & roles_of(row.entity))

    def quotes(self, row: Named) -> bool:
        """Whether both are quoted with the same words."""
        return not self.quoted.isdisjoint(row.quoted)

    def named_beside(self, other: Profile) -> bool:
        """Whether an article names both, so that they are two people of one story."""
        return fold(self.name) in other.company or fold(other.name) in self.company


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whoever bears a name, as a profile that travels."""

    hub: Named
    at: int
    company: tuple[tuple[str, int], ...]
    quoted: tuple[str, ...]
    roles: tuple[str, ...]
    states: tuple[str, ...]
    sexes: tuple[str, ...]

    @property
    def name(self) -> str:
        """As the first of the entities has it."""
        return self.hub.entity.name

    def profile(self, side: Side) -> Profile:
        """The profile in a block where it stands by this part of its name."""
        return Profile(
            name=self.name,
            hub=self.hub,
            side=side,
            company=Counter(dict(self.company)),
            quoted=set(self.quoted),
            roles=set(self.roles),
            states=frozenset(self.states),
            sexes=frozenset(self.sexes),
        )


def judge(left: Profile, right: Profile) -> Judgement:
    """Whether two profiles are one person: their names first, then what their articles say of them."""
    judged = compare_names(left.name, right.name)
    if judged.verdict is Verdict.NEGATIVE:
        return judged
    if left.states and right.states and not left.states & right.states:
        both = " and ".join(sorted({min(left.states), min(right.states)}))
        return Judgement(verdict=Verdict.NEGATIVE, score=0.9, reasons=(f"in the governments of two states: {both}",))
    alone = not (person_name(left.name).is_full and person_name(right.name).is_full)
    if alone and left.sexes and right.sexes and not left.sexes & right.sexes:
        return Judgement(verdict=Verdict.NEGATIVE, score=0.9, reasons=("one is a man, the other a woman",))
    return judged


def roles_of(entity: Entity) -> set[str]:
    """The entity's titles, folded, without the sex and the time that some are printed with."""
    return {office(role.title) for role in entity.roles}


def sexes_of(entity: Entity) -> frozenset[str]:
    """What the titles before the entity's name and its offices tell of its sex."""
    if entity.kind is not EntityKind.PERSON:
        return frozenset()
    words = [form.split(maxsplit=1)[0].lower() for form in entity.names if " " in form.strip()]
    words += [word for role in entity.roles for word in fold(role.title).split()]
    return frozenset(_SEXES[word] for word in words if word in _SEXES)


def company_words(shared: int) -> str:
    """The reason that so many names in common are."""
    return f"{shared} other name{'s' if shared != 1 else ''} in both articles"


def entity_link(left: Named, right: Named, judged: Judgement) -> Link:
    """The judgement on two entities as a link."""
    return judged.link("entity", left.entity.id, right.entity.id)
