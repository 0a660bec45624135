"""Where the reports differ, with the wording of each side, and how the words of each quotation drift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.pages.citations import NARROW, Citation, Cited, Notebook, by_number, mark
from onrecord.pages.counting import listed
from onrecord.pages.days import say_day
from onrecord.pages.drift import Drift, drift_section, drifts
from onrecord.pages.layout import (
    Document,
    Item,
    Line,
    Part,
    Section,
    date,
    doubt,
    faint,
    line,
    name,
    quotation,
    strong,
)
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stories import Head, choose_stories, head_in, places, say_head
from onrecord.pages.wording import cut, cut_around
from onrecord.records import Article, Discrepancy, DiscrepancyKind, Span, Story, Value
from onrecord.store import View

LONGEST = 160
SHOWN_CITATIONS = 8
NONE_FOUND = "No difference between the reports was found; that does not say there is none."
KINDS = {
    DiscrepancyKind.FIGURE: "figure",
    DiscrepancyKind.DATE: "date",
    DiscrepancyKind.PLACE: "place",
    DiscrepancyKind.TERM: "choice of words",
    DiscrepancyKind.WORDING: "wording of one statement",
    DiscrepancyKind.CHANNEL: "how the words came out",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One way of telling it: the value, the first article's passage that has it, and who tells it so."""

    value: str
    passage: str
    outlets: tuple[str, ...]
    articles: int
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing told differently. `explained` says why it is no conflict, or is None."""

    discrepancy: str
    kind: DiscrepancyKind
    about: str
    sides: tuple[Side, ...]
    explained: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDifferences:
    """Where the reports of one story differ."""

    head: Head
    differences: tuple[Difference, ...]
    drifts: tuple[Drift, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferPage:
    """Where the reports differ, story by story."""

    stories: tuple[StoryDifferences, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        return Document(title="Where the reports differ", parts=tuple(_lay_out_story(one) for one in self.stories))


ORDER = tuple(KINDS)


def rank_differences(found: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Conflicts before what is explained, figures before words, widely told before told once."""
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.explained is not None,
                ORDER.index(one.kind),
                -sum(len(value.articles) for value in one.values),
                one.id,
            ),
        )
    )


def difference(found: Discrepancy, shelf: Shelf, notebook: Notebook) -> Difference:
    """The discrepancy with the wording of each side."""
    return Difference(
        discrepancy=found.id,
        kind=found.kind,
        about=found.about,
        sides=tuple(_side(value, shelf, notebook) for value in found.values),
        explained=found.explained,
    )


def _side(value: Value, shelf: Shelf, notebook: Notebook) -> Side:
    pairs = list(zip(value.articles, value.spans, strict=False))
    outlets = dict.fromkeys(shelf.outlet(article) or OUTLET_NOT_TOLD for article in value.articles)
    return Side(
        value=value.value,
        passage=_passage(shelf.article(value.articles[0]), value.spans[0]) if pairs else "",
        outlets=tuple(outlets),
        articles=len(set(value.articles)),
        citations=tuple(notebook.cite(article, span) for article, span in pairs[:SHOWN_CITATIONS]),
    )


def _passage(article: Article, span: Span) -> str:
    """The paragraph in which the span stands, cut around it where it is long."""
    left, right = article.text.rfind("\n", 0, span.start) + 1, article.text.find("\n", span.end)
    paragraph = article.text[left : right if right >= 0 else len(article.text)]
    return cut_around(paragraph, span.start - left, span.end - left, LONGEST)


def differences_section(found: Sequence[Difference], cited: Cited, more: Line = ()) -> Section:
    """The differences as a section."""
    note = () if found else line(faint(NONE_FOUND))
    items = tuple(_lay_out(one, cited) for one in found)
    return Section(heading="Where the reports differ", items=items, note=note, after=more)


def _lay_out(one: Difference, cited: Cited) -> Item:
    lead = line(strong(cut(one.about, LONGEST)), faint(f" ({KINDS[one.kind]})"))
    explained = (line(doubt("no conflict: "), one.explained),) if one.explained else ()
    return Item(lead=lead, details=(*(_lay_out_side(side, one.kind, cited) for side in one.sides), *explained))


def _lay_out_side(side: Side, kind: DiscrepancyKind, cited: Cited) -> Line:
    told = line(" — ", name(listed(side.outlets)), NARROW, mark(side.citations, cited))
    match kind:
        case DiscrepancyKind.CHANNEL:
            return line("at first hand" if side.value in side.outlets else f"through {side.value}", told)
        case DiscrepancyKind.DATE:
            return line(date(say_day(side.value)), told, faint(f": {side.passage}"))
        case DiscrepancyKind.WORDING:
            return line(quotation(cut(side.value, LONGEST)), told)
        case _:
            return line(quotation(cut(side.value, LONGEST)), told, faint(f": {side.passage}"))


def _lay_out_story(one: StoryDifferences) -> Part:
    cited = by_number(one.citations)
    drifted = (drift_section(one.drifts, cited),) if one.drifts else ()
    sections = (differences_section(one.differences, cited), *drifted, *places(one.citations))
    return Part(title=one.head.headline, lede=(say_head(one.head),), sections=sections)


def differ_page(view: View, story: str | None = None) -> DifferPage:
    """Every difference in the record, or in one story."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    return DifferPage(stories=tuple(_differences_of(one, shelf, notebook) for one in choose_stories(view, story)))


def _differences_of(story: Story, shelf: Shelf, notebook: Notebook) -> StoryDifferences:
    cited = notebook.turn_page()
    found = rank_differences(tuple(shelf.view.discrepancies(story=story.id)))
    differences = tuple(difference(one, shelf, notebook) for one in found)
    return StoryDifferences(
        head=head_in(story.id, shelf.view),
        differences=differences,
        drifts=drifts(tuple(shelf.view.statements(story=story.id)), shelf, notebook),
        citations=notebook.citations(cited),
    )
