"""What changed in a page from one version to the next, and what it no longer reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from shlex import quote

from onrecord.pages.changes import Paragraph, changes, lay_out_paragraph
from onrecord.pages.citations import NARROW, Citation, Cited, Notebook, by_number, mark
from onrecord.pages.counting import count, in_words
from onrecord.pages.days import say_date
from onrecord.pages.layout import (
    Document,
    Emphasis,
    Flow,
    Item,
    Line,
    Part,
    Section,
    command,
    date,
    doubt,
    faint,
    line,
    name,
    quotation,
    run,
)
from onrecord.pages.shelf import OUTLET_NOT_TOLD, Shelf
from onrecord.pages.stories import places
from onrecord.pages.wording import SEGMENT_BREAK, cut
from onrecord.records import Article, Attribution, Fate
from onrecord.store import View

LONGEST = 200  # characters of what was said
NONE = "No page was found again with other words"
SPEAKER_NOT_TOLD = "speaker not told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of a page, and the times at which it was first and last found, ISO 8601 in UTC.

    `path` is what other commands know it by; `lost` counts its reports that the latest version has not as they were.
    """

    number: int
    article: str
    path: str
    headline: str | None
    sha256: str
    first_seen: str
    last_seen: str
    reports: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A page with its versions, the earliest first."""

    latest: str
    outlet: str | None
    headline: str | None
    path: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What changed from one version to the next; `same` counts the paragraphs that did not."""

    earlier: int
    later: int
    same: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Something that a version reports; `speaker` is None where it is not told."""

    attribution: str
    statement: str | None
    speaker: str | None
    words: str
    version: int
    citation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A report that does not stand in the latest version as it did, why that is said, and whether it does elsewhere."""

    report: Report
    fate: Fate
    reasons: tuple[str, ...]
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage:
    """The pages that have several versions."""

    record: str
    pages: tuple[PageLine, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        title = f"{count(len(self.pages), 'page')} with several versions" if self.pages else NONE
        section = Section(heading="", items=tuple(_lay_out_page(one, self.record) for one in self.pages))
        return Document(title="Versions", parts=(Part(title=title, sections=(section,)),))


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """One page with what changed in it, what it no longer reports, and what is new in its latest version."""

    page: PageLine
    steps: tuple[Step, ...]
    lost: tuple[Lost, ...]
    new: tuple[Report, ...]
    citations: tuple[Citation, ...]

    def lay_out(self) -> Document:
        """The page as a document."""
        cited = by_number(self.citations)
        one = self.page
        title = one.headline or one.path
        lede = line(_outlet(one), f" · {count(len(one.versions), 'version')} · ", faint(one.path))
        sections = [
            Section(heading="Versions", items=tuple(_lay_out_version(each, one) for each in one.versions)),
            *map(_lay_out_step, self.steps),
        ]
        if self.lost:
            items = tuple(_lay_out_lost(each, cited) for each in self.lost)
            sections.append(Section(heading="Not in the latest version as it was", items=items))
        if self.new:
            items = tuple(Item(lead=_say(each, cited)) for each in self.new)
            sections.append(Section(heading="New in the latest version", items=items))
        part = Part(title=title, lede=(lede,), sections=(*sections, *places(self.citations)))
        return Document(title=title, parts=(part,))


def versions_page(view: View, record: str) -> VersionsPage:
    """The pages of the record that have several versions; `record` is how the reader names it in a command."""
    shelf = Shelf(view)
    pages = groupby(view.page_versions(), key=lambda one: one.latest)
    found = [page_line([one.article for one in rows], shelf) for _, rows in pages]
    return VersionsPage(record=record, pages=tuple(sorted(found, key=lambda one: (one.path, one.latest))))


def history_page(view: View, ref: str) -> HistoryPage:
    """The page of which `ref` names a version, by id or path."""
    shelf = Shelf(view)
    notebook = Notebook(shelf)
    articles = articles_of_page(view, view.find_article(ref).id)
    lost = tuple(_lost(articles, shelf, notebook))
    new = tuple(_new(articles, shelf, notebook))
    return HistoryPage(
        page=page_line(articles, shelf),
        steps=tuple(_step(number, *pair, shelf) for number, pair in enumerate(pairwise(articles), start=1)),
        lost=lost,
        new=new,
        citations=notebook.citations(),
    )


def articles_of_page(view: View, article: str) -> list[str]:
    """The versions of the page of which the article is one, the earliest first; itself alone where there is one."""
    latest = view.version_of(article) or article
    return [one.article for one in view.versions_of(latest) if one.latest == latest] or [article]


def page_line(articles: Sequence[str], shelf: Shelf) -> PageLine:
    """The page of these versions."""
    latest = articles[-1]
    article = shelf.article(latest)
    return PageLine(
        latest=latest,
        outlet=article.outlet,
        headline=article.headline,
        path=shelf.location(latest),
        versions=tuple(_version(number, shelf.article(one), shelf) for number, one in enumerate(articles, start=1)),
    )


def _version(number: int, article: Article, shelf: Shelf) -> Version:
    locations = shelf.view.locations(article.id)
    reports = shelf.attributions(article.id)
    fates = [carried.fate for one in reports if (carried := shelf.view.carried(one.id))]
    return Version(
        number=number,
        article=article.id,
        path=shelf.location(article.id),
        headline=article.headline,
        sha256=article.sha256,
        first_seen=min(one.seen_at for one in locations),
        last_seen=max(one.last_seen_at for one in locations),
        reports=len(reports),
        lost=len(fates) - fates.count(Fate.CARRIED),
    )


def _step(number: int, earlier: str, later: str, shelf: Shelf) -> Step:
    same, paragraphs = changes(shelf.article(earlier), shelf.article(later))
    return Step(earlier=number, later=number + 1, same=same, paragraphs=paragraphs)


def _lost(articles: Sequence[str], shelf: Shelf, notebook: Notebook) -> Iterator[Lost]:
    """What the latest version has not as it was, each report once: in the last version that has it."""
    successors = shelf.view.successors()
    for number, article in enumerate(articles[:-1], start=1):
        for one in shelf.attributions(article):
            carried = shelf.view.carried(one.id)
            if carried is not None and carried.fate is not Fate.CARRIED and one.id not in successors:
                report = report_of(one, number, shelf, notebook)
                withdrawn = report.statement is not None and shelf.statement(report.statement).withdrawn
                yield Lost(report=report, fate=carried.fate, reasons=carried.reasons, withdrawn=withdrawn)


def _new(articles: Sequence[str], shelf: Shelf, notebook: Notebook) -> Iterator[Report]:
    """What the latest version reports and no earlier one does, in whatever words."""
    *earlier, latest = articles
    before = {shelf.view.statement_of(one.id) for article in earlier for one in shelf.attributions(article)}
    for one in shelf.attributions(latest) if earlier else ():
        if shelf.view.statement_of(one.id) not in before:
            yield report_of(one, len(articles), shelf, notebook)


def report_of(one: Attribution, version: int, shelf: Shelf, notebook: Notebook) -> Report:
    """The report in the version of that number."""
    return Report(
        attribution=one.id,
        statement=shelf.view.statement_of(one.id),
        speaker=one.speaker_name,
        words=SEGMENT_BREAK.join(span.exact for span in one.content),
        version=version,
        citation=notebook.cite_attribution(one),
    )


def _outlet(one: PageLine) -> Line:
    return line(name(one.outlet) if one.outlet else doubt(OUTLET_NOT_TOLD))


def _lay_out_page(one: PageLine, record: str) -> Item:
    first, last = one.versions[0], one.versions[-1]
    lost = sum(version.lost for version in one.versions)
    days = line(faint("found first on "), date(_say_time(first.first_seen)), faint(", the latest on "))
    return Item(
        lead=line(_outlet(one), ", ", one.headline or one.path, faint(f" · {in_words(len(one.versions))} versions")),
        details=(
            line(days, date(_say_time(last.first_seen))),
            line(command(f"onrecord versions {quote(record)} {quote(one.path)}")),
        ),
        items=(Item(lead=line(doubt(f"{count(lost, 'report')} not in the latest version as it was"))),) if lost else (),
    )


def _lay_out_version(one: Version, page: PageLine) -> Item:
    again = "" if one.last_seen == one.first_seen else f", last {_say_time(one.last_seen)}"
    latest = faint(" · the latest") if one.article == page.latest else ""
    other = line(faint(f" · “{one.headline}”")) if one.headline and one.headline != page.headline else ()
    lost = line(doubt(f" · {one.lost} of {count(one.reports, 'report')} not in the latest")) if one.lost else ()
    found = line(f"{one.number}: found ", date(_say_time(one.first_seen)), faint(again), latest, other, lost)
    return Item(lead=found, details=(line(faint(f"{one.article} · sha256 {one.sha256}")),))


def _lay_out_step(one: Step) -> Section:
    same = f"{count(one.same, 'paragraph')} as before"
    note = line(
        faint(f"{same}; "),
        run("left out", Emphasis.STRUCK),
        faint(", "),
        run("put in", Emphasis.PUT_IN),
    )
    if not one.paragraphs:
        note = line(faint(f"{same}: the text did not change, what is around it did"))
    heading = f"From version {one.earlier} to {one.later}"
    return Section(heading=heading, items=tuple(map(lay_out_paragraph, one.paragraphs)), note=note, flow=Flow.PROSE)


def _lay_out_lost(one: Lost, cited: Cited) -> Item:
    nobody = line(faint(" · "), doubt("withdrawn: no latest version of any page has it")) if one.withdrawn else ()
    return Item(lead=_say(one.report, cited), details=(line(faint("; ".join(one.reasons)), nobody),))


def _say(one: Report, cited: Cited) -> Line:
    speaker = name(one.speaker) if one.speaker else doubt(SPEAKER_NOT_TOLD)
    return line(speaker, ": ", quotation(cut(one.words, LONGEST)), NARROW, mark([one.citation], cited))


def _say_time(moment: str) -> str:
    return f"{say_date(moment[:16])} UTC"
