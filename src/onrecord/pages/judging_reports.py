"""What is asked to be judged of reports: that they are one statement, are not, or that it can't be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.pages.counting import count
from onrecord.records import Attribution, Decision, Judgement, Maker, Statement, Subject, Verdict
from onrecord.records.errors import InputError
from onrecord.store import View

STATEMENT = re.compile(r"s[0-9a-f]{16}")
REPORT = re.compile(r"t[0-9a-f]{16}|.+:\d+(-\d+)?")  # its id, or FILE:START[-END]
REPORTS = 8  # as many as a message lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What is taken out of an actor: what goes by these names, what stands in these articles, or both at once.

    Of a statement `names` are those of reports: where they begin, FILE:START, or their ids.
    """

    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    verdict: Verdict = Verdict.NEGATIVE


def names_report(view: View, ref: str) -> bool:
    """Whether `ref` names something said, and nobody who is called so."""
    return bool(STATEMENT.fullmatch(ref) or REPORT.fullmatch(ref)) and not view.find_actors(ref)


def join(view: View, refs: Sequence[str], maker: Maker) -> Judgement:
    """That the statements and reports that are named are one statement."""
    sides = [_reports(view, ref) for ref in refs]
    statements = {view.statement_of(one.id) for side in sides for one in side}
    if len(statements) < 2:
        raise InputError(f"{_told(refs)}: that is one statement already; name another, by its id or FILE:START")
    return maker.judge(Decision.JOIN, Verdict.POSITIVE, [map(reported, side) for side in sides])


def separate(view: View, ref: str, cut: Cut, maker: Maker) -> Judgement:
    """That what is cut out of the statement is not that statement."""
    reports = _reports_of(view, _statement(view, ref))
    if not (cut.names or cut.articles):
        raise InputError(f"{ref}: what is not of this statement? Name it: {_places(view, reports.values())}")
    same = view.successors()
    named = {same.get(one.id, one.id) for each in cut.names for one in _reports(view, each)} or set(reports)
    articles = {view.find_article(each).id for each in cut.articles}
    out = [one for each, one in reports.items() if each in named and (not articles or one.article in articles)]
    rest = [one for one in reports.values() if one not in out]
    if not out:
        raise InputError(f"{ref}: nothing of that to take out; there is {_places(view, reports.values())}")
    if not rest:
        raise InputError(
            f"{ref}: that is all there is, nothing would be left; take out part of {_places(view, reports.values())}"
        )
    return maker.judge(Decision.SEPARATE, cut.verdict, [map(reported, out), map(reported, rest)])


def reported(one: Attribution) -> Subject:
    """The report as judgements refer to it."""
    return Subject(article=one.article, start=one.start, words=one.text)


def _statement(view: View, ref: str) -> Statement:
    """The statement of this id, or that which the report reports."""
    if STATEMENT.fullmatch(ref):
        return view.statement_on_record(ref)
    return view.statement_on_record(view.statement_of(view.find_attribution(ref).id) or ref)


def _reports(view: View, ref: str) -> tuple[Attribution, ...]:
    """All reports of a statement that is named by its id, or the one at FILE:START."""
    if STATEMENT.fullmatch(ref):
        return tuple(_reports_of(view, _statement(view, ref)).values())
    return (view.find_attribution(ref),)


def _reports_of(view: View, statement: Statement) -> dict[str, Attribution]:
    """The statement's reports, each under the id of what stands for it: an earlier version's under the later one's."""
    same = view.successors() if statement.earlier else {}
    found: dict[str, Attribution] = {}
    for each in (*statement.attributions, *statement.earlier):
        one = view.attribution(each)
        if one is not None:
            found.setdefault(same.get(each, each), one)
    return found


def _places(view: View, reports: Iterable[Attribution]) -> str:
    """Where the reports begin, as many as a message can list."""
    told = [f"{view.location(one.article)}:{one.start}" for one in reports]
    more = len(told) - REPORTS
    return ", ".join(told[:REPORTS]) + (f" and {count(more, 'more report')}" if more > 0 else "")


def _told(refs: Sequence[str]) -> str:
    return ", ".join(f"“{ref}”" for ref in refs)
