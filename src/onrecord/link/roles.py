"""The roles of an actor: every article's claims gathered, each with the first and the last day on which it is given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.link.affiliations import state_called
from onrecord.link.offices import one_sex
from onrecord.link.rows import Named
from onrecord.records import Role, RoleClaim
from onrecord.text.folding import fold


@dataclass(slots=True)
class _Tenure:
    """One role in the words of several articles, with the days on which they give it."""

    claims: Counter[RoleClaim] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)

    def take(self, other: _Tenure) -> None:
        """What the other tells is told of this role."""
        self.claims.update(other.claims)
        self.days |= other.days

    def role(self) -> Role:
        """The role as most articles print it, one that tells of whom before one that does not."""
        claim = min(self.claims, key=lambda each: (not each.of, -self.claims[each], each.title, each.of or ""))
        days = sorted(self.days)
        since, until = (days[0], days[-1]) if days else (None, None)
        return Role(role=claim.title, of=claim.of, since=since, until=until)


@dataclass(slots=True)
class RolesGathered:
    """The roles that the entities of one cluster are given."""

    tenures: dict[tuple[str, str], _Tenure] = field(default_factory=dict)

    def add(self, row: Named) -> None:
        """The entity's roles are counted in, each on the day of its article."""
        for claim in row.entity.roles:
            of = fold((state_called(claim.of, row.context) if claim.of else None) or claim.of or "")
            tenure = self.tenures.setdefault((one_sex(claim.title), of), _Tenure())
            tenure.claims[claim] += 1
            if row.published:
                tenure.days = {min({*tenure.days, row.published}), max({*tenure.days, row.published})}

    def roles(self) -> tuple[Role, ...]:
        """Every role once: "minister" is "minister of Norway" where the actor is minister of nothing else."""
        whole = {key: tenure for key, tenure in sorted(self.tenures.items()) if key[1]}
        for (title, of), tenure in sorted(self.tenures.items()):
            if of:
                continue
            owned = [key for key in whole if key[0] == title]
            if len(owned) == 1:
                whole[owned[0]] = _together(whole[owned[0]], tenure)
            else:
                whole[title, ""] = tenure
        return tuple(whole[key].role() for key in sorted(whole))


def _together(left: _Tenure, right: _Tenure) -> _Tenure:
    both = _Tenure()
    both.take(left)
    both.take(right)
    return both
