"""The body that somebody speaks for: "the party" behind its leader's words, whose "a Norline spokesman" is."""

from __future__ import annotations

import re

from onrecord.annotate.coreference.bodies import FIRMS
from onrecord.annotate.coreference.cast import Cast
from onrecord.annotate.coreference.history import History
from onrecord.records import EntityKind, Span
from onrecord.text.folding import fold

NEAR = 1  # paragraphs back in which its officer spoke
# Who speaks for what is named with him, whatever he is called: "Velmark’s foreign minister", "the head of the League".
_SPOKESMAN = re.compile(
    r"\bspokes\w+\b|"
    r"\b(?:the|its|their) (?:\w+ )?(?:head|leader|secretary[- ]general|general secretary|director[- ]general) of\b|"
    r"['’]s? (?:\w+ ){0,2}minister\b|^(?:the )?[A-Z]\w+ (?:(?:prime|deputy|\w+) )?minister$",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:former|ex-|late|retired)", re.IGNORECASE)
_RELATIVE = re.compile(r",\s(?:(?:to|of|in|for|with|from|under|by)\s)?(?:which|whom|who|whose|where)\b")
# Which officers make their body a party, a union or a company.
_OFFICERS = {
    "party": re.compile(r"\b(?:leader|chair\w*|president|candidate|whip|lawmaker|mp|spokes\w+)$"),
    "union": re.compile(r"\b(?:general secretary|leader|secretary|organi[sz]er|spokes\w+)$"),
    "company": re.compile(r"\b(?:chief executive(?: officer)?|ceo|director|chair\w*|counsel|president|spokes\w+)$"),
}
_OTHERS = {  # words of names that are none
    "party": frozenset("union company bank association guild league council court ministry".split()),
    "union": frozenset("party company bank council court ministry".split()),
    "company": frozenset("party union guild council court ministry association front movement".split()),
}


def body_of_officer(history: History, source: Span, noun: str) -> int | None:
    """The body of whom that spoke last and near, where its officers make it what the noun says."""
    sort = "company" if noun in FIRMS else noun
    if sort not in _OFFICERS or not history.heard:
        return None
    cast, (tag, referent) = history.cast, history.heard[-1]
    anchor = tag.source or tag.content[0]
    if not 0 <= cast.places.paragraph(source.start) - cast.places.paragraph(anchor.start) <= NEAR:
        return None
    if referent is not None and referent >= 0:
        roles = [role for role in cast.groups[referent].roles if role.of and _OFFICERS[sort].search(fold(role.title))]
        return _group_named(cast, roles[0].of, sort) if roles else None
    return spoken_for(cast, tag.source, sort) if tag.source else None


def _group_named(cast: Cast, name: str | None, sort: str) -> int | None:
    fits = [
        number
        for number, group in enumerate(cast.groups)
        if group.kind is not EntityKind.PERSON and any(each.span.exact == name for each in group.names)
    ]
    return fits[0] if len(fits) == 1 and _OTHERS[sort].isdisjoint(fold(name or "").split()) else None


def spoken_for(cast: Cast, source: Span, sort: str = "") -> int | None:
    """The one body or state whose spokesman, head or minister the source is; of a sort where one is asked for."""
    if _SPOKESMAN.search(source.exact) is None or _ONCE.search(source.exact):
        return None
    named = {group for _, group in cast.named_in(without_relative(source)) if not _is_surely_person(cast, group)}
    if len(named) != 1:
        return None
    group = named.pop()
    words = fold(cast.groups[group].fullest).split()
    return group if not sort or _OTHERS[sort].isdisjoint(words) else None


def without_relative(source: Span) -> Span:
    """The source without a clause on what it names: "the League’s spokesman, to which Velmark belongs"."""
    cut = _RELATIVE.search(source.exact)
    return (
        Span(start=source.start, end=source.start + cut.start(), exact=source.exact[: cut.start()]) if cut else source
    )


def _is_surely_person(cast: Cast, group: int) -> bool:
    return cast.is_person(group) and (cast.is_told_person(group) or cast.has_full_name(group))
