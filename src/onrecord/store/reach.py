"""Which passages alone can have what the fields of a query ask for, as SQL; each of them is still looked at."""

# ruff: noqa: S608 - what is put into the text is SQL and names of our own; values are bound

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

CROWD = 8_000  # passages of a set: if it has more, each passage that has the words is looked up in it instead
MOST_NAMES = 5_000  # that one query can be given; what more are asked for is looked at passage by passage
VOICES = "SELECT DISTINCT k.voice FROM spoken k WHERE k.voice >= '=' AND k.voice < '>'"  # names without an actor
# What was said, the latest first; without words nothing else is found.
SAID = "SELECT k.passage FROM spoken k{where} ORDER BY k.number LIMIT {most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows that each name a passage in `column`; `{names}` in them is what is bound, `{number}` how much that is.

    `looked_up` are the same in words that make a database look for the passage first, where it would not.
    """

    column: str
    rows: str
    looked_up: str = ""

    def of(self, names: str, number: int) -> Rows:
        """The rows to which these names are bound."""
        rows, looked_up = (one.format(names=names, number=number) for one in (self.rows, self.looked_up or self.rows))
        return Rows(column=self.column, rows=rows, looked_up=looked_up)


SPOKEN_BY = Rows(column="k.passage", rows="FROM spoken k WHERE k.voice IN ({names})")
PRINTED_IN = Rows(column="p.id", rows="FROM article a JOIN passage p ON p.article = a.id WHERE a.outlet IN ({names})")
_WITH_STEMS = "SELECT w.issue FROM issue_word w WHERE w.stem IN ({names}) GROUP BY w.issue HAVING count(*) = {number}"
ON_ISSUES = Rows(
    column="l.passage",
    rows=f"FROM spoken_line l WHERE l.issue IN ({_WITH_STEMS})",
    looked_up=f"FROM spoken_line l WHERE l.issue || '' IN ({_WITH_STEMS})",  # no index is by what is made of a column
)
WITH_STANCE = Rows(column="l.passage", rows="FROM spoken_line l WHERE l.stance IN ({names})")
REPORTING = Rows(
    column="p.id",
    rows="""FROM statement_member m JOIN attribution t ON t.id = m.attribution
JOIN passage p ON p.article = t.article AND p.attribution = t.id WHERE m.statement IN ({names})""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The passages that any of these rows name; so many where `crowded` that they are not gathered."""

    any_of: tuple[Rows, ...]
    crowded: bool = False

    def condition(self, passage: str) -> str:
        """What is true of a passage that is among them."""
        if self.crowded:
            found = (f"EXISTS (SELECT 1 {one.looked_up} AND {one.column} = {passage})" for one in self.any_of)
            return f"({' OR '.join(found)})"
        return f"{passage} IN ({self._union('UNION')})"

    def crowd(self) -> str:
        """The query that gives a row if they are more than CROWD."""
        return f"SELECT 1 FROM ({self._union('UNION ALL')}) AS named LIMIT 1 OFFSET {CROWD}"

    def _union(self, joined: str) -> str:
        return f" {joined} ".join(f"SELECT {one.column} {one.rows}" for one in self.any_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The passages in all of these sets, and said by one of the voices of each of those sets.

    `values` are bound to the names in the SQL.
    """

    voices: tuple[Within, ...] = ()
    sets: tuple[Within, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)

    def by(self, voices: Sequence[str]) -> Reach:
        """As far as one of these says it."""
        found = self.within(SPOKEN_BY, voices)
        if found is self:
            return self
        return replace(self, voices=(*self.voices, found.sets[-1]), values=found.values)

    def within(self, rows: Rows, named: Sequence[str]) -> Reach:
        """As far as the rows, to which these are bound, name it."""
        return self.within_any(rows, [named])

    def within_any(self, rows: Rows, several: Iterable[Sequence[str]]) -> Reach:
        """As far as the rows name it, to which some of these are bound."""
        found: list[Rows] = []
        known: dict[str, Any] = {}
        for named in several:
            names, values = self._named(named, len(known))
            if names is None:
                return self
            found.append(rows.of(names, len(named)))
            known |= values
        return replace(self, sets=(*self.sets, Within(any_of=tuple(found))), values={**self.values, **known})

    def sized(self, has_row: Callable[[str, Mapping[str, Any]], bool]) -> Reach:
        """The same, told by the answers to queries which of the sets are crowded."""
        voices, sets = (
            tuple(replace(one, crowded=has_row(one.crowd(), self.values)) for one in several)
            for several in (self.voices, self.sets)
        )
        return replace(self, voices=voices, sets=sets)

    def condition(self, passage: str) -> str:
        """What is true of a passage that is reached, with “AND” before it; nothing where all are."""
        return "".join(f" AND {one.condition(passage)}" for one in (*self.sets, *self.voices))

    def said(self, most: int) -> str:
        """The query for the passages of what was said that are reached, the latest first."""
        spoken = [rows.rows.partition(" WHERE ")[2] for one in self.voices for rows in one.any_of]
        every = (*spoken, *(one.condition("k.passage") for one in self.sets))
        return SAID.format(where=f" WHERE {' AND '.join(every)}" if every else "", most=most)

    def _named(self, values: Sequence[str], already: int = 0) -> tuple[str | None, dict[str, Any]]:
        """The names to which the values are bound; none where they are too many."""
        if len(values) > MOST_NAMES:
            return None, {}
        first = len(self.values) + already
        names = {f"r{first + number}": value for number, value in enumerate(values or [""])}
        return ", ".join(f":{name}" for name in names), names


ALL = Reach()
