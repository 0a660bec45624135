"""What one article says was said: attributions, mentions and the people and bodies it names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.articles import Article
from onrecord.records.packing import compact
from onrecord.records.spans import Span


class Form(StrEnum):
    """How the content is given: in quotation marks, in the reporter's words, or partly so."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Kind(StrEnum):
    """PARC3's attribution types that onrecord keeps."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    INTENTION = "intention"


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What a tagger finds: who (source), by what word (cue), what (content, in reading order).

    `content` is never empty; its spans are disjoint and ordered. `source` is None where the sentence names none.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    kind: Kind = Kind.ASSERTION
    confidence: float = 1.0


class EntityKind(StrEnum):
    """What sort of thing a name names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTag:
    """A stretch that a tagger takes for a name of that kind, if it is one, with the probability that it is."""

    span: Span
    kind: EntityKind
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagging:
    """All that a tagger finds in an article, in reading order: who said what, and names if it looks for them.

    No character is content of two tags, nor of two names. `names` is None from a tagger that looks for none.
    """

    tags: tuple[Tag, ...]
    names: tuple[NameTag, ...] | None = None


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class RoleClaim:
    """A role as the article gives it: `title` "Foreign Minister", `of` "Russia" (or None)."""

    title: str
    of: str | None = None


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, body or place within one article, with every form its name takes there.

    `name` is the fullest form without titles; `names` are all proper-name forms, titled ones included. `speaks_for`
    is the name of the body that a spokesman, ministry or seat of government speaks for, in the article's words
    ("Kremlin", "Russia"), or None. `anonymous` marks unnamed sources ("two officials"), whose `name` is as printed.
    """

    id: str
    article: str
    name: str
    names: tuple[str, ...]
    kind: EntityKind
    roles: tuple[RoleClaim, ...] = ()
    speaks_for: str | None = None
    anonymous: bool = False
    first_start: int = 0  # offset of the first mention


class MentionKind(StrEnum):
    """The kinds of mention the record exports."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DATE = "date"
    QUANTITY = "quantity"


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, date or quantity at a place in an article.

    `entity` is set for names that were resolved, `edtf` for dates, `value` and `unit` for quantities ("20 percent":
    20.0, "percent"; "two officials" is no quantity).
    """

    id: str
    article: str
    span: Span
    kind: MentionKind
    entity: str | None = None
    edtf: str | None = None
    value: float | None = None
    unit: str | None = None


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One report of something said: a tag of one article, with what the article itself tells about it.

    `entity` is the speaker within the article or None; `speaker_name` its name, or for an anonymous source the words
    of the article; `speaker_reasons` say why. `said_on` is EDTF or None, `said_basis` the words or rule that gave it.
    `relayed_by` are the names through whom the words came to this outlet, this outlet itself not listed.
    """

    id: str
    article: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    kind: Kind
    entity: str | None = None
    speaker_name: str | None = None
    speaker_reasons: tuple[str, ...] = ()
    anonymous: bool = False
    said_on: str | None = None
    said_basis: str | None = None
    occasion: Span | None = None
    addressee: Span | None = None
    relayed_by: tuple[str, ...] = ()
    relayed_reasons: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def text(self) -> str:
        """The contents joined by a blank, as printed."""
        return " ".join(span.exact for span in self.content)

    @property
    def start(self) -> int:
        """Where the first content begins."""
        return self.content[0].start


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionDay:
    """The day of an attribution that its article alone does not tell, EDTF, with what told it."""

    attribution: str
    said_on: str
    basis: str


@compact
@dataclass(frozen=True, slots=True, kw_only=True)
class MentionDay:
    """What a date in an undated article means by the article's inferred day, EDTF."""

    mention: str
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article, annotated: the ground rows of the record."""

    article: Article
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
