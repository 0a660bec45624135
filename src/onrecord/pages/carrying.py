"""Through whose hands the words of a statement went, report by report: who said, on what occasion, who carried it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord import derive
from onrecord.pages.shelf import Shelf
from onrecord.records import Attribution, Shared, Statement
from onrecord.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One article's report of a statement. `through` are the names that carried it, the nearest to the speaker first.

    `first_hand` tells that the outlet had it itself, `inferred` that `through` is told by an article that prints the
    same passage. With neither and an empty `through` nobody tells whence the words came.
    """

    attribution: str
    article: str
    outlet: str | None
    through: tuple[str, ...]
    first_hand: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A statement with who said it, on what occasion as the reports name it, and its reports by article."""

    statement: Statement
    speaker: str | None
    occasion: str | None
    carried: tuple[Carried, ...]


def path_of(statement: Statement, shelf: Shelf) -> Path:
    """How the statement came to those who print it."""
    reports = shelf.reports(statement)
    actor = shelf.actor(statement.speaker)
    named = next((one.speaker_name for one in reports if one.speaker_name), None)
    return Path(
        statement=statement,
        speaker=actor.name if actor else named,
        occasion=_occasion(reports),
        carried=tuple(_carried(statement, reports, shelf)),
    )


def _occasion(reports: Iterable[Attribution]) -> str | None:
    """The occasion as the report has it that says most of it; else to whom it was told."""
    reports = tuple(reports)
    occasions = [one.occasion.exact for one in reports if one.occasion]
    if occasions:
        return max(occasions, key=lambda words: (len(words), words))
    told = sorted(one.addressee.exact.rstrip(".,") for one in reports if one.addressee)
    return f"told {max(told, key=lambda words: (told.count(words), words))}" if told else None


def _carried(statement: Statement, reports: Sequence[Attribution], shelf: Shelf) -> list[Carried]:
    """One for each article, in the record's order, by its report that tells most of whence it came."""
    passages = derive.same_passages(
        [derive.Report(attribution=one, outlet=shelf.outlet(one.article)) for one in reports],
        derive.Passages(_shared({one.article for one in reports}, shelf)),
    )
    passage_of = {each.attribution.id: passage for passage in passages for each in passage}
    found: dict[str, Carried] = {}
    for one in reports:
        carried = _one(one, [each.attribution for each in passage_of[one.id]], statement, shelf)
        before = found.get(one.article)
        if before is None or (_telling(carried) > _telling(before)):
            found[one.article] = carried
    return list(found.values())


def _telling(one: Carried) -> tuple[bool, bool, bool]:
    return bool(one.through) and not one.inferred, one.first_hand, bool(one.through)


def _shared(articles: set[str], shelf: Shelf) -> list[Shared]:
    """What these articles share among them."""
    found = shelf.view.shared_among(sorted(articles))
    return [pair for article in found for pair in found[article] if pair.left == article and pair.right in articles]


def _one(report: Attribution, passage: Sequence[Attribution], statement: Statement, shelf: Shelf) -> Carried:
    outlet = shelf.outlet(report.article)
    through = report.relayed_by
    inferred = False
    if not through:
        told = sorted(one.relayed_by for one in passage if one.relayed_by)
        through, inferred = (told[0], True) if told else ((), False)
    origins = {fold(name) for name in statement.origins}
    return Carried(
        attribution=report.id,
        article=report.article,
        outlet=outlet,
        through=tuple(reversed(through)),
        first_hand=not through and outlet is not None and fold(outlet) in origins,
        inferred=inferred,
    )
