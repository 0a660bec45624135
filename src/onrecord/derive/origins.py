"""Through whom a statement first reached the press, and how many of its reports stand on their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.derive.passages import Passages, same_passages
from onrecord.derive.rows import Report, Reported
from onrecord.records import Statement
from onrecord.text.folding import fold

NOTHING_SHARED = Passages()
_OURSELVES = frozenset(
    {"us", "the paper"}
    | {f"{whose} {what}" for whose in ("this", "our") for what in ("newspaper", "paper", "magazine", "site")}
    | {f"{whose} {what}" for whose in ("this", "our") for what in ("reporter", "correspondent")}
)
_PRESS = frozenset({"reporters", "journalists", "the press", "the media", "correspondents", "newsmen", "newspapers"})


# Before whom anybody of the press may be, one who signs the report among them.
_AUDIENCES = frozenset(
    "reporters journalists newsmen mediapersons media press correspondents lawmakers deputies senators mps parliament "
    "assembly senate congress council committee commission inquiry court tribunal judge judges jurors delegates "
    "members supporters crowd crowds rally conference briefing hearing debate session meeting ceremony vigil service "
    "hustings forum summit convention hall congregation".split()
)


def with_origins(reported: Reported, shared: Passages = NOTHING_SHARED) -> Statement:
    """The statement with the names of its origins, and how many there are that do not depend on each other.

    Copies of one wire report have one origin. A reporter to whom it was said, himself or with others, is one, and so is
    one who signs the news of what was said before an audience, and credits nobody for it. A report
    of which nobody tells whence it comes may be a copy of any other: all such together count one where nothing else is
    known, or where the article credits nobody, or its signed author says of other sentences whose they are, and
    tells it while it is news.

    `shared` are the passages that articles have in common. Reports that are one passage have one origin: that of the
    one which tells it, else nobody knows whose.
    """
    relays = {fold(name) for report in reported.reports for name in report.attribution.relayed_by}
    passages = same_passages(reported.reports, shared)
    chains = [(passage, _chains(passage, relays)) for passage in passages]
    origins = _named(_independent(several for _, several in chains if several))
    unknown = [report for passage, several in chains if not several for report in passage]
    own = any((report.outlet or report.signed) and report.fresh and not report.credited for report in unknown)
    count = len(origins) + (1 if unknown and (own or not origins) else 0)
    return replace(reported.statement, origins=tuple(origins), independent_origins=count)


def _chains(passage: Sequence[Report], relays: set[str]) -> list[tuple[str, ...]]:
    """The chains of names through whom a passage came to those who print it; none where nobody is told.

    An outlet whose words another prints too is no origin by what they say of its reporters: it may have them from it.
    """
    told = [chain for report in passage if (chain := _told_chain(report, relays))]
    outlets = {fold(report.outlet or "") for report in passage}
    if told or len(outlets) > 1:
        return told
    heard = (report for report in passage if report.outlet and (was_told(report, report.outlet) or _was_there(report)))
    return [(report.outlet,) for report in heard if report.outlet]


def _told_chain(report: Report, relays: set[str]) -> tuple[str, ...]:
    """The names through whom the words came, the farthest from the reader last; empty where nobody tells."""
    if report.attribution.relayed_by:
        return report.attribution.relayed_by
    return (report.outlet,) if report.outlet and fold(report.outlet) in relays else ()


def _was_there(report: Report) -> bool:
    """Whether its own writer reports, as news, what was said before an audience where the press may be."""
    if not report.signed or report.credited or not report.fresh:
        return False
    told = (report.attribution.addressee, report.attribution.occasion)
    return any(not _AUDIENCES.isdisjoint(fold(span.exact).split()) for span in told if span is not None)


def was_told(report: Report, outlet: str) -> bool:
    """Whether the words were said to the outlet's own reporter, alone or among others."""
    addressee = report.attribution.addressee
    if addressee is None:
        return False
    folded = fold(addressee.exact)
    return folded in _OURSELVES | _PRESS or folded.removeprefix("the ") == fold(outlet).removeprefix("the ")


# "State television", "local radio": whoever that is, it may be the one that another report names.
_UNNAMED = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+ )?(?:state|public|national|local|regional|community|commercial|private)"
    r"(?:-run|-owned|-controlled)? (?:television|TV|radio|media|news agency|broadcaster)(?: station| channel)?"
)


def _named(origins: list[str]) -> list[str]:
    """The origins without those that go unnamed, where any other has a name."""
    named = [name for name in origins if not _UNNAMED.fullmatch(name)]
    return named or origins


def _independent(passages: Iterable[Sequence[tuple[str, ...]]]) -> list[str]:
    """One name for each set of passages whose chains share no name with the others, in alphabetical order."""
    groups: list[tuple[set[str], list[str]]] = []
    for chains in sorted(sorted(several) for several in passages):
        folded = {fold(name) for chain in chains for name in chain}
        touched = [group for group in groups if group[0] & folded]
        names = set(folded).union(*(group[0] for group in touched))
        ends = [*(chain[-1] for chain in chains), *(end for group in touched for end in group[1])]
        groups = [group for group in groups if group not in touched] + [(names, ends)]
    return sorted(min(ends, key=lambda name: (-ends.count(name), fold(name), name)) for _, ends in groups)
