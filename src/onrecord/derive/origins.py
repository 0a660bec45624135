"""Through whom a statement first reached the press, and how many of its reports stand on their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.derive.rows import Report, Reported
from onrecord.records import Statement
from onrecord.text.folding import fold

_OURSELVES = frozenset({"us", "this newspaper", "this paper", "our reporter", "our correspondent", "this reporter"})
_PRESS = frozenset({"reporters", "journalists", "the press", "the media", "correspondents", "newsmen", "newspapers"})


def with_origins(reported: Reported) -> Statement:
    """The statement with the names of its origins, and how many there are that do not depend on each other.

    Copies of one wire report have one origin. A reporter to whom it was said, himself or with others, is one. A report
    of which nobody tells whence it comes may be a copy of any other: all such together count one where nothing else is
    known, or where the article credits nobody with any of its words.
    """
    relays = {fold(name) for report in reported.reports for name in report.attribution.relayed_by}
    chains = {report.attribution.id: _chain(report, relays) for report in reported.reports}
    origins = _independent(chain for chain in chains.values() if chain)
    unknown = [report for report in reported.reports if not chains[report.attribution.id]]
    own = any(report.outlet and not report.credited for report in unknown)
    count = len(origins) + (1 if unknown and (own or not origins) else 0)
    return replace(reported.statement, origins=tuple(origins), independent_origins=count)


def _chain(report: Report, relays: set[str]) -> tuple[str, ...]:
    """The names through whom the words came, the farthest from the reader last; empty where nobody is told."""
    if report.attribution.relayed_by:
        return report.attribution.relayed_by
    outlet = report.outlet
    if outlet and (fold(outlet) in relays or was_told(report, outlet)):
        return (outlet,)
    return ()


def was_told(report: Report, outlet: str) -> bool:
    """Whether the words were said to the outlet's own reporter, alone or among others."""
    addressee = report.attribution.addressee
    if addressee is None:
        return False
    folded = fold(addressee.exact)
    return folded in _OURSELVES | _PRESS or folded.removeprefix("the ") == fold(outlet).removeprefix("the ")


def _independent(chains: Iterable[tuple[str, ...]]) -> list[str]:
    """One name for each set of chains that share no name with the others, in alphabetical order."""
    groups: list[tuple[set[str], list[str]]] = []
    for chain in sorted(chains):
        folded = {fold(name) for name in chain}
        touched = [group for group in groups if group[0] & folded]
        names = set(folded).union(*(group[0] for group in touched))
        ends = [chain[-1], *(end for group in touched for end in group[1])]
        groups = [group for group in groups if group not in touched] + [(names, ends)]
    return sorted(min(ends, key=lambda name: (-ends.count(name), fold(name), name)) for _, ends in groups)
