"""How far a list of statements reaches: those of a party, on an issue, in an outlet, on a day; as SQL for their ids."""

# ruff: noqa: S608 - what is put into the text are names of our own; values are bound

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.text.days import NO_DAY, bounds

FACETS = ("party", "issue", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Statements of a story or of an actor (`scope`), as far as they have all that is named; `day` may be several."""

    scope: str
    party: str | None = None
    issue: str | None = None
    outlet: str | None = None
    day: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Extent(scope=self.scope)

    @property
    def only_facet(self) -> tuple[str, str | None]:
        """The kind and the value of the facet, where the part is all that has it; else empty."""
        asked = [name for name in FACETS if getattr(self, name) is not None]
        return (asked[0], getattr(self, asked[0])) if len(asked) == 1 and self.day is None else ("", None)

    @property
    def values(self) -> dict[str, str | None]:
        """What is bound to the names in the SQL."""
        asked = {name: getattr(self, name) for name in FACETS}
        days = {} if self.day is None else dict(zip(("from_day", "to_day"), bounds(self.day), strict=True))
        return {"scope": self.scope} | days | {name: value for name, value in asked.items() if value is not None}

    @property
    def statements(self) -> str:
        """SQL for the ids of the statements."""
        asked = [name for name in FACETS if getattr(self, name) is not None]
        sets = [_of_kind(name, name) for name in asked]
        if self.day is not None:
            sets.append(f"""SELECT x.statement FROM scoped x WHERE x.scope = :scope
              AND x.first_day <= :to_day AND x.last_day >= :from_day AND x.first_day <> '{NO_DAY}'""")
        return " INTERSECT ".join(sets or ["SELECT x.statement FROM scoped x WHERE x.scope = :scope"])

    @property
    def condition(self) -> str:
        """SQL that is true of the rows `c` of `scoped` that belong to it."""
        return "c.scope = :scope" + ("" if self.is_all else f" AND c.statement IN ({self.statements})")


class Side(StrEnum):
    """What of two hands through which a story's statements went."""

    BOTH = "both"
    LEFT = "left"  # and not through the right one's
    RIGHT = "right"

    @property
    def statements(self) -> str:
        """SQL for the ids of the statements, of those that went through the hands of `:left` and `:right`."""
        left, right = (_through(name) for name in ("left", "right"))
        match self:
            case Side.BOTH:
                return f"{left} INTERSECT {right}"
            case Side.LEFT:
                return f"{left} EXCEPT {right}"
            case Side.RIGHT:
                return f"{right} EXCEPT {left}"


def _through(name: str) -> str:
    return f"SELECT * FROM ({_of_kind('outlet', name)} UNION {_of_kind('agency', name)}) AS by_{name}"


def _of_kind(kind: str, name: str) -> str:
    return f"SELECT f.statement FROM facet f WHERE f.scope = :scope AND f.kind = '{kind}' AND f.value = :{name}"
