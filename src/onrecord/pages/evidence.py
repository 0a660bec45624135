"""What stands behind a line: how many articles, where in them, and from how many origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.pages.citations import Cited, Notebook, mark
from onrecord.pages.counting import count, listed, say_origins
from onrecord.pages.layout import Line, doubt, faint, line
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.records import Attribution, Statement

SHOWN_CITATIONS = 8  # on one line; then "and 4 more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The reports behind a line. `citations` lead into the first of the `articles`, one number an article.

    `outlets` are the names that are told, `origins` those through whom the words first reached the press.
    """

    reports: int
    articles: int
    outlets: tuple[str, ...]
    citations: tuple[int, ...]
    origins: tuple[str, ...]
    independent_origins: int

    @property
    def through(self) -> tuple[str, ...]:
        """The origins but for the outlets of these reports, which had the words themselves."""
        return tuple(one for one in self.origins if one not in self.outlets)


def evidence_of(
    statements: Sequence[Statement], reports: Sequence[Attribution], shelf: Shelf, notebook: Notebook
) -> Evidence:
    """What the reports of the statements come to."""
    origins = tuple(sorted({origin for one in statements for origin in one.origins}))
    untold = any(one.independent_origins > len(one.origins) for one in statements)
    articles = dict.fromkeys(one.article for one in reports)
    outlets = dict.fromkeys(outlet for outlet in map(shelf.outlet, articles) if outlet)
    return Evidence(
        reports=len(reports),
        articles=len(articles),
        outlets=tuple(outlets),
        citations=cite_articles(reports, notebook),
        origins=origins,
        # An origin that is not told may be one of the others' too: together they count as one at most.
        independent_origins=len(origins) + (1 if untold else 0),
    )


def cite_articles(reports: Sequence[Attribution], notebook: Notebook, most: int = SHOWN_CITATIONS) -> tuple[int, ...]:
    """The numbers of the first reports: one from each article, as far as there is room on a line."""
    first_of: dict[str, Attribution] = {}
    for one in reports:
        first_of.setdefault(one.article, one)
    return tuple(notebook.cite_attribution(one) for one in list(first_of.values())[:most])


def say_evidence(one: Evidence, cited: Cited) -> Line:
    """How many articles, where, and from how many origins."""
    more = one.articles - len(one.citations)
    return line(
        faint(f"{count(one.articles, 'article')} "),
        mark(sorted(one.citations), cited),
        faint(f" and {more} more") if more > 0 else "",
        faint(f" · {say_origins(one.origins, one.independent_origins)}"),
    )


def say_single(one: Evidence) -> Line:
    """Where there is one article only: its outlet, and through whom the words came there."""
    outlet = faint(one.outlets[0]) if one.outlets else doubt(OUTLET_NOT_TOLD)
    if one.origins and not one.through:
        return line(outlet, faint(", at first hand"))
    return line(outlet, faint(f", through {listed(one.through)}") if one.through else "")
