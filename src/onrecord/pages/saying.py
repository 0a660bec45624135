"""One statement in full: every report of it beside the fullest, when, where and to whom, and why they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.pages.alignment import Piece, align, pieces, printed
from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.judgements import JudgementLine, judgements_of
from onrecord.pages.positions import PositionLine, position_line
from onrecord.pages.shelf import Shelf
from onrecord.pages.statements import StatementLine, fullest, statement_line
from onrecord.pages.stories import Head, head_in
from onrecord.records import Attribution, Form, Link, Statement, Verdict
from onrecord.store import View

MOST_KEPT_APART = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's report; `pieces` are its words and, of a quotation, those of the fullest that it leaves out.

    The `said_basis`, `speaker_reasons` and `relayed_reasons` say whence day, speaker and way are known.
    """

    attribution: str
    article: str
    outlet: str | None
    headline: str | None
    published: str | None
    form: Form
    pieces: tuple[Piece, ...]
    printed: str | None
    cue: str | None
    said_on: str | None
    said_basis: str | None
    occasion: str | None
    addressee: str | None
    speaker_reasons: tuple[str, ...]
    relayed_by: tuple[str, ...]
    relayed_reasons: tuple[str, ...]
    confidence: float
    citation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Why two reports were taken for one statement, kept apart or left in doubt.

    `other` is the statement of the right report where that is another one, and `words` are its words.
    """

    left: int
    right: int
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    other: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingPage:
    """A statement in full. `positions` are the lines that it shows, `links` the pairs of its reports.

    `judgements` are what people said of who said it and of what is the same statement.
    """

    line: StatementLine
    text: str
    origins: tuple[str, ...]
    independent_origins: int
    stories: tuple[Head, ...]
    positions: tuple[PositionLine, ...]
    reports: tuple[Report, ...]
    links: tuple[Joined, ...]
    citations: tuple[Citation, ...]
    judgements: tuple[JudgementLine, ...] = ()


def saying_page(view: View, statement: str) -> SayingPage:
    """The statement of that id in full."""
    found = view.statement_on_record(statement)
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    reports = shelf.reports(found)
    full = fullest(reports, found.text, shelf)
    ordered = sorted(reports, key=lambda one: (one is not full, shelf.article(one.article).published or "9999"))
    stories = dict.fromkeys(story for one in ordered for story in view.stories_of(one.article))
    return SayingPage(
        line=statement_line(found, shelf, notebook),
        text=found.text,
        origins=found.origins,
        independent_origins=found.independent_origins,
        stories=tuple(head_in(one, view) for one in stories),
        positions=tuple(position_line(one, shelf, notebook) for one in view.positions_shown_by(found.id)),
        reports=tuple(_report(one, full, shelf, notebook) for one in ordered),
        links=tuple(_links(found, shelf, notebook)),
        citations=notebook.citations(),
        judgements=judgements_of(view, {one.article for one in ordered}, {one.id for one in ordered}),
    )


def _report(one: Attribution, full: Attribution, shelf: Shelf, notebook: Notebook) -> Report:
    article = shelf.article(one.article)
    return Report(
        attribution=one.id,
        article=one.article,
        outlet=article.outlet,
        headline=article.headline,
        published=article.published,
        form=one.form,
        pieces=_aligned(one, full, shelf),
        printed=one.source.exact if one.source else None,
        cue=one.cue.exact if one.cue else None,
        said_on=one.said_on,
        said_basis=one.said_basis,
        occasion=one.occasion.exact if one.occasion else None,
        addressee=one.addressee.exact if one.addressee else None,
        speaker_reasons=one.speaker_reasons,
        relayed_by=one.relayed_by,
        relayed_reasons=one.relayed_reasons,
        confidence=one.confidence,
        citation=notebook.cite_attribution(one),
    )


def _aligned(one: Attribution, full: Attribution, shelf: Shelf) -> tuple[Piece, ...]:
    """The words of the report beside those of the fullest."""
    texts = {each.article: shelf.article(each.article).text for each in (one, full)}
    left = printed(shelf.article(full.article), full.content)
    right = printed(shelf.article(one.article), one.content)
    return pieces(align(left, right), texts)


def _links(statement: Statement, shelf: Shelf, notebook: Notebook) -> Iterator[Joined]:
    """The pairs within the statement, then those with others: what is in doubt before what was kept apart."""
    own = set(statement.attributions)
    links = shelf.view.links_among("attribution", statement.attributions)
    within = [one for one in links if {one.left, one.right} <= own]
    beyond = [one for one in links if not {one.left, one.right} <= own]
    yield from (_joined(one, own, shelf, notebook) for one in _ranked(within))
    yield from (_joined(one, own, shelf, notebook) for one in _ranked(beyond)[:MOST_KEPT_APART])


def _ranked(links: Sequence[Link]) -> list[Link]:
    order = (Verdict.POSITIVE, Verdict.UNSURE, Verdict.NEGATIVE)
    return sorted(links, key=lambda one: (order.index(one.verdict), -one.score, one.left, one.right))


def _joined(link: Link, own: set[str], shelf: Shelf, notebook: Notebook) -> Joined:
    left, right = sorted((link.left, link.right), key=lambda one: (one not in own, one))
    report = shelf.attribution(right)
    return Joined(
        left=notebook.cite_attribution(shelf.attribution(left)),
        right=notebook.cite_attribution(report),
        verdict=link.verdict,
        score=link.score,
        reasons=link.reasons,
        other=None if right in own else shelf.view.statement_of(right),
        words=None if right in own else report.text,
    )
