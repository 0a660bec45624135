"""Who is known outside the coverage: one entry of the file of authorities that a user names."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.attributions import EntityKind, RoleClaim
from onrecord.records.packing import compact


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A person, body or place with its Wikidata id, the names it goes by and the offices it holds or held."""

    wikidata: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[RoleClaim, ...] = ()
    kind: EntityKind | None = None
