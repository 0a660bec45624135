"""What deriving looks at: statements with the reports of them, and figures with the words around them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.derive.measures import measured
from onrecord.records import Attribution, Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One attribution that reports a statement, with its article's outlet and day.

    `credited` tells whether words that the article gives nobody's may be those of
    somebody it credits, `signed` whether a writer of its own signs it, `fresh` whether it brings them while they are
    news: later, anyone may repeat them.
    """

    attribution: Attribution
    outlet: str | None = None
    published: str | None = None
    credited: bool = False
    signed: bool = False
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A statement, the reports of it by attribution id, and the party whose line it speaks."""

    statement: Statement
    reports: tuple[Report, ...]
    party: str | None = None
    party_name: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The whole of which a figure is a share: a place, or the `part` of it ("eastern") that is told."""

    place: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity of one article: its value and unit, what is counted, and the words of its sentence.

    `counted` are the stems right behind the number, `stems` those of the whole sentence; `rough` is how the number is
    hedged ("about", "at least"), if it is. `near` is what the few words on either side come to, `head` what
    those come to that name the quantity ("turnout was …"), `days` the days that the sentence tells (EDTF), `per` the
    time that the figure is for ("week"), `share_of` of which place it is a part, and `behind` what the article prints
    of either behind the number (" a week", " of its land").
    """

    article: str
    span: Span
    sentence: Span
    value: float
    unit: str
    counted: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    rough: str = ""
    published: str | None = None
    near: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    per: str = ""
    behind: str = ""
    said_by: str = ""  # the last word of the name of who says it, folded
    said_on: str | None = None  # the day on which he says it (EDTF)
    share_of: Share | None = None
    names: tuple[str, ...] = ()  # of whom it is told: the last words of the names around it, who says it apart
    places: tuple[str, ...] = ()  # where, in the same form

    @property
    def measure(self) -> str:
        """The unit by which figures of its sort are compared."""
        return measured(self.unit, self.per)[0]

    @property
    def amount(self) -> float:
        """How many of `measure` it is."""
        return self.value * measured(self.unit, self.per)[1]
