"""Two versions of one page beside each other: what changed in words that are reported first, then what else did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.pages.alignment import Change, Piece
from onrecord.pages.changes import Paragraph, changes
from onrecord.pages.citations import Citation, Notebook
from onrecord.pages.shelf import Shelf
from onrecord.pages.versions import PageLine, Report, articles_of_page, page_line, report_of
from onrecord.records import Attribution, Fate
from onrecord.records.errors import InputError
from onrecord.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A report of which a change touches the words, the speaker or the cue, in the version that has it so.

    `fate` is what became of it in the latest version, where this is an earlier one.
    """

    report: Report
    fate: Fate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A paragraph that is not in both versions as it was, and the reports that it touches."""

    paragraph: Paragraph
    touches: tuple[Touched, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionsPage:
    """What became of version `earlier` in version `later` of a page; `same` counts the paragraphs that did not change.

    Paragraphs come in the order of the later version, those first that touch a report.
    """

    page: PageLine
    article: str  # that was asked for
    earlier: int
    later: int
    same: int
    revised: tuple[Revised, ...]
    citations: tuple[Citation, ...]


def revisions_page(view: View, ref: str, earlier: int | None = None, later: int | None = None) -> RevisionsPage:
    """The versions of the page of which `ref` names one: the two asked for, else this one beside that before it."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    article = view.find_article(ref).id
    articles = articles_of_page(view, article)
    left, right = _chosen(articles, article, earlier, later)
    same, paragraphs = changes(shelf.article(articles[left - 1]), shelf.article(articles[right - 1]))
    reports = {
        articles[number - 1]: [(one, number) for one in shelf.attributions(articles[number - 1])]
        for number in (left, right)
    }
    revised = [Revised(paragraph=one, touches=tuple(_touches(one, reports, shelf, notebook))) for one in paragraphs]
    return RevisionsPage(
        page=page_line(articles, shelf),
        article=article,
        earlier=left,
        later=right,
        same=same,
        revised=tuple(sorted(revised, key=lambda one: not one.touches)),
        citations=notebook.citations(),
    )


def _chosen(articles: Sequence[str], article: str, earlier: int | None, later: int | None) -> tuple[int, int]:
    """The numbers of the two versions, the earlier first; of a page with one version twice that."""
    last = len(articles)
    own = articles.index(article) + 1
    right = later or (min(earlier + 1, last) if earlier and earlier >= own else max(own, min(2, last)))
    left = earlier or max(right - 1, 1)
    for number in (left, right):
        if number > last:
            raise InputError(f"version {number}: the page has versions 1 to {last}; ask for two of them")
    if left >= right and last > 1:
        raise InputError(f"earlier={left}, later={right}: that is no step forward; ask for a later version than {left}")
    return left, right


Numbered = tuple[Attribution, int]


def _touches(
    paragraph: Paragraph, reports: dict[str, list[Numbered]], shelf: Shelf, notebook: Notebook
) -> Iterator[Touched]:
    """The reports of both versions of which a word was left out or put in, those of the earlier first."""
    changed = [piece for piece in paragraph.pieces if piece.change is not Change.SAME]
    for article, numbered in reports.items():
        own = [piece for piece in changed if piece.article == article]
        for one, number in numbered if own else ():
            if _meets(one, own):
                carried = shelf.view.carried(one.id)
                report = report_of(one, number, shelf, notebook)
                yield Touched(report=report, fate=carried.fate if carried else None)


def _meets(one: Attribution, pieces: Sequence[Piece]) -> bool:
    spans = [span for span in (one.source, one.cue, *one.content) if span]
    return any(span.start < piece.span.end and piece.span.start < span.end for span in spans for piece in pieces)
