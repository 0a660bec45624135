"""What exports call things beyond the record: rows by a URN, places by their address, dates where they are plain."""

from __future__ import annotations

import re

from onrecord.records import Actor
from onrecord.records.ids import sha256_of
from onrecord.text.folding import fold
from onrecord.text.warc_names import file_uri

URN = "urn:onrecord:"
WIKIDATA = "http://www.wikidata.org/entity/"
_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TIMED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)")


def urn(row_id: str) -> str:
    """The name of a row of the record."""
    return URN + row_id


def outlet_key(called: str) -> str:
    """The name, within a document, of the outlet, agency or broadcaster that is called so, however it is written."""
    return f"outlet:{sha256_of(fold(called).encode('utf-8', 'surrogatepass'))[:12]}"


def address_of(location: str) -> str:
    """The address of a page, or of a file by its path."""
    return location if "://" in location else file_uri(location)


def wikidata_address(actor: Actor) -> str | None:
    """The address of the actor's entry in Wikidata."""
    return WIKIDATA + actor.wikidata if actor.wikidata else None


def plain_date(edtf: str | None) -> str | None:
    """The year, month or day that the date is, in ISO 8601; None where it is an interval, doubted or none."""
    day = edtf.partition("T")[0] if edtf else ""
    return day if _PLAIN.fullmatch(day) else None


def instant(edtf: str | None) -> str | None:
    """The date with its time of day in RFC 3339; None where the time or its offset is not told."""
    found = _TIMED.fullmatch(edtf) if edtf else None
    return f"{found[1]}{found[2] or ':00'}{found[3]}" if found else None


def plain_interval(edtf: str | None) -> tuple[str, str] | None:
    """The first and the last day of an interval that has both and no doubt."""
    first, _, last = (edtf or "").partition("/")
    return (first, last) if _PLAIN.fullmatch(first) and _PLAIN.fullmatch(last) else None
