"""Web archives (WARC 1.0 and 1.1, also gzipped; ISO 28500) to captures, one record in memory at a time.

Damage costs the records it hits: reading goes on at the next one, and each that is lost is listed with its offset.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from fastwarc.warc import ArchiveIterator, WarcRecord, any_type

from onrecord.read.options import Opened, Row
from onrecord.read.warc_damage import member_end, next_record
from onrecord.read.warc_records import Taken, take_other, take_page, take_revisit

MOST_DAMAGES = 1_000  # an archive with more is not worth the time that looking for the next record takes
TAKERS = {
    "response": take_page,
    "resource": take_page,
    "revisit": take_revisit,
}
_MEND = "get the archive anew, or leave it so: its other records are read"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a record gave, held back until what follows shows that the record was whole."""

    offset: int
    taken: Taken


def read_warc(opened: Opened) -> Iterator[Row]:
    """The captures of all answers with text in them, in the order of the archive."""
    start = 0
    for _ in range(MOST_DAMAGES):
        damaged = yield from _read_from(opened, start)
        if damaged is None:
            return
        found = next_record(opened.file, damaged + 1)
        if found is None:
            return
        start = found
    yield opened.rejected("it is damaged in too many places", "get the archive anew", f"byte {start}")


def _read_from(opened: Opened, start: int) -> Generator[Row, None, int | None]:
    """The rows from `start` on; returns None at the end, or the offset after which to look for the next record."""
    opened.file.seek(start)
    held: _Held | None = None
    records = ArchiveIterator(opened.file, record_types=any_type, parse_http=False)
    while True:
        try:
            record = next(records, None)
        except OSError as error:
            return (yield from _damage(opened, start, held, str(error)))
        if held is not None:
            yield from held.taken.rows
        if record is None:
            return None
        held = _Held(offset=record.stream_pos, taken=_take(opened, record))
        if held.taken.fault is not None:
            yield opened.rejected(held.taken.fault, _MEND, f"byte {held.offset}")
            return held.offset


def _take(opened: Opened, record: WarcRecord) -> Taken:
    if "Content-Length" not in record.headers:
        return Taken(fault="the record breaks off in its header")
    try:
        return TAKERS.get(str(record.record_type), take_other)(opened, record)
    except OSError as error:
        return Taken(fault=f"the record cannot be read ({str(error)[:1].lower()}{str(error)[1:]})")


def _damage(opened: Opened, start: int, held: _Held | None, said: str) -> Generator[Row, None, int]:
    """Tells whose damage it is that nothing can be read after the held record; returns where to look on from."""
    told = f"({said[:1].lower()}{said[1:]})"
    if held is None:
        cause = "there is no WARC record at its beginning" if start == 0 else "the record is damaged"
        yield opened.rejected(f"{cause} {told}", _MEND, f"byte {start}")
        return start
    end = member_end(opened.file, held.offset)
    is_whole = held.taken.is_proven or (end is not None and "header" not in said)
    if is_whole or not held.taken.rows:
        yield from held.taken.rows
        place = f"byte {end}" if end is not None else f"after byte {held.offset}"
        yield opened.rejected(f"the record is damaged {told}", _MEND, place)
        return end if end is not None else held.offset
    cause = "the record has another length than it says, or what follows it is damaged"
    yield opened.rejected(f"{cause} {told}", _MEND, f"byte {held.offset}")
    return held.offset
