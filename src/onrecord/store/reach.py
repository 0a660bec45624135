"""Which passages alone can have what the fields of a query ask for, as SQL; each of them is still looked at."""

# ruff: noqa: S608 - what is put into the text is SQL and names of our own; values are bound

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

CROWD = 20_000  # passages: if the voices have more, it takes less to ask of each that has the words who said it
MOST_NAMES = 5_000  # that one query can be given; what more are asked for is looked at passage by passage
VOICES = "SELECT DISTINCT k.voice FROM spoken k WHERE k.voice >= '=' AND k.voice < '>'"  # names without an actor
PRINTED_IN = "SELECT p.id FROM article a JOIN passage p ON p.article = a.id WHERE a.outlet IN ({names})"
ON_ISSUES = """
SELECT l.passage FROM spoken_line l WHERE l.issue IN (
  SELECT w.issue FROM issue_word w WHERE w.stem IN ({names}) GROUP BY w.issue HAVING count(*) = {number})
"""
WITH_STANCE = "SELECT l.passage FROM spoken_line l WHERE l.stance IN ({names})"
REPORTING = """
SELECT p.id FROM statement_member m JOIN attribution t ON t.id = m.attribution
JOIN passage p ON p.article = t.article AND p.attribution = t.id WHERE m.statement IN ({names})
"""
# What was said, the latest first; without words nothing else is found.
SAID = "SELECT k.passage FROM spoken k{where} ORDER BY k.number LIMIT {most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The passages in all of these sets, said by one of the voices that each condition on rows `k` of `spoken` names.

    `values` are bound to the names in the SQL.
    """

    voices: tuple[str, ...] = ()
    crowded: bool = False  # the voices have so many that they are asked for one by one
    sets: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)

    def by(self, voices: Sequence[str]) -> Reach:
        """As far as one of these says it."""
        names, values = self._named(voices)
        return self if names is None else self._with(voices=f"k.voice IN ({names})", values=values)

    def within(self, query: str, named: Sequence[str]) -> Reach:
        """As far as the query, to which these are bound, has it."""
        return self.within_any(query, [named])

    def within_any(self, query: str, several: Iterable[Sequence[str]]) -> Reach:
        """As far as the query has it, to which some of these are bound."""
        found: list[str] = []
        known: dict[str, Any] = {}
        for named in several:
            names, values = self._named(named, len(known))
            if names is None:
                return self
            found.append(query.format(names=names, number=len(named)))
            known |= values
        return self._with(sets=" UNION ".join(found), values=known)

    def condition(self, passage: str) -> str:
        """What is true of a passage that is reached, with “AND” before it; nothing where all are."""
        within = "".join(f" AND {passage} IN ({one})" for one in self.sets)
        if not self.voices:
            return within
        spoken = " AND ".join(self.voices)
        if self.crowded:
            return f"{within} AND EXISTS (SELECT 1 FROM spoken k WHERE k.passage = {passage} AND {spoken})"
        return f"{within} AND {passage} IN (SELECT k.passage FROM spoken k WHERE {spoken})"

    def crowd(self) -> str | None:
        """The query that gives a row where the voices have more passages than CROWD; None where none is named."""
        spoken = f"SELECT 1 FROM spoken k WHERE {' AND '.join(self.voices)} LIMIT 1 OFFSET {CROWD}"
        return spoken if self.voices else None

    def said(self, most: int) -> str:
        """The query for the passages of what was said that are reached, the latest first."""
        every = (*self.voices, *(f"k.passage IN ({one})" for one in self.sets))
        return SAID.format(where=f" WHERE {' AND '.join(every)}" if every else "", most=most)

    def _named(self, values: Sequence[str], already: int = 0) -> tuple[str | None, dict[str, Any]]:
        """The names to which the values are bound; none where they are too many."""
        if len(values) > MOST_NAMES:
            return None, {}
        first = len(self.values) + already
        names = {f"r{first + number}": value for number, value in enumerate(values or [""])}
        return ", ".join(f":{name}" for name in names), names

    def _with(self, values: Mapping[str, Any], voices: str = "", sets: str = "") -> Reach:
        return replace(
            self,
            voices=(*self.voices, *([voices] if voices else [])),
            sets=(*self.sets, *([sets] if sets else [])),
            values={**self.values, **values},
        )


ALL = Reach()
