"""One statement on one line of a page: who, in whose words, how widely reported, from how many origins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.pages.citations import NARROW, Cited, Notebook, mark
from onrecord.pages.evidence import Evidence, evidence_of, say_evidence, say_single
from onrecord.pages.layout import Item, Line, doubt, faint, line, name
from onrecord.pages.shelf import Shelf
from onrecord.pages.wording import Wording, between, capital, say, wording
from onrecord.records import Actor, Attribution, Form, Link, Role, Statement, Verdict

WITHDRAWN = "withdrawn: no longer in the latest version"
HIDDEN = "read in an earlier version only; the latest may have it"
_WHOSE = re.compile(r"(?:its|his|her|their)\s", re.IGNORECASE)  # "her press officer" tells no reader who speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement as a page shows it, with the wording of one report.

    `speaker` is None where it is not told, and `printed` what the article has for it ("he"); `perhaps` cite
    statements that may be the same one; `withdrawn` is what stood in earlier versions of pages alone,
    `hidden` what the latest may still have where they do not show it.
    """

    statement: str
    speaker: str | None
    printed: str | None
    anonymous: bool
    role: str | None
    said_on: str | None
    addressee: str | None
    wording: Wording
    evidence: Evidence
    perhaps: tuple[int, ...] = ()
    actor: str | None = None  # the speaker's id, where the record knows who it is
    withdrawn: bool = False
    hidden: bool = False


def statement_line(statement: Statement, shelf: Shelf, notebook: Notebook) -> StatementLine:
    """The statement with its fullest wording first."""
    reports = shelf.reports(statement)
    shown = fullest(reports, statement.text, shelf)
    actor = shelf.actor(statement.speaker)
    ordered = (shown, *(one for one in reports if one is not shown))
    return StatementLine(
        statement=statement.id,
        speaker=actor.name if actor else shown.speaker_name,
        printed=shown.source.exact if shown.source else None,
        anonymous=shown.anonymous and (actor is None or actor.anonymous),  # the name may be known by a judgement
        role=role_of(actor),
        said_on=statement.said_on,
        addressee=next((one.addressee.exact for one in ordered if one.addressee), None),
        wording=wording(shown, shelf, notebook),
        evidence=evidence_of([statement], ordered, shelf, notebook),
        perhaps=_perhaps(statement, shelf, notebook),
        actor=actor.id if actor else None,
        withdrawn=statement.withdrawn,
        hidden=not statement.attributions and not statement.withdrawn,
    )


def fullest(reports: Sequence[Attribution], text: str, shelf: Shelf) -> Attribution:
    """The report that prints the statement's text; of several, a quotation, from an outlet that is known."""
    return max(
        reports,
        key=lambda one: (
            one.text == text,
            one.form is Form.DIRECT,
            shelf.outlet(one.article) is not None,
            len(one.text),
        ),
    )


# What nobody says with a country before it: it is not "the Norway President".
_OF_LANDS = frozenset({"president", "prime minister", "king", "queen", "prince", "princess", "emir", "sultan"})
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ic|i|ch)$")
_IN_FULL = re.compile(r"[a-z]$")  # but "U.S. President"


def role_of(actor: Actor | None) -> str | None:
    """The actor's role as a newspaper would put it before the name, the one that says most."""
    if actor is None or not actor.roles:
        return None
    return say_role(max(actor.roles, key=lambda role: (role.of is not None, _is_name(role.of), role.until or "")))


def _is_name(of: str | None) -> bool:
    """Whether it names the body: "union" does not."""
    return bool(of and any(letter.isupper() for letter in of))


def say_role(role: Role) -> str:
    """The role with whose it is: "Ostmark port minister", but "President of Kaldavia"."""
    if role.of is None or role.of.casefold() in role.role.casefold():
        return role.role
    if role.role.casefold() in _OF_LANDS and _IN_FULL.search(role.of) and not _ADJECTIVE.search(role.of):
        return f"{role.role} of {role.of}"
    return f"{role.of} {role.role}"


def _perhaps(statement: Statement, shelf: Shelf, notebook: Notebook) -> tuple[int, ...]:
    """The numbers of reports in the same story that may be of this statement too."""
    own = set(statement.attributions)
    unsure = [
        link
        for link in shelf.view.links_among("attribution", statement.attributions)
        if link.verdict is Verdict.UNSURE and not {link.left, link.right} <= own
    ]
    stories = {shelf.story(shelf.attribution(one).article) for one in own} if unsure else set()
    others: dict[int, None] = {}
    for link in sorted(unsure, key=lambda one: _own_first(one, statement.attributions)):
        report = shelf.attribution(link.right if link.left in own else link.left)
        if shelf.story(report.article) in stories:
            others[notebook.cite_attribution(report)] = None
    return tuple(others)


def _own_first(link: Link, attributions: Sequence[str]) -> tuple[int, str, str]:
    """The place of the statement's own report, then of the pair."""
    own = link.left if link.left in attributions else link.right
    return attributions.index(own), link.left, link.right


def lay_out_statement(one: StatementLine, cited: Cited, longest: int, met: set[str]) -> Item:
    """The statement as an item: the words first, then how it was reported, then what is in doubt."""
    lead = say_statement(one, cited, longest, met)
    details = [_doubts(one, cited)]
    if one.evidence.articles == 1:
        lead = line(lead, f"{NARROW}· ", say_single(one.evidence))
    else:
        details.insert(0, say_evidence(one.evidence, cited))
    return Item(lead=lead, details=tuple(detail for detail in details if detail))


def say_statement(one: StatementLine, cited: Cited, longest: int, met: set[str]) -> Line:
    """Who said it, in which words, and the number that leads to them.

    The role is told of a speaker who is not among `met`, who then is.
    """
    who = say_speaker(one, met)
    met.update([one.speaker] if one.speaker else [])
    words = say(one.wording, longest)
    return line(who, between(one.wording), words, NARROW, mark([one.wording.citation], cited))


def say_source(one: StatementLine, cited: Cited, _longest: int, met: set[str]) -> Line:
    """Who said it and the number that leads to the words, where the page has just shown them."""
    who = say_speaker(one, met)
    met.update([one.speaker] if one.speaker else [])
    return line(who, NARROW, mark([one.wording.citation], cited))


def say_speaker(one: StatementLine, met: Collection[str]) -> Line:
    """The speaker by name, with the role where the reader has not met it, or that the speaker is not told."""
    if one.speaker is None or _WHOSE.match(one.speaker):
        printed = one.speaker or one.printed
        as_printed = f" (the article has “{printed}”)" if printed else ""
        return line(doubt(f"Speaker not told{as_printed}"))
    if one.anonymous:
        return line(name(capital(one.speaker)), faint(" (not named)"))
    return line(name(capital(one.speaker)), faint(f" ({one.role})") if one.role and one.speaker not in met else "")


def _doubts(one: StatementLine, cited: Cited) -> Line:
    if one.withdrawn:
        return line(doubt(WITHDRAWN))
    if one.hidden:
        return line(doubt(HIDDEN))
    if not one.perhaps:
        return ()
    return line(doubt("may be the same statement as "), mark(sorted(one.perhaps), cited))
