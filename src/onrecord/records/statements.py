"""Across articles: who is one actor, and which attributions report one statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.attributions import EntityKind
from onrecord.records.ids import content_id
from onrecord.records.packing import compact


class Verdict(StrEnum):
    """What a comparison of two things came to. Doubt is a value, not a guess."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A decided pair of one type ("entity", "attribution", "article"), `left < right`, never without its reasons."""

    type: str
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role an actor is given, with the days between which articles give it (EDTF or None)."""

    role: str
    of: str | None = None
    since: str | None = None  # exported as "from"
    until: str | None = None  # exported as "to"


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation or state, with every name the articles use for it.

    `affiliation` is the actor it speaks for: the state for its foreign minister, None where no article tells.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    affiliation: str | None = None
    wikidata: str | None = None
    anonymous: bool = False


def actor_id(entity: str) -> str:
    """The id of the actor of whose entities this is the one with the least id; a state has the id of its name."""
    return content_id("actor", entity)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntity:
    """That an article's entity is this actor."""

    entity: str
    actor: str


def statement_id(report: str) -> str:
    """The id of the statement of which this attribution is the one with the least id."""
    return content_id("statement", report)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing said by one actor on one occasion, and the attributions that report it.

    `text` is the fullest version, exactly as one article prints it. `origins` are the known names through whom the
    words first reached the press; `independent_origins` counts them, an unknown origin as at most one. `earlier` are
    reports in earlier versions of pages, which do not count; `withdrawn` tells that the latest have it no more.

    Its id is that of the least of its reports. A statement that is not there any more went into the one that has that
    report: `also`.
    """

    id: str
    speaker: str | None
    said_on: str | None
    text: str
    attributions: tuple[str, ...]
    origins: tuple[str, ...] = ()
    independent_origins: int = 0
    earlier: tuple[str, ...] = ()
    withdrawn: bool = False

    @property
    def also(self) -> tuple[str, ...]:
        """The ids of the statements that its other reports make where they are the least, or stand alone."""
        reports = dict.fromkeys((*self.attributions, *self.earlier))
        return tuple(name for report in reports if (name := statement_id(report)) != self.id)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMember:
    """That an attribution reports this statement."""

    attribution: str
    statement: str
