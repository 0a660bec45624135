"""Every span of the record, held against the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.pages.counting import count
from onrecord.pages.layout import Document, Item, Part, Section, doubt, faint, line, name, quotation
from onrecord.pages.wording import cut
from onrecord.records import Article, Attribution, Capture, Reading, Rejected, Span
from onrecord.records.ids import sha256_of, text_hash
from onrecord.store import View

MOST_SHOWN = 50
LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """A span that does not match; `found` is what does, or why nothing could be read."""

    article: str
    path: str
    what: str
    start: int
    end: int
    exact: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOtherwise:
    """An article whose text today's reader reads otherwise of the same bytes, and how; its kept text is as it was."""

    article: str
    path: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyPage:
    """How much was checked, what does not match, and what would be read otherwise today, which is no mismatch."""

    captures: int
    articles: int
    spans: int
    mismatches: tuple[Mismatch, ...]
    read_otherwise: tuple[ReadOtherwise, ...] = ()

    def lay_out(self) -> Document:
        """The page as a document."""
        checked = f"{count(self.spans, 'span')} in {count(self.articles, 'article')}"
        if not self.mismatches:
            title = f"{checked}: all stand in the archive as the record has them"
        else:
            title = f"{checked}: {len(self.mismatches)} do not match the archive"
        items = tuple(_lay_out(one) for one in self.mismatches[:MOST_SHOWN])
        more = len(self.mismatches) - len(items)
        after = line(faint(f"and {more} more: --format json lists all")) if more > 0 else ()
        sections = (Section(heading="", items=items, after=after),) if items else ()
        if self.read_otherwise:
            sections = (*sections, _lay_out_otherwise(self.read_otherwise))
        return Document(title="Verified", parts=(Part(title=title, sections=sections),))


def _lay_out(one: Mismatch) -> Item:
    lead = line(name(one.path), f":{one.start}-{one.end} ({one.what})")
    return Item(
        lead=lead,
        details=(
            line("the record has ", quotation(cut(one.exact, LONGEST) or "nothing")),
            line("the archive has ", doubt(cut(one.found, LONGEST) or "nothing")),
        ),
    )


def _lay_out_otherwise(several: Sequence[ReadOtherwise]) -> Section:
    items = tuple(Item(lead=line(name(one.path), faint(f": {one.how}"))) for one in several[:MOST_SHOWN])
    more = len(several) - len(items)
    after = line(faint(f"and {more} more: --format json lists all")) if more > 0 else ()
    note = line(
        faint(
            "Their texts are kept as they were read, and the record stands in these. Whoever reads the bytes with the "
        ),
        faint("programs installed here reads them otherwise, as a build by a later onrecord may."),
    )
    return Section(heading="Read otherwise today", items=items, note=note, after=after)


def verify_page(view: View) -> VerifyPage:
    """Every archived capture and kept text held against its hash, and every span against what stands there."""
    articles = spans = 0
    captures: set[str] = set()
    mismatches: list[Mismatch] = []
    otherwise: list[ReadOtherwise] = []
    for reading in view.readings():
        article = reading.article
        checked = _archived(view, article)
        articles += 1
        captures.add(article.sha256)
        for what, span in _spans(reading):
            spans += 1
            mismatches += checked.compare(what, span)
        mismatches += checked.faults()
        if checked.how:
            otherwise.append(ReadOtherwise(article=article.id, path=checked.path, how=checked.how))
    differences, wrong = _check_discrepancies(view)
    return VerifyPage(
        captures=len(captures),
        articles=articles,
        spans=spans + differences,
        mismatches=(*mismatches, *wrong),
        read_otherwise=tuple(otherwise),
    )


@dataclass(frozen=True, slots=True)
class _Archived:
    """An article and its text as the archive has it now.

    `fault` says why there is none, `how` what today's reader makes of the bytes where that is another.
    """

    article: Article
    path: str
    text: str
    fault: str = ""
    how: str = ""

    def compare(self, what: str, span: Span) -> Iterator[Mismatch]:
        found = self.text[span.start : span.end]
        if found != span.exact and not self.fault:
            yield self._mismatch(what, span, found)

    def faults(self) -> Iterator[Mismatch]:
        if self.fault:
            yield self._mismatch("the archived file", Span(start=0, end=0, exact=""), self.fault)

    def _mismatch(self, what: str, span: Span, found: str) -> Mismatch:
        return Mismatch(
            article=self.article.id,
            path=self.path,
            what=what,
            start=span.start,
            end=span.end,
            exact=span.exact,
            found=found,
        )


def _archived(view: View, article: Article) -> _Archived:
    """The article's text: its archived bytes decoded, or where it was read of them the kept text, if it is whole."""
    archived = _Archived(article, view.location(article.id), "")
    capture = view.capture(article.sha256)
    if capture is None:
        return replace(archived, fault="no archived bytes")
    actual = sha256_of(capture.content)
    if actual != article.sha256:
        return replace(archived, fault=f"bytes whose SHA-256 is {actual}, not {article.sha256}")
    kept = view.text_hash(article.id)
    if kept is not None:
        found = text_hash(article.text)
        if found != kept:
            return replace(archived, fault=f"a text whose SHA-256 is {found}, not {kept}, as when it was read")
        return replace(archived, text=article.text, how=_read_today(capture, article.text))
    try:
        return replace(archived, text=capture.content.decode(article.encoding))
    except (UnicodeDecodeError, LookupError) as error:
        return replace(archived, fault=f"bytes that are no {article.encoding}: {error}")


def _read_today(capture: Capture, kept: str) -> str:
    """How the text that is read of the bytes today differs from the kept one; nothing where it is the same."""
    from onrecord.clean import clean  # noqa: PLC0415 - of the pages, this one alone reads captures

    again = clean(capture)
    if isinstance(again, Rejected):
        return f"no text can be read of it: {again.cause}"
    if again.text == kept:
        return ""
    at = next((place for place, (one, other) in enumerate(zip(again.text, kept, strict=False)) if one != other), None)
    at = min(len(again.text), len(kept)) if at is None else at
    return f"another text from character {at:,} on ({len(again.text):,} characters, kept are {len(kept):,})"


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    article = reading.article
    if article.published_span:
        yield ("publication date", article.published_span)
    for credit in article.credits:
        yield ("credit", credit.span)
    for attribution in reading.attributions:
        yield from _spans_of(attribution)
    for mention in reading.mentions:
        yield (f"mention of a {mention.kind}", mention.span)


def _spans_of(one: Attribution) -> Iterator[tuple[str, Span]]:
    named = {"source": one.source, "cue": one.cue, "occasion": one.occasion, "addressee": one.addressee}
    yield from ((what, span) for what, span in named.items() if span)
    yield from (("content", span) for span in one.content)


def _check_discrepancies(view: View) -> tuple[int, list[Mismatch]]:
    """How many spans the discrepancies have, and which of them do not stand in the articles' texts, checked already."""
    spans = 0
    mismatches: list[Mismatch] = []
    for one in view.discrepancies():
        for value in one.values:
            for article_id, span in zip(value.articles, value.spans, strict=True):
                spans += 1
                article = view.article(article_id)
                if article is not None:
                    archived = _Archived(article, view.location(article_id), article.text)
                    mismatches += archived.compare("difference", span)
    return spans, mismatches
