"""What can be asked of a statement or a place beside its words, and what each field can be asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.records import Form, Stance


class Field(StrEnum):
    """A field, as it stands before the colon."""

    SPEAKER = "speaker"  # who said it, by any of the names
    PARTY = "party"  # who said it, or those for whom they speak
    OUTLET = "outlet"  # where it is reported
    SAID = "said"  # the day, month or year
    BEFORE = "before"  # said, or what was written published, earlier than that
    AFTER = "after"  # later than that
    TO = "to"  # whom it was said to
    VIA = "via"  # the agency or other through whom it came
    ISSUE = "issue"  # on which it shows a line
    STANCE = "stance"  # the line that it shows
    FORM = "form"  # how it is given
    IN = "in"  # where the words stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A field that must have one of the values, or, where `left_out`, none of them."""

    field: Field
    values: tuple[str, ...]
    left_out: bool = False


EXAMPLES: Mapping[Field, str] = {
    Field.SPEAKER: 'speaker:Vantor or speaker:"Serghiu Vantor"',
    Field.PARTY: "party:Kaldavia",
    Field.OUTLET: 'outlet:"Velmark Today"',
    Field.SAID: "said:2031-05-06, said:2031-05 or said:2031",
    Field.BEFORE: "before:2031-05-06, before:2031-05 or before:2031",
    Field.AFTER: "after:2031-05-06, after:2031-05 or after:2031",
    Field.TO: "to:parliament",
    Field.VIA: 'via:"Unity Press"',
    Field.ISSUE: "issue:tolls",
    Field.STANCE: f"stance: with one of {', '.join(one.lower() for one in Stance)}",
    Field.FORM: f"form: with one of {', '.join(Form)}",
    Field.IN: "in: with one of said, headline, deck, text, caption",
}
PLACES = ("said", "headline", "deck", "text", "caption")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def _is_day(value: str) -> bool:
    found = _DAY.fullmatch(value)
    if found is None:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_FIT: Mapping[Field, Callable[[str], bool]] = {
    Field.SAID: _is_day,
    Field.BEFORE: _is_day,
    Field.AFTER: _is_day,
    Field.STANCE: lambda value: value.upper() in set(Stance),
    Field.FORM: lambda value: value.lower() in set(Form),
    Field.IN: lambda value: value.lower() in PLACES,
}


def can_be(field: Field, value: str) -> bool:
    """Whether the field can be asked for the value."""
    fits = _FIT.get(field)
    return bool(value) if fits is None else fits(value)
