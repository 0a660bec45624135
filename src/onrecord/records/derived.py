"""All that follows from the articles together: the rows that linking and deriving make anew."""

from __future__ import annotations

from typing import TypeAlias

from onrecord.records import (
    Actor,
    ActorEntity,
    ArticleDay,
    Assigned,
    AttributionDay,
    Carried,
    Discrepancy,
    Duplicate,
    Event,
    Link,
    MentionDay,
    PageVersion,
    Position,
    Shared,
    Statement,
    StatementMember,
    Story,
    Successor,
)

DerivedRow: TypeAlias = (
    Link
    | Actor
    | ActorEntity
    | Assigned
    | Statement
    | StatementMember
    | Story
    | Event
    | Position
    | Discrepancy
    | ArticleDay
    | AttributionDay
    | MentionDay
    | Shared
    | Duplicate
    | PageVersion
    | Carried
    | Successor
)
