"""How the words of one quotation drift from outlet to outlet: its versions beside the fullest, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.pages.alignment import Change, Piece, Printed, align, pieces, printed
from onrecord.pages.citations import NARROW, Cited, Notebook, mark
from onrecord.pages.counting import listed
from onrecord.pages.days import say_day
from onrecord.pages.layout import Emphasis, Item, Line, Run, Section, date, faint, line, name, quotation, run
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.wording import SEGMENT_BREAK
from onrecord.records import Attribution, Form, Statement

HEADING = "One quotation, as each outlet printed it"
STRUCK_WORDS = 7  # that are shown struck out; of more, only that they were left out
SHOWN_VERSIONS = 10
CUT = "[…]"
SPEAKER_NOT_TOLD = "Speaker not told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One wording of a quotation, and who printed it; `pieces` are all words, its own and those it leaves out."""

    outlets: tuple[str, ...]
    citations: tuple[int, ...]
    pieces: tuple[Piece, ...]

    @property
    def changes(self) -> int:
        """How many words it has that the fullest has not."""
        return sum(piece.words for piece in self.pieces if piece.change is Change.PUT_IN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A quotation that was printed in several wordings, the fullest first."""

    statement: str
    speaker: str | None
    said_on: str | None
    versions: tuple[Version, ...]

    @property
    def changes(self) -> int:
        """How many words were put in or changed, over all versions."""
        return sum(version.changes for version in self.versions)


def drifts(statements: Sequence[Statement], shelf: Shelf, notebook: Notebook) -> tuple[Drift, ...]:
    """The quotations whose wordings are not one, those with the most changed words first."""
    worded = [(one, _wordings(one, shelf)) for one in statements]
    found = [_drift(one, wordings, shelf, notebook) for one, wordings in worded if len(wordings) > 1]
    return tuple(sorted(found, key=lambda one: (-one.changes, -len(one.versions), one.statement)))


Wordings = dict[tuple[str, ...], list[tuple[Attribution, tuple[Printed, ...]]]]


def _wordings(statement: Statement, shelf: Shelf) -> Wordings:
    """The direct quotations of the statement by their words, the fullest first, of several the most printed."""
    found: Wordings = {}
    for report in shelf.reports(statement):
        if report.form is Form.DIRECT:
            own = printed(shelf.article(report.article), report.content)
            found.setdefault(tuple(word.plain for word in own), []).append((report, own))
    order = sorted(found, key=lambda each: (-len(each), -len(found[each]), each))
    return {plain: found[plain] for plain in order if plain}


def _drift(statement: Statement, wordings: Wordings, shelf: Shelf, notebook: Notebook) -> Drift:
    actor = shelf.actor(statement.speaker)
    full = next(iter(wordings.values()))[0][1]
    return Drift(
        statement=statement.id,
        speaker=actor.name if actor else None,
        said_on=statement.said_on,
        versions=tuple(_version(full, reports, shelf, notebook) for reports in wordings.values()),
    )


def _version(
    full: tuple[Printed, ...],
    reports: Sequence[tuple[Attribution, tuple[Printed, ...]]],
    shelf: Shelf,
    notebook: Notebook,
) -> Version:
    own = reports[0][1]
    texts = {word.article: shelf.article(word.article).text for word in (full[0], own[0])}
    return Version(
        outlets=tuple(dict.fromkeys(shelf.outlet(report.article) or OUTLET_NOT_TOLD for report, _ in reports)),
        citations=tuple(notebook.cite_attribution(report) for report, _ in reports),
        pieces=pieces(align(full, own), texts),
    )


def drift_section(found: Sequence[Drift], cited: Cited) -> Section:
    """The quotations as a section, each with its versions below it."""
    note = line(
        faint("Against the fullest wording: "),
        *(
            run("left out", Emphasis.STRUCK),
            faint(", "),
            run("put in", Emphasis.PUT_IN),
            faint(f", {CUT} more left out"),
        ),
    )
    return Section(heading=HEADING, items=tuple(_lay_out(one, cited) for one in found), note=note)


def _lay_out(one: Drift, cited: Cited) -> Item:
    day = line(", ", date(say_day(one.said_on))) if one.said_on else ()
    lead = line(name(one.speaker or SPEAKER_NOT_TOLD), day, faint(f" · {len(one.versions)} wordings"))
    shown = tuple(_say(version, cited) for version in one.versions[:SHOWN_VERSIONS])
    rest = len(one.versions) - len(shown)
    return Item(lead=lead, details=(*shown, *((line(faint(f"and {rest} more")),) if rest else ())))


def _say(version: Version, cited: Cited) -> Line:
    told = line(" — ", name(listed(version.outlets)), NARROW, mark(version.citations, cited))
    runs: list[Run] = []
    for before, piece in zip([None, *version.pieces], version.pieces, strict=False):
        runs += [_between(before, piece)] if before else []
        runs.append(_say_piece(piece))
    return line(tuple(runs), told)


def _between(before: Piece, piece: Piece) -> Run:
    """A blank, or a mark where the article itself puts "he said" between its words."""
    parted = before.change is piece.change and before.article == piece.article
    return faint(SEGMENT_BREAK) if parted and piece.change is not Change.LEFT_OUT else run(" ")


def _say_piece(piece: Piece) -> Run:
    match piece.change:
        case Change.SAME:
            return quotation(piece.span.exact)
        case Change.PUT_IN:
            return run(piece.span.exact, Emphasis.PUT_IN)
        case Change.LEFT_OUT:
            return run(piece.span.exact, Emphasis.STRUCK) if piece.words <= STRUCK_WORDS else faint(CUT)
