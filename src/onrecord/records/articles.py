"""Captures as they came, articles as they were read, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.packing import compact
from onrecord.records.spans import Span

LANGUAGES = frozenset({"en"})  # those that are read; an article in another is kept, and nothing is told of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of one page or file as they came; archived, never changed.

    `path` is the file as the user named it (POSIX separators), `url` the address, one of them None. `media_type` may
    carry parameters, as in HTTP (`text/html; charset=utf-8`).
    """

    sha256: str
    content: bytes
    media_type: str
    path: str | None = None
    url: str | None = None
    captured_at: str | None = None  # ISO 8601 in UTC; None: when it is archived
    etag: str | None = None  # what its server calls this version, to be asked next time whether there is another
    last_modified: str | None = None  # likewise, the server's date of it

    @property
    def where(self) -> str:
        """The path or address, for messages."""
        return self.path or self.url or self.sha256[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A path or capture that gave no article: kept and listed, with the cause and the mend."""

    where: str
    step: str  # "read" or "clean"
    cause: str  # what was wrong, a sentence without the path: "the file is empty"
    mend: str  # what the user can do about it
    sha256: str | None = None  # None where no bytes could be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """A file that holds several captures, or an address that leads to some, is read anew.

    What could not be read there or within it before isn't listed any more; what still cannot, follows.
    """

    where: str


class SegmentKind(StrEnum):
    """What a stretch of an archived text is. Everything that is no segment is white space."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"  # who wrote it, with the date line where it stands beside
    DATELINE = "dateline"  # "MOSCOW (Reuters) -": where the report was filed
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"  # "Reuters contributed to this report."
    FURNITURE = "furniture"  # navigation, adverts, related headlines: dropped, but shown struck out


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the archived text and what it is; `reason` says how furniture was told."""

    start: int
    end: int
    kind: SegmentKind
    reason: str = ""


class Basis(StrEnum):
    """How the publication date is known."""

    STATED = "stated"  # printed in the text
    METADATA = "metadata"  # told by the page's markup
    INFERRED = "inferred"  # from linked articles


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or outlet that the article names as where some or all of its words come from.

    `whole` is True where the credit covers the article ("Reuters reports" in the first sentence, an agency
    byline, "Reuters contributed to this report"), False where it covers one sentence ("told NBC News").
    """

    name: str
    span: Span
    whole: bool


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a page's markup tells of its article, and where: "JSON-LD NewsArticle.datePublished", "meta og:title".

    Names: `headline`, `deck`, `byline`, `outlet`, `agency`, `published` and `modified` (EDTF), `canonical` (an
    address), `language`, `paywall` ("yes").
    """

    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A capture read: its text with offsets into the decoded file, and what the page says of itself.

    `text` is the decoded file, unchanged; `segments` are ordered, disjoint and cover all that is not white
    space. Spans of `headline`, `deck`, `byline`, `published_at` show where each was read.
    """

    id: str
    sha256: str
    text: str
    encoding: str
    segments: tuple[Segment, ...]
    outlet: str | None = None
    headline: str | None = None
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None  # EDTF, to the minute with offset where the text gives it
    published_basis: Basis | None = None
    published_span: Span | None = None
    language: str = "en"
    credits: tuple[Credit, ...] = ()
    truncated: bool = False  # the last sentence breaks off
    facts: tuple[Fact, ...] = ()  # what the page's markup tells, by name

    def prose(self) -> tuple[Segment, ...]:
        """The segments that people wrote to be read as the story: headline, deck, body, captions."""
        keep = {SegmentKind.HEADLINE, SegmentKind.DECK, SegmentKind.BODY, SegmentKind.CAPTION}
        return tuple(segment for segment in self.segments if segment.kind in keep)

    def body(self) -> tuple[Segment, ...]:
        """The segments of the body, in reading order; one segment a paragraph."""
        return tuple(segment for segment in self.segments if segment.kind is SegmentKind.BODY)


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDay:
    """The day an undated article came out, EDTF (an interval where several days fit), inferred from linked articles."""

    article: str
    published: str
    reasons: tuple[str, ...]
