"""What a date expression is read against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.annotate.dates.edtf import Value
from onrecord.annotate.dates.tense import Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a date is read against: the publication, the tense around it and what the text spoke of before."""

    base: datetime | None
    tense: Tense
    anchor: Value | None = None
    year: int | None = None  # the year of the last full date in the paragraph

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.base.date() if self.base else None


def by_tense(candidates: list[date], setting: Setting) -> date:
    """Of days a year apart the next one where the sentence looks ahead, else the latest."""
    today = setting.today or candidates[0]
    ahead = [day for day in candidates if day >= today]
    behind = [day for day in candidates if day <= today]
    nearer = bool(ahead and behind) and ahead[0] - today < today - behind[-1]
    if ahead and (setting.tense is Tense.FUTURE or (setting.tense is not Tense.PAST and nearer)):
        return ahead[0]
    return behind[-1] if behind else candidates[0]
