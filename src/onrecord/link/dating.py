"""What dated articles tell of the days of undated ones: the same quotation, dated there."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from onrecord.engine import Engine
from onrecord.link.grouped import Grouped
from onrecord.link.judged import NOTHING_JUDGED
from onrecord.link.rows import Said
from onrecord.link.sayings import LONG
from onrecord.link.statements import verbatim_keys
from onrecord.link.wording import Wording, same_quotation, wording
from onrecord.records import Form
from onrecord.records.packing import compact
from onrecord.text.days import days_of

WINDOW = 60  # dated quotations of one key that an undated one is held against
SHOWN = 7  # words of the quotation that a reason gives


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class DatedElsewhere:
    """That the words of an undated article's attribution were said on a day by what a dated article tells of them."""

    article: str
    attribution: str
    day: str
    reason: str


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """A direct quotation: its words, and its day where its article is dated and tells it."""

    said: Said
    wording: Wording

    @property
    def dated(self) -> bool:
        return self.said.published is not None


def dated_elsewhere(
    engine: Engine, said: Iterable[Said], judged: Grouped = NOTHING_JUDGED.statements
) -> Iterator[DatedElsewhere]:
    """For the attributions of undated articles, the one day that dated articles give to the same quotation.

    Nothing of one to which they give different days. What people judged not to be one statement dates nothing.
    """
    alike = partial(_dated_alike, judged=judged)
    found = engine.gather(_by_words, alike, (row for each in said if (row := _quoted(each))))
    yield from engine.gather(_by_attribution, _one_day, found)


def _quoted(said: Said) -> _Quoted | None:
    """The row, if it is a long quotation that can be dated or can date others."""
    attribution = said.attribution
    if attribution.form is not Form.DIRECT:
        return None
    if said.published is not None and _one(attribution.said_on) is None:
        return None
    found = wording(attribution)
    return _Quoted(said=said, wording=found) if len(found.words) >= LONG else None


def _one(edtf: str | None) -> str | None:
    """The date, if it is a single known day."""
    days = days_of(edtf)
    return edtf if days is not None and days.length == 1 else None


def _by_words(row: _Quoted) -> Iterator[tuple[str, str]]:
    order = f"{'0' if row.dated else '1'}\x1f{row.said.attribution.id}"
    yield from ((key, order) for key in sorted(verbatim_keys(row.wording)))


def _dated_alike(_key: str, rows: Iterator[_Quoted], judged: Grouped) -> Iterator[DatedElsewhere]:
    """The undated rows, each with every dated row of the same quotation and a voice that can be the same."""
    dated: deque[_Quoted] = deque(maxlen=WINDOW)
    for row in rows:
        if row.dated:
            dated.append(row)
            continue
        for other in dated:
            if judged.parts(row.said.attribution.id, other.said.attribution.id):
                continue
            if _one_voice(row.said, other.said) and same_quotation(row.wording, other.wording) >= LONG:
                yield _elsewhere(row, other)


def _one_voice(left: Said, right: Said) -> bool:
    """Whether both can be one speaker's: a last name in common, or one not known."""
    one, other = left.name.split(), right.name.split()
    return not one or not other or bool({one[-1]} & set(other) or {other[-1]} & set(one))


def _elsewhere(row: _Quoted, other: _Quoted) -> DatedElsewhere:
    attribution = row.said.attribution
    words = attribution.content[0].exact.strip("“”\"'‘’«»„ ").split()
    shown = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
    return DatedElsewhere(
        article=attribution.article,
        attribution=attribution.id,
        day=other.said.attribution.said_on or "",
        reason=f"“{shown}” is dated {other.said.attribution.said_on} by {other.said.outlet or 'another article'}",
    )


def _by_attribution(row: DatedElsewhere) -> Iterator[tuple[str, str]]:
    yield row.attribution, f"{row.day}\x1f{row.reason}"


def _one_day(_attribution: str, rows: Iterator[DatedElsewhere]) -> Iterator[DatedElsewhere]:
    first = next(rows)
    if all(row.day == first.day for row in rows):
        yield first
