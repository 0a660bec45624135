"""What an article reports, each by the number that marks its words in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Attribution, Fate, Form
from onrecord.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One attribution by its number; `actor` and `statement` are the ids of both, if any.

    `pieces` are where its words stand in the archived text. `fate` is what became of it in the latest version of the
    page, where the article is an earlier one.
    """

    number: int
    attribution: str
    statement: str | None
    actor: str | None
    speaker: str | None
    printed: str | None
    anonymous: bool
    cue: str | None
    form: Form
    said_on: str | None
    said_basis: str | None
    relayed_by: tuple[str, ...]
    pieces: tuple[tuple[int, int], ...]
    fate: Fate | None = None


def spoken(attributions: Iterable[Attribution], view: View) -> tuple[Spoken, ...]:
    """The attributions of an article, numbered in reading order."""
    return tuple(_spoken(number, one, view) for number, one in enumerate(attributions, start=1))


def _spoken(number: int, one: Attribution, view: View) -> Spoken:
    carried = view.carried(one.id)
    return Spoken(
        number=number,
        attribution=one.id,
        statement=view.statement_of(one.id),
        actor=view.actor_of(one.entity) if one.entity else None,
        speaker=one.speaker_name,
        printed=one.source.exact if one.source else None,
        anonymous=one.anonymous,
        cue=one.cue.exact if one.cue else None,
        form=one.form,
        said_on=one.said_on,
        said_basis=one.said_basis,
        relayed_by=one.relayed_by,
        pieces=tuple((span.start, span.end) for span in one.content),
        fate=carried.fate if carried else None,
    )
