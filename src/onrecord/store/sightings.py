"""Where each capture was found, from when to when, and which places are those of one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

import msgspec
from sqlalchemy import Connection, Text, bindparam, case, select, update

from onrecord.records import Fact, Reading
from onrecord.store.renewals import renewal_of
from onrecord.store.rows import sighting_of
from onrecord.store.schema import ARTICLE, CAPTURE, LOCATION, RENEWAL
from onrecord.text.addresses import file_address, page_address

FACTS = msgspec.json.Decoder(tuple[Fact, ...])


def moment(told: str) -> str:
    """The time in UTC as all times are kept, so that they can be compared; as it was where it is none."""
    try:
        read = datetime.fromisoformat(told)
    except ValueError:
        return told
    return read.replace(tzinfo=read.tzinfo or UTC).astimezone(UTC).isoformat()


def widen(connection: Connection, places: Sequence[dict[str, str]]) -> None:
    """The captures were found at these places at these times too; in whatever order that is told."""
    rows = [{"of": row["sha256"], "at": row["place"], "then": row["seen_at"]} for row in places]
    then = bindparam("then", type_=Text)
    connection.execute(
        update(LOCATION)
        .where(LOCATION.c.sha256 == bindparam("of"), LOCATION.c.place == bindparam("at"))
        .values(
            seen_at=case((LOCATION.c.seen_at > then, then), else_=LOCATION.c.seen_at),
            last_seen_at=case((LOCATION.c.last_seen_at < then, then), else_=LOCATION.c.last_seen_at),
        ),
        rows,
    )
    connection.execute(
        update(CAPTURE)
        .where(CAPTURE.c.sha256 == bindparam("of"), CAPTURE.c.captured_at > then)
        .values(captured_at=then),
        rows,
    )


def address(connection: Connection, hashes: Sequence[str]) -> None:
    """The places of these captures have the address of their page, as far as it is known by now."""
    facts = select(ARTICLE.c.sha256, ARTICLE.c.facts).where(ARTICLE.c.sha256.in_(hashes))
    canonical = {sha256: _canonical(FACTS.decode(told)) for sha256, told in connection.execute(facts)}
    waiting = select(RENEWAL.c.article, RENEWAL.c.read_by, RENEWAL.c.rejected, RENEWAL.c.content)
    for row in connection.execute(waiting.where(RENEWAL.c.sha256.in_(hashes))):
        result = renewal_of(row).result
        if isinstance(result, Reading):
            canonical[result.article.sha256] = _canonical(result.article.facts)
    places = select(LOCATION.c.sha256, LOCATION.c.place, LOCATION.c.kind, LOCATION.c.address)
    changed = [
        {"of": sha256, "at": place, "now": now}
        for sha256, place, kind, before in connection.execute(places.where(LOCATION.c.sha256.in_(hashes)))
        if (now := page_address(place, canonical.get(sha256)) if kind == "url" else file_address(place)) != before
    ]
    if changed:
        here = update(LOCATION).where(LOCATION.c.sha256 == bindparam("of"), LOCATION.c.place == bindparam("at"))
        connection.execute(here.values(address=bindparam("now")), changed)


def _canonical(facts: Iterable[Fact]) -> str | None:
    return next((fact.value for fact in facts if fact.name == "canonical"), None)


def order_of_versions(found: Iterable[Sequence[str]]) -> Iterator[str]:
    """What tells which version of a page is the latest, of all sightings: the order of their times, and not the times.

    So that pages which are found again as they were change nothing. Of what was found at several addresses the times.
    """
    rows = [sighting_of(row) for row in found]
    seen: dict[str, set[str]] = {}
    for row in rows:
        seen.setdefault(row.article, set()).add(row.address)
    for _, group in groupby(rows, key=lambda row: row.address):
        several = list(group)
        firsts, lasts = sorted({row.first for row in several}), sorted({row.last for row in several})
        for row in several:
            times = f"{row.first}\x1f{row.last}" if len(seen[row.article]) > 1 else ""
            order = f"{firsts.index(row.first)}\x1f{lasts.index(row.last)}"
            yield f"{row.address}\x1f{row.place}\x1f{row.article}\x1f{order}\x1f{times}"
