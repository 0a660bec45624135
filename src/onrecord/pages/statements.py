"""One statement on one line of a page: who, in whose words, how widely reported, from how many origins."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from onrecord.pages.citations import Citation, Notebook, mark
from onrecord.pages.counting import count, listed, say_origins
from onrecord.pages.layout import Item, Line, doubt, faint, line, name
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.wording import Wording, say, wording
from onrecord.records import Actor, Attribution, Form, Statement, Verdict

LONGEST = 220  # characters of a quotation on a page that shows many
SHOWN_CITATIONS = 8  # then "and 4 more"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement as a page shows it. `speaker` is None where it is not told; `printed` is what the article has for it.

    `citations` are the first of its `reports`, the shown one before the others; `perhaps` cite statements that may be
    the same one.
    """

    statement: str
    speaker: str | None
    printed: str | None
    anonymous: bool
    role: str | None
    said_on: str | None
    addressee: str | None
    wording: Wording
    citations: tuple[int, ...]
    reports: int
    articles: int
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    independent_origins: int
    perhaps: tuple[int, ...] = ()


def statement_line(statement: Statement, shelf: Shelf, notebook: Notebook) -> StatementLine:
    """The statement with its fullest wording first."""
    reports = shelf.reports(statement)
    shown = fullest(reports, statement.text)
    actor = shelf.actor(statement.speaker)
    articles = dict.fromkeys(report.article for report in reports)
    return StatementLine(
        statement=statement.id,
        speaker=actor.name if actor else shown.speaker_name,
        printed=shown.source.exact if shown.source else None,
        anonymous=shown.anonymous,
        role=role_of(actor),
        said_on=statement.said_on,
        addressee=next((one.addressee.exact for one in (shown, *reports) if one.addressee), None),
        wording=wording(shown, shelf, notebook),
        citations=cite_some((shown, *(one for one in reports if one is not shown)), notebook),
        reports=len(reports),
        articles=len(articles),
        outlets=tuple(dict.fromkeys(shelf.outlet(one) or OUTLET_NOT_TOLD for one in articles)),
        origins=statement.origins,
        independent_origins=statement.independent_origins,
        perhaps=_perhaps(statement, shelf, notebook),
    )


def cite_some(reports: Sequence[Attribution], notebook: Notebook) -> tuple[int, ...]:
    """The numbers of the first reports: one from each article, as far as there is room on a line."""
    first_of_article = {one.article: one for one in reversed(reports)}
    return tuple(
        notebook.cite_attribution(one)
        for one in [one for one in reports if first_of_article[one.article] is one][:SHOWN_CITATIONS]
    )


def fullest(reports: Sequence[Attribution], text: str) -> Attribution:
    """The report that prints the statement's text; failing that, the longest, quotations before reported speech."""
    return max(
        reports,
        key=lambda one: (one.text == text, one.form is Form.DIRECT, len(one.text), one.id),
    )


def role_of(actor: Actor | None) -> str | None:
    """The actor's first role in words, with whose it is where the title does not say."""
    if actor is None or not actor.roles:
        return None
    role = actor.roles[0]
    if role.of and role.of.casefold() not in role.role.casefold():
        return f"{role.role}, {role.of}"
    return role.role


def _perhaps(statement: Statement, shelf: Shelf, notebook: Notebook) -> tuple[int, ...]:
    own = set(statement.attributions)
    others: dict[int, None] = {}
    for attribution in statement.attributions:
        for link in shelf.view.links(type="attribution", id=attribution):
            other = link.right if link.left == attribution else link.left
            if link.verdict is Verdict.UNSURE and other not in own:
                others[notebook.cite_attribution(shelf.attribution(other))] = None
    return tuple(others)


def lay_out_statement(one: StatementLine, cited: Mapping[int, Citation], met: set[str]) -> Item:
    """The statement as an item: the words first, then how it was reported, then what is in doubt.

    `met` are the speakers whose role the page has given; this one is added to it.
    """
    between = " " if one.wording.lead else ": "
    lead = line(
        say_speaker(one, met), between, say(one.wording, LONGEST), " ", mark(one.citations[:1], cited)
    )
    if one.speaker:
        met.add(one.speaker)
    return Item(
        lead=lead, details=tuple(detail for detail in (_reports(one, cited), _doubts(one, cited)) if detail)
    )


def say_speaker(one: StatementLine, met: Collection[str] = ()) -> Line:
    """The speaker by name, with the role where the reader has not met it, or that the speaker is not told."""
    if one.speaker is None:
        as_printed = f" (the article has “{one.printed}”)" if one.printed else ""
        return line(doubt(f"Speaker not told{as_printed}"))
    if one.anonymous:
        return line(name(one.speaker), faint(" (not named)"))
    return line(name(one.speaker), faint(f" ({one.role})") if one.role and one.speaker not in met else "")


def _reports(one: StatementLine, cited: Mapping[int, Citation]) -> Line:
    if one.articles == 1:
        through = f", through {listed(one.origins)}" if one.origins else ""
        return line(faint(f"in {one.outlets[0]}{through}"))
    return line(
        faint(f"{count(one.articles, 'article')} "),
        mark(one.citations, cited),
        more_than(one.citations, one.articles),
        faint(f" · {say_origins(one.origins, one.independent_origins)}"),
    )


def _doubts(one: StatementLine, cited: Mapping[int, Citation]) -> Line:
    if not one.perhaps:
        return ()
    return line(doubt("may be the same statement as "), mark(one.perhaps, cited))


def more_than(shown: Sequence[int], articles: int) -> Line:
    """How many articles there are besides the cited ones."""
    more = articles - len(shown)
    return line(faint(f" and {more} more")) if more > 0 else ()
