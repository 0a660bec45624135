"""How people correct a record: who is who, who said what, and what is one statement."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.pages import judging
from onrecord.pages.judging_reports import Cut
from onrecord.records import Verdict
from onrecord.records.errors import InputError, NotOnRecord
from onrecord.store import View
from onrecord.web.editor import Bench, Changed, Judged
from onrecord.web.sending import (
    Assigned,
    Described,
    JoinedPeople,
    JoinedStatements,
    Renamed,
    SeparatedPeople,
    SeparatedReports,
    Signed,
)
from onrecord.web.templating import href

Found = Callable[[View, str], str | None]
LIST = "/judgements"


def join_people(bench: Bench, sent: JoinedPeople, actor: str) -> Changed:
    """Say that two names are one person or body."""
    return _of_actor(bench, sent, actor, lambda view, maker: [judging.merge(view, [actor, sent.other], maker)])


def separate_people(bench: Bench, sent: SeparatedPeople, actor: str) -> Changed:
    """Say that names of a person or body, or what stands in some articles, are someone else’s."""
    cut = Cut(names=sent.name, articles=sent.article, verdict=_verdict(unsure=sent.unsure))
    return _of_actor(bench, sent, actor, lambda view, maker: [judging.split(view, actor, cut, maker)])


def rename_person(bench: Bench, sent: Renamed, actor: str) -> Changed:
    """Say what a person or body is called on every page."""
    return _of_actor(bench, sent, actor, lambda view, maker: [judging.rename(view, actor, sent.name, maker)])


def describe_person(bench: Bench, sent: Described, actor: str) -> Changed:
    """Say what no article tells of a person or body: a role, for whom they speak, who they are on Wikidata."""
    told = judging.Description(role=sent.role, affiliation=sent.affiliation, wikidata=sent.wikidata)
    return _of_actor(bench, sent, actor, lambda view, maker: judging.describe(view, actor, told, maker))


def join_statements(bench: Bench, sent: JoinedStatements, statement: str) -> Changed:
    """Say that a statement and others, or other reports, are one statement."""
    if not sent.other:
        raise InputError("no other statement is named; choose one, or give its id")
    refs = [statement, *sent.other]
    return _of_statement(bench, sent, statement, lambda view, maker: [judging.merge(view, refs, maker)])


def separate_reports(bench: Bench, sent: SeparatedReports, statement: str) -> Changed:
    """Say that reports of a statement are of another one."""
    cut = Cut(names=sent.report, articles=sent.article, verdict=_verdict(unsure=sent.unsure))
    return _of_statement(bench, sent, statement, lambda view, maker: [judging.split(view, statement, cut, maker)])


def assign_reports(bench: Bench, sent: Assigned, statement: str) -> Changed:
    """Say who said what reports of a statement report."""
    if not sent.report:
        raise InputError("no report is named; choose those that somebody else said")
    return _of_statement(
        bench,
        sent,
        statement,
        lambda view, maker: [judging.assign(view, each, sent.speaker, maker) for each in sent.report],
    )


def undo_judgement(bench: Bench, _: None, judgement: str) -> Changed:
    """Take a judgement back: the record is as if it had never been judged."""
    bench.editor.undo(judgement)
    return Changed(address=LIST)


def _verdict(*, unsure: bool) -> Verdict:
    return Verdict.UNSURE if unsure else Verdict.NEGATIVE


def _of_actor(bench: Bench, sent: Signed, actor: str, judged: Judged) -> Changed:
    name = bench.site.ask(_first_name, actor)
    made = _judge(bench, sent, judged)
    now = bench.site.ask(_present_actor, actor, name)
    return Changed(address=href("people", now) if now else LIST, id=now, judgements=made)


def _of_statement(bench: Bench, sent: Signed, statement: str, judged: Judged) -> Changed:
    report = bench.site.ask(_first_report, statement)
    made = _judge(bench, sent, judged)
    now = bench.site.ask(_present_statement, statement, report)
    return Changed(address=href("statements", now) if now else LIST, id=now, judgements=made)


def _judge(bench: Bench, sent: Signed, judged: Judged) -> tuple[str, ...]:
    if not sent.by:
        raise InputError("the judgement bears no name; say who judges")
    try:
        return bench.editor.judge(judged, sent.by, sent.why)
    except NotOnRecord as missing:  # what was sent names it, not the address
        raise InputError(str(missing)) from missing


def _first_name(view: View, actor: str) -> str | None:
    return next((one.id for one in view.entities_of_actor(view.actor_on_record(actor).id)), None)


def _first_report(view: View, statement: str) -> str | None:
    found = view.statement_on_record(statement)
    return next(iter((*found.attributions, *found.earlier)), None)


def _present_actor(view: View, actor: str, name: str | None) -> str | None:
    """The actor, or whom the name is taken for now."""
    return actor if view.actor(actor) else view.actor_of(name or "")


def _present_statement(view: View, statement: str, report: str | None) -> str | None:
    """The statement, or that which the report is taken for now."""
    return statement if view.statement(statement) else view.statement_of(report or "")
