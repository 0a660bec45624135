"""The reports of a statement that an export shows."""

from __future__ import annotations

from onrecord.records import Attribution, Statement
from onrecord.store import View


def reports_of(statement: Statement, view: View) -> list[Attribution]:
    """The statement's reports; those of earlier versions of pages where the latest have it no more."""
    names = statement.attributions or statement.earlier
    return [one for name in names if (one := view.attribution(name))]
