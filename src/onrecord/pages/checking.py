"""Every span of the record, held against the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.pages.counting import count
from onrecord.pages.layout import Document, Item, Part, Section, doubt, faint, line, name, quotation
from onrecord.pages.wording import cut
from onrecord.records import Article, Attribution, Capture, Reading, Rejected, Span
from onrecord.records.ids import sha256_of
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
class VerifyPage:
    """How much was checked, and what does not match."""

    captures: int
    articles: int
    spans: int
    mismatches: tuple[Mismatch, ...]

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


def verify_page(view: View) -> VerifyPage:
    """Every archived capture decoded again, and every span of the record compared with what stands there."""
    articles = spans = 0
    captures: set[str] = set()
    mismatches: list[Mismatch] = []
    for reading in view.readings():
        checked = _Archived(reading.article, view.location(reading.article.id), *_decoded(view, reading.article))
        articles += 1
        captures.add(reading.article.sha256)
        for what, span in _spans(reading):
            spans += 1
            mismatches += checked.compare(what, span)
        mismatches += checked.faults()
    differences, wrong = _check_discrepancies(view)
    return VerifyPage(
        captures=len(captures), articles=articles, spans=spans + differences, mismatches=(*mismatches, *wrong)
    )


@dataclass(frozen=True, slots=True)
class _Archived:
    """An article and its text as the archive has it now; `fault` says why there is none."""

    article: Article
    path: str
    text: str
    fault: str

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


def _decoded(view: View, article: Article) -> tuple[str, str]:
    capture = view.capture(article.sha256)
    if capture is None:
        return ("", "no archived bytes")
    actual = sha256_of(capture.content)
    if actual != article.sha256:
        return ("", f"bytes whose SHA-256 is {actual}, not {article.sha256}")
    if not capture.media_type.startswith(("text/plain", "text/markdown")):
        return _read_again(capture)
    try:
        return (capture.content.decode(article.encoding), "")
    except (UnicodeDecodeError, LookupError) as error:
        return ("", f"bytes that are no {article.encoding}: {error}")


def _read_again(capture: Capture) -> tuple[str, str]:
    """The text that is read of bytes that are no plain text, and why there is none."""
    from onrecord.clean import clean  # noqa: PLC0415 - of the pages, this one alone reads captures

    again = clean(capture)
    return (
        ("", f"bytes of which no text can be read: {again.cause}") if isinstance(again, Rejected) else (again.text, "")
    )


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
    spans = 0
    mismatches: list[Mismatch] = []
    for one in view.discrepancies():
        for value in one.values:
            for article_id, span in zip(value.articles, value.spans, strict=True):
                spans += 1
                article = view.article(article_id)
                if article is not None:
                    text, fault = _decoded(view, article)
                    mismatches += _Archived(article, view.location(article_id), text, fault).compare("difference", span)
    return spans, mismatches
